"""Markdown of sites: short codes and front matter of Hugo, components of MDX (.mdx), sections that the desk names."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.annotations.sections import find_sections
from factlint.config import Settings
from factlint.sources import read_text

if TYPE_CHECKING:
    from factlint.article import Article

NAMED = Settings(sections=(("description", "standfirst"), ("seo.title", "headline")))


def read(text: str, name: str = "a.md") -> Article:
    (article,), problems = read_text(text, name, settings=NAMED)
    assert not problems
    assert article.text == text
    return article


def words(article: Article, *left_out: str) -> list[tuple[str, str]]:
    return [(one.kind, article.text[one.start : one.end]) for one in article.blocks if one.kind not in left_out]


def copy(article: Article) -> str:
    """What rules look at."""
    parts = [one for one in find_sections(article) if one.kind not in {"metadata", "boilerplate"}]
    return " ".join(article.text[one.start : one.end].strip() for one in parts)


FRONT = {
    "yaml": "---\ntitle: Ferry\ndate: 2025-12-15\ndescription: 'The ferry stays.'\nseo: {title: Ferry on}\n---\n",
    "toml": '+++\ntitle = "Ferry"\ndate = 2025-12-15T08:00:00Z\ndescription = "The ferry stays."\ntags = ["a"]\n[seo]\nx = 1\n+++\n',
    "json": '{"title": "Ferry", "date": "2025-12-15",\n "description": "The ferry stays.", "seo": {"title": "Ferry on"}}\n',
}


@pytest.mark.parametrize("form", FRONT)
def test_front_matter_in_every_form(form: str) -> None:
    article = read(FRONT[form] + "Ada spoke.")
    assert (article.metadata.title, article.metadata.published) == ("Ferry", dt.date(2025, 12, 15))
    expected = [("standfirst", "The ferry stays.")] + [("headline", "Ferry on")] * (form != "toml")
    assert words(article, "metadata") == expected
    assert copy(article).endswith("Ada spoke.")
    assert "Ferry stays" not in copy(article)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("The ferry: stays", "The ferry: stays", id="plain"),
        pytest.param('"The \\"ferry\\""', 'The \\"ferry\\"', id="quoted"),
        pytest.param("|\n  The ferry\n  stays.", "The ferry\n  stays.", id="block"),
        pytest.param("[a, b]", None, id="list"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_named_key_of_yaml(value: str, expected: str | None) -> None:
    front = f"description: {value}\n" if ": " not in value else f"description: '{value}'\n"
    article = read(f"---\n{front}---\nBody.\n")
    assert words(article, "metadata") == ([("standfirst", expected)] if expected else [])


@pytest.mark.parametrize("text", ["+++\nno = toml\n", "{not json}\nText.", '{"a": 1} and more text', "+++ a"])
def test_what_is_no_front_matter_is_text(text: str) -> None:
    assert read(text).blocks == ()


def test_broken_toml_is_a_problem() -> None:
    (article,), (problem,) = read_text("+++\ntitle = Ferry\n+++\nBody.", "a.md")
    assert "not valid TOML" in problem.message
    assert copy(article) == "Body."


def test_short_codes_of_hugo() -> None:
    article = read(
        'Ada spoke. {{< figure src="a-1999.jpg" caption="At dawn" alt="x" >}}\n\n{{% note %}}Bo left.{{% /note %}}\n'
    )
    assert words(article, "metadata") == [("caption", "At dawn")]
    assert copy(article) == "Ada spoke. At dawn Bo left."


def test_tags_in_markdown_are_no_copy() -> None:
    assert copy(read('Ada <span class="x" title="1999">spoke</span>.<br/>Three < four.')) == "Ada spoke . Three < four."


MDX = """import Chart from '../chart'
export const meta = {
  year: 1999,
}

# Ferry to run

<Chart data={[1, 2, {a: "}"}]} onClick={() => x > 1} title="No copy">
Ada spoke {/* to Bo */} on Monday.
</Chart>

Bo left {props.when} early.
"""


def test_components_of_mdx() -> None:
    article = read(MDX, "a.mdx")
    assert words(article, "metadata", "boilerplate") == [("headline", "Ferry to run")]
    assert copy(article) == "Ferry to run Ada spoke on Monday. Bo left early."


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["{", "}", "<A", ">", "{{<", ">}}", "import x", "\n", "\n\n", '"', "`", "a ", "+++", "---",
                                 "<!--", "-->", "</A>", "caption=", "\r"]), max_size=40))  # fmt: skip
def test_any_marks_are_read(pieces: list[str]) -> None:
    text = "".join(pieces)
    for name in ("a.mdx", "a.md"):
        for article in read_text(text, name).articles:
            last = 0
            for block in article.blocks:
                assert last <= block.start < block.end <= len(text)
                last = block.end


@pytest.mark.parametrize(
    "text", ["{" * 300_000, "<A " * 100_000, "{{<" * 100_000, "<A x={" * 50_000, "import\n" * 50_000]
)
def test_hostile_marks_end(text: str) -> None:
    read_text(text, "a.mdx")
    read_text(text, "a.md")
