"""How words came to the article: which outlet heard them, why nobody is named, in which language they were spoken."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from factlint.annotations.quotes.cues import FINITE, GERUND
from factlint.text.deferred import deferred
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.annotations import Reading
    from factlint.knowledge import Knowledge

_SAID = FINITE | GERUND
_TOLD = frozenset({"told", "telling", "tells", "tell"})
# Whom somebody told: capitalised words soon behind the verb.
_HEARER = deferred(r"\b(?:told|telling|tells?) ((?:[Tt]he )?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3})")
_REACH = 120
# Why a source is not named, as agencies and their style books have it.
_REASON = deferred(
    r"\b(?:on (?:the )?condition (?:of anonymity|that (?:he|she|they) (?:not )?be)"
    r"|(?:not to|(?:to|he|she|they) not) be (?:named|identified|quoted by name)|declined to be (?:named|identified)"
    r"|(?:request|grant|ask)\w* (?:for )?anonymity"
    r"|(?:was|were) (?:not|n[o’']t) authori[sz]ed to (?:speak|discuss|comment|talk|brief)\w*)"
)
# So many code points behind these words are read as more of the reason, to where it is surely at its end.
_MORE = 160
_OVER = deferred(r"[;\n\"“”«»]| [‘—–-]|,(?: (?:he|she|they|who|(?:the|an?) \w+))? (\w+)")


class Sourcing:
    """What one article says of how the words of its quotations came to it."""

    def __init__(self, reading: Reading, outlet: Callable[[str], str | None]) -> None:
        self._reading = reading
        self._outlet = outlet

    def told(self, cue: str | None, speaker_end: int, quotation_end: int) -> str | None:
        """The outlet that heard the words: Reuters in ``the minister told Reuters``."""
        if cue not in _TOLD:
            return None
        text = self._reading.text
        for start in (speaker_end, quotation_end):
            hearer = _HEARER.search(text, start, min(len(text), start + _REACH))
            if hearer is not None:
                words = hearer.group(1).split()
                found = (self._outlet(" ".join(words[:count])) for count in range(len(words), 0, -1))
                return next((name for name in found if name), None)
        return None

    def reason(self, start: int) -> str | None:
        """Why the speaker at an offset is not named, where the same paragraph or one beside it says so."""
        paragraph = self._paragraph(start)
        return next((words for at, words in self._reasons if abs(at - paragraph) <= 1), None)

    @cached_property
    def _reasons(self) -> list[tuple[int, str]]:
        """The reasons that the article gives, with their paragraphs."""
        text, end, found = self._reading.text, 0, []
        for match in _REASON.finditer(text):
            if match.start() >= end:
                end = self._end_of_reason(match.end())
                found.append((self._paragraph(match.start()), text[match.start() : end]))
        return found

    def _end_of_reason(self, start: int) -> int:
        """Where a reason that goes on at ``start`` ends: with the sentence, or before words of what was said."""
        text = self._reading.text
        last = min(self._reading.sentence_bounds(start - 1)[1], start + _MORE)
        if last == start + _MORE and text[last : last + 1].isalnum():
            last = text.rfind(" ", start - 1, last)
        over = (match.start() for match in _OVER.finditer(text, start, last) if match[1] is None or match[1] in _SAID)
        return start + len(text[start : next(over, last)].rstrip(" ,.!?"))

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._reading.paragraphs]

    def _paragraph(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def foreign(self, entity: str | None) -> bool:
        """Whether the words are a translation: the article is one, or the speaker speaks another language in public."""
        return self._translated or (entity in self._speak and self._language not in self._speak[entity])

    @cached_property
    def _translated(self) -> bool:
        return bool(self._reading.article.metadata.translated)

    @cached_property
    def _language(self) -> str:
        return _main(self._reading.article.metadata.language or "en")

    @cached_property
    def _speak(self) -> dict[str | None, frozenset[str]]:
        return self._reading.knowledge.kept("languages", _languages)


def _languages(knowledge: Knowledge) -> dict[str | None, frozenset[str]]:
    """The languages that people speak in public, where the desk knows them, by their keys.

    Office holders of whom it does not say are taken to speak those of their country.
    """
    spoken: dict[str | None, frozenset[str]] = {}
    countries = _of_countries(knowledge)
    for office in knowledge.rows("office"):
        own = frozenset[str]().union(*(countries.get(comparable(nation), ()) for nation in office.nations))
        if own and office.holder is not None:
            spoken[office.holder] = spoken.get(office.holder, frozenset()) | own
    people = knowledge.rows("person")
    return spoken | {person.key: frozenset(map(_main, person.languages)) for person in people if person.languages}


def _of_countries(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """The languages of countries by every name of the country and its people."""
    found: dict[str, frozenset[str]] = {}
    for place in knowledge.rows("place"):
        if place.languages:
            own = frozenset(map(_main, place.languages))
            found.update((comparable(form), own) for form in (place.name, *place.also, *place.demonyms))
    return found


def _main(code: str) -> str:
    return code.split("-", 1)[0].casefold()
