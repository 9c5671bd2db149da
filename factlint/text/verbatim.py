"""Where a form stands for itself: in an address, before [sic], in a sentence about spelling. Nothing is wrong there."""

from __future__ import annotations

import re

from factlint.text.deferred import deferred

_REACH = 200
# Nearly every place is answered by their absence.
_SIGNS = ("sic]", "sic)", "://", "@", "#", "www.", "spel", "changed")
_SIC = deferred(r"(?:['’]s)?[\"”’']?[ \u00a0]?[\[(]sic[\])]", re.IGNORECASE)
_SPELLING = deferred(
    r"\bmis-?spel[lt]|\bspel(?:t|led) (?:as|with|out|incorrectly|wrongly)\b|\bchanged (?:his|her|its|their) name\b"
)
_ENDS = deferred(r"[.!?][\"”’]?[ \u00a0](?=[A-Z“\"])|[\r\n]")


def verbatim(text: str, start: int, end: int) -> bool:
    """Whether the words at ``start`` to ``end`` stand for themselves."""
    if not any_verbatim(text[max(0, start - _REACH) : end + _REACH]):
        return False
    return _SIC.match(text, end) is not None or _address(text, start, end) or _about_spelling(text, start)


def any_verbatim(text: str) -> bool:
    """Whether any word of a text may stand for itself: a quick look, which spares a longer one at each word."""
    small = text.lower()
    return any(sign in small for sign in _SIGNS)


def _address(text: str, start: int, end: int) -> bool:
    """Whether the words are part of a web or mail address, or of a user's name or a keyword on a network."""
    before = re.split(r"\s", text[max(0, start - _REACH) : start])[-1]
    after = re.split(r"\s", text[end : end + _REACH], maxsplit=1)[0]
    whole = before + "\0" + after
    return "://" in whole or "@" in whole or before.endswith("#") or before.lower().startswith("www.")


def _about_spelling(text: str, start: int) -> bool:
    before = _ENDS.split(text[max(0, start - _REACH) : start])[-1]
    return _SPELLING.search(before) is not None
