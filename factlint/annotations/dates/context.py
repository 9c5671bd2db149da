"""What the words around a date say: whether they look ahead, name a plan, or belong to an archive picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text.deferred import deferred
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factlint.annotations.dates.cues import Cue

# So many characters and pieces before a date are looked at, so that a line without a stop stays cheap.
REACH = 110
_MOST = 14
# They speak of a plan only right before the date, and of the past where a verb of the past stands before them.
_LIMITS = word_set("by until till")
_UNTIL = word_set("until till")
_SOON = word_set("soon early late")
_ARCHIVE = deferred(
    r"\b(?:FILES?|ARCHIVED?|[Ff]ile|[Aa]rchived?|[Aa]rchives) (?:photo|photograph|picture|image|pic|footage)\b"
    r"|\bFILE\b|\bARCHIVED?\b|\bARCHIVES\b|\b[Pp]ictured (?:in|on)\b"
)
_OF_ARCHIVES = ("FILE", "RCHIVE", "rchive", "ictured", "ile p", "ile i", "ile f")
_ABOUT_LINE = 200


def sentence_before(words: Sequence[str], cues: Mapping[str, Cue]) -> Iterator[Cue]:
    """What the words before a date say, nearest first, back to the start of its sentence.

    ``words`` are those of its line, in text order, cut at blanks.
    """
    capital = True
    for word in words[: -_MOST - 1 : -1]:
        cue = cues[word]
        if cue.ends or (cue.may_end and capital):
            break
        yield cue
        capital = cue.capital


def looks_ahead(words: Sequence[str], before: Iterable[Cue], behind: str) -> bool:
    """Whether the nearest verb or time word before a date speaks of the future.

    ``behind`` is what follows the date: ``Tuesday's`` looks back; ``until Tuesday`` and ``as soon as Tuesday`` do not.
    """
    if behind[:2] in {"'s", "’s"}:
        return False
    last = words[-1] if words else ""
    if last in _UNTIL or (last == "as" and len(words) > 1 and words[-2] in _SOON):
        return True
    told = _told(before)
    return last == "by" if told is None else told


def _told(before: Iterable[Cue]) -> bool | None:
    """What the nearest verb or time word says about the future; None where there is none."""
    to = participle = False
    for cue in before:
        if participle:
            return cue.be  # was planned, but: will be planned
        if to and cue.leads_to:
            return True
        participle, to = cue.participle, cue.to
        if cue.ahead is not None and not participle:
            return cue.ahead
    return False if participle else None


def is_scheduled(words: Sequence[str], before: Iterable[Cue]) -> bool:
    """Whether a word of a plan, a deadline or an expiry stands before a date, nearer than a verb of the past."""
    if words and words[-1].lower() in _LIMITS:
        return True
    return next((cue.plan for cue in before if cue.plan is not None), False)


def speaks_of_file_photos(text: str) -> bool:
    """Whether a text has any of the words that mark a picture from an archive."""
    return any(word in text for word in _OF_ARCHIVES) and _ARCHIVE.search(text) is not None


def is_file_photo(text: str, start: int, end: int) -> bool:
    """Whether the line of a date says FILE, file photo, archive picture or pictured in."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start), start - _ABOUT_LINE - 1) + 1
    last = _LINE_END.search(text, end, end + _ABOUT_LINE)
    return _ARCHIVE.search(text, first, last.start() if last else end + _ABOUT_LINE) is not None


_LINE_END = deferred(r"[\r\n]")
