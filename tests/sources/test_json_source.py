"""JSON of news systems (.json): ninjs, WordPress, ANS, records; places are those of the JSON file."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from placed import assert_placed

from factlint.sources import RawFile, collect, read_text
from factlint.sources.rewriting import Change, Wanted, rewritten
from factlint.text.problem import ProblemError

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.article import Article

NINJS_1 = {
    "uri": "urn:example:1", "type": "text", "language": "en-GB", "version": "3", "headline": "Ferry to run",
    "versioncreated": "2025-12-16T08:00:00Z", "firstcreated": "2025-12-15T08:00:00Z", "byline": "By Ada Quill",
    "body_html": "<p>The ferry will run, said M\u00e1ria Whit<b>comb</b> &amp; crew.</p>\n<h2>Costs</h2><p>Two \"boats\".</p>",
    "body_text": "left out", "associations": {"main": {"type": "picture", "description_text": "The ferry at dawn"}},
}  # fmt: skip
NINJS_3 = {
    "uri": "urn:example:3", "standard": {"name": "ninjs"}, "contentCreated": "2025-12-15T08:00:00+01:00",
    "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry to run"}], "by": "Ada Quill",
    "bodies": [{"contentType": "text/plain", "value": "no"}, {"contentType": "text/html", "value": "<p>It runs.</p>"}],
    "associations": [{"name": "a", "descriptions": [{"value": "At dawn"}]}],
}  # fmt: skip
POST = {
    "id": 7, "date": "2025-12-15T08:00:00", "modified": "2025-12-16T08:00:00", "link": "https://example.org/7",
    "title": {"rendered": "Ferry &#8211; to run"}, "content": {"rendered": "<p>It&#8217;s on.</p>\n<figure><img>"
    "<figcaption>At dawn</figcaption></figure>"},
}  # fmt: skip
STORY = {
    "_id": "ABC", "type": "story", "version": "0.10.9", "language": "en", "headlines": {"basic": "Ferry to run"},
    "subheadlines": {"basic": "Money was found"}, "credits": {"by": [{"type": "author", "name": "Ada Quill"}]},
    "display_date": "2025-12-15T08:00:00Z", "last_updated_date": "2025-12-16T08:00:00Z", "canonical_url": "/local/1",
    "source": {"name": "Gazette"}, "taxonomy": {"primary_section": {"name": "Local"}},
    "promo_items": {"basic": {"type": "image", "caption": "At dawn"}},
    "content_elements": [
        {"type": "text", "content": "It <b>runs</b>."}, {"type": "header", "level": 2, "content": "Costs"},
        {"type": "quote", "subtype": "pullquote", "content_elements": [{"type": "text", "content": "No money"}]},
        {"type": "quote", "subtype": "blockquote", "content_elements": [{"type": "text", "content": "I said so"}]},
        {"type": "list", "items": [{"type": "text", "content": "one"}, {"type": "list", "items": [{"content": "two"}]}]},
        {"type": "raw_html", "content": "<script>x</script>"}, {"type": "correction", "text": "It was March."},
    ],
}  # fmt: skip


def read(value: Any, indent: int | None = None) -> Article:
    file = json.dumps(value, indent=indent)
    (article,), problems = read_text(file, "a.json")
    assert not problems
    assert_placed(article, file)
    return article


def sections(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize("indent", [None, 2])
def test_ninjs_1(indent: int | None) -> None:
    article = read(NINJS_1, indent)
    assert article.text.splitlines()[2] == "The ferry will run, said Mária Whitcomb & crew."
    assert article.text.splitlines()[4] == 'Two "boats".'
    assert sections(article) == [
        ("headline", "Ferry to run"), ("byline", "By Ada Quill"), ("headline", "Costs"), ("caption", "The ferry at dawn"),
    ]  # fmt: skip
    about = article.metadata
    assert (about.title, about.version, about.language) == ("Ferry to run", "3", None)
    assert (about.published, about.updated) == (dt.date(2025, 12, 15), dt.date(2025, 12, 16))


def test_ninjs_3() -> None:
    article = read(NINJS_3)
    assert article.text == "Ferry to run\nAda Quill\nIt runs.\nAt dawn"
    assert article.metadata.published == dt.date(2025, 12, 15)


def test_the_zero_of_the_program_that_exports_is_no_day() -> None:
    zero = "0001-01-01T00:00:00Z"
    article = read({**NINJS_3, "firstcreated": zero, "versioncreated": zero})
    assert (article.metadata.published, article.metadata.updated) == (dt.date(2025, 12, 15), None)


def test_wordpress() -> None:
    article = read(POST)
    assert article.text == "Ferry – to run\nIt’s on.\nAt dawn"
    assert sections(article) == [("headline", "Ferry – to run"), ("caption", "At dawn")]
    assert (article.metadata.title, article.metadata.url) == ("Ferry – to run", "https://example.org/7")
    articles, problems = read_text(json.dumps([POST, POST | {"id": 8}, {"id": 9}, POST]), "posts.json")
    assert [article.id for article in articles] == ["7", "8"]
    assert [problem.message for problem in problems] == ["two documents have the id 7"]


def test_ans() -> None:
    article = read(STORY)
    assert article.text.splitlines() == [
        "Ferry to run", "Money was found", "Ada Quill", "At dawn", "It runs.", "Costs", "No money", "I said so", "one",
        "two", "It was March.",
    ]  # fmt: skip
    kinds = ["headline", "standfirst", "byline", "caption", "headline", "pullquote", "correction"]
    assert [kind for kind, _ in sections(article)] == kinds
    assert (article.metadata.source, article.metadata.desk) == ("Gazette", "Local")


def test_records() -> None:
    article = read({"id": "x", "text": "One.\nTwo \u201cthree\u201d.", "published": "2025-12-15", "story": "ferry"})
    assert (article.text, article.id) == ("One.\nTwo “three”.", "a.json")
    assert (article.metadata.published, article.metadata.story) == (dt.date(2025, 12, 15), "ferry")


def test_documents_in_the_answer_of_a_system() -> None:
    articles, _ = read_text(json.dumps({"_items": [NINJS_1, NINJS_3]}), "a.json")
    assert [article.id for article in articles] == ["urn:example:1", "urn:example:3"]


@pytest.mark.parametrize(
    ("file", "message"),
    [
        pytest.param('{"name": "x", "version": "1.0"}', "no article in this JSON", id="other"),
        pytest.param("[1, 2]", "no article in this JSON", id="numbers"),
        pytest.param('{"headline": "x", ', "not valid JSON", id="cut"),
        pytest.param("[" * 100_000 + "]" * 100_000, "nests without end", id="deep"),
        pytest.param('{"text": "a"} x', "not valid JSON", id="more-behind"),
    ],
)
def test_what_is_no_news(file: str, message: str) -> None:
    articles, (problem,) = read_text(file, "a.json")
    assert not articles
    assert message in problem.message
    assert problem.hint


def test_other_json_is_passed_over_in_a_folder_and_broken_news_is_not(tmp_path: Path) -> None:
    for name, words in {"package.json": '{"name": 1}', "tsconfig.json": "{ // x\n}", "a.txt": "Words."}.items():
        (tmp_path / name).write_text(words)
    articles, problems = collect(["."], cwd=tmp_path)
    assert [article.id for article in articles] == ["a.txt"]
    assert not problems
    assert [one.path for one in collect(["package.json"], cwd=tmp_path).problems] == ["package.json"]
    assert [one.path for one in collect(["package.json", "."], cwd=tmp_path).problems] == ["package.json"]
    (tmp_path / "story.json").write_text('{"headline": "x", "body_html": ')
    assert [one.path for one in collect(["."], cwd=tmp_path).problems] == ["story.json"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*'ab <>&;"\\\n\té😀\u2028', "<p>", "&amp;", "</p>"]), max_size=30), st.booleans())
def test_every_character_is_at_its_place(pieces: list[str], only_ascii: bool) -> None:
    words = "".join(pieces)
    post = {"id": 1, "title": {"rendered": words}, "content": {"rendered": f"<p>{words}</p>"}}
    file = json.dumps(post, ensure_ascii=only_ascii)
    for article in read_text(file, "a.json").articles:
        assert_placed(article, file)


@settings(max_examples=100, deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3)
       | st.dictionaries(st.sampled_from(["uri", "headline", "bodies", "text", "content_elements", "type", "items", "id"]),
                         inner, max_size=4), max_leaves=12))  # fmt: skip
def test_any_json_is_read_or_refused(value: Any) -> None:
    read_text(json.dumps(value), "a.json")


def test_a_change_is_one_of_the_file() -> None:
    file = json.dumps(NINJS_1).encode()
    (article,), _ = read_text(file, "a.json")

    def change(words: str, other: str) -> str:
        start = article.text.index(words)
        wanted = {article.id: Wanted(article.text, (Change(start, start + len(words), other),))}
        done = rewritten(RawFile("a.json", "a.json", file), wanted)
        ((low, high, new),) = done.changes
        return done.before[low - 5 : low] + new + done.before[high : high + 5]

    assert change("ferry", "boat") == ">The boat will"
    assert change("ferry", "“boat”") == ">The \\u201cboat\\u201d will"
    with pytest.raises(ProblemError, match="escapes or a line break inside"):
        change("Whitcomb", "Witcomb")
