"""The archive of a news agency that never was: short reports by the day, as many as are wanted, always the same ones.

Most reports are the only one of their event. Others come in takes: two to five reports of one day
that share people, places and a quotation, with a slip here and there for the rules to find.
"""

from __future__ import annotations

import datetime
import random
import sys
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.append(str(Path(__file__).resolve().parents[1]))
import coined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FIRST = datetime.date(1999, 1, 1)
PER_DAY = 2_000
"""Reports of one day: a large agency sends so many."""
PARTS = coined.PARTS.more("Bre Cru Dag Esk Fro Gri", "ith oss und ev ab", "ph z cht mb", "well by gate")
_TITLES = coined.words(
    "mayor,finance minister,prosecutor,club president,union leader,chief engineer,bishop,spokeswoman", ","
)
_NOUNS = [*coined.NOUNS, "airport"]
_BEGIN = (
    "{town} – The {title} of {town}, {given} {surname}, {verb} the {noun} on {weekday}, {month} {day}, {year}.",
    "{town} – {given} {surname}, the {title}, said on {weekday} that the {noun} would be ready in {month} {year}.",
    "{town} – About {number} {thing} were counted at the {noun}, {title} {given} {surname} said on {month} {day}.",
    "Plans for the {noun} in {town} were {verb} on {weekday} after {number} {thing} had waited since {before}.",
    "On {month} {day} the {title} {given} {surname} {verb} the {noun}, {percent} weeks late.",
)
_SAID = (
    "“We have never had so many {thing} here,” {surname} said.",
    "“The {noun} will not wait for another {number} {thing},” {surname} told reporters in {town}.",
    "“Whoever pays for the {noun} should ask {town} first,” said {given} {surname}, the {title}.",
    "{surname} called the {noun} “a burden for {town}” and left.",
    "“Ask me again when the last of the {thing} has gone,” {surname} said in {town} on {weekday}.",
    "“{town} needs no second {noun},” {given} {surname} said.",
)
_MORE = (
    "It is {percent} percent more than in {before}.",
    "The {noun} costs ${money} million, {percent} percent of it from {town}.",
    "Nobody would say when the {thing} might come.",
    "A second report on the {noun} is being prepared, although few in {town} expect it before the summer.",
    "Those who {verb} it argued that {number} {thing} could wait.",
    "Residents say that the noise begins before dawn and seldom stops until late in the evening.",
    "In {before} there were {number2} {thing}, and nobody complained.",
)
_SLIP = 0.02
_TAKES = 0.1


def reports(count: int, seed: int = 0, per_day: int = PER_DAY) -> Iterator[dict[str, Any]]:
    """Reports as records, in the order of their days."""
    draw = random.Random(seed)
    made = 0
    while made < count:
        day = FIRST + datetime.timedelta(made // per_day)
        takes = draw.randint(2, 5) if draw.random() < _TAKES else 1
        for text in _event(draw, day, min(takes, count - made)):
            yield {"id": f"{made:09}", "published": day.isoformat(), "text": text}
            made += 1


def written(folder: Path, count: int, seed: int = 0, per_day: int = PER_DAY) -> None:
    """Write an archive in Parquet, a partition a day."""
    stored(folder, reports(count, seed, per_day))


def stored(folder: Path, records: Iterable[dict[str, Any]]) -> None:
    """Write records in the order of their days as an archive in Parquet, a partition a day."""
    import pyarrow as pa
    import pyarrow.parquet

    for day, rows in groupby(records, key=itemgetter("published")):
        part = folder / f"date={day}"
        part.mkdir(parents=True)
        pyarrow.parquet.write_table(pa.Table.from_pylist(list(rows)), part / "reports.parquet", compression="zstd")


def _event(draw: random.Random, day: datetime.date, takes: int) -> Iterator[str]:
    facts = _facts(draw, day)
    begin, said = draw.choice(_BEGIN), draw.choice(_SAID)
    for _ in range(takes):
        own = dict(facts)
        if draw.random() < _SLIP:
            own |= {"surname": own["surname"] + "n", "weekday": "Monday"}
        yield " ".join((begin, said, *draw.sample(_MORE, draw.randint(1, 2)))).format_map(own)


def _facts(draw: random.Random, day: datetime.date) -> dict[str, Any]:
    return {
        "town": PARTS.name(draw),
        "given": draw.choice(coined.GIVEN),
        "surname": PARTS.name(draw),
        "title": draw.choice(_TITLES),
        "noun": f"{PARTS.name(draw)} {draw.choice(_NOUNS)}",
        "verb": draw.choice(coined.VERBS),
        "thing": draw.choice(coined.THINGS),
        "weekday": f"{day:%A}",
        "month": f"{day:%B}",
        "day": day.day,
        "year": day.year,
        "before": day.year - 1,
        "number": f"{draw.randint(2, 99_000):,}",
        "number2": f"{draw.randint(2, 99_000):,}",
        "money": draw.randint(2, 900),
        "percent": draw.randint(2, 98),
    }
