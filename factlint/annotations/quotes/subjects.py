"""The subject of a verb: right before it, before what is put in between, or at the start of the clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.quotes.cues import (
    AUXILIARIES,
    BREAKS,
    CUES,
    DETERMINERS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from factlint.annotations.quotes.phrases import (
    REACH,
    Phrase,
    is_adverb,
    is_helper,
    phrase_ending,
    phrase_starting,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.annotations.quotes.tokens import Token

_DASHES = frozenset("—–-")
_BEFORE_VERB = frozenset({"first", "go on", "goes on", "went on"})
# What is put in between a subject and its verb, or before the main clause, is no longer than so many tokens.
_FAR = 3 * REACH


def subject_before(tokens: Sequence[Token], verb: int, low: int) -> Phrase | None:
    """The phrase that is the subject of the verb at an index, looked for from there back to ``low``."""
    end = _before_verb(tokens, verb, low)
    if end > low and tokens[end - 1].text == ")":
        end = _before_bracket(tokens, end, low)
    if end <= low:
        return None
    last = tokens[end - 1]
    if last.quote is None and (last.text == "," or last.text in _DASHES):
        return _before_insertion(tokens, end - 1, low)
    if last.low == "who":
        end -= 1
        end -= end > low and tokens[end - 1].text == ","
    return phrase_ending(tokens, end, low)


def _before_verb(tokens: Sequence[Token], verb: int, low: int) -> int:
    """Where the words begin that belong to a verb: ``has also (said)``, ``went on to (say)``."""
    end = verb
    while end > low and (
        is_helper(tokens[end - 1]) or is_adverb(tokens[end - 1]) or tokens[end - 1].low in _BEFORE_VERB
    ):
        end -= 1
    return end


def _before_bracket(tokens: Sequence[Token], end: int, low: int) -> int:
    return next((index for index in range(end - 1, max(low, end - REACH) - 1, -1) if tokens[index].text == "("), low)


def _before_insertion(tokens: Sequence[Token], end: int, low: int) -> Phrase | None:
    """The subject before ``, who called in,``, of which the last sign is at ``end``: the nearest name, else noun."""
    nearest = None
    for index in range(end - 1, max(low, end - _FAR) - 1, -1):
        if tokens[index].text != tokens[end].text or tokens[index].quote is not None:
            continue
        phrase = phrase_ending(tokens, index, low)
        if phrase and tokens[phrase.end - 1].capital and tokens[phrase.start].low not in {"a", "an"}:
            return phrase
        nearest = nearest or phrase
    return nearest


def main_subject(tokens: Sequence[Token], high: int) -> Phrase | None:
    """The subject of a clause up to ``high``, past an opening such as ``In Ohio on Monday,``; None where unsure."""
    index = 0
    opening = False
    while index < min(high, _FAR) and _leads_in(tokens[index]):
        opening = opening or tokens[index].low in SUBORDINATORS
        index += 1
    if index >= high:
        return None
    first = tokens[index].low
    if opening or first in PREPOSITIONS or (first.endswith(("ing", "ed")) and first not in PRONOUNS):
        comma = next((at for at in range(index, min(high, index + _FAR)) if tokens[at].text == ","), None)
        if comma is None or _lists(tokens, comma + 1, high):
            return None
        index = comma + 1
    return _forward(tokens, index, high)


def _leads_in(token: Token) -> bool:
    if token.low in PRONOUNS or token.quote is not None:
        return False
    return not token.word or token.low in BREAKS or is_adverb(token)


def _lists(tokens: Sequence[Token], index: int, high: int) -> bool:
    """Whether a name behind a comma is followed by another one: ``the leaders of Denmark, Finland, France``."""
    high = min(high, index + REACH)
    sign = next((at for at in range(index, high) if not tokens[at].capital), high)
    return sign + 1 < high and tokens[sign].text in {",", "and"} and tokens[sign + 1].capital


def _forward(tokens: Sequence[Token], start: int, high: int) -> Phrase | None:
    """The subject that begins at ``start``, when its end is sure: a pronoun, a name, a word for somebody."""
    phrase = phrase_starting(tokens, start, high)
    if phrase is None or tokens[start].low in PRONOUNS:
        return phrase
    first = phrase.start + (tokens[phrase.start].low in DETERMINERS)
    index = first
    while index < phrase.end and (tokens[index].capital or not tokens[index].word):
        index += 1
    if index < phrase.end and tokens[index].low in PEOPLE:
        return Phrase(phrase.start, index + 1)
    if first == phrase.start and index > first:
        # One capital may be that of the sentence; two make a name, whatever follows.
        return Phrase(first, index) if index > first + 1 or _may_be_verb(tokens, index, high) else None
    return phrase if _may_be_verb(tokens, phrase.end, high) else None


def _may_be_verb(tokens: Sequence[Token], index: int, high: int) -> bool:
    while index < high and is_adverb(tokens[index]):
        index += 1
    word = tokens[index].low if index < high else ""
    return word in AUXILIARIES or word in CUES or word == "," or word.endswith("ed")
