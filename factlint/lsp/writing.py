"""Where in a YAML file somebody is writing, told from its lines: a file that is being typed is seldom whole."""

from __future__ import annotations

import re
from typing import NamedTuple

_LEAD = re.compile(r"[ ]*(?:-[ ]+|-$)*")
_KEY = re.compile(r"(?P<key>[\w./*\-]+(?: in)?|\"[^\"\n]*\"|'[^'\n]*')[ ]*:(?:[ ]+|$)")
_BRACE = re.compile(r"\"(?:\\.|[^\"\\])*\"?|(?<![\w’])'[^']*'?|[{}\[\],]")


class Spot(NamedTuple):
    """A place: the keys around it from the root, and whether a key is written there or (``value``) what it says.

    ``key`` is the last of the keys where a value is written. ``start`` is where the value, or the word of the key,
    begins.
    """

    keys: tuple[str, ...]
    start: int
    value: bool

    @property
    def key(self) -> str:
        """The innermost key."""
        return self.keys[-1] if self.keys else ""


def spot(text: str, offset: int) -> Spot:
    """The place at an offset."""
    begin = text.rfind("\n", 0, offset) + 1
    line = text[begin:offset]
    lead = _LEAD.match(line)
    indent = lead.end() if lead else 0
    above = _above(text, begin, indent)
    if above is not None and above.block:
        return Spot(above.keys, above.start, True)
    keys = above.keys if above is not None else ()
    found = _KEY.match(line, indent)
    if found is None:
        return _inside(line, indent, begin, keys)
    return _inside(line, found.end(), begin, (*keys, _bare(found["key"])), value=True)


def _inside(line: str, at: int, begin: int, keys: tuple[str, ...], *, value: bool = False) -> Spot:
    """The place behind an offset of a line, which may lie in braces and brackets."""
    opened: list[tuple[str, int, tuple[str, ...]]] = []
    start, here, is_value = at, keys, value
    for mark in _BRACE.finditer(line, at):
        sign = mark.group()
        if sign in "{[" and (mark.start() == start or opened):
            opened.append((sign, start, here))
            start = mark.end()
        elif sign in "}]" and opened:
            _, start, here = opened.pop()
        elif sign == "," and opened:
            start, here = mark.end(), opened[-1][2]
        else:
            continue
        start += len(line[start:]) - len(line[start:].lstrip(" "))
        is_value = not opened or opened[-1][0] == "["
        found = _KEY.match(line, start) if opened and opened[-1][0] == "{" else None
        if found is not None:
            here, start, is_value = (*here, _bare(found["key"])), found.end(), True
    if not opened:
        start, here, is_value = at, keys, value
    return Spot(here, begin + start, is_value)


class _Above(NamedTuple):
    keys: tuple[str, ...]
    start: int
    block: bool


def _above(text: str, begin: int, indent: int) -> _Above | None:
    """The keys that the lines above put around an indented one, and whether it goes on with the value of the last."""
    keys: list[str] = []
    start, block, nearest = 0, False, True
    while begin > 0 and indent > 0:
        end = begin - 1
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        lead = _LEAD.match(line)
        at = lead.end() if lead else 0
        found = _KEY.match(line, at)
        if found is None or at >= indent:
            # A list may stand as far to the left as its key; of a line that is no key only the dash counts.
            continue
        keys.insert(0, _bare(found["key"]))
        rest = line[found.end() :].strip()
        if nearest and rest and not rest.startswith("#"):
            block, start = True, (begin + found.end() if rest[0] not in "|>" else end + 1)
        nearest = False
        indent = len(line) - len(line.lstrip(" ")) if "-" in line[:at] else at
    return _Above(tuple(keys), start, block) if keys else None


def _bare(key: str) -> str:
    return key.strip("\"'")


def whole_value(text: str, key: str, before: int | None = None) -> str:
    """All that is written under a key, that of the last such key before an offset."""
    named = re.compile(rf"^([ ]*(?:-[ ]+)?){re.escape(key)}:[ ]*", re.MULTILINE)
    found = list(named.finditer(text, 0, len(text) if before is None else before))
    if not found:
        return ""
    last = found[-1]
    width = len(last[1])
    lines = text[last.end() :].split("\n")
    more = []
    for line in lines[1:]:
        if line.strip() and len(line) - len(line.lstrip(" ")) <= width:
            break
        more.append(line)
    return "\n".join([lines[0].lstrip("|>-+"), *more])
