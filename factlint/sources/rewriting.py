"""From changes of articles to the new bytes of their file; every byte outside the changes stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factlint.sources import RawFile


class Change(NamedTuple):
    """Other words for the code points ``start`` to ``end`` (exclusive) of a text."""

    start: int
    end: int
    words: str


class Wanted(NamedTuple):
    """Changes of one article: its text as it was read, and the changes in text order, none of which overlap."""

    text: str
    changes: tuple[Change, ...]


class Rewritten(NamedTuple):
    """A file before, as text without its byte order mark and as bytes; what changes in that text; the new bytes."""

    path: str
    before: str
    changes: tuple[Change, ...]
    old: bytes
    data: bytes


def rewritten(raw: RawFile, wanted: Mapping[str, Wanted]) -> Rewritten:
    """The file with the changes of its articles.

    Raises ProblemError where the file is another one than was read, its format is not written, or its encoding lacks a
    character.
    """
    from factlint.sources import source_of
    from factlint.sources.encoding import decoded

    source = source_of(raw.path)
    if source is None or source.changes is None:
        raise _refused(raw.path, "files of this format are not written", "make the change by hand")
    before, encoding, mark = decoded(raw.path, raw.data)
    changes = source.changes(raw.path, before, wanted)
    after = changed(before, changes)
    try:
        data = mark + after.encode(encoding)
        same = mark + before.encode(encoding) == raw.data
    except UnicodeEncodeError as error:
        lacking = after[error.start : error.end]
        message = f"a fix needs “{lacking}”, which the encoding of this file ({encoding}) does not have"
        raise _refused(raw.path, message, "save the file as UTF-8") from None
    if not same:
        raise _refused(raw.path, f"this file cannot be written as it was read ({encoding})", "save it as UTF-8")
    return Rewritten(raw.path, before, changes, raw.data, data)


def changed(text: str, changes: Sequence[Change]) -> str:
    """A text with changes that are in its order and do not overlap."""
    parts: list[str] = []
    done = 0
    for change in changes:
        parts += (text[done : change.start], change.words)
        done = change.end
    return "".join((*parts, text[done:]))


def whole_file(path: str, text: str, wanted: Mapping[str, Wanted]) -> tuple[Change, ...]:
    """The changes of a file that is one article; its text is the article's."""
    ((_, own),) = wanted.items()
    if own.text != text:
        raise moved(path)
    return own.changes


def moved(path: str) -> ProblemError:
    """The refusal of a file that is not what was read."""
    return _refused(path, "this file has changed since it was read", "run factlint again")


def _refused(path: str, message: str, hint: str) -> ProblemError:
    return ProblemError(Problem(path, f"not fixed: {message}", hint))
