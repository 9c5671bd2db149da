"""Parts of long knowledge files: a file of a hundred thousand names is neither read nor changed as a whole for one."""

from __future__ import annotations

import re
from typing import NamedTuple

from factlint.text.editing import UnsafeEditError

_LONG = 100_000
"""A file of so many characters is changed without a look at the whole of it."""

# Lines of a file whose sections begin at the edge and whose entries are indented.
_TOP = re.compile(r"^[^\s#]", re.MULTILINE)
_ENTRY = re.compile(r"^[ ]+-[ ](?=name:|\{ ?name:|\[)", re.MULTILINE)


class Excerpt(NamedTuple):
    """A part of a file that is a knowledge file by itself, and what stands before and after it.

    ``head`` is the line of its section, which the part repeats where the section begins further up.
    """

    before: str
    text: str
    after: str = ""
    head: str = ""

    def around(self, text: str) -> str:
        """The whole file with another part in the place of this one. Raises UnsafeEditError where that cannot be."""
        if not text.startswith(self.head):
            raise UnsafeEditError("a section begins in an unusual way")
        return self.before + text.removeprefix(self.head) + self.after


def excerpt(text: str, section: str, name: str | None = None) -> Excerpt:
    """What of a file must be read to change the entry of a name in a section, or to add one at the section's end.

    That is all of it, but for a long file that lists the entries line by line: of this it is that entry, or the last.
    """
    if len(text) < _LONG or "\r" in text or not text.endswith("\n"):
        return Excerpt("", text)
    found = re.search(rf"^{section}:[ \t]*(?:#.*)?\n", text, re.MULTILINE)
    if found is None:
        return Excerpt("", text) if re.search(rf"^\W*{section}\b", text, re.MULTILINE) else Excerpt(text, "")
    stop = _TOP.search(text, found.end())
    end = stop.start() if stop else len(text)
    start, last = _last(text, found.end(), end) if name is None else _named(text, found.end(), end, name)
    if not last:
        return Excerpt("", text)
    return Excerpt(text[:start], found.group() + text[start:last], text[last:], found.group())


def _last(text: str, start: int, end: int) -> tuple[int, int]:
    """The last entry between two places; nothing where there is none."""
    first = 0
    for entry in _ENTRY.finditer(text, start, end):
        first = entry.start()
    return (first, end) if first else (0, 0)


def _named(text: str, start: int, end: int, name: str) -> tuple[int, int]:
    """The one entry of a name between two places; nothing where it is not as clear as that."""
    named = rf"^[ ]+-[ ](?:\{{ ?)?name:[ ]*([\"']?){re.escape(name)}\1[ ]*(?=[,}}#\n])"
    found = list(re.compile(named, re.MULTILINE).finditer(text, start, end))
    if len(found) != 1:
        return 0, 0
    following = _ENTRY.search(text, found[0].end(), end)
    return found[0].start(), following.start() if following else end


def line_of(text: str, word: str) -> int:
    """The line of the last value (key, or cell of a list) that is this word; 0 where there is none."""
    whole = rf"""(?:^|[\[{{,;|:"']|-[ ])[ \t]*({re.escape(word)})[ \t]*(?=$|[\]}},;|:"']|[ ]\#|\r)"""
    line = 0
    for found in re.compile(whole, re.MULTILINE).finditer(text):
        if "#" not in text[text.rfind("\n", 0, found.start(1)) + 1 : found.start(1)]:
            line = text.count("\n", 0, found.start(1)) + 1
    return line
