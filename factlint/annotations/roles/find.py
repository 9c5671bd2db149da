"""From the names of an article to its roles."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from factlint.annotations.roles.realms import Realms, realms_of
from factlint.annotations.roles.role import Role
from factlint.annotations.roles.seats import (
    CHANGE,
    HEAD_RANK,
    OF_BODIES,
    PAST_HOLDERS,
    PAST_SURNAMES,
    SEATS,
    SHADOW,
)
from factlint.annotations.roles.wording import Wording, tense_before, wording
from factlint.text.forms import folded
from factlint.text.tokens import MARKS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.annotations import Reading
    from factlint.annotations.names.name import Name

_APPOSITION = 70
_MOST_WORDS = 5
_REACH = 500
"""So many characters before a name, of its paragraph, may say that a passage looks back."""
_YEAR = re.compile(r"(?<![\w$£€.,-])(1[5-9]\d\d|20\d\d)(?![\w%]|[.,]\d)")
_BACK = re.compile(
    r"\b(?:(?i:ago|last (?:year|month)|at the time|back then|when|(?:in|of) the (?:19|20)?\d0s)"
    r"|(?:years|months|decades) (?:before|earlier)"
    r"|[Aa]s (?:chancellor|president|prime minister|premier|speaker|governor|mayor|\w+ (?:secretary|minister)))\b"
)
_CHANGE = re.compile(r"\b(?:t(?:akes|ook|aking) over|step(?:s|ped|ping) down)\b")
# Somebody who stands in is called president as well, mostly after this has been said once.
_STANDS_IN = re.compile(r"\b(?:acting|interim|caretaker|provisional|self-\w+) (president|prime minister|chancellor)\b")
# Right behind a name: President Novak would …; President Novak?
_IF = re.compile(r"[?!]|(?:’s|'s)? (?:would|could|might)\b|’d\b|'d\b")
_WORDINGS = re.compile(rf"\b(?:{'|'.join(sorted(SEATS, key=len, reverse=True))})\b")
_WORD = re.compile(r"[a-z]+")
_OF = re.compile(rf" of (?:the )?([A-Z][\w{MARKS}.]*(?: [A-Z][\w{MARKS}.]*)?)")


class _Draft:
    """A role on its way to become a fact, before the other roles of the article are looked at."""

    __slots__ = ("around", "name", "nation", "parts", "person", "seat", "tense")

    def __init__(self, reading: Reading, name: Name, parts: Wording, realms: Realms) -> None:
        self.name = name
        self.parts = parts
        self.around = _around(reading.text, name, parts, realms)
        self.nation = realms.nations.get(self.around)
        self.person = _person(reading, name, parts, realms)
        self.tense = _tense(reading.text, name, parts, realms)
        self.seat = parts.seat
        if self.around and self.nation is None and self.seat.name in OF_BODIES:
            self.seat = OF_BODIES[self.seat.name]

    @property
    def itself(self) -> bool:
        """Whether the words name the office itself and not its deputy or its shadow."""
        return self.tense != "lesser" and self.seat is not SHADOW


class _Tally:
    """What has been counted over all roles of an article, and which of them have been seen."""

    def __init__(self, drafts: Iterable[_Draft]) -> None:
        self._times: Counter[tuple[str | None, str]] = Counter()
        self._bearers: dict[str, set[str]] = {}
        self._seen: set[tuple[object, ...]] = set()
        for draft in drafts:
            if draft.tense == "present":
                self._times[draft.person, draft.seat.name] += 1
                if draft.person is not None and draft.nation is None:
                    self._bearers.setdefault(draft.seat.name, set()).add(draft.person)

    def times(self, draft: _Draft) -> int:
        """How often the article gives this person this seat in the present."""
        return self._times[draft.person, draft.seat.name]

    def shared(self, draft: _Draft) -> bool:
        """Whether somebody else has this seat as well, with no nation named."""
        bearers = self._bearers.get(draft.seat.name, set())
        return draft.nation is None and len(bearers) > (draft.person in bearers)

    def new(self, *what: object) -> bool:
        """Whether something is met for the first time."""
        size = len(self._seen)
        self._seen.add(what)
        return len(self._seen) > size


def find_roles(reading: Reading) -> Iterable[Role]:
    """The roles of an article, in text order."""
    names: tuple[Name, ...] = reading.layer("name")  # type: ignore[assignment]
    realms = reading.knowledge.once(realms_of)
    drafts = list(_drafts(reading, names, realms))
    _unite(drafts)
    _settle(reading.text, drafts)
    tally = _Tally(drafts)
    for draft in drafts:
        yield _role(reading, draft, realms, tally)


def _drafts(reading: Reading, names: Iterable[Name], realms: Realms) -> Iterator[_Draft]:
    for name in names:
        if name.title is not None and name.kind == "person" and name.line is None:
            parts = wording(name.title)
            if parts is not None:
                yield _Draft(reading, name, parts, realms)


def _unite(drafts: Sequence[_Draft]) -> None:
    """Berman Jackson is Amy Berman Jackson where the article has nobody else who could be meant."""
    people = {draft.person for draft in drafts if draft.person is not None and draft.name.entity is None}
    longer: dict[str, set[str]] = {}
    for person in people:
        words = person.split(" ")
        for first in range(1, min(len(words) - 1, _MOST_WORDS)):
            longer.setdefault(" ".join(words[first:]), set()).add(person)
    for draft in drafts:
        whole = longer.get(draft.person or "", ())
        if len(whole) == 1 and draft.name.entity is None:
            draft.person = next(iter(whole))


def _settle(text: str, drafts: Sequence[_Draft]) -> None:
    """What the article says of somebody once, it means throughout: a president of a company, not yet, standing in."""
    of_bodies = {(draft.person, draft.parts.seat): draft for draft in drafts if draft.seat is not draft.parts.seat}
    unreal = {(draft.person, draft.seat) for draft in drafts if draft.tense == "unreal"}
    open_heads = [draft for draft in drafts if draft.seat.rank == HEAD_RANK and draft.name.entity is None]
    stood_in = set(_STANDS_IN.findall(text)) if open_heads else set()
    for draft in open_heads:
        other = of_bodies.get((draft.person, draft.seat))
        if other is not None and draft.nation is None:
            draft.seat, draft.around = other.seat, other.around
        elif draft.tense == "present" and (draft.person, draft.seat) in unreal:
            draft.tense = "unreal"
        elif draft.tense == "present" and draft.seat.name in stood_in:
            draft.tense = "lesser"


def _role(reading: Reading, draft: _Draft, realms: Realms, tally: _Tally) -> Role:
    name, seat = draft.name, draft.seat
    office = realms.office(draft.around, draft.parts.words) if draft.itself else None
    offices = (office,) if office else _offices(draft, realms)
    dated, changes = _moving(reading, name) if seat.single or seat.excludes or offices else (False, False)
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
        rank=seat.rank,
        first=tally.new(draft.person, seat.name, draft.around, draft.tense, dated, changes),
        leads=tally.new(seat.name, draft.around),
        shared=tally.shared(draft),
    )


def _around(text: str, name: Name, parts: Wording, realms: Realms) -> str:
    """The words of a title beside its seat, or the nation behind the name: President Putin of Russia."""
    if not parts.around:
        behind = _OF.match(text, name.end)
        if behind is not None and (plain := folded(behind.group(1).rstrip("."))) in realms.nations:
            return plain
    return parts.around


def _person(reading: Reading, name: Name, parts: Wording, realms: Realms) -> str | None:
    """Who is meant; None for a surname that no full name introduces, or that may be a former holder's."""
    if name.given is None and name.introduced is None and name.entity is None:
        return None
    return None if _past_holder(reading, name, parts, realms) else name.who


def _past_holder(reading: Reading, name: Name, parts: Wording, realms: Realms) -> bool:
    """Whether the name may mean somebody who once held the seat: President Bush, with Governor Jeb Bush around."""
    if name.entity is not None or not parts.seat.single:
        return False
    surname = folded(name.surname)
    if name.given is not None:
        return f"{folded(name.given.partition(' ')[0])}-{surname}" in PAST_HOLDERS
    bearers = reading.knowledge.found("person", "surnames", surname)
    return surname in PAST_SURNAMES or any(realms.held(one.key, realms.titles.get(parts.words, ())) for one in bearers)


def _offices(draft: _Draft, realms: Realms) -> tuple[str, ...]:
    """Every listed office that a title without a nation may name."""
    return realms.titles.get(draft.parts.words, ()) if draft.itself and not draft.around else ()


def _also(reading: Reading, name: Name) -> tuple[str, ...]:
    """The seats that small letters right behind a name give its bearer as well."""
    _, high = reading.sentence_bounds(name.start)
    found = _WORDINGS.findall(reading.text, name.end, min(high, name.end + _APPOSITION))
    return tuple(sorted({SEATS[words].name for words in found}))


def _tense(text: str, name: Name, parts: Wording, realms: Realms) -> str:
    """What the title, or the word before it, or the one behind the name says of the time."""
    if parts.tense != "present":
        return parts.tense
    unheard_of = parts.seat.rank == HEAD_RANK and not realms.held(name.entity, realms.titles.get(parts.words, ()))
    if unheard_of and _IF.match(text, name.end):
        return "unreal"
    before = text[max(0, name.start - _REACH) : name.start].rstrip(" ,\u00a0")
    words = before.removesuffix(name.title or "").rsplit(None, 1) if before.endswith(name.title or "") else []
    return tense_before(words[-1]) if words else "present"


def _moving(reading: Reading, name: Name) -> tuple[bool, bool]:
    """Whether the passage up to here looks back to an earlier year, and whether it tells of a change of posts."""
    low, _ = reading.paragraphs[name.place.paragraph]
    _, high = reading.sentence_bounds(name.start)
    passage = reading.text[max(low, name.start - _REACH) : min(high, name.end + _REACH)]
    small = passage.lower()
    changes = not CHANGE.isdisjoint(_WORD.findall(small)) or _CHANGE.search(small) is not None
    return _looks_back(passage, reading.article.metadata.published), changes


def _looks_back(passage: str, published: datetime.date | None) -> bool:
    if _BACK.search(passage):
        return True
    return any(published is None or int(year) < published.year for year in _YEAR.findall(passage))
