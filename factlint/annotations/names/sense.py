"""What a word with a capital can be by itself: looked up once for each word of a run of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.names.title_words import ALSO_NAMES, QUALIFIERS
from factlint.annotations.names.titles import is_head
from factlint.annotations.names.words import (
    CAPITAL_PARTICLES,
    INSTITUTIONS,
    NOT_NAMES,
    OPENING,
    ORGANISATION,
    STARTERS,
    SUFFIXES,
)
from factlint.text.background import known
from factlint.text.deferred import deferred
from factlint.text.forms import folded

if TYPE_CHECKING:
    from factlint.annotations.names.index import Index

_REMEMBERED = 50_000
"""So many words are kept with what they can be."""
_USUAL = 5
"""The level in the background list from which a word is a usual place, or a usual given name."""
_OF_PLACES = ("ian", "ish", "ese")
_CAMEL = deferred(r"[a-z]([A-Z][a-z]*)\Z")
_LISTED = STARTERS | NOT_NAMES | ORGANISATION | INSTITUTIONS
_NO_NAME = OPENING | SUFFIXES | CAPITAL_PARTICLES


class Sense(NamedTuple):
    """What one word can be.

    ``cut`` says that it is part of no name, ``no_name`` that it rarely is; ``head`` that it is the head of a title,
    ``also_name`` that such a head is a name as well, ``qualifier`` that it stands before such a head. ``listed`` is the
    kind of the place or outlet that the desk calls so, ``of_demonym`` says that it is a part of a listed nationality.
    """

    cut: bool = False
    no_name: bool = False
    head: bool = False
    also_name: bool = False
    qualifier: bool = False
    demonym: bool = False
    of_demonym: bool = False
    place: bool = False
    organisation: bool = False
    institution: bool = False
    listed: str | None = None


USUAL = Sense()
"""Of a word that is nothing but a name, as most are."""


def _sense(word: str, index: Index) -> Sense:
    plain = folded(word)
    small = plain if plain.isalpha() and word.isascii() else word.lower()
    head = is_head(small)
    in_place = plain in index.places or plain in index.outlets
    if not (head or in_place or word in _LISTED or small in QUALIFIERS or plain in index.demonym_words):
        return Sense(cut=True) if _run_on(word) else USUAL
    place = plain in index.places
    return Sense(
        cut=word in STARTERS or _run_on(word),
        no_name=word in NOT_NAMES,
        head=head,
        also_name=small in ALSO_NAMES,
        qualifier=small in QUALIFIERS,
        demonym=plain in index.demonyms,
        of_demonym=plain in index.demonym_words,
        place=place,
        organisation=word in ORGANISATION,
        institution=word in INSTITUTIONS,
        listed="organisation" if plain in index.outlets else "place" if place else None,
    )


def kind_alone(word: str, index: Index) -> str | None:
    """The kind of name that a word is by itself; None for a title, a nationality, a common noun with a capital."""
    sense = index.senses[word]
    if sense.demonym or word in _NO_NAME or len(word.rstrip(".")) < 2 or (sense.head and not sense.also_name):
        return None
    plain = folded(word)
    if sense.institution or (is_acronym(word) and plain not in index.surnames):
        return "organisation"
    if sense.organisation or sense.qualifier:
        return None
    return "place" if _is_place(plain) else "unknown"


class Senses(dict[str, Sense]):
    """The senses of the words that were asked for."""

    def __init__(self, index: Index) -> None:
        super().__init__()
        self._index = index

    def __missing__(self, word: str) -> Sense:
        """The sense of a word that is asked for the first time."""
        if len(self) >= _REMEMBERED:
            self.clear()
        sense = self[word] = _sense(word, self._index)
        return sense


def is_acronym(word: str) -> bool:
    """Whether a word is in capitals: NATO, U.S."""
    return len(word) > 1 and word.replace(".", "").isupper()


def _run_on(word: str) -> bool:
    """Whether two words stand together by mistake: the end of one line and the first word of the next (talksUnder)."""
    if word[1:].islower():
        return False
    match = _CAMEL.search(word)
    if match is not None and match.group(1) in STARTERS:
        return True
    return word.endswith(("IN", "ON", "THE")) and not word.isupper()


def _is_place(plain: str) -> bool:
    """Whether the background list has a word as a place, and as a name of people no more than by the way."""
    level = known(plain)
    if level.place < _USUAL or level.word or plain.endswith(_OF_PLACES):
        return False
    certain = not level.given or level.other > 0 or level.place > _USUAL + 1
    return certain and level.given < _USUAL and level.surname <= level.place - 2
