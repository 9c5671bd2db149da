"""Who is meant: mentions of one article against each other and against the people that the desk knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.names.index import only
from factlint.annotations.names.title_words import FEMALE
from factlint.annotations.names.words import PARTICLES
from factlint.text.forms import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.annotations.names.index import Index
    from factlint.annotations.names.mention import Mention


class Cast:
    """The people of one article: who was introduced with a full name, by surname."""

    def __init__(self, mentions: Sequence[Mention], index: Index) -> None:
        self.index = index
        self.full: dict[str, dict[str, Mention]] = {}
        self.known: set[str] = set()
        for mention in mentions:
            if mention.given is not None and mention.kind in ("person", "unknown"):
                self._introduce(mention)
        titled = {folded(mention.surname) for mention in mentions if mention.bare and mention.kind == "person"}
        for mention in mentions:
            if mention.bare:
                self._by_title(mention)
            elif mention.given is not None and mention.kind == "unknown":
                self._bear_out(mention, titled)

    def _bear_out(self, mention: Mention, titled: set[str]) -> None:
        """A full name is a person's when it is one elsewhere in the article, or its surname has a title there."""
        surname = folded(mention.surname)
        if folded(mention.form) in self.full.get(surname, {}) or surname in titled:
            mention.kind = "person"
            self.full.setdefault(surname, {}).setdefault(folded(mention.form), mention)

    def _introduce(self, mention: Mention) -> None:
        mention.entity = _full_entity(mention, self.index)
        if mention.entity is not None:
            mention.kind = "person"
            as_written = mention.given, mention.surname
            mention.given, mention.surname = self.index.parts.get(folded(mention.form), as_written)
            self.known.add(mention.entity)
        if mention.kind == "person" or mention.title is not None:
            for surname in surname_forms(mention.surname):
                self.full.setdefault(surname, {}).setdefault(folded(mention.form), mention)

    def _by_title(self, mention: Mention) -> None:
        """Who the title settles: German Chancellor Merz, President Putin."""
        title = mention.title
        if title is None:
            return
        surname = folded(mention.surname)
        keys = self.index.holders.get(title.office) if title.office else self.index.by_title.get(title.head)
        mention.entity = self.index.among(surname, keys)
        if mention.entity is not None:
            self.known.add(mention.entity)

    def settle(self, mention: Mention) -> None:
        """Say of a surname that stands alone who it is, as far as the article or the desk's list settles it."""
        surname = folded(mention.surname)
        introduced = self._introduced(surname)
        mention.introduced = introduced.form if introduced else None
        if mention.entity is None:
            mention.entity = introduced.entity if introduced else self._unintroduced(mention, surname)
        if mention.entity is not None or surname in self.full:
            mention.kind = "person"

    def _introduced(self, surname: str) -> Mention | None:
        """The one person of this surname whom the article names in full."""
        found = list(self.full.get(surname, {}).values())
        if len(found) > 1 and len({mention.entity for mention in found}) == 1 and found[0].entity is not None:
            return found[0]
        givens = {_first_given(mention) for mention in found}
        return found[0] if len(givens) == 1 else None

    def _unintroduced(self, mention: Mention, surname: str) -> str | None:
        """Who a surname means by itself; Mrs. and Ms. may be anybody of that family."""
        if _female(mention):
            return None
        alone = only(self.index.alone.get(surname))
        if surname in self.full:
            return alone if alone in self.known else None
        return self.index.among(surname, self.known) or alone


def surname_forms(surname: str) -> Iterable[str]:
    """The folded surname with and without its particles: von der leyen, leyen."""
    plain = folded(surname)
    yield plain
    words = plain.split(" ")
    while len(words) > 1 and words[0] in PARTICLES:
        words = words[1:]
    bare = " ".join(words)
    if bare != plain:
        yield bare
    elif plain[:3] in ("al-", "el-"):
        yield plain[3:]


def _full_entity(mention: Mention, index: Index) -> str | None:
    """The known person whose accepted full form stands here; initials and a middle name may stand between."""
    form = folded(mention.form)
    if form in index.full:
        return index.person(form)
    given = [part for part in (mention.given or "").split(" ") if not _is_initial(part)]
    if len(given) != 1 or not (mention.given or "").startswith(given[0]) or not mention.form.endswith(mention.surname):
        return None
    return index.person(folded(f"{given[0]} {mention.surname}"))


def _is_initial(part: str) -> bool:
    return len(part.rstrip(".")) == 1 or part.endswith(".")


def _first_given(mention: Mention) -> str:
    return folded((mention.given or "").split(" ")[0])


def _female(mention: Mention) -> bool:
    return mention.title is not None and mention.title.words.rsplit(" ", 1)[-1].rstrip(".").lower() in FEMALE
