"""What a desk's file says about entries that ship: it adds, it has the later word, and what it leaves out stays."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from factlint.knowledge.load import load

if TYPE_CHECKING:
    from factlint.knowledge import Knowledge
    from factlint.knowledge.load import Loaded
    from factlint.knowledge.people import Person
    from factlint.knowledge.places import Place
    from factlint.text.problem import Problem

ANNA = "people: [{name: Anna Holm, accepted: [Holmová], wrong: {Holm: [Hollm]}, born: 1970, alone: yes, source: a.org}]"
KYIV = (
    "places: [{name: Kyiv, kind: region, other: [Kiev], except: [chicken Kiev, Dynamo Kiev], since: 2019-08-14,"
    " also: [Kyjiw], demonym: [Kyivan]}]"
)


def loaded(*texts: str) -> Loaded:
    return load([(f"{number}.yaml", text) for number, text in enumerate(texts, 1)])


def fine(*texts: str) -> Knowledge:
    found = loaded(*texts)
    assert not found.problems, found.problems
    return found.knowledge


def person(*entries: str) -> Person:
    (row,) = fine(*(f"people: [{{{entry}}}]" for entry in entries)).rows("person")
    assert row.key
    return row  # type: ignore[no-any-return]


def place(*texts: str) -> Place:
    (row,) = fine(*texts).rows("place")
    return row  # type: ignore[no-any-return]


def wrong(knowledge: Knowledge) -> list[tuple[str, str]]:
    return [(row.wrong, row.right) for row in knowledge.rows("spelling") if row.form is None]


def underlined(problem: Problem) -> str:
    assert problem.column is not None
    start = problem.column - 1
    # Not the same word under another key.
    assert problem.source_line[:start].endswith(": [")
    return problem.source_line[start : start + problem.length]


# -- one entry in two files


def test_a_later_entry_adds_to_the_lists_and_keeps_what_it_does_not_say() -> None:
    later = "people: [{name: Anna Holm, accepted: [Holmen], wrong: {Holm: [Hollm, Hohlm], Anna Holm: [Ana Holm]}}]"
    (anna,) = fine(ANNA, later).rows("person")
    assert anna.accepted == ("Holmová", "Holmen")
    assert dict(anna.wrong) == {"Holm": ("Hollm", "Hohlm"), "Anna Holm": ("Ana Holm",)}
    assert (anna.born, anna.alone, anna.source) == (1970, True, ("a.org",))


def test_what_a_later_entry_says_holds() -> None:
    (anna,) = fine(ANNA, "people: [{name: Anna Holm, alone: no, born: 1971, source: b.org}]").rows("person")
    assert (anna.born, anna.alone, anna.source) == (1971, False, ("a.org", "b.org"))


@pytest.mark.parametrize(
    ("entries", "given", "surname"),
    [
        pytest.param(("name: Li Wei, surname: Li", "name: Li Wei, born: 1960"), "Wei", "Li", id="silent"),
        pytest.param(("name: Li Wei, surname: Li", "name: Li Wei, surname: Wei"), "Li", "Wei", id="said"),
        pytest.param(("name: Li Wei", "name: Li Wei, surname: Li"), "Wei", "Li", id="said at last"),
        pytest.param(("name: Pedro Sánchez", "name: Pedro Sanchez"), "Pedro", "Sanchez", id="another glyph"),
    ],
)
def test_a_surname_holds_until_another_is_said(entries: tuple[str, ...], given: str, surname: str) -> None:
    row = person(*entries)
    assert (row.given, row.surname) == (given, surname)


def test_a_place_keeps_its_phrases_its_kind_and_its_day() -> None:
    kyiv = place(KYIV, "places: [{name: Kyiv, other: [Kiev, Kiew], except: [chicken Kiev, Kiev cake]}]")
    assert kyiv.other == ("Kiev", "Kiew")
    assert kyiv.except_ == ("chicken Kiev", "Dynamo Kiev", "Kiev cake")
    assert (kyiv.kind, kyiv.since) == ("region", datetime.date(2019, 8, 14))
    assert (kyiv.also, kyiv.demonyms) == (("Kyjiw",), ("Kyivan",))


def test_a_later_kind_holds() -> None:
    assert place(KYIV, "places: [{name: Kyiv, kind: city}]").kind == "city"


def test_an_outlet_gets_more_short_forms() -> None:
    first, later = (f"outlets: [{{name: Press Union, also: [{form}]}}]" for form in ("PU", "The Union"))
    assert [row.also for row in fine(first, later).rows("outlet")] == [("PU", "The Union")]


def test_an_entry_stays_where_the_first_file_has_it() -> None:
    rows = fine("people: [{name: A B}, {name: C D}]", "people: [{name: E F}, {name: A B, born: 1950}]").rows("person")
    assert [(row.key, row.born) for row in rows] == [("a-b", 1950), ("c-d", None), ("e-f", None)]


def test_three_files_add_up() -> None:
    texts = [f"people: [{{name: Anna Holm, accepted: [{form}]}}]" for form in ("Holmen", "Holmsen")]
    (anna,) = fine(ANNA, *texts).rows("person")
    assert (anna.accepted, anna.alone) == (("Holmová", "Holmen", "Holmsen"), True)


def test_one_file_says_a_thing_once() -> None:
    (problem,) = loaded("outlets: [{name: PU}, {name: PU, also: [Union]}]").problems
    assert "stands in this file twice" in problem.message


# -- what was added or replaced is told


def test_what_later_files_add_to_and_replace_is_told() -> None:
    office = "offices: [{key: xx/chair, title: Chair, terms: [{since: 2020-01-01, checked: 2025-01-01}]}]"
    found = loaded(ANNA, office, ANNA.replace("1970", "1971"), office, "people: [{name: Per Lund}]", ANNA)
    assert [tuple(one) for one in found.overridden] == [
        ("person anna-holm", "3.yaml", "adds to", "1.yaml"),
        ("office xx/chair", "4.yaml", "replaces", "2.yaml"),
        ("person anna-holm", "6.yaml", "adds to", "3.yaml"),
    ]


def test_nothing_is_told_of_one_file() -> None:
    assert loaded(ANNA, KYIV).overridden == ()


# -- wrong forms that are right


@pytest.mark.parametrize(
    ("people", "message"),
    [
        pytest.param("{name: Bob Lee, wrong: {Lee: [Lee]}}", "“Lee” is a right form of Bob Lee", id="itself"),
        pytest.param("{name: Bob Lee, wrong: {Lee: [LEE]}}", "“LEE” is a right form of Bob Lee", id="case"),
        pytest.param("{name: Bob Lee, wrong: {Lee: ['Lee.']}}", "“Lee.” is a right form of Bob Lee", id="edges"),
        pytest.param(
            "{name: Bob Lee, wrong: {Li: [Lí], Lie: [Li]}}", "“Li” is a right form of Bob Lee", id="another right"
        ),
        pytest.param(
            "{name: Bo Ek, accepted: [Eck], wrong: {Ek: [Eck]}}", "“Eck” is a right form of Bo Ek", id="accepted"
        ),
        pytest.param(
            "{name: Bo Ek, wrong: {Ek: [Eek]}}, {name: Al Eek}", "“Eek” is a right form of Al Eek", id="surname"
        ),
        pytest.param(
            "{name: Bo Ek, wrong: {Bo: [Al]}}, {name: Al Eek}",
            "“Al” stands in “Al Eek”, a right form of Al Eek",
            id="given name",
        ),
        pytest.param(
            "{name: Bo Ek, wrong: {Bo Ek: [Al Eek]}}, {name: Al Eek Os}",
            "“Al Eek” stands in “Al Eek Os”, a right form of Al Eek Os",
            id="part of a name",
        ),
    ],
)
def test_a_right_form_is_not_wrong(people: str, message: str) -> None:
    found = loaded(f"people: [{people}]")
    assert [(problem.message, problem.line) for problem in found.problems] == [(message, 1)]
    form = message.split("”")[0].removeprefix("“")
    assert underlined(found.problems[0]).strip("'") == form
    assert form not in [row.wrong for row in found.knowledge.rows("spelling")]


SMITH = "people: [{name: Al Smith, wrong: {Smith: [Smyth, Smitth]}}]"


@pytest.mark.parametrize(
    "desk",
    [
        pytest.param("people: [{name: Ann Smyth}]", id="surname"),
        pytest.param("people: [{name: SMYTH Jo, surname: Jo}]", id="in a name"),
        pytest.param("people: [{name: Al Smith, accepted: [Smyth]}]", id="accepted for the same person"),
        pytest.param("people: [{name: Ann Ek, accepted: [Ann Smyth]}]", id="accepted for another"),
    ],
)
def test_what_a_later_file_lists_as_right_is_no_longer_wrong(desk: str) -> None:
    knowledge = fine(SMITH, desk)
    assert wrong(knowledge) == [("Smitth", "Smith")]
    assert [dict(row.wrong) for row in knowledge.rows("person") if row.key == "al-smith"] == [{"Smith": ("Smitth",)}]


def test_a_later_file_cannot_make_the_name_of_somebody_else_wrong() -> None:
    (problem,) = loaded("people: [{name: Ann Smyth}]", SMITH).problems
    assert (problem.path, problem.message) == ("2.yaml", "“Smyth” is a right form of Ann Smyth")


def test_a_later_file_may_refuse_a_form_of_the_same_person() -> None:
    first = "people: [{name: Li Ek, accepted: [Eck, Lena Eck, Lena Ek]}]"
    knowledge = fine(first, "people: [{name: Li Ek, wrong: {Ek: [Eck]}}]")
    assert knowledge.rows("person")[0].accepted == ("Lena Ek",)
    assert wrong(knowledge) == [("Eck", "Ek")]


def test_the_later_right_form_of_a_wrong_one_holds() -> None:
    knowledge = fine(ANNA, "people: [{name: Anna Holm, wrong: {Holmová: [Hollm]}}]")
    assert wrong(knowledge) == [("Hollm", "Holmová")]


def test_a_later_file_may_take_a_form_of_a_place_back_or_refuse_it() -> None:
    assert wrong(fine(KYIV, "places: [{name: Kyiv, also: [Kiev]}]")) == []
    kyiv = place(KYIV, "places: [{name: Kyiv, other: [Kyjiw]}]")
    assert (kyiv.also, kyiv.other) == ((), ("Kiev", "Kyjiw"))


def test_a_place_is_no_other_form_of_itself() -> None:
    (problem,) = loaded("places:\n  - {name: Kyiv, other: [Kiev, KYIV]}\n").problems
    assert (problem.line, problem.message) == (2, "“KYIV” is a right form of Kyiv")


def test_long_lists_stay_fast() -> None:
    names = [f"Given{number} Surname{number}" for number in range(2_000)]
    text = "people:\n" + "".join(f"  - {{name: {name}, wrong: {{{name}: [{name}x]}}}}\n" for name in names)
    assert len(fine(text, text).rows("spelling")) == 2_000
