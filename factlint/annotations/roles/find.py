"""From the names of an article to its roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.roles.draft import Draft
from factlint.annotations.roles.passage import Passages
from factlint.annotations.roles.realms import Realms, realms_of
from factlint.annotations.roles.role import Role
from factlint.annotations.roles.seats import SEATS
from factlint.annotations.roles.tally import Tally, settle, unite
from factlint.annotations.roles.wording import wording
from factlint.text.deferred import deferred

if TYPE_CHECKING:
    from factlint.annotations import Reading
    from factlint.annotations.names.name import Name

_APPOSITION = 70
_WORDINGS = deferred(rf"\b(?:{'|'.join(sorted(SEATS, key=len, reverse=True))})\b")


def find_roles(reading: Reading) -> list[Role]:
    """The roles of an article, in text order."""
    names: tuple[Name, ...] = reading.layer("name")  # type: ignore[assignment]
    titled = [name for name in names if name.title is not None and name.kind == "person" and name.line is None]
    worded = [(name, parts) for name in titled if (parts := wording(name.title or "")) is not None]
    if not worded:
        return []
    realms = reading.knowledge.once(realms_of)
    drafts = [Draft(reading, name, parts, realms) for name, parts in worded]
    unite(drafts)
    settle(reading.text, drafts)
    tally, passages = Tally(drafts), Passages(reading)
    return [_role(reading, draft, realms, tally, passages) for draft in drafts]


def _role(reading: Reading, draft: Draft, realms: Realms, tally: Tally, passages: Passages) -> Role:
    name, seat = draft.name, draft.seat
    office = realms.office(draft.around, draft.parts.words) if draft.itself else None
    offices = (office,) if office else _offices(draft, realms)
    dated, changes = passages.moving(name) if seat.single or seat.excludes or offices else (False, False)
    return Role(
        start=name.start,
        end=name.end,
        text=name.text,
        place=name.place,
        surname=name.surname,
        given=name.given,
        person=draft.person,
        entity=name.entity,
        title=name.title or "",
        seat=seat.name,
        excludes=seat.excludes,
        single=seat.single and draft.parts.named,
        nation=draft.nation,
        body=draft.around if draft.around and draft.nation is None else None,
        office=office,
        offices=offices,
        held=realms.held(name.entity, offices),
        also=_also(reading, name) if seat.excludes else (),
        tense=draft.tense,
        dated=dated,
        changes=changes,
        times=tally.times(draft),
        seats=tally.seats(draft),
        rank=seat.rank,
        first=tally.new(draft.person, seat.name, draft.around, draft.tense, dated, changes),
        leads=tally.new(seat.name, draft.around),
        shared=tally.shared(draft),
    )


def _offices(draft: Draft, realms: Realms) -> tuple[str, ...]:
    """Every listed office that a title without a nation may name."""
    return realms.titles.get(draft.parts.words, ()) if draft.itself and not draft.around else ()


def _also(reading: Reading, name: Name) -> tuple[str, ...]:
    """The seats that small letters right behind a name give its bearer as well."""
    _, high = reading.sentence_bounds(name.start)
    found = _WORDINGS.findall(reading.text, name.end, min(high, name.end + _APPOSITION))
    return tuple(sorted({SEATS[words].name for words in found}))
