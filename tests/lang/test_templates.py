"""Messages and suggestions: texts with expressions in them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lang.errors import LangError
from factlint.lang.scope import Row, Scope
from factlint.lang.template import compiled_template, parse_template


@dataclass(frozen=True)
class Fact:
    text: str = "Kyiv"
    unknown: str | None = None
    whole: float = 5000.0
    year: int = 2026
    part: float = 1234567.5
    sum: float = 0.1 + 0.2
    day: datetime.date = datetime.date(2025, 12, 15)
    quoted: bool = True
    forms: tuple[str, ...] = ("Kiev", "Kyiv")


SCOPE = Scope({"f": Row(Fact(), None)}, lambda kind: [], lambda kind, field: {}, lambda row, sections, excluded: True)


def filled(text: str) -> str | None:
    return compiled_template(parse_template(text))(SCOPE)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("write {f.text}", "write Kyiv"),
        ("{f.text}{f.text}", "KyivKyiv"),
        ("plain", "plain"),
        ("{{f.text}}", "{f.text}"),
        ("{{{f.text}}}", "{Kyiv}"),
        ("a } b", "a } b"),
        ("{ f.text }", "Kyiv"),
        ('{f.text + "!"}', "Kyiv!"),
        ("{lower(f.text)} {{", "kyiv {"),
    ],
)
def test_braces(text: str, shown: str) -> None:
    assert filled(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{f.whole}", "5,000"),
        ("{f.part}", "1,234,567.5"),
        ("{f.sum}", "0.3"),
        ("{f.year}", "2026"),
        ("{written(f.year + 1)}", "2027"),
        ("{written(1234567)}", "1234567"),
        ("{1.5 - 2}", "-0.5"),
        ("{f.day}", "2025-12-15"),
        ("{f.day.weekday}", "Monday"),
        ("{f.day + 1 week}", "2025-12-22"),
        ("{f.day - 2025-12-14}", "1 day"),
        ("{f.day - 2025-12-01}", "14 days"),
        ("{f.quoted}", "yes"),
        ("{not f.quoted}", "no"),
        ("{f.forms}", "Kiev, Kyiv"),
    ],
)
def test_values_as_people_write_them(text: str, shown: str) -> None:
    assert filled(text) == shown


@pytest.mark.parametrize(
    "text", ["{f.unknown}", "write {f.unknown}", "{f.text} {lower(f.unknown)}", "{f.text + f.unknown}"]
)
def test_a_text_with_a_hole_is_no_text(text: str) -> None:
    assert filled(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("write {f.text", "{"),
        ("write {f..text}", "."),
        ("write {f.text and}", "d"),
        ("{}", "}"),
        ("a { b }{f.text or )}", ")"),
    ],
)
def test_an_error_stands_at_its_place(text: str, words: str) -> None:
    with pytest.raises(LangError) as raised:
        parse_template(text)
    assert text[raised.value.start : raised.value.end] == words


def fault(text: str) -> LangError | None:
    try:
        parse_template(text)
    except LangError as error:
        return error
    return None


@given(st.text(alphabet="{}f.text +\"'") | st.text())
def test_whatever_is_written_is_a_template_or_an_error(text: str) -> None:
    error = fault(text)
    assert error is None or (0 <= error.start < error.end and error.start <= len(text))


@given(st.text())
def test_doubled_braces_stand_for_themselves(text: str) -> None:
    assert filled(text.replace("{", "{{").replace("}", "}}")) == text


def test_the_place_of_an_expression_is_one_of_the_whole_text() -> None:
    text = "Not {f.text}, but {f.unknown}"
    spans = [text[found.start : found.end] for found in parse_template(text).expressions]
    assert spans == ["f.text", "f.unknown"]


def value(text: str) -> Any:
    return filled("{" + text + "}")


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ('cased("Kyiv", "KIEV")', "KYIV"),
        ('cased("Kyiv", "Kiev")', "Kyiv"),
        ('cased("percent", "Per cent")', "Percent"),
        ('cased("US", "u.s.")', "US"),
        ('cased("Kyiv", "K")', "Kyiv"),
        ('size("it is don’t-know o’clock")', "4"),
        ("days_between(2025-12-01, 2025-11-30)", "1"),
        ("abs(1 - 3)", "2"),
        ("weekday_of(2025-12-15)", "Monday"),
        ('fitting_year(2026, 12, 15, "Monday")', "2025"),
        ('fitting_year(2025, 12, 15, "Monday")', None),
        ('fitting_year(2023, 2, 29, "Thursday")', "2024"),
        ('replaced("Dec. 15, 2026", "2026", "2025")', "Dec. 15, 2025"),
        ('replaced("no year", "2026", "2025")', None),
    ],
)
def test_functions(expression: str, shown: str | None) -> None:
    assert value(expression) == shown
