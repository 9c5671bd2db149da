"""A sentence or paragraph printed twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.deferred import deferred
from factlint.text.forms import plain_glyphs
from factlint.text.plain import lowered
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
    """A passage and its number among those that were asked about."""

    order: int
    start: int
    end: int


_Trace = tuple[str, int, int, int]
"""The part of an article, and numbers that are the same for passages of the same words, and of few others."""


def printed_twice(reading: Reading, spans: Iterable[tuple[int, int]]) -> Iterator[Twice]:
    """Spans whose words stood in the same part of the article (text or boilerplate) before."""
    spans = tuple(spans)
    traces = list(_traces(reading, spans))
    counts = Counter(traces)
    seen: dict[tuple[str, str], _Passage] = {}
    for order, ((start, end), trace) in enumerate(zip(spans, traces, strict=True)):
        if trace is None or counts[trace] == 1:
            continue
        words = _WORD.findall(plain_glyphs(reading.text[start:end]).casefold())
        if len(words) < _SHORTEST or all(word.isdigit() for word in words):
            continue
        passage = _Passage(order, start, end)
        first = seen.setdefault((trace[0], " ".join(words)), passage)
        if first is not passage and _is_slip(reading, first, passage, len(words)):
            yield Twice(start, end, first.start, first.end)


def _traces(reading: Reading, spans: Iterable[tuple[int, int]]) -> Iterator[_Trace | None]:
    """The trace of each span, None where it is not printed twice by mistake: to count letters is nearly free."""
    text, low = reading.text, lowered(reading.text)
    for start, end in spans:
        part = _PARTS.get(reading.section_at(start))
        last = text[max(start, end - 1) : end]
        if last in _CLOSERS:
            last = text[start:end].rstrip(_CLOSERS)[-1:]
        # A question may be asked twice; what has no stop at all is a row of a table.
        if part is not None and last in _STOPS:
            # No other letter, ligature or sign becomes one of these three when case and glyphs are folded.
            yield part, low.count("e", start, end), low.count("o", start, end), low.count("r", start, end)
        else:
            yield None


def _is_slip(reading: Reading, first: _Passage, second: _Passage, words: int) -> bool:
    quoted = reading.in_quotes(second.start + 1) or reading.text[second.start] in _QUOTES
    if second.order == first.order + 1:
        return not quoted or words >= _SHORTEST_QUOTED
    return not quoted and words >= _SHORTEST_APART
