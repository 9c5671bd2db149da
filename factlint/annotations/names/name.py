"""The fact: a name as it is written, and who is meant."""

from __future__ import annotations

from factlint.article import Annotation, Part, fact
from factlint.knowledge.ending import class_form
from factlint.text.deferred import deferred
from factlint.text.forms import folded, skeleton


@fact
class Name(Annotation):
    """A name of a person, a place, an organisation, or of what cannot be told (``kind`` unknown).

    The span holds the name alone: no title, no possessive ending. ``given`` and ``surname`` are as they are written; in
    a line of capitals the surname has its usual case. Of anything but a person the surname is the whole name. ``bare``
    says that the surname stands alone; ``introduced`` is then the full name that the article gives elsewhere, None
    where it gives none, or several and does not settle which.

    ``title`` is what the text calls the person before or right after the name ("German Chancellor"), ``office`` the key
    of the listed office that these words name, None for a past, deputy, elected or otherwise qualified one and where no
    nation is named. ``entity`` is the key of the known person: only for a spelling that the desk accepts.

    ``who`` is the same for all mentions of one person in the article: the key of the known person, else the fullest
    form of the name here, folded; None where two people could be meant. ``line`` says that the name stands in no
    sentence but in a line of scores, of a team (or a cast), of credits, an index or a list; None for prose.
    """

    surname: str
    given: str | None = None
    title: str | None = None
    office: str | None = None
    kind: str = "unknown"
    entity: str | None = None
    bare: bool = False
    introduced: str | None = None
    who: str | None = None
    line: str | None = None

    @property
    def family(self) -> Part:
        """The surname where it stands; the whole name where the text writes it in another way."""
        at = self.text.casefold().rfind(self.surname.casefold())
        if at < 0 or len(self.text) != len(self.text.casefold()):
            return Part(start=self.start, end=self.end, text=self.text, place=self.place)
        end = at + len(self.surname)
        return Part(start=self.start + at, end=self.start + end, text=self.text[at:end], place=self.place)

    @property
    def plain(self) -> str:
        """The surname without case and accents: equal for Erdogan and Erdoğan."""
        return folded(self.surname)

    @property
    def skeleton(self) -> str:
        """The surname with usual transliteration differences folded: equal for Zelensky and Zelenskyy."""
        return skeleton(self.surname)

    @property
    def transliteration(self) -> str:
        """The surname in one form for all systems of transliteration: equal for Yeltsin and Eltsin."""
        return " ".join(class_form(word) or word for word in _WORDS.split(self.surname))


_WORDS = deferred(r"[\s-]+")
