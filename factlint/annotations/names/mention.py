"""A name on its way to become a fact: what the words themselves show, before the rest of the article is looked at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.annotations.names import titles
from factlint.annotations.names.capitals import Word, leading_particles
from factlint.annotations.names.given import ALSO_PLACES, GIVEN
from factlint.annotations.names.words import (
    ALSO_NAMES,
    CAPITAL_PARTICLES,
    GIVEN_FOLLOWS,
    HEADS,
    INSTITUTIONS,
    NOT_NAMES,
    OF_HEADS,
    OPENING,
    ORGANISATION,
    PARTICLES,
    PLURAL_HEADS,
    PLURAL_STRONG,
    QUALIFIERS,
    RANKS,
    STARTERS,
    SUFFIXES,
    WEAK_HEADS,
)
from factlint.text.forms import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotations.names.index import Index
    from factlint.annotations.names.titles import Title


_CAMEL = re.compile(r"[a-z]([A-Z][a-z]*)\Z")


class Mention:
    """One name. ``weak`` says that its capital may only be that of a sentence's first word."""

    __slots__ = ("end", "entity", "form", "given", "introduced", "kind", "single", "start", "surname", "title", "weak")

    def __init__(self, start: int, end: int, form: str, kind: str) -> None:
        self.start = start
        self.end = end
        self.form = form
        self.kind = kind
        self.surname = form
        self.given: str | None = None
        self.title: Title | None = None
        self.entity: str | None = None
        self.introduced: str | None = None
        self.weak = False
        self.single = False  # a surname, particles included, and nothing else

    @property
    def bare(self) -> bool:
        """Whether it may be a surname that stands alone."""
        return self.single and self.kind in ("person", "unknown")


def mentions(text: str, run: Sequence[Word], index: Index) -> Iterator[Mention]:
    """The names in a run of capitalised words, in order."""
    words = list(run)
    whole = _listed(text, words, index)
    if whole is not None:
        yield whole
        return
    for part in _parts(words, index):
        mention = _mention(text, part, index)
        if mention is not None:
            yield mention


def _parts(words: list[Word], index: Index) -> Iterator[list[Word]]:
    """The run cut at words that are never part of a name, and without those that only begin a sentence."""
    part: list[Word] = []
    for word in words:
        breaks = word.text in STARTERS or (word.text in NOT_NAMES and not (part and part[-1].text in GIVEN))
        if breaks or _run_on(word.text):
            if part:
                yield part
            part = []
            continue
        if part and not word.link and _apart(part[-1], word, index):
            yield part
            part = []
        part.append(word)
    if part:
        yield part


def _apart(before: Word, word: Word, index: Index) -> bool:
    """Whether two words that only stand side by side are two names: Ukraine NATO-like."""
    return folded(before.text) in index.places and _is_acronym(word.text) and before.text not in GIVEN


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.replace(".", "").isupper()


def _run_on(word: str) -> bool:
    """Whether two words stand together by mistake: the end of one line and the first word of the next (talksUnder)."""
    match = _CAMEL.search(word)
    return (match is not None and match.group(1) in STARTERS) or (word.endswith(("IN", "ON", "THE")) and not word.isupper())


def _listed(text: str, words: Sequence[Word], index: Index) -> Mention | None:
    """The whole run as an outlet or a place that the desk lists."""
    form = text[words[0].start : words[-1].end]
    plain = folded(form)
    if plain in index.outlets:
        return Mention(words[0].start, words[-1].end, form, "organisation")
    if plain in index.places:
        return Mention(words[0].start, words[-1].end, form, "place")
    return None


def _mention(text: str, part: list[Word], index: Index) -> Mention | None:
    initial = part[0].initial
    name, titled = _without_title(part)
    name = _without_demonym(name, index)
    if not name:
        return None
    if initial and name[0] is part[0] and len(name) > 1 and not titled:
        name = _without_opening(name)
    listed = _listed(text, name, index)
    if listed is not None:
        return listed
    if any(char.isdigit() for word in name for char in word.text):
        return None
    mention = _named(text, name, index)
    if mention is None:
        return None
    mention.weak = name[0].initial and len(name) == 1
    return _titled(text, mention, index)


def _without_title(part: list[Word]) -> tuple[list[Word], bool]:
    """The words after the last title of a part, and whether there was one; none where the title is all there is."""
    last = -1
    for at, word in enumerate(part):
        if not _is_head(word.text) or (word.text.lower() in ALSO_NAMES and _is_name_here(part, at)):
            continue
        end = at + _of_size(part, at)
        last = max(last, end)
    return (part[last + 1 :], True) if last >= 0 else (part, False)


def _is_name_here(part: Sequence[Word], at: int) -> bool:
    """Whether King, Dean or Major is a name where it stands: last, after a word that is no part of a title, or Dean Heller."""
    if at + 1 == len(part) or (at and not _is_head(part[at - 1].text) and part[at - 1].text.lower() not in QUALIFIERS):
        return True
    return part[at].text in GIVEN and len(part) == at + 2


def _is_head(word: str) -> bool:
    plain = word.rstrip(".").lower()
    return plain in HEADS or plain in PLURAL_HEADS or (plain.endswith("'s") and plain[:-2] in HEADS)


def _of_size(part: Sequence[Word], at: int) -> int:
    """How many words after ``at`` belong to its title: State of Secretary of State."""
    if part[at].text in OF_HEADS and at + 1 < len(part) and part[at + 1].link.startswith("of"):
        return titles.tail_size([word.text for word in part[at + 1 :]])
    return 0


def _without_demonym(name: list[Word], index: Index) -> list[Word]:
    """Without nationality and qualifiers before a person (American Andy Roddick); empty where nothing else is left."""
    at = 0
    while at < len(name) and folded(name[at].text) in index.demonyms:
        at += 1
    if at == len(name) or (len(name) == 2 and name[0].text not in GIVEN and folded(name[1].text) in index.demonyms):
        return []
    if at and len(name) - at >= 2 and name[at].text in GIVEN:
        return name[at:]
    return name


def _without_opening(name: list[Word]) -> list[Word]:
    """Without a usual word that only a sentence's beginning gives its capital (Negotiators Steve Witkoff)."""
    if len(name) > 2 and name[0].text not in GIVEN and name[1].text in GIVEN:
        return name[1:]
    if name[0].text.lower() in QUALIFIERS:
        return name[1:]
    return name


def _named(text: str, name: list[Word], index: Index) -> Mention | None:
    """The name with its kind and parts as far as its own words show them."""
    start, end = name[0].start, name[-1].end
    if name[-1].text in ("Jr", "Sr") and text[end : end + 1] == ".":
        end += 1
    form = text[start:end]
    if len(name) == 1:
        return _single(text, name[0], index)
    if folded(form) in index.full:
        return _person(text, name, start, end)
    if _is_organisation(name, index):
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
    if word.text in INSTITUTIONS or (word.text.replace(".", "").isupper() and plain not in index.surnames):
        return Mention(word.start, word.end, word.text, "organisation")
    if word.text in ORGANISATION or (_is_head(word.text) and word.text.lower() not in ALSO_NAMES) or word.text.lower() in QUALIFIERS:
        return None
    start = leading_particles(text, word.start)
    mention = Mention(start, word.end, text[start : word.end], "unknown")
    mention.single = True
    return mention


def _is_organisation(name: Sequence[Word], index: Index) -> bool:
    if any(word.link in ("&", "of", "of the", "for") for word in name):
        return True
    if name[0].text in GIVEN and len(name) == 2 and name[1].text not in ("House", "University", "College", "Park", "Street", "Group", "Airport"):
        return False
    if any(word.text in ORGANISATION or word.text in INSTITUTIONS for word in name[1:]) or name[0].text in INSTITUTIONS:
        return True
    if name[0].text in ORGANISATION and name[0].text not in GIVEN:
        return True
    acronym = name[0].text
    return (acronym.isupper() and len(acronym) > 2) or any(len(word.text) > 2 and word.text.isupper() for word in name[1:] if word.text not in SUFFIXES)


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
    mention.single = mention.given is None
    return mention


def _titled(text: str, mention: Mention, index: Index) -> Mention:
    title = titles.before(text, mention.start, mention.end, index)
    if title is not None:
        title = titles.of_nation(text, mention.end, title, index)
    elif mention.given is not None:
        title = titles.after(text, mention.end, index)
    mention.title = title
    if title is not None and mention.kind == "unknown" and _marks_person(title):
        mention.kind = "person"
        if title.words.rsplit(" ", 1)[-1].lower() in GIVEN_FOLLOWS:
            mention.single = False
    return mention


def _marks_person(title: Title) -> bool:
    """Whether words in front can only introduce a person: not "partner Acme" or "club Real"."""
    written = title.words.rsplit(" ", 1)[-1].rstrip(".,")
    last = written.lower()
    if last in RANKS and written == last:
        return False
    return (last in HEADS and last not in WEAK_HEADS) or last in PLURAL_STRONG
