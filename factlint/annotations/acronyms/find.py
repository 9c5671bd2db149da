"""Finding acronyms in the text: in capitals, with stops, and as words where the capitals stand there too."""

from __future__ import annotations

from collections import Counter
from operator import itemgetter
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.acronyms.acronym import Acronym
from factlint.annotations.acronyms.long_forms import Earlier, before_brackets, nearly_spelled, right_behind
from factlint.text.background import known
from factlint.text.deferred import deferred
from factlint.text.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.annotations import Reading
    from factlint.article import Place

_SHORT = deferred(
    r"[A-Z](?<![\w’'&./@#-].)(?:[A-Z]{1,7}|\.(?:[A-Z]\.){1,4}|[A-Z]{0,2}&[A-Z]{1,3})(?=s?(?![\w&/@]))(?!-[A-Z])"
)
_ROMAN = deferred(r"(?=[IVXLC]{2,8}\Z)X{0,4}(?:IX|IV|V?I{0,4})\Z")
_QUIET_BEFORE = deferred(r"[a-z,] |\(")
_LOUD_AFTER = deferred(r":? [A-Z]{2}|[’']S")
_VOWEL = deferred("[AEIOU]")
_CAPITAL = deferred(r"[ \u00a0][A-Z]")
_BEGINNING = 400
# A paragraph is set in capitals if it has more of them than small letters: those of ASCII are counted all at once.
_CAPITALS, _SMALL = ascii_uppercase.encode(), ascii_lowercase.encode()
_OTHER_LETTER = deferred(r"[^\x00-\x7f]")
_USUAL, _USUAL_NAME = 2, 5
"""From these levels of the background list on, capitals are those of a word or a name, and no acronym's."""
_WORD_LETTERS = range(4, 7)
"""So many letters has an acronym that is also written as a word: Nato, Unesco. Who would be taken for WHO."""
_WORD = deferred(r"[A-Z](?<=[a-z,] .)[a-z]{3,5}(?![\w-])")


class _Letters(NamedTuple):
    """What capitals show by themselves: the acronym without stops, its style, the word that it may be (Nato) or none.

    ``roman`` says that they are a number.
    """

    short: str
    style: str
    word: str
    roman: bool


class _Written(NamedTuple):
    """An acronym as it stands in the text."""

    start: int
    end: int
    place: Place
    letters: _Letters


def _letters(written: str) -> _Letters:
    short = written.replace(".", "")
    style = "plain" if short == written else "stops"
    return _Letters(short, style, short.title() if _may_be_a_word(short) else "", _ROMAN.match(short) is not None)


def _may_be_a_word(short: str) -> bool:
    if len(short) not in _WORD_LETTERS or not short.isalpha() or not _VOWEL.search(short):
        return False
    usual = known(short.lower())
    return usual.word < _USUAL and max(usual.given, usual.surname, usual.place) < _USUAL_NAME


_READ = Remembered(_letters, 20_000)


def find_acronyms(reading: Reading) -> Iterator[Acronym]:
    """The acronyms of an article; what is set in capitals for emphasis or is a Roman number is none."""
    text = reading.text
    matches = [(*match.span(), _READ[match.group()]) for match in _SHORT.finditer(text)]
    every = list(_in_capitals(reading, matches))
    every += _as_words(reading, every)
    every.sort(key=itemgetter(0))
    uses = Counter([found.letters.short for found in every])
    earlier = Earlier(text, {letters.short for _, _, letters in matches})
    seen: set[tuple[str, str]] = set()
    for found in every:
        key = found.letters.short, found.place.section
        yield _acronym(text, found, earlier, uses=uses[key[0]], first=key not in seen)
        seen.add(key)


def _acronym(text: str, found: _Written, earlier: Earlier, *, uses: int, first: bool) -> Acronym:
    start, end, place, (short, style, _, _) = found
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


def _in_capitals(reading: Reading, matches: Iterable[tuple[int, int, _Letters]]) -> Iterator[_Written]:
    text = reading.text
    shouted: dict[int, bool] = {}
    for start, end, letters in matches:
        place = reading.place(start)
        if letters.roman or place.section in {"dateline", "metadata"}:
            continue
        if place.paragraph not in shouted:
            shouted[place.paragraph] = _shouts(text, reading.paragraphs[place.paragraph])
        if not shouted[place.paragraph]:
            yield _Written(start, end, place, letters)


def _as_words(reading: Reading, in_capitals: Iterable[_Written]) -> list[_Written]:
    """The same acronyms where they are written as words, in the middle of a sentence and not within a longer name."""
    text = reading.text
    written = [found for found in in_capitals if found.letters.word and found.letters.word in text]
    words = {found.letters.word for found in written if _alone(text, found)}
    return [
        _Written(*match.span(), reading.place(match.start()), _Letters(word.upper(), "word", word, roman=False))
        for match in (_WORD.finditer(text) if words else ())
        if (word := match.group()) in words and not _CAPITAL.match(text, match.end())
    ]


def _alone(text: str, found: _Written) -> bool:
    """Whether it stands within a sentence and apart from other capitals, which may be loud words (DEAD OR ALIVE)."""
    before = text[max(0, found.start - 2) : found.start]
    return _QUIET_BEFORE.search(before) is not None and _LOUD_AFTER.match(text, found.end) is None


def _shouts(text: str, paragraph: tuple[int, int]) -> bool:
    """Whether a paragraph is set in capitals, so that its words look like acronyms; its beginning shows it."""
    start, end = paragraph
    beginning = text[start : min(end, start + _BEGINNING)]
    plain, others = beginning.encode("ascii", "ignore"), _OTHER_LETTER.findall(beginning)
    capitals = len(plain) - len(plain.translate(None, _CAPITALS)) + sum(map(str.isupper, others))
    small = len(plain) - len(plain.translate(None, _SMALL)) + sum(map(str.islower, others))
    return capitals > small
