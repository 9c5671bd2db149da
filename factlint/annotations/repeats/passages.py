"""A sentence or paragraph printed twice."""

from __future__ import annotations

from collections import Counter
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
    """A passage and its number; ``trace`` is the same for passages of the same words, and of few others."""

    order: int
    start: int
    end: int
    trace: tuple[str, int, int, int]


def printed_twice(reading: Reading, spans: Iterable[tuple[int, int]]) -> Iterator[Twice]:
    """Spans whose words stood in the same part of the article (text or boilerplate) before."""
    passages = list(_passages(reading, spans))
    traces = Counter(passage.trace for passage in passages)
    seen: dict[tuple[str, str], _Passage] = {}
    for passage in passages:
        if traces[passage.trace] == 1:
            continue
        words = _WORD.findall(plain_glyphs(reading.text[passage.start : passage.end]).casefold())
        if len(words) < _SHORTEST or all(word.isdigit() for word in words):
            continue
        first = seen.setdefault((passage.trace[0], " ".join(words)), passage)
        if first is not passage and _is_slip(reading, first, passage, len(words)):
            yield Twice(passage.start, passage.end, first.start, first.end)


def _passages(reading: Reading, spans: Iterable[tuple[int, int]]) -> Iterator[_Passage]:
    """The spans that may be printed twice by mistake, each with its trace: to count letters is nearly free."""
    for order, (start, end) in enumerate(spans):
        part = _PARTS.get(reading.section_at(start))
        text = reading.text[start:end].lower()
        # A question may be asked twice; what has no stop at all is a row of a table.
        if part is not None and text.rstrip(_CLOSERS)[-1:] in _STOPS:
            # No other letter, ligature or sign becomes one of these three when case and glyphs are folded.
            yield _Passage(order, start, end, (part, text.count("e"), text.count("o"), text.count("r")))


def _is_slip(reading: Reading, first: _Passage, second: _Passage, words: int) -> bool:
    quoted = reading.in_quotes(second.start + 1) or reading.text[second.start] in _QUOTES
    if second.order == first.order + 1:
        return not quoted or words >= _SHORTEST_QUOTED
    return not quoted and words >= _SHORTEST_APART
