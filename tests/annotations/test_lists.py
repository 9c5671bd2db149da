"""Lists inside a sentence: their items, their edges, the number given for them, and doubles that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import assert_sound, facts, seed, texts


def items(text: str) -> list[list[str]]:
    return [[item.text for item in found.items] for found in facts("list", text)]


def doubled(text: str) -> list[str]:
    """The items that a rule would report: the same key again in one list."""
    return [
        item.text
        for found in facts("list", text)
        for item in found.items
        if any(item.key == other.key and other.index < item.index for other in found.items)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He met the leaders of Denmark, Finland, the Netherlands and Poland.",
            "Denmark|Finland|the Netherlands|Poland",
        ),
        ("Denmark, Finland, and Norway signed it.", "Denmark|Finland|Norway"),
        ("It flew to Denmark, Finland or Norway on Monday.", "Denmark|Finland|Norway"),
        ("Leaders of Denmark, Finland and Norway signed it.", "Denmark|Finland|Norway"),
        ("But Denmark, Finland and Norway did not.", "Denmark|Finland|Norway"),
        ("In Oslo, Denmark, Finland and Norway signed it.", "Denmark|Finland|Norway"),
        ("Envoys of the U.K., Italy and the European Union, who met, left.", "the U.K.|Italy|the European Union"),
        ("It pleased Jane Doe, Senator Roe and Ursula von der Leyen.", "Jane Doe|Senator Roe|Ursula von der Leyen"),
        ("They live in Boston, New York and Washington, D.C., he said.", "Boston|New York|Washington, D.C."),
        ("Shares of Altria, Lorillard and Brown and Williamson fell.", "Altria|Lorillard|Brown and Williamson"),
        ("It spoke of peace, security and freedom.", "peace|security|freedom"),
        ("He gave to Friends of the Earth, Oxfam and War on Want.", "Friends of the Earth|Oxfam|War on Want"),
        ("It was so in Cyprus, Greece and Israel on January 28.", "Cyprus|Greece|Israel"),
        ("They came; Denmark; Finland; and Norway.", "Denmark|Finland|Norway"),
    ],
)
def test_items_have_exact_edges(text: str, expected: str) -> None:
    assert items(text) == [expected.split("|")]


@pytest.mark.parametrize(
    "text",
    [
        "Denmark and Finland signed it.",
        "Jane Doe, the mother of two, and John Roe came.",
        "He came, which was late, and left.",
        "Denmark, Finland, Norway",
        "Goals: Doe 3, Roe 4 and Doe 6.",
        "On Monday, Denmark and Finland signed it.",
        "Phoenix, Arizona, Salem, Oregon, and Denver, Colorado, were hit.",
        "It was red,\nDenmark, Finland\nand Norway.",
        "Denmark and Finland, Norway.",
        "Denmark or Finland; Norway came, Sweden went.",
    ],
)
def test_what_is_no_list(text: str) -> None:
    assert items(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The leaders of Denmark, Finland, the Netherlands, the Netherlands and Norway came.",
        "Denmark, Finland, Norway, Finland, and Sweden signed it.",
        "It owns Heineken, Heineken and Carlsberg.",
        "It hired Doe, Roe, The Firm and Doe.",
        "Firms such as THE FIRM, The Firm and Doe were hit.",
    ],
)
def test_an_item_that_stands_twice_has_one_key(text: str) -> None:
    assert len(doubled(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "They were in Virginia, Washington and Washington, D.C. that day.",
        "It rained in Bahia, Mato Grosso and Mato Grosso do Sul all day.",
        "It rained in Bahia, Washington and Washington state.",
        "John Smith, Mary Smith and Jane Smith came.",
        "It was war, war and war.",
        "They shouted lock her up, lock her up and lock her up.",
        "They shouted Doe, Doe, Doe and Doe.",
        "Houston, Texas, Dallas, Texas, and Austin, Texas, were hit.",
        "It sold shares of Kimberly-Clark, Johnson & Johnson and Doe.",
        "Shares of Doe, Roe and Doe's rival fell.",
        "It was Georgia, Georgian and Georgians.",
        "He won in Norway, Italy, Norway and Spain.",
        "The podium was Norway, Denmark, Norway and Finland.",
        "The team played Norway, Denmark, Norway and Finland.",
        "Her trip has stops in Oslo, Bergen, Oslo and Narvik.",
    ],
)
def test_look_alikes_have_no_double(text: str) -> None:
    assert doubled(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nine leaders: Doe, Roe and Poe.", 9),
        ("It owns three firms — Doe, Roe and Poe — in Oslo.", 3),
        ("Its four sisters (Doe, Roe and Poe) came.", 4),
        ("It has 6 owners - Doe, Roe and Poe - and no debt.", 6),
        ("It has at least three owners: Doe, Roe and Poe.", None),
        ("It has two or three owners: Doe, Roe and Poe.", None),
        ("It has three owners, including Doe, Roe and Poe.", None),
        ("It has three owners such as: Doe, Roe and Poe.", None),
        ("The Six Nations: Doe, Roe and Poe.", None),
        ("In 2004 there were: Doe, Roe and Poe.", None),
        ("Three of them left. He met Doe, Roe and Poe.", None),
    ],
)
def test_the_stated_count_is_that_of_a_list_brought_in_as_complete(text: str, count: int | None) -> None:
    (found,) = facts("list", text)
    assert found.stated_count == count
    assert found.size == 3


def test_keys_leave_case_glyphs_and_article_aside() -> None:
    (found,) = facts("list", "It hired The Firm, O’Neill and the UK.")
    assert [item.key for item in found.items] == ["firm", "o'neill", "uk"]
    assert [item.index for item in found.items] == [0, 1, 2]


@given(
    st.one_of(
        texts,
        st.lists(
            st.sampled_from(
                (
                    "Doe",
                    "Roe",
                    "the Firm",
                    ", ",
                    "; ",
                    " and ",
                    " or ",
                    ", and ",
                    "peace",
                    "D.C.",
                    " of ",
                    "Ohio",
                    "two men: ",
                    ". ",
                )
            ),
            max_size=20,
        ).map("".join),
    )
)
def test_items_lie_in_order_inside_their_list(text: str) -> None:
    for found in assert_sound("list", text):
        assert found.size >= 3
        assert found.items[0].start == found.start
        assert found.items[-1].end == found.end
        for item, after in zip(found.items, found.items[1:], strict=False):
            assert item.end < after.start
        for index, item in enumerate(found.items):
            assert item.text == text[item.start : item.end]
            assert item.key
            assert item.index == index


def test_the_doubled_items_of_a_real_article() -> None:
    assert doubled(seed("001")) == ["the Netherlands", "Finland"]


@pytest.mark.parametrize("number", ["000", "002", "003", "004"])
def test_real_articles_without_doubles(number: str) -> None:
    assert doubled(seed(number)) == []
