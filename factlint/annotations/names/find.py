"""From an article to its names: capitalised runs, then the lines whose capitals mean nothing, then who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.names.capitals import capital_words, runs
from factlint.annotations.names.index import index_of
from factlint.annotations.names.loud import Loud
from factlint.annotations.names.name import Name
from factlint.annotations.names.parse import mentions
from factlint.annotations.names.people import Cast
from factlint.text.forms import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotations import Reading
    from factlint.annotations.names.index import Index
    from factlint.annotations.names.mention import Mention


def find_names(reading: Reading) -> Iterator[Name]:
    """The names of an article, in text order apart from those in headlines."""
    index = reading.knowledge.once(index_of)
    text = reading.text
    loud = Loud(text, reading.paragraphs)
    found: list[Mention] = []
    for run in runs(text, loud.quiet(capital_words(text, (start for start, _ in reading.sentences)))):
        found.extend(mentions(text, run, index))
    cast = Cast(found, index)
    found = _borne_out(found, cast, index)
    for mention in found:
        if mention.bare:
            cast.settle(mention)
    found.extend(loud.mentions(found, cast))
    for mention in found:
        yield _name(reading, mention)


def _borne_out(found: Sequence[Mention], cast: Cast, index: Index) -> list[Mention]:
    """Without first words of sentences that nothing else shows to be names."""
    strong = {folded(mention.form) for mention in found if not mention.weak}
    return [
        mention
        for mention in found
        if not mention.weak
        or mention.kind in ("place", "organisation")
        or mention.title is not None
        or (plain := folded(mention.form)) in strong
        or plain in cast.full
        or plain in index.alone
    ]


def _name(reading: Reading, mention: Mention) -> Name:
    title = mention.title
    surname, given = mention.surname, mention.given
    if mention.kind in ("place", "organisation"):
        surname, given = mention.form, None
    return Name(
        start=mention.start,
        end=mention.end,
        text=reading.text[mention.start : mention.end],
        place=reading.place(mention.start),
        surname=surname,
        given=given,
        title=title.words if title else None,
        office=title.office if title else None,
        kind=mention.kind,
        entity=mention.entity,
        bare=mention.bare,
        introduced=mention.introduced,
    )
