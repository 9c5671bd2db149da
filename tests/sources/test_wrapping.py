"""Copy that was wrapped to a width."""

from __future__ import annotations

import pytest

from factlint.sources import RawFile, read_text, source_of
from factlint.sources.rewriting import Change, Wanted
from factlint.text.problem import ProblemError

COPY = (
    "The harbour board met on Monday and looked at the plans\n"
    "for a second ferry, which would leave at dawn and be\n"
    "back by noon, long after the market has closed. Its well-\n"
    "known chairman, Karl Hallqvist, spoke against it.\n"
    "\n"
    "He did not say what he would rather have.\n"
)
JOINED = (
    "The harbour board met on Monday and looked at the plans for a second ferry, which would leave at dawn and be "
    "back by noon, long after the market has closed. Its well-known chairman, Karl Hallqvist, spoke against it."
    "\n\nHe did not say what he would rather have.\n"
)


def read(text: str) -> str:
    (article,), problems = read_text(text.encode(), "a.txt")
    assert problems == ()
    return article.text


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "  \n"])
def test_paragraphs_are_put_together(ends: str) -> None:
    assert read(COPY.replace("\n", ends)).split() == JOINED.split()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "One said yes.\nAnother said no.\nA third was silent.\nThe last had gone.\n", id="short-paragraphs"
        ),
        pytest.param("a word too many\nand no\nrhyme for it in sight\nat all\nbut who would mind\n", id="verse"),
        pytest.param(COPY.replace("\n", " and " * 20 + "\n"), id="long-lines"),
        pytest.param(
            "\n".join(f"- the {word} that came late" for word in ("ferry", "train", "coach", "plane")), id="items"
        ),
        pytest.param(
            "\n".join(f"> the {word} that came late" for word in ("ferry", "train", "coach", "plane")), id="mail"
        ),
        pytest.param("", id="empty"),
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert read(text) == text


def test_places_are_those_of_the_file() -> None:
    (article,), _ = read_text(COPY.encode(), "a.txt")
    at = article.text.index("Hallqvist")
    assert article.lines().position(at) == (4, 22)
    assert article.origin is not None
    start, end = article.origin.span(at, at + len("Hallqvist"))
    assert COPY[start:end] == "Hallqvist"


def test_a_fix_is_made_in_its_line_and_not_over_a_break() -> None:
    source = source_of("a.txt")
    assert source is not None
    assert source.changes is not None
    text = source.read(RawFile("a.txt", "a.txt", COPY.encode())).articles[0].text
    at, over = text.index("dawn"), text.index("plans for")
    found = source.changes("a.txt", COPY, {"a.txt": Wanted(text, (Change(at, at + 4, "dusk"),))})
    assert [(COPY[one.start : one.end], one.words) for one in found] == [("dawn", "dusk")]
    with pytest.raises(ProblemError):
        source.changes("a.txt", COPY, {"a.txt": Wanted(text, (Change(over, over + 9, "plan for"),))})
