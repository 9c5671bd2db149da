"""The fact: an acronym as it is written, and what it stands for."""

from __future__ import annotations

from factlint.article import Annotation, fact


@fact
class Acronym(Annotation):
    """A word made of initials.

    ``short`` has no stops and is in capitals (U.N. is UN, Nato is NATO where the article has both); ``style`` says how
    it is written: ``plain`` (UN), ``stops`` (U.N.) or ``word`` (Nato). ``long`` is the long form that stands right
    beside it (``defined``) or, in capitalised words, earlier in the article; None if none does.

    ``uses`` is how often the acronym stands in the article, in any style; ``first`` says that none is before this one
    in sections of its kind. ``bracketed`` says that it stands alone in brackets behind other words: they are meant to
    explain it, whatever its letters (the Kurdistan Workers' Party (PKK)). ``beside`` are those words where two letters
    of the acronym are swapped (International Atomic Energy Agency, IAAE); None where they spell it, or are no long form
    of it at all.
    """

    short: str
    uses: int = 1
    first: bool = True
    style: str = "plain"
    long: str | None = None
    defined: bool = False
    bracketed: bool = False
    beside: str | None = None
