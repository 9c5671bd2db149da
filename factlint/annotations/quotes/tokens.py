"""A paragraph as the reporter's own words: tokens in which each quotation is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.tokens import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotations.quotes.marks import Quotation

_LETTERS = rf"[^\W_]+(?:[{MARKS}]+[^\W_]*)*"
# Initials and titles keep their stop, so that a stop of its own always ends something.
_TOKEN = re.compile(
    r"(?:[A-Z]\.)+(?:-[A-Z][a-z]+)?"
    r"|(?:Mr|Mrs|Ms|Dr|Gov|Sens?|Reps?|Gen|Lt|Col|Capt|Sgt|St|Jr|Sr|Rev|Prof|Adm|Maj|Cmdr|Atty)\."
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.|"
    rf"{_LETTERS}(?:[’'.&-]{_LETTERS})*(?:[’'](?=\s))?|[^\w\s]"
)


class Token(NamedTuple):
    """A word, a sign or (``quote`` is not None) a whole quotation with its marks; ``low`` is the word in lower case."""

    start: int
    end: int
    text: str
    low: str
    quote: int | None = None

    @property
    def word(self) -> bool:
        """Whether it is a word or a figure."""
        return self.quote is None and self.text[0].isalnum()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.quote is None and self.text[0].isupper()


def clauses(
    text: str, bounds: tuple[int, int], quotations: Sequence[tuple[int, Quotation]], ends: Sequence[int]
) -> Iterator[list[Token]]:
    """The sentences of a paragraph; one that ends inside a quotation goes on to where the reporter's own words end.

    ``quotations`` are those of the paragraph with their numbers; ``ends`` the offsets at which its sentences end.
    """
    clause: list[Token] = []
    index = 0
    for token in _tokens(text, bounds, quotations):
        while index < len(ends) and ends[index] <= token.start:
            if clause and ends[index] >= clause[-1].end:
                yield clause
                clause = []
            index += 1
        clause.append(token)
    if clause:
        yield clause


def _tokens(text: str, bounds: tuple[int, int], quotations: Sequence[tuple[int, Quotation]]) -> Iterator[Token]:
    at, end = bounds
    for number, quotation in quotations:
        yield from _words(text, at, quotation.opening)
        last = text[quotation.end - 1]
        yield Token(quotation.opening, quotation.closing, last, last, number)
        at = quotation.closing
    yield from _words(text, at, end)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        yield Token(match.start(), match.end(), word, word.lower())


def without_dateline(clause: list[Token]) -> list[Token]:
    """A clause without the place that opens a report: ``BERLIN, Dec. 15 (Wire) —``."""
    if len(clause) < 3 or not (clause[0].text.isupper() and len(clause[0].text) > 2):
        return clause
    for index, token in enumerate(clause[:12]):
        if token.quote is not None:
            break
        if token.text in {"—", "–", "-"} and index:
            return clause[index + 1 :]
    return clause
