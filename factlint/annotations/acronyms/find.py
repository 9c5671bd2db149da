"""Finding acronyms in the text: in capitals, with stops, and as words where the capitals stand there too."""

from __future__ import annotations

import re
from collections import Counter
from operator import attrgetter
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.acronyms.acronym import Acronym
from factlint.annotations.acronyms.long_forms import Earlier, before_brackets, nearly_spelled, right_behind
from factlint.text.background import known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.annotations import Reading
    from factlint.article import Place

_SHORT = re.compile(
    r"[A-Z](?<![\w’'&./@#-].)(?:[A-Z]{1,7}|\.(?:[A-Z]\.){1,4}|[A-Z]{0,2}&[A-Z]{1,3})(?=s?(?![\w&/@]))(?!-[A-Z])"
)
_ROMAN = re.compile(r"(?=[IVXLC]{2,8}\Z)X{0,4}(?:IX|IV|V?I{0,4})\Z")
_QUIET_BEFORE = re.compile(r"[a-z,] |\(")
_LOUD_AFTER = re.compile(r":? [A-Z]{2}|[’']S")
_VOWEL = re.compile("[AEIOU]")
_CAPITAL = re.compile(r"[ \u00a0][A-Z]")
_BEGINNING = 400
# A paragraph is set in capitals if it has more of them than small letters: those of ASCII are counted all at once.
_CAPITALS, _SMALL = ascii_uppercase.encode(), ascii_lowercase.encode()
_OTHER_LETTER = re.compile(r"[^\x00-\x7f]")
_USUAL, _USUAL_NAME = 2, 5
"""From these levels of the background list on, capitals are those of a word or a name, and no acronym's."""
_WORD_LETTERS = range(4, 7)
"""So many letters has an acronym that is also written as a word: Nato, Unesco. Who would be taken for WHO."""
_WORD = re.compile(r"[A-Z](?<=[a-z,] .)[a-z]{3,5}(?![\w-])")


class _Written(NamedTuple):
    """An acronym as it stands in the text."""

    start: int
    end: int
    place: Place
    short: str
    style: str


def find_acronyms(reading: Reading) -> Iterator[Acronym]:
    """The acronyms of an article; what is set in capitals for emphasis or is a Roman number is none."""
    text = reading.text
    matches = list(_SHORT.finditer(text))
    in_capitals = list(_in_capitals(reading, matches))
    as_words = _as_words(reading, {found.short for found in in_capitals if _alone(text, found)})
    every = sorted((*in_capitals, *as_words), key=attrgetter("start"))
    uses = Counter(found.short for found in every)
    earlier = Earlier(text, {_plain(match) for match in matches})
    seen: set[tuple[str, str]] = set()
    for found in every:
        key = found.short, found.place.section
        yield _acronym(text, found, earlier, uses=uses[found.short], first=key not in seen)
        seen.add(key)


def _acronym(text: str, found: _Written, earlier: Earlier, *, uses: int, first: bool) -> Acronym:
    start, end, place, short, style = found
    words = here = long = None
    if style != "word":
        words = before_brackets(text, start, end)
        here = right_behind(text, end, short) if words is None else words.spelled(short)
        long = here or earlier.long(short, start)
    return Acronym(
        start=start,
        end=end,
        text=text[start:end],
        place=place,
        short=short,
        uses=uses,
        first=first,
        style=style,
        long=long,
        defined=here is not None,
        bracketed=words is not None,
        beside=nearly_spelled(words.text, short) if words is not None and here is None else None,
    )


def _plain(match: re.Match[str]) -> str:
    """An acronym without its stops."""
    return match.group().replace(".", "")


def _in_capitals(reading: Reading, matches: Iterable[re.Match[str]]) -> Iterator[_Written]:
    text = reading.text
    shouted: dict[int, bool] = {}
    for match in matches:
        start, end = match.span()
        short = _plain(match)
        place = reading.place(start)
        if _ROMAN.match(short) or place.section in {"dateline", "metadata"}:
            continue
        if place.paragraph not in shouted:
            shouted[place.paragraph] = _shouts(text, reading.paragraphs[place.paragraph])
        if not shouted[place.paragraph]:
            yield _Written(start, end, place, short, "plain" if end - start == len(short) else "stops")


def _as_words(reading: Reading, shorts: Iterable[str]) -> Iterator[_Written]:
    """The same acronyms where they are written as words, in the middle of a sentence and not within a longer name."""
    written = {short.title() for short in shorts if _may_be_a_word(short)}
    for match in _WORD.finditer(reading.text) if written else ():
        if match.group() in written and not _CAPITAL.match(reading.text, match.end()):
            yield _Written(*match.span(), reading.place(match.start()), match.group().upper(), "word")


def _alone(text: str, found: _Written) -> bool:
    """Whether it stands within a sentence and apart from other capitals, which may be loud words (DEAD OR ALIVE)."""
    before = text[max(0, found.start - 2) : found.start]
    return _QUIET_BEFORE.search(before) is not None and _LOUD_AFTER.match(text, found.end) is None


def _may_be_a_word(short: str) -> bool:
    if len(short) not in _WORD_LETTERS or not short.isalpha() or not _VOWEL.search(short):
        return False
    usual = known(short.lower())
    return usual.word < _USUAL and max(usual.given, usual.surname, usual.place) < _USUAL_NAME


def _shouts(text: str, paragraph: tuple[int, int]) -> bool:
    """Whether a paragraph is set in capitals, so that its words look like acronyms; its beginning shows it."""
    start, end = paragraph
    beginning = text[start : min(end, start + _BEGINNING)]
    plain, others = beginning.encode("ascii", "ignore"), _OTHER_LETTER.findall(beginning)
    capitals = len(plain) - len(plain.translate(None, _CAPITALS)) + sum(map(str.isupper, others))
    small = len(plain) - len(plain.translate(None, _SMALL)) + sum(map(str.islower, others))
    return capitals > small
