"""The words before and behind a number that make it a bound or a rough figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS = {
    "about": "about", "around": "about", "roughly": "about", "approximately": "about", "some": "about",
    "circa": "about", "estimated": "about", "approx": "about",
    "over": "more than", "above": "more than", "exceeding": "more than", "topped": "more than",
    "under": "less than", "below": "less than",
    "nearly": "nearly", "almost": "nearly",
}  # fmt: skip
_PAIRS = {
    "than": {"more": "more than", "greater": "more than", "less": "less than", "fewer": "less than"},
    "least": {"at": "at least"},
    "most": {"at": "up to"},
    "to": {"up": "up to", "close": "about"},
    "as": {"many": "up to", "much": "up to", "few": "at least", "little": "at least"},
    "of": {"maximum": "up to", "minimum": "at least", "excess": "more than", "upwards": "at least"},
    "under": {"just": "nearly", "little": "nearly"},
}  # fmt: skip
_OPENING = '("“‘—–-'
_STARTS = ("+", " or ", "-odd", "-plus")
# "no more than" turns the bound about.
_TURNED = {"more than": "up to", "less than": "at least"}
_BEHIND = (("+", "at least"), (" or more", "at least"), (" or so", "about"), ("-odd", "about"), (" or less", "up to"),
           (" or fewer", "up to"), ("-plus", "at least"))  # fmt: skip


def bound_before(words: Sequence[str]) -> str | None:
    """The bound that the words before a number set for it."""
    last = words[-1].lower().lstrip(_OPENING) if words else ""
    pairs = _PAIRS.get(last)
    if pairs is not None and len(words) > 1:
        bound = pairs.get(words[-2].lower().lstrip(_OPENING))
        if bound is not None:
            turned = len(words) > 2 and words[-3].lower() in {"no", "not"}
            return _TURNED.get(bound, bound) if turned else bound
    return _WORDS.get(last)


def bound_behind(text: str, end: int) -> str | None:
    """The bound that ``or more``, ``+`` and such set for the number before them; ``text`` is in small letters."""
    if not text.startswith(_STARTS, end):
        return None
    return next((bound for words, bound in _BEHIND if text.startswith(words, end)), None)
