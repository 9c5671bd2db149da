"""Words made of initials, and the long form where the article gives it beside them or before them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.annotations.names.given import GIVEN
from factlint.article import Annotation
from factlint.text.tokens import MARKS
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SHORT = re.compile(
    r"(?<![\w’'&./@#-])(?:[A-Z]{2,8}|(?:[A-Z]\.){2,5}|[A-Z]{1,3}&[A-Z]{1,3})(?=s?(?![\w&/@]))(?!-[A-Z]{2})"
)
_AFTER = re.compile(rf"\s\(((?:[\w{MARKS}’'&.-]+[ ,]*){{2,12}})\)|, ((?:[\w{MARKS}’'&-]+ ){{1,11}}[\w{MARKS}’'&-]+),")
_WORD = re.compile(rf"[\w{MARKS}’'&.]+")
_CAPITALISED = rf"[A-ZÀ-ÖØ-Þ][\w{MARKS}’'&-]*+"
_BETWEEN = r"(?:(?:of|for|in|and|the|de|du|&)[ \u00a0]){0,2}"
_RUN = re.compile(rf"(?<![\w{MARKS}’'&-]){_CAPITALISED}(?:[ \u00a0]{_BETWEEN}{_CAPITALISED})+")
_SMALL = word_set("of the and for in on to de la du des del et with at by a an from into")
_ROMAN = re.compile(r"(?=[IVXLC]{2,8}\Z)X{0,4}(?:IX|IV|V?I{0,4})\Z")
_REACH = 160
_LONGEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Acronym(Annotation):
    """A word made of initials.

    ``short`` has no stops (U.N. is UN); ``long`` is the long form that stands right beside it or, in capitalised words,
    earlier in the article; None if none does.
    """

    short: str
    long: str | None


def _find(reading: Reading) -> Iterable[Acronym]:
    text = reading.text
    earlier = _Earlier(text)
    shouted = {index for index, (start, end) in enumerate(reading.paragraphs) if _shouts(text[start:end])}
    for match in _SHORT.finditer(text):
        short = match.group().replace(".", "")
        place = reading.place(match.start())
        if _ROMAN.match(short) or place.paragraph in shouted or place.section in {"dateline", "metadata"}:
            continue
        found = _long(text, match.start(), match.end(), short) or earlier.long(short, match.start())
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
    if after is not None:
        words = (after.group(1) or after.group(2)).strip(" ,")
        if _initials(_WORD.findall(words)) == short:
            return words.removeprefix("the ")
    return None


class _Earlier:
    """The long forms that an article has in capitalised words, by their initials; read when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends: dict[str, tuple[int, str]] | None = None

    def long(self, short: str, before: int) -> str | None:
        """The long form of an acronym whose first use ends before an offset."""
        if self._ends is None:
            self._ends = {}
            for run in _RUN.finditer(self._text):
                for end, words in _stretches(run):
                    for initials in _spellings(words.split()):
                        self._ends.setdefault(initials, (end, words))
        end, words = self._ends.get(short, (before, ""))
        return words if words and end <= before else None


def _stretches(run: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The parts of a run of capitalised words that could be a long form, each with its end.

    None has a person's given name in front or another acronym in it; only behind "the" are two words enough.
    """
    whole = run.group()
    words = [match.span() for match in _WORD.finditer(whole)]
    for first, (low, high) in enumerate(words):
        if whole[low:high].casefold() in _SMALL or whole[low:high] in GIVEN:
            continue
        definite = run.string.startswith(("the ", "The "), max(0, run.start() + low - 4))
        for size, (begin, end) in enumerate(words[first : first + _LONGEST], 1):
            last = whole[begin:end]
            if last.isupper():
                break
            if last not in _SMALL and (size > 2 or (size == 2 and definite)):
                yield run.start() + end, whole[low:end].removesuffix("'s").removesuffix("’s")


def _spellings(parts: Sequence[str]) -> tuple[str, ...]:
    """The initials of words, with the small ones among them and without."""
    return _initials(parts), "".join(part[0] for part in parts).upper()


def _same_line(text: str, end: int) -> str:
    """What stands before an offset on its line, as far as a long form may reach."""
    return re.split(r"[\r\n;:()]", text[max(0, end - _REACH) : end])[-1].rstrip()


def _tail(words: str, short: str) -> str | None:
    """The last words whose initials spell the acronym; small words may be left out of it."""
    found = list(_WORD.finditer(words))
    for index in range(len(found) - 1, -1, -1):
        parts = [match.group() for match in found[index:]]
        if parts[0].casefold() not in _SMALL and short in _spellings(parts):
            return words[found[index].start() : found[-1].end()]
    return None


def _initials(parts: Iterable[str]) -> str:
    return "".join(part[0] for part in parts if part.casefold() not in _SMALL).upper()


KIND = Kind(name="acronym", fact=Acronym, find=_find)
