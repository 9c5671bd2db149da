"""What the titles of an article say together: who is one person, what is meant throughout, how often it is said."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factlint.annotations.roles.seats import HEAD_RANK
from factlint.text.deferred import deferred

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.annotations.roles.draft import Draft

_MOST_WORDS = 5
# Somebody who stands in is called president as well, mostly after this has been said once.
_STANDS_IN = deferred(r"\b(?:acting|interim|caretaker|provisional|self-\w+) (president|prime minister|chancellor)\b")
_STAND_INS = ("acting ", "interim ", "caretaker ", "provisional ", "self-")


def unite(drafts: Sequence[Draft]) -> None:
    """Berman Jackson is Amy Berman Jackson where the article has nobody else who could be meant."""
    people = {draft.person for draft in drafts if draft.person is not None and draft.name.entity is None}
    longer: dict[str, set[str]] = {}
    for person in people:
        words = person.split(" ")
        for first in range(1, min(len(words) - 1, _MOST_WORDS)):
            longer.setdefault(" ".join(words[first:]), set()).add(person)
    for draft in drafts if longer else ():
        whole = longer.get(draft.person or "", ())
        if len(whole) == 1 and draft.name.entity is None:
            draft.person = next(iter(whole))


def settle(text: str, drafts: Sequence[Draft]) -> None:
    """What the article says of somebody once, it means throughout: a president of a company, not yet, standing in."""
    of_bodies = {(draft.person, draft.parts.seat): draft for draft in drafts if draft.seat is not draft.parts.seat}
    unreal = {(draft.person, draft.seat) for draft in drafts if draft.tense == "unreal"}
    open_heads = [draft for draft in drafts if draft.seat.rank == HEAD_RANK and draft.name.entity is None]
    # Few articles have one of these words: looking for each is several times faster than the search for all.
    said = bool(open_heads) and any(words in text for words in _STAND_INS)
    stood_in = set(_STANDS_IN.findall(text)) if said else set()
    for draft in open_heads:
        other = of_bodies.get((draft.person, draft.seat))
        if other is not None and draft.nation is None:
            draft.seat, draft.around = other.seat, other.around
        elif draft.tense == "present" and (draft.person, draft.seat) in unreal:
            draft.tense = "unreal"
        elif draft.tense == "present" and draft.seat.name in stood_in:
            draft.tense = "lesser"


class Tally:
    """What has been counted over all roles of an article, and which of them have been seen."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._times: Counter[tuple[str | None, str]] = Counter()
        self._bearers: dict[str, set[str]] = {}
        self._seen: set[tuple[object, ...]] = set()
        self._seats: dict[str | None, set[tuple[str, str]]] = {}
        for draft in drafts:
            self._seats.setdefault(draft.person, set()).add((draft.seat.name, draft.around))
            if draft.tense == "present":
                self._times[draft.person, draft.seat.name] += 1
                if draft.person is not None and draft.nation is None:
                    self._bearers.setdefault(draft.seat.name, set()).add(draft.person)

    def times(self, draft: Draft) -> int:
        """How often the article gives this person this seat in the present."""
        return self._times[draft.person, draft.seat.name]

    def seats(self, draft: Draft) -> int:
        """How many different seats the article gives this person; one where nobody knows who it is."""
        return 1 if draft.person is None else len(self._seats[draft.person])

    def shared(self, draft: Draft) -> bool:
        """Whether somebody else has this seat as well, with no nation named."""
        bearers = self._bearers.get(draft.seat.name, set())
        return draft.nation is None and len(bearers) > (draft.person in bearers)

    def new(self, *what: object) -> bool:
        """Whether something is met for the first time."""
        size = len(self._seen)
        self._seen.add(what)
        return len(self._seen) > size
