"""Two forms that are nearly the same, with what the article and the lists say of each."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factlint.annotations.names.index import index_of
from factlint.text.background import known
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from factlint.annotations import Reading
    from factlint.annotations.lookalikes.forms import Form
    from factlint.text.background import Known

_LISTED = 9
NEAR = 40
"""Code points between two forms that stand side by side: "Horan and Horgan"."""


class Lists:
    """What the background list and the desk's knowledge have of a form, and whether the article has it as a word."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._index = reading.knowledge.once(index_of)
        self._lower: dict[str, bool] = {}

    def known(self, plain: str) -> Known:
        """What is known of a form; a name that the desk lists is as usual as can be."""
        found = known(plain)
        if plain in self._index.surnames or plain in self._index.places or plain in self._index.outlets:
            return found._replace(surname=_LISTED)
        return found

    def lower(self, plain: str) -> bool:
        """Whether the form stands in the article in lower case."""
        if plain not in self._lower:
            self._lower[plain] = _stands(plain, self._text)
        return self._lower[plain]


def _stands(word: str, text: str) -> bool:
    """Whether a word stands in a text as it is, no part of a longer one."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (_joins(text[end : end + 1]) or (start and _joins(text[start - 1]))):
            return True
        start = text.find(word, start + 1)
    return False


def _joins(char: str) -> bool:
    return char.isalnum() or (char != "" and char in "_-")


class Pair:
    """``right`` is the form that is better borne out, ``suspect`` the other; which one is wrong is not said by that."""

    def __init__(self, one: Form, other: Form, edits: int, lists: Lists) -> None:
        self._lists = lists
        first, second = (other, one) if other.places[0] < one.places[0] else (one, other)
        level = self._level(second) - self._level(first) or len(second.places) - len(first.places)
        better = level > 0 or (level == 0 and bool(second.given) > bool(first.given))
        self.right: Form = second if better else first
        self.suspect: Form = first if better else second
        self.edits: int = edits

    def _level(self, form: Form) -> int:
        """How well lists bear a form out; the number of uses, and then a full name, count where they do it equally."""
        return max(self._lists.known(form.plain)) // 2

    @cached_property
    def right_known(self) -> Known:
        """What the lists have of the better form."""
        return self._lists.known(self.right.plain)

    @cached_property
    def suspect_known(self) -> Known:
        """What the lists have of the suspect form."""
        return self._lists.known(self.suspect.plain)

    @cached_property
    def same_sound(self) -> bool:
        """Whether the two sound alike when transliteration is folded."""
        return self.right.sound == self.suspect.sound

    @property
    def same_given(self) -> bool:
        """Whether one capitalised word stands in front of both."""
        return not self.right.given.isdisjoint(self.suspect.given)

    @property
    def same_after(self) -> bool:
        """Whether one capitalised word stands behind both."""
        return not self.right.after.isdisjoint(self.suspect.after)

    @property
    def same_title(self) -> bool:
        """Whether one title stands before both."""
        return not self.right.titles.isdisjoint(self.suspect.titles)

    @cached_property
    def lower(self) -> bool:
        """Whether one of the two stands in lower case in the article: a word, not a name."""
        return self._lists.lower(self.suspect.plain) or self._lists.lower(self.right.plain)

    @cached_property
    def side_by_side(self) -> bool:
        """Whether the two stand close together once, as two people in one sentence do."""
        return any(
            0 <= later - earlier_end <= NEAR or 0 <= earlier - later_end <= NEAR
            for earlier, earlier_end in self.right.places
            for later, later_end in self.suspect.places
        )

    @property
    def one_name(self) -> bool:
        """Whether the two stand in one name, as in Sion Simon."""
        return self.right.plain in self.suspect.given or self.right.plain in self.suspect.after

    @property
    def clear(self) -> bool:
        """Whether there is little doubt which form is right: it is listed or used much more, the other in no list."""
        if any(self.suspect_known) or (self.suspect.given and self.right.given and not self.same_given):
            return False
        return any(self.right_known) or len(self.right.places) > 2 * len(self.suspect.places)

    @cached_property
    def inflected(self) -> bool:
        """Whether one is the other with an ending of English: Briton, Britons; Turk, Turkey; Iran, Iranian."""
        short, long = sorted((self.right.plain, self.suspect.plain), key=len)
        return long.startswith(short) and long[len(short) :] in _ENDINGS


_ENDINGS = word_set("s es n an ian i ish er ers ed ic ist ists y ie")
