"""Who stands behind the words for a speaker: a known person, an outlet, somebody who is not named."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.deferred import deferred
from factlint.text.forms import comparable
from factlint.text.tokens import MARKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from factlint.annotations import Reading
    from factlint.knowledge import Knowledge
    from factlint.knowledge.offices import Office

# Words for people whom a report quotes without their names.
_UNNAMED = frozenset(
    word
    for words in (
        "official officials source sources diplomat diplomats aide aides insider insiders person people someone",
        "somebody adviser advisers advisor advisors strategist strategists operative operatives staffer staffers",
        "minister ministers",
        "lawmaker lawmakers negotiator negotiators officer officers executive executives employee employees lobbyist",
        "lobbyists donor donors delegate delegates one another others some many both critics",
    )
    for word in words.split()
)
_BEHIND_HEAD = deferred(r"\b(?:of|for|at|from|in|with|to|on|by|close|familiar|briefed|involved|who|that)\b|[,(—–]")
# Before a name in the same phrase they show that somebody else speaks, or others too.
_OTHERS = deferred(_BEHIND_HEAD.pattern + r"|\band\b")
# Behind a name: what somebody else is to its bearer (“said Holt campaign spokeswoman Eva Roe”), or where he is from
# (“said Jan Holt of Oslo”).
_ATTRIBUTE = deferred(r"(?:[’']s?)? [a-z]")
_BELONGING = deferred(r" (?:of|from|at)(?: (?!and )[^\s,;:()]+)+")
_LAST_WORD = deferred(rf"[^\W_]+(?:[’'{MARKS}-]+[^\W_]+)*\W*\Z")
# Names of outlets by their last word, behind capitalised words or, where the name was given in full before, "the".
_PRESS = deferred(
    r"(?:(?:[Tt]he )?(?:[A-Z][\w.&-]* ){1,3}|[Tt]he )"
    r"(?:Times|Post|Journal|Tribune|Herald|Gazette|Chronicle|Guardian|Telegraph|Observer|Independent|Inquirer|Examiner"
    r"|Courier|Dispatch|Magazine|News|Press|Globe|Bee)"
)
_SINGULAR = frozenset({"he", "she"})
# A name that could be anything is a place behind these.
_TO_PLACES = (" in ", " at ", " near ", " from ")


class Where(NamedTuple):
    """The paragraph in which a speaker is named; ``first``: in the first sentence of it."""

    paragraph: int
    first: bool


class Identity(NamedTuple):
    """What is known of a speaker.

    ``entity`` is the key of a known person, ``outlet`` the name of an outlet. ``who`` is one for all words for one
    speaker: for a person as for a name (``Name.who``), for an outlet its name, folded.
    """

    entity: str | None = None
    outlet: str | None = None
    anonymous: bool = False
    who: str | None = None


class Identities:
    """The identities of the speakers of one article, who are asked for in text order.

    Only a pronoun is read by who was asked for before it. What may ask for somebody in between, and is read for
    nothing else, is to be ``put_off`` until then.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.text
        self._last = Identity()
        self._last_paragraph = -2
        self._untold: list[Callable[[], object]] = []

    def put_off(self, ask: Callable[[], object]) -> None:
        """Takes what may ask for a speaker; it is called when a pronoun is asked for, if nobody is named until then."""
        self._untold.append(ask)

    def close(self) -> None:
        """Nobody is asked for any more: what was put off, which holds who put it off, is let go."""
        self._untold.clear()

    def of(self, start: int, end: int, where: Where) -> Identity:
        """The identity of the speaker whom the text from ``start`` to ``end`` names."""
        words = self._text[start:end]
        untold, self._untold = self._untold, []
        if words.lower() in _SINGULAR:
            for ask in untold:
                ask()
            found = self._antecedent(start, where)
        elif outlet := self.outlet(words):
            found = Identity(outlet=outlet, who=comparable(outlet))
        else:
            person = self._person(start, end)
            entity = (person.entity if person else None) or self._holder(words, start, where)
            unnamed = entity is None and _is_unnamed(words)
            found = Identity(entity=entity, anonymous=unnamed, who=entity or (person.who if person else None))
        self._last, self._last_paragraph = found, where.paragraph
        return found

    def outlet(self, words: str) -> str | None:
        """The name of the outlet that a phrase names: one that is known, or by the form of its name."""
        known = self._reading.knowledge.kept("outlet-names", _outlets).get(comparable(words).removeprefix("the "))
        if known or not _PRESS.fullmatch(words):
            return known
        return words.removeprefix("the ").removeprefix("The ")

    @cached_property
    def _names(self) -> Sequence[Any]:
        """The names outside quotation marks that are, or may be, people's, and so leave open who a pronoun is."""
        names: Sequence[Any] = self._reading.layer("name")
        return [name for name in names if not name.quoted and self._may_be_person(name)]

    def _may_be_person(self, name: Any) -> bool:
        if name.kind != "unknown":
            return bool(name.kind == "person")
        return not self._text[max(0, name.start - 7) : name.start].endswith(_TO_PLACES)

    @cached_property
    def _starts(self) -> list[int]:
        return [name.start for name in self._names]

    def _between(self, start: int, end: int) -> Sequence[Any]:
        return self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _before(self, start: int, where: Where) -> Sequence[Any]:
        """The names in the same paragraph before an offset."""
        return self._between(self._reading.paragraphs[where.paragraph][0], start)

    def _person(self, start: int, end: int) -> Any:
        """The person whose name ends the phrase, but for where he is from.

        Not him in ``a spokesman for Merz`` or ``Merz and Macron``.
        """
        *others, found = [name for name in self._between(start, end) if name.kind == "person"] or [None]
        if found is None or _OTHERS.search(self._text, start, found.start):
            return None
        if not all(_ATTRIBUTE.match(self._text, name.end) for name in others):
            return None
        return found if found.end >= end or _BELONGING.fullmatch(self._text, found.end, end) else None

    def _antecedent(self, start: int, where: Where) -> Identity:
        """Whom ``he`` or ``she`` means: the one person of the paragraph so far; if there is none, the last speaker.

        Where the last speaker of the paragraph is somebody else, it stays open.
        """
        spoke_here = self._last_paragraph == where.paragraph
        spoke = spoke_here or (where.first and self._last_paragraph == where.paragraph - 1)
        before = self._before(start, where)
        if not before:
            return self._last if spoke and not self._last.outlet else Identity()
        people = {name.entity or comparable(name.surname) for name in before}
        found = Identity(entity=before[-1].entity, who=before[-1].who)
        settled = len(people) == 1 and found.who and (not spoke_here or self._last == found)
        return found if settled else Identity()

    def _holder(self, words: str, start: int, where: Where) -> str | None:
        """Who ``the U.S. president`` is: the only one named before in the paragraph who ever held that office."""
        holders = self._reading.knowledge.kept("holders", _holders).get(comparable(words).removeprefix("the "))
        if not holders:
            return None
        named = {name.entity for name in self._before(start, where)} & holders
        return named.pop() if len(named) == 1 else None


def _outlets(knowledge: Knowledge) -> dict[str, str]:
    """The names of the known outlets, by each of their forms without the article."""
    rows = knowledge.rows("outlet")
    return {comparable(form).removeprefix("the "): row.name for row in rows for form in (row.name, *row.also)}


def _holders(knowledge: Knowledge) -> dict[str, set[str]]:
    """Everybody who held an office, by the words for the office without a name."""
    holders: dict[str, set[str]] = {}
    for office in knowledge.rows("office"):
        for form in _descriptions(office):
            holders.setdefault(form, set()).update([office.holder] if office.holder else [])
    return holders


def _descriptions(office: Office) -> Iterator[str]:
    for title in office.titles:
        for nation in office.nations:
            yield comparable(f"{nation} {title}")


@lru_cache(maxsize=4096)
def _is_unnamed(words: str) -> bool:
    """Whether the head of a phrase is a word for somebody, not a name."""
    cut = _BEHIND_HEAD.search(words, 3)
    head = words[: cut.start()] if cut else words
    found = _LAST_WORD.search(head.strip()[-60:])
    return found is not None and comparable(found.group()) in _UNNAMED
