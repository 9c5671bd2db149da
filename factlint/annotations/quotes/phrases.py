"""Where a phrase that names somebody begins and ends, read word by word from one of its edges."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.quotes.cues import (
    ADVERBS,
    ALONE,
    AUXILIARIES,
    BREAKS,
    CUES,
    DETERMINERS,
    GERUND,
    OUTSIDE,
    PARTICLES,
    PERIODS,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECTS,
    TIMES,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.annotations.quotes.tokens import Token

# No phrase is longer, in tokens.
REACH = 16
_INSIDE = frozenset("&/")


class Phrase(NamedTuple):
    """Tokens ``start`` to ``end`` (exclusive) of a clause."""

    start: int
    end: int


def is_adverb(token: Token) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return token.low in ADVERBS or (token.low.endswith("ly") and token.text.islower())


def is_helper(token: Token) -> bool:
    """Whether a word is an auxiliary verb, and not the first name of Will or May."""
    return token.low in AUXILIARIES and not token.capital


def phrase_ending(tokens: Sequence[Token], end: int, low: int) -> Phrase | None:
    """The phrase that names somebody and ends before ``end``; it begins at ``low`` or later."""
    if end <= low or not tokens[end - 1].word:
        return None
    if tokens[end - 1].low in PRONOUNS:
        return Phrase(end - 1, end)
    start = end
    while start > max(low, end - REACH) and _belongs(tokens, start - 1, low, last=start == end):
        start -= 1
        if tokens[start].low in DETERMINERS and not _hangs_on_noun(tokens, start, low):
            break
    if start == end - 1 and start > low and tokens[start - 1].low in SUBJECTS and tokens[start].text.islower():
        return Phrase(start - 1, start)  # the word is the verb: he wants, they left
    if start + 2 < end and tokens[start].low.endswith("ed") and tokens[start + 1].low == "by":
        start += 2  # was denied by Ray, who
    return _trimmed(tokens, start, end)


def _belongs(tokens: Sequence[Token], index: int, low: int, *, last: bool) -> bool:
    token = tokens[index]
    if not token.word:
        return token.quote is None and token.text in _INSIDE
    if token.low == "and":
        return _joins_names(tokens, index, low)
    if token.low in PREPOSITIONS:
        return index > low and _is_noun(tokens[index - 1])
    if token.low in BREAKS or is_adverb(token) or is_helper(token):
        return False
    return token.capital or token.low not in CUES or (last and token.low not in GERUND)


def _joins_names(tokens: Sequence[Token], index: int, low: int) -> bool:
    """Whether an ``and`` joins two names that begin the clause, not two clauses."""
    if index == low or not (tokens[index - 1].capital and tokens[index + 1].capital):
        return False
    first = index
    while first > max(low, index - REACH) and tokens[first - 1].capital:
        first -= 1
    return first == low or not tokens[first - 1].word


def _hangs_on_noun(tokens: Sequence[Token], start: int, low: int) -> bool:
    """Whether a phrase from ``start`` hangs on a noun before it: ``the head of (the agency)``."""
    return start - 1 > low and tokens[start - 1].low in PREPOSITIONS and _is_noun(tokens[start - 2])


def _is_noun(token: Token) -> bool:
    if token.low in ALONE:
        return True
    if not token.word or token.low in PREPOSITIONS or token.low in BREAKS:
        return False
    return not is_adverb(token) and token.low not in AUXILIARIES and token.low not in CUES


def phrase_starting(tokens: Sequence[Token], start: int, high: int) -> Phrase | None:
    """The phrase that names somebody and begins at ``start``; it ends before ``high``."""
    if start >= high or not tokens[start].word:
        return None
    if tokens[start].low in PRONOUNS and tokens[start].low != "one":
        return Phrase(start, start + 1)
    end = start
    while end < min(high, start + REACH) and _goes_on(tokens, start, end, high):
        end += 1
    return _trimmed(tokens, start, end)


def _goes_on(tokens: Sequence[Token], start: int, index: int, high: int) -> bool:
    token = tokens[index]
    if not token.word:
        return token.quote is None and token.text in _INSIDE
    if token.low in PREPOSITIONS or token.low == "and":
        return _links(tokens, start, index, high)
    if token.low in BREAKS or is_helper(token):
        return False
    # Behind an article, or "of", a form such as "challenge" or "state" is the noun.
    noun = index > start and (tokens[index - 1].low in DETERMINERS or tokens[index - 1].low == "of")
    return token.capital or token.low not in CUES or noun


def _links(tokens: Sequence[Token], start: int, index: int, high: int) -> bool:
    """Whether a phrase goes on behind a preposition or ``and``: a noun takes more words with it, a name few."""
    if index == start or index + 1 >= high or tokens[index].low in OUTSIDE:
        return False
    if tokens[index - 1].capital:
        return tokens[index].low in {"of", "and"} and tokens[index + 1].capital
    return True


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """A phrase without time words at its edges and without what follows a name."""
    while start < end and (tokens[start].text in TIMES or tokens[start].low in PREPOSITIONS or not tokens[start].word):
        start += 1
    if start < end and tokens[start].low not in DETERMINERS:
        end = _name_end(tokens, start, end)
    while start < end and _trails(tokens[end - 1]):
        end -= 1
    return Phrase(start, end) if start < end and _may_name(tokens[end - 1]) else None


def _trails(token: Token) -> bool:
    timed = token.text in TIMES or token.text in ADVERBS
    return timed or token.low.endswith(("self", "selves")) or not token.word


def _may_name(last: Token) -> bool:
    """Whether the last word of a phrase may stand for somebody: no possessive, participle, article or day."""
    if last.low in PREPOSITIONS or last.low in PERIODS or (last.low in DETERMINERS and last.low not in ALONE):
        return False
    return not last.low.endswith(("'s", "’s")) and (last.capital or not last.low.endswith("ed"))


def _name_end(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where the run of capitalised words ends that ``start``, or small words from there, lead up to."""
    index = start
    while index < end and not tokens[index].capital:
        if tokens[index].low in PREPOSITIONS:
            return end
        index += 1
    while index < end and (tokens[index].capital or _is_particle(tokens, index, end)):
        if tokens[index].text in TIMES and index > start:
            return index
        index += 1
    if index == end or tokens[index].low in PREPOSITIONS or tokens[index].text in TIMES or not tokens[index].word:
        return index
    # A noun goes on behind a name, a verb does not: White House officials, Ray gestured.
    return index if tokens[index].low.endswith("ed") else end


def _is_particle(tokens: Sequence[Token], index: int, end: int) -> bool:
    if index + 1 >= end or not tokens[index + 1].capital:
        return False
    return tokens[index].low in PARTICLES or tokens[index].text in _INSIDE
