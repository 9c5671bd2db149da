"""Which doubles are slips: word by word, and for passages by their length, their marks and where they stand."""

from __future__ import annotations

from typing import Any

import pytest
from readings import facts


def repeats(text: str) -> tuple[Any, ...]:
    return facts("repeat", text)


@pytest.mark.parametrize(
    "text",
    [
        "The the ferry left.",
        "She took the the ferry.",
        "She took a a ferry.",
        "Then I I left.",
        "They saw he he left.",
        "They took the  the ferry.",
        "They took the\u00a0the ferry.",
        "They repaired ferries ferries in the port.",
        "They sat sat on the pier.",
        "She said it it had sunk.",
        "She left; it it had sunk.",
        "The ferry is is late.",
        "Go ahead; the ferry is is late. What it was, nobody knew.",
        "They saw this this ferry.",
        "They saw these these ferries.",
        "The captain waited at at the pier.",
        "They left for for Oslo.",
        "They sat in in the cabin.",
        "“We saw the the ferry,” she said.",
        "“We saw the election election come,” she said.",
        "They didn't didn't leave.",
        "They didn’t didn’t leave.",
        "It was a café café near the pier.",
    ],
)
def test_a_word_too_many(text: str) -> None:
    (found,) = repeats(text)
    assert (found.unit, found.first_start) == ("word", found.start)
    assert found.once == text[found.start : found.first_end]
    assert found.text.casefold().split() == [found.once.casefold()] * 2


@pytest.mark.parametrize(
    "text",
    [
        "They had had enough.",
        "It was very very late.",
        "Duran Duran played.",
        "They sang NO NO there.",
        "It was the The there.",
        "They met Ek Ek there.",
        "They took b b there.",
        "They took the 5 5 there.",
        "They took the x5 x5 there.",
        "They took the ferry-ferry line.",
        "They took the-the line.",
        "They took the the-line.",
        "They took the the.no line.",
        "They took the, the line.",
        "They took the    the line.",
        "They took the\nthe line.",
        "They took the they line.",
        "They bathe the dog.",
        "They waited for for Oslo is what they wrote.",
        "They looked at at last.",
        "They stood by by the pier.",
        "It was talked about about noon.",
        "They dealt with with care.",
        "The state they were placed in in the past.",
        "They went on on Monday.",
        "They had it broken up up there.",
        "What it is is unclear.",
        "The problem is is that it rains.",
        "Without it it would sink.",
        "They add to this this new law.",
        "They think of these these days.",
        "“We sat sat there,” she said.",
        "“It is so odd odd odd,” she said.",
        "They met om om there.",
    ],
)
def test_a_double_that_may_be_right(text: str) -> None:
    assert repeats(text) == ()


FIVE = "Two ferries collided off Bergen."
EIGHT = "Two ferries collided off the Bergen coast yesterday."
TWELVE = "Two ferries collided off the coast of Bergen early on Sunday morning."
OTHER = "Nobody was hurt, the harbour office told reporters at noon."


@pytest.mark.parametrize(
    ("text", "units"),
    [
        pytest.param(f"{FIVE} {FIVE} {OTHER}", ["sentence"], id="five words in a row"),
        pytest.param(f"Two ferries left Bergen. Two ferries left Bergen. {OTHER}", [], id="four words in a row"),
        pytest.param(f"{FIVE} {OTHER} {FIVE}", [], id="five words apart"),
        pytest.param(f"{TWELVE} {OTHER} {TWELVE}", ["sentence"], id="twelve words apart"),
        pytest.param(f"{EIGHT} {OTHER} {EIGHT}", [], id="eight words apart"),
        pytest.param(f"{TWELVE} {TWELVE} {TWELVE}", ["sentence", "sentence"], id="three times"),
        pytest.param(f"{OTHER} “{FIVE}” “{FIVE}” {OTHER}", [], id="five words in quotation marks"),
        pytest.param(f"{OTHER} “{EIGHT}” “{EIGHT}” {OTHER}", ["sentence"], id="eight words in quotation marks"),
        pytest.param(f"{OTHER} “{TWELVE}” She left. “{TWELVE}” {OTHER}", [], id="quoted, apart"),
        pytest.param(f"{FIVE[:-1]}? {FIVE[:-1]}? {OTHER}", [], id="questions"),
        pytest.param(f"{FIVE[:-1]}! {FIVE[:-1]}! {OTHER}", ["sentence"], id="shouts"),
        pytest.param(f"{FIVE} {FIVE.upper()} {OTHER}", ["sentence"], id="in capitals"),
        pytest.param(f"{OTHER} 10 20 30 40 50. 10 20 30 40 50. {OTHER}", [], id="figures alone"),
        pytest.param(f"{OTHER}\n\n{TWELVE}\n\n{TWELVE}\n\nShe left.", ["paragraph"], id="paragraphs"),
        pytest.param(
            f"{OTHER}\n\n{FIVE} {OTHER}\n\n{FIVE} {OTHER}\n\nShe left.", ["paragraph"], id="not its sentences"
        ),
    ],
)
def test_passages(text: str, units: list[str]) -> None:
    found = repeats(text)
    assert [one.unit for one in found] == units
    for one in found:
        assert one.once is None
        assert one.first_end <= one.start
        assert text[one.first_start : one.first_end].casefold() == one.text.casefold()
