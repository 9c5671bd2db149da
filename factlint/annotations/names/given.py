"""Given names: with one of them in front, two capitalised words are a person."""

from __future__ import annotations

from functools import lru_cache

from factlint.annotations.names.words import CAPITAL_PARTICLES, INSTITUTIONS, NOT_NAMES, ORGANISATION, STARTERS
from factlint.text.background import known
from factlint.text.forms import folded
from factlint.text.wordlist import word_set

_USUAL = 5
"""The level in the background list from which a given name is a usual one."""


class GivenNames:
    """The words that are given names first of all, the listed ones and those of the background list."""

    def __contains__(self, word: str) -> bool:
        """Whether a word (composed, with its capital) is a given name."""
        return word in LISTED or _is_given(word)


@lru_cache(maxsize=50_000)
def _is_given(word: str) -> bool:
    """Whether the background list has a word as a given name, rather than as a word, a place or a surname."""
    if word in _OTHER or (len(word) > 1 and word.isupper()):
        return False
    level = known(folded(word))
    if level.word or level.place >= 3:
        return False
    return level.given > _USUAL or 0 < level.given >= level.surname or _is_double(word)


def _is_double(word: str) -> bool:
    """Whether both parts of a word are given names: Jean-Paul."""
    parts = word.split("-")
    return len(parts) == 2 and all(part in GIVEN for part in parts)


@lru_cache(maxsize=50_000)
def also_given(word: str) -> bool:
    """Whether a word is a given name beside what else it is: Crystal, Summer; a surname must then follow."""
    return word not in _OTHER and not word.isupper() and known(folded(word)).given >= _USUAL


GIVEN = GivenNames()

# Names that the background list lacks, or that are words or places as well and given names all the same.
LISTED = word_set(
    """
    Abdel Abu Alexandra Alexey Alvaro Amber Amr Ana Anatoly Andre Andrii Angel Angela Ann Antonio António Arjen Arsene
    Ashraf Austin Barack Ben Bill Billy Blair Blake Bob Bobby Brad Brandon Bronislaw Brooke Bud Carol Carolina Chad
    Charlie Charlotte Christian Chuck Cilia Clark Clay Cliff Colleen Condoleezza Daisy Dale Dawn Dean Denis Denys Dick
    Diego Dieter Dilma Dirk Dmitry Dmytro Don Douglas Drew Duncan Ehud Elizabeth Elliott Eugene Eve Evo Faisal Florence
    Francisco Frank Frank-Walter Gene Gennady George Georgia Geraint Gethin Gilbert Glen Grace Graham Grant Gustavo Guy
    Hank Harrison Harry Hassan Hayley Hazel Heather Hector Helena Holly Hosni Humphrey Ilham Iris Ismail Jack Jade Jan
    Jasmine Jay Jean Jean-Claude Jean-Luc Jean-Marie Jean-Pierre Jenny Jimmy Joao John Johnny Jordan Jose Josh Joss José
    Joy Juan Karol Katya Keir Ken Kent Kit Kobe Kylie Kyriakos Kyrylo Lance Lea Lech Lee Leon Lily Logan Louis Lucas
    Lucia Luis Manmohan Marat Margarita Maria Mariana Marina Marine Mark Martin Marwan Mary Matt Maxim Mick Miguel Mike
    Milan Mitt Mo Mohsen Molly Morgan Muammar Muhammadu Munir Murray Mykhailo Mykola Nancy Narendra Nelson Nick Nicolas
    Nicolás Nigel Nikos Noel Norman Nouri Oleksii Oliver Oprah Orlando Pablo Paddy Paris Pascal Pat Paul Paulo Pedro
    Penny Per Pervez Peter Phoebe Pierre Piers Priti Qasem Rafik Raj Rajiv Ramzan Randy Ray Reg Regina Rich Rick Rob
    Robin Rod Roger Roman Rose Rosemary Ruby Rustem Ruud Sajid Sally Salvador Sandy Sanjay Sauli Schalk Serena Serge
    Serhiy Shaukat Sheila Shimon Shinzo Sofia Spencer Stanley Stelios Stewart Stormy Sue Sydney Taylor Ted Terry Thabo
    Tiger Timothy Tom Tony Tucker Tyler Valerii Vasily Veronica Vicente Victor Victoria Vijay Vincent Viola Virginia
    Vitaly Vladimir Volodymyr Wade Warren Will Woody Yitzhak Zac
    """
)

# Never a given name that opens a person's full name, whatever lists have.
_OTHER = (
    word_set("Avon Bin Chelsea El Fifa Inter Lexus Mercedes Real Sun")
    | CAPITAL_PARTICLES
    | INSTITUTIONS
    | NOT_NAMES
    | ORGANISATION
    | STARTERS
)

# Given names that are places or words as often: one surname has to follow, and no more.
ALSO_PLACES = word_set(
    """
    Austin Carolina Chad Charlotte Florence Georgia Israel Jordan Lucia Mark Milan Orlando Paris Salvador Sofia Sydney
    Victoria Virginia Will
    """
)
