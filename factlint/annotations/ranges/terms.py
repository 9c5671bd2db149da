"""Terms with the years in which they begin and end: ``a four-year term, which began in 2023, ends in 2026``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.deferred import deferred
from factlint.text.lengths import Length, lengths_in

if TYPE_CHECKING:
    from factlint.annotations.dates.date import Date
    from factlint.text.span import Span

_BEGINS = deferred(
    r"\b(?:began|begun|begins?|beginning|started|starts?|starting|took office|signed|dating) in \Z", re.IGNORECASE
)
_ENDS = deferred(
    r"\b(?:ends?|ended|ending|expires?|expired|expiring|runs? out|finish(?:es|ed)?|is over|due to end) in \Z",
    re.IGNORECASE,
)
_TERM = deferred(
    r"-(?:year|month) (?:[\w’'-]+ ){0,2}"
    r"(?:term|mandate|contract|deal|lease|sentence|ban|tenure|loan|programme|program|plan)\b"
)
_REACH, _VERB = 120, 30


class Term(NamedTuple):
    """The years of a term and the length that the sentence gives it."""

    first: Date
    last: Date
    length: Length


def term_at(text: str, sentence: Span, first: Date, last: Date) -> Term | None:
    """The term that begins in the first and ends in the last of two years of a sentence."""
    if first.year is None or last.year is None or last.start - first.end > _REACH:
        return None
    if _BEGINS.search(text, max(sentence.start, first.start - _VERB), first.start) is None:
        return None
    if _ENDS.search(text, first.end, last.start) is None:
        return None
    named = _TERM.search(text, max(sentence.start, first.start - _REACH), first.start)
    lengths = [] if named is None else lengths_in(text, max(sentence.start, named.start() - _VERB), named.end())
    return Term(first, last, lengths[-1]) if lengths and lengths[-1].bound is None else None
