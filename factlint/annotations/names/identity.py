"""Which mentions of an article are one person."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factlint.annotations.names import honorifics
from factlint.annotations.names.nicknames import given_parts, may_be_one
from factlint.text.wordlist import word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from factlint.annotations.names.mention import Mention

_REGNAL = word_set("emperor empress king pope prince princess queen saint sultan")
_YOUNGER = frozenset({"jr", "sr", "ii", "iii", "iv"})


class Somebody:
    """One person of an article, by the full names that are theirs."""

    def __init__(self, mention: Mention) -> None:
        self.first = mention
        self.entity = mention.entity
        self.sex = honorifics.of_given(mention.given)
        self.titles: frozenset[str] = frozenset()
        self._fullest = mention.plain
        self._names: tuple[Mention, ...] = (mention,)

    @property
    def who(self) -> str:
        """What the person is called: the key where the desk knows them, else the fullest form."""
        return self.entity or self._fullest

    def admits(self, mention: Mention) -> bool:
        """Whether a full name of the same surname may be theirs."""
        if mention.entity is not None and self.entity is not None:
            return mention.entity == self.entity
        return all(
            may_be_one(name.given or "", mention.given or "") and _suffix(name) == _suffix(mention)
            for name in self._names
        )

    def take(self, mention: Mention) -> None:
        """Add a full name; they come with the fullest one first."""
        self._names += (mention,)
        self.entity = self.entity or mention.entity
        self.sex = self.sex or honorifics.of_given(mention.given)
        if mention.start < self.first.start:
            self.first = mention

    def is_called(self, mention: Mention) -> None:
        """Note the title of one of their mentions."""
        if mention.title is not None:
            self.titles |= {_head(mention)}
            self.sex = honorifics.of_title(mention.title) or self.sex


class Company:
    """The people of one article by the folded forms of their surnames."""

    def __init__(self, full: Mapping[str, Mapping[str, Mention]], mentions: Iterable[Mention]) -> None:
        self._bearers: dict[str, list[Somebody]] = {}
        self._by_name: dict[str, Somebody | None] = {}
        self._sexes: dict[str, set[str | None]] = {}
        self._regnal: set[str] = set()
        for surname, names in full.items():
            self._bearers[surname] = self._people(names.values())
        for mention in mentions:
            if mention.title is None:
                continue
            if mention.given is not None:
                somebody = self.named(mention)
                if somebody is not None:
                    somebody.is_called(mention)
            elif mention.bare:
                self._sexes.setdefault(mention.family, set()).add(honorifics.of_title(mention.title))
            elif _is_regnal(mention):
                self._regnal.add(mention.plain)

    def _people(self, names: Collection[Mention]) -> list[Somebody]:
        """The people who bear these full names of one surname, the fullest names first."""
        found: list[Somebody] = []
        by_fullness = sorted(names, key=lambda name: (-_fullness(name), name.start)) if len(names) > 1 else names
        for mention in by_fullness:
            known = self._by_name.get(mention.plain)
            fitting = [known] if known else [somebody for somebody in found if somebody.admits(mention)]
            if not fitting:
                fitting = [Somebody(mention)]
            elif len(fitting) == 1 and fitting[0] is not known:
                fitting[0].take(mention)
            if len(fitting) == 1 and fitting[0] not in found:
                found.append(fitting[0])
            self._by_name[mention.plain] = fitting[0] if len(fitting) == 1 else None
        return found

    def named(self, mention: Mention) -> Somebody | None:
        """Who has the full name of a mention; None where it may be two people's."""
        return self._by_name.get(mention.plain)

    def bearer(self, mention: Mention) -> Somebody | None:
        """Whom a surname that stands alone means; None where nobody, or more than one, is introduced with it."""
        bearers = self._bearers.get(mention.family)
        if not bearers:
            return None
        if mention.title is None:
            return bearers[0] if len(bearers) == 1 else None
        sex = honorifics.of_title(mention.title)
        fitting = [somebody for somebody in bearers if sex is None or somebody.sex in (None, sex)]
        if len(fitting) > 1:
            head = _head(mention)
            fitting = [somebody for somebody in fitting if head in somebody.titles] or fitting
        return fitting[0] if len(fitting) == 1 else None

    def who(self, mention: Mention) -> str | None:
        """The identity of a mention of a person."""
        if mention.entity is not None:
            return mention.entity
        if mention.given is not None:
            somebody = self.named(mention)
            return somebody.who if somebody else None
        if not mention.single:
            return mention.plain if _is_regnal(mention) else self.of_given(mention.plain)
        somebody = self.bearer(mention)
        if somebody is not None or mention.family in self._bearers:
            return somebody.who if somebody else None
        # Mr and Mrs Quirl, of whom nobody is introduced, are two.
        return mention.family if len(self._sexes.get(mention.family, set()) - {None}) < 2 else None

    def of_given(self, plain: str) -> str | None:
        """Who alone has a given name (folded) in the article."""
        return self._by_given.get(plain)

    @cached_property
    def _by_given(self) -> dict[str, str | None]:
        """Who has each given name; None for a name that several have."""
        found: dict[str, str | None] = {name: name for name in self._regnal}
        for bearers in self._bearers.values():
            for somebody in bearers:
                for first in given_parts(somebody.first.given or "")[:1]:
                    who = somebody.who
                    found[first] = who if found.get(first, who) == who else None
        return found


def _is_regnal(mention: Mention) -> bool:
    """Whether a given name alone is all the name that somebody has: Prince Harry, Pope Francis."""
    return mention.title is not None and _head(mention) in _REGNAL


def _fullness(mention: Mention) -> int:
    """More for more given names, and for names than for initials."""
    return sum(min(len(part), 3) for part in given_parts(mention.given or ""))


def _suffix(mention: Mention) -> str:
    last = mention.plain.rsplit(" ", 1)[-1].rstrip(".")
    return last if last in _YOUNGER else ""


def _head(mention: Mention) -> str:
    assert mention.title is not None  # noqa: S101 - the callers have looked
    return mention.title.words.rsplit(" ", 1)[-1].rstrip(".,").lower()
