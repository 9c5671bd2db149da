"""What stands right before a place in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re


def search_before(pattern: re.Pattern[str], text: str, at: int, reach: int) -> re.Match[str] | None:
    """What a pattern finds in the last ``reach`` characters before an offset; it sees nothing behind it."""
    return pattern.search(text, max(0, at - reach), at)
