"""Double quotation marks without a partner: where a quotation begins or ends that does not end or begin."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from factlint.annotations.quotes.marks import doubles_in, is_closing, is_opening
from factlint.article import Annotation, fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotations import Reading

_ENDS = frozenset(".!?…")
# A text with more of them has something else wrong with it, and the first ones tell.
_MOST = 1_000


@fact
class Stray(Annotation):
    """A double quotation mark without a partner in its paragraph; ``role`` is ``opening`` or ``closing``."""

    role: str


def find_strays(reading: Reading) -> Iterator[Stray]:
    """The marks without a partner, in text order within a paragraph; of a text full of them, the first thousand."""
    text = reading.text
    for start, end, role in islice(_strays(text, reading.paragraphs), _MOST):
        yield Stray(start=start, end=end, text=text[start:end], place=reading.place(start), role=role)


def _strays(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Start and end of each mark without a partner, and its role.

    A quotation of several paragraphs opens again in each; where the next paragraph opens with a mark, the open one
    before it is right, also where the line break was lost. The signs of inches and seconds behind a figure are no
    quotation marks.
    """
    doubles = doubles_in(text)
    if doubles is None:
        return
    for index, (start, end) in enumerate(paragraphs):
        if '="' in text[start:end]:
            continue  # left-over markup
        behind = paragraphs[index + 1][0] if index + 1 < len(paragraphs) else len(text)
        opened: list[tuple[int, int]] = []
        for mark in doubles.finditer(text, start, end):
            low, high = mark.span()
            if opened and _reopens(text, low):
                opened.clear()
            if text[low - 1 : low].isdigit() and mark.group() in ('"', "''", "”") and not opened:
                continue
            if is_opening(text, low, high, (start, end), inside=bool(opened)):
                opened.append((low, high))
            elif opened:
                opened.pop()
            else:
                yield low, high, "closing"
        following = doubles.match(text, behind)
        if following is None or is_closing(following.group()):
            yield from ((low, high, "opening") for low, high in opened)


def _reopens(text: str, low: int) -> bool:
    """Whether a mark begins a sentence behind another one, as a quotation does that goes on in the next paragraph."""
    return text[low - 1 : low].isspace() and text[max(0, low - 4) : low].rstrip()[-1:] in _ENDS
