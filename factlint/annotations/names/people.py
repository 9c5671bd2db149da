"""Who is meant: mentions of one article against each other and against the people that the desk knows."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.annotations.names import honorifics
from factlint.annotations.names.given import GIVEN
from factlint.annotations.names.identity import Company
from factlint.annotations.names.index import only
from factlint.annotations.names.words import ORGANISATION, PARTICLES
from factlint.text.background import known
from factlint.text.deferred import deferred

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Sequence

    from factlint.annotations.names.index import Index
    from factlint.annotations.names.mention import Mention
    from factlint.knowledge.offices import Office

_USUAL = 4
"""The level in the background list from which a surname is a usual one."""

_OCCUPATION = deferred(r"[a-z](?:er|or|ist)\Z")


class Cast:
    """The people of one article: who was introduced with a full name, by surname.

    ``day`` is asked for the day of the article where holders of one office share a surname.
    """

    def __init__(self, mentions: Sequence[Mention], index: Index, day: Callable[[], datetime.date | None]) -> None:
        self.index = index
        self.full: dict[str, dict[str, Mention]] = {}
        self.known: set[str] = set()
        self._day = day
        named = [mention for mention in mentions if mention.given is not None and mention.kind in ("person", "unknown")]
        for mention in named:
            self._introduce(mention)
        self._shorten(named)
        alone = [mention for mention in mentions if mention.single]
        self._bear_out(named, alone)
        for mention in alone:
            if mention.title is not None and mention.bare:
                self._by_title(mention)
        self.company = Company(self.full, mentions)
        self._titled = {mention.family for mention in alone if mention.kind == "person"}

    def _introduce(self, mention: Mention) -> None:
        mention.entity = mention.known
        if mention.entity is None and mention.title is not None:
            mention.entity = self._holder(mention, self.index.full.get(mention.plain))
        if mention.entity is not None:
            mention.kind = "person"
            self.known.add(mention.entity)
        if mention.kind == "person" or mention.title is not None:
            self._add(mention)

    def _add(self, mention: Mention) -> None:
        for surname in surname_forms(mention.family):
            self.full.setdefault(surname, {}).setdefault(mention.plain, mention)

    def _shorten(self, named: Sequence[Mention]) -> None:
        """Take the end of a longer name for the double surname that it is: Lloyd Webber, García Márquez."""
        tails = {plain.partition(" ")[2] for names in self.full.values() for plain in names if plain.count(" ") > 1}
        short: set[str] = set()
        for mention in named:
            family = self._double_surname(mention, tails)
            if family is not None:
                for surname in surname_forms(mention.family):
                    self.full.get(surname, {}).pop(mention.plain, None)
                mention.given, mention.surname, mention.single = None, mention.form, True
                mention.family = family
                short.add(mention.plain)
        for mention in named if short else ():
            rest = mention.plain.partition(" ")[2]
            if rest in short:
                self.full.setdefault(rest, {}).setdefault(mention.plain, mention)

    def _double_surname(self, mention: Mention, tails: set[str]) -> str | None:
        """The surname (folded) that a mention is, in spite of its several words; None for a full name."""
        if mention.title is not None or mention.entity is not None:
            return None
        if mention.plain in tails:
            return mention.plain if _begins_with_surname(mention) else None
        # The article of an Arabic surname may stand apart: Al Fayed of Mohammed al-Fayed.
        joined = mention.plain.replace(" ", "-", 1)
        return joined if mention.plain[:3] in ("al ", "el ") and joined in self.full else None

    def _bear_out(self, named: Sequence[Mention], alone: Sequence[Mention]) -> None:
        """A full name is a person's when it is one elsewhere in the article, or its surname has a title there.

        So it is when its last word, which means nothing else, stands alone as surnames do.
        """
        titled = {mention.family for mention in alone if mention.kind == "person"}
        single = {mention.family for mention in alone}
        for mention in named:
            if mention.kind != "unknown" or mention.given is None:
                continue
            surname = mention.family
            if mention.plain in self.full.get(surname, {}) or surname in titled or self._repeated(mention, single):
                mention.kind = "person"
                self._add(mention)

    def _repeated(self, mention: Mention, single: set[str]) -> bool:
        if mention.family not in single or mention.family in self.index.places:
            return False
        level = known(mention.family)
        words = mention.form.split(" ")
        if level.word or level.place or (level.other and not level.surname) or _OCCUPATION.search(words[0]):
            return False
        return not any(word in ORGANISATION for word in words)

    def _by_title(self, mention: Mention) -> None:
        """Who the title settles: German Chancellor Merz, President Putin."""
        mention.entity = self._holder(mention, self.index.surnames.get(mention.family))
        if mention.entity is not None:
            self.known.add(mention.entity)

    def _holder(self, mention: Mention, bearers: frozenset[str]) -> str | None:
        """The one of these people who ever held the office of a title; of several, the one who holds it on the day."""
        title = mention.title
        if title is None or not bearers:
            return None
        terms = self.index.terms(title.office, title.head)
        holders = {term.holder for term in terms if term.holder and term.holder in bearers}
        if len(holders) < 2:
            return only(holders)
        day = self._day()
        if day is None:
            return None
        return only({term.holder for term in terms if term.holder in holders and _holds(term, day)})

    def settle(self, mention: Mention) -> None:
        """Say of a surname that stands alone who it is, as far as the article or the desk's list settles it."""
        somebody = self.company.bearer(mention)
        mention.introduced = somebody.first.form if somebody else None
        if mention.entity is None:
            mention.entity = somebody.entity if somebody else self._unintroduced(mention)
        if mention.entity is not None or mention.family in self.full:
            mention.kind = "person"
        elif mention.kind == "unknown" and mention.title is None:
            self._settle_unlisted(mention)
        elif mention.kind == "person" and self.is_given(mention):
            mention.single = False

    def _settle_unlisted(self, mention: Mention) -> None:
        """A word that is nothing else is a person where it has a title elsewhere, or is somebody's given name."""
        if mention.family in self._titled and not any(known(mention.family)):
            mention.kind = "person"
        elif self.is_given(mention):
            mention.kind, mention.single = "person", False
        elif mention.family.removesuffix("s") in self.full and mention.family.endswith("s"):
            mention.single = False  # the Trumps

    def is_given(self, mention: Mention) -> bool:
        """Whether a single word is the given name of just one of the people."""
        return self.company.of_given(mention.plain) is not None and mention.form in GIVEN

    def _unintroduced(self, mention: Mention) -> str | None:
        """Who a surname means by itself; Mrs. and Ms. may be anybody of that family."""
        if mention.title is not None and honorifics.of_title(mention.title) == honorifics.FEMALE:
            return None
        if mention.family in self.full:
            return mention.known if mention.known in self.known else None
        return (self.index.among(mention.family, self.known) if self.known else None) or mention.known


@lru_cache(maxsize=50_000)
def surname_forms(plain: str) -> tuple[str, ...]:
    """A folded surname with and without its particles: von der leyen, leyen."""
    words = plain.split(" ")
    while len(words) > 1 and words[0] in PARTICLES:
        words = words[1:]
    bare = " ".join(words)
    if bare == plain and plain[:3] in ("al-", "el-"):
        bare = plain[3:]
    return (plain, bare) if bare != plain else (plain,)


def _begins_with_surname(mention: Mention) -> bool:
    """Whether the first word of what could be a full name may be a surname: Lloyd of Lloyd Webber."""
    return mention.kind == "unknown" or known(mention.plain.partition(" ")[0]).surname >= _USUAL


def _holds(term: Office, day: datetime.date) -> bool:
    return term.since <= day <= (term.assured or term.since)
