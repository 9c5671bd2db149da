"""A plan with its indexes finds what a look at every combination finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdesk import Entry, Fact, Facts, fact, outcome, prepared, query_rule

from factlint.article import DEFAULT_SECTIONS, Card, Story
from factlint.engine.join import Execution
from factlint.knowledge import Knowledge
from factlint.lang.compile import Row, Scope, compiled
from factlint.lang.types import knowledge_kinds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.lang import tree

QUERIES = {
    "equal": "from date a, date b where a.month = b.month and a.day = b.day and a.year != b.year",
    "equal with a sum": "from date a, date b where a.year = b.year + 1",
    "equal lists": "from date a, date b where [a.year, a.month] = [b.year, b.month]",
    "three dates": "from date a, date b, date c where a.year = b.year and b.month = c.month and c.day > a.day",
    "one or the other": "from date a, date b where a.year = b.year or a.month = b.month and a.day = b.day",
    "unlike": "from date a, date b where not (a.year = b.year or a.month = b.month)",
    "one alone": "from date a where a.year > 2 and a.month is known",
    "nothing asked": "from date a, date b",
    "one text": 'from name n where n.surname = "merz" and n.given is known and n.office = "macron"',
    "yes and no": "from date a, date b not in caption where a.quoted and not b.quoted and a.year = b.year",
    "asked twice": "from name n, name m where n.given is known and m.given is known and n.given = m.given and not m.quoted",
    "word of a list": 'from word w, spelling s where s.list = "names/x" and w.form = s.wrong',
    "word in a field": "from word w, person p where w.form in p.accepted",
    "words written out": 'from word w where w.form in ["Kiev", "Donbass"]',
    "known name": "from name n, person p where n.entity = p.key and n.surname != p.surname",
    "two known": "from name n, person p, person q where n.surname = p.surname and n.given = q.given and p.surname = q.surname",
    "equal fields": "from name n, person p, person q where p.accepted = q.accepted",
    "as many": "from name n, person p where count(name m where m.surname = p.surname) = n.start",
    "close": "from name n, person p where n.entity is unknown and n.surname is close to p.surname within 2 edits",
    "close in one": "from name n, name m where n.surname is close to m.surname within 1 edit",
    "sounds": "from name n, name m where n.surname sounds like m.surname and n.surname != m.surname",
    "like": "from quote a, quote b where a.text is like b.text at least 50%",
    "field": "from list l, item i in l.items, item j in l.items where i.key = j.key and i.index < j.index",
    "field with a filter": "from list l, item i in l.items where i.index > 0 and l.stated_count = 1",
    "texts of a field": "from name n, person p, text t in p.accepted where t = n.surname",
    "same sentence": "from date a, name n of the same sentence where a.year is known",
    "same paragraph": "from date a, date b of the same paragraph where a.year = b.year",
    "same section": "from date a, name n of the same section where n.surname is known",
    "in a section": "from date a in caption, date b in headline or body where a.year = b.year",
    "not in a section": "from date a not in caption, date b in caption where a.year != b.year",
    "not in quotes": "from date a not in quotes or caption where a.year is known",
    "in quotes": "from date a in quotes where a.year is known",
    "out of the way": "from date a in boilerplate or correction, date b where a.year = b.year",
    "any": "from date a where any(date b where b.year = a.year and b.day != a.day)",
    "no": "from date a where no(date b where b.month = a.month and b.year is known)",
    "every": "from date a where every(date b where b.year = a.year)",
    "count": "from date a where count(date b where b.month = a.month and b.day is known) = 2",
    "any in a section": "from date a where any(date b in caption where b.year = a.year)",
    "any out of the way": "from date a where any(date b in boilerplate where b.year = a.year)",
    "any in a list": "from list l, item i in l.items where any(item j in l.items where j.key = i.key and j.index < i.index)",
    "no holder": "from name n where n.office is known and no(office o where o.key = n.office and o.holder = n.entity)",
    "asked of all": "from name n, person p where n.given = p.given and any(name m where m.surname = p.surname and m.given is unknown)",
    "one of several": "from name n where any(person p where p.key in [n.entity, n.given] and p.surname != n.surname)",
    "how many of several": "from name n, person q where n.given = q.given and count(person p where p.surname in q.accepted) = 1",
    "nested": "from date a where any(date b where b.year = a.year and no(date c where c.month = b.month and c.day = a.day))",
    "about the article": "from date a where a.article.source = article.source and a.year = article.published.year",
    "grouped": "from date a, date b where a.month = b.month grouped by a.month having variants(a.year) > 1",
    "of a story": "from date a, date b of the same story where a.month = b.month and a.year != b.year",
    "of two articles": "from date a, date b of different articles where a.month = b.month",
    "close in two": "from name n, name m of different articles where n.surname is close to m.surname within 2 edits",
    "like in two": "from quote a, quote b of different articles where a.speaker_entity = b.speaker_entity and a.text is like b.text",
    "known in two": "from name n, name m, person p of different articles where n.entity = p.key and m.entity = p.key",
    "the story's year": "from date a of the same story where a.year != story.year",
    "asked of the story": "from name n of the same story where n.given is unknown and no(name m where m.surname = n.surname and m.given is known)",
    "asked of its captions": "from date a of the same story where any(date b in caption where b.year = a.year)",
    "lists of two": "from list l, item i in l.items, list m, item j in m.items of different articles where i.key = j.key",
    "grouped in two": "from name n, name m of different articles where n.entity = m.entity grouped by n.surname, m.surname",
}  # fmt: skip

SECTIONS = ("headline", "body", "body", "caption", "boilerplate", "correction")
few = st.one_of(st.none(), st.integers(1, 3))
surnames = st.one_of(
    st.none(), st.sampled_from(["Merz", "Merts", "MERZ", "Murz", "Macron", "Marcon", "Macorn", "Makron", "Rutte"])
)
entities = st.one_of(st.none(), st.sampled_from(["merz", "macron"]))
said = ["we", "are", "closer", "to", "a", "deal", "than", "we", "ever", "were"]
utterances = st.builds(
    lambda start, end, at, word: " ".join([*said[start:at], word, *said[at + 1 : end]]),
    st.integers(0, 3),
    st.integers(5, 10),
    st.integers(2, 6),
    st.sampled_from(["now", "peace"]),
)


@st.composite
def facts(draw: st.DrawFn, kind: str) -> list[Fact]:
    found = []
    for number in range(draw(st.integers(0, 4))):
        fields: dict[str, Any] = {
            "date": lambda: {"year": draw(few), "month": draw(few), "day": draw(few)},
            "name": lambda: {
                "surname": draw(surnames),
                "given": draw(entities),
                "entity": draw(entities),
                "office": draw(entities),
            },
            "quote": lambda: {"text": draw(utterances), "speaker_entity": draw(entities)},
            "word": lambda: {"form": draw(st.sampled_from(["Kiev", "Donbass", "Merts", "US"]))},
            "list": lambda: {"stated_count": draw(few), "items": items(draw)},
        }[kind]()
        section, sentence, quoted = draw(st.sampled_from(SECTIONS)), draw(st.integers(0, 3)), draw(st.booleans())
        found.append(fact(number, section, sentence, quoted=quoted, **fields))
    return found


def items(draw: st.DrawFn) -> tuple[Fact, ...]:
    return tuple(fact(index, index=index, key=draw(st.sampled_from("xy"))) for index in range(draw(st.integers(0, 3))))


people = st.lists(
    st.builds(
        Entry,
        key=st.sampled_from(["merz", "macron", "rutte"]),
        surname=st.sampled_from(["Merz", "Macron", "Rutte"]),
        given=entities,
        accepted=st.lists(st.sampled_from(["Merts", "Merz", "US"]), max_size=2).map(tuple),
    ),
    max_size=3,
)
spellings = st.lists(
    st.builds(Entry, list=st.sampled_from(["names/x", "names/y"]), wrong=st.sampled_from(["Kiev", "Merts", "US"])),
    max_size=4,
)
offices = st.lists(
    st.builds(Entry, key=st.sampled_from(["merz", "macron"]), holder=st.sampled_from(["merz", "macron"])), max_size=3
)
knowledge = st.builds(
    lambda person, spelling, office: Knowledge(
        {"person": tuple(person), "spelling": tuple(spelling), "office": tuple(office)}
    ),
    people,
    spellings,
    offices,
)


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
        return [Row(one, reading.card) for reading in self.readings for one in reading.layer(kind)]

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

    def rows(self) -> list[dict[str, Row]]:
        return [bound for bound in self.combinations(self.query.bindings, {}) if self.fits(bound)]

    def fits(self, bound: dict[str, Row]) -> bool:
        whole = [row.fact for row in bound.values() if not isinstance(row.fact, str)]
        if len({id(one) for one in whole}) < len(whole) or not self.placed(bound):
            return False
        card = next((row.card for row in bound.values() if row.card), None)
        scope = Scope(bound, self.facts, lambda kind, _: Everything(self.facts(kind)), self.stands, card, self.story)  # type: ignore[arg-type, return-value]
        return self.where(scope) is True

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


@pytest.mark.parametrize("find", list(QUERIES.values()), ids=list(QUERIES))
@settings(max_examples=40)
@given(st.data())
def test_indexes_find_what_a_look_at_everything_finds(find: str, data: st.DataObject) -> None:
    [rule] = query_rule(find).rules
    kinds = sorted({"date", "name", "quote", "word", "list"} & set(find.replace("(", " ").split()))
    desk = data.draw(knowledge, label="knowledge")
    count = data.draw(st.integers(1, 3), label="articles")
    cards = [
        Card(f"{number}.txt", f"{number}.txt", source=data.draw(st.sampled_from(["AP", None])))
        for number in range(count)
    ]
    readings = [Facts(card, {kind: data.draw(facts(kind), label=kind) for kind in kinds}) for card in cards]
    story = Story("all", tuple(cards), None, 2) if rule.query.across else None
    plan, sources = prepared(rule, desk, readings, story)
    for source, read in zip(sources, [readings] if story else [[reading] for reading in readings], strict=True):
        compare(rule.query, Execution(plan, source).rows(), Naive(rule.query, desk, read, story).rows())


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


def test_a_pair_comes_once() -> None:
    [rule] = query_rule(QUERIES["of two articles"]).rules
    cards = [Card("a", "a"), Card("b", "b")]
    readings = [Facts(card, {"date": [fact(0, month=1), fact(1, month=2)]}) for card in cards]
    plan, [source] = prepared(rule, Knowledge({}), readings)
    assert [[bound.card for bound in row.values()] for row in Execution(plan, source).rows()] == [cards, cards]


def test_a_join_of_too_many_facts_ends_and_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factlint.engine.join.ENOUGH", 500)
    rules = query_rule("from date a, date b where a.month = b.month and a.day = b.day and a.year = b.year + 1")
    text = "".join(f"The draw number {number} was made on 12 October {2004 + number % 2}.\n" for number in range(200))
    made = outcome(rules, text)
    assert made.findings, "what was found before the limit stays found"
    [told] = [case for case in made.undecided if "too many facts" in case.reason]
    assert (told.rule, told.path, told.count) == ("dates/x", "a.txt", 1)
    monkeypatch.undo()
    assert not any("too many" in case.reason for case in outcome(rules, text[:2_000]).undecided)
