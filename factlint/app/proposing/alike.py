"""Full names that are nearly the same, and what the archive says of them: one person in two spellings, or two people.

The evidence is added up like the logarithm of odds. The weights were set by hand on names of 2,700 news articles.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from factlint.text.background import known
from factlint.text.forms import folded, skeleton

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from factlint.app.proposing.tally import Form

ONE_PERSON = 1.5
"""From these odds on two forms are proposed as one name in two spellings."""
TWO_PEOPLE = 0.0
"""Up to these odds two forms that are both frequent are proposed as two people."""
_SHORTEST = 4
_LONG = 7
_MOST_COMPANIONS = 3
_MANY = 4


class Pair(NamedTuple):
    """Two near full names: the one seen more, and the other; whether their surnames differ, else their given names.

    ``odds`` speak for one person. ``two`` says that nothing does: both spellings are usual names, what the two share is
    too, and neither a title nor their company is the same.
    """

    usual: Form
    rare: Form
    surnames: bool
    odds: float
    two: bool


def near_pairs(forms: Iterable[Form]) -> Iterator[Pair]:
    """Every two forms that share the given name or the surname and are near in the other part, each pair once."""
    forms = tuple(forms)
    for surnames in (True, False):
        shared: dict[str, list[Form]] = defaultdict(list)
        for form in forms:
            shared[folded(form.given if surnames else form.surname)].append(form)
        for group in shared.values():
            for one, other in _near(group, surnames):
                usual, rare = sorted((one, other), key=lambda form: _rank(form, surnames))
                left, right = (folded(form.surname if surnames else form.given) for form in (usual, rare))
                case = _Case(usual, rare, left, right, surnames, len(group))
                yield Pair(usual, rare, surnames, _odds(case), _are_two(case))


def _rank(form: Form, surnames: bool) -> tuple[float, float, float, str]:
    """What is seen more stands first; of equals the one whose name is the more usual."""
    level = _level(folded(form.surname if surnames else form.given), surnames)
    return -form.articles, -form.uses.count, -level, form.name


def _near(group: list[Form], surnames: bool) -> Iterator[tuple[Form, Form]]:
    """One edit leaves the two first letters, the two last ones, or the sound; so only what shares these is compared."""
    blocks: Mapping[str, list[tuple[str, Form]]] = defaultdict(list)
    for form in group:
        part = folded(form.surname if surnames else form.given)
        for key in {part[:2] + "-", "-" + part[-2:], skeleton(part)}:
            blocks[key].append((part, form))
    told: set[tuple[str, str]] = set()
    for block in blocks.values():
        for (left, one), (right, other) in combinations(block, 2):
            names = (one.name, other.name)
            if edits(left, right) and names not in told and names[::-1] not in told:
                told.add(names)
                yield one, other


@lru_cache(maxsize=100_000)
def edits(one: str, other: str) -> int:
    """The edits between two folded words that are near (one; two if they are long or sound alike), else 0.

    Two swapped letters are one edit.
    """
    shorter = min(len(one), len(other))
    if one == other or shorter < _SHORTEST or abs(len(one) - len(other)) > 2:
        return 0
    from rapidfuzz.distance import OSA

    most = 2 if shorter >= _LONG or skeleton(one) == skeleton(other) else 1
    count = OSA.distance(one, other, score_cutoff=most)
    return int(count) if count <= most else 0


# -- evidence


class _Case(NamedTuple):
    """A pair as the questions see it; ``bearers`` is how many forms have the part that the two share."""

    usual: Form
    rare: Form
    left: str
    right: str
    surnames: bool
    bearers: int


def _swapped(case: _Case) -> float:
    return float(sorted(case.left) == sorted(case.right))


def _same_sound(case: _Case) -> float:
    return float(skeleton(case.left) == skeleton(case.right))


def _first_differs(case: _Case) -> float:
    return float(case.left[0] != case.right[0] and not _same_sound(case))


def _plural(case: _Case) -> float:
    return float(case.right in (case.left + "s", case.left + "es"))


def _heads(form: Form) -> set[str]:
    return {folded(title.split()[-1]).rstrip("s") for title in form.titles}


def _same_title(case: _Case) -> float:
    return float(bool(_heads(case.usual) & _heads(case.rare)))


def _titles_differ(case: _Case) -> float:
    return float(bool(case.usual.titles and case.rare.titles) and not _same_title(case))


def _company(case: _Case) -> float:
    """How many full names stand in articles of both, from 0 to 1."""
    shared = set(case.usual.companions) & set(case.rare.companions)
    return min(_MOST_COMPANIONS, len(shared)) / _MOST_COMPANIONS


def _no_company(case: _Case) -> float:
    """Whether both stand beside others, and never beside the same ones."""
    return float(min(len(case.usual.companions), len(case.rare.companions)) > 1 and not _company(case))


def _together(case: _Case) -> float:
    return float(crc32(folded(case.usual.name).encode("utf-8", "surrogatepass")) in case.rare.companions)


def _shared_is_usual(case: _Case) -> float:
    return math.log(case.bearers) / math.log(100)


def _often(case: _Case) -> float:
    """Whether the rarer form is not rare at all, from 0 to 1."""
    return min(1.0, math.log10(case.rare.articles))


def _both_usual(case: _Case) -> float:
    return min(_level(case.left, case.surnames), _level(case.right, case.surnames))


def _rare_is_usual(case: _Case) -> float:
    return _level(case.right, case.surnames)


def _level(word: str, surname: bool) -> float:
    """How usual a word is as a surname or a given name, from 0 to 1."""
    found = known(word)
    return (found.surname if surname else found.given) / 9


_EVIDENCE: tuple[tuple[float, Callable[[_Case], float]], ...] = (
    (1.5, lambda case: float(edits(case.left, case.right) == 1)),
    (1.2, _swapped),
    (1.0, _same_sound),
    (-3.0, _first_differs),
    (-5.0, _plural),
    (2.5, _same_title),
    (-1.2, _titles_differ),
    (3.0, _company),
    (-0.7, _no_company),
    (1.0, _together),
    (-2.2, _shared_is_usual),
    (-2.0, _often),
    (-1.5, _rare_is_usual),
    (-1.5, _both_usual),
)
_BASE = 1.0


def _odds(case: _Case) -> float:
    return _BASE + sum(weight * question(case) for weight, question in _EVIDENCE)


def _are_two(case: _Case) -> bool:
    for_one = (_same_title, _company, _together, _plural)
    return case.bearers >= _MANY and _both_usual(case) > 0 and not any(question(case) for question in for_one)
