"""A long knowledge file in parts that are knowledge files by themselves, so that no tree of all of it is in memory."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK = 200_000
"""About so many code points of entries are read at a time."""

_MOST_SECTIONS, _LONGEST_ABOUT = 40, 2_000
_TOP = re.compile(r"^[^\s#]", re.MULTILINE)
_KEY = re.compile(r"\w+:")
_HEAD = re.compile(r"\w+:[ \t]*(?:#.*)?\n")
_FIRST = re.compile(r"(?:[ \t]*(?:#.*)?\n)*( *)- ")


def chunks(text: str) -> Iterator[str] | None:
    """The parts of a file: its sections, those that list very many entries line by line in several parts.

    What is said about all entries stands in each part. None where the file is not written so that it can be cut. Where
    a part comes to no sound knowledge, or one key to several parts, it is to be read as a whole after all.
    """
    starts = [top.start() for top in _TOP.finditer(text) if text[top.start()] != "-"]
    keys = [key[0] for start in starts if (key := _KEY.match(text, start))]
    if len(starts) > _MOST_SECTIONS or not len(starts) == len(keys) == len(set(keys)):
        return None
    blocks = dict(zip(keys, pairwise([*starts, len(text)]), strict=True))
    start, end = blocks.pop("about:", (0, 0))
    about = text[start:end]
    if len(about) > _LONGEST_ABOUT or _TOP.search(text[: min(starts, default=0)]):
        return None
    return (about + part for start, end in blocks.values() for part in _parts(text, start, end))


def _parts(text: str, start: int, end: int) -> Iterator[str]:
    head = _HEAD.match(text, start, end)
    first = _FIRST.match(text, head.end(), end) if head and end - start > CHUNK else None
    if head is None or first is None:
        yield text[start:end]
        return
    start, entry = head.end(), f"\n{first[1]}- "
    while start < end:
        stop = text.find(entry, start + CHUNK, end)
        stop = end if stop < 0 else stop + 1
        yield head[0] + text[start:stop]
        start = stop
