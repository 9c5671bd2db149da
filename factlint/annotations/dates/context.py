"""What the words around a date say: whether they look ahead, name a plan, or belong to an archive picture."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from factlint.text.tokens import LINE_BREAKS
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotations.dates.phrase import Phrase
    from factlint.text.tokens import Tokens

# How many tokens around a date are looked at, so that a line without a stop stays cheap.
_REACH = 14
_ENDS = LINE_BREAKS | {"?", "!", ";"}
_AHEAD = word_set(
    "will would shall won ll expected scheduled due planned plans plan planning slated upcoming coming tomorrow going "
    "deadline expires expire hopes hope aims intends intend must should next forthcoming begins starts ends opens"
)
# They speak of a plan only right before the date, and of the past where a verb of the past stands before them.
_LIMITS = word_set("by until till")
_BACK = word_set(
    "was were had did said told says began came went made took won met gave saw held left found sent spoke wrote fell "
    "became rose been since ago earlier last after"
)
_AUXILIARIES = word_set("was were had been")
_PLANS = word_set(
    "due expires expire expired expiring expiry scheduled deadline will planned plans slated expected target maturing "
    "mature matures"
)
_ARCHIVE = word_set("file archive archived archives")
_PICTURE = word_set("photo photograph picture image pic footage")


def looks_ahead(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the nearest verb or time word before a date in its sentence speaks of the future.

    ``as soon as Tuesday`` looks ahead, ``Tuesday's`` looks back.
    """
    if tokens.word(phrase.end) in {"'", "’"} and tokens.word(phrase.end + 1) == "s":
        return False
    if tokens.word(phrase.start - 1) == "as" and tokens.word(phrase.start - 2) in {"soon", "early", "late"}:
        return True
    for word in _before(tokens, phrase.start):
        if word in _AHEAD:
            return True
        if word in _BACK or _is_participle(word):
            return False
    return tokens.word(phrase.start - 1) in _LIMITS and not _begins_sentence(tokens, phrase.start - 1)


def is_scheduled(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a word of a plan, a deadline or an expiry stands before a date, nearer than a verb of the past."""
    if tokens.word(phrase.start - 1) in _LIMITS:
        return True
    for word in _before(tokens, phrase.start):
        if word in _PLANS:
            return True
        if (word in _BACK and word not in _AUXILIARIES) or _is_participle(word):
            return False
    return False


def is_file_photo(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the line of a date says FILE, file photo, archive picture or pictured in."""
    before = takewhile(lambda index: tokens.words[index] not in LINE_BREAKS, _down(phrase.start, 3 * _REACH))
    behind = takewhile(lambda index: tokens.words[index] not in LINE_BREAKS, _up(phrase.end, 3 * _REACH, len(tokens)))
    return any(_says_archive(tokens, index) for index in (*before, *behind))


def _says_archive(tokens: Tokens, index: int) -> bool:
    word, behind = tokens.words[index], tokens.word(index + 1)
    if word in _ARCHIVE:
        return behind in _PICTURE or tokens.raw(index).isupper()
    return word == "pictured" and behind in {"in", "on"}


def _is_participle(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed")


def _before(tokens: Tokens, start: int) -> Iterator[str]:
    """The words before a token, nearest first, back to the start of its sentence."""
    return (tokens.words[index] for index in takewhile(lambda index: not _ends(tokens, index), _down(start, _REACH)))


def _ends(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    return word in _ENDS or (word == "." and not tokens.joined(index + 1) and tokens.capital(index + 1))


def _begins_sentence(tokens: Tokens, index: int) -> bool:
    return index <= 0 or _ends(tokens, index - 1)


def _down(start: int, reach: int) -> range:
    return range(start - 1, max(-1, start - 1 - reach), -1)


def _up(end: int, reach: int, count: int) -> range:
    return range(end, min(count, end + reach))
