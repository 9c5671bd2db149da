"""What the sentences around a title say of its time: whether they look back, whether somebody gets or leaves a post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text.deferred import deferred
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    import datetime

    from factlint.annotations import Reading
    from factlint.annotations.names.name import Name

_REACH = 400
"""So many characters before a title, of its paragraph, and after it, of its sentence, belong to its passage."""

# A search that begins with the figures is several times faster than one that looks behind first.
_YEAR = deferred(r"(?:1[5-9]|20)(?<![\w$£€.,-]..)\d\d(?![\w%]|[.,]\d)")
_BACK = deferred(
    r"\b(?:(?i:ago|last (?:year|month)|at the time|back then|when|(?:in|of) the (?:19|20)?\d0s)"
    r"|(?:years|months|decades) (?:before|earlier)"
    r"|[Aa]s (?:chancellor|president|prime minister|premier|speaker|governor|mayor|\w+ (?:secretary|minister)))\b"
)
_CHANGE = word_set(
    "appoint appoints appointed appointing appointment elected named nominated nomination promoted promotion resigned",
    "resigns resignation succeed succeeds succeeded succeeding successor predecessor replace replaces replaced",
    "replacing replacement become becomes became becoming sworn inaugurated inauguration reshuffle reshuffled handover",
    "formerly previously",
)
_CHANGE_PHRASE = deferred(r"\b(?:t(?:akes|ook|aking) over|step(?:s|ped|ping) down)\b")
_WORD = deferred(r"[a-z]+")


class Passages:
    """The passages of one article, each read once for all titles in it."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._published = reading.article.metadata.published
        self._read: dict[tuple[int, int], tuple[bool, bool]] = {}

    def moving(self, name: Name) -> tuple[bool, bool]:
        """Whether the passage up to here looks back to an earlier year, and whether it tells of a change of posts."""
        first, high = self._reading.sentence_bounds(name.start)
        # A sentence without end is cut into stretches, so that all that is read stays in proportion to the text.
        stretch = first + (name.start - first) // _REACH * _REACH
        key = (first, stretch)
        if key not in self._read:
            low, _ = self._reading.paragraphs[name.place.paragraph]
            passage = self._reading.text[max(low, stretch - _REACH) : min(high, stretch + 2 * _REACH)]
            self._read[key] = looks_back(passage, self._published), changes(passage)
        return self._read[key]


def looks_back(passage: str, published: datetime.date | None) -> bool:
    """Whether a passage speaks of then, or of a year before the article's (of any year where that is unknown)."""
    if _BACK.search(passage):
        return True
    return any(published is None or int(year) < published.year for year in _YEAR.findall(passage))


def changes(passage: str) -> bool:
    """Whether a passage tells of somebody who gets or leaves a post."""
    small = passage.lower()
    return not _CHANGE.isdisjoint(_WORD.findall(small)) or _CHANGE_PHRASE.search(small) is not None
