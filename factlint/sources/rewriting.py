"""From changes of articles to the new bytes of their file; every byte outside the changes stays as it is."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factlint.sources import RawFile, Source


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
        return _by_text(raw, wanted)
    before, encoding, mark = decoded(raw.path, raw.data)
    changes = source.changes(raw, before, wanted)
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


def _by_text(raw: RawFile, wanted: Mapping[str, Wanted]) -> Rewritten:
    """The changes of a file that is no text: those of its articles' texts, one behind the other; its bytes stay."""
    before = ""
    changes: list[Change] = []
    for name in sorted(wanted):
        own = wanted[name]
        changes += (Change(one.start + len(before), one.end + len(before), one.words) for one in own.changes)
        before += own.text + "\n"
    return Rewritten(raw.path, before, tuple(changes), raw.data, raw.data)


def inside(
    source: Source, file: RawFile, text: str, wanted: Mapping[str, Wanted], written: Callable[[str], str]
) -> tuple[Change, ...]:
    """The changes of articles whose texts stand in the file with markup around them; ``written`` escapes words for it.

    Raises ProblemError where an article is another one than was read, or markup stands between the words of a change.
    """
    from factlint.sources import ForeignError, Options

    path, name = file.path, PurePosixPath(file.path).name
    own_text = file._replace(id=name, data=text.encode("utf-8", "surrogatepass"), options=Options(file.options.map))
    try:
        read = source.read(own_text).articles
    except ForeignError:
        raise moved(path) from None
    articles = {article.id: article for article in read}
    found: list[Change] = []
    for key, own in wanted.items():
        article = articles.get(key) or (read[0] if len(read) == len(wanted) == 1 else None)
        # Texts of the head that the settings name stand behind those of the article itself.
        if article is None or article.origin is None or not own.text.startswith(article.text):
            raise moved(path)
        for change in own.changes:
            words = own.text[change.start : change.end]
            start, end = article.origin.span(change.start, change.end)
            exact = change.end <= len(article.text) and article.origin.offsets.exact(change.start, change.end)
            if not exact or text[start:end] != words:
                raise _broken(path, words)
            found.append(Change(start, end, written(change.words)))
    return tuple(sorted(found))


def not_written(path: str) -> ProblemError:
    """The refusal to write a file of a format that is only read."""
    return _refused(path, "files of this format are not written", "--diff shows the change; make it in your own system")


def changed(text: str, changes: Sequence[Change]) -> str:
    """A text with changes that are in its order and do not overlap."""
    parts: list[str] = []
    done = 0
    for change in changes:
        parts += (text[done : change.start], change.words)
        done = change.end
    return "".join((*parts, text[done:]))


def unbroken(path: str, text: str, own: Wanted) -> tuple[Change, ...]:
    """The changes of a wrapped text that was read with blanks for its line breaks.

    Raises ProblemError where one of these stands between the words of a change.
    """
    for change in own.changes:
        words = own.text[change.start : change.end]
        if text[change.start : change.end] != words:
            raise _broken(path, words)
    return own.changes


def in_lines(source: Source, file: RawFile, text: str, wanted: Mapping[str, Wanted]) -> tuple[Change, ...]:
    """The changes of a file that is one article, wrapped copy of which was read with its paragraphs on one line each.

    Raises ProblemError where one of them has a line break of wrapped copy inside.
    """
    if [own.text for own in wanted.values()] == [text]:
        return whole_file(file.path, text, wanted)
    return inside(source, file, text, wanted, str)


def whole_file(path: str, text: str, wanted: Mapping[str, Wanted]) -> tuple[Change, ...]:
    """The changes of a file that is one article; its text is the article's."""
    ((_, own),) = wanted.items()
    if own.text != text:
        raise moved(path)
    return own.changes


def moved(path: str) -> ProblemError:
    """The refusal of a file that is not what was read."""
    return _refused(path, "this file has changed since it was read", "run factlint again")


def _broken(path: str, words: str) -> ProblemError:
    return _refused(path, f"“{words}” has markup, escapes or a line break inside", "make the change by hand")


def _refused(path: str, message: str, hint: str) -> ProblemError:
    return ProblemError(Problem(path, f"not fixed: {message}", hint))
