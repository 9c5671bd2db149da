"""Quotation marks and apostrophes that face one way, and which way they should face."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations import Kind, Reading
from factlint.article import Annotation, fact
from factlint.text.deferred import deferred

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_GLYPH = deferred("[‘’“”«»]")
_FACING = {"‘": "opening", "“": "opening", "«": "opening", "’": "closing", "”": "closing", "»": "closing"}
_RIGHT = {
    "single": {"opening": "‘", "closing": "’", "apostrophe": "’"},
    "double": {"opening": "“", "closing": "”"},
}
_BEFORE_OPENING = "([{—–-/‘“«\"'"
_AFTER_CLOSING = ".,;:!?)]}’”»—–-…/\"'"
_ENDING = deferred(r"(?:s|t|re|ve|ll)\b")
_SHORT_VERB = deferred(r"[dm]\b")
_PRONOUN = deferred(r"\b(?:I|he|she|it|we|you|they|who|that|there|[HSITWY]\w{0,3})\Z", re.ASCII)
_NAME_PREFIX = deferred(r"\b[ODL]\Z")
_DECADE = deferred(r"\d0s\b")
_CLIPPED = deferred(r"(?:em|tis|twas|til|cause|bout|round|cuz|neath)\b", re.IGNORECASE)
# A paragraph with these sets its quotation marks as German, Dutch or Polish does: “ may close there.
_LOW = deferred("[„‚‹›]")


@fact
class Mark(Annotation):
    """A mark with a direction.

    ``role`` is what it does at its place (opening, closing, apostrophe; None where that is not sure), ``facing`` how it
    is drawn (opening, closing; ’ is drawn closing), ``right_glyph`` the glyph for the role. ``wrong_way`` is true only
    where the role is beyond doubt and needs the other glyph.
    """

    role: str | None
    facing: str
    wrong_way: bool
    right_glyph: str | None


class _Judged(NamedTuple):
    role: str | None
    clear: bool = False


class _Paragraph:
    """The marks of one paragraph from left to right, with the quotations that are open so far."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.open = {"single": False, "double": False}
        self.unsure = False
        self.low = _LOW.search(text, start, end) is not None
        self.last_closing = self._last_closing()

    def _last_closing(self) -> int:
        """The last place where a single mark could close a quotation: behind a full stop, comma or the like."""
        at = self.text.rfind("’", self.start, self.end)
        while at > self.start and self.text[at - 1] not in ".,!?…":
            at = self.text.rfind("’", self.start, at)
        return at

    def around(self, at: int) -> tuple[str, str]:
        """The characters before and after, empty at the edges of the paragraph."""
        before = self.text[at - 1] if at > self.start else ""
        after = self.text[at + 1] if at + 1 < self.end else ""
        return before, after

    def judge(self, at: int) -> _Judged:
        """The role of the mark at an offset."""
        before, after = self.around(at)
        glyph = self.text[at]
        judged = self._single(at, before, after) if glyph in "‘’" else self._double(glyph, before, after)
        size = "single" if glyph in "‘’" else "double"
        if judged.role in {"opening", "closing"}:
            self.open[size] = judged.role == "opening"
        self.unsure = self.unsure or (size == "double" and judged.role is None)
        return judged

    def _double(self, glyph: str, before: str, after: str) -> _Judged:
        opens = _opens(before) and not _ends(after)
        closes = not _blank(before) and before not in "([{" and _ends(after)
        if opens:
            # With a quotation still open, a closing mark after a blank is out of place rather than the wrong way round.
            fits = glyph in "“«" or not (self.open["double"] or self.unsure)
            return _Judged("opening" if fits else None, after.isalnum())
        if closes:
            fits = glyph in "”»" or self.open["double"]
            return _Judged("closing" if fits else None, self.open["double"] and not self.low)
        return _Judged(None)

    def _single(self, at: int, before: str, after: str) -> _Judged:
        if before.isalnum() and after.isalnum():
            return self._inside_word(at)
        if _opens(before) and after.isalnum():
            return self._before_word(at)
        if not _blank(before) and _ends(after):
            if self.open["single"]:
                return _Judged("closing", clear=not self.low)
            return _Judged("apostrophe" if before.isalnum() else None, before == "s" and _blank(after))
        return _Judged(None)

    def _inside_word(self, at: int) -> _Judged:
        text = self.text
        if self.text[at] == "’":
            return _Judged("apostrophe", clear=True)
        if _ENDING.match(text, at + 1, self.end):
            return _Judged("apostrophe", clear=True)
        low = max(self.start, at - 6)
        if _SHORT_VERB.match(text, at + 1, self.end) and _PRONOUN.search(text, low, at):
            return _Judged("apostrophe", clear=True)
        if _NAME_PREFIX.search(text, low, at) and text[at + 1].isupper():
            return _Judged("apostrophe", clear=True)
        return _Judged(None)

    def _before_word(self, at: int) -> _Judged:
        if _DECADE.match(self.text, at + 1, self.end):
            return _Judged("apostrophe", clear=self.last_closing <= at)
        if _CLIPPED.match(self.text, at + 1, self.end):
            return _Judged("apostrophe" if self.text[at] == "’" or self.last_closing <= at else None, clear=True)
        if self.text[at] == "‘":
            return _Judged("opening", clear=True)
        if self.last_closing > at and self.text[at + 1].isupper() and not self.open["single"]:
            return _Judged("opening", clear=True)
        return _Judged(None)


def _blank(char: str) -> bool:
    return not char or char.isspace()


def _opens(before: str) -> bool:
    return _blank(before) or before in _BEFORE_OPENING


def _ends(after: str) -> bool:
    return _blank(after) or after in _AFTER_CLOSING


def _find(reading: Reading) -> Iterable[Mark]:
    # Other languages draw their quotation marks by other rules: ”so” in Finnish and Swedish.
    english = (reading.article.metadata.language or "en").casefold().startswith("en")
    for at, judged in _judged(reading.text, reading.paragraphs):
        glyph = reading.text[at]
        facing = _FACING[glyph]
        right = _RIGHT["single" if glyph in "‘’" else "double"].get(judged.role or "")
        if glyph in "«»":
            right = None
        wrong = english and judged.clear and right is not None and right != glyph
        yield Mark(
            start=at,
            end=at + 1,
            text=glyph,
            place=reading.place(at),
            role=judged.role,
            facing=facing,
            wrong_way=wrong,
            right_glyph=right,
        )


def _judged(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, _Judged]]:
    for start, end in paragraphs:
        found = [match.start() for match in _GLYPH.finditer(text, start, end)]
        if found:
            paragraph = _Paragraph(text, start, end)
            for at in found:
                yield at, paragraph.judge(at)


KIND = Kind(name="mark", fact=Mark, find=_find)
