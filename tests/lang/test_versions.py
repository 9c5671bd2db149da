"""How two versions of one quotation differ, and what the functions of the rule language tell of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lang.functions import functions
from factlint.lang.spoken import is_form, spoken
from factlint.lang.versions import KINDS, versions

DEAL = "we are closer now than we have been ever"


def call(name: str, *values: Any) -> Any:
    return functions()[name].call(*values)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        pytest.param("We agree to go.", "We agree to go,", "identical", id="edge marks"),
        pytest.param("We're closer now", "we are closer now", "punctuation only", id="contraction"),
        pytest.param("it’s over, he’d go", "It is over he would go", "punctuation only", id="two readings"),
        pytest.param("90% of it is done", "ninety per cent of it is done", "punctuation only", id="number"),
        pytest.param("The F.B.I. asked me", "the FBI asked me", "punctuation only", id="initials"),
        pytest.param("Sen. Reid said d*** it", "Senator Reid said damn it", "punctuation only", id="short and masked"),
        pytest.param("a world view of his own", "a worldview of his own", "punctuation only", id="one word or two"),
        pytest.param("We closed the harbour gate", "today we closed the harbour gate at noon", "punctuation only", id="edges"),
        pytest.param("We closed the … gate at noon", "We closed the old gate at noon", "declared cut", id="dots"),
        pytest.param("We closed [the gate] at noon", "We closed it at noon", "declared cut", id="brackets"),
        pytest.param("I went there and I was wrong", "I went there late and I was wrong", "silent cut", id="silent"),
        pytest.param("I am not a judge", "I am strongly for it and I am not a judge", "punctuation only", id="shared I"),
        pytest.param("The basis of this deal", "The basis of that deal", "reworded", id="light word"),
        pytest.param("we have ever been closer to it", "we have been ever closer to it", "reworded", id="moved"),
        pytest.param("we have ever been", "we have been ever", "reworded", id="moved at the edge"),
        pytest.param("it would raise the risk", "it would lower the risk", "reworded", id="other word"),
        pytest.param("we reject his visit", "we reject his message", "reworded", id="other last word"),
    ],
)  # fmt: skip
def test_alteration(one: str, other: str, kind: str) -> None:
    assert call("alteration", one, other) == kind
    assert call("alteration", other, one) == kind


def test_alterations_names_everything_that_was_done() -> None:
    full = "I mean it, we lost the harbour and the ships, and nobody will come to our help"
    assert call("alterations", "I mean it, we lost the ships, and somebody will come to our help", full) == (
        "silent cut and reworded"
    )


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        pytest.param("this is hardly a place for children", "this is not a place for children", 1, id="negation"),
        pytest.param("we spoke of his duties to the town", "we spoke of his duty to the town", 0, id="plural"),
        pytest.param("he was running to the town hall", "he ran on to the town hall", 1, id="irregular"),
        pytest.param("that is the colour of the town", "that is the color of the town", 0, id="spelling"),
        pytest.param("not for that f***ing wall of theirs", "not for that fucking wall of theirs", 0, id="masked"),
        pytest.param("it was said by Sen. Reid of Nevada", "it was said by Senator Reid of Nevada", 0, id="short form"),
        pytest.param("the basis of this very deal", "the basis of that very deal", 0, id="light word"),
        pytest.param("the money should not have been used", "the money should have been used", 1, id="lost not"),
        pytest.param("the money should not … have been used", "the money should have been used", 0, id="declared not"),
        pytest.param("we took [a ship] to the island", "we took them to the island", 0, id="declared"),
    ],
)
def test_new_words(one: str, other: str, count: int) -> None:
    assert call("new_words", one, other) == count


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("we lost two ships and a crane", "we lost three ships and a crane", 1),
        ("we lost 2 ships and a crane", "we lost two ships and a crane", 0),
        ("we lost 1,200 ships and a crane", "we lost 1200 ships and a crane", 0),
        ("we lost two ships and a crane", "we lost some ships and a crane", 0),
    ],
)
def test_other_figures(one: str, other: str, count: int) -> None:
    assert call("other_figures", one, other) == count


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("it is hardly a place to play", "it is not a place to play", "“hardly” is “not” there"),
        ("we saw the ship and went home", "we saw the ship, wept and went home", "“wept” is missing here"),
        ("we saw the ship, wept and went home", "we saw the ship and went home", "“wept” is missing there"),
        ("we have ever been closer to it", "we have been ever closer to it", "“been” stands elsewhere there"),
        ("We agree.", "we agree", None),
    ],
)
def test_changed(one: str, other: str, told: str | None) -> None:
    assert call("changed", one, other) == told


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("I think we’re closer now", "we are closer now", True),
        ("We’re closer now, I think", "we are closer now", False),
        ("We agree", "we are closer now", False),
    ],
)
def test_hedged(text: str, part: str, expected: bool) -> None:
    assert call("hedged", text, part) is expected


def test_share_is_of_a_hundred() -> None:
    assert call("share", (True, True, False, None)) == 50
    assert call("share", ()) == 0


def test_spoken_words() -> None:
    found = " ".join(spoken("It can’t be 90% – I’ve [never] seen it."))
    assert found == "it can not be 90 percent i have … seen it"


@pytest.mark.parametrize(
    ("one", "other"), [("go", "went"), ("duty", "duties"), ("talk", "talked"), ("adviser", "advisor")]
)
def test_forms_of_one_word(one: str, other: str) -> None:
    assert is_form(one, other)


@pytest.mark.parametrize(("one", "other"), [("not", "hardly"), ("bomb", "arms"), ("big", "bag"), ("visit", "message")])
def test_words_that_are_no_forms_of_one(one: str, other: str) -> None:
    assert not is_form(one, other)


words = st.lists(
    st.sampled_from(["we", "are", "closer", "…", "[x]", "two", "it’s", "not", "%", "ship"]), max_size=12
).map(" ".join)


@given(words, words)
def test_versions_are_alike_seen_from_both_sides(one: str, other: str) -> None:
    assert set(versions(one, other).kinds) <= set(KINDS)
    assert versions(one, one).kind in ("identical", "declared cut")


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    assert versions(one, other).kind in KINDS


def test_long_versions_are_compared() -> None:
    assert versions("we went home " * 1_000, "we went " + "home we went " * 1_000).kind in KINDS
