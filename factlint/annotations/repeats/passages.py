"""A sentence or paragraph printed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.text.deferred import deferred
from factlint.text.forms import plain_glyphs
from factlint.text.tokens import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.annotations import Reading

_WORD = deferred(rf"[\w{MARKS}]+")
_STOPS = frozenset(".!…")
_CLOSERS = "\"'”’)"
_QUOTES = frozenset("\"“‘'")
# A passage of fewer words is no proof of a double printing; more are asked of words that a speaker may have repeated,
# and of passages that do not stand in a row.
_SHORTEST, _SHORTEST_QUOTED, _SHORTEST_APART = 5, 8, 12
# Heads, captions, summaries and pull quotes repeat the text by their nature.
_PARTS = {"body": "text", "dateline": "text", "standfirst": "text", "boilerplate": "boilerplate"}


class Twice(NamedTuple):
    """A passage that was printed before, and where."""

    start: int
    end: int
    first_start: int
    first_end: int


class _Passage(NamedTuple):
    order: int
    start: int
    end: int


def printed_twice(reading: Reading, spans: Iterable[tuple[int, int]]) -> Iterator[Twice]:
    """Spans whose words stood in the same part of the article (text or boilerplate) before."""
    seen: dict[tuple[str, str], _Passage] = {}
    for order, (start, end) in enumerate(spans):
        part = _PARTS.get(reading.section_at(start))
        text = reading.text[start:end]
        # A question may be asked twice; what has no stop at all is a row of a table.
        if part is None or text.rstrip(_CLOSERS)[-1:] not in _STOPS:
            continue
        words = _WORD.findall(plain_glyphs(text).casefold())
        if len(words) < _SHORTEST or all(word.isdigit() for word in words):
            continue
        first = seen.setdefault((part, " ".join(words)), _Passage(order, start, end))
        if first.order != order and _is_slip(reading, first, order, start, len(words)):
            yield Twice(start, end, first.start, first.end)


def _is_slip(reading: Reading, first: _Passage, order: int, start: int, words: int) -> bool:
    quoted = reading.in_quotes(start + 1) or reading.text[start] in _QUOTES
    if order == first.order + 1:
        return not quoted or words >= _SHORTEST_QUOTED
    return not quoted and words >= _SHORTEST_APART
