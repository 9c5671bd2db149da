"""JSON Lines: one record a line."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.article import Metadata
from factlint.sources import read_text

GOOD = '{"id": "good", "text": "Body."}'


def test_every_field_of_a_record() -> None:
    record = {
        "id": "r-1", "text": "One.\r\nTwo.", "title": "Head", "updated": "2025-12-16",
        "published": "2025-12-15T23:00:00-05:00", "version": 2, "supersedes": "r-0", "source": "The Example",
        "desk": "world", "language": "en", "translated": True,
        "url": "https://example.org/1", "story": "talks", "gold": {"defects": []}, "date": "never",
    }  # fmt: skip
    (article,), problems = read_text(json.dumps(record), "in/a.jsonl")
    assert (article.key, article.text, article.blocks) == (("in/a.jsonl", "r-1"), "One.\r\nTwo.", ())
    assert article.metadata == Metadata(
        title="Head", published=dt.date(2025, 12, 15), updated=dt.date(2025, 12, 16), version="2", supersedes="r-0",
        source="The Example", desk="world", language="en", translated=True, url="https://example.org/1", story="talks",
    )  # fmt: skip
    assert not problems


def test_a_record_without_id_is_named_by_its_line() -> None:
    lines = ['{"text": "a"}', "", '{"id": "", "text": "b"}', '{"id": null, "text": "c"}', '{"id": 7, "text": "d"}']
    articles, problems = read_text("\r\n".join(lines), "a.jsonl")
    assert [article.id for article in articles] == ["line 1", "line 3", "line 4", "7"]
    assert not problems


def test_only_line_breaks_end_a_record() -> None:
    (article,), problems = read_text('{"text": "a\u2028b\u0085c"}\n', "a.jsonl")
    assert article.text == "a\u2028b\u0085c"
    assert not problems


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        pytest.param("{'id': 1}", 2, "not valid JSON", id="single-quotes"),
        pytest.param('{"text": "a"', 13, "not valid JSON", id="cut-off"),
        pytest.param('{"text": "a"} {}', 15, "not valid JSON", id="two-on-a-line"),
        pytest.param("[1, 2]", 1, "no record", id="list"),
        pytest.param('{"id": "x"}', 1, "no text", id="no-text"),
        pytest.param('{"id": "x", "text": null}', 13, "no text", id="text-is-null"),
        pytest.param('{"id": "good", "text": "b"}', 2, "stands in line 2 too", id="same-id"),
        pytest.param("[" * 100_000, 1, "cannot be read", id="deep"),
        pytest.param('{"id": ' + "1" * 5000 + "}", 1, "cannot be read", id="endless-number"),
    ],
)
def test_a_bad_line_is_a_problem_and_the_others_are_read(line: str, column: int, message: str) -> None:
    articles, (problem,) = read_text(f'\n{GOOD}\n{line}\n{{"id": "last", "text": ""}}', "in/a.jsonl")
    assert [article.id for article in articles] == ["good", "last"]
    assert (problem.path, problem.line, problem.column) == ("in/a.jsonl", 3, column)
    assert message in problem.message
    assert problem.hint
    assert len(problem.source_line) <= 200


@pytest.mark.parametrize(
    ("field", "message"),
    [
        pytest.param('"published": "15 December"', "must be a day", id="day"),
        pytest.param('"published": 1765756800', "must be a day", id="seconds"),
        pytest.param('"translated": "perhaps"', "yes or no", id="flag"),
        pytest.param('"title": ["a"]', "must be a text", id="list"),
        pytest.param('"source": {"name": "a"}', "must be a text", id="object"),
        pytest.param('"id": ["a"]', "id must be a text", id="id"),
    ],
)
def test_a_bad_field_is_a_problem_at_its_place_and_the_record_is_read(field: str, message: str) -> None:
    (article, _), (problem,) = read_text(f'{{"text": "a", {field}}}\n{GOOD}', "a.jsonl")
    assert (article.id, article.text, article.metadata) == ("line 1", "a", Metadata())
    assert (problem.line, problem.column) == (1, 15)
    assert message in problem.message


@pytest.mark.parametrize("day", ["0001-01-01T00:00:00Z", "0000-00-00", "0000-00-00 00:00:00"])
def test_the_zero_of_the_program_that_exports_is_no_day(day: str) -> None:
    (article,), problems = read_text(f'{{"id": "x", "text": "a", "published": "{day}"}}', "a.jsonl")
    assert (article.metadata, problems) == (Metadata(), ())


def test_half_a_surrogate_pair_keeps_its_place() -> None:
    (article,), _ = read_text(r'{"id": "\ud800", "text": "a\ud800b\ud83d\ude00", "title": "\udfff"}', "a.jsonl")
    assert (article.text, article.id, article.metadata.title) == ("a\ufffdb😀", "\ufffd", "\ufffd")


@given(st.lists(st.text(), max_size=4))
def test_any_texts_come_back(texts: list[str]) -> None:
    lines = "\n".join(json.dumps({"text": text}, ensure_ascii=index % 2 == 0) for index, text in enumerate(texts))
    articles, problems = read_text(lines.encode(), "a.jsonl")
    assert sorted(article.text for article in articles) == sorted(texts)
    assert not problems
