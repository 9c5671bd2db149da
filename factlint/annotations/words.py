"""Words and phrases that some list names: house style, wrong spellings, forms that should not be mixed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.article import Annotation, fact
from factlint.text.verbatim import verbatim

if TYPE_CHECKING:
    from collections.abc import Iterable


@fact
class Word(Annotation):
    """A listed word or phrase; ``form`` is the form that the list has (the text may be in capitals)."""

    form: str


def _find(reading: Reading) -> Iterable[Word]:
    for hit in reading.literals.find(reading.text):
        if reading.verbatim and verbatim(reading.text, hit.start, hit.end):
            continue
        text = reading.text[hit.start : hit.end]
        yield Word(start=hit.start, end=hit.end, text=text, place=reading.place(hit.start), form=hit.form)


KIND = Kind(name="word", fact=Word, find=_find)
