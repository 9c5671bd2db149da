"""The places that ship: where they come from, and that no form which is reported is right for anything else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factlint.knowledge.placed import placed
from factlint.text.background import known
from factlint.text.forms import comparable, folded

if TYPE_CHECKING:
    from factlint.knowledge.places import Place

FOLDER = Path(__file__).resolve().parents[2] / "rules" / "knowledge"
FILES = [(path.name, path.read_text(encoding="utf-8"), "") for path in sorted(FOLDER.glob("*.yaml"))]
PLACES: list[Place] = [entry.row for entry in placed(FILES) if entry.kind == "place"]
BY_NAME = {place.name: place for place in PLACES}


def test_every_place_says_where_it_comes_from_and_when_it_was_checked() -> None:
    assert [place.name for place in PLACES if not (place.source and place.checked)] == []


def test_no_form_stands_for_two_places() -> None:
    forms = Counter(comparable(form) for place in PLACES for form in (place.name, *place.also, *place.other))
    assert [form for form, count in forms.items() if count > 1] == []


def test_a_reported_form_is_no_word_and_no_usual_name() -> None:
    """Lvov is a surname as well, which is why it stays in phrases; nothing else may be."""
    usual = {
        form
        for place in PLACES
        for form in place.other
        if " " not in form
        and (known(folded(form)).word or known(folded(form)).given or known(folded(form)).surname > 1)
    }
    assert usual <= {"Lvov"}


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Kiev", "Kyiv"),
        ("Donbass", "Donbas"),
        ("Zaporizhzhya", "Zaporizhzhia"),
        ("Kharkov", "Kharkiv"),
        ("Teheran", "Tehran"),
        ("Phillipines", "Philippines"),
    ],
)
def test_forms_that_are_reported(form: str, name: str) -> None:
    assert form in BY_NAME[name].other


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Odessa", "Odesa"),
        ("Chornobyl", "Chernobyl"),
        ("Bombay", "Mumbai"),
        ("Peking", "Beijing"),
        ("Rangoon", "Yangon"),
        ("Burma", "Myanmar"),
        ("Türkiye", "Turkey"),
        ("Czechia", "Czech Republic"),
        ("Swaziland", "Eswatini"),
        ("Cabo Verde", "Cape Verde"),
        ("Côte d'Ivoire", "Ivory Coast"),
        ("Nur-Sultan", "Astana"),
        ("Saigon", "Ho Chi Minh City"),
        ("Macedonia", "North Macedonia"),
    ],
)
def test_forms_that_are_right_too(form: str, name: str) -> None:
    assert form in BY_NAME[name].also


def test_the_members_of_the_united_nations_are_there() -> None:
    countries = [place for place in PLACES if place.kind == "country"]
    assert len(countries) >= 193 + 2
    assert [place.name for place in countries if not place.demonyms and place.name not in ("Zaire", "Vatican")] == []
