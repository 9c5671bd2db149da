"""Titles given to mentions, and what a title shows of the name that has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.names import titles
from factlint.annotations.names.title_words import (
    COURTESY,
    GIVEN_FOLLOWS,
    HEADS,
    PHRASE_TAILS,
    PLURAL_HEADS,
    PLURAL_STRONG,
    RANKS,
    WEAK_HEADS,
)
from factlint.text.forms import folded
from factlint.text.remembered import Remembered

if TYPE_CHECKING:
    from factlint.annotations.names.index import Index
    from factlint.annotations.names.mention import Mention
    from factlint.annotations.names.titles import Title

_LONGEST_WORD = 40
_LAST_WORDS = HEADS | PLURAL_HEADS | PHRASE_TAILS


def give_title(text: str, mention: Mention, index: Index) -> None:
    """Find the title of a mention in the words around it; one that only people have makes it a person."""
    start = mention.start
    title = None
    # A quick look at the word before spares most names a long one.
    if start > 1 and text[start - 1] in " \u00a0":
        blank = text.rfind(" ", start - _LONGEST_WORD if start > _LONGEST_WORD else 0, start - 1)
        word = text[blank + 1 : start - 1]
        if word.lower() in _LAST_WORDS or (not (word.isascii() and word.isalpha()) and _ENDS_TITLE[word]):
            title = titles.before(text, start, mention.end, index)
    if title is not None:
        title = titles.of_nation(text, mention.end, title, index)
    elif text.startswith(", ", mention.end) and (mention.given is not None or mention.single):
        title = titles.after(text, mention.end, index)
        if mention.single and title is not None and title.office is None:
            title = None  # Acme, the owner, ... is nobody
    if title is not None:
        _take(mention, title)


def _take(mention: Mention, title: Title) -> None:
    mention.title = title
    if mention.kind == "place" and title.words in COURTESY and mention.form.isalpha():
        mention.kind, mention.single = "person", True  # Mr London
    elif (mention.single or mention.kind == "unknown") and _marks_person(title):
        mention.kind = "person"
        if title.words.rsplit(" ", 1)[-1].lower() in GIVEN_FOLLOWS:
            mention.single = False


def _ends_title(written: str) -> bool:
    """Whether a word before a name that has signs or accents may be the last one of a title."""
    words = written.split()
    last = folded(words[-1].strip("\"“”'‘’([,;:")) if words else ""
    return titles.is_head(last) or last in PHRASE_TAILS


_ENDS_TITLE = Remembered(_ends_title, 50_000)


def _marks_person(title: Title) -> bool:
    """Whether words in front can only introduce a person: not "partner Acme" or "club Real"."""
    written = title.words.rsplit(" ", 1)[-1].rstrip(".,")
    last = written.lower()
    if last in RANKS and written == last:
        return False
    return (last in HEADS and last not in WEAK_HEADS) or last in PLURAL_STRONG
