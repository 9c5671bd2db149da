"""The fact: quoted words, and who is said to have spoken them."""

from __future__ import annotations

from factlint.article import Annotation, Part, fact


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
    are. ``kind`` is direct, partial, headline, or term (a title, or a word held at a distance: nobody is quoted).
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

    @property
    def credit(self) -> Part | None:
        """The words for the speaker where they stand; None where nobody is given."""
        if self.speaker is None or self.speaker_start is None:
            return None
        end = self.speaker_start + len(self.speaker)
        return Part(start=self.speaker_start, end=end, text=self.speaker, place=self.place)
