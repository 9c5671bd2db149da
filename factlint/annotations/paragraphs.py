"""Paragraphs: every line that is not blank is one, in whatever section it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.article import Annotation, fact
from factlint.text.deferred import deferred
from factlint.text.tokens import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.article import Section

# A line from its first character that is not blank to its last. A dot is far faster than a class of characters, but
# passes over a carriage return.
_LINE, _LINE_OF_ANY_BREAK = deferred(r"\S(?:.*\S)?"), deferred(r"\S(?:[^\r\n]*\S)?")
_Span = tuple[int, int]
_WORD = deferred(rf"\w[\w{MARKS}]*(?:[’'-]\w[\w{MARKS}]*)*")


@fact
class Paragraph(Annotation):
    """A paragraph; ``index`` counts from 0 over the whole article, ``words`` are its words."""

    index: int
    words: int


def find_lines(text: str) -> list[_Span]:
    """Start and end of every line that is not blank, without blanks at its edges."""
    line = _LINE_OF_ANY_BREAK if "\r" in text else _LINE
    return [match.span() for match in line.finditer(text)]


def find_paragraphs(text: str, sections: Sequence[Section]) -> tuple[_Span, ...]:
    """Start and end of every line that is not blank, without blanks and markup at its edges.

    Markup is what ``sections`` call metadata; a line of nothing else is a paragraph as well.
    """
    lines = find_lines(text)
    marks = [part for part in sections if part.kind == "metadata"]
    if not marks:
        return tuple(lines)
    spans = []
    first = 0
    for span in lines:
        while first < len(marks) and marks[first].end <= span[0]:
            first += 1
        spans.append(_unmarked(text, span, marks, first) or span)
    return tuple(spans)


def _unmarked(text: str, span: _Span, marks: Sequence[Section], first: int) -> _Span | None:
    """A line without the marks at its edges (``first`` is the first that can lie in it); None if nothing is left."""
    last = first
    while last < len(marks) and marks[last].start < span[1]:
        last += 1
    left: _Span | None = span
    for mark in marks[first:last]:
        if left is None or mark.start > left[0]:
            break
        left = _trimmed(text, mark.end, left[1])
    for mark in reversed(marks[first:last]):
        if left is None or mark.end < left[1]:
            break
        left = _trimmed(text, left[0], mark.start)
    return left


def _trimmed(text: str, start: int, end: int) -> _Span | None:
    """A range without blank edges; None if it is blank."""
    piece = text[start:end]
    body = piece.strip()
    if not body:
        return None
    low = start + len(piece) - len(piece.lstrip())
    return low, low + len(body)


def count_words(text: str) -> int:
    """How many words a text has; a contraction and a hyphenated compound count as one."""
    return len(_WORD.findall(text))


def _find(reading: Reading) -> Iterable[Paragraph]:
    for index, (start, end) in enumerate(reading.paragraphs):
        text = reading.text[start:end]
        yield Paragraph(
            start=start, end=end, text=text, place=reading.place(start), index=index, words=count_words(text)
        )


KIND = Kind(name="paragraph", fact=Paragraph, find=_find)
