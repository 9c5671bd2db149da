"""From an article to its names: capitalised runs, then the lines whose capitals mean nothing, then who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.names.capitals import runs
from factlint.annotations.names.index import index_of
from factlint.annotations.names.lines import line_kinds
from factlint.annotations.names.loud import Loud
from factlint.annotations.names.mention import Mention
from factlint.annotations.names.name import Name
from factlint.annotations.names.parse import drafts
from factlint.annotations.names.people import Cast
from factlint.annotations.names.titled import give_title

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

    from factlint.annotations import Reading
    from factlint.annotations.names.index import Index
    from factlint.annotations.names.mention import Draft
    from factlint.knowledge import Knowledge

_REMEMBERED = 50_000
"""So many runs are kept with what they read as: a few hundred names make up most of the news."""


class Reader:
    """Reads runs of capitalised words, each distinct one once."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._seen: tuple[dict[str, tuple[Draft, ...]], ...] = ({}, {})

    def read(self, run: str, initial: bool) -> tuple[Draft, ...]:
        """The names in a run; ``initial`` says that it begins a sentence, a quotation, a line of a list."""
        seen = self._seen[initial]
        found = seen.get(run)
        if found is None:
            if len(seen) >= _REMEMBERED:
                seen.clear()
            found = seen[run] = tuple(drafts(run, self.index, initial=initial))
        return found


def _reader_of(knowledge: Knowledge) -> Reader:
    return Reader(knowledge.once(index_of))


def find_names(reading: Reading) -> Iterator[Name]:
    """The names of an article, in text order apart from those in headlines."""
    reader = reading.knowledge.once(_reader_of)
    index = reader.index
    loud = Loud(reading)
    found = list(_mentions(reading, reader, loud))
    cast = Cast(found, index, lambda: _day(reading))
    found = _borne_out(found, cast, index)
    for mention in found:
        if mention.single:
            cast.settle(mention)
    found.extend(loud.mentions(found, cast))
    lines = line_kinds(reading, found)
    for mention in found:
        if mention.kind == "person" and mention.who is None:
            mention.who = cast.company.who(mention)
        yield _name(reading, mention, lines)


def _day(reading: Reading) -> datetime.date | None:
    """The day of the article, as far as it is certain."""
    published = reading.article.metadata.published
    if published is None and reading.anchor is not None and reading.anchor.confidence == "high":
        return reading.anchor.value
    return published


def _mentions(reading: Reading, reader: Reader, loud: Loud) -> Iterator[Mention]:
    text, index = reading.text, reader.index
    loudly = bool(loud)
    for start, run, initial in runs(text, reading.sentences):
        if loudly and loud.takes(start, run):
            continue
        for draft in reader.read(run, initial):
            if draft.single and _numbered(text, start + draft.end):
                continue
            mention = Mention(draft, start)
            give_title(text, mention, index)
            yield mention


def _numbered(text: str, end: int) -> bool:
    """Whether a number follows: Windows 95, Flight 370."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isdigit()


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


def _name(reading: Reading, mention: Mention, lines: Mapping[int, str]) -> Name:
    title = mention.title
    surname, given = mention.surname, mention.given
    if mention.kind in ("place", "organisation"):
        surname, given = mention.form, None
    place = reading.place(mention.start)
    return Name(
        start=mention.start,
        end=mention.end,
        text=mention.form,
        place=place,
        surname=surname,
        given=given,
        title=title.words if title else None,
        office=title.office if title else None,
        kind=mention.kind,
        entity=mention.entity,
        bare=mention.bare,
        introduced=mention.introduced,
        who=mention.who,
        line=lines.get(place.paragraph),
    )
