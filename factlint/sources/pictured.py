"""Photos that articles show: their captions are read with the article that names them."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from factlint.sources.discovery import Found, shown_path
from factlint.text.deferred import deferred

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from factlint.article import Article

_SHOWING = (".md", ".markdown", ".mdx", ".html", ".htm", ".xhtml")
# The target of an image of Markdown, or the source of one of HTML, where it is a path beside the article.
_PHOTO = deferred(
    r"""(?:\]\(\s*<?|\bsrc\s*=\s*["']?)(?P<path>[^\s"'()<>:?\#]{1,300}?\.jpe?g)(?=[\s"'>)])""", re.IGNORECASE
)


def pictured(read: Iterable[tuple[Found, tuple[Article, ...]]], cwd: Path) -> list[Found]:
    """The photos that articles show and that were not found with them, each once.

    Only files below the working directory are looked at: an article from elsewhere cannot make any other file speak.
    """
    pairs = list(read)
    known = {found.real for found, _ in pairs}
    top = os.path.realpath(cwd)
    photos: dict[str, Found] = {}
    for found, articles in pairs:
        if found.file.lower().endswith(_SHOWING):
            for path in _shown_in(articles):
                photo = _found(found, path, cwd)
                if photo.real not in known and photo.real.startswith(top + os.sep):
                    photos.setdefault(photo.real, photo)
    return [photo for photo in photos.values() if os.path.isfile(photo.real)]  # noqa: PTH113


def _shown_in(articles: Iterable[Article]) -> Iterator[str]:
    for article in articles:
        text = article.text if article.origin is None else article.origin.text
        if ".jp" in text or ".JP" in text:
            yield from (unquote(match["path"]) for match in _PHOTO.finditer(text))


def _found(article: Found, path: str, cwd: Path) -> Found:
    file = os.path.normpath(os.path.join(os.path.dirname(article.file), path))  # noqa: PTH118, PTH120
    name = os.path.normpath(os.path.join(os.path.dirname(article.id), path)).replace(os.sep, "/")  # noqa: PTH118, PTH120
    return Found(file, shown_path(file, cwd), name, os.path.realpath(file))
