"""One walk over the tokens; at each one that may begin a phrase the readers that know its first word are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.dates import calendar_phrases, length_phrases, period_phrases, time_phrases, vague_phrases
from factlint.annotations.dates.senses import as_said, asks
from factlint.annotations.dates.years import CENTURY_STARTS, YEAR_NEEDS, YEAR_STARTS, read_century, read_year_phrase
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.annotations.dates.phrase import Phrase
    from factlint.text.tokens import Tokens


class _Reader(NamedTuple):
    """A reader of phrases: the words that they may begin with, and those of which each has one.

    ``at_figures`` says that they may begin with figures, ``of_figures`` that figures will do instead of such a word.
    """

    read: Callable[[Tokens, int], Phrase | None]
    starts: frozenset[str]
    needs: frozenset[str]
    at_figures: bool = True
    of_figures: bool = False


# Among phrases of one length the first reader's wins.
_READERS = (
    _Reader(calendar_phrases.read_date, calendar_phrases.STARTS, calendar_phrases.NEEDS, of_figures=True),
    _Reader(time_phrases.read_time, time_phrases.STARTS, time_phrases.STARTS, of_figures=True),
    _Reader(read_century, CENTURY_STARTS, frozenset({"century"})),
    _Reader(period_phrases.read_part_of_year, period_phrases.PART_STARTS, period_phrases.PART_NEEDS),
    _Reader(length_phrases.read_length, length_phrases.STARTS, length_phrases.NEEDS),
    _Reader(period_phrases.read_period, period_phrases.STARTS, period_phrases.NEEDS, at_figures=False),
    _Reader(vague_phrases.read_vague, vague_phrases.STARTS, vague_phrases.NEEDS, at_figures=False),
    _Reader(read_year_phrase, YEAR_STARTS, YEAR_NEEDS, of_figures=True),
)
_EDGES = word_set("early earlier late later mid")
_PARTS = word_set("end beginning start middle rest remainder turn close eve")
_ROUGHLY = {
    "about": "about", "around": "about", "approximately": "about", "roughly": "about", "some": "about",
    "almost": "nearly", "nearly": "nearly", "over": "more than", "under": "less than",
}  # fmt: skip
_BOUNDS = {
    ("more", "than"): "more than", ("less", "than"): "less than", ("at", "least"): "at least", ("up", "to"): "up to",
    ("just", "over"): "more than", ("just", "under"): "nearly", ("fewer", "than"): "less than",
    ("at", "most"): "up to",
}  # fmt: skip
_BEFORE = frozenset({"the", *_EDGES, *_PARTS, *_ROUGHLY, *(words[0] for words in _BOUNDS)})
_DASHES = frozenset({"-", "–", "—"})


def _masks(words_of: Callable[[_Reader], frozenset[str]]) -> dict[str, int]:
    """For each word the readers that have it, as bits."""
    masks: dict[str, int] = {}
    for bit, reader in enumerate(_READERS):
        for word in words_of(reader):
            masks[word] = masks.get(word, 0) | 1 << bit
    return masks


_NEEDING = _masks(lambda reader: reader.needs)
_STARTING = _masks(lambda reader: reader.starts)
_OF_FIGURES = sum(1 << bit for bit, reader in enumerate(_READERS) if reader.of_figures)
_AT_FIGURES = sum(1 << bit for bit, reader in enumerate(_READERS) if reader.at_figures)
_BY_MASK = tuple(
    tuple(reader.read for bit, reader in enumerate(_READERS) if mask >> bit & 1) for mask in range(1 << len(_READERS))
)


def scan(tokens: Tokens) -> list[Phrase]:
    """The phrases of a text, in text order; none overlaps another."""
    found: list[Phrase] = []
    free = 0
    able = _able(tokens)
    for index in range(len(tokens)) if able else ():
        phrase = _widest(tokens, index, able) if index >= free else None
        if phrase is None:
            continue
        free = phrase.end
        if found and _is_range(tokens, found[-1], phrase):
            found[-1], phrase = found[-1]._replace(range_start=True), phrase._replace(range_end=True)
        if found and _is_same(tokens, found[-1], phrase):
            phrase = phrase._replace(sense=as_said(phrase.sense))
        found.append(phrase)
    return found


def _able(tokens: Tokens) -> int:
    """The readers that may find anything, as bits."""
    able = 0
    for word in tokens.words:
        able |= _OF_FIGURES if word[0].isdecimal() else _NEEDING.get(word, 0)
    return able


def _is_range(tokens: Tokens, first: Phrase, last: Phrase) -> bool:
    """Whether ``from A to B``, ``between A and B`` or a dash makes a range of two phrases."""
    if last.start != first.end + 1 or "duration" in {first.precision, last.precision}:
        return False
    word, before = tokens.word(first.end), tokens.word(first.start - 1)
    if word in {"to", "until", "till", "through"}:
        return before == "from" or word == "through"
    return word in _DASHES or (word == "and" and before == "between")


def _is_same(tokens: Tokens, first: Phrase, last: Phrase) -> bool:
    """Whether a time counted from another one is set beside a date in other words: ``in 2006, twenty years later``."""
    beside = last.start == first.end + 1 and tokens.word(first.end) == ","
    return beside and last.direction == "later" and asks(last.sense)


def _widest(tokens: Tokens, index: int, able: int) -> Phrase | None:
    """The phrase at a token, with ``early``, ``the end of`` before a date or ``nearly`` before a length of time."""
    if tokens.words[index] not in _BEFORE:
        return _longest(tokens, index, able)
    place = _behind_edge(tokens, index)
    if place > index:
        phrase = _longest(tokens, place, able)
        return None if phrase is None or phrase.precision == "duration" else phrase._replace(start=index)
    place, bound = _behind_bound(tokens, index)
    if place > index:
        phrase = _longest(tokens, place, able)
        if phrase is not None and phrase.precision in {"duration", "relative"}:
            return phrase._replace(start=index, bound=bound)
    return _longest(tokens, index, able)


def _behind_edge(tokens: Tokens, index: int) -> int:
    """The index behind ``early``, ``mid-``, ``later in``, ``the end of``."""
    if tokens.word(index) in _EDGES:
        return index + 1 + (tokens.word(index + 1) in {"-", "in", "on"})
    place = index + (tokens.word(index) == "the")
    return place + 2 if tokens.word(place) in _PARTS and tokens.word(place + 1) == "of" else index


def _behind_bound(tokens: Tokens, index: int) -> tuple[int, str | None]:
    """The index behind ``nearly``, ``more than``, and the bound that they set."""
    bound = _ROUGHLY.get(tokens.word(index))
    if tokens.at(index, "over", "the"):
        return index, None  # during
    if bound is not None:
        return index + 1, bound
    bound = _BOUNDS.get((tokens.word(index), tokens.word(index + 1)))
    return index + 2 * (bound is not None), bound


def _longest(tokens: Tokens, index: int, able: int) -> Phrase | None:
    word, longest = tokens.word(index), None
    starting = _AT_FIGURES if word[:1].isdecimal() else _STARTING.get(word, 0)
    for read in _BY_MASK[starting & able]:
        phrase = read(tokens, index)
        if phrase is not None and (longest is None or phrase.end > longest.end):
            longest = phrase
            if phrase.end == len(tokens):
                break
    return longest
