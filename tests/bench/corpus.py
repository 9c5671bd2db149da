"""News that never was: as many articles as are wanted, the same ones on every machine."""

from __future__ import annotations

import datetime
import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.append(str(Path(__file__).resolve().parents[1]))
from coined import GIVEN, NOUNS, PARTS, THINGS, VERBS, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_TITLES = words("Mayor,Finance Minister,Prof.,Chief Inspector,spokeswoman,Judge,Sen.,club president", ",")
_MONTHS = words("January February March April June July August October November December")
_DAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_NOUNS = ["council", *NOUNS]
_PLAIN = (
    "The {noun} had been under discussion for most of the year, and few in the room expected a quick answer.",
    "Residents who live near the {noun} say that the noise begins before dawn and seldom stops until late in the evening.",
    "Nothing in the documents explains why the {noun} was left out of the plan that officials showed to the public.",
    "A second report on the {noun} is being prepared, although nobody would say when it might be finished.",
    "Those who voted against it argued that the {noun} could wait while schools and roads could not.",
)
_WITH_FACTS = (
    "{title} {given} {surname} {verb} the {noun} on {day}, {number} {thing} after the first count.",
    "On {month} {date}, {year}, {surname} told reporters in {town} that the {noun} would cost ${money} million.",
    "“We have never had so many {thing} in {town},” {surname} said. “It is {percent} percent more than last year.”",
    "About {number} {thing} were counted between {month} and {month2}, {given2} {surname2} of {town} Council said.",
    "{surname2}, {age}, who {verb} the {noun} in {year}, said it “was the right thing for {town}” at the time.",
    "According to {surname}, {percent}% of the {thing} came from {town} and the rest from outside the county.",
)


def articles(count: int, seed: int = 0) -> Iterator[str]:
    """Articles of some 400 words with names, dates, quotations and figures in the shares that news has them in."""
    draw = random.Random(seed)
    for _ in range(count):
        # Each article tells of people and places of its own: else all of them would be one story.
        people = [(draw.choice(GIVEN), PARTS.name(draw)) for _ in range(2)]
        yield _article(draw, people, [PARTS.name(draw), PARTS.name(draw)])


def written(folder: Path, count: int, seed: int = 0) -> int:
    """Write articles as files of their own; how many bytes they have together."""
    folder.mkdir(parents=True)
    size = 0
    for index, text in enumerate(articles(count, seed)):
        size += (folder / f"{index:05}.txt").write_bytes(text.encode())
    return size


def recorded(file: Path, count: int, more: str = "", seed: int = 0) -> None:
    """Write articles as the records of one file, a new day every hundred; ``more`` is added to the last one."""
    with file.open("w", encoding="utf-8") as out:
        for index, text in enumerate(articles(count, seed)):
            day = datetime.date(2024, 1, 1) + datetime.timedelta(index // 100)
            whole = f"{text}\n{more}\n" if more and index == count - 1 else text
            out.write(json.dumps({"id": f"{index:05}", "published": day.isoformat(), "text": whole}) + "\n")


def names(count: int) -> Iterator[str]:
    """So many distinct surnames."""
    draw, given = random.Random(1), set[str]()
    while len(given) < count:
        word = PARTS.name(draw) + draw.choice(PARTS.middles) + draw.choice(PARTS.ends)
        if word not in given:
            given.add(word)
            yield word


def _article(draw: random.Random, people: list[tuple[str, str]], towns: list[str]) -> str:
    (given, surname), (given2, surname2) = people
    paragraphs = [f"{towns[0]} {draw.choice(_NOUNS)} plan is {draw.choice(VERBS)}"]
    for _ in range(draw.randint(10, 16)):
        patterns = [draw.choice(_WITH_FACTS if draw.random() < 0.6 else _PLAIN) for _ in range(2)]
        paragraphs.append(
            " ".join(patterns).format(
                title=draw.choice(_TITLES),
                given=given,
                surname=surname,
                given2=given2,
                surname2=surname2,
                town=draw.choice(towns),
                noun=f"{draw.choice(towns)} {draw.choice(_NOUNS)}",
                verb=draw.choice(VERBS),
                thing=draw.choice(THINGS),
                day=draw.choice(_DAYS),
                month=draw.choice(_MONTHS[:5]),
                month2=draw.choice(_MONTHS[5:]),
                date=draw.randint(1, 28),
                year=draw.randint(1990, 2024),
                number=f"{draw.randint(2, 99_000):,}",
                money=draw.randint(2, 900),
                percent=draw.randint(2, 98),
                age=draw.randint(19, 90),
            )
        )
    return "\n\n".join(paragraphs) + "\n"
