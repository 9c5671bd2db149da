"""The fact: two figures of one article for what seems to be one thing."""

from __future__ import annotations

from factlint.article import Weighed, fact


@fact
class Conflict(Weighed):
    """One side of a pair: the 44,000 of ``44,000 jobs`` in a text whose headline has ``45,000 jobs``; so is the other.

    ``other`` is the number of the other side; ``suspect`` says that of the two this one is less borne out, which does
    not make it wrong. ``odds`` speaks for one thing with two values, against two things. ``thing`` is what is counted,
    ``form`` how (see the kind figure); ``uses`` is how often the article has this value.
    """

    other: str
    suspect: bool
    form: str
    thing: str
    uses: int

    @property
    def pair(self) -> str:
        """Both numbers, in order, and the thing: the same for the two sides."""
        return f"{' / '.join(sorted((self.text, self.other)))} {self.thing}"
