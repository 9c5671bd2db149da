"""Two forms that are nearly the same, with what the article and the lists say of each."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factlint.text.background import known
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.annotations.lookalikes.forms import Form, Use
    from factlint.text.background import Known

NEAR = 40
"""Code points between two forms that stand side by side: "Horan and Horgan"."""


class Pair:
    """``right`` is the form that is better borne out, ``suspect`` the other; which one is wrong is not said by that."""

    def __init__(self, right: Form, suspect: Form, edits: int, lower: Callable[[str], bool]) -> None:
        self.right = right
        self.suspect = suspect
        self.edits = edits
        self._lower = lower

    @cached_property
    def right_known(self) -> Known:
        """What the background list has of the better form."""
        return known(self.right.plain)

    @cached_property
    def suspect_known(self) -> Known:
        """What the background list has of the suspect form."""
        return known(self.suspect.plain)

    @cached_property
    def same_sound(self) -> bool:
        """Whether the two sound alike when transliteration is folded."""
        return self.right.sound == self.suspect.sound

    @cached_property
    def right_given(self) -> frozenset[str]:
        """Capitalised words in front of the better form."""
        return _given(self.right.uses)

    @cached_property
    def suspect_given(self) -> frozenset[str]:
        """Capitalised words in front of the suspect form."""
        return _given(self.suspect.uses)

    @cached_property
    def right_after(self) -> frozenset[str]:
        """Capitalised words behind the better form."""
        return frozenset(use.after for use in self.right.uses if use.after)

    @cached_property
    def suspect_after(self) -> frozenset[str]:
        """Capitalised words behind the suspect form."""
        return frozenset(use.after for use in self.suspect.uses if use.after)

    @cached_property
    def same_title(self) -> bool:
        """Whether one title stands before both."""
        titles = {use.title for use in self.right.uses if use.title}
        return any(use.title in titles for use in self.suspect.uses)

    @cached_property
    def lower(self) -> bool:
        """Whether one of the two stands in lower case in the article: a word, not a name."""
        return self._lower(self.suspect.plain) or self._lower(self.right.plain)

    @cached_property
    def side_by_side(self) -> bool:
        """Whether the two stand close together once, as two people in one sentence do."""
        return any(
            0 <= later.start - earlier.end <= NEAR or 0 <= earlier.start - later.end <= NEAR
            for earlier in self.right.uses
            for later in self.suspect.uses
        )

    @property
    def one_name(self) -> bool:
        """Whether the two stand in one name, as in Sion Simon."""
        return self.right.plain in self.suspect_given | self.suspect_after

    @property
    def clear(self) -> bool:
        """Whether there is little doubt which form is right: it is listed or used much more, the other is in no list."""
        if any(self.suspect_known):
            return False
        return any(self.right_known) or len(self.right.uses) > 2 * len(self.suspect.uses)

    @cached_property
    def inflected(self) -> bool:
        """Whether one is the other with an ending of English: Briton, Britons; Turk, Turkey; Iran, Iranian."""
        short, long = sorted((self.right.plain, self.suspect.plain), key=len)
        return long.startswith(short) and long[len(short) :] in _ENDINGS


_ENDINGS = word_set("s es n an ian i ish er ers ed ic ist ists y ie")


def _given(uses: tuple[Use, ...]) -> frozenset[str]:
    return frozenset(use.given for use in uses if use.given)
