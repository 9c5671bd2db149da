"""What kind of name some words are, and which of them are the surname."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.names.capitals import leading_particles
from factlint.annotations.names.given import ALSO_PLACES, GIVEN
from factlint.annotations.names.mention import Mention
from factlint.annotations.names.title_words import ALSO_NAMES, QUALIFIERS
from factlint.annotations.names.titles import is_head
from factlint.annotations.names.words import (
    ALSO_SURNAMES,
    CAPITAL_PARTICLES,
    INSTITUTIONS,
    OPENING,
    ORGANISATION,
    PARTICLES,
    SUFFIXES,
)
from factlint.text.forms import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.annotations.names.capitals import Word
    from factlint.annotations.names.index import Index


def listed(text: str, words: Sequence[Word], index: Index) -> Mention | None:
    """The whole run as an outlet or a place that the desk lists."""
    form = text[words[0].start : words[-1].end]
    plain = folded(form)
    if plain in index.outlets:
        return Mention(words[0].start, words[-1].end, form, "organisation")
    if plain in index.places:
        return Mention(words[0].start, words[-1].end, form, "place")
    return None


def is_acronym(word: str) -> bool:
    """Whether a word is in capitals: NATO, U.S."""
    return len(word) > 1 and word.replace(".", "").isupper()


def named(text: str, name: list[Word], index: Index) -> Mention | None:
    """The name with its kind and parts as far as its own words show them."""
    start, end = name[0].start, name[-1].end
    if name[-1].text in ("Jr", "Sr") and text[end : end + 1] == ".":
        end += 1
    form = text[start:end]
    if len(name) == 1:
        return _single(text, name[0], index)
    if folded(form) in index.full:
        return _person(text, name, start, end)
    if _is_organisation(name):
        return Mention(start, end, form, "organisation")
    known = name[0].text in GIVEN and not (name[0].text in ALSO_PLACES and len(name) > 2)
    if not known and (folded(name[0].text) in index.places or folded(name[0].text) in index.demonyms):
        return Mention(start, end, form, "unknown")
    mention = _person(text, name, start, end)
    if not known:
        mention.kind = "unknown"
    return mention


def _single(text: str, word: Word, index: Index) -> Mention | None:
    """A single word: nothing where it is a title, a nationality or a common noun with a capital."""
    if word.text in OPENING or word.text in SUFFIXES or len(word.text.rstrip(".")) < 2:
        return None
    following = text[word.end : word.end + 2]
    if following[:1] == " " and following[1:].isdigit() and not word.closed:
        return None
    plain = folded(word.text)
    if plain in index.demonyms and plain not in index.surnames:
        return None
    if word.text in INSTITUTIONS or (is_acronym(word.text) and plain not in index.surnames):
        return Mention(word.start, word.end, word.text, "organisation")
    small = word.text.lower()
    if word.text in ORGANISATION or small in QUALIFIERS or (small not in ALSO_NAMES and is_head(small)):
        return None
    start = leading_particles(text, word.start)
    mention = Mention(start, word.end, text[start : word.end], "unknown")
    mention.single = True
    return mention


def _is_organisation(name: Sequence[Word]) -> bool:
    if any(word.link in ("&", "of", "of the", "for") for word in name):
        return True
    if name[0].text in GIVEN and len(name) == 2 and (name[1].text in ALSO_SURNAMES or name[1].text not in ORGANISATION):
        return name[1].text in ORGANISATION and name[0].text in ALSO_PLACES
    if any(word.text in ORGANISATION or word.text in INSTITUTIONS for word in name[1:]) or name[0].text in INSTITUTIONS:
        return True
    if name[0].text in ORGANISATION and name[0].text not in GIVEN:
        return True
    return any(len(word.text) > 2 and word.text.isupper() and word.text not in SUFFIXES for word in name)


def _person(text: str, name: Sequence[Word], start: int, end: int) -> Mention:
    """A name of several words, cut into given and surname."""
    begin = leading_particles(text, start) if len(name) == 1 else start
    mention = Mention(begin, end, text[begin:end], "person")
    last = len(name) - 1
    while last > 0 and name[last].text in SUFFIXES:
        last -= 1
    first = last
    while first > 1 and name[first - 1].text.lower() in PARTICLES and not name[first].link:
        first -= 1
    begins = name[first].start
    if name[first].link and name[first].link not in (".", "&"):
        begins = name[first - 1].end + 1
        if name[first - 1].text.lower() in PARTICLES:
            begins = name[first - 1].start
            first -= 1
    if first == 1 and name[0].text in CAPITAL_PARTICLES:
        begins = begin
    mention.surname = text[begins : name[last].end]
    mention.given = text[begin:begins].strip() or None
    if last < len(name) - 1 and mention.given is None:
        return mention  # Trump Jr. is not the Trump of whom the article speaks
    mention.single = mention.given is None
    return mention
