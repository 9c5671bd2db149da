"""What the words of a title say: the seat, of which nation or body, held now or not."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from factlint.annotations.roles.seats import (
    COMMITTEES,
    LESSER,
    LONGEST,
    NO_ROLE,
    PAST,
    PLAIN,
    SEATS,
    SHADOW,
    UNREAL,
    WITH_CAPITAL,
    Seat,
)
from factlint.text.deferred import deferred
from factlint.text.forms import folded

_PREFIX = deferred(r"(?:then|former|ex|late|one-time)-(?=[a-z])")
_SUFFIX = deferred(r"-(?:elect|designate|in-waiting)$")
_LEFT_OUT = PLAIN | PAST | UNREAL | LESSER
_EDGES = "\"'“”‘’()[],;:"


class Wording(NamedTuple):
    """A title taken apart.

    ``words`` are those of its seat, ``around`` what else names the nation or the body, ``named`` whether that is a name
    and of one body only; ``tense`` is what the title shows of it.
    """

    seat: Seat
    words: str
    around: str
    named: bool
    tense: str


@lru_cache(maxsize=10_000)
def wording(title: str) -> Wording | None:
    """The parts of a title; None for words of courtesy or kinship."""
    raw = title.split()
    words = [_plain(word) for word in raw]
    if not words or words[-1] in NO_ROLE:
        return None
    tense = "present"
    if _PREFIX.match(words[0]):
        words[0], tense = _PREFIX.sub("", words[0]), "past"
    if _SUFFIX.search(words[-1]):
        words[-1], tense = _SUFFIX.sub("", words[-1]), "unreal"
    seat, first, last = _at_end(words) or _before_of(words) or (Seat(words[-1]), len(words) - 1, len(words))
    if last - first == 1 and words[first] in WITH_CAPITAL and raw[first][:1].islower():
        seat = Seat(f"a {words[first]}")
    if "shadow" in words[:first]:
        seat = SHADOW
    around = _around(words, first, last)
    return Wording(
        seat,
        " ".join(words[first:last]),
        " ".join(words[at] for at in around).removesuffix("'s"),
        all(raw[at].lstrip(_EDGES)[:1].isupper() and words[at] not in COMMITTEES for at in around),
        _tense(words[:first], tense),
    )


def _around(words: list[str], first: int, last: int) -> list[int]:
    """The places of the words beside a seat that name a nation or a body."""
    lead = [at for at in range(first) if words[at] not in _LEFT_OUT]
    return lead + [at for at in range(last, len(words)) if words[at] not in ("of", "the")]


def _plain(word: str) -> str:
    """A word in lower case without accents and signs at its edges; U.S. keeps its stops, Gov. does not."""
    plain = folded(word).strip(_EDGES)
    return plain if plain.count(".") > 1 else plain.rstrip(".")


def _at_end(words: list[str]) -> tuple[Seat, int, int] | None:
    """The longest wording of a seat at the end of a title, with its place."""
    for size in range(min(LONGEST, len(words)), 0, -1):
        seat = SEATS.get(" ".join(words[-size:]))
        if seat is not None:
            return seat, len(words) - size, len(words)
    return None


def _before_of(words: list[str]) -> tuple[Seat, int, int] | None:
    """The wording of a seat before "of": president of the European Parliament."""
    if "of" not in words[1:]:
        return None
    return _at_end(words[: words.index("of", 1)])


def _tense(lead: list[str], tense: str) -> str:
    for word in reversed(lead):
        if word in PAST:
            return "past"
        if word in UNREAL:
            return "unreal"
        if word in LESSER and word != "shadow":
            return "lesser"
    return tense


@lru_cache(maxsize=10_000)
def tense_before(word: str) -> str:
    """What the word right before a title makes of it: ``present`` where it is no guard."""
    plain = _plain(word)
    return "present" if word[-1:] in ",;:.!?)" else _tense([plain], "present")
