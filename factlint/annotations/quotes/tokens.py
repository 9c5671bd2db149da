"""A paragraph as the reporter's own words: tokens in which each quotation is one."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.deferred import deferred
from factlint.text.tokens import MARKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factlint.annotations.quotes.marks import Quotation

_LETTERS = rf"[^\W_]+(?:[{MARKS}]+[^\W_]*)*"
# Initials and titles keep their stop, so that a stop of its own always ends something.
# "Went on" and "shot back" are one verb of saying each.
# A plain small word with a blank behind it, which can be none of these, is nearly every second token: it comes first.
_TOKEN = deferred(
    r"(?=\S)(?:[abcdeijklmnopqrtuvxyz][a-z]*(?= )"
    r"|(?=[fghsw])(?:(?:went|goes|going) on\b|(?:fir(?:ed|es|ing)|shot|shoots|hit|struck) back\b)"
    r"|(?=[A-Z])(?:(?:[A-Z]\.)+(?:-[A-Z][a-z]+)?"
    r"|(?:Mr|Mrs|Ms|Dr|Gov|Sens?|Reps?|Gen|Lt|Col|Capt|Sgt|St|Jr|Sr|Rev|Prof|Adm|Maj|Cmdr|Atty)\."
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.)|"
    rf"{_LETTERS}(?:[’'.&-]{_LETTERS})*(?:[’'](?=\s))?|[^\w\s])"
)


class Token(NamedTuple):
    """A word, a sign or (``quote`` is not None) a whole quotation with its marks.

    ``low`` is the word in lower case, ``word`` says that it is a word or a figure, ``capital`` that it begins with a
    capital letter. Of a quotation ``text`` is its last character.
    """

    start: int
    end: int
    text: str
    low: str
    word: bool
    capital: bool
    quote: int | None = None


# The constructor that a named tuple writes for itself takes twice as long.
_token: Callable[[tuple[int, int, str, str, bool, bool, int | None]], Token] = partial(tuple.__new__, Token)


class Clause(NamedTuple):
    """A sentence with the quotations in it and their numbers; it ends where the reporter's own words do."""

    start: int
    end: int
    quotations: Sequence[tuple[int, Quotation]]

    def tokens(self, text: str) -> list[Token]:
        """Its words and signs, each quotation as one."""
        found: list[Token] = []
        at = self.start
        for number, quotation in self.quotations:
            found.extend(_words(text, at, quotation.opening))
            last = text[quotation.end - 1]
            found.append(Token(quotation.opening, quotation.closing, last, last, False, False, number))
            at = quotation.closing
        # A blank behind the last word shows whether an apostrophe ends it.
        found.extend(token for token in _words(text, at, self.end + 1) if token.start < self.end)
        return found


def clauses(
    bounds: tuple[int, int], quotations: Sequence[tuple[int, Quotation]], ends: Sequence[int]
) -> Iterator[Clause]:
    """The sentences of a paragraph; one that ends inside a quotation goes on to where the reporter's own words end.

    ``quotations`` are those of the paragraph with their numbers; ``ends`` the offsets at which its sentences end.
    """
    start = bounds[0]
    first = 0
    for end in (*ends, bounds[1]):
        last = first
        while last < len(quotations) and quotations[last][1].closing <= end:
            last += 1
        if start < end and (last == len(quotations) or quotations[last][1].opening >= end):
            yield Clause(start, end, quotations[first:last])
            start, first = end, last


def _words(text: str, start: int, end: int) -> list[Token]:
    return [_token((*match.span(), *_nature(match[0]))) for match in _TOKEN.finditer(text, start, end)]


@lru_cache(maxsize=8192)
def _nature(word: str) -> tuple[str, str, bool, bool, None]:
    """What a token is but for its place."""
    return word, word.lower(), word[0].isalnum(), word[0].isupper(), None


def without_dateline(clause: list[Token]) -> list[Token]:
    """A clause without the place that opens a report: ``BERLIN, Dec. 15 (Wire) —``."""
    if len(clause) < 3:
        return clause
    for index, token in enumerate(clause[:12]):
        if token.quote is not None:
            break
        if token.text in {"—", "–", "-"} and index:
            placed = (clause[0].text.isupper() and len(clause[0].text) > 2) or _wired(clause)
            return clause[index + 1 :] if placed else clause
    return clause


def _wired(clause: list[Token]) -> bool:
    """Whether a wire's name stands in brackets near the start: ``Bonn (AFP) –``."""
    signs = "".join(token.text if not token.word else "x" for token in clause[:8])
    return re.match(r"x{1,4}(?:,x{1,3})?\(x\)[—–-]", signs) is not None
