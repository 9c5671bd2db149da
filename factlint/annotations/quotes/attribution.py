"""Who is credited with a quotation inside one sentence of the reporter's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.quotes.cues import (
    AUXILIARIES,
    BASE,
    BEING,
    BREAKS,
    CUES,
    FINITE,
    GERUND,
    INVERTING,
    NAMING,
    NOUNS,
    PASSIVE,
    PEOPLE,
    PLURAL,
    PREPOSITIONS,
    PRONOUNS,
    TELLING,
    WEAK,
)
from factlint.annotations.quotes.phrases import Phrase, is_adverb, phrase_ending, phrase_starting
from factlint.annotations.quotes.subjects import main_subject, subject_before
from factlint.text.deferred import deferred

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotations.quotes.tokens import Token

# How far, in tokens, a verb of saying is looked for, and how far a verb reaches that says much else.
_REACH = 80
_NEAR = 10
# How many verbs, or parts of a sentence, are tried: so that the cost of a quotation has a bound.
_TRIES = 8
# No sentence that only names a speaker is longer.
_ALONE = 10
# A quotation that ends so goes on into the sentence of the reporter.
_OPEN_ENDS = frozenset(",?!—–-…")
_DASHES = frozenset("—–―-")
_REPORTING = FINITE - WEAK - NOUNS
_INVERTING_BEHIND_COMMA = (FINITE - TELLING) | INVERTING
# One of these stands in each sentence that reports somebody to have spoken.
_LEADING_ON = FINITE | {"according"}
_LETTERS = deferred(r"[a-z]+")
_NICKNAME = 20
# Words that say when somebody spoke.
_TIMES = frozenset(["last", "late", "early", "this", "as", "while"])
# What may stand between a quotation and the words for its speaker; the single mark is that of a quotation inside it.
_JOINTS = frozenset([",", "—", "–", "―", "-", ".", "'", "’"])


class Credit(NamedTuple):
    """The tokens that name the speaker, and the index of the token that attributes."""

    phrase: Phrase
    cue: int


def credit_in_clause(tokens: Sequence[Token], at: int) -> Credit | None:
    """Who is credited with the quotation that is the token ``at``: right behind it, at the far end, or before it."""
    if _is_nickname(tokens, at):
        return None
    found = _right_behind(tokens, at) or _far_behind(tokens, at) or _before(tokens, at)
    return _named(tokens, found) if found else None


def _named(tokens: Sequence[Token], credit: Credit) -> Credit:
    """With the name that a pronoun stands for, the subject of the same sentence: ``Ray said he is “…``."""
    start = credit.phrase.start
    if tokens[start].low not in {"he", "she"}:
        return credit
    subject = main_subject(tokens, start)
    return Credit(subject, credit.cue) if subject and _is_person_like(tokens, subject) else credit


def _is_person_like(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return tokens[phrase.start].low not in PRONOUNS and tokens[phrase.end - 1].capital


def may_report(sentence: str) -> bool:
    """Whether a sentence without a quotation has what ``credit_in_report`` needs; nearly free, and mostly untrue."""
    return sentence.endswith(":") or not _LEADING_ON.isdisjoint(_LETTERS.findall(sentence.lower()))


def credit_in_report(tokens: Sequence[Token]) -> Credit | None:
    """Whose words a sentence without a quotation leads up to: ``Merz went on:``, or whom it reports to have spoken."""
    if tokens and tokens[-1].text == ":":
        return _before(tokens, len(tokens))
    said = _far_behind(tokens, -1)
    if said:
        return said
    phrase = main_subject(tokens, len(tokens))
    if phrase is None:
        return None
    cue = next((index for index in range(phrase.end, len(tokens)) if _reports(tokens, index)), None)
    return None if cue is None else Credit(phrase, cue)


def credit_alone(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is nothing but the words for a speaker: ``Ray said on Monday``."""
    return 0 < len(tokens) <= _ALONE and _said_from(tokens, 0) is not None


def _reports(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word is a verb of saying, or of much else with ``that`` behind it."""
    low = tokens[index].low
    return low in _REPORTING or (low in FINITE and index + 1 < len(tokens) and tokens[index + 1].low == "that")


def _is_nickname(tokens: Sequence[Token], at: int) -> bool:
    """Whether a short quotation stands inside a name: ``George “Jay” Keyworth``."""
    inside = 0 < at < len(tokens) - 1 and tokens[at - 1].capital and tokens[at + 1].capital
    return inside and tokens[at].text.isalnum() and tokens[at].end - tokens[at].start <= _NICKNAME


def _right_behind(tokens: Sequence[Token], at: int) -> Credit | None:
    """``…,” Merz said``, ``…,” said Merz``, ``…”, according to officials``."""
    index = at + 1
    while index < len(tokens) and _joins(tokens[index]):
        index += 1
    if index >= len(tokens) or tokens[index].quote is not None:
        return None
    open_end = tokens[at].text in _OPEN_ENDS
    signed = _signed(tokens, index) if tokens[index - 1].text in _DASHES else None
    if signed:
        return signed
    if tokens[index].low in (_INVERTING_BEHIND_COMMA if open_end else INVERTING):
        return _inverted(tokens, index)
    found = _according(tokens, index, len(tokens)) or _said_from(tokens, index)
    return found or (_led_on(tokens, index) if tokens[at].text == "," else None)


def _signed(tokens: Sequence[Token], start: int) -> Credit | None:
    """The name behind a dash that ends a pull quote: ``“We agree.” – Jane Roe``."""
    phrase = phrase_starting(tokens, start, len(tokens))
    whole = phrase is not None and phrase.start == start and tokens[start].capital
    rest = tokens[phrase.end :] if phrase else ()
    return Credit(phrase, start - 1) if phrase and whole and all(not token.word for token in rest[:1]) else None


def _led_on(tokens: Sequence[Token], start: int) -> Credit | None:
    """The name right behind a quotation that ends in a comma: ``…,” Jo Ray, a nurse who votes here, grumbled``."""
    phrase = phrase_starting(tokens, start, len(tokens))
    if phrase is None or phrase.start != start or not _is_name(tokens, phrase):
        return None
    verbs = range(phrase.end, min(len(tokens), start + _REACH))
    verb = next((at for at in verbs if tokens[at].low in _REPORTING and _closes(tokens, at)), None)
    return None if verb is None else Credit(phrase, verb)


def _joins(token: Token) -> bool:
    """Whether a sign or word may stand between a quotation and the words for its speaker."""
    return token.quote is None and (token.text in _JOINTS or is_adverb(token))


def _inverted(tokens: Sequence[Token], verb: int) -> Credit | None:
    start = verb + 1
    while start < len(tokens) and is_adverb(tokens[start]):
        start += 1
    if start >= len(tokens) or tokens[start].low in {"that", "to"}:
        return None
    phrase = phrase_starting(tokens, start, len(tokens))
    return Credit(phrase, verb) if phrase else None


def _inverted_at(tokens: Sequence[Token], index: int) -> Credit | None:
    """``…, says a diplomat in Bonn``: a verb that takes its subject behind it begins a part of the sentence."""
    return _inverted(tokens, index) if tokens[index].low in INVERTING else None


def _according(tokens: Sequence[Token], index: int, high: int) -> Credit | None:
    if tokens[index].low != "according" or index + 2 >= high or tokens[index + 1].low != "to":
        return None
    phrase = phrase_starting(tokens, index + 2, high)
    return Credit(phrase, index) if phrase else None


def _said_from(tokens: Sequence[Token], start: int) -> Credit | None:
    """A subject that begins at ``start`` and its verb of saying, when that as good as ends the sentence."""
    start += tokens[start].low == "as" and start + 1 < len(tokens)
    if tokens[start].low in BREAKS and tokens[start].low not in PRONOUNS:
        return None
    tries = _TRIES
    for index in range(start + 1, min(len(tokens), start + _REACH)):
        token = tokens[index]
        if token.quote is not None or token.text in {";", ":"} or tries == 0:
            return None
        if token.low in FINITE and not _depends(tokens[index - 1].low):
            tries -= 1
            phrase = subject_before(tokens, index, start)
            if phrase and phrase.start == start and _closes(tokens, index):
                return Credit(phrase, index)
    return None


def _depends(before: str) -> bool:
    """Whether a verb behind this word belongs to a clause of its own: ``who said``."""
    return before in {"who", "which", "that"} or before in PREPOSITIONS


def _closes(tokens: Sequence[Token], verb: int) -> bool:
    """Whether nothing behind the verb is what was said: ``Merz told reporters``, not ``Merz said the plan``."""
    if tokens[verb].low in TELLING or tokens[verb].low == "put" or verb + 1 >= len(tokens):
        return True
    token = tokens[verb + 1]
    if not token.word or token.capital:
        return True
    return token.low in PREPOSITIONS or is_adverb(token) or token.low in _TIMES


def _far_behind(tokens: Sequence[Token], at: int) -> Credit | None:
    """``would be “open” to a deal, Merz said``, ``a “package” from the fund, according to officials``."""
    for start in _parts_behind(tokens, at):
        found = _according(tokens, start, len(tokens)) or _said_from(tokens, start) or _inverted_at(tokens, start)
        if found:
            return found
    return None


def _parts_behind(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """Where a new part of the sentence begins behind a quotation: after a comma, in or out of quotation marks."""
    tries = _TRIES
    for index in range(at + 1, min(len(tokens) - 1, at + _REACH)):
        if tokens[index].text == ";" or tries == 0:
            return
        if tokens[index].text == "," and tokens[index + 1].quote is None:
            tries -= 1
            yield index + 1


def _before(tokens: Sequence[Token], at: int) -> Credit | None:
    """``The official said they “…``: the nearest verb of saying before the quotation that has a subject."""
    tries = _TRIES
    for index in range(at - 1, max(-1, at - _REACH), -1):
        low = tokens[index].low
        if low == ";" or tries == 0:
            break
        if low == "according":
            return _according(tokens, index, at)
        if low in CUES and tokens[index].word:
            tries -= 1
            inverted = _inverted_at(tokens, index) if index == 0 or not tokens[index - 1].word else None
            if inverted and inverted.phrase.end == at - 1 and tokens[at - 1].text == ":":
                return inverted
            phrase = _speaker_of(tokens, index, at)
            if phrase:
                return Credit(phrase, index)
            if inverted:
                return inverted
    return _by_colon(tokens, at)


def _by_colon(tokens: Sequence[Token], at: int) -> Credit | None:
    """``Merz on the talks: “…``."""
    if at < 2 or tokens[at - 1].text != ":":
        return None
    for index in range(at - 2, max(-1, at - _REACH), -1):
        inverted = _inverted_at(tokens, index)
        if inverted and inverted.phrase.end == at - 1:
            return inverted
    phrase = main_subject(tokens, at - 1) or _label(tokens, at - 1)
    return Credit(phrase, at - 1) if phrase else None


def _label(tokens: Sequence[Token], colon: int) -> Phrase | None:
    """The name that alone stands before a colon: ``Jo Ray: “…``, ``A ROW OVER FISH - Jo Ray: “…``."""
    phrase = phrase_ending(tokens, colon, 0)
    alone = phrase is not None and (phrase.start == 0 or not tokens[phrase.start - 1].word)
    return phrase if phrase and alone and _is_name(tokens, phrase) else None


def _speaker_of(tokens: Sequence[Token], cue: int, at: int) -> Phrase | None:
    """Whose words a verb of saying makes the quotation behind it; None where the word is no verb, or not theirs."""
    low = tokens[cue].low
    if tokens[cue].capital and cue and not tokens[cue - 1].text.isupper():
        return None
    if low in WEAK and not _near(tokens, cue, at):
        return None
    phrase = _subject(tokens, cue)
    return phrase if phrase and _may_say(tokens, phrase, low) else None


def _may_say(tokens: Sequence[Token], phrase: Phrase, cue: str) -> bool:
    """Whether a phrase before a doubtful word makes it a verb of saying with that subject."""
    if cue in NOUNS:
        return _is_name(tokens, phrase)
    if cue in NAMING and _names_thing(tokens, phrase):
        return False
    return cue not in WEAK or tokens[phrase.start].low != "it"


def _names_thing(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a participle only gives something a name: ``a plan called “X”``, not ``what a diplomat called “X”``."""
    if tokens[phrase.start].low not in {"a", "an"} or tokens[phrase.end - 1].low in PEOPLE:
        return False
    return not phrase.start or tokens[phrase.start - 1].low not in {"what", "whom"}


def _near(tokens: Sequence[Token], cue: int, at: int) -> bool:
    """Whether a quotation stands close behind a verb, with no new part of the sentence in between."""
    return at - cue <= _NEAR and not any(tokens[index].text in {",", "but"} for index in range(cue, at - 1))


def _subject(tokens: Sequence[Token], cue: int) -> Phrase | None:
    low = tokens[cue].low
    before = tokens[cue - 1].low if cue else ""
    if low in GERUND and before not in BEING:
        return _subject_of_gerund(tokens, cue)
    if (low in BASE and low not in FINITE and not _leans(tokens, cue)) or (low in PASSIVE and _is_passive(tokens, cue)):
        return None
    phrase = subject_before(tokens, cue, 0)
    elided = phrase is None and (before in {",", "to"} or _before_adverbs(tokens, cue) in {"and", "but"})
    return _earlier_subject(tokens, cue) if elided else phrase


def _subject_of_gerund(tokens: Sequence[Token], cue: int) -> Phrase | None:
    """Who is ``adding``: in ``criticized Clinton for calling`` the object, in ``with Merz calling`` the word before."""
    before = tokens[cue - 1].low if cue else ""
    if before in FINITE or before == "that":
        return None  # said predicting it was ...
    if before == "for":
        return phrase_ending(tokens, cue - 1, 0)
    own = phrase_ending(tokens, cue, 0)
    if own and own.start and tokens[own.start - 1].low == "with":
        return own
    return _earlier_subject(tokens, cue)


def _earlier_subject(tokens: Sequence[Token], cue: int) -> Phrase | None:
    """The subject of the nearest verb of saying before, else of the sentence."""
    tries = _TRIES
    for index in range(cue - 1, max(-1, cue - _REACH), -1):
        if tokens[index].low not in FINITE or not tokens[index].word or _is_passive(tokens, index):
            continue
        phrase = subject_before(tokens, index, 0)
        if phrase and (tokens[index].low not in NOUNS or _is_name(tokens, phrase)):
            return phrase
        tries -= 1
        if tries == 0:
            break
    return main_subject(tokens, cue)


def _is_name(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return tokens[phrase.start].low in PRONOUNS or (tokens[phrase.start].capital and tokens[phrase.end - 1].capital)


def _leans(tokens: Sequence[Token], cue: int) -> bool:
    """Whether a base form is a verb here: behind an auxiliary, ``we`` or a plural."""
    before = _before_adverbs(tokens, cue)
    if before in AUXILIARIES or before in {"i", "we", "they", "you"}:
        return True
    return tokens[cue].low in PLURAL and (before.endswith("s") or before in {"and", "people", "who"})


def _is_passive(tokens: Sequence[Token], cue: int) -> bool:
    return _before_adverbs(tokens, cue) in BEING


def _before_adverbs(tokens: Sequence[Token], cue: int) -> str:
    index = cue - 1
    while index > 0 and (is_adverb(tokens[index]) or tokens[index].low == "not"):
        index -= 1
    return tokens[index].low if index >= 0 else ""
