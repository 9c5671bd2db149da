"""A unified diff made of what changes, without a search for what differs."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    # Start, end and new words of each change, in the order of the text; none overlap.
    Changes = Iterable[tuple[int, int, str]]

_CONTEXT = 3
_SPECIAL = re.compile(r"[\x00-\x1f\x7f-\x9f\"\\\ud800-\udfff\u2028-\u202e\u2066-\u2069]")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class _Block(NamedTuple):
    """Lines ``first`` to ``last`` (exclusive, counted from 0) of the old text, and those that take their place."""

    first: int
    last: int
    lines: tuple[str, ...]


def unified(path: str, text: str, changes: Changes) -> Iterator[str]:
    """The lines of the diff with their line ends, as patch and git read them; nothing where nothing changes."""
    old = _LINE.findall(text)
    blocks = [block for block in _blocks(text, changes) if tuple(old[block.first : block.last]) != block.lines]
    if not blocks:
        return
    before, after = (path, path) if path.startswith("/") else (f"a/{path}", f"b/{path}")
    yield f"--- {_quoted(before)}\n"
    yield f"+++ {_quoted(after)}\n"
    shift = 0
    for hunk in _hunks(blocks):
        yield from _hunk(hunk, old, shift)
        shift += sum(map(_growth, hunk))


def _quoted(path: str) -> str:
    """A path as git and patch read it: in quotes where it has a sign that would end its line or be taken for another.

    https://git-scm.com/docs/git-config#Documentation/git-config.txt-corequotePath; what is no control stays as it is.
    """
    if not _SPECIAL.search(path):
        return path
    return '"' + _SPECIAL.sub(_octal, path) + '"'


def _octal(match: re.Match[str]) -> str:
    char = match.group()
    if char in '"\\':
        return "\\" + char
    return "".join(f"\\{byte:03o}" for byte in char.encode("utf-8", "surrogateescape"))


def _blocks(text: str, changes: Changes) -> Iterator[_Block]:
    """The lines that change; changes that share a line are in one block."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    pending: list[tuple[int, int, str]] = []
    first = last = 0
    for start, end, words in changes:
        line = bisect_right(starts, start) - 1
        if pending and line >= last:
            yield _block(text, starts, first, last, pending)
            pending = []
        first = first if pending else line
        last = bisect_right(starts, end)
        pending.append((start, end, words))
    if pending:
        yield _block(text, starts, first, last, pending)


def _block(text: str, starts: Sequence[int], first: int, last: int, changes: Changes) -> _Block:
    end = starts[last] if last < len(starts) else len(text)
    # Behind the last line end there is a line only if something stands there.
    lines = last - (last == len(starts) and starts[-1] == len(text))
    parts: list[str] = []
    done = starts[first]
    for start, stop, words in changes:
        parts += (text[done:start], words)
        done = stop
    return _Block(first, lines, tuple(_LINE.findall("".join((*parts, text[done:end])))))


def _hunks(blocks: Iterable[_Block]) -> Iterator[list[_Block]]:
    """Blocks whose context meets are shown together."""
    hunk: list[_Block] = []
    for block in blocks:
        if hunk and block.first - hunk[-1].last > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(block)
    yield hunk


def _hunk(blocks: Sequence[_Block], old: Sequence[str], shift: int) -> Iterator[str]:
    """One hunk; ``shift`` is by how many lines those before it have made the text longer."""
    start, end = max(0, blocks[0].first - _CONTEXT), min(len(old), blocks[-1].last + _CONTEXT)
    count = end - start
    grown = count + sum(map(_growth, blocks))
    yield f"@@ -{_range(start, count)} +{_range(start + shift, grown)} @@\n"
    at = start
    for block in blocks:
        yield from (_line(" ", line) for line in old[at : block.first])
        yield from (_line("-", line) for line in old[block.first : block.last])
        yield from (_line("+", line) for line in block.lines)
        at = block.last
    yield from (_line(" ", line) for line in old[at:end])


def _growth(block: _Block) -> int:
    return len(block.lines) - (block.last - block.first)


def _range(start: int, count: int) -> str:
    """Lines as a diff counts them: from 1, but an empty range by the line before it."""
    return f"{start + bool(count)},{count}" if count != 1 else str(start + 1)


def _line(sign: str, line: str) -> str:
    return f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n\\ No newline at end of file\n"
