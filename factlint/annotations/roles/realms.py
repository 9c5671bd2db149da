"""What the desk knows, turned round for reading titles: from words to nations and to listed offices."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.text.forms import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.knowledge import Knowledge

    _Parts = tuple[
        Mapping[str, str],
        Mapping[tuple[str, str], str],
        Mapping[str, tuple[str, ...]],
        Mapping[str, frozenset[str]],
    ]

# Countries that are mostly a state where a title follows: Georgia Gov. Tarver.
_STATES = frozenset({"georgia"})


class Realms(NamedTuple):
    """Look-ups by folded words.

    ``nations`` leads from the words for one country only to its name, ``offices`` from the words for a nation or body
    and a title to the key of an office, ``titles`` from a title to all offices that have it, ``held_by`` from a person
    to all offices that he or she ever held.
    """

    nations: Mapping[str, str]
    offices: Mapping[tuple[str, str], str]
    titles: Mapping[str, tuple[str, ...]]
    held_by: Mapping[str, frozenset[str]]

    def office(self, nation: str, title: str) -> str | None:
        """The office that a nation and a title name."""
        return self.offices.get((nation, title))

    def held(self, person: str | None, offices: Iterable[str]) -> bool | None:
        """Whether a known person ever held one of some offices; None where nobody is known."""
        return None if person is None else not self.held_by.get(person, frozenset()).isdisjoint(offices)


def realms_of(knowledge: Knowledge) -> Realms:
    """The realms of a run's knowledge; use as ``knowledge.once(realms_of)``."""
    return Realms(*knowledge.kept("realms", _parts_of_realms))


def _parts_of_realms(knowledge: Knowledge) -> _Parts:
    offices: dict[tuple[str, str], str] = {}
    titles: dict[str, dict[str, None]] = {}
    held_by: dict[str, set[str]] = {}
    for term in knowledge.rows("office"):
        if term.holder is not None:
            held_by.setdefault(term.holder, set()).add(term.key)
        for title in map(folded, term.titles):
            titles.setdefault(title, {})[term.key] = None
            offices.update({(folded(nation), title): term.key for nation in term.nations})
    return (
        _nations(knowledge),
        offices,
        {title: tuple(keys) for title, keys in titles.items()},
        {person: frozenset(keys) for person, keys in held_by.items()},
    )


def _nations(knowledge: Knowledge) -> dict[str, str]:
    """The words for countries, without those that countries or states share (Congolese, Georgia)."""
    bearers: dict[str, set[str]] = {}
    for place in knowledge.found("place", "kind", "country"):
        for word in (place.name, *place.other, *place.also, *place.demonyms):
            bearers.setdefault(folded(word), set()).add(place.name)
    return {word: names.pop() for word, names in bearers.items() if len(names) == 1 and word not in _STATES}
