"""Figures in addresses of pages and names of files: no dates of the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text.deferred import deferred

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotations.dates.live import Hit

_SIGNS = ("://", "www.", "](")
_ADDRESS = deferred(r"(?:https?://|www\.)[^\s<>\"“”()]+|\]\([^()\s]+\)")
# Behind figures, the rest of the name of a file: 2025/11/31.html, table-31-11-2026.pdf.
_REST_OF_FILE = deferred(r"[\w/-]{0,40}\.(?:html?|php|aspx?|pdf|jpe?g|png|gif|webp|svg|docx?|xlsx?|csv|zip|mp[34])\b")


def outside_addresses(text: str, hits: list[Hit]) -> list[Hit]:
    """The dates that stand in no address of a page and no name of a file."""
    if not hits:
        return hits
    spans = _addresses(text) if any(sign in text for sign in _SIGNS) else iter(())
    start, end = next(spans, (len(text), len(text)))
    kept = []
    for hit in hits:
        while end <= hit.start < len(text) and start < len(text):
            start, end = next(spans, (len(text), len(text)))
        if hit.end <= start and not _names_file(text, hit):
            kept.append(hit)
    return kept


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _ADDRESS.finditer(text))


def _names_file(text: str, hit: Hit) -> bool:
    return text[hit.end - 1].isdecimal() and _REST_OF_FILE.match(text, hit.end) is not None
