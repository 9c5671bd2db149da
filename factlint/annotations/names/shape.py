"""What kind of name some words are, and which of them are the surname."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.annotations.names.given import ALSO_PLACES, GIVEN, LISTED, also_given
from factlint.annotations.names.mention import Draft
from factlint.annotations.names.sense import kind_alone
from factlint.annotations.names.words import (
    ALSO_SURNAMES,
    CAPITAL_PARTICLES,
    CHINESE_SURNAMES,
    KOREAN_SURNAMES,
    NOT_PEOPLE,
    OPENING,
    PARTICLES,
    REGNAL,
    SUFFIXES,
)
from factlint.text.background import Known, known
from factlint.text.deferred import deferred
from factlint.text.forms import folded
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.annotations.names.capitals import Word
    from factlint.annotations.names.index import Index

# Levels of the background list.
_USUAL = 5
_SURNAME = 3
_BODIES = word_set(
    "AC BA BP DJ EC EU FA FC GE GM GP GW HP IT LA MC MEP MM MP NY PC PM QC TV UH UK UN US U.K. U.N. U.S."
)
_ORGANISATION_LINKS = frozenset({"&", "and", "for", "for the", "of", "of the", "on", "on the"})
_OF_PEOPLE = word_set("van von bin ibn ter ten zu")
_OF_PLACES = ("ian", "ish", "ese")
_HYPHENED = deferred(r"[A-Z][a-z]+-[a-z]+")
_SYLLABLE = deferred(r"[A-Z][a-z]{1,5}")
_FINAL = r"(?:[iu]?ang?|[iu]?ao|[iu]?eng?|iong|ong|[uü]?ai|ian?|ia|ing?|iu|uang?|ei|ui|ua|uo|ue|un|ou|ie|er|[aeiou])"
_INITIAL = r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)"
_PINYIN = deferred(rf"(?=[A-Z]){_INITIAL}{_FINAL}(?:{_INITIAL}{_FINAL})?", re.IGNORECASE)


def listed(run: str, words: Sequence[Word], index: Index) -> Draft | None:
    """All the words as an outlet or a place that the desk lists."""
    start, end = words[0].start, words[-1].end
    form = run[start:end]
    kind = index.senses[words[0].text].listed if len(words) == 1 else _listed_as(folded(form), index)
    return Draft(start, end, form, kind) if kind is not None else None


def _listed_as(plain: str, index: Index) -> str | None:
    if plain in index.outlets:
        return "organisation"
    return "place" if plain in index.places else None


def named(run: str, name: list[Word], index: Index) -> Draft | None:
    """The name with its kind and parts as far as its own words show them."""
    start, end = name[0].start, name[-1].end
    if name[-1].text in ("Jr", "Sr") and run[end : end + 1] == ".":
        end += 1
    if len(name) == 1:
        return single(run, name[0], index)
    form = run[start:end]
    known_one = folded(form) in index.full
    if not known_one and (form in NOT_PEOPLE or _is_organisation(name, index)):
        return Draft(start, end, form, "organisation")
    if _family_first(name):
        draft = Draft(start, end, form, "person")
        return draft.named(run[name[1].start : end], run[start : name[0].end])
    if known_one:
        return _person(run, name, start, end)
    full = _is_full(name, index)
    first = index.senses[name[0].text]
    if not full and (first.place or first.demonym):
        return Draft(start, end, form, "unknown")
    draft = _person(run, name, start, end)
    if not full and draft.given is not None:
        draft.kind = "place" if _names_place(name) else "unknown"
    return draft


def _names_place(name: Sequence[Word]) -> bool:
    """Whether words are the name of a place: Porto Alegre, Santa Barbara."""
    if len(name) == 2 and name[0].text in ("San", "Santa") and also_given(name[1].text):
        return True
    return all(_is_in_place(word.text) for word in name)


def _is_in_place(word: str) -> bool:
    """Whether a word stands in the names of places rather than of people: Porto and Alegre."""
    level = known(folded(word))
    return level.place >= max(_USUAL, level.surname + 1, level.given - 2) and not level.word


def _is_full(name: Sequence[Word], index: Index) -> bool:
    """Whether the words are a person's full name: a given name or initials in front, nothing against it at the end."""
    first, last = name[0].text, name[-1].text
    level = known(folded(last))
    if len(name) > 2 and level.word >= _USUAL and not level.surname and last not in SUFFIXES:
        return False  # James Webb Telescope
    if first in LISTED:
        return first not in ALSO_PLACES or len(name) == 2
    sense = index.senses[first]
    if first in GIVEN and not sense.demonym:
        usual = known(folded(first)).given >= _USUAL and not last.endswith("s")
        return usual or level.word <= _USUAL or level.surname > 0 or last in SUFFIXES
    if _is_initials(first):
        return name[1].text in GIVEN or (len(name) == 2 and _may_be_surname(first, last, index))
    if any(word.link.partition(" ")[0] in _OF_PEOPLE for word in name[1:]):
        return not sense.place
    usual = level.surname >= _SURNAME and not level.word and level.place < _USUAL
    return usual and len(name) == 2 and (also_given(first) or _is_unlisted(first, level, index))


def _may_be_surname(initials: str, word: str, index: Index) -> bool:
    """Whether a word behind initials is a surname; behind two capitals without stops only a usual one."""
    level = known(folded(word))
    unusual = ("." in initials or len(initials) == 1) and not (level.word or level.place)
    return folded(word) not in index.places and (level.surname > _SURNAME or unusual)


def _is_unlisted(word: str, surname: Known, index: Index) -> bool:
    """Whether a word before a very usual surname is in no list, as given names of few people are: Sunita Sharma."""
    plain = folded(word)
    unlisted = word.isalpha() and word[1:].islower() and not any(known(plain)) and word not in OPENING
    return unlisted and surname.surname > _SURNAME and plain not in index.demonyms and plain not in index.places


def _is_initials(word: str) -> bool:
    """Whether a word is initials: J., J.K., JK; not U.S. or EU."""
    letters = word.replace(".", "")
    return letters.isupper() and len(letters) <= 3 and ("." in word or len(word) <= 2) and word not in _BODIES


def _family_first(name: Sequence[Word]) -> bool:
    """Whether the surname comes first: Kim Yong-nam, Roh Moo Hyun, Hu Jintao."""
    first = name[0].text
    if (first not in KOREAN_SURNAMES and first not in CHINESE_SURNAMES) or any(word.link for word in name):
        return False
    rest = [word.text for word in name[1:]]
    if len(rest) == 1 and _HYPHENED.fullmatch(rest[0]):
        return True
    if any(word in LISTED or word in CHINESE_SURNAMES or _is_western(word) for word in rest):
        return False
    if len(rest) == 2 and first in KOREAN_SURNAMES:
        return all(_SYLLABLE.fullmatch(word) for word in rest)
    return len(rest) == 1 and first in CHINESE_SURNAMES and _PINYIN.fullmatch(rest[0]) is not None


def single(run: str, word: Word, index: Index) -> Draft | None:
    """A single word: nothing where it is a title, a nationality or a common noun with a capital."""
    kind = kind_alone(word.text, index)
    if kind is None:
        return None
    if kind == "organisation":
        return Draft(word.start, word.end, word.text, kind)
    start = 0 if word.start and run[: word.start].islower() else word.start
    draft = Draft(start, word.end, run[start : word.end], kind)
    draft.single = True
    return draft


def _is_organisation(name: Sequence[Word], index: Index) -> bool:
    senses = [index.senses[word.text] for word in name]
    if any(word.link in _ORGANISATION_LINKS for word in name):
        return True
    first, last = senses[0], senses[-1]
    surname_last = not last.organisation or name[-1].text in ALSO_SURNAMES
    if surname_last and name[0].text in GIVEN and (len(name) == 2 or _two_given(name)):
        return last.organisation and name[0].text in ALSO_PLACES
    if first.institution or any(sense.organisation or sense.institution for sense in senses[1:]):
        return True
    return (first.organisation and name[0].text not in GIVEN) or any(_is_shouted(word.text) for word in name)


def _is_shouted(word: str) -> bool:
    """Whether a word in capitals is the acronym of a body: no initials, no III."""
    return len(word) > 2 and word.isupper() and word not in SUFFIXES and not _is_initials(word)


def _is_western(word: str) -> bool:
    level = known(folded(word))
    return level.word > 0 or level.given >= _USUAL or level.surname >= _USUAL


def _two_given(name: Sequence[Word]) -> bool:
    """Whether a second given name, or an initial, makes a person of what could be a hall: Nichole Hall, not Hopkins."""
    middle = name[1].text
    level = known(folded(middle))
    return len(name) == 3 and (len(middle) == 1 or middle.endswith(".") or level.given > level.surname + 1)


def _person(run: str, name: Sequence[Word], start: int, end: int) -> Draft:
    """A name of several words, cut into given and surname."""
    draft = Draft(start, end, run[start:end], "person")
    last = len(name) - 1
    while last > 0 and name[last].text in SUFFIXES:
        last -= 1
    first = last
    while first > 1 and name[first - 1].text.lower() in PARTICLES and not name[first].link:
        first -= 1
    begins = name[first].start
    if name[first].link:
        begins = name[first - 1].end + 1
        if name[first - 1].text.lower() in PARTICLES:
            begins = name[first - 1].start
            first -= 1
    if first == 1 and name[0].text in CAPITAL_PARTICLES:
        begins = start
    draft.named(run[start:begins].strip() or None, run[begins : name[last].end])
    # Trump Jr. is not the Trump of whom the article speaks.
    draft.single = draft.given is None and last == len(name) - 1
    if draft.given is None and name[-1].text in REGNAL:
        draft.kind = "unknown"  # Civilisation III
    return draft
