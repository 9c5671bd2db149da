"""Paragraphs as people count them."""

from __future__ import annotations

import pytest

from factlint.findings import Location
from factlint.findings.places import Places
from factlint.findings.result import ArticleInfo, Result
from factlint.text.lines import LineIndex

TEXT = "---\ntitle: x\n---\n\nFirst.\r\n\r\n \t \nSecond one.\rThird."


def place(text: str, words: str) -> Location:
    start = text.index(words)
    line, column = LineIndex(text).position(start)
    return Location("a.txt", "a.txt", start, start + len(words), line, column, line, column + len(words), words)


@pytest.mark.parametrize(
    ("words", "number"), [("title", None), ("First", 1), ("Second", 2), ("one", 2), ("Third", 3)], ids=str
)
def test_a_paragraph_is_a_line_that_is_not_blank(words: str, number: int | None) -> None:
    article = ArticleInfo("a.txt", "a.txt", TEXT, begins=TEXT.index("\n\nFirst"))
    assert Places(Result(articles=(article,))).paragraph(place(TEXT, words)) == number


def test_an_article_that_is_not_there_has_no_paragraphs() -> None:
    assert Places(Result()).paragraph(place(TEXT, "First")) is None


def test_a_million_blanks_take_no_time() -> None:
    text = " " * 1_000_000 + "\n" * 1_000 + "x"
    assert Places(Result(articles=(ArticleInfo("a.txt", "a.txt", text),))).paragraph(place(text, "x")) == 1
