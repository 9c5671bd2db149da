"""Articles and desks drawn at random, and a look at every combination of their facts: what indexes must agree with."""

from __future__ import annotations

import datetime
import random
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from newsdesk import Entry, Fact, Facts, fact

from factlint.article import DEFAULT_SECTIONS, Card
from factlint.knowledge import Knowledge
from factlint.lang.compile import compiled
from factlint.lang.scope import Row, Scope
from factlint.lang.types import knowledge_kinds
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from factlint.article import Story
    from factlint.engine.plan import Plan
    from factlint.lang import tree

    Choose = Callable[[Sequence[Any]], Any]

SECTIONS = ("headline", "body", "body", "caption", "boilerplate", "correction")
FEW = (None, 1, 2, 3)
ENTITIES = (None, "merz", "macron")
SURNAMES = (None, "Merz", "Merts", "MERZ", "Murz", "Macron", "Marcon", "Macorn", "Makron", "Rutte")
SAID = ("we", "are", "closer", "to", "a", "deal", "than", "we", "ever", "were")
DAYS = (None, *(datetime.date(year, 5, 6) for year in (1, 2, 3)))
FORMS = ("Kiev", "Donbass", "Merts", "US")


def utterance(choose: Choose) -> str:
    start, end, at = choose(range(4)), choose(range(5, 11)), choose(range(2, 7))
    return " ".join([*SAID[start:at], choose(("now", "peace")), *SAID[at + 1 : end]])


def fields_of(kind: str, choose: Choose) -> dict[str, Any]:
    """The fields of a fact of a kind, each chosen from a few."""
    if kind == "date":
        return {name: choose(FEW) for name in ("year", "month", "day")}
    if kind == "name":
        return {"surname": choose(SURNAMES), **{name: choose(ENTITIES) for name in ("given", "entity", "office")}}
    if kind == "quote":
        return {"text": utterance(choose), "speaker_entity": choose(ENTITIES)}
    if kind == "word":
        return {"form": choose(FORMS)}
    items = tuple(fact(index, index=index, key=choose("xy")) for index in range(choose(range(4))))
    return {"stated_count": choose(FEW), "items": items}


def facts(kind: str, size: int, choose: Choose) -> list[Fact]:
    return [
        fact(number, choose(SECTIONS), choose(range(4)), quoted=choose((False, True)), **fields_of(kind, choose))
        for number in range(size)
    ]


def person(choose: Choose) -> Entry:
    return Entry(
        key=choose(("merz", "macron", "rutte")),
        name=utterance(choose),
        surname=choose(("Merz", "Macron", "Rutte")),
        given=choose(ENTITIES),
        accepted=tuple(choose(("Merts", "Merz", "US")) for _ in range(choose(range(3)))),
    )


def spelling(choose: Choose) -> Entry:
    return Entry(list=choose(("names/x", "names/y")), wrong=choose(("Kiev", "Merts", "US")))


def office(choose: Choose) -> Entry:
    return Entry(key=choose(("merz", "macron")), holder=choose(("merz", "macron")))


def desk(choose: Choose, sizes: Callable[[int], int]) -> dict[str, list[Entry]]:
    """What a desk knows by kind; ``sizes`` is asked with the most there may be of each."""
    return {
        "person": [person(choose) for _ in range(sizes(3))],
        "spelling": [spelling(choose) for _ in range(sizes(4))],
        "office": [office(choose) for _ in range(sizes(3))],
    }


def articles(find: str, count: int, choose: Choose, sizes: Callable[[int], int]) -> list[Facts]:
    """Articles with facts of the kinds that a query names."""
    kinds = sorted({"date", "name", "quote", "word", "list"} & set(find.replace("(", " ").split()))
    names = [f"{number}.txt" for number in range(count)]
    cards = [Card(name, name, source=choose(("AP", None)), published=choose(DAYS)) for name in names]
    return [Facts(card, {kind: facts(kind, sizes(4), choose) for kind in kinds}) for card in cards]


def choosing(draw: st.DrawFn) -> tuple[Choose, Callable[[int], int]]:
    """How an example of Hypothesis chooses from some values, and a size."""
    return lambda values: draw(st.sampled_from(values)), lambda most: draw(st.integers(0, most))


@st.composite
def newsrooms(draw: st.DrawFn, find: str) -> tuple[dict[str, list[Entry]], list[Facts]]:
    """A desk, and one to three articles for a query."""
    choose, sizes = choosing(draw)
    return desk(choose, sizes), articles(find, draw(st.integers(1, 3)), choose, sizes)


@st.composite
def few_facts(draw: st.DrawFn, kind: str) -> list[Fact]:
    """None to four facts of a kind."""
    choose, sizes = choosing(draw)
    return facts(kind, sizes(4), choose)


def tries(find: str) -> Iterator[tuple[dict[str, list[Entry]], list[Facts]]]:
    """Desks and three articles each for a query, with few facts and with many: it finds something in one of them."""
    for number in range(40):
        chance = random.Random(f"{number} {find}")
        size = chance.randrange(1, 4)
        sizes = partial(_size, chance, size)
        yield desk(chance.choice, sizes), articles(find, 3, chance.choice, sizes)


def _size(chance: random.Random, times: int, most: int) -> int:
    return chance.randint(1, times * most)


_LOOKED_UP = {"person": ("key", "surname", "accepted"), "spelling": ("wrong", "list"), "office": ("key",)}


class Catalogue(Knowledge):
    """A desk that is too long to be read as a whole: some of it is found by a text, or by one near it.

    ``asked`` counts the questions: *found*, *near*, and *all* for each kind whose rows were wanted all together.
    """

    def __init__(self, rows: Mapping[str, Collection[Any]]) -> None:
        super().__init__(rows)
        self.asked: Counter[str] = Counter()

    def rows(self, kind: str) -> Sequence[Any]:
        self.asked[f"all of {kind}"] += 1
        return super().rows(kind)

    def looks_up(self, kind: str, lookup: str) -> bool:
        return lookup in _LOOKED_UP.get(kind, ())

    def found(self, kind: str, lookup: str, text: str) -> tuple[Any, ...]:
        if not self.looks_up(kind, lookup):
            return super().found(kind, lookup, text)
        self.asked["found"] += 1
        return tuple(row for row in super().rows(kind) if text in _texts(getattr(row, lookup)))

    def near(self, kind: str, name: str, word: str, edits: int) -> tuple[Any, ...] | None:
        """Some more than are near, as the real one has it; nobody knows of words that are far apart."""
        if name != "surname" or edits > 2:
            return None
        self.asked["near"] += 1
        return tuple(row for row in super().rows(kind) if abs(len(row.surname) - len(word)) <= edits)


def _texts(value: Any) -> list[str]:
    return [comparable(one) for one in (value if isinstance(value, tuple) else (value,))]


# -- how a variable is found


def ways(plan: Plan) -> Iterator[str]:
    """How each variable of a plan is found, in words."""
    for number, step in enumerate(plan.steps):
        what = "knowledge" if step.is_knowledge else "facts of others" if plan.different else "facts"
        if step.constant is not None:
            yield f"{what}: a constant"
        if step.of is not None:
            yield "parts of a fact"
        elif step.join is not None:
            yield f"{what}: {step.join.how}"
        else:
            yield f"{what}: {'each with each' if number else 'all'}"


# -- every combination, one after the other


class Everything:
    """An index that rules nothing out."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    def get(self, key: Any, default: Any = ()) -> Any:
        return self._rows if key is not None else default


class Naive:
    """Evaluates the whole condition on every way to bind the variables."""

    def __init__(self, query: tree.Query, knowledge: Knowledge, readings: Sequence[Facts], story: Story | None) -> None:
        self.query = query
        self.where = compiled(query.where) if query.where else lambda _: True
        self.knowledge = knowledge
        self.readings = readings
        self.story = story

    def facts(self, kind: str) -> list[Row]:
        if kind in knowledge_kinds():
            return [Row(entry, None) for entry in self.knowledge.rows(kind)]
        return [Row(one, reading.card) for reading in self.readings for one in reading.facts(kind)]

    def stands(self, row: Row, sections: frozenset[str], excluded: bool) -> bool:
        place = row.fact.place
        usual = place.section in DEFAULT_SECTIONS
        listed = place.section in sections or ("quotes" in sections and place.quoted and usual)
        return (usual and not listed) if excluded else listed if sections else usual

    def candidates(self, binding: tree.Binding, bound: dict[str, Row]) -> list[Row]:
        if binding.of is not None:
            base = bound[binding.of.base.value]
            return [Row(item, base.card) for item in getattr(base.fact, binding.of.fields[0].value)]
        rows = self.facts(binding.kind.value)
        sections = frozenset(section.value for section in binding.sections)
        return [row for row in rows if row.card is None or self.stands(row, sections, binding.excluded)]

    def combinations(self, bindings: Sequence[tree.Binding], bound: dict[str, Row]) -> Iterator[dict[str, Row]]:
        if not bindings:
            yield dict(bound)
            return
        first, *rest = bindings
        for row in self.candidates(first, bound):
            yield from self.combinations(rest, {**bound, first.name.value: row})

    def rows(self, plan: Plan) -> tuple[list[dict[str, Row]], list[dict[str, Row]]]:
        """The rows that fit, and those of which nobody knows, but for those whose joining values are unknown."""
        values = [value for step in plan.steps if step.join is not None for value in (step.join.own, step.join.other)]
        fitting, open_ = [], []
        for bound in self.together():
            scope = self.scope(bound)
            verdict = self.where(scope)
            if verdict is True:
                fitting.append(bound)
            elif verdict is None and all(value(scope) is not None for value in values):
                open_.append(bound)
        return fitting, open_

    def together(self) -> Iterator[dict[str, Row]]:
        """The ways to bind the variables that a query may look at."""
        for bound in self.combinations(self.query.bindings, {}):
            whole = [row.fact for row in bound.values() if not isinstance(row.fact, str)]
            if len({id(one) for one in whole}) == len(whole) and self.placed(bound):
                yield bound

    def scope(self, bound: dict[str, Row]) -> Scope:
        card = next((row.card for row in bound.values() if row.card), None)
        return Scope(bound, self.facts, lambda kind, _: Everything(self.facts(kind)), self.stands, card, self.story)  # type: ignore[arg-type, return-value]

    def placed(self, bound: dict[str, Row]) -> bool:
        placement = self.query.placement
        if placement is None or (placement.unit in ("article", "story") and placement.relation == "same"):
            return True
        if placement.relation == "different":
            cards = [bound[b.name.value].card for b in self.query.bindings if b.of is None]
            keys = [card.key for card in cards if card]
            return len(set(keys)) == len(keys)
        units = {getattr(row.fact, placement.unit) for row in bound.values() if row.card}
        return len(units) <= 1


def compare(query: tree.Query, found: list[dict[str, Row]], wanted: list[dict[str, Row]]) -> None:
    names = [binding.name.value for binding in query.bindings]
    assert len({ordered(row, names) for row in found}) == len(found)
    if query.grouped_by:
        assert {ordered(row, names) for row in found} == {ordered(row, names) for row in wanted}
    else:
        assert sorted(map(unordered, found)) == sorted(set(map(unordered, wanted)))


def ordered(row: dict[str, Row], names: Sequence[str]) -> tuple[int, ...]:
    return tuple(id(row[name].fact) for name in names)


def unordered(row: dict[str, Row]) -> tuple[int, ...]:
    return tuple(sorted(id(bound.fact) for bound in row.values()))
