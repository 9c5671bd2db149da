"""Markdown: the sections that its marks show, at their exact places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.sources import read_text


def blocks(text: str) -> list[tuple[str, str]]:
    (article,), problems = read_text(text.encode(), "a.md")
    assert not problems
    assert article.text == text
    return [(block.kind, text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# Talks go on\n\nBody.\n", [("headline", "Talks go on")], id="atx"),
        pytest.param("Body.\n\n###   Later ###  \r\nMore.", [("headline", "Later")], id="closed-atx"),
        pytest.param("# About C#", [("headline", "About C#")], id="mark-of-the-title"),
        pytest.param("#hashtag\n#\n# \n    # code\n1 # 2\n# #\n", [], id="no-headings"),
        pytest.param("Talks go on\n===\n\nBody.\n", [("headline", "Talks go on")], id="setext"),
        pytest.param("A\r\n===\r\nB\r\n---\r\nBody", [("headline", "A"), ("headline", "B")], id="setext-crlf"),
        pytest.param("Head\r===\rBody", [("headline", "Head")], id="setext-cr"),
        pytest.param("A whole sentence.\n---\n\n---\nBody\n", [], id="rules"),
        pytest.param("A paragraph\nof two lines\n---\n", [], id="paragraph-above-a-rule"),
        pytest.param("- item\n---\n", [], id="list-above-a-rule"),
        pytest.param("a | b\n--|--\n", [], id="table"),
        pytest.param("```py\n# no heading\n```\nBody", [("boilerplate", "```py\n# no heading\n```")], id="fence"),
        pytest.param("~~~~\n```\n~~~\n~~~~~\nBody", [("boilerplate", "~~~~\n```\n~~~\n~~~~~")], id="long-fence"),
        pytest.param("```\nnever closed\n\n# Head", [("headline", "Head")], id="open-fence-silences-nothing"),
        pytest.param("a ```b``` c\n# Head", [("headline", "Head")], id="code-in-a-line"),
        pytest.param("A <!-- note\n# x --> b", [("boilerplate", "<!-- note\n# x -->")], id="comment"),
        pytest.param("A <!-- never closed\n# Head", [("headline", "Head")], id="open-comment"),
        pytest.param(
            '![Two men, Dec. 15](img/Kiev_(2).jpg "A title")',
            [("caption", "Two men, Dec. 15"), ("metadata", "(img/Kiev_(2).jpg"), ("caption", "A title")],
            id="image",
        ),
        pytest.param("![](a.jpg)", [("metadata", "(a.jpg")], id="image-without-words"),
        pytest.param("![ Two men ][ref]\n", [("caption", "Two men")], id="image-by-reference"),
        pytest.param("![no image] here", [], id="exclamation"),
        pytest.param(
            "[![Alt](a.jpg)](https://x.org/)",
            [("caption", "Alt"), ("metadata", "(a.jpg"), ("metadata", "(https://x.org/)")],
            id="linked-image",
        ),
        pytest.param("said [on Monday](https://x.org/Kiev).", [("metadata", "(https://x.org/Kiev)")], id="link"),
        pytest.param("“[they](the army) left”, [sic](he said so)", [], id="brackets-in-a-quote"),
        pytest.param("[ref]: /Kiev 'T'\n", [("metadata", "[ref]: /Kiev 'T'")], id="definition"),
        pytest.param("[^1]: A footnote.\n[Note]: He said so.\n", [], id="footnote"),
        pytest.param("> quoted\n> # inside\n", [], id="block-quote-is-body"),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected


def test_offsets_count_the_front_matter() -> None:
    text = "---\ntitle: x\n---\n# Head\n"
    (article,), _ = read_text(b"\xef\xbb\xbf" + text.encode(), "a.md")
    assert [(block.kind, block.start, block.end) for block in article.blocks] == [
        ("metadata", 0, 16),
        ("headline", 19, 23),
    ]
    assert article.metadata.title == "x"


def test_the_end_of_front_matter_underlines_nothing() -> None:
    assert blocks("---\n---\n---\nBody\n") == [("metadata", "---\n---")]


PIECES = ["#", " ", "\n", "\r\n", "\r", "```", "~~~", "<!--", "-->", "![", "](", ")", "a", "---", "===", '"', "\u2028"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_blocks_are_sorted_apart_and_trimmed(text: str) -> None:
    (article,), _ = read_text(text.encode(), "a.md")
    end = 0
    for block in article.blocks:
        words = article.text[block.start : block.end]
        assert end <= block.start < block.end <= len(article.text)
        assert words == words.strip() or block.kind == "metadata"
        end = block.end


@pytest.mark.parametrize("piece", ["![", "](", '![a](x "', "<!--", "```x\n", "x\n---\n", "](<", "# ", "[a]: "])
def test_long_hostile_text_is_read(piece: str) -> None:
    assert read_text(piece * 100_000, "a.md").articles
