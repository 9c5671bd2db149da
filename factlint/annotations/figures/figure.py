"""The fact: a number as it is written, with what it counts and the words around it."""

from __future__ import annotations

from factlint.annotations.figures.wording import OFTEN_SEVERAL, context_of, toll_of
from factlint.article import Annotation, fact


@fact
class Figure(Annotation):
    """A number written in figures: the 45 of ``45 banks``, ``a 24-hour ban``, ``Band Aid 20``, ``every 11 minutes``.

    ``form`` is count (45 banks), measure (18 yards), compound (24-hour ban), name (Band Aid 20), rate (every 11
    minutes) or plain (a long number that counts nothing known). ``counted`` is what two figures must share to be about
    one thing: the counted noun in its singular, the unit, the name in small letters. ``qualifiers`` are the words
    between the number and the noun (``wounded``). ``value`` counts single units, ``digits`` are those written, without
    marks; ``least`` and ``most`` are how small and how large the words let it be (about, over, up to). ``turning`` says
    that a word of change or of difference stands before the number (from, another, earlier). ``around`` is the part
    of the sentence near the number, which begins at its ``offset``.
    """

    value: float
    digits: str
    form: str
    counted: str
    least: float
    most: float
    qualifiers: tuple[str, ...] = ()
    turning: bool = False
    around: str = ""
    offset: int = 0

    @property
    def vague(self) -> bool:
        """Whether words such as about, over, up to or at least stand before it."""
        return self.least < self.most

    @property
    def in_brackets(self) -> bool:
        """Whether a bracket opens right before it, as for an amount in another currency: ``(about €149)``."""
        return "(" in self.around[max(0, self.offset - 8) : self.offset]

    @property
    def context(self) -> tuple[str, ...]:
        """The words near the number that say what it is about, without endings, in alphabetical order."""
        own = {self.counted, *self.counted.split(), *self.qualifiers}
        return tuple(word for word in context_of(self.around) if word not in own)

    @property
    def often_several(self) -> bool:
        """Whether articles count several of the thing as a matter of course: points, states, months."""
        return not OFTEN_SEVERAL.isdisjoint(self.counted.split())

    @property
    def toll(self) -> str | None:
        """``dead`` or ``hurt`` where it counts people who were killed or wounded; None for anything else."""
        return toll_of(self.around[: self.offset], self.around[self.offset + len(self.text) :])
