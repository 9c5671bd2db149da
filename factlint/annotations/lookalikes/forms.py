"""The capitalised words of an article, each distinct one with all its uses."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.names.titles import is_head
from factlint.text.calendar import MONTHS, WEEKDAYS
from factlint.text.forms import folded, skeleton
from factlint.text.tokens import MARKS
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from factlint.annotations import Reading

SHORTEST = 4
"""Letters: two shorter words that differ in one are mostly two words."""

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
_DAYS = frozenset((*WEEKDAYS, *MONTHS))
_SIGNS = str.maketrans("", "", "'’")
_MARK = re.compile(f"[{MARKS}]")
_BEFORE = re.compile(rf"([\w{MARKS}'’.-]+)[ \u00a0]\Z")
_AFTER = re.compile(rf"[ \u00a0]([{_UPPER}][\w{MARKS}'’-]*)")
_TEAM = re.compile(rf"[{_UPPER}][\w{MARKS}'’-]*")
_REACH = 28
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


class Form:
    """One distinct capitalised word: as it is first written, folded, its sound, and where it stands.

    ``shouted`` says that it stands in capitals only: an acronym, or a name in a loud line.
    """

    __slots__ = ("places", "plain", "shouted", "sound", "text", "uses")

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain, self.sound = _shapes(text)
        self.shouted = True
        self.places: list[tuple[int, int]] = []
        self.uses: tuple[Use, ...] = ()  # read for the few forms that have a near one


@lru_cache(maxsize=100_000)
def _shapes(text: str) -> tuple[str, str]:
    return folded(text), skeleton(text)


def forms_of(reading: Reading) -> list[Form]:
    """The capitalised words of all sections that are checked, in text order of their first use."""
    found: dict[str, Form] = {}
    text = reading.text
    pattern = _WORD if text.isascii() or not _MARK.search(text) else _MARKED_WORD
    for section in reading.sections:
        if section.kind in ("metadata", "boilerplate"):
            continue
        for match in pattern.finditer(text, section.start, section.end):
            word = match.group()
            form = found.get(word)
            if form is None:
                form = found[word] = _form(word, found)
            form.places.append(match.span())
    return [form for word, form in found.items() if form.text == word and _is_name(word)]


def _form(word: str, found: dict[str, Form]) -> Form:
    """The form of a word that is met for the first time: that of its small letters where it stands in capitals."""
    key = word.title() if word.isupper() else word
    form = found.get(key) or found.setdefault(key, Form(key))
    form.shouted &= key is not word
    return form


@lru_cache(maxsize=100_000)
def _is_name(word: str) -> bool:
    return word not in _DAYS and _MARK.sub("", word.translate(_SIGNS)).isalpha()


def read_uses(reading: Reading, form: Form) -> tuple[Use, ...]:
    """What stands around a form, place by place."""
    if not form.uses:
        form.uses = tuple(_use(reading, start, end) for start, end in form.places)
    return form.uses


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
        not text[first:start].strip("\"'“‘([•*–— \t"),
        _dense(text[first:last]),
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
