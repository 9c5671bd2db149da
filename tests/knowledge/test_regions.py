"""The offices of Europe and of the institutions that ship: who held them on days that are on record, and how sure."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factlint.knowledge.load import load

if TYPE_CHECKING:
    from factlint.knowledge import Knowledge

FILES = ("europe.yaml", "institutions.yaml")
SHIPPED = Path(__file__).resolve().parents[2] / "rules" / "knowledge"
COMPARED = datetime.date(2026, 11, 22)


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    return load([(name, (SHIPPED / name).read_text(encoding="utf-8")) for name in FILES]).knowledge


def test_every_office_names_two_sources(shipped: Knowledge) -> None:
    assert not {term.key for term in shipped.rows("office") if len(term.source) < 2}


def test_an_open_term_says_to_which_day_it_is_sure(shipped: Knowledge) -> None:
    sure = [term for term in shipped.rows("office") if term.holder and not term.until]
    assert sure
    assert all(term.checked and term.checked < COMPARED for term in sure)


def test_everybody_has_pronouns(shipped: Knowledge) -> None:
    assert {person.pronouns for person in shipped.rows("person")} == {"he/him", "she/her"}


@pytest.mark.parametrize(
    ("office", "day", "holder"),
    [
        ("fr/prime-minister", "2024-10-01", "michel-barnier"),
        ("at/chancellor", "2021-11-01", "alexander-schallenberg"),
        ("at/chancellor", "2016-09-01", "christian-kern"),
        ("sk/president", "2023-02-24", "zuzana-caputova"),
        ("ie/taoiseach", "2023-06-01", "leo-varadkar"),
        ("bg/prime-minister", "2022-02-24", "kiril-petkov"),
        ("tr/prime-minister", "2016-01-12", "ahmet-davutoglu"),
        ("uk/prime-minister", "2026-09-01", "andy-burnham"),
        ("hu/prime-minister", "2026-05-08", "viktor-orban"),
        ("de/defence-minister", "2022-02-24", "christine-lambrecht"),
        ("ua/defence-minister", "2024-01-15", "rustem-umerov"),
        ("eu/high-representative", "2022-02-24", "josep-borrell"),
        ("un/general-assembly-president", "2026-01-15", "annalena-baerbock"),
        ("imf/managing-director", "2015-07-05", "christine-lagarde"),
    ],
)
def test_who_held_it(shipped: Knowledge, office: str, day: str, holder: str) -> None:
    assert _holders(shipped, office, day) == [holder]


@pytest.mark.parametrize(
    ("office", "day"),
    [
        pytest.param("lt/prime-minister", "2020-12-01", id="sources differ"),
        pytest.param("at/president", "2016-10-01", id="others stood in"),
        pytest.param("se/prime-minister", "2026-11-01", id="not confirmed"),
        pytest.param("ch/president", "2027-02-01", id="after the end by law"),
    ],
)
def test_a_gap_has_no_holder(shipped: Knowledge, office: str, day: str) -> None:
    assert _holders(shipped, office, day) == [None]


def _holders(knowledge: Knowledge, office: str, day: str) -> list[str | None]:
    when = datetime.date.fromisoformat(day)
    terms = knowledge.index("office", "key")[office]
    return [term.holder for term in terms if term.since <= when <= (term.until or term.assured or when)]
