"""Reading knowledge files: what is added, what takes its place, and what is wrong at which line."""

from __future__ import annotations

import datetime
import pathlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.knowledge.load import load

if TYPE_CHECKING:
    from factlint.knowledge import Knowledge

SHIPPED = pathlib.Path(__file__).resolve().parents[2] / "rules" / "knowledge"

PEOPLE = """\
people:
  - {name: Anna Holm, accepted: [Holmová], wrong: {Holm: [Hollm]}, born: 1970, alone: yes}
  - {name: Li Wei, surname: Li}
"""
OFFICES = """\
offices:
  - key: xx/president
    nation: [Exland, Exlandic]
    title: [President]
    terms:
      - {holder: Anna Holm, since: 2020-01-01, until: 2024-01-01}
      - {holder: Li Wei, since: 2024-01-01, checked: 2025-12-01}
"""


def problems(*texts: str) -> list[tuple[str, int | None, str]]:
    _, found, _ = load([(f"{number}.yaml", text) for number, text in enumerate(texts, 1)])
    return [(problem.path, problem.line, problem.message) for problem in found]


def test_entries_become_rows_of_their_kind() -> None:
    knowledge, found, _ = load([("people.yaml", PEOPLE), ("offices.yaml", OFFICES)])
    assert not found
    anna, li = knowledge.rows("person")
    assert (anna.key, anna.given, anna.surname, anna.accepted, anna.alone) == (
        "anna-holm",
        "Anna",
        "Holm",
        ("Holmová",),
        True,
    )
    assert (li.key, li.given, li.surname, li.alone) == ("li-wei", "Wei", "Li", False)
    first, last = knowledge.rows("office")
    assert (first.key, first.holder, first.assured) == ("xx/president", "anna-holm", datetime.date(2024, 1, 1))
    assert last.until is None
    assert last.assured is not None
    assert last.assured > datetime.date(2025, 12, 1)


def test_wrong_forms_and_house_style_become_spellings() -> None:
    places = "places:\n  - {name: Kyiv, other: [Kiev], except: [chicken Kiev], also: [Kyjiw]}\n"
    knowledge, *_ = load([("people.yaml", PEOPLE), ("places.yaml", places)])
    rows = [(row.wrong, row.right, row.list, row.entity, row.form) for row in knowledge.rows("spelling")]
    assert rows == [
        ("Hollm", "Holm", "people", "anna-holm", None),
        ("Hollm", "Holmová", "people", "anna-holm", "Holmová"),
        ("Kiev", "Kyiv", "places", "kyiv", None),
    ]
    assert knowledge.rows("place")[0].except_ == ("chicken Kiev",)


def test_outlets_have_their_short_forms() -> None:
    knowledge, found, _ = load([("o.yaml", "outlets:\n  - {name: Associated Press, also: [AP]}\n")])
    assert not found
    assert [(row.key, row.also) for row in knowledge.rows("outlet")] == [("associated-press", ("AP",))]


def test_a_later_file_replaces_all_terms_of_an_office() -> None:
    later = OFFICES.replace("2020-01-01", "2021-01-01").split("      - {holder: Li Wei")[0]
    knowledge, found, _ = load([("p.yaml", PEOPLE), ("a.yaml", OFFICES), ("b.yaml", later)])
    assert not found
    assert [term.since for term in knowledge.rows("office")] == [datetime.date(2021, 1, 1)]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param("- a\n- b\n", 1, "a group of sections", id="no mapping"),
        pytest.param("poeple: []\n", 1, "no knowledge called “poeple”", id="unknown section"),
        pytest.param("people:\n  - {nmae: Ann}\n", 2, "no key “nmae”", id="unknown key"),
        pytest.param(
            "people:\n  - {name: Ann Ek, surname: Ok}\n", 2, "no part of the name", id="surname not in the name"
        ),
        pytest.param("people:\n  - {name: Ann Ek}\n  - {name: Ann Ek}\n", 3, "twice", id="person twice"),
        pytest.param("people: [\n", 2, "not valid YAML", id="no YAML"),
        pytest.param(OFFICES, 6, "“anna-holm” is not listed", id="holder is nobody"),
        pytest.param(
            PEOPLE + OFFICES.replace("until: 2024-01-01", "until: 2024-02-01"), 5, "overlap", id="terms overlap"
        ),
        pytest.param(PEOPLE + OFFICES.replace(", until: 2024-01-01", ""), 5, "overlap", id="open term is followed"),
        pytest.param(
            PEOPLE + OFFICES.replace("until: 2024-01-01", "until: 2019-01-01"), 9, "ends before", id="ends first"
        ),
    ],
)
def test_problems_stand_at_their_line(text: str, line: int, words: str) -> None:
    found = problems(text)
    assert any(at == line and words in message for _, at, message in found), found


def test_an_unknown_section_gets_a_hint() -> None:
    _, found, _ = load([("a.yaml", "poeple: []\n")])
    assert [problem.hint for problem in found] == ["did you mean “people”?"]


def test_an_empty_file_is_fine() -> None:
    knowledge, found, _ = load([("a.yaml", ""), ("b.yaml", "# nothing yet\n")])
    assert not found
    assert knowledge.rows("person") == ()


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from([*PEOPLE.split(), *OFFICES.split(), "\n", "  "]), max_size=25).map(" ".join)
)
def test_it_never_raises(text: str) -> None:
    load([("a.yaml", text)])


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    """The knowledge that ships."""
    loaded, found, _ = load([(path.name, path.read_text(encoding="utf-8")) for path in sorted(SHIPPED.glob("*.yaml"))])
    assert not found, "\n".join(problem.render() for problem in found)
    return loaded


def test_every_kind_ships(shipped: Knowledge) -> None:
    assert all(shipped.rows(kind) for kind in ("person", "office", "place", "outlet", "spelling"))


def test_open_terms_were_checked(shipped: Knowledge) -> None:
    assert all(term.until or term.checked for term in shipped.rows("office"))


def test_nobody_held_an_office_as_a_child(shipped: Knowledge) -> None:
    born = {person.key: person.born for person in shipped.rows("person")}
    ages = (term.since.year - born[term.holder] for term in shipped.rows("office") if born.get(term.holder))
    assert all(age > 25 for age in ages)


def test_no_wrong_form_is_a_right_one(shipped: Knowledge) -> None:
    right = {form for person in shipped.rows("person") for form in (person.name, person.surname, *person.accepted)}
    right |= {form for place in shipped.rows("place") for form in (place.name, *place.also, *place.demonyms)}
    assert not right & {row.wrong for row in shipped.rows("spelling")}


@pytest.mark.parametrize(
    ("office", "day", "holder"),
    [
        ("us/president", "2025-12-15", "donald-trump"),
        ("us/president", "2022-02-24", "joe-biden"),
        ("ua/president", "2022-02-24", "volodymyr-zelenskyy"),
        ("de/chancellor", "2015-09-05", "angela-merkel"),
        ("de/chancellor", "2025-12-15", "friedrich-merz"),
        ("uk/prime-minister", "2003-03-20", "tony-blair"),
        ("eu/council-president", "2025-12-15", "antonio-costa"),
        ("nato/secretary-general", "2024-09-30", "jens-stoltenberg"),
    ],
)
def test_who_held_it(shipped: Knowledge, office: str, day: str, holder: str) -> None:
    when = datetime.date.fromisoformat(day)
    terms = shipped.index("office", "key")[office]
    assert [term.holder for term in terms if term.since <= when <= (term.assured or when)] == [holder]
