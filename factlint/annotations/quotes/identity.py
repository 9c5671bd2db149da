"""Who stands behind the words for a speaker: a known person, an outlet, somebody who is not named."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.annotations import Reading

# Words for people who speak on condition that they are not named.
_UNNAMED = frozenset(
    "official officials source sources diplomat diplomats aide aides insider insiders person people someone somebody adviser "
    "advisers advisor advisors strategist strategists operative operatives staffer staffers lawmaker lawmakers minister ministers "
    "negotiator negotiators officer officers executive executives employee employees lobbyist lobbyists donor donors delegate "
    "delegates one another others some many both critics".split()
)
_CUT = re.compile(r"\b(?:of|for|at|from|in|with|to|on|by|close|familiar|briefed|involved|who|that)\b|[,(—–]")
_LAST_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*\W*\Z")
# The last words of names of outlets; before them another capitalised word, or "the" where the name was given in full before.
_PRESS = re.compile(
    r"(?:(?:[Tt]he )?(?:[A-Z][\w.&-]* ){1,3}|[Tt]he )"
    r"(?:Times|Post|Journal|Tribune|Herald|Gazette|Chronicle|Guardian|Telegraph|Observer|Independent|Inquirer|Examiner|Courier"
    r"|Dispatch|Magazine|News|Press|Globe|Bee)"
)
_SINGULAR = frozenset({"he", "she"})


class Identity(NamedTuple):
    """What is known of a speaker: ``entity`` is the key of a person, ``outlet`` the name of an outlet."""

    entity: str | None = None
    outlet: str | None = None
    anonymous: bool = False


class Identities:
    """The identities of the speakers of one article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.text
        self._last: Identity | None = None
        self._last_paragraph = -1

    def of(self, start: int, end: int, paragraph: int) -> Identity:
        """The identity of the speaker who is named at ``start`` to ``end``; speakers are asked for in text order."""
        words = self._text[start:end]
        if words.lower() in _SINGULAR:
            found = self._antecedent(start, paragraph)
        elif outlet := self.outlet(words):
            found = Identity(outlet=outlet)
        else:
            entity = self._person(start, end) or self._holder(words, paragraph, start)
            found = Identity(entity=entity, anonymous=entity is None and _is_unnamed(words))
        self._last, self._last_paragraph = found, paragraph
        return found

    def outlet(self, words: str) -> str | None:
        """The name of the outlet that a phrase names: one that is known, or by the form of its name."""
        form = comparable(words).removeprefix("the ")
        if form in self._outlets:
            return self._outlets[form]
        return words.removeprefix("the ").removeprefix("The ") if _PRESS.fullmatch(words) else None

    @cached_property
    def _outlets(self) -> dict[str, str]:
        rows = self._reading.knowledge.rows("outlet")
        return {comparable(form).removeprefix("the "): row.name for row in rows for form in (row.name, *row.also)}

    @cached_property
    def _people(self) -> list[Any]:
        """The mentions of people outside quotation marks."""
        try:
            names = self._reading.layer("name")
        except KeyError:
            return []
        return [name for name in names if getattr(name, "kind", "person") in {"person", None} and not name.quoted]

    @cached_property
    def _starts(self) -> list[int]:
        return [name.start for name in self._people]

    def _mentions(self, start: int, end: int) -> list[Any]:
        return self._people[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _person(self, start: int, end: int) -> str | None:
        """The one known person whose name ends the phrase; in ``a spokesman for Merz`` he does not."""
        inside = self._mentions(start, end)
        if len(inside) != 1 or inside[0].end < end or _CUT.search(self._text[start : inside[0].start]):
            return None
        entity: str | None = inside[0].entity
        return entity

    def _antecedent(self, start: int, paragraph: int) -> Identity:
        """Whom ``he`` or ``she`` means, if one person alone was spoken of in the paragraph, or nobody since the last speaker."""
        last = self._last if self._last_paragraph >= paragraph - 1 else None
        before = self._mentions(self._reading.paragraphs[paragraph][0], start)
        if not before:
            return last._replace(outlet=None) if last else Identity()
        people = {getattr(name, "surname", None) or name.text for name in before}
        if len(people) > 1:
            return Identity()
        entity = next((name.entity for name in before if name.entity), None)
        clash = last is not None and self._last_paragraph == paragraph and last != Identity(entity=entity)
        return Identity() if clash else Identity(entity=entity)

    def _holder(self, words: str, paragraph: int, start: int) -> str | None:
        """Who ``the U.S. president`` is: the only person named before in the paragraph who ever held that office."""
        holders = self._offices.get(comparable(words).removeprefix("the "))
        if not holders:
            return None
        before = self._mentions(self._reading.paragraphs[paragraph][0], start)
        named = {name.entity for name in before if name.entity in holders}
        return named.pop() if len(named) == 1 else None

    @cached_property
    def _offices(self) -> dict[str, frozenset[str]]:
        holders: dict[str, set[str]] = {}
        for row in self._reading.knowledge.rows("office"):
            for form in _descriptions(row.titles, row.nations):
                holders.setdefault(form, set()).update([row.holder] if row.holder else [])
        return {form: frozenset(keys) for form, keys in holders.items()}


def _descriptions(titles: Iterable[str], nations: Iterable[str]) -> Iterable[str]:
    countries = list(nations)
    for title in titles:
        for nation in countries:
            yield comparable(f"{nation} {title}")


def _is_unnamed(words: str) -> bool:
    """Whether the head of a phrase is a word for somebody, not a name."""
    cut = _CUT.search(words)
    head = words[: cut.start()] if cut and cut.start() > 2 else words
    found = _LAST_WORD.search(head.strip())
    return found is not None and comparable(found.group()) in _UNNAMED
