"""One walk over the tokens; at each one that may begin a phrase the readers that know its first word are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.dates import calendar_phrases, length_phrases, period_phrases, time_phrases, vague_phrases
from factlint.annotations.dates.years import CENTURY_STARTS, YEAR_STARTS, read_century, read_year_phrase
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factlint.annotations.dates.phrase import Phrase
    from factlint.text.tokens import Tokens

    _Reader = Callable[[Tokens, int], Phrase | None]

# Every reader with the words that its phrases may begin with. Among phrases of one length the first reader's wins.
_FIRST_WORDS: tuple[tuple[_Reader, frozenset[str]], ...] = (
    (calendar_phrases.read_date, calendar_phrases.STARTS),
    (time_phrases.read_time, time_phrases.STARTS),
    (read_century, CENTURY_STARTS),
    (period_phrases.read_part_of_year, period_phrases.PART_STARTS),
    (length_phrases.read_length, length_phrases.STARTS),
    (period_phrases.read_period, period_phrases.STARTS),
    (vague_phrases.read_vague, vague_phrases.STARTS),
    (read_year_phrase, YEAR_STARTS),
)
_OF_FIGURES: tuple[_Reader, ...] = (
    calendar_phrases.read_date,
    time_phrases.read_time,
    read_century,
    period_phrases.read_part_of_year,
    length_phrases.read_length,
    read_year_phrase,
)
_EDGES = word_set("early earlier late later mid")
_PARTS = word_set("end beginning start middle rest remainder turn close eve")
_ROUGHLY = word_set("about almost around approximately nearly over roughly some under")
_BOUNDS = frozenset(
    {("more", "than"), ("less", "than"), ("at", "least"), ("up", "to"), ("just", "over"), ("just", "under")}
)
_BEFORE = _EDGES | _PARTS | _ROUGHLY | {words[0] for words in _BOUNDS}


def _by_word() -> Mapping[str, tuple[_Reader, ...]]:
    readers: dict[str, tuple[_Reader, ...]] = {}
    for reader, words in _FIRST_WORDS:
        for word in words:
            readers[word] = (*readers.get(word, ()), reader)
    return readers


_BY_WORD = _by_word()


def scan(tokens: Tokens) -> Iterator[Phrase]:
    """The phrases of a text, in text order; none overlaps another."""
    free = 0
    for index, word in enumerate(tokens.words):
        if index < free or not (word in _BY_WORD or word in _BEFORE or word[0].isdecimal()):
            continue
        phrase = _widest(tokens, index)
        if phrase is not None:
            yield phrase
            free = phrase.end


def _widest(tokens: Tokens, index: int) -> Phrase | None:
    """The phrase at a token, with ``early``, ``the end of`` before a date or ``nearly`` before a length of time."""
    place = _behind_edge(tokens, index)
    if place > index:
        phrase = _longest(tokens, place)
        return None if phrase is None or phrase.precision == "duration" else phrase._replace(start=index)
    place = _behind_bound(tokens, index)
    if place > index:
        phrase = _longest(tokens, place)
        if phrase is not None and phrase.precision in {"duration", "relative"}:
            return phrase._replace(start=index)
    return _longest(tokens, index)


def _behind_edge(tokens: Tokens, index: int) -> int:
    """The index behind ``early``, ``mid-``, ``later in``, ``the end of``."""
    if tokens.word(index) in _EDGES:
        return index + 1 + (tokens.word(index + 1) in {"-", "in", "on"})
    place = index + (tokens.word(index) == "the")
    return place + 2 if tokens.word(place) in _PARTS and tokens.word(place + 1) == "of" else index


def _behind_bound(tokens: Tokens, index: int) -> int:
    """The index behind ``nearly``, ``more than``."""
    if tokens.word(index) in _ROUGHLY:
        return index + 1
    return index + 2 if (tokens.word(index), tokens.word(index + 1)) in _BOUNDS else index


def _longest(tokens: Tokens, index: int) -> Phrase | None:
    word = tokens.word(index)
    readers = _OF_FIGURES if word[:1].isdecimal() else _BY_WORD.get(word, ())
    found = [phrase for reader in readers if (phrase := reader(tokens, index)) is not None]
    return max(found, key=lambda phrase: phrase.end, default=None)
