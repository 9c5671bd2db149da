"""Lines in capitals and headlines in title case: their capitals mean nothing, only names that stand elsewhere count."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from factlint.annotations.names.capitals import split
from factlint.annotations.names.mention import Draft, Mention
from factlint.annotations.names.parse import look_up
from factlint.annotations.names.words import NOT_NAMES, STARTERS
from factlint.text.deferred import deferred
from factlint.text.forms import folded
from factlint.text.tokens import MARKS
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotations import Reading
    from factlint.annotations.names.people import Cast

_LONGEST = 160
_LONG = 4
# Sentences side by side, a bracket, two teams, a score: no headline.
_TABLE = deferred(r"[a-z]{2}[.!?]['’\"”]? +[A-Z]|\(| v |\d[-–]\d")
_SMALL = deferred(rf"(?<![\w{MARKS}'’‘.-])[a-z][\w{MARKS}'’]*")
_INSIDE = deferred(r"(?<=[\w,] )[A-Z]\w+")
_TITLE_SMALL = word_set(
    """
    a al amid an and are as at but by da de del der di du el en for from if in into is la le nor of off on or over per
    so than the to up van via von vs with
    """
)
_NO_NAMES = STARTERS | NOT_NAMES
_TITLE_CAPITALS = word_set("A An I The")
_MOST_COMMAS = 2
_WORDS = deferred(rf"[^\W\d_][\w{MARKS}'’‘.-]*")
_LONGEST_NAME = 4
_LONG_WORDS = 4


class Loud:
    """The loud lines of a text; ``end`` is where the last one ends."""

    def __init__(self, reading: Reading) -> None:
        self._text = text = reading.text
        self._ends = {
            start: end
            for start, end in reading.paragraphs
            if end - start <= _LONGEST and is_loud(text[start:end]) and reading.section_at(start) != "caption"
        }
        self._starts = list(self._ends)
        self._words: list[tuple[int, int]] = []
        self.end = self._ends[self._starts[-1]] if self._starts else 0

    def takes(self, start: int, run: str) -> bool:
        """Whether a run stands in a loud line; its words are then kept for later."""
        at = bisect_right(self._starts, start) - 1
        if at < 0 or start >= self._ends[self._starts[at]]:
            return False
        self._words.extend((start + word.start, start + word.end) for words in split(run) for word in words)
        return True

    def mentions(self, found: Sequence[Mention], cast: Cast) -> Iterator[Mention]:
        """Names in loud lines that the rest of the article or the desk's list has."""
        if not self._words:
            return
        models = {mention.plain: mention for mention in reversed(found)}
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

    def _mention(self, words: Sequence[tuple[int, int]], models: dict[str, Mention], cast: Cast) -> Mention | None:
        start, end = words[0][0], words[-1][1]
        form = self._text[start:end]
        plain = folded(form)
        if plain in models:
            return _like(models[plain], start, end, form)
        if len(words) > 1 and plain in cast.index.full:
            given, _, surname = form.rpartition(" ")
            parts = cast.index.parts.get(plain, (given.title(), surname.title()))
            mention = Mention(Draft(0, len(form), form, "person").named(*parts), start)
            mention.entity = cast.index.person(plain)
            return mention
        return self._single(start, form, plain, cast) if form.capitalize() not in _NO_NAMES else None

    def _single(self, start: int, form: str, plain: str, cast: Cast) -> Mention | None:
        if plain in cast.full or plain in cast.index.alone:
            draft = Draft(0, len(form), form, "person").named(None, form.title() if form.isupper() else form)
            draft.single = True
            look_up(draft, cast.index)
            mention = Mention(draft, start)
            cast.settle(mention)
            return mention
        kinds = {"place": cast.index.places, "organisation": cast.index.outlets}
        kind = next((kind for kind, forms in kinds.items() if plain in forms), None)
        return Mention(Draft(0, len(form), form, kind), start) if kind and (form.isupper() or len(form) > 3) else None


def _like(model: Mention, start: int, end: int, form: str) -> Mention:
    """A mention in capitals of somebody or something that stands elsewhere in its usual case."""
    draft = Draft(0, end - start, form, model.kind).named(model.given, model.surname)
    mention = Mention(draft, start)
    mention.entity, mention.introduced, mention.single = model.entity, model.introduced, model.single
    mention.who = model.who
    return mention


def is_loud(line: str) -> bool:
    """Whether a line is in capitals, or is a headline in which every word of some length begins with one."""
    if line.isupper():
        return " " in line
    if _is_prose(line) or _TABLE.search(line) or line.count(",") + line.count(";") > _MOST_COMMAS:
        return False
    words = _WORDS.findall(line)
    if sum(len(word) > _LONG for word in words) >= _LONG_WORDS:
        return True
    return len(words) >= _LONG_WORDS and _has_capital_inside(line)


def _is_prose(line: str) -> bool:
    """Whether a word stands in small letters that a headline would not leave so."""
    return any(match.group() not in _TITLE_SMALL for match in _SMALL.finditer(line))


def _has_capital_inside(line: str) -> bool:
    """Whether a word that only a headline gives a capital has one: Drop Out."""
    return ":" not in line and any(word in STARTERS and word not in _TITLE_CAPITALS for word in _INSIDE.findall(line))
