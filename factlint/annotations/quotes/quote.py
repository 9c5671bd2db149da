"""The fact: quoted words, and who is said to have spoken them."""

from __future__ import annotations

import re
from functools import lru_cache

from factlint.article import Annotation, Part, fact
from factlint.text.deferred import deferred
from factlint.text.forms import folded, skeleton

_BEHIND_SURNAME = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_CUT = deferred(r"…|\.\.|\. \.|\[")


@fact
class Quote(Annotation):
    """Words between quotation marks; the marks are not part of it.

    ``speaker`` is who said them as the article has it (``a senior U.S. official``, ``Merz``, ``he``), None where
    the text does not settle it; ``speaker_start`` is where those words stand, which may be in an earlier sentence.
    ``speaker_entity`` is the key of a known person; ``who`` is the same for all quotations of one speaker who is
    named, known or not: the key, else the fullest form of the name in the article, folded; for an outlet its name.
    ``cue`` is the word that attributes in lower case (``said``), None where the speaker is carried over. ``outlet``
    is the name of a publication that is credited with the words. ``anonymous`` says that the speaker is given but
    not named, ``partial`` that the words are a fragment inside the reporter's sentence. ``words`` is how many there
    are. ``reason`` is what the article says near by of why the speaker is not named, ``told`` the outlet that heard
    the words (told Reuters). ``continued`` says that the words go on in the next paragraph, ``reopened`` that they
    go on from the one before, ``alone`` that they are the whole paragraph. ``foreign`` words are translated: the
    article says so, or the desk knows that the speaker speaks another language in public. ``marks`` are
    straight, curly or guillemets. ``kind`` is direct, partial, headline, or term (a title, or a word held at a
    distance: nobody is quoted).
    """

    speaker: str | None = None
    speaker_start: int | None = None
    speaker_entity: str | None = None
    who: str | None = None
    cue: str | None = None
    outlet: str | None = None
    anonymous: bool = False
    words: int = 0
    partial: bool = False
    kind: str = "direct"
    reason: str | None = None
    told: str | None = None
    reopened: bool = False
    continued: bool = False
    foreign: bool = False
    alone: bool = False
    marks: str = "straight"

    @property
    def credit(self) -> Part | None:
        """The words for the speaker where they stand; None where nobody is given."""
        if self.speaker is None or self.speaker_start is None:
            return None
        end = self.speaker_start + len(self.speaker)
        return Part(start=self.speaker_start, end=end, text=self.speaker, place=self.place)

    @property
    def bearer(self) -> str | None:
        """The surname of the person ``who`` is, without what spellings of it differ in; None for an outlet."""
        return None if self.who is None or self.outlet is not None else _bearer(self.who)

    @property
    def cut(self) -> bool:
        """Whether dots or brackets declare that words are left out or put in."""
        return _CUT.search(self.text) is not None


@lru_cache(maxsize=10_000)
def _bearer(who: str) -> str | None:
    words = [word for word in re.split(r"[\s-]+", folded(who)) if word and word not in _BEHIND_SURNAME]
    return skeleton(words[-1]) or None if words else None
