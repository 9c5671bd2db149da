"""Titles as roles: which seat, of which nation or body, held when, by whom."""

from __future__ import annotations

import datetime
import pathlib
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from readings import article, assert_sound, texts

from factlint.annotations import Reading
from factlint.knowledge.load import load
from factlint.text.literals import Literals

if TYPE_CHECKING:
    from factlint.knowledge import Knowledge

SHIPPED = pathlib.Path(__file__).resolve().parents[2] / "rules" / "knowledge"


@cache
def shipped() -> Knowledge:
    knowledge, *_ = load([(path.name, path.read_text(encoding="utf-8")) for path in sorted(SHIPPED.glob("*.yaml"))])
    return knowledge


def roles(text: str, **metadata: Any) -> tuple[Any, ...]:
    return Reading(article(text, **metadata), shipped(), Literals([])).layer("role")


def only(text: str, **metadata: Any) -> Any:
    (role,) = roles(text, **metadata)
    return role


@pytest.mark.parametrize(
    ("text", "seat", "nation", "body"),
    [
        pytest.param("They met President Anna Holm there.", "president", None, None, id="bare"),
        pytest.param("They met French President Anna Holm there.", "president", "France", None, id="demonym"),
        pytest.param("They met Germany’s Chancellor Anna Holm there.", "chancellor", "Germany", None, id="possessive"),
        pytest.param("They met President Anna Holm of Ukraine there.", "president", "Ukraine", None, id="of behind"),
        pytest.param("They met Anna Holm, the French president, there.", "president", "France", None, id="apposition"),
        pytest.param("They met Anna Holm, president of Ukraine.", "president", "Ukraine", None, id="apposition of"),
        pytest.param("They met Acme President Anna Holm there.", "body's president", None, "acme", id="of a company"),
        pytest.param("They met Senate President Anna Holm there.", "body's president", None, "senate", id="of a house"),
        pytest.param("They met House Speaker Anna Holm there.", "speaker", None, None, id="speaker"),
        pytest.param("Secretary of State Anna Holm rang.", "secretary of state", None, None, id="all before the name"),
        pytest.param("They met Texas Gov. Anna Holm there.", "governor", None, "texas", id="state"),
        pytest.param(
            "They met UK Foreign Secretary Anna Holm there.", "foreign minister", "United Kingdom", None, id="UK"
        ),
        pytest.param("They met Acme chief executive Anna Holm there.", "chief executive", None, "acme", id="company"),
        pytest.param("They met keynote speaker Anna Holm there.", "a speaker", None, None, id="speaker of an evening"),
        pytest.param("They met shadow chancellor Anna Holm there.", "shadow minister", None, None, id="shadow"),
    ],
)
def test_a_title_is_a_seat_of_a_nation_or_a_body(text: str, seat: str, nation: str | None, body: str | None) -> None:
    role = only(text)
    assert (role.seat, role.nation, role.body) == (seat, nation, body)


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        pytest.param("They met President Anna Holm there.", "present", id="present"),
        pytest.param("They met former President Anna Holm there.", "past", id="former"),
        pytest.param("They met ex-President Anna Holm there.", "past", id="ex-"),
        pytest.param("They met then-Senator Anna Holm there.", "past", id="then-"),
        pytest.param("They met then Senator Anna Holm there.", "past", id="then"),
        pytest.param("They met the late President Anna Holm there.", "past", id="late"),
        pytest.param("They met President-elect Anna Holm there.", "unreal", id="elect"),
        pytest.param("They met the next president, Anna Holm, there.", "unreal", id="next"),
        pytest.param("Nobody wants a President Anna Holm there.", "unreal", id="a president"),
        pytest.param("They said President Anna Holm would sign it.", "unreal", id="would"),
        pytest.param("They met Deputy Prime Minister Anna Holm there.", "lesser", id="deputy"),
        pytest.param("They met acting President Anna Holm there.", "lesser", id="acting"),
        pytest.param("They met interim President Anna Holm there.", "lesser", id="interim"),
        pytest.param("They met outgoing House Speaker Anna Holm there.", "present", id="outgoing"),
    ],
)
def test_guards_set_the_tense(text: str, tense: str) -> None:
    assert only(text).tense == tense


def test_a_vice_president_is_no_president() -> None:
    role = only("They met US Vice President Anna Holm there.")
    assert (role.seat, role.tense, role.office) == ("vice president", "present", "us/vice-president")


@pytest.mark.parametrize(
    ("text", "dated", "changes"),
    [
        pytest.param("They met President Anna Holm on Monday.", False, False, id="now"),
        pytest.param("In 2009 they met President Anna Holm.", True, False, id="year in the sentence"),
        pytest.param("It was 2009. They met President Anna Holm.", True, False, id="year in the paragraph"),
        pytest.param("It was 2009.\n\nThey met President Anna Holm.", False, False, id="year in another paragraph"),
        pytest.param("Last year they met President Anna Holm.", True, False, id="last year"),
        pytest.param("In 2025 they met President Anna Holm.", False, False, id="this year"),
        pytest.param("It cost $2009, said President Anna Holm.", False, False, id="money"),
        pytest.param("They met President Anna Holm, who was elected on Monday.", False, True, id="elected"),
        pytest.param("Ann Lee succeeds President Anna Holm in May.", False, True, id="succeeds"),
    ],
)
def test_passages_that_look_back_or_tell_of_a_change(text: str, dated: bool, changes: bool) -> None:
    role = only(text, published=datetime.date(2025, 5, 1))
    assert (role.dated, role.changes) == (dated, changes)


def test_a_listed_office_is_named_with_its_nation_and_may_be_named_without() -> None:
    named = only("They met German Chancellor Angela Merkel there.")
    assert (named.office, named.offices, named.held) == ("de/chancellor", ("de/chancellor",), True)
    bare = only("They met Chancellor Angela Merkel there.")
    assert (bare.office, bare.held) == (None, True)
    assert "de/chancellor" in bare.offices
    assert only("They met former US President Jared Kushner there.").held is False
    assert only("They met German Chancellor Anna Holm there.").held is None


def test_names_of_one_person_share_an_identity_and_are_counted() -> None:
    found = roles("President Anna Tarver spoke. President Tarver left. Senator Carl Lund stayed.")
    assert [role.times for role in found] == [2, 2, 1]
    assert found[0].person == found[1].person != found[2].person


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Gov. Jeb Bush spoke. It was signed by President Bush.", id="surname of former holders"),
        pytest.param("It was signed by President Tarver.", id="nobody is introduced"),
        pytest.param("They read of President John F. Kennedy there.", id="full name of a former holder"),
    ],
)
def test_who_is_meant_stays_open(text: str) -> None:
    assert roles(text)[-1].person is None


def test_a_president_is_that_of_the_company_named_before() -> None:
    first, second = roles("Acme President Carl Tarver spoke. President Tarver left.")
    assert (first.seat, first.body) == (second.seat, second.body) == ("body's president", "acme")
    assert second.excludes == ()


def test_a_seat_named_in_an_apposition_is_noted() -> None:
    assert "speaker" in only("They met Rep. Carl Tarver, the House speaker, there.").also


@pytest.mark.parametrize("words", ["Mr", "Mrs", "Dr", "Sir", "his wife"])
def test_courtesy_and_kinship_are_no_roles(words: str) -> None:
    assert roles(f"They met {words} Anna Holm there.") == ()


def test_the_title_ends_at_a_quotation() -> None:
    text = "“He will be the next vice president,” Carl Tarver said. “President Anna Holm left.”"
    assert [(role.text, role.title) for role in roles(text)] == [("Anna Holm", "President")]


@given(texts)
def test_roles_are_sound(text: str) -> None:
    assert_sound("role", text)


def test_a_long_line_is_read_in_linear_time() -> None:
    line = "President Anna Holm met Rep. Carl Lund in 2009, " * 5_000
    assert len(roles(line)) == 10_000
