"""What a quantity counts: the nearest plural noun behind it, with the words in between."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.deferred import deferred
from factlint.text.forms import comparable
from factlint.text.numerals import NUMBER_WORDS
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

# How many characters, and words, behind the number the noun may end.
_REACH = 80
_MOST = 6
_IRREGULAR = word_set("people men women children police troops personnel staff")
_NO_NOUNS = word_set(
    "was has his its does says across towards less plus versus perhaps always yes overseas besides sometimes afterwards"
    " thus this us rose goes comes makes takes adds likes hers theirs ours yours"
)
_NO_MEN = word_set("specimen regimen abdomen acumen cyclamen")
_STOPS = word_set(
    "and or but by on at to for from with than who which that when while after before since until as if the a an is",
    "are was were be been have has had will would said says per into over under not i he she it we they you his her",
    "their our its between in of worth one two three four five six seven eight nine ten earlier later ago could can",
    "may might should must did does do times",
)
# A share or an amount of money says what it is a share of only behind these: "£99 costs less" counts no costs.
_LEADS = word_set("of in worth")
_BEHIND_LEAD = word_set("the all its their these those his her our")
_WORD = deferred(r"[(“\"‘]*([^\W\d_][\w'’.&-]*?)([.,;:!?)”\"’—–]*)")
_SHORTENED = deferred(r"(?:[a-z]\.)+|mr\.|dr\.|st\.")


class Step(IntEnum):
    """What a word behind a number does to the search for its noun."""

    STOP = 0
    ON = 1
    NOUN = 2


class Piece(NamedTuple):
    """What stands between two blanks: its part in the search, and itself without the signs around it."""

    step: Step
    bare: str


def read_piece(text: str) -> Piece:
    """A piece of text in small letters."""
    if _SHORTENED.fullmatch(text):
        return Piece(Step.ON, text)
    text, line_break, _ = text.partition("\n")
    match = _WORD.fullmatch(text)
    if match is None or match[1] in _STOPS:
        return Piece(Step.STOP, "")
    word = match[1]
    if _is_plural(word):
        return Piece(Step.NOUN, word)
    return Piece(Step.STOP if match[2] or line_break else Step.ON, word)


class Counted(NamedTuple):
    """The noun that is counted, and the whole that it is a part of, in comparable form."""

    subject: str | None
    of: str | None


NOTHING = Counted(None, None)


def read_counted(text: str, end: int, pieces: Mapping[str, Piece], *, measured: bool) -> Counted:
    """What is counted by a number that ends at ``end``; ``text`` is in small letters.

    ``measured`` is said of a number with a unit: it counts only what it is said to be a share or an amount of.
    """
    if text[end : end + 1] != " ":
        return NOTHING
    words = text[end + 1 : end + _REACH].split(" ", _MOST + 2)
    lead = words[0] in _LEADS
    if lead:
        del words[: 1 + (len(words) > 1 and words[1] in _BEHIND_LEAD)]
    elif measured:
        return NOTHING
    number = words.pop(0) if lead and words and (words[0].isdigit() or words[0] in NUMBER_WORDS) else None
    subject = _noun(words, pieces)
    if subject is None or not lead:
        return Counted(subject, None)
    return Counted(subject, subject if number is None else f"{number} {subject}")


def _noun(words: list[str], pieces: Mapping[str, Piece]) -> str | None:
    """The words up to the nearest plural."""
    found = []
    for word in words[:_MOST]:
        piece = pieces[word]
        if piece.step is Step.STOP:
            return None
        found.append(piece.bare)
        if piece.step is Step.NOUN:
            return comparable(" ".join(found))
    return None


def _is_plural(word: str) -> bool:
    if word in _IRREGULAR or (word.endswith("men") and len(word) > len("women") and word not in _NO_MEN):
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "selves", "'s", "’s"))
        and word not in _NO_NOUNS
    )
