"""What printed corrections say, in the forms in which newsrooms print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.app.correcting.notices import Slip, slips

START = "An earlier version of this article "
NOTICES = [
    (
        START + "misspelled the name of the mediator Karel Novotny. It is Novotny, not Novotni.",
        ("names", "Karel Novotny", "Novotni", ""),
    ),
    (
        START + "misspelled the surname of the finance minister. She is Elena Borova, not Elena Borava.",
        ("names", "Elena Borova", "Elena Borava", ""),
    ),
    (
        "Because of an editing error, an earlier version misspelled Karel Novotny as Karel Novotni.",
        ("names", "Karel Novotny", "Karel Novotni", ""),
    ),
    (
        "The name of Karel Novotny was misspelled as Novotni in an earlier version of this story.",
        ("names", "Karel Novotny", "Novotni", ""),
    ),
    (
        "The surname of Anna von der Heide is spelled von der Heide, not Van der Heyde.",
        ("names", "Anna von der Heide", "Van der Heyde", ""),
    ),
    ("This article was amended because the company is called Quuxco rather than Quuxo.",
     ("names", "Quuxco", "Quuxo", "")),
    (
        START + "misstated the year of the fall of the Berlin Wall. It was 1989, not 1990.",
        ("dates", "1989", "1990", "the fall of the Berlin Wall"),
    ),
    (
        "An article on Sunday about a bridge misstated when it opened. It was in May 1905, not 1950.",
        ("dates", "May 1905", "1950", "it opened"),
    ),
    (
        START + "said the talks opened on Tuesday. They opened on Monday, Dec. 15, not Tuesday, Dec. 16.",
        ("dates", "Monday, Dec. 15", "Tuesday, Dec. 16", "talks opened on Tuesday"),
    ),
    (
        "Correction: A previous version misstated the number of people killed in the Quuxville flood. It was 12, not 21.",
        ("numbers", "12", "21", "people killed in the Quuxville flood"),
    ),
    ("The company raised $1.2 million, not $1.2 billion.",
     ("numbers", "$1.2 million", "$1.2 billion", "The company raised")),
    (
        START + "misstated the title of Elena Borova. She is the deputy mayor of Quuxville, not the mayor.",
        ("titles", "deputy mayor of Quuxville", "mayor", "Elena Borova"),
    ),
    (
        START + "misidentified the mediator. He is Karel Novotny, not Peter Smith.",
        ("titles", "Karel Novotny", "Peter Smith", "mediator"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("notice", "slip"), NOTICES, ids=[notice[-40:] for notice, _ in NOTICES])
def test_a_notice_is_read(notice: str, slip: tuple[str, str, str, str]) -> None:
    assert slips(notice) == (Slip(*slip),)


@pytest.mark.parametrize(
    "notice",
    ["", "We regret the error.", "This article has been updated with reactions.", "It is, not.", "Not X, but Y."],
)
def test_what_is_no_such_notice_says_nothing(notice: str) -> None:
    assert slips(notice) == ()


def test_two_corrections_in_one_notice() -> None:
    notice = (
        START + "misspelled the name of Karel Novotny. It is Novotny, not Novotni. "
        "It also misstated the number of ships in the harbour. There are 12, not 21."
    )
    assert [(slip.family, slip.right, slip.wrong) for slip in slips(notice)] == [
        ("names", "Karel Novotny", "Novotni"),
        ("numbers", "12", "21"),
    ]


PIECES = ["It is", ", not", "Novotny", "misspelled", "as", " ", ".", "the name of", "12", "“", "”", "\n", "rather than"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_can_be_read(notice: str) -> None:
    for slip in slips(notice):
        assert slip.right
        assert slip.wrong
        assert slip.right != slip.wrong


@pytest.mark.parametrize("unit", ["It is a, not ", "is ", "misspelled the name of X as ", ", not 1 ", "Ab "])
def test_a_long_notice_takes_no_longer(unit: str) -> None:
    slips(unit * 20_000)
