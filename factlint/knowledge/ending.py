"""Whether two spellings of a name differ only as systems of transliteration do: Zelenskyy, Zelenskiy, Zelensky.

The classes stand in ``ending.yaml`` beside this file. A name is brought to one form in which each member of a class is
its first one; so "of one class" is an equivalence, and the form can be the key of a join.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.text.forms import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_DATA = Path(__file__).with_suffix(".yaml")
_PARTS = re.compile(r"[^\W\d_]+")
_STEM = 3
"""So many letters stay before an ending, or it is the name itself (Ray and Rai are two names)."""
_LONGEST = 9
"""No member of a class is longer."""
_REST = 4
"""So many letters stay after a beginning."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})

_Raw = dict[str, list[list[str]]]


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes, each member mapped to the first of its class."""

    words: Mapping[str, str]
    particles: frozenset[str]
    beginnings: Mapping[str, str]
    endings: Mapping[str, str]
    slavic: frozenset[str]
    letters: Mapping[str, str]
    inside: re.Pattern[str]


def same_class(left: str, right: str) -> bool:
    """Whether two names are one name in two systems of transliteration (or in one: a name is of its own class).

    Names of several words are compared word by word; hyphens, accents, case and Arabic articles do not count.
    """
    return left == right or not _keys(left).isdisjoint(_keys(right))


@lru_cache(maxsize=50_000)
def class_form(name: str) -> str:
    """A name with every member of a class as the first one of its class: equal for Zelenskyy and Zelensky."""
    return _formed(folded(name))


@lru_cache(maxsize=50_000)
def _keys(name: str) -> frozenset[str]:
    """The forms of a name, with umlauts dropped and written out: Schroder and Schroeder are both Schröder."""
    forms = {class_form(name)}
    spelled = name.casefold().translate(_UMLAUTS)
    if not spelled.isascii() or not name.isascii():
        forms.add(_formed(folded(spelled)))
    return frozenset(forms - {""})


def _formed(name: str) -> str:
    classes = _classes()
    parts = _PARTS.findall(name.replace("'", ""))
    told = [part for part in parts if part not in classes.particles] or parts
    return " ".join(_word(part, classes) for part in told)


def _word(word: str, classes: Classes) -> str:
    if word in classes.words:
        return classes.words[word]
    begins = _longest((word[:size] for size in _sizes(word, _REST)), classes.beginnings)
    word = classes.beginnings.get(begins, "") + word[len(begins) :]
    ends = _longest((word[-size:] for size in _sizes(word, _STEM)), classes.endings)
    if not ends:
        return word
    stem, ending = word[: -len(ends)], classes.endings[ends]
    if ending in classes.slavic:
        stem = classes.inside.sub(lambda found: classes.letters[found.group()], stem)
    return f"{stem}-{ending}"


def _sizes(word: str, rest: int) -> range:
    """How many letters a member may have in a word, the most first, with so many letters left."""
    return range(min(_LONGEST, len(word) - rest), 0, -1)


def _longest(parts: Iterable[str], members: Mapping[str, str]) -> str:
    """The first of some parts that is a member of a class; empty where none is."""
    return next((part for part in parts if part in members), "")


@cache
def _classes() -> Classes:
    raw = _read()
    beginnings, letters = _firsts(raw["beginnings"]), _firsts(raw["letters"])
    slavic = _firsts(raw["slavic_endings"])
    endings = {**_firsts(raw["endings"]), **slavic}
    return Classes(
        words=_firsts(raw["words"]),
        particles=frozenset(raw["particles"][0]),
        beginnings=beginnings,
        endings=endings,
        slavic=frozenset(slavic.values()),
        letters=letters,
        inside=re.compile("|".join(sorted(letters, key=lambda form: (-len(form), form)))),
    )


def _firsts(rows: Iterable[list[str]]) -> dict[str, str]:
    return {form: row[0] for row in rows for form in row}


def _read() -> _Raw:
    """The data file, folded; from the cache where it was read before."""
    from factlint.cache import store

    text = _DATA.read_text(encoding="utf-8")
    key = store.digest((text,))
    found: _Raw | None = store.get("endings", key)
    if found is None:
        import yaml

        # The base loader reads every word as text, “off” and “y” too.
        data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts, lists and mappings, no objects
        found = {name: _rows(value) for name, value in data.items()}
        store.put("endings", key, found)
    return found


def _rows(value: list[list[str]] | list[str]) -> list[list[str]]:
    rows = [row for row in value if isinstance(row, list)] or [[form for form in value if isinstance(form, str)]]
    return [[folded(form) for form in row] for row in rows]
