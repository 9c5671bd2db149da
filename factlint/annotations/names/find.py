"""From an article to its names: capitalised runs, then the lines whose capitals mean nothing, then who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.names.capitals import runs
from factlint.annotations.names.epithets import leave_epithets
from factlint.annotations.names.index import index_of
from factlint.annotations.names.lines import line_kinds
from factlint.annotations.names.loud import Loud
from factlint.annotations.names.mention import Mention
from factlint.annotations.names.name import Name
from factlint.annotations.names.namesakes import settle_namesakes
from factlint.annotations.names.parse import names_in
from factlint.annotations.names.people import Cast
from factlint.annotations.names.titled import give_title

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from factlint.annotations import Reading
    from factlint.annotations.names.index import Index
    from factlint.annotations.names.mention import Draft
    from factlint.article import Place
    from factlint.knowledge import Knowledge

_REMEMBERED = 50_000
"""So many runs are kept with what they read as: a few hundred names make up most of the news."""


_OF_NOBODY = frozenset({"place", "organisation"})
"""Kinds of names that have no parts."""


class Reader:
    """Reads runs of capitalised words, each distinct one once.

    ``seen`` has the names in each run that was read, first for runs inside sentences, then for those that begin one;
    ``nothing`` has single words that are no names.
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        self.nothing: set[str] = set()
        self.seen: tuple[dict[str, tuple[Draft, ...]], ...] = ({}, {})

    def read(self, run: str, initial: bool) -> tuple[Draft, ...]:
        """The names in a run; ``initial`` says that it begins a sentence, a quotation, a line of a list."""
        seen = self.seen[initial]
        if len(seen) >= _REMEMBERED:
            seen.clear()
            self.nothing.clear()
        found = seen[run] = names_in(run, self.index, initial=initial)
        if not found and run.isalpha():
            self.nothing.add(run)
        return found


def _reader_of(knowledge: Knowledge) -> Reader:
    return Reader(knowledge.once(index_of))


def find_names(reading: Reading) -> list[Name]:
    """The names of an article, in text order apart from those in headlines."""
    reader = reading.knowledge.once(_reader_of)
    index = reader.index
    loud = Loud(reading)
    found = _mentions(reading, reader, loud)
    leave_epithets(reading.text, found)
    settle_namesakes(reading.text, found)
    cast = Cast(found, index, lambda: _day(reading))
    found = _borne_out(found, cast, index)
    for mention in found:
        if mention.single:
            cast.settle(mention)
    found.extend(loud.mentions(found, cast))
    for mention in found:
        if mention.kind == "person" and mention.who is None:
            mention.who = cast.company.who(mention)
    return _names(reading, found)


def _day(reading: Reading) -> datetime.date | None:
    """The day of the article, as far as it is certain."""
    published = reading.article.metadata.published
    if published is None and reading.anchor is not None and reading.anchor.confidence == "high":
        return reading.anchor.value
    return published


def _mentions(reading: Reading, reader: Reader, loud: Loud) -> list[Mention]:
    text, index = reading.text, reader.index
    found: list[Mention] = []
    seen = reader.seen
    loud_end = loud.end
    for start, run, initial in runs(text, reading.sentences, reader.nothing, loud_end):
        if start < loud_end and loud.takes(start, run):
            continue
        drafts = seen[initial].get(run)
        for draft in reader.read(run, initial) if drafts is None else drafts:
            end = start + draft.end
            if draft.single and text[end : end + 1] == " " and text[end + 1 : end + 2].isdigit():
                continue  # a number follows: Windows 95, Flight 370
            mention = Mention(draft, start)
            give_title(text, mention, index)
            found.append(mention)
    return found


def _borne_out(found: Sequence[Mention], cast: Cast, index: Index) -> list[Mention]:
    """Without first words of sentences that nothing else shows to be names."""
    strong = {mention.plain for mention in found if not mention.weak}
    return [
        mention
        for mention in found
        if not mention.weak
        or mention.kind in ("place", "organisation")
        or mention.title is not None
        or mention.plain in strong
        or mention.plain in cast.full
        or mention.plain in index.alone
        or cast.is_given(mention)
    ]


def _names(reading: Reading, mentions: Sequence[Mention]) -> list[Name]:
    placed = [(mention, reading.place(mention.start)) for mention in mentions]
    lengths: dict[int, int] = {}
    for mention, place in placed:
        lengths[place.paragraph] = lengths.get(place.paragraph, 0) + mention.end - mention.start
    kinds = line_kinds(reading, lengths)
    return [_name(mention, place, kinds.get(place.paragraph)) for mention, place in placed]


def _name(mention: Mention, place: Place, line: str | None) -> Name:
    has_parts = mention.kind not in _OF_NOBODY
    title = mention.title
    return Name(
        start=mention.start,
        end=mention.end,
        text=mention.form,
        place=place,
        surname=mention.surname if has_parts else mention.form,
        given=mention.given if has_parts else None,
        title=title.words if title else None,
        office=title.office if title else None,
        kind=mention.kind,
        entity=mention.entity,
        bare=mention.single and has_parts,
        introduced=mention.introduced,
        who=mention.who,
        line=line,
    )
