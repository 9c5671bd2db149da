"""Words of one article that are nearly the same and may be one name in two spellings, weighed by a scorecard."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.annotations.lookalikes.candidates import near_pairs
from factlint.annotations.lookalikes.evidence import SCORECARD, weighed
from factlint.annotations.lookalikes.forms import form_of, shapes_of, ways_of_writing, words_of
from factlint.annotations.lookalikes.pair import Lists, Pair
from factlint.article import Weighed, fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.annotations.lookalikes.forms import Form


MOST = 500
"""Near words of one article beyond which it is a list of words, and no pair of them means anything."""


@fact
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
        judged = weighed(pair)
        if judged is None:
            continue
        odds, counted = judged
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
    """Every two near forms of an article; none of a list of words."""
    words = words_of(reading.text)
    near = list(islice(near_pairs(shapes_of(words)), MOST + 1))
    if not 0 < len(near) <= MOST:
        return
    written = ways_of_writing(words)
    forms: dict[str, Form | None] = {}
    lists = Lists(reading)
    for one, other, edits in near:
        for shape in (one, other):
            if shape.plain not in forms:
                forms[shape.plain] = form_of(reading, shape, written[shape.plain])
        first, second = forms[one.plain], forms[other.plain]
        if first is not None and second is not None:
            yield Pair(first, second, edits, lists)


KIND = Kind(
    name="lookalike",
    fact=Lookalike,
    find=_find,
    scorecard=tuple((piece.name, piece.weight) for piece in SCORECARD),
)
