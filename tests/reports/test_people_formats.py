"""Formats that people read or open: the table for a spreadsheet, the comment for a pull request."""

from __future__ import annotations

import csv
import io
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import article, ferry_run, replacing

from factlint import reports
from factlint.findings import Finding
from factlint.findings.result import Result
from factlint.reports import Style

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from dev_tools import need_module


def written(name: str, run: Result) -> str:
    out = io.StringIO()
    reports.load(name).write(run, out, io.StringIO(), Style())
    return out.getvalue()


def about(words: str, message: str) -> Result:
    story = article("a.txt", f"First.\n\n{words} and so on.")
    place = story.span(8, 8 + len(words))
    finding = Finding("text/odd", "warning", "high", message, place, (replacing(message, place),))
    return Result((finding,), articles=(story.info,))


# -- csv


def table(run: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("csv", run).removeprefix("\ufeff"))))


def test_csv_has_paragraph_and_words_of_each_finding() -> None:
    first, *_, last = table(ferry_run())
    assert (first["paragraph"], first["words"], first["fix"]) == ("2", "Lindkvist", "Lindqvist")
    assert first["other places"].startswith("paragraph 4: “Lindkvist”; paragraph 5: “Lindkvist”; desk/islands.md, ")
    assert last["suggestions"] == "March 13, 2025 | March 14, 2025"


def test_csv_begins_with_the_mark_that_spreadsheets_need() -> None:
    assert written("csv", Result()).startswith("\ufeffseverity,rule,path,")


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＠x"], ids=repr)
def test_csv_has_no_formula(formula: str) -> None:
    (row,) = table(about(formula, formula))
    for cell in (row["words"], row["message"], row["suggestions"]):
        assert cell.startswith("'")


# -- markdown


class _Tags(HTMLParser):
    """The tags of a page, and the words of it that people see."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def page(run: Result) -> _Tags:
    need_module("markdown_it", "markdown-it-py")
    from markdown_it import MarkdownIt

    return _Tags(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(written("markdown", run)))


OWN = {"h3", "p", "details", "summary", "b", "ul", "li", "br", "strong", "table", "thead", "tbody", "tr", "th", "td"}


@pytest.mark.slow
def test_markdown_is_a_summary_a_table_and_folded_findings() -> None:
    shown = page(ferry_run())
    assert shown.tags == OWN
    assert "4 articles, 1 story: 2 errors, 1 warning, 1 note in 2 articles" in shown.words
    assert "paragraph 2 (2:126) “Lindkvist” · names/misspelled" in shown.words
    assert "also: paragraph 4 (4:93), paragraph 5 (5:72)" in shown.words


MARKUP = st.text(st.sampled_from("*_`~[]()<>#!|\\&;:@$^=+-.\"'/ \n\r\tab1é\ud800"), max_size=30)


@pytest.mark.slow
@given(MARKUP, MARKUP)
def test_nothing_of_an_article_becomes_markup(words: str, message: str) -> None:
    assert page(about(f"x{words}", f"x{message}")).tags <= OWN - {"em", "code", "a", "img"}


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        *("<script>alert(1)</script>", "<!-- x", "</details>", "![x](http://x)", "[x]: y", "**b** _i_ `c` ~~s~~"),
        *("| a | b |", "&lt;b&gt;", "$$x$$", '"><img onerror=x>'),
    ],
)
def test_words_are_shown_as_they_are(words: str) -> None:
    shown = page(about(words, words))
    assert shown.tags <= OWN
    assert words in shown.words.replace("\u2060", "")


@pytest.mark.slow
@pytest.mark.parametrize(
    "link", ["@desk", "#12", "!7", "a/b#3", "https://x.org", "www.x.org", "GH-1", "a@b.org", ":tada:"]
)
def test_nothing_of_an_article_becomes_a_mention_or_a_link(link: str) -> None:
    shown = page(about(link, link)).words
    assert link not in shown
    assert link in shown.replace("\u2060", "")


def test_a_comment_is_no_longer_than_may_be() -> None:
    story = article("a.txt", "Kiew " * 3000)
    findings = tuple(Finding("text/odd", "note", "low", "#" * 300, place) for place in story.every("Kiew"))
    report = written("markdown", Result(findings, articles=(story.info,)))
    assert len(report) < 65_536
    assert "more findings did not fit into this comment" in report
    assert report.count("<details>") == report.count("</details>")
