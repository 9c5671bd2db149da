"""The part of a line around a place, cut to the width of the screen, and the underline below the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text.cells import ELLIPSIS, cells, fitting, starts_word, units
from factlint.text.deferred import deferred
from factlint.text.values import plain

if TYPE_CHECKING:
    from factlint.findings import Location

_BREAK = deferred(r"[\r\n]")
# A word that is cut by the edge goes as a whole if it is no longer than this.
_WORD = 16
# What stays for the words around a place that alone would fill the line.
_CONTEXT = 16


@plain
class Excerpt:
    """What stands before, at and after a place, ready to be shown."""

    before: str
    words: str
    after: str

    @property
    def underline(self) -> str:
        """The line below: blanks, then a mark under every cell of the words (a caret for a single one or for none)."""
        length = cells(self.words)
        return " " * cells(self.before) + ("~" * length if length > 1 else "^")


def excerpt(text: str, place: Location, room: int) -> Excerpt:
    """At most ``room`` cells of the line in which a place starts.

    Only a window around the place is looked at, so a line may be of any length.
    """
    reach = 3 * room
    low = max(0, place.start - reach)
    line = max(low, *(text.rfind(char, low, place.start) + 1 for char in "\r\n"))
    left = text[line : place.start]
    right = text[place.start : place.start + 2 * reach]
    end = _BREAK.search(right)
    right = right[: end.start()] if end else right
    length = place.end - place.start
    goes_on = end is None and place.start + len(right) < len(text)
    begun = line > 0 and text[line - 1] not in "\r\n"
    return _fit(left, right[:length], right[length:], room, begun, goes_on)


def _fit(left: str, words: str, right: str, room: int, cut_left: bool, cut_right: bool) -> Excerpt:
    middle = units(words)
    count = fitting(middle, room - (_CONTEXT if left or cut_left else 0) - 1)
    if count < len(middle):
        before = _before(units(left), _CONTEXT, cut_left)
        return Excerpt(before, "".join(middle[:count]).rstrip(), ELLIPSIS)
    rest = room - cells("".join(middle))
    after = units(right.rstrip())
    wanted = min(rest, sum(map(cells, after)) + cut_right)
    before = _before(units(left), max(rest * 3 // 5, rest - wanted), cut_left)
    return Excerpt(before, "".join(middle), _after(after, rest - cells(before), cut_right))


def _before(shown: list[str], room: int, cut: bool) -> str:
    """The end of what stands before the place."""
    count = fitting(shown[::-1], room)
    if count == len(shown) and not cut:
        return "".join(shown).lstrip()
    tail = shown[len(shown) - fitting(shown[::-1], room - 1) :]
    return ELLIPSIS + "".join(tail[starts_word(tail, min(_WORD, len(tail) // 2)) :])


def _after(shown: list[str], room: int, cut: bool) -> str:
    """The beginning of what stands after the place."""
    if not cut and fitting(shown, room) == len(shown):
        return "".join(shown)
    head = shown[: fitting(shown, max(0, room - 1))]
    last_word = range(len(head) - 1, max(0, len(head) - _WORD), -1)
    blank = next((index for index in last_word if head[index] == " "), len(head))
    return "".join(head[:blank]) + ELLIPSIS
