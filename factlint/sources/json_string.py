"""Where a JSON text has the value of a field, and where that has the characters it stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.sources.rewriting import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BLANK = re.compile(r"[ \t\r\n]*")
# What one character of the value, or a run of them, can be in JSON (RFC 8259, section 7).
_UNIT = re.compile(
    r"""
      (?P<run> [^\\]{1,4096} )
    | \\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2} | \\u[0-9a-fA-F]{4} | \\.
    """,
    re.VERBOSE | re.DOTALL,
)


def whole(text: str) -> str:
    """A text without halves of surrogate pairs, which JSON can escape but no file can hold; offsets stay."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def value_span(text: str, start: int, name: str) -> tuple[int, int] | None:
    """Start and end, quotation marks included, of the string that a field of the object at ``start`` has.

    Of several fields with one name the last counts, as it does for those who read the object. None where there is no
    such field, or its value is no string. The object must be valid JSON.
    """
    import json

    read = json.JSONDecoder().raw_decode
    found: tuple[int, int] | None = None
    at = _after(text, _after(text, start) + 1)
    while text[at] != "}":
        key, end = read(text, at)
        begin = _after(text, _after(text, end) + 1)
        _, end = read(text, begin)
        if key == name:
            found = (begin, end) if text[begin] == '"' else None
        at = _after(text, end)
        if text[at] == ",":
            at = _after(text, at + 1)
    return found


def _after(text: str, start: int) -> int:
    """The first offset behind blanks."""
    match = _BLANK.match(text, start)
    return match.end() if match else start


def escaped(text: str, start: int, changes: Sequence[Change], *, only_ascii: bool) -> Iterator[Change]:
    """Changes of a string's value as changes of the JSON text; ``start`` is where the string's content begins."""
    import json

    wanted = sorted({offset for change in changes for offset in (change.start, change.end)})
    places = dict(zip(wanted, _places(text, start, wanted), strict=True))
    for change in changes:
        words = json.dumps(change.words, ensure_ascii=only_ascii)[1:-1]
        yield Change(places[change.start], places[change.end], words)


def _places(text: str, start: int, wanted: Iterable[int]) -> Iterator[int]:
    """Where each offset of the value, in ascending order, stands in the JSON text."""
    at, value = start, 0
    for offset in wanted:
        while value < offset:
            unit = _UNIT.match(text, at)
            assert unit is not None  # noqa: S101 - the string was read before, so it is sound
            length = min(len(unit["run"]), offset - value) if unit["run"] else 1
            at, value = (at + length if unit["run"] else unit.end()), value + length
        yield at
