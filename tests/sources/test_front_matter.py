"""Metadata from front matter and sidecars."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.article import Metadata
from factlint.sources import collect, read_text

if TYPE_CHECKING:
    from pathlib import Path

DAY = dt.date(2025, 12, 15)


def metadata_of(front: str) -> Metadata:
    (article,), problems = read_text(f"---\n{front}\n---\nBody.\n", "a.txt")
    assert not problems, problems[0].render()
    return article.metadata


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        pytest.param("title: Talks go on", Metadata(title="Talks go on"), id="title"),
        pytest.param("published: 2025-12-15", Metadata(published=DAY), id="day"),
        pytest.param("date: 2025-12-15 10:00:00 +0200", Metadata(published=DAY), id="alias-with-time"),
        pytest.param("date: 2024-01-01\npublished: 2025-12-15", Metadata(published=DAY), id="name-beats-alias"),
        pytest.param("updated: '2025-12-15T23:59:00Z'", Metadata(updated=DAY), id="iso-time"),
        pytest.param("outlet: AP\nlang: en-GB", Metadata(source="AP", language="en-GB"), id="aliases"),
        pytest.param("translated: No", Metadata(translated=False), id="flag"),
        pytest.param("version: 1.10", Metadata(version="1.10"), id="version-is-text"),
        pytest.param("supersedes: a-1\nurl: http://x.org", Metadata(supersedes="a-1", url="http://x.org"), id="url"),
        pytest.param('story: " berlin "', Metadata(story="berlin"), id="blanks"),
        pytest.param("tags: [a, b]\nlayout: {x: 1}\nid: 7", Metadata(), id="keys-of-the-site"),
        pytest.param("desk:\ntitle: ~\nstory: null", Metadata(), id="keys-without-value"),
        pytest.param("published: 0001-01-01T00:00:00Z", Metadata(), id="zero-of-a-program"),
        pytest.param("published: '0000-00-00 00:00:00'", Metadata(), id="zero-of-a-database"),
        pytest.param("", Metadata(), id="empty"),
        pytest.param("# a note\n\ndesk: world", Metadata(desk="world"), id="comment-first"),
    ],
)
def test_values(front: str, expected: Metadata) -> None:
    assert metadata_of(front) == expected


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("close", ["---", "...", "---  "])
def test_the_section_covers_the_front_matter_and_no_offset_moves(line_break: str, close: str) -> None:
    text = line_break.join(["--- ", "desk: world", close, "Body."])
    (article,), _ = read_text(text.encode(), "a.txt")
    (block,) = article.blocks
    assert article.text == text
    assert (block.kind, text[: block.end], block.start) == (
        "metadata",
        line_break.join(["--- ", "desk: world", close]),
        0,
    )
    assert article.metadata.desk == "world"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\nA rule, then a paragraph.\n---\nMore.\n", id="two-rules"),
        pytest.param("---\n- one\n- two\n---\n", id="list"),
        pytest.param("---\nHe said “no”, * and [more.\n---\n", id="no-yaml-at-all"),
        pytest.param("---\ntitle: never closed\n", id="unclosed"),
        pytest.param("--- title: x\n---\n", id="words-behind-the-rule"),
        pytest.param("\n---\ntitle: x\n---\n", id="not-first"),
        pytest.param("----\ntitle: x\n---\n", id="four"),
    ],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    (article,), problems = read_text(text, "a.txt")
    assert (article.text, article.blocks, article.metadata, problems) == (text, (), Metadata(), ())


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        pytest.param("---\ntitle: a: b\n---\n", 2, 9, "not valid YAML", id="yaml"),
        pytest.param("\ufeff---\ntitle: [x\n---\n", 3, 1, "not valid YAML", id="unclosed-list"),
        pytest.param("---\ndesk: x\npublished: Dec 15\n---\n", 3, 12, "must be a day", id="day"),
        pytest.param("---\r\ndesk: x\r\npublished: 2025-02-30\r\n---\r\n", 3, 12, "must be a day", id="no-such-day"),
        pytest.param("---\ntranslated: perhaps\n---\n", 2, 13, "yes or no", id="flag"),
        pytest.param("---\ntitle: [a, b]\n---\n", 2, 8, "must be a text", id="list"),
        pytest.param("---\ndesk: a\ndesk: b\n---\n", 3, 1, "twice", id="twice"),
        pytest.param("---\ntitle: *star\n---\n", 2, 8, "references", id="alias"),
        pytest.param("---\na: " + "{" * 100_000 + "\n---\n", 2, 53, "nested too deeply", id="deep"),
    ],
)
def test_a_fault_is_shown_at_its_place_and_the_article_is_read(text: str, line: int, column: int, message: str) -> None:
    (article,), (problem,) = read_text(text.encode(), "in/a.txt")
    assert (problem.path, problem.line, problem.column) == ("in/a.txt", line, column)
    assert message in problem.message
    assert problem.source_line in {"", article.text.splitlines()[line - 1]}
    assert [block.kind for block in article.blocks] == ["metadata"]


@given(st.text(alphabet="-.: \n\r#[]{}&*!|>'\"%@`ab1\a\t", max_size=60))
def test_no_front_matter_raises(text: str) -> None:
    (article,), _ = read_text(f"---\n{text}\n---\nBody", "a.txt")
    assert all(0 <= block.start < block.end <= len(article.text) for block in article.blocks)


def test_a_sidecar_wins_over_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("---\ndesk: world\ntitle: Old\n---\nBody.\n")
    (tmp_path / "a.txt.factlint.yml").write_text("title: New\ndate: 2025-12-15\n")
    (article,), problems = collect(["."], cwd=tmp_path)
    assert article.metadata == Metadata(title="New", desk="world", published=DAY)
    assert not problems


def test_a_sidecar_speaks_for_every_record(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "one"}\n{"text": "two", "source": "Other"}\n')
    (tmp_path / "a.jsonl.factlint.yml").write_text("source: The Example\n")
    assert [article.metadata.source for article in collect(["."], cwd=tmp_path).articles] == ["The Example"] * 2


@pytest.mark.parametrize(
    ("sidecar", "place", "message", "hint"),
    [
        pytest.param(b"desk: a\ntitel: New\n", (2, 1), "no key “titel”", "did you mean “title”?", id="unknown-key"),
        pytest.param(b"sections: {a: b}\n", (1, 1), "no key “sections”", "", id="key-of-tomorrow"),
        pytest.param(b"- a\n", (1, 1), "must be a group of keys", "", id="list"),
        pytest.param(b"desk: 'a\n", (2, 1), "not valid YAML", "", id="yaml"),
        pytest.param(b"\x89PNG\0\0\0\0", (None, None), "NUL", "save it as UTF-8", id="binary"),
    ],
)
def test_a_sidecar_is_strict(
    tmp_path: Path, sidecar: bytes, place: tuple[int | None, int | None], message: str, hint: str
) -> None:
    (tmp_path / "a.txt").write_text("Body.\n")
    (tmp_path / "a.txt.factlint.yml").write_bytes(sidecar)
    (article,), (problem,) = collect(["a.txt"], cwd=tmp_path)
    assert article.text == "Body.\n"
    assert (problem.path, problem.line, problem.column) == ("a.txt.factlint.yml", *place)
    assert message in problem.message
    assert hint in problem.hint


def test_a_sidecar_without_its_article_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Body.\n")
    (tmp_path / "b.txt.factlint.yml").write_text("desk: world\n")
    articles, (problem,) = collect(["."], cwd=tmp_path)
    assert len(articles) == 1
    assert "no b.txt beside it" in problem.message
