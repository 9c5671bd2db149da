"""Who is meant: mentions of one article against each other and against the people that the desk knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.names.index import only
from factlint.annotations.names.words import FEMALE, PARTICLES
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
        for mention in mentions:
            if mention.bare:
                self._by_title(mention)

    def _introduce(self, mention: Mention) -> None:
        mention.entity = _full_entity(mention, self.index)
        if mention.entity is not None:
            mention.kind = "person"
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
        if mention.entity is not None and _female(mention) is None:
            self.known.add(mention.entity)

    def settle(self, mention: Mention) -> None:
        """Say of a surname that stands alone who it is, as far as the article or the desk's list settles it."""
        surname = folded(mention.surname)
        introduced = self._introduced(surname)
        if introduced is not None:
            mention.kind = "person"
            mention.introduced = introduced.form
        if mention.entity is None:
            mention.entity = self._entity(surname, introduced)
        if mention.entity is not None:
            mention.kind = "person"

    def _introduced(self, surname: str) -> Mention | None:
        """The one person of this surname whom the article names in full."""
        found = list(self.full.get(surname, {}).values())
        if len(found) > 1 and len({mention.entity for mention in found}) == 1 and found[0].entity is not None:
            return found[0]
        givens = {_first_given(mention) for mention in found}
        return found[0] if len(givens) == 1 else None

    def _entity(self, surname: str, introduced: Mention | None) -> str | None:
        if introduced is not None:
            return introduced.entity
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
    if not given or (mention.given or "").startswith(given[0]) is False:
        return None
    return index.person(folded(f"{given[0]} {mention.surname}")) if len(given) == 1 and mention.form.endswith(mention.surname) else None


def _is_initial(part: str) -> bool:
    return len(part.rstrip(".")) == 1 or part.endswith(".")


def _first_given(mention: Mention) -> str:
    return folded((mention.given or "").split(" ")[0])


def _female(mention: Mention) -> str | None:
    title = mention.title
    last = title.words.split(" ")[-1].rstrip(".").lower() if title else ""
    return last if last in FEMALE else None
