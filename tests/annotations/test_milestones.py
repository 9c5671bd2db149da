"""Listed events with a date beside them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from readings import texts

from factlint.annotations import Reading
from factlint.annotations.milestones import Milestone
from factlint.article import Article, Metadata
from factlint.knowledge import Knowledge
from factlint.knowledge.events import Event
from factlint.text.literals import Literals

_FALL, _BEGAN, _ENDED = datetime.date(1989, 11, 9), datetime.date(1982, 4, 2), datetime.date(1982, 6, 14)
_KNOWLEDGE = Knowledge(
    {
        "event": [
            Event("fall of the berlin wall", "fall of the Berlin Wall", _FALL, _FALL, ("opening of the Berlin Wall",)),
            Event("falklands war", "Falklands War", _BEGAN, _ENDED),
        ]
    }
)


def found_in(text: str) -> list[Milestone]:
    facts = Reading(Article("a", "a", text, Metadata()), _KNOWLEDGE, Literals([])).layer("milestone")
    return [fact for fact in facts if isinstance(fact, Milestone)]


@pytest.mark.parametrize(
    ("text", "event", "date"),
    [
        ("It was so until the fall of the Berlin Wall in 1988.", "fall of the Berlin Wall", "1988"),
        (
            "With the opening of the Berlin Wall on Nov. 9, 1989, it ended.",
            "opening of the Berlin Wall",
            "Nov. 9, 1989",
        ),
        ("After the 1983 Falklands War, it was rich.", "Falklands War", "1983"),
        ("After the Falklands War (1982) it was rich.", "Falklands War", "1982"),
    ],
)
def test_event_and_date(text: str, event: str, date: str) -> None:
    [found] = found_in(text)
    assert (found.event.text, found.date.text) == (event, date)


def test_days_in_words() -> None:
    [fall] = found_in("It was so until the fall of the Berlin Wall in 1988.")
    [war] = found_in("After the 1983 Falklands War, it was rich.")
    assert (fall.day, war.day) == ("1989-11-09", "1982-04-02 to 1982-06-14")


@pytest.mark.parametrize(
    "text",
    [
        "The fall of the Berlin Wall changed the vote in 1990.",
        "The 1983 Falklands War inquiry was long.",
        "After the Falklands War. In 1983 it was rich.",
        "The fall of the Berlin Walls in 1988.",
        "The rainfall of the Berlin Wall in 1988.",
    ],
    ids=["apart", "goes-on", "two-sentences", "plural", "inside-a-word"],
)
def test_other_words(text: str) -> None:
    assert found_in(text) == []


def test_memories_are_marked() -> None:
    [found] = found_in("The town celebrated the fall of the Berlin Wall in 2009.")
    assert found.looks_back


@given(texts)
def test_any_text_is_read(text: str) -> None:
    for one in found_in(f"{text} the fall of the Berlin Wall in 1988 {text}"):
        assert one.event.text.lower().endswith("the berlin wall")
