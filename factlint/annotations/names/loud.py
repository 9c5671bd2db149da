"""Lines in capitals and headlines in title case: their capitals mean nothing, only names that stand elsewhere count."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from factlint.annotations.names.mention import Mention
from factlint.annotations.names.words import NOT_NAMES, STARTERS
from factlint.text.forms import folded
from factlint.text.tokens import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.annotations.names.capitals import Word
    from factlint.annotations.names.people import Cast

_LONGEST = 160
_WORDS = re.compile(rf"[^\W\d_][\w{MARKS}'’‘.-]*")
_LONGEST_NAME = 4
_LONG_WORDS = 4


class Loud:
    """The loud lines of a text."""

    def __init__(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> None:
        self._text = text
        short = ((start, end) for start, end in paragraphs if end - start <= _LONGEST)
        self._lines = [(start, end) for start, end in short if is_loud(text[start:end])]
        self._starts = [start for start, _ in self._lines]
        self._words: list[Word] = []

    def quiet(self, words: Iterable[Word]) -> Iterator[Word]:
        """The words outside loud lines; the others are kept for later."""
        if not self._lines:
            yield from words
            return
        for word in words:
            at = bisect_right(self._starts, word.start) - 1
            if at >= 0 and word.start < self._lines[at][1]:
                self._words.append(word)
            else:
                yield word

    def mentions(self, found: Sequence[Mention], cast: Cast) -> Iterator[Mention]:
        """Names in loud lines that the rest of the article or the desk's list has."""
        if not self._words:
            return
        models = {folded(mention.form): mention for mention in reversed(found)}
        at = 0
        while at < len(self._words):
            for size in range(min(_LONGEST_NAME, len(self._words) - at), 0, -1):
                mention = self._mention(self._words[at : at + size], models, cast)
                if mention is not None:
                    yield mention
                    at += size
                    break
            else:
                at += 1

    def _mention(self, words: Sequence[Word], models: dict[str, Mention], cast: Cast) -> Mention | None:
        start, end = words[0].start, words[-1].end
        form = self._text[start:end]
        plain = folded(form)
        if plain in models:
            return _like(models[plain], start, end, form)
        if len(words) > 1 and plain in cast.index.full:
            mention = Mention(start, end, form, "person")
            mention.entity = cast.index.person(plain)
            given, _, surname = form.rpartition(" ")
            mention.given, mention.surname = cast.index.parts.get(plain, (given.title(), surname.title()))
            return mention
        return self._single(start, end, form, plain, cast) if form.capitalize() not in STARTERS | NOT_NAMES else None

    def _single(self, start: int, end: int, form: str, plain: str, cast: Cast) -> Mention | None:
        if plain in cast.full or plain in cast.index.alone:
            mention = Mention(start, end, form, "person")
            mention.surname = form.title() if form.isupper() else form
            mention.single = True
            cast.settle(mention)
            return mention
        kinds = {"place": cast.index.places, "organisation": cast.index.outlets}
        kind = next((kind for kind, forms in kinds.items() if plain in forms), None)
        return Mention(start, end, form, kind) if kind and (form.isupper() or len(form) > 3) else None


def _like(model: Mention, start: int, end: int, form: str) -> Mention:
    """A mention in capitals of somebody or something that stands elsewhere in its usual case."""
    mention = Mention(start, end, form, model.kind)
    mention.given, mention.surname = model.given, model.surname
    mention.entity, mention.introduced, mention.single = model.entity, model.introduced, model.single
    return mention


def is_loud(line: str) -> bool:
    """Whether a line is in capitals, or is a headline in which every longer word begins with one."""
    if line.isupper():
        return " " in line
    if line[-1:] in '.!?"”’':
        return False
    long = [word for word in _WORDS.findall(line) if len(word) > 4]
    return len(long) >= _LONG_WORDS and all(word[0].isupper() for word in long)
