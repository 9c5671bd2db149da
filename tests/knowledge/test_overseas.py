"""The offices of the Americas, Asia, Africa and Oceania that ship, and the events: what is on record, and how sure."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factlint.knowledge.load import load
from factlint.text.forms import folded

if TYPE_CHECKING:
    from factlint.knowledge import Knowledge

# Keith Kellogg, who acted for a week, stands with the people without office.
FILES = ("americas.yaml", "asia-africa.yaml", "events.yaml", "people.yaml")
SHIPPED = Path(__file__).resolve().parents[2] / "rules" / "knowledge"
COMPARED = datetime.date(2026, 11, 22)


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    return load([(name, (SHIPPED / name).read_text(encoding="utf-8")) for name in FILES]).knowledge


def test_an_open_term_says_to_which_day_it_is_sure(shipped: Knowledge) -> None:
    sure = [term for term in shipped.rows("office") if term.holder and not term.until]
    assert sure
    assert all(term.source and term.checked and term.checked < COMPARED for term in sure)


@pytest.mark.parametrize(
    ("office", "day", "holder"),
    [
        ("us/president", "2018-10-01", "donald-trump"),
        ("us/treasury-secretary", "2016-01-12", "jack-lew"),
        ("us/attorney-general", "2020-06-01", "william-barr"),
        ("us/homeland-security-secretary", "2026-03-20", "kristi-noem"),
        ("us/homeland-security-secretary", "2026-06-01", "markwayne-mullin"),
        ("us/fed-chair", "2026-07-01", "kevin-warsh"),
        ("us/house-speaker", "2023-05-01", "kevin-mccarthy"),
        ("us/senate-majority-leader", "2021-01-10", "mitch-mcconnell"),
        ("us/national-security-adviser", "2017-02-15", "keith-kellogg"),
        ("mx/president", "2024-10-02", "claudia-sheinbaum"),
        ("cn/foreign-minister", "2023-05-01", "qin-gang"),
        ("jp/prime-minister", "2024-12-01", "shigeru-ishiba"),
        ("pk/prime-minister", "2023-12-01", "anwaar-ul-haq-kakar"),
        ("ir/supreme-leader", "2026-05-01", "mojtaba-khamenei"),
        ("nz/prime-minister", "2023-06-01", "chris-hipkins"),
    ],
)
def test_who_held_it(shipped: Knowledge, office: str, day: str, holder: str) -> None:
    assert _holders(shipped, office, day) == [holder]


@pytest.mark.parametrize(
    ("office", "day"),
    [
        pytest.param("us/labor-secretary", "2024-01-15", id="another acted"),
        pytest.param("kr/president", "2025-02-01", id="suspended"),
        pytest.param("ve/president", "2026-02-01", id="lists name two"),
        pytest.param("il/prime-minister", "2026-11-15", id="after the election"),
        pytest.param("br/president", "2027-02-01", id="after the end by law"),
    ],
)
def test_a_gap_has_no_holder(shipped: Knowledge, office: str, day: str) -> None:
    assert _holders(shipped, office, day) == [None]


def test_an_office_of_one_name_elsewhere_is_told_apart(shipped: Knowledge) -> None:
    assert _holders(shipped, "us/florida-attorney-general", "2015-06-01") == ["pam-bondi"]


@pytest.mark.parametrize(
    ("event", "since", "until"),
    [
        ("fall-of-the-berlin-wall", "1989-11-09", "1989-11-09"),
        ("sept-11-attacks", "2001-09-11", "2001-09-11"),
        ("falklands-war", "1982-04-02", "1982-06-14"),
        ("full-scale-invasion-of-ukraine", "2022-02-24", None),
    ],
)
def test_when_it_happened(shipped: Knowledge, event: str, since: str, until: str | None) -> None:
    (row,) = shipped.index("event", "key")[event]
    assert (row.since.isoformat(), row.until and row.until.isoformat()) == (since, until)


def test_no_words_mean_two_events(shipped: Knowledge) -> None:
    words = [folded(word) for row in shipped.rows("event") for word in (row.name, *row.also)]
    assert len(words) == len(set(words))


def test_every_event_names_its_source(shipped: Knowledge) -> None:
    assert all(row.source and row.checked == COMPARED for row in shipped.rows("event"))


def _holders(knowledge: Knowledge, office: str, day: str) -> list[str | None]:
    when = datetime.date.fromisoformat(day)
    terms = knowledge.index("office", "key")[office]
    return [term.holder for term in terms if term.since <= when <= (term.until or term.assured or when)]
