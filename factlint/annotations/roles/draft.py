"""One title on its way to become a role: what it and the words around it show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.roles.seats import HEAD_RANK, OF_BODIES, PAST_HOLDERS, PAST_SURNAMES, SHADOW
from factlint.annotations.roles.wording import Wording, tense_before
from factlint.text.deferred import deferred
from factlint.text.forms import folded
from factlint.text.tokens import MARKS

if TYPE_CHECKING:
    from factlint.annotations import Reading
    from factlint.annotations.names.name import Name
    from factlint.annotations.roles.realms import Realms

_BEFORE = 200
_OF = deferred(rf" of (?:the )?([A-Z][\w{MARKS}.]*(?: [A-Z][\w{MARKS}.]*)?)")
# Right behind a name: President Novak would …; President Novak?
_IF = deferred(r"[?!]|(?:’s|'s)? (?:would|could|might)\b|’d\b|'d\b")


class Draft:
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


def _tense(text: str, name: Name, parts: Wording, realms: Realms) -> str:
    """What the title, or the word before it, or the one behind the name says of the time."""
    if parts.tense != "present":
        return parts.tense
    unheard_of = parts.seat.rank == HEAD_RANK and not realms.held(name.entity, realms.titles.get(parts.words, ()))
    if unheard_of and _IF.match(text, name.end):
        return "unreal"
    before = text[max(0, name.start - _BEFORE) : name.start].rstrip(" ,\u00a0")
    words = before.removesuffix(name.title or "").rsplit(None, 1) if before.endswith(name.title or "") else []
    return tense_before(words[-1]) if words else "present"
