"""The capitalised words of an article, each distinct one with all its uses."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.names.titles import is_head
from factlint.text.calendar import MONTHS, WEEKDAYS
from factlint.text.forms import folded, skeleton
from factlint.text.tokens import MARKS
from factlint.text.verbatim import verbatim
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotations import Reading

SHORTEST = 4
"""Letters: two shorter words that differ in one are mostly two words."""
LONG = 6
"""Letters from which a word may be two edits away, if its sound is only one."""

_LATIN = map(chr, (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
_UPPER = "".join(char for char in _LATIN if char.isupper())
# What has figures in it is a model or a user name; the possessive and the ending of we've stay out. The look back comes
# behind the capital, so that the search runs from capital to capital.
_NO_ENDING = r"['’](?!(?:ve|re|ll)\b)"
_WORD = re.compile(rf"[{_UPPER}](?<![\w'’@#].)(?:\w{{3,}}(?:{_NO_ENDING}\w\w+)?|\w{{0,2}}{_NO_ENDING}\w\w+)(?![\w\[])")
# The same for text in which accents are marks behind their letters (NFD).
_LETTER = rf"(?:\w[{MARKS}]*)"
_MARKED_WORD = re.compile(
    rf"[{_UPPER}](?<![\w{MARKS}'’@#].)[{MARKS}]*(?:{_LETTER}{{3,}}|{_LETTER}{{0,2}}{_NO_ENDING}{_LETTER}{{2,}})"
)
_UNCHECKED = frozenset({"metadata", "boilerplate"})
_DAYS = frozenset((*WEEKDAYS, *MONTHS))
_SIGNS = str.maketrans("", "", "'’")
_MARK = re.compile(f"[{MARKS}]")
_JOINED = re.compile(rf"[\w{MARKS}\[]")
_LEANS = re.compile(rf"[\w{MARKS}'’@#]")
_BEFORE = re.compile(rf"([\w{MARKS}'’.-]+)[ \u00a0]\Z")
_AFTER = re.compile(rf"[ \u00a0]([{_UPPER}][\w{MARKS}'’-]*)")
_REACH = 28
_OPENING = 8
_AROUND = 400
_DENSE_WORDS = 6
_DENSE_SHARE = 0.6
_HONORIFICS = word_set("mr mrs ms miss mx dr sir dame lord lady herr frau monsieur madame")


class Use(NamedTuple):
    """One place of a form.

    ``given`` is the capitalised word right before (folded), ``title`` the title there, ``after`` the capitalised word
    right behind. ``initial`` says that it begins a sentence or a line, ``dense`` that its sentence is mostly names.
    """

    start: int
    end: int
    given: str
    title: str
    after: str
    initial: bool
    dense: bool


class Shape(NamedTuple):
    """A written word folded, its sound, and the keys that it shares with words that are nearly the same."""

    plain: str
    sound: str
    keys: tuple[str, ...]


class Form:
    """One distinct capitalised word, whatever its case and accents: as it is first written, and where it stands.

    ``shouted`` says that it stands in capitals only: an acronym, or a name in a loud line.
    """

    def __init__(self, shape: Shape, places: Sequence[tuple[int, int]], uses: tuple[Use, ...], written: str) -> None:
        self.plain, self.sound, _ = shape
        self.places = places
        self.uses: tuple[Use, ...] = uses
        self.shouted = written.isupper()
        self.text = written.title() if self.shouted else written


def shapes_of(text: str) -> dict[str, tuple[Shape, list[str]]]:
    """The capitalised words of a text by their folded form, each with its shape and the ways it is written."""
    pattern = _WORD if text.isascii() or not _MARK.search(text) else _MARKED_WORD
    found: dict[str, tuple[Shape, list[str]]] = {}
    for word in sorted(set(pattern.findall(text))):
        shape = _shape(word)
        if shape is None:
            continue
        known = found.get(shape.plain)
        if known is None:
            found[shape.plain] = (shape, [word])
        else:
            known[1].append(word)
    return found


@lru_cache(maxsize=100_000)
def _shape(word: str) -> Shape | None:
    """The shape of a word; None for a day or a month, and for what is no word."""
    if word in _DAYS or not (word.isalpha() or _MARK.sub("", word.translate(_SIGNS)).isalpha()):
        return None
    plain, sound = folded(word), skeleton(word)
    keys = {plain[:2] + "-", "-" + plain[-2:], "~" + sound}
    if len(plain) == SHORTEST:
        keys.add(plain[0] + "-" + plain[-1])
    if len(plain) >= LONG:
        keys |= {"~" + sound[:2] + "-", "~-" + sound[-2:]}
    return Shape(plain, sound, tuple(sorted(keys)))


def form_of(reading: Reading, shape: Shape, written: Sequence[str]) -> Form | None:
    """A form with all its uses; None where it stands in metadata and boilerplate only."""
    text = reading.text
    found = sorted(span for word in written for span in _places(text, word))
    places = [span for span in found if reading.section_at(span[0]) not in _UNCHECKED and not verbatim(text, *span)]
    if not places:
        return None
    uses = tuple(_use(reading, start, end) for start, end in places)
    words = [text[start:end] for start, end in places]
    return Form(shape, places, uses, next((word for word in words if not word.isupper()), words[0]))


def _places(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a word stands as a word of its own."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not _JOINED.match(text, end) and not (start and _LEANS.match(text, start - 1)):
            yield start, end
        start = text.find(word, end)


def _use(reading: Reading, start: int, end: int) -> Use:
    text = reading.text
    first, last = reading.sentence_bounds(start)
    given, title = _before(text[max(first, start - _REACH) : start])
    after = _AFTER.match(text, end, min(last, end + _REACH))
    return Use(
        start,
        end,
        given,
        title,
        folded(after.group(1)) if after else "",
        start - first <= _OPENING and not text[first:start].strip("\"'“‘([•*–— \t"),
        _dense(text[max(first, start - _AROUND) : min(last, end + _AROUND)]),
    )


def _before(words: str) -> tuple[str, str]:
    """Given name and title in the words before a form; empty where something else stands there."""
    match = _BEFORE.search(words)
    if match is None:
        return "", ""
    written = match.group(1)
    plain = folded(written).rstrip(".")
    if plain in _HONORIFICS or is_head(folded(written)):
        return "", plain
    if not written[0].isupper() or (written.endswith(".") and len(written) > 2):
        return "", ""
    return plain, ""


def _dense(sentence: str) -> bool:
    """Whether a sentence is a list of names: a team, a cast, a table."""
    words = sentence.split()
    names = sum(1 for word in words if word[:1].isupper())
    return names >= _DENSE_WORDS and names >= _DENSE_SHARE * len(words)
