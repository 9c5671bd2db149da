"""Lines in which names mean something else, and headlines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_names import names

TEXT = "The match between the two sides was played on Sunday before a large crowd.\n"


def kinds(line: str) -> set[str | None]:
    start = len(TEXT)
    return {name.line for name in names(f"{TEXT}{line}\n{TEXT}") if start <= name.start < start + len(line)}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Halvard, Brekke, Tande (Moen 64), Sundby, Lien (Aas 81), Rønning.", "team", id="substitutes"),
        pytest.param("J Halvard; P Brekke, O Tande, K Sundby; H Lien (capt), A Moen.", "team", id="initials"),
        pytest.param("Halvard, Brekke, Tande, Sundby, Lien, Moen, Aas, Rønning.", "team", id="eleven surnames"),
        pytest.param("K Halvard (Sandnes Harriers).", "team", id="one and a club"),
        pytest.param("Molde v Rosenborg", "scores", id="fixture"),
        pytest.param("Molde 3-1 Rosenborg, Brann 0-0 Viking", "scores", id="results"),
        pytest.param("Norway 14 Sweden 11 Finland 9", "scores", id="medals"),
        pytest.param("Photo: Anna Holm", "credits", id="photo"),
        pytest.param("(Reporting by Anna Holm; Editing by Per Lund)", "credits", id="reporters"),
        pytest.param("Molde, Rosenborg, Brann, Viking, Start.", "list", id="a draw"),
        pytest.param("Anna Holm met Per Lund and Jane Roe in Oslo.", None, id="a sentence"),
        pytest.param("Anna Holm, Per Lund and Jane Roe were there.", None, id="a sentence that begins with names"),
        pytest.param("President Anna Holm of Norway said so.", None, id="mostly a name"),
    ],
)
def test_the_kind_of_a_line(line: str, kind: str | None) -> None:
    assert kinds(line) == {kind}


def test_short_lines_in_a_row_are_a_list() -> None:
    found = names(f"{TEXT}Anna Holm\nPer Lund, Oslo\nJane Roe\n{TEXT}")
    assert {name.line for name in found} == {"list"}


def test_lines_with_pages_are_an_index() -> None:
    found = names(f"{TEXT}Anna Holm 12\nPer Lund 14\nJane Roe 120\n{TEXT}")
    assert {name.line for name in found if name.kind == "person"} == {"index"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("Holm Drops Out Of Race For Oslo Mayor", ["Holm"], id="every word"),
        pytest.param("Holm Says ‘Enough Is Enough.’", ["Holm"], id="ends with a stop"),
        pytest.param("HOLM DROPS OUT", ["HOLM"], id="capitals"),
    ],
)
def test_a_headline_has_only_names_that_stand_elsewhere(line: str, found: list[str]) -> None:
    text = f"{line}\n\nThe former minister Anna Holm left the race on Sunday, she said."
    assert [name.text for name in names(text) if name.start < len(line) and name.kind == "person"] == found


@pytest.mark.parametrize(
    "line",
    [
        "He saw US Deputy Secretary of State Anna Holm.",
        "Anna Holm met Italian Roberta Vinci at the Qatar Open in Doha.",
    ],
)
def test_a_sentence_of_many_capitals_is_no_headline(line: str) -> None:
    assert "Anna Holm" in [name.text for name in names(line)]


_PIECES = st.sampled_from(
    [
        *[
            "Halvard",
            "Brekke",
            "J",
            "P",
            ";",
            ",",
            "(",
            ")",
            "v",
            "3-1",
            "12",
            "Photo:",
            "and",
            "the",
            "said",
            ".",
            ":",
            "\n",
        ],
        "\n",
    ]
)


@given(st.lists(_PIECES, max_size=30).map(" ".join))
def test_all_names_of_a_line_have_its_kind(text: str) -> None:
    by_line: dict[int, set[str | None]] = {}
    for name in names(text):
        assert name.line in {None, "scores", "team", "credits", "index", "list"}
        by_line.setdefault(name.paragraph, set()).add(name.line)
    assert all(len(kinds) == 1 for kinds in by_line.values())


@pytest.mark.parametrize(
    "text",
    [
        "A" * 200_000,
        "Anna " * 40_000,
        "'" * 200_000,
        "Anna 'Ace" * 20_000,
        "Anna 'Ace' " * 20_000,
        "J. " * 40_000,
        "de la " * 30_000,
        "Anna-Holm-" * 20_000,
        "A-led-" * 30_000,
        "Anna Lee Holm met Lee Holm. " * 5_000,
    ],
)
def test_a_very_long_line_is_read_at_once(text: str) -> None:
    names(text)
