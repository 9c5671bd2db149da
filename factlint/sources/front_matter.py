"""Front matter: YAML between ``---`` lines at the very start of a text file.

Offsets count from the start of the file, so the front matter stays in the article's text as a section of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.article import Metadata, Section
from factlint.text.marked import Keys, MarkedFile, Text
from factlint.text.problem import Problem  # noqa: TC001 - the fields of a NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.text.marked import Node

_OPEN = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?![^\r\n])")
# The first line that says something reads like `key: value`.
_KEY = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*[\"']?[\w .-]{1,60}[\"']?[ \t]*:(?![^\s])")


class FrontMatter(NamedTuple):
    """What stood before the body: metadata, the section it fills (none: there was none), where it ends, problems."""

    metadata: Metadata
    blocks: tuple[Section, ...]
    end: int
    problems: tuple[Problem, ...]


NONE = FrontMatter(Metadata(), (), 0, ())


def read_front_matter(
    path: str, text: str, sections: Sequence[tuple[str, str]] = (), *, every_form: bool = False
) -> FrontMatter:
    """The front matter of a text. Two rules (``---``) around something else than keys are text, and so is one alone.

    ``sections`` names keys whose words are sections of the article, as ``description: standfirst``; a key inside
    others is named with dots (``seo.title``). With ``every_form`` TOML between ``+++`` and JSON in braces are read too.
    """
    if every_form and text.startswith(("+++", "{")):
        from factlint.sources import site_matter

        return site_matter.read(path, text, sections)
    opened = _OPEN.match(text)
    closed = _CLOSE.search(text, opened.end()) if opened else None
    if opened is None or closed is None:
        return NONE
    marked = MarkedFile(path, text[: closed.start()], base=opened.end())
    root = marked.compose()
    if isinstance(root, Keys):
        parts = [part for name, kind in sections if (part := _section(text, root, name, kind)) is not None]
        return known(marked, root, closed.end(), parts)
    if root is None and (not marked.problems or _KEY.match(text, opened.end())):
        return FrontMatter(Metadata(), blocks_of((), closed.end()), closed.end(), tuple(marked.problems))
    return NONE


def known(marked: MarkedFile, keys: Keys, end: int, parts: Sequence[Section]) -> FrontMatter:
    """Front matter that ends at an offset, from its keys and the sections in it."""
    from factlint.sources.metadata import from_keys

    about = from_keys(marked, keys)
    return FrontMatter(about, blocks_of(parts, end), end, tuple(marked.problems))


def blocks_of(parts: Sequence[Section], end: int) -> tuple[Section, ...]:
    """The sections of front matter: those that the desk named, and metadata around them."""
    found: list[Section] = []
    at = 0
    for part in sorted(parts, key=lambda part: part.start):
        if part.start >= at:
            found += (Section("metadata", at, part.start), part)
            at = part.end
    return (*found, Section("metadata", at, end))


def _section(text: str, keys: Keys, name: str, kind: str) -> Section | None:
    """The words of a key as a section, without quotation marks and the sign of a block."""
    node: Node | None = keys
    for part in name.split("."):
        node = node.get(part) if isinstance(node, Keys) else None
    if not isinstance(node, Text):
        return None
    start, end = node.start, node.end
    if node.style in {"'", '"'}:
        start, end = start + 1, end - 1
    elif node.style in {"|", ">"}:
        start = text.find("\n", start, end) + 1 or end
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return Section(kind, start, end) if start < end else None
