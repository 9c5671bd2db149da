"""Metadata in a file beside the article: the article's full file name and ``.factlint.yml``.

A sidecar is written for factlint alone, so a key that is unknown is a mistake here, as it is not in front matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text.disk import contents

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.article import Metadata
    from factlint.text.problem import Problem

SUFFIX = ".factlint.yml"


def read(file: Path, path: str) -> tuple[Metadata | None, tuple[Problem, ...]]:
    """The metadata beside the article ``file``, None where there is none; ``path`` is the article's shown path."""
    beside = file.with_name(file.name + SUFFIX)
    shown = path + SUFFIX
    try:
        data = contents(beside)
    except (FileNotFoundError, NotADirectoryError):
        return None, ()
    except (OSError, ValueError) as error:
        from factlint.sources.discovery import unreadable

        return None, (unreadable(shown, error),)
    return parsed(shown, data)


def parsed(shown: str, data: bytes) -> tuple[Metadata | None, tuple[Problem, ...]]:
    """The metadata that the bytes of a sidecar give, and what is wrong with them."""
    from factlint.sources.encoding import decode
    from factlint.sources.metadata import ALIASES, KEYS, from_keys
    from factlint.text.marked import read_marked
    from factlint.text.problem import ProblemError

    try:
        text = decode(shown, data)
    except ProblemError as error:
        return None, error.problems
    marked, root = read_marked(shown, text)
    keys = marked.keys(root, (*KEYS, *ALIASES), "a sidecar")
    about = from_keys(marked, keys) if keys is not None else None
    return about, tuple(marked.problems)
