"""A usual word that begins a sentence is no given name where the article shows another one."""

from __future__ import annotations

import pytest
from test_names import names

BEGINNINGS = [
    "Faultless Falk has no equal\n\n{}",
    "{} Chasing Falk, they ran.",
    "{}\n\nFuming Falk left the hall at noon.",
    "{} “Stop Falk” was written there.",
    "{} They asked him. “Joining Falk was wrong,” they said.",
]


@pytest.mark.parametrize("text", BEGINNINGS)
def test_the_word_is_left_off(text: str) -> None:
    found = names(text.format("The skater Karl Falk won on Monday. Falk was not there."))
    assert {name.text for name in found} == {"Karl Falk", "Falk"}
    assert {name.who for name in found} == {"karl falk"}
    assert [name.given for name in found if name.text == "Falk"] == [None, None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tiger Falk won. Karl Falk saw how Tiger Falk won.", "Tiger Falk"),
        ("Classy Falk won. The hall was full.", "Classy Falk"),
        ("Ivan Falk won. Karl Falk was not there.", "Ivan Falk"),
        ("They saw Classy Falk win. Karl Falk was not there.", "Classy Falk"),
        ("Zorvan Falk won. Karl Falk was not there.", "Zorvan Falk"),
    ],
    ids=["called so again", "nobody else", "a given name", "inside a sentence", "no usual word"],
)
def test_the_word_stays(text: str, name: str) -> None:
    assert name in {one.text for one in names(text)}
