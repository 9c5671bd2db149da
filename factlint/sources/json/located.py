"""JSON with the place of every string: values as plain trees, strings with the offsets of their characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factlint.sources.draft import Fragment
from factlint.sources.json_string import whole
from factlint.text.offsets import OffsetsBuilder

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.text.offsets import Offsets

_BLANK = re.compile(r"[ \t\r\n]*")
_UNIT = re.compile(
    r"(?P<run>[^\\]+)|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class String:
    """A string: its value, and where what stands between its quotation marks begins and ends in the file."""

    value: str
    start: int
    end: int

    def __str__(self) -> str:
        return self.value

    def fragment(self, file: str) -> Fragment:
        """The value with the place of every character."""
        return Fragment(self.value, self.offsets(file))

    def offsets(self, file: str) -> Offsets:
        """Where its characters stand in the file."""
        made = OffsetsBuilder()
        for unit in _UNIT.finditer(file, self.start, self.end):
            made.add(len(unit["run"]) if unit["run"] else 1, unit.start(), unit.end())
        return made.built()


Value = String | dict[str, "Value"] | list["Value"] | str | int | float | bool | None


def located(text: str) -> Value:
    """The value of a JSON text. Raises ValueError where it is none, and RecursionError where it nests without end."""
    import json

    # As systems write it: line breaks and tabs may stand in a string as they are.
    reader = _Reader(text, json.JSONDecoder(strict=False).raw_decode)
    json.loads(text, strict=False)
    value, _ = reader.value(_after(text, 0))
    return value


class _Reader:
    """Reads values of a text that is known to be sound."""

    def __init__(self, text: str, plain: Callable[[str, int], tuple[Any, int]]) -> None:
        self._text = text
        self._plain = plain

    def value(self, at: int) -> tuple[Value, int]:
        """The value that begins at an offset, and where it ends."""
        char = self._text[at]
        if char == "{":
            return self._object(at + 1)
        if char == "[":
            return self._array(at + 1)
        value, end = self._plain(self._text, at)
        return (String(whole(value), at + 1, end - 1) if char == '"' else value), end

    def _object(self, at: int) -> tuple[Value, int]:
        found: dict[str, Value] = {}
        at = _after(self._text, at)
        while self._text[at] != "}":
            key, at = self._plain(self._text, at)
            at = _after(self._text, _after(self._text, at) + 1)
            found[key], at = self.value(at)
            at = self._next(at)
        return found, at + 1

    def _array(self, at: int) -> tuple[Value, int]:
        found: list[Value] = []
        at = _after(self._text, at)
        while self._text[at] != "]":
            value, at = self.value(at)
            found.append(value)
            at = self._next(at)
        return found, at + 1

    def _next(self, at: int) -> int:
        """The next member, or the end of them."""
        at = _after(self._text, at)
        return _after(self._text, at + 1) if self._text[at] == "," else at


def _after(text: str, at: int) -> int:
    """The first offset behind blanks."""
    match = _BLANK.match(text, at)
    return match.end() if match else at
