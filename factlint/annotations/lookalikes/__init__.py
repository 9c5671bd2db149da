"""Words of one article that are nearly the same and may be one name in two spellings, weighed by a scorecard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.annotations.lookalikes.candidates import near_pairs
from factlint.annotations.lookalikes.evidence import SCORECARD, weighed
from factlint.annotations.lookalikes.forms import forms_of, read_uses
from factlint.annotations.lookalikes.pair import Lists, Pair
from factlint.article import Weighed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookalike(Weighed):
    """One place of a word that has a near one in the article; each place of both sides is a fact.

    ``form`` is the word and ``other`` the near one, ``pair`` both in order; ``suspect`` says that of the two this one
    is less borne out: which is wrong is not said by that. ``likely`` is the right form where lists or the number of
    uses leave little doubt. ``odds`` speaks for the two being one name; ``edits`` is how many letters apart they are.
    """

    form: str
    other: str
    suspect: bool
    edits: int
    likely: str | None

    @property
    def pair(self) -> str:
        """Both forms in alphabetical order: the same for the two sides."""
        return " / ".join(sorted((self.form, self.other)))


def _find(reading: Reading) -> Iterable[Lookalike]:
    for pair in pairs_of(reading):
        odds, counted = weighed(pair)
        likely = pair.right.text if pair.clear else None
        for form, other, suspect in ((pair.right, pair.suspect, False), (pair.suspect, pair.right, True)):
            for start, end in form.places:
                yield Lookalike(
                    start=start,
                    end=end,
                    text=reading.text[start:end],
                    place=reading.place(start),
                    form=form.text,
                    other=other.text,
                    suspect=suspect,
                    odds=odds,
                    counted=counted,
                    edits=pair.edits,
                    likely=likely if suspect else None,
                )


def pairs_of(reading: Reading) -> Iterator[Pair]:
    """Every two near forms of an article."""
    lists = Lists(reading)
    for one, other, edits in near_pairs(forms_of(reading)):
        read_uses(reading, one)
        read_uses(reading, other)
        yield Pair(one, other, edits, lists)


KIND = Kind(
    name="lookalike",
    fact=Lookalike,
    find=_find,
    scorecard=tuple((piece.name, piece.weight) for piece in SCORECARD),
)
