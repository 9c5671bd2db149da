"""Front matter: YAML between ``---`` lines at the very start of a text file.

Offsets count from the start of the file, so the front matter stays in the article's text as a section of its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factlint.article import Metadata, Section
from factlint.text.marked import Keys, MarkedFile
from factlint.text.problem import Problem  # noqa: TC001 - the fields of a NamedTuple

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


def read_front_matter(path: str, text: str) -> FrontMatter:
    """The front matter of a text. Two rules (``---``) around something else than keys are text, and so is one alone."""
    opened = _OPEN.match(text)
    closed = _CLOSE.search(text, opened.end()) if opened else None
    if opened is None or closed is None:
        return NONE
    from factlint.sources.metadata import from_keys

    marked = MarkedFile(path, text[: closed.start()], base=opened.end())
    root = marked.compose()
    blocks = (Section("metadata", 0, closed.end()),)
    if isinstance(root, Keys):
        return FrontMatter(from_keys(marked, root), blocks, closed.end(), tuple(marked.problems))
    if root is None and (not marked.problems or _KEY.match(text, opened.end())):
        return FrontMatter(Metadata(), blocks, closed.end(), tuple(marked.problems))
    return NONE
