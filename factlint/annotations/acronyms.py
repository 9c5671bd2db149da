"""Words made of initials, and the long form where the article gives it in the same breath."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.article import Annotation
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORT = re.compile(
    r"(?<![\w’'&./@#-])(?:[A-Z]{2,8}|(?:[A-Z]\.){2,5}|[A-Z]{1,3}&[A-Z]{1,3})(?=s?(?![\w&/@]))(?!-[A-Z]{2})"
)
_AFTER = re.compile(r"\s\(((?:[\w’'&.-]+[ ,]*){2,12})\)")
_WORD = re.compile(r"[\w’'&.]+")
_SMALL = word_set("of the and for in on to de la du des del et with at by a an from into")
_ROMAN = re.compile(r"(?=[IVXLC]{2,8}\Z)X{0,4}(?:IX|IV|V?I{0,4})\Z")
_REACH = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Acronym(Annotation):
    """A word made of initials.

    ``short`` has no stops (U.N. is UN); ``long`` is the long form given right beside it, None if none is.
    """

    short: str
    long: str | None


def _find(reading: Reading) -> Iterable[Acronym]:
    text = reading.text
    shouted = {index for index, (start, end) in enumerate(reading.paragraphs) if _shouts(text[start:end])}
    for match in _SHORT.finditer(text):
        short = match.group().replace(".", "")
        place = reading.place(match.start())
        if _ROMAN.match(short) or place.paragraph in shouted or place.section in {"dateline", "metadata"}:
            continue
        found = _long(text, match.start(), match.end(), short)
        yield Acronym(start=match.start(), end=match.end(), text=match.group(), place=place, short=short, long=found)


def _shouts(paragraph: str) -> bool:
    """Whether a paragraph is set in capitals, so that its words look like acronyms."""
    upper = sum(char.isupper() for char in paragraph[:400])
    lower = sum(char.islower() for char in paragraph[:400])
    return upper > lower


def _long(text: str, start: int, end: int, short: str) -> str | None:
    """The long form before ``(IAEA)``, or after ``IAEA (``."""
    if text[start - 1 : start] == "(":
        closed = text[end : end + 1] == ")" or text[end : end + 2] == "s)"
        return _tail(_same_line(text, start - 1), short) if closed else None
    after = _AFTER.match(text, end, end + _REACH)
    if after is not None and _initials(_WORD.findall(after.group(1))) == short:
        return after.group(1).strip(" ,")
    return None


def _same_line(text: str, end: int) -> str:
    """What stands before an offset on its line, as far as a long form may reach."""
    return re.split(r"[\r\n;:()]", text[max(0, end - _REACH) : end])[-1].rstrip()


def _tail(words: str, short: str) -> str | None:
    """The last words whose initials spell the acronym; small words may be left out of it."""
    found = list(_WORD.finditer(words))
    for index in range(len(found) - 1, -1, -1):
        parts = [match.group() for match in found[index:]]
        if parts[0].casefold() not in _SMALL and short in (
            _initials(parts),
            "".join(part[0] for part in parts).upper(),
        ):
            return words[found[index].start() : found[-1].end()]
    return None


def _initials(parts: Iterable[str]) -> str:
    return "".join(part[0] for part in parts if part.casefold() not in _SMALL).upper()


KIND = Kind(name="acronym", fact=Acronym, find=_find)
