"""What a quantity counts: the nearest plural noun behind it, with the words in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text.forms import comparable
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from factlint.text.tokens import Tokens

# How many tokens behind the number the noun may stand.
_REACH = 6
_IRREGULAR = word_set("people men women children police troops personnel staff")
_NO_NOUNS = word_set("was has his its does says across towards less plus versus perhaps always")
_STOPS = word_set(
    "and or but by on at to for from with than who which that when while after before since until as if the a an is",
    "are was were be been have has had will would said says per into over under not i he she it we they you his her",
    "their our its between in of worth one two three four five six seven eight nine ten earlier later ago",
)
# A share or an amount of money says what it is a share of only behind these: "£99 costs less" counts no costs.
_LEADS = word_set("of in worth")
_BEHIND_LEAD = word_set("the all its their these those")
_INSIDE = word_set("- . ' ’")


def read_subject(tokens: Tokens, index: int, *, measured: bool) -> str | None:
    """The noun phrase that begins at a token, its plural head last; None where no plural noun ends it.

    ``measured`` is said of a number with a unit.
    """
    if tokens.word(index) in _LEADS:
        index += 1
        index += tokens.word(index) in _BEHIND_LEAD
    elif measured:
        return None
    for end in range(index, min(index + _REACH, len(tokens))):
        word = tokens.words[end]
        if word in _STOPS or not (word.isalpha() or word in _INSIDE):
            return None
        if _is_plural(word) and tokens.word(end + 1) != "-":
            return comparable(tokens.text[tokens.starts[index] : tokens.ends[end]])
    return None


def _is_plural(word: str) -> bool:
    if word in _IRREGULAR:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "selves"))
        and word not in _NO_NOUNS
    )
