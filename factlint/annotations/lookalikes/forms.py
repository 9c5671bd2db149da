"""The capitalised words of an article, each distinct one with all its uses."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.names.titles import is_head
from factlint.text.background import known
from factlint.text.calendar import MONTHS, WEEKDAYS
from factlint.text.deferred import deferred
from factlint.text.forms import folded, skeleton
from factlint.text.remembered import Remembered
from factlint.text.tokens import MARKS
from factlint.text.verbatim import verbatim
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.annotations import Reading

SHORTEST = 4
"""Letters: two shorter words that differ in one are mostly two words."""
LONG = 6
"""Letters from which a word may be two edits away, if its sound is only one."""

_LATIN = map(chr, (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
_UPPER = "".join(char for char in _LATIN if char.isupper())
# What has figures in it is a model or a user name; the possessive and the ending of we've stay out. The look back comes
# behind the capital, so that the search runs from capital to capital.
_NO_ENDING = r"['’](?!(?:ve|re|ll)\b)"
_WORD = deferred(rf"[{_UPPER}](?<![\w'’@#].)(?:\w{{3,}}(?:{_NO_ENDING}\w\w+)?|\w{{0,2}}{_NO_ENDING}\w\w+)(?![\w\[])")
# The same for text in which accents are marks behind their letters (NFD).
_LETTER = rf"(?:\w[{MARKS}]*)"
_MARKED_WORD = deferred(
    rf"[{_UPPER}](?<![\w{MARKS}'’@#].)[{MARKS}]*(?:{_LETTER}{{3,}}|{_LETTER}{{0,2}}{_NO_ENDING}{_LETTER}{{2,}})"
)
_UNCHECKED = frozenset({"metadata", "boilerplate"})
_DAYS = frozenset((*WEEKDAYS, *MONTHS))
_SIGNS = str.maketrans("", "", "'’")
_MARK = deferred(f"[{MARKS}]")
_JOINED = deferred(rf"[\w{MARKS}\[]")
_LEANS = deferred(rf"[\w{MARKS}'’@#]")
_BEFORE = deferred(rf"([\w{MARKS}'’.-]+)[ \u00a0]\Z")
_AFTER = deferred(rf"[ \u00a0]([{_UPPER}][\w{MARKS}'’-]*)")
_REACH = 28
_OPENING = 8
_NOTHING = ("", "")
_AROUND = 400
_NEIGHBOURS, _LEAST_STRANGE = 60, 2
"""So many code points before and behind a use have its neighbours, and so many of these are no words of English."""
_EDGES = ".,;:!?…\"'“”‘’()[]"
_DENSE_WORDS = 6
_DENSE_SHARE = 0.6
_HONORIFICS = word_set("mr mrs ms miss mx dr sir dame lord lady herr frau monsieur madame")


class Use(NamedTuple):
    """One place of a form, in the sentence from ``first`` to ``last``.

    ``given`` is the capitalised word right before (folded), ``title`` the title there, ``after`` the capitalised word
    right behind.
    """

    start: int
    end: int
    first: int
    last: int
    given: str
    title: str
    after: str


class Shape(NamedTuple):
    """A written word folded, its sound, and the keys that it shares with words that are nearly the same."""

    plain: str
    sound: str
    keys: tuple[str, ...]


class Form:
    """One distinct capitalised word, whatever its case and accents: as it is first written, and where it stands.

    ``shouted`` says that it stands in capitals only: an acronym, or a name in a loud line.
    """

    def __init__(self, reading: Reading, shape: Shape, places: Sequence[tuple[int, int]]) -> None:
        self.plain, self.sound, _ = shape
        self.places: Sequence[tuple[int, int]] = places
        self._reading = reading
        words = [reading.text[start:end] for start, end in places]
        written = next((word for word in words if not word.isupper()), words[0])
        self.shouted = written.isupper()
        self.text = written.title() if self.shouted else written

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Every place with the words around it."""
        return tuple([_use(self._reading, start, end) for start, end in self.places])

    @cached_property
    def given(self) -> frozenset[str]:
        """Capitalised words in front."""
        return frozenset([use.given for use in self.uses if use.given])

    @cached_property
    def after(self) -> frozenset[str]:
        """Capitalised words behind."""
        return frozenset([use.after for use in self.uses if use.after])

    @cached_property
    def titles(self) -> frozenset[str]:
        """Titles in front."""
        return frozenset([use.title for use in self.uses if use.title])

    @property
    def first(self) -> bool:
        """Whether it is always the first part of a longer name, as given names are: Corey in Corey Lewandowski."""
        return all(use.after and not use.given for use in self.uses)

    @property
    def last(self) -> bool:
        """Whether it is the last part of a name, as surnames are, and never the first: Comey in James Comey."""
        return not self.after and bool(self.given or self.titles)

    @property
    def initial(self) -> bool:
        """Whether every use begins a sentence or a line."""
        return all(_begins(self._reading.text, use) for use in self.uses)

    @property
    def foreign(self) -> bool:
        """Whether every use stands among words of another language."""
        return all(_foreign(self._reading.text, use) for use in self.uses)

    @property
    def dense(self) -> bool:
        """Whether a use stands in a sentence that is mostly names."""
        return any(_dense(self._reading.text, use) for use in self.uses)


def words_of(text: str) -> list[str]:
    """The capitalised words of a text, each once, in alphabetical order."""
    pattern = _WORD if text.isascii() or not _MARK.search(text) else _MARKED_WORD
    return sorted(set(pattern.findall(text)))


def shapes_of(words: Iterable[str]) -> Iterable[Shape]:
    """The shapes of words; those that only case and accents tell apart have one."""
    return {shape.plain: shape for word in words if (shape := _SHAPES[word])}.values()


def _shape(word: str) -> Shape | None:
    """The shape of a word; None for a day or a month, and for what is no word."""
    if word in _DAYS or not (word.isalpha() or _MARK.sub("", word.translate(_SIGNS)).isalpha()):
        return None
    plain, sound = folded(word), skeleton(word)
    keys = {plain[:2] + "-", "-" + plain[-2:], "~" + sound}
    if len(plain) == SHORTEST:
        keys.add(plain[0] + "-" + plain[-1])
    if len(plain) >= LONG:
        keys |= {"~" + sound[:2] + "-", "~-" + sound[-2:]}
    return Shape(plain, sound, tuple(sorted(keys)))


_SHAPES = Remembered(_shape, 100_000)


def ways_of_writing(words: Iterable[str]) -> dict[str, list[str]]:
    """The words that share a folded form."""
    found: dict[str, list[str]] = {}
    for word in words:
        shape = _SHAPES[word]
        if shape is not None:
            found.setdefault(shape.plain, []).append(word)
    return found


def form_of(reading: Reading, shape: Shape, written: Iterable[str]) -> Form | None:
    """A form with all its uses; None where it stands in metadata and boilerplate only."""
    text = reading.text
    found = sorted([span for word in written for span in _places(text, word)])
    places = [span for span in found if reading.section_at(span[0]) not in _UNCHECKED]
    if reading.verbatim:
        places = [span for span in places if not verbatim(text, *span)]
    return Form(reading, shape, places) if places else None


def _places(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a word stands as a word of its own."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not _JOINED.match(text, end) and not (start and _LEANS.match(text, start - 1)):
            yield start, end
        start = text.find(word, end)


def _use(reading: Reading, start: int, end: int) -> Use:
    text = reading.text
    first, last = reading.sentence_bounds(start)
    low = max(first, start - _REACH)
    before = _BEFORE.search(text[max(low, text.rfind(" ", low, start - 1) + 1) : start])
    after = _AFTER.match(text, end, min(last, end + _REACH))
    given, title = _BEFORES[before.group(1)] if before else _NOTHING
    return Use(start, end, first, last, given, title, folded(after.group(1)) if after else "")


def _before(written: str) -> tuple[str, str]:
    """The given name or the title that the word before a form is; empty where it is neither."""
    plain = folded(written).rstrip(".")
    if plain in _HONORIFICS or is_head(folded(written)):
        return "", plain
    if not written[0].isupper() or (written.endswith(".") and len(written) > 2):
        return "", ""
    return plain, ""


_BEFORES = Remembered(_before, 20_000)


def _begins(text: str, use: Use) -> bool:
    """Whether a form begins a sentence or a line where it is used."""
    return use.start - use.first <= _OPENING and not text[use.first : use.start].strip("\"'“‘([•*–— \t")


def _foreign(text: str, use: Use) -> bool:
    """Whether the words around a use are mostly none of English: “au nom des Parisiens”."""
    before = text[max(use.first, use.start - _NEIGHBOURS) : use.start].split()[1:]
    after = text[use.end : min(use.last, use.end + _NEIGHBOURS)].split()[:-1]
    words = [word.strip(_EDGES) for word in (*before, *after)]
    small = [word for word in words if len(word) > 1 and word.isalpha() and word.islower()]
    strange = sum([not known(folded(word)).word for word in small])
    return strange >= _LEAST_STRANGE and 2 * strange >= len(small)


def _dense(text: str, use: Use) -> bool:
    """Whether the sentence of a use is a list of names: a team, a cast, a table."""
    words = text[max(use.first, use.start - _AROUND) : min(use.last, use.end + _AROUND)].split()
    names = sum([word[:1].isupper() for word in words])
    return names >= _DENSE_WORDS and names >= _DENSE_SHARE * len(words)
