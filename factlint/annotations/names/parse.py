"""From a run of capitalised words to names: cut at what is no name, titles and nationalities taken off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.names import titles
from factlint.annotations.names.capitals import Word, split
from factlint.annotations.names.given import GIVEN
from factlint.annotations.names.sense import USUAL, is_acronym
from factlint.annotations.names.shape import listed, named, single
from factlint.annotations.names.title_words import OF_HEADS
from factlint.annotations.names.words import DESCRIBED, INSTITUTIONS, NAME_BODIES, NOT_NAMES_BUT_SURNAMES
from factlint.text.deferred import deferred
from factlint.text.forms import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.annotations.names.index import Index
    from factlint.annotations.names.mention import Draft

_OCCUPATION = deferred(r"(?:er|or|ist|ite|ian|ean|ant|ent|DJ|MC)\Z")
_DIGIT = deferred(r"\d")


def names_in(run: str, index: Index, *, initial: bool) -> tuple[Draft, ...]:
    """The names in a run, in order. ``initial`` says that the run begins a sentence, a quotation, a line of a list."""
    found: list[Draft | None] = []
    for joined in split(run, initial=initial):
        words = _apart_at_hyphens(run, joined, index) if "-" in run else joined
        whole = listed(run, words, index)
        if whole is None:
            found += _unlisted(run, words, index)
        else:
            found.append(whole)
    drafts = tuple([draft for draft in found if draft is not None])
    for draft in drafts:
        look_up(draft, index)
    return drafts


def _unlisted(run: str, words: list[Word], index: Index) -> Iterable[Draft | None]:
    """The names in words that stand together; in one or two there is most often nothing to cut."""
    first = words[0]
    sense = index.senses[first.text]
    if len(words) == 1:
        if sense.cut or sense.no_name or _DIGIT.search(first.text):
            return ()
        draft = single(run, first, index)
        if draft is not None:
            draft.weak = first.initial
        return (draft,)
    usual = len(words) == 2 and sense is USUAL and index.senses[words[1].text] is USUAL
    if usual and not words[1].link and not _DIGIT.search(run):
        return (named(run, words, index),)
    return [_draft(run, part, index) for part in _parts(words, index)]


def look_up(draft: Draft, index: Index) -> None:
    """Say whom the desk knows by a full name, or by a surname alone; and which part of a listed name is the surname."""
    if draft.given is not None:
        draft.known = _known(draft, draft.given, index)
        if draft.known is not None:
            draft.kind = "person"
            draft.named(*index.parts.get(draft.plain, (draft.given, draft.surname)))
    elif draft.single:
        draft.known = index.alone.one(draft.family)


def _known(draft: Draft, written: str, index: Index) -> str | None:
    """The known person whose accepted full form stands here; initials and a middle name may stand between."""
    if draft.plain in index.full:
        return index.person(draft.plain)
    if " " not in written:
        return None  # one given name: with the surname it is the form that was just looked up
    given = [part for part in written.split(" ") if len(part.rstrip(".")) > 1 and not part.endswith(".")]
    if len(given) != 1 or not written.startswith(given[0]) or not draft.form.endswith(draft.surname):
        return None
    return index.person(folded(f"{given[0]} {draft.surname}"))


def _apart_at_hyphens(run: str, words: list[Word], index: Index) -> list[Word]:
    """Two words instead of one that names two: US-China, Biden-Trump."""
    found: list[Word] = []
    for word in words:
        first, hyphen, second = word.text.partition("-")
        if hyphen and _are_two(first, second, index) and not listed(run, [word], index):
            found += [Word(word.start, word.start + len(first), first), Word(word.end - len(second), word.end, second)]
            found[-1].link = hyphen
            found[-2].link, found[-2].initial = word.link, word.initial
        else:
            found.append(word)
    return found


def _are_two(first: str, second: str, index: Index) -> bool:
    """Whether each half of a word names something; an acronym does beside what is listed: US-EU."""
    alone = [_stands_alone(half, index) for half in (first, second)]
    return any(alone) and all(listed or is_acronym(half) for listed, half in zip(alone, (first, second), strict=True))


def _stands_alone(word: str, index: Index) -> bool:
    plain = folded(word)
    return word[:1].isupper() and (plain in index.alone or plain in index.places or word in INSTITUTIONS)


def _parts(words: list[Word], index: Index) -> Iterator[list[Word]]:
    """The words cut at those that are never part of a name, and without those that only begin a sentence."""
    part: list[Word] = []
    for at, word in enumerate(words):
        sense = index.senses[word.text]
        if sense.cut or (sense.no_name and _breaks(words, at, part, index)):
            if part:
                yield part
            part = []
            continue
        if part and (word.link == "-" or (not word.link and _apart(part[-1], word, index))):
            yield part
            part = []
        part.append(word)
    if part:
        yield part


def _breaks(words: Sequence[Word], at: int, part: Sequence[Word], index: Index) -> bool:
    """Whether a word that is no name is part of none here; May is in Theresa May, Christian in Christian Wulff."""
    word, senses = words[at].text, index.senses
    if part and part[-1].text in GIVEN and word in NOT_NAMES_BUT_SURNAMES:
        return False
    if word in NAME_BODIES and _names_body(words[at + 1 : at + 4], index):
        return False
    if word not in GIVEN or at + 1 == len(words):
        return True
    following = senses[words[at + 1].text]
    return following.no_name or following.organisation or following.head


def _names_body(following: Sequence[Word], index: Index) -> bool:
    """Whether words make the name of a body with an adjective before them: Islamic State, Labour Party."""
    if following and following[0].text in DESCRIBED:
        return False
    senses = [index.senses[word.text] for word in following]
    return any(sense.organisation for sense in senses) and not any(sense.head for sense in senses)


def _apart(before: Word, word: Word, index: Index) -> bool:
    """Whether two words that only stand side by side are two names: Ukraine NATO-like."""
    sense = index.senses[before.text]
    return sense.place and before.text not in GIVEN and is_acronym(word.text)


def _draft(run: str, part: list[Word], index: Index) -> Draft | None:
    initial = part[0].initial
    name, titled = _without_title(part, index)
    name = _without_demonym(name, index)
    if not name:
        return None
    name = _from_given(name, initial=initial)
    if initial and name[0] is part[0] and len(name) > 1 and not titled and index.senses[name[0].text].qualifier:
        name = name[1:]  # a usual word that only the sentence's beginning gives its capital: Negotiators Steve Witkoff
    known = listed(run, name, index)
    if known is not None:
        return known
    if _DIGIT.search(run, name[0].start, name[-1].end):
        return None
    draft = named(run, name, index)
    if draft is not None:
        draft.weak = name[0].initial and len(name) == 1
    return draft


def _without_title(part: list[Word], index: Index) -> tuple[list[Word], bool]:
    """The words after the last title of a part, and whether there was one; none where the title is all there is."""
    last = -1
    for at, word in enumerate(part):
        sense = index.senses[word.text]
        if sense.head and not (sense.also_name and _is_name_here(part, at, index)):
            last = max(last, at + _of_size(part, at))
    return (part[last + 1 :], True) if last >= 0 else (part, False)


def _is_name_here(part: Sequence[Word], at: int, index: Index) -> bool:
    """Whether King or Dean is a name where it stands: last, after what is no part of a title, or as in Dean Heller."""
    if at + 1 == len(part):
        return True
    before = index.senses[part[at - 1].text] if at else None
    if before is not None and not before.head and not before.qualifier:
        return True
    return part[at].text in GIVEN and len(part) == at + 2


def _of_size(part: Sequence[Word], at: int) -> int:
    """How many words after ``at`` belong to its title: State of Secretary of State."""
    if part[at].text in OF_HEADS and at + 1 < len(part) and part[at + 1].link.startswith("of"):
        return titles.tail_size([word.text for word in part[at + 1 :]])
    return 0


def _without_demonym(name: list[Word], index: Index) -> list[Word]:
    """Without nationality and qualifiers before a person (American Andy Roddick); empty where nothing else is left."""
    senses = [index.senses[word.text] for word in name]
    at = 0
    while at < len(name) and senses[at].demonym:
        at += 1
    if at == len(name):
        return []
    if len(name) == 2:
        if senses[1].demonym and name[0].text not in GIVEN:
            return []
        return [] if folded(f"{name[0].text} {name[1].text}") in index.demonyms else name
    return name[at:] if at and len(name) - at >= 2 and name[at].text in GIVEN else name


def _from_given(name: list[Word], *, initial: bool) -> list[Word]:
    """Without what stands before the given name of a full name: Podcaster Spike Lee, Special Counsel Robert Mueller."""
    if len(name) < 3 or name[0].text in GIVEN:
        return name
    for at, word in enumerate(name[1:-1], 1):
        if word.link:
            return name
        if word.text in GIVEN:
            plain = at > 1 or initial or _OCCUPATION.search(name[0].text) is not None
            return name[at:] if plain and not name[0].text.endswith(".") else name
    return name
