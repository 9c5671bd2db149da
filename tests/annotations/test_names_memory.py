"""Names are the same whatever was read before: what a run remembers of words only saves time."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import article, texts

from factlint.annotations import Reading
from factlint.annotations.names import find
from factlint.knowledge import Knowledge
from factlint.text.literals import Literals

_WORDS = (
    "The", "It", "He", "May", "Will", "President", "Prime Minister", "Mr", "Anna", "Holm", "Anna Holm", "Holm-Berg",
    "von", "de", "al-", "d'", "Tuesday", "Danish", "NATO", "U.S.", "Bank of", "and", "said", "MARKET", "3", "’s", "“",
    "”", ".", ". ", ",", "\n", "-", "Denmark", "Party", "Labour", "Jr.", "e\u0301", "É", "'The Rock'", "said The",
)  # fmt: skip
lines = st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join)
_READ_BEFORE = Knowledge({})


def names(text: str, knowledge: Knowledge) -> tuple[Any, ...]:
    return Reading(article(text), knowledge, Literals([])).layer("name")


@given(st.one_of(texts, lines))
def test_what_was_read_before_changes_nothing(text: str) -> None:
    assert names(text, _READ_BEFORE) == names(text, Knowledge({}))


@pytest.mark.parametrize(
    ("before", "text", "found"),
    [
        pytest.param("It rained. The car.", "They met al-The there.", ["al-The"], id="a prefix"),
        pytest.param("It rained. The car.", "They met Anna von The there.", ["Anna"], id="a particle"),
        pytest.param("It rained. The car.", "The Anna Holm car.", ["Anna Holm"], id="a longer run"),
        pytest.param("Holm spoke.", "They met Holm there.", ["Holm"], id="after the beginning of a sentence"),
        pytest.param("They met Holm there.", "Holm spoke.", [], id="at the beginning of a sentence"),
    ],
)
def test_a_word_is_judged_where_it_stands(before: str, text: str, found: list[str]) -> None:
    knowledge = Knowledge({})
    names(before, knowledge)
    assert [name.text for name in names(text, knowledge)] == found


def test_a_word_that_is_no_name_stays_a_word_of_a_headline() -> None:
    knowledge = Knowledge({})
    names("The car. It rained.", knowledge)
    text = "THE HOLM FILES OPEN\n\nThey met Anna Holm there. The talks went on.\n"
    assert [name.text for name in names(text, knowledge)] == ["HOLM", "Anna Holm"]


def test_the_memory_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "_REMEMBERED", 3)
    text = "They met Anna Holm, Carl Berg, Ida Lund, Jens Falk and Maja Dahl. The talks went on. It rained."
    assert names(text, Knowledge({})) == names(text, _READ_BEFORE)
