"""The long form of an acronym: before its brackets, right behind it, or earlier in the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.annotations.names.given import GIVEN
from factlint.text.deferred import deferred
from factlint.text.remembered import Remembered
from factlint.text.tokens import MARKS
from factlint.text.values import plain
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

_AFTER = deferred(rf"\s\(((?:[\w{MARKS}’'&.-]+[ ,]*){{2,12}})\)|, ((?:[\w{MARKS}’'&-]+ ){{1,11}}[\w{MARKS}’'&-]+),")
_WORD = deferred(rf"[\w{MARKS}’'&.]+")
_TWO = deferred(rf"{_WORD.pattern}[ \u00a0]{_WORD.pattern}")
_CAPITAL, _REST = "[A-ZÀ-ÖØ-Þ]", rf"[\w{MARKS}’'&-]*+"
_CAPITALISED = _CAPITAL + _REST
_BETWEEN = r"(?:(?:of|for|in|and|the|de|du|&)[ \u00a0]){0,2}"
# A search that begins with the capital itself is several times faster than one that looks behind first.
_RUN = deferred(rf"{_CAPITAL}(?<![\w{MARKS}’'&-].){_REST}(?:[ \u00a0]{_BETWEEN}{_CAPITALISED})+")
_LAST_RUN = deferred(rf"(?:{_CAPITALISED}[ \u00a0]{_BETWEEN})+{_CAPITALISED}\Z")
_SMALL = word_set("of the and for in on to de la du des del et with at by a an from into")
_REACH = 160
_LONGEST = 8
_MANY = 100
"""Of more acronyms than that, every run of words may spell one: asking each costs more than it saves."""
_NEAR = 4
"""Shorter acronyms with other initials than the words before them are mostly those of another language (RDC)."""


@plain
class Before:
    """What stands on the line before an acronym in brackets, as far as a long form may reach."""

    text: str

    def spelled(self, short: str) -> str | None:
        """The last words whose initials spell the acronym; small words may be left out of it."""
        words = list(_WORD.finditer(self.text))
        start = _spelled_from(words, short)
        if start is None:
            start = _spelled_from([word for word in words if not _runs_on(word)], short)
        return None if start is None else _plain(self.text[start:])


def _spelled_from(words: Sequence[re.Match[str]], short: str) -> int | None:
    """The offset of the last word from which the initials up to the end spell an acronym."""
    parts = [word.group() for word in words]
    for index in range(len(words) - 1, -1, -1):
        first = parts[index]
        if short.startswith(first[0].upper()) and first.casefold() not in _SMALL and short in _spellings(parts[index:]):
            return words[index].start()
    return None


def before_brackets(text: str, start: int, end: int) -> Before | None:
    """What stands before ``(IAEA)`` on its line; None for an acronym that is not alone in brackets."""
    if text[start - 1 : start] != "(" or not (text[end : end + 1] == ")" or text[end : end + 2] == "s)"):
        return None
    line = re.split(r"[\r\n;:()]", text[max(0, start - 1 - _REACH) : start - 1])[-1]
    return Before(line.rstrip())


def right_behind(text: str, end: int, short: str) -> str | None:
    """The long form in ``IAEA (International Atomic Energy Agency)``, or between commas."""
    if text[end + 1 : end + 2] != "(" and not text.startswith(", ", end):
        return None
    after = _AFTER.match(text, end, end + _REACH)
    if after is None:
        return None
    words = (after.group(1) or after.group(2)).strip(" ,")
    return words.removeprefix("the ") if _initials(_WORD.findall(words)) == short else None


def nearly_spelled(before: str, short: str) -> str | None:
    """The capitalised words at the end of a text whose initials are those of an acronym but for their order.

    As many words as letters, the first and the last as they are, two neighbours between them swapped: so IAAE for the
    International Atomic Energy Agency. Anything else is mostly the acronym of the name in its own language.
    """
    run = _LAST_RUN.search(before)
    if run is None or len(short) < _NEAR or not short.isalpha():
        return None
    words = run.group()
    parts = [word for word in _WORD.finditer(words) if word.group().casefold() not in _SMALL and not _runs_on(word)]
    if len(parts) < len(short):
        return None
    used = parts[-len(short) :]
    initials = "".join(part.group()[0] for part in used).upper()
    return _plain(words[used[0].start() :]) if _swapped(initials, short) else None


def _swapped(left: str, right: str) -> bool:
    """Whether two texts differ by two neighbours, behind the first letter, in each other's place."""
    apart = [index for index, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    if len(apart) != 2 or apart[0] == 0 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return left[first] == right[second] and left[second] == right[first]


class Earlier:
    """The long forms of some acronyms that an article has in capitalised words; read when first asked for."""

    def __init__(self, text: str, shorts: Set[str]) -> None:
        self._text = text
        self._shorts = shorts
        self._ends: dict[str, tuple[int, str]] | None = None

    def long(self, short: str, before: int) -> str | None:
        """The long form of an acronym whose first use ends before an offset."""
        if self._ends is None:
            self._ends = {}
            for run in _RUN.finditer(self._text):
                two, initials = _INITIALS[run.group()]
                if (not two or _definite(run, 0)) and self._may_spell(initials):
                    self._add(run)
        end, words = self._ends.get(short, (before, ""))
        return words if words and end <= before else None

    def _may_spell(self, initials: str) -> bool:
        """Whether the initials of a run of words hold one of the acronyms: most runs hold none and are passed over."""
        return len(self._shorts) > _MANY or any(short in initials for short in self._shorts)

    def _add(self, run: re.Match[str]) -> None:
        assert self._ends is not None  # noqa: S101 - the caller made it
        for end, words in _stretches(run):
            for initials in _spellings(words.split()):
                self._ends.setdefault(initials, (end, words))


def _initials_of(run: str) -> tuple[bool, str]:
    """Whether a run is two words, as most are: without "the" too few for a long form; and all initials of its words."""
    return _TWO.fullmatch(run) is not None, " ".join(_spellings(run.split()))


_INITIALS = Remembered(_initials_of, 20_000)


def _definite(run: re.Match[str], low: int) -> bool:
    """Whether "the" stands before the words that begin at ``low`` in a run."""
    return run.string.startswith(("the ", "The "), max(0, run.start() + low - 4))


def _stretches(run: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The parts of a run of capitalised words that could be a long form, each with its end.

    None has a person's given name in front or another acronym in it; only behind "the" are two words enough.
    """
    whole = run.group()
    words = [match.span() for match in _WORD.finditer(whole)]
    for first, (low, high) in enumerate(words):
        if whole[low:high].casefold() in _SMALL or whole[low:high] in GIVEN:
            continue
        definite = _definite(run, low)
        for size, (begin, end) in enumerate(words[first : first + _LONGEST], 1):
            last = whole[begin:end]
            if last.isupper():
                break
            if last not in _SMALL and (size > 2 or (size == 2 and definite)):
                yield run.start() + end, _plain(whole[low:end])


def _runs_on(word: re.Match[str]) -> bool:
    """Whether a word goes on with the one before its hyphen and lends perhaps no letter to an acronym: Co-operation."""
    return word.string[word.start() - 1 : word.start()] == "-" and word.group()[0].islower()


def _plain(words: str) -> str:
    """A long form without the ending of a genitive."""
    return words.removesuffix("'s").removesuffix("’s")


def _spellings(parts: Sequence[str]) -> tuple[str, ...]:
    """The initials of words, with the small ones among them and without."""
    return _initials(parts), "".join([part[0] for part in parts]).upper()


def _initials(parts: Iterable[str]) -> str:
    return "".join([part[0] for part in parts if part.casefold() not in _SMALL]).upper()
