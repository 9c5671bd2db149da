"""From a run of capitalised words to names: cut at what is no name, titles and nationalities taken off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.annotations.names import titles
from factlint.annotations.names.given import GIVEN
from factlint.annotations.names.shape import is_acronym, listed, named
from factlint.annotations.names.title_words import (
    ALSO_NAMES,
    GIVEN_FOLLOWS,
    HEADS,
    OF_HEADS,
    PLURAL_STRONG,
    QUALIFIERS,
    RANKS,
    WEAK_HEADS,
)
from factlint.annotations.names.words import NOT_NAMES, NOT_NAMES_BUT_SURNAMES, ORGANISATION, STARTERS
from factlint.text.forms import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotations.names.capitals import Word
    from factlint.annotations.names.index import Index
    from factlint.annotations.names.mention import Mention
    from factlint.annotations.names.titles import Title

_OCCUPATION = re.compile(r"(?:er|or|ist|ite|ian|ean|ant|ent|DJ|MC)\Z")
_CAMEL = re.compile(r"[a-z]([A-Z][a-z]*)\Z")


def mentions(text: str, run: Sequence[Word], index: Index) -> Iterator[Mention]:
    """The names in a run of capitalised words, in order."""
    words = list(run)
    whole = listed(text, words, index)
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
    for at, word in enumerate(words):
        if _breaks(words, at, part) or _run_on(word.text):
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


def _breaks(words: Sequence[Word], at: int, part: Sequence[Word]) -> bool:
    """Whether a word is no part of a name where it stands; May is one in Theresa May, Christian in Christian Wulff."""
    word = words[at].text
    if word in STARTERS:
        return True
    if word not in NOT_NAMES:
        return False
    if part and part[-1].text in GIVEN and word in NOT_NAMES_BUT_SURNAMES:
        return False
    if word not in GIVEN or at + 1 == len(words):
        return True
    following = words[at + 1].text
    return following in NOT_NAMES or following in ORGANISATION or _is_head(following)


def _apart(before: Word, word: Word, index: Index) -> bool:
    """Whether two words that only stand side by side are two names: Ukraine NATO-like."""
    return folded(before.text) in index.places and is_acronym(word.text) and before.text not in GIVEN


def _run_on(word: str) -> bool:
    """Whether two words stand together by mistake: the end of one line and the first word of the next (talksUnder)."""
    match = _CAMEL.search(word)
    if match is not None and match.group(1) in STARTERS:
        return True
    return word.endswith(("IN", "ON", "THE")) and not word.isupper()


def _mention(text: str, part: list[Word], index: Index) -> Mention | None:
    initial = part[0].initial
    name, titled = _without_title(part)
    name = _without_demonym(name, index)
    if not name:
        return None
    name = _from_given(name, initial=initial)
    if initial and name[0] is part[0] and len(name) > 1 and not titled:
        name = _without_opening(name)
    known = listed(text, name, index)
    if known is not None:
        return known
    if any(char.isdigit() for word in name for char in word.text):
        return None
    mention = named(text, name, index)
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
    """Whether King or Dean is a name where it stands: last, after what is no part of a title, or as in Dean Heller."""
    if at + 1 == len(part) or (at and not _is_head(part[at - 1].text) and part[at - 1].text.lower() not in QUALIFIERS):
        return True
    return part[at].text in GIVEN and len(part) == at + 2


def _is_head(word: str) -> bool:
    return titles.is_head(word.lower())


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
    if len(name) == 2 and folded(f"{name[0].text} {name[1].text}") in index.demonyms:
        return []
    if at == len(name) or (len(name) == 2 and name[0].text not in GIVEN and folded(name[1].text) in index.demonyms):
        return []
    if at and len(name) - at >= 2 and name[at].text in GIVEN:
        return name[at:]
    return name


def _from_given(name: list[Word], *, initial: bool) -> list[Word]:
    """Without what stands before the given name of a full name: Podcaster Spike Lee, Special Counsel Robert Mueller."""
    if name[0].text in GIVEN:
        return name
    for at, word in enumerate(name[1:-1], 1):
        if word.link:
            return name
        if word.text in GIVEN:
            plain = at > 1 or initial or _OCCUPATION.search(name[0].text) is not None
            return name[at:] if plain and not name[0].text.endswith(".") else name
    return name


def _without_opening(name: list[Word]) -> list[Word]:
    """Without a usual word that only a sentence's beginning gives its capital (Negotiators Steve Witkoff)."""
    if name[0].text.lower() in QUALIFIERS:
        return name[1:]
    return name


def _titled(text: str, mention: Mention, index: Index) -> Mention:
    title = titles.before(text, mention.start, mention.end, index)
    if title is not None:
        title = titles.of_nation(text, mention.end, title, index)
    elif mention.given is not None or mention.single:
        title = titles.after(text, mention.end, index)
        if mention.single and title is not None and title.office is None:
            title = None  # Acme, the owner, ... is nobody
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
