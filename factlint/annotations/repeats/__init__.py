"""What is printed twice: a word in a row, a sentence, a paragraph."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.annotations.repeats.passages import Twice, printed_twice
from factlint.annotations.repeats.words import doubled_words
from factlint.article import Annotation, fact

if TYPE_CHECKING:
    from collections.abc import Iterable


@fact
class Repeat(Annotation):
    """Something printed twice.

    ``unit`` is word, sentence or paragraph. A doubled word spans both; of a doubled sentence or paragraph this is the
    second one. ``first_start`` and ``first_end`` are where the first one stands.
    """

    unit: str
    first_start: int
    first_end: int

    @property
    def once(self) -> str | None:
        """The first of two doubled words, as it is written; None for a sentence or a paragraph."""
        return self.text[: self.first_end - self.first_start] if self.unit == "word" else None


def _find(reading: Reading) -> Iterable[Repeat]:
    paragraphs = list(printed_twice(reading, reading.paragraphs))
    starts = [paragraph.start for paragraph in paragraphs]
    for paragraph in paragraphs:
        yield _repeat(reading, "paragraph", paragraph)
    for sentence in printed_twice(reading, reading.sentences):
        index = bisect_right(starts, sentence.start) - 1
        # A sentence of a doubled paragraph is reported with it.
        if index < 0 or sentence.start >= paragraphs[index].end:
            yield _repeat(reading, "sentence", sentence)
    for start, end, middle in doubled_words(reading):
        yield _repeat(reading, "word", Twice(start, end, start, middle))


def _repeat(reading: Reading, unit: str, twice: Twice) -> Repeat:
    return Repeat(
        start=twice.start,
        end=twice.end,
        text=reading.text[twice.start : twice.end],
        place=reading.place(twice.start),
        unit=unit,
        first_start=twice.first_start,
        first_end=twice.first_end,
    )


KIND = Kind(name="repeat", fact=Repeat, find=_find)
