"""Lists inside a sentence: "the leaders of Denmark, Finland, the Netherlands and Poland"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.annotations import Kind, Reading
from factlint.annotations.lists.pieces import key, lists_in, may_list
from factlint.article import Annotation, fact
from factlint.text.deferred import deferred
from factlint.text.wordlist import numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.annotations.lists.items import Span

_NUMBERS = numbered("two three four five six seven eight nine ten eleven twelve", 2)
# A number and what it counts, up to five words, then the colon, dash or bracket that brings the list in as complete.
_COUNTED = deferred(
    rf"\b(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})\s(?P<counted>(?:[\w’'-]+\s){{0,4}}[\w’'-]+)"
    r"\s?(?:[:(]\s?|\s?[—–]\s?|\s-\s)\Z"
)
_INEXACT = deferred(
    r"\b(?:least|most|than|about|around|nearly|almost|over|some|roughly|up to|or|to|first|last|next|top|aged?|article"
    r"|chapter|day)\s?\Z",
    re.IGNORECASE,
)
# Behind the last item of a complete list; anything else may bring in more items.
_CLOSED = deferred(r"\s?(?:[.;:!?)\]—–]|-\s|[\r\n]|\Z)")
_NUMBER = deferred(rf"\b(?:\d+|{'|'.join(_NUMBERS)})\b")
_EXAMPLES = deferred(r"\b(?:including|such as|among|like|notably|for example|e\.g|especially)\b", re.IGNORECASE)
_LEAD = 80


@fact
class Item(Annotation):
    """One item; ``key`` is how items are compared (no article, no case), ``index`` counts from 0."""

    key: str
    index: int


@fact
class ListFact(Annotation):
    """A list inside a sentence. ``stated_count`` is the number that the sentence gives for it, None without one."""

    items: tuple[Item, ...]
    stated_count: int | None

    @property
    def size(self) -> int:
        """How many items it has."""
        return len(self.items)


def _find(reading: Reading) -> Iterable[ListFact]:
    text = reading.text
    for start, end in reading.sentences:
        if may_list(text, start, end):
            for spans in lists_in(text, start, end):
                yield _fact(reading, spans, start)


def _fact(reading: Reading, spans: Sequence[Span], sentence: int) -> ListFact:
    text = reading.text
    items = []
    for index, (low, high) in enumerate(spans):
        item = text[low:high]
        items.append(Item(start=low, end=high, text=item, place=reading.place(low), key=key(item), index=index))
    low, high = spans[0][0], spans[-1][1]
    return ListFact(
        start=low,
        end=high,
        text=text[low:high],
        place=reading.place(low),
        items=tuple(items),
        stated_count=_stated(text, sentence, low) if _CLOSED.match(text, high) else None,
    )


def _stated(text: str, sentence: int, low: int) -> int | None:
    """The number given for a list that begins at ``low``; a number word inside a name (Six Nations) is none."""
    lead = text[max(sentence, low - _LEAD) : low].removesuffix("the ")
    if low - sentence <= _LEAD:
        lead = lead[:1].lower() + lead[1:]
    match = _COUNTED.search(lead)
    if match is None or _INEXACT.search(lead[: match.start()]):
        return None
    # A second number ("two or three owners", "three of the four") leaves open which of them counts.
    if _EXAMPLES.search(match.group("counted")) or _NUMBER.search(match.group("counted")):
        return None
    number = match.group("number")
    value = _NUMBERS.get(number) or int(number)
    return value if value >= 2 else None


KIND = Kind(name="list", fact=ListFact, find=_find, layer="lists")
