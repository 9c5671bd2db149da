"""What names are told to be by their own words and by those beside them: one odd name to a sentence."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from readings import article

from factlint.annotations import Reading
from factlint.knowledge.load import load
from factlint.text.literals import Literals

if TYPE_CHECKING:
    from factlint.knowledge import Knowledge

SHIPPED = Path(__file__).resolve().parents[2] / "rules" / "knowledge"


@cache
def shipped() -> Knowledge:
    knowledge, *_ = load([(path.name, path.read_text(encoding="utf-8")) for path in sorted(SHIPPED.glob("*.yaml"))])
    return knowledge


def names(text: str) -> tuple[Any, ...]:
    return Reading(article(text), shipped(), Literals([])).layer("name")


def row(
    words: str, form: str, given: str | None, surname: str, title: str | None = None, who: str | None = None
) -> Any:
    return pytest.param(words, (form, given, surname, title, who), id=words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        row("J.K. Rowling", "J.K. Rowling", "J.K.", "Rowling"),
        row("J. Corbyn", "J. Corbyn", "J.", "Corbyn"),
        row("George H. W. Bush", "George H. W. Bush", "George H. W.", "Bush", who="george-h-w-bush"),
        row("Sunita Sharma", "Sunita Sharma", "Sunita", "Sharma"),
        row("Ludo van Dyke", "Ludo van Dyke", "Ludo", "van Dyke"),
        row("Kim Yong-nam", "Kim Yong-nam", "Yong-nam", "Kim"),
        row("Hu Jintao", "Hu Jintao", "Jintao", "Hu", who="hu-jintao"),
        row("Roger Hall", "Roger Hall", "Roger", "Hall"),
        row("Nichole Ann Hall", "Nichole Ann Hall", "Nichole Ann", "Hall"),
        row("Henry Cole III", "Henry Cole III", "Henry", "Cole"),
        row("Trump Jr.", "Trump Jr.", None, "Trump"),
        row("Donald Trump Jr.", "Donald Trump Jr.", "Donald", "Trump"),
        row("Ben Affleck Jr", "Ben Affleck Jr", "Ben", "Affleck"),
        row("Bill de Blasio", "Bill de Blasio", "Bill", "de Blasio"),
        row("De Blasio", "De Blasio", None, "De Blasio"),
        row("Carlos Dos Santos", "Carlos Dos Santos", "Carlos", "Dos Santos"),
        row("Ana San Juan", "Ana San Juan", "Ana", "San Juan"),
        row("Mohammed Ali bin Rashid", "Mohammed Ali bin Rashid", "Mohammed Ali", "bin Rashid"),
        row("Theresa May", "Theresa May", "Theresa", "May", who="theresa-may"),
        row("Christian Wulff", "Christian Wulff", "Christian", "Wulff", who="christian-wulff"),
        row("Dean Heller", "Dean Heller", "Dean", "Heller"),
        row("Billie Jean King", "Billie Jean King", "Billie Jean", "King"),
        row("King Harald", "Harald", None, "Harald", "King"),
        row("Jordan Peele", "Jordan Peele", "Jordan", "Peele"),
        row("Sam Houston", "Sam Houston", "Sam", "Houston"),
        row("Mayor Ray Cole", "Ray Cole", "Ray", "Cole", "Mayor"),
        row("EU Commissioner Lena Falk", "Lena Falk", "Lena", "Falk", "EU Commissioner"),
        row("Secretary of State Marco Rubio", "Marco Rubio", "Marco", "Rubio", "Secretary of State", "marco-rubio"),
        row("American Andy Roddick", "Andy Roddick", "Andy", "Roddick"),
        row("Special Counsel Robert Mueller", "Robert Mueller", "Robert", "Mueller"),
        row("Islamic scholar Ali Khan", "Ali Khan", "Ali", "Khan"),
        row("Democratic Senator Ann Roe", "Ann Roe", "Ann", "Roe", "Democratic Senator"),
        row("Donald J. Trump", "Donald J. Trump", "Donald J.", "Trump", who="donald-trump"),
        row("Donald John Trump", "Donald John Trump", "Donald John", "Trump"),
        row("J. Donald Trump", "J. Donald Trump", "J. Donald", "Trump"),
    ],
)
def test_the_one_person(words: str, expected: tuple[str | None, ...]) -> None:
    found = names(f"They saw {words} there.")
    assert [name.kind for name in found] == ["person"]
    assert [(name.text, name.given, name.surname, name.title, name.entity) for name in found] == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Porto Alegre", [("Porto Alegre", "place")]),
        ("Santa Barbara and San Pedro", [("Santa Barbara", "place"), ("San Pedro", "place")]),
        ("Berlin and Oslo", [("Berlin", "place"), ("Oslo", "place")]),
        ("Victoria Falls", [("Victoria Falls", "place")]),
        ("Ukraine NATO troops", [("Ukraine", "place"), ("NATO", "organisation")]),
        ("the US-China talks", [("US", "place"), ("China", "place")]),
        ("the US-EU talks", [("US", "place"), ("EU", "organisation")]),
        ("the U.K. and NATO", [("U.K.", "place"), ("NATO", "organisation")]),
        ("the Biden-Trump debate", [("Biden", "person"), ("Trump", "person")]),
        ("Johns Hopkins Hospital", [("Johns Hopkins Hospital", "organisation")]),
        ("Chelsea Hospital", [("Chelsea Hospital", "organisation")]),
        ("the Institute for Peace", [("Institute for Peace", "organisation")]),
        ("the Bank of Norway", [("Bank of Norway", "organisation")]),
        ("the Islamic State", [("Islamic State", "organisation")]),
        ("Labour Party leader Keir Starmer", [("Labour Party", "organisation"), ("Keir Starmer", "person")]),
        ("the James Webb Telescope", [("James Webb Telescope", "unknown")]),
        ("Civilisation III", [("Civilisation III", "unknown")]),
        ("Texas Tech", [("Texas Tech", "unknown")]),
        ("Trump Donald", [("Trump Donald", "unknown")]),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_what_is_no_person(words: str, expected: list[tuple[str, str]]) -> None:
    assert [(name.text, name.kind) for name in names(f"They saw {words} there.")] == expected


@pytest.mark.parametrize(
    "words",
    ["Apollo 11", "the American", "the South Korean", "Armenian and Danish", "O. and P", "the talksUnder way", "Jr"],
)
def test_what_is_no_name_at_all(words: str) -> None:
    assert names(f"They saw {words} there.") == ()


def test_a_plural_title_begins_a_sentence() -> None:
    found = names("Negotiators Steve Witkoff and Al Foe spoke.")
    assert [(name.text, name.title) for name in found] == [("Steve Witkoff", "Negotiators"), ("Al Foe", None)]
