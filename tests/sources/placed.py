"""That every character of an article stands where its origin says."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.article import Article


def unescaped(words: str) -> set[str]:
    """What a piece of a file may stand for: itself, a reference of HTML, an escape of JSON, both."""
    found = {words, html.unescape(words)}
    if words.startswith("\\") or "\\" in words:
        try:
            value = json.loads(f'"{words}"', strict=False)
        except ValueError:
            return found
        found |= {value, html.unescape(value)}
    return found


def assert_placed(article: Article, file: str) -> None:
    """Every character of the text is at its place in the file; only line breaks between lines are at none."""
    assert article.origin is not None
    spans = [article.origin.span(offset, offset + 1) for offset in range(len(article.text))]
    for char, (start, end) in zip(article.text, spans, strict=True):
        words = file[start:end]
        if char == "\n":
            assert start == end or words.strip() in {"", "\\n"}
        elif char == " ":
            assert not html.unescape(words).replace("\\n", "").replace("\\t", "").strip()
        else:
            assert char in unescaped(words), (char, words)
    assert spans == sorted(spans)
    lines = article.lines()
    before = [file.count("\n", 0, start) + 1 for start, _ in spans]
    assert [lines.position(offset)[0] for offset in range(len(article.text))] == before
    columns = [start - (file.rfind("\n", 0, start) + 1) + 1 for start, _ in spans]
    assert [lines.position(offset)[1] for offset in range(len(article.text))] == columns
