"""The fact: what an article calls a person at one place."""

from __future__ import annotations

from factlint.article import Annotation, fact
from factlint.text.forms import folded


@fact
class Role(Annotation):
    """What a person is called where a name stands with a title; the span is that of the name.

    ``person`` is who is meant, equal for all names of one person in the article, None where two could be meant.
    ``surname``, ``given``, ``entity`` and ``title`` are those of the name.

    ``seat`` is the office or rank in plain words, one for all its wordings (president, foreign minister, senator), the
    last word of the title for any other; ``excludes`` are the seats that nobody holds at the same time, and ``single``
    says that the seat has one holder at a time in its nation or organisation. ``nation`` is the country that the title
    names, as the desk calls it; ``body`` any other words of the title before or behind the seat: a state, a company, a
    team. ``office`` is the key of the listed office where the title names its nation; ``offices`` are the keys of all
    that the words may name, and ``held`` says whether the known person ever held one of these. ``also`` are further
    seats that the sentence names in small letters right behind the name (Rep. Novak, the House speaker).

    ``tense`` says when the person is said to hold it: ``present``, ``past`` (former, then), ``unreal`` (next, elect, a
    President X) or ``lesser`` (deputy, acting). ``dated`` says that the passage looks back, to an earlier year or to
    some time ago; ``changes`` that the sentence speaks of somebody who gets or leaves a post. ``times`` is how often
    the article gives this person this seat in the present, ``rank`` how high the seat is (3: heads of state).

    ``seats`` is how many different seats, or seats of different nations and bodies, the article gives this person;
    ``first`` says that no role before this one says the same of the same person, ``leads`` that none has the same seat
    and nation or body; ``shared`` that the article gives the seat, with no nation named, to others as well.
    """

    surname: str
    title: str
    seat: str
    given: str | None = None
    person: str | None = None
    entity: str | None = None
    excludes: tuple[str, ...] = ()
    single: bool = False
    nation: str | None = None
    body: str | None = None
    office: str | None = None
    offices: tuple[str, ...] = ()
    held: bool | None = None
    also: tuple[str, ...] = ()
    tense: str = "present"
    dated: bool = False
    changes: bool = False
    rank: int = 0
    times: int = 0
    seats: int = 1
    first: bool = True
    leads: bool = True
    shared: bool = False

    @property
    def realm(self) -> str | None:
        """The nation or the body, whichever the title names."""
        return self.nation or self.body

    @property
    def plain(self) -> str:
        """The surname without case and accents."""
        return folded(self.surname)
