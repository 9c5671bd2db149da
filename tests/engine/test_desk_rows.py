"""What the desk knows as rows: what is looked up, what is remembered, and words of lists too long to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from naive import Catalogue
from newsdesk import Entry, article, findings, query_rule

from factlint.article import Story
from factlint.engine.plan import planned
from factlint.engine.rows import Known, StoryRows
from factlint.engine.run import Engine
from factlint.knowledge import Knowledge, stored
from factlint.knowledge.load import load
from factlint.lang.scope import Row

if TYPE_CHECKING:
    from pathlib import Path


PEOPLE = [Entry(key="a", surname="Hartman"), Entry(key="b", surname="Hartmann"), Entry(key="a", surname="Hale")]


def near(desk: Knowledge, find: str, value: Any) -> list[int] | None:
    """The people that a value leads to."""
    known = Known(desk)
    plan = planned(query_rule(find).rules[0], desk)
    source = StoryRows(Story("all", ()), {}, {}, {}, known)
    found = known.looked_up(plan.steps[-1], value, lambda: source.scope(plan))
    return None if found is None else [PEOPLE.index(row.fact) for row, _ in found]


CLOSE = "from name n, person p where n.surname is close to p.surname within 1 edit"
EQUAL = "from name n, person p where n.entity = p.key"


@pytest.mark.parametrize(
    ("find", "value", "wanted"),
    [
        (EQUAL, "a", [0, 2]),
        (EQUAL, "A", [0, 2]),
        (EQUAL, "x", []),
        (EQUAL, None, []),
        (EQUAL, ("a", "b"), [0, 2, 1]),
        (EQUAL, ("b", "b", "x"), [1]),
        (EQUAL, (), None),
        (EQUAL, ("a", 1), None),
        (EQUAL, 1, None),
        (EQUAL, Row(PEOPLE[0], None), None),
        (f"{EQUAL} and p.surname != 'Hartman'", "a", [2]),
        (CLOSE, "Hartmanm", [0, 1]),
        (CLOSE, "Hartman", [1]),
        (CLOSE, "Hortman", [0]),
        (CLOSE, "Hartmannn", [1]),
        (CLOSE, "HARTMAN", [1]),
        (CLOSE, "Xyz", []),
        (CLOSE, None, []),
        (CLOSE, ("Hartman",), None),
        (CLOSE.replace("1 edit", "3 edits"), "Hartman", None),
        ("from name n, person p where n.given = p.given", "x", None),
        ("from name n, person p where n.surname sounds like p.surname", "Roe", None),
        ("from name n, person p where n.surname = lower(p.surname)", "roe", None),
    ],
)  # fmt: skip
def test_what_a_value_leads_to_without_a_look_at_all(find: str, value: Any, wanted: list[int] | None) -> None:
    desk = Catalogue({"person": PEOPLE})
    for _ in range(2):
        assert near(desk, find, value) == wanted
    assert near(Knowledge({"person": PEOPLE}), find, value) is None
    assert not desk.asked["all of person"]


def test_what_was_asked_for_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factlint.engine.rows.REMEMBERED", 2)
    desk = Catalogue({"person": PEOPLE})
    known = Known(desk)
    for find, count in ((EQUAL, "found"), (CLOSE, "near")):
        plan = planned(query_rule(find).rules[0], desk)
        source = StoryRows(Story("all", ()), {}, {}, {}, known)
        asked = []
        for value in ("Hartman", "Hartman", "Hale", "Hartman", "Hartmann", "Hartmann"):
            known.looked_up(plan.steps[-1], value, lambda source=source, plan=plan: source.scope(plan))  # type: ignore[misc]
            asked.append(desk.asked[count])
        assert asked == [1, 1, 2, 2, 3, 3]


def test_a_constant_leads_to_the_rows_that_have_it() -> None:
    [rule] = query_rule('from name n, person p where p.key = "a" and n.surname = p.given').rules
    for desk, read in ((Catalogue({"person": PEOPLE}), 0), (Knowledge({"person": PEOPLE}), None)):
        plan, known = planned(rule, desk), Known(desk)
        source = StoryRows(Story("all", ()), {}, {}, {}, known)
        rows = known.candidates(plan.steps[-1], source.scope(plan))
        assert [PEOPLE.index(row.fact) for row, _ in rows] == [0, 2]
        assert known.candidates(plan.steps[-1], source.scope(plan)) is rows
        assert read is None or desk.asked["all of person"] == read  # type: ignore[attr-defined]


@pytest.mark.parametrize("field", ["key", "surname"])
def test_an_index_of_a_kind_is_the_same_looked_up_or_not(field: str) -> None:
    memory, catalogue = (Known(desk({"person": PEOPLE})).index("person", field) for desk in (Knowledge, Catalogue))
    for value in ("a", "b", "hartman", "hale", "x", None):
        found = memory.get(value, ())
        assert [row.fact for row in catalogue.get(value, ())] == [row.fact for row in found]
        assert all(row.card is None for row in found)


# -- words of long lists


def test_words_of_a_list_too_long_to_be_read_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr("factlint.engine.forms.MANY", 3)
    people = "".join(
        f"  - {{name: Ada Lind{letter}, wrong: {{Lind{letter}: [Lynd{letter}]}}}}\n" for letter in "abcdefgh"
    )
    fresh = load([("a.yaml", "people:\n" + people)]).knowledge
    stored.put("knowledge", "a" * 64, fresh)
    kept = stored.opened("knowledge", "a" * 64)
    assert kept is not None
    name = fresh.rows("spelling")[0].list
    rules = query_rule(f'from word w, spelling s where s.list = "{name}" and w.form = s.wrong', "{s.right}", "names_x")
    text = article("Mayor Lyndg thanked Mr. Lyndb and Lindc.")
    for desk in (fresh, kept):
        made = Engine(rules.rules, desk)
        found = made.map(text).findings
        assert [(one.primary.text, one.message) for one in found] == [("Lyndg", "Lindg"), ("Lyndb", "Lindb")]


def test_words_of_a_short_list_are_found_beside_others() -> None:
    rules = query_rule('from word w where w.form in ["Kiev", "Lvov"]', "{w.form}")
    assert [one.message for one in findings(rules, "In Lvov, Kyiv and Kiev.")] == ["Lvov", "Kiev"]


def test_a_constant_of_another_variable_leaves_no_word_out() -> None:
    desk = load([("a.yaml", "people: [{name: Ada Lind, wrong: {Lind: [Lynd]}}]\n")]).knowledge
    rules = query_rule('from word w, spelling s, name n where n.given = "Jana" and w.form = s.wrong', "{w.form}")
    found = Engine(rules.rules, desk).map(article("Jana Novak met Ms. Lynd.")).findings
    assert [one.message for one in found] == ["Lynd"]
