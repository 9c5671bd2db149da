"""What was read before: the same words are read alike in every article, so they are read once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.annotations.dates.cues import Cue, cue_of
from factlint.annotations.dates.scan import scan
from factlint.annotations.dates.senses import Clock, asks, leans
from factlint.annotations.dates.vocabulary import Piece, read_piece
from factlint.annotations.dates.words import DAYS_OF
from factlint.text.calendar import WEEKDAYS
from factlint.text.remembered import Remembered
from factlint.text.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.annotations.dates.phrase import Phrase
    from factlint.annotations.dates.senses import Meaning, Sense
    from factlint.knowledge import Knowledge

# So many pieces and windows are kept; then all are forgotten.
_PIECES, _WINDOWS = 50_000, 20_000
_NO_CLOCK = Clock(None)
_EMPHASIS = "*"
# What a phrase writes, by the names in a date: the last fields of a phrase, in their order.
_WRITTEN = (
    "day", "month", "year", "clock", "zone", "daypart", "holiday", "range_start", "range_end", "last_day", "last_month",
    "last_year", "count", "unit", "bound", "direction",
)  # fmt: skip


class Told(NamedTuple):
    """A date without its clock: its place in the window, and the fields of a Date that the words alone fill.

    ``sense`` gives the value at a clock, None where ``open`` has it for every clock. ``leans`` says that it asks
    whether the words around look ahead, ``asks`` that it asks what was named before.
    """

    start: int
    end: int
    precision: str
    open: Meaning
    sense: Sense | None
    leans: bool
    asks: bool
    fields: dict[str, Any]


class Memory:
    """What pieces of text and windows mean; a result never depends on what was read before."""

    def __init__(self, knowledge: Knowledge) -> None:
        del knowledge  # it is only where the memory is kept
        self.pieces: Mapping[str, Piece] = Remembered(read_piece, _PIECES)
        self.cues: Mapping[str, Cue] = Remembered(cue_of, _PIECES)
        self.told: Mapping[str, tuple[Told, ...]] = Remembered(_read, _WINDOWS)


def window_text(before: str, words: str, behind: str) -> str:
    """The key of a window in the memory of what was told: its words between the shapes around them."""
    return f"{before}|{words}|{behind}"


def _read(key: str) -> tuple[Told, ...]:
    before, rest = key.split("|", 1)
    words, behind = rest.rsplit("|", 1)
    # Marks of emphasis in Markdown part no words: **Monday**, Dec. 15.
    places = [place for place, sign in enumerate(words) if sign != _EMPHASIS]
    words = words.replace(_EMPHASIS, "")
    tokens, shift = Tokens(f"{before} {words} {behind}"), len(before) + 1
    found = []
    for phrase in scan(tokens):
        start, end = tokens.starts[phrase.start] - shift, tokens.ends[phrase.end - 1] - shift
        if start >= 0 and end <= len(words):
            found.append(_told(phrase, places[start], places[end - 1] + 1))
    return tuple(found)


def _told(phrase: Phrase, start: int, end: int) -> Told:
    written = zip(_WRITTEN, phrase[-len(_WRITTEN) :], strict=True)
    fields: dict[str, Any] = {name: value for name, value in written if value is not None and value is not False}
    fields["precision"] = phrase.precision
    if phrase.weekday is not None:
        fields["stated_weekday"] = WEEKDAYS[phrase.weekday]
    if phrase.amount is not None and phrase.unit is not None:
        fields["length"] = phrase.amount * DAYS_OF[phrase.unit]
    sense = None if phrase.settled else phrase.sense
    return Told(
        start, end, phrase.precision, phrase.sense(_NO_CLOCK), sense, leans(phrase.sense), asks(phrase.sense), fields
    )
