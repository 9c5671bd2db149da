"""Front matter as Hugo has it besides YAML: TOML between ``+++`` lines, or one JSON object."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.article import Section
from factlint.config.nodes import node_of
from factlint.sources.front_matter import NONE, FrontMatter, known
from factlint.text.marked import Keys, MarkedFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.sources.json.located import Value

_OPEN = re.compile(r"\+\+\+[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"(?<=[\r\n])\+\+\+[ \t]*(?![^\r\n])")


def read(path: str, text: str, sections: Sequence[tuple[str, str]]) -> FrontMatter:
    """The front matter of a text that begins with either; what is neither is text."""
    return _json(path, text, sections) if text.startswith("{") else _toml(path, text, sections)


def _toml(path: str, text: str, sections: Sequence[tuple[str, str]]) -> FrontMatter:
    import tomllib

    opened = _OPEN.match(text)
    closed = _CLOSE.search(text, opened.end()) if opened else None
    if opened is None or closed is None:
        return NONE
    marked = MarkedFile(path, text)
    start, end = opened.end(), closed.start()
    try:
        value = tomllib.loads(text[start:end].replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        marked.complain_at(0, 3, f"this front matter is not valid TOML: {error}", "mend it, or write it in YAML")
        value = {}
    parts = [part for name, kind in sections if (part := _line(text, start, end, value, name, kind)) is not None]
    return known(marked, _keys(value), closed.end(), parts)


def _line(text: str, start: int, end: int, value: object, name: str, kind: str) -> Section | None:
    """The words of a key on one line; those of a table inside, and of several lines, have no place that is sure."""
    words = value.get(name) if isinstance(value, dict) else None
    table = re.compile(r"(?<![^\r\n])[ \t]*\[").search(text, start, end)
    line = re.compile(rf"(?<![^\r\n])[ \t]*{re.escape(name)}[ \t]*=[ \t]*([\"'])(?P<words>[^\r\n]*)\1[ \t]*(?![^\r\n])")
    found = line.search(text, start, table.start() if table else end)
    if found is None or found["words"] != words or not found["words"].strip():
        return None
    return Section(kind, *found.span("words"))


def _json(path: str, text: str, sections: Sequence[tuple[str, str]]) -> FrontMatter:
    import json

    from factlint.sources.json.located import String, located

    try:
        _, end = json.JSONDecoder(strict=False).raw_decode(text)
        value = located(text[:end])
    except (ValueError, RecursionError):
        return NONE
    if not isinstance(value, dict) or text[end : end + 1] not in {"\n", "\r", ""}:
        return NONE
    parts = []
    for name, kind in sections:
        found: Value = value
        for part in name.split("."):
            found = found.get(part) if isinstance(found, dict) else None
        # Words with escapes do not stand in the file as they are read.
        if isinstance(found, String) and found.value.strip() and text[found.start : found.end] == found.value:
            parts.append(Section(kind, found.start, found.end))
    plain = {name: str(one) if isinstance(one, String) else one for name, one in value.items()}
    return known(MarkedFile(path, text), _keys(plain), end, parts)


def _keys(value: object) -> Keys:
    node = node_of({name: one for name, one in value.items() if one is not None} if isinstance(value, dict) else {})
    assert isinstance(node, Keys)  # noqa: S101 - node_of gives keys for a mapping
    return node
