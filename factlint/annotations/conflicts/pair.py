"""Two figures of one article that count the same thing and differ, with what speaks for a slip and for two things."""

from __future__ import annotations

import math
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from factlint.annotations.figures.wording import singular
from factlint.text.deferred import deferred

if TYPE_CHECKING:
    from factlint.annotations.figures import Figure

_TOKEN = deferred(r"\w+|[^\w\s]")
_NAME = deferred(r"(?<=\w )[A-Z][A-Za-z]{2,}|\b[A-Z]{2,}\b")
_YEAR = deferred(
    r"\b(?:1[89]|20)\d\d\b(?! ?%)|\b(?:last|next|this) (?:year|month|week)\b|\byears? (?:ago|earlier|later)\b"
)
# £99 (149 euros): an amount and its equal in brackets.
_AMOUNT = deferred(r"([$£€]? ?\d[\d,.]*\d|[$£€]\d)(?! ?%)\D{0,30}\(\D{0,6}\Z")

_KIN_OF_MAGNITUDE = 0.8
LARGE = 1_000
"""Values from which on a number may have lost or won a "million" or a nought."""
_MOST_AROUNDS = 500
_NEAR = 0.95


class Surroundings:
    """The words near the figures of an article, in small letters; of very many figures the first ones speak for all."""

    def __init__(self, figures: tuple[Figure, ...]) -> None:
        self._arounds = tuple(f" {figure.around.lower()}" for figure in figures[:_MOST_AROUNDS])
        self._usual: dict[str, int] = {}

    def usual(self, word: str) -> int:
        """Near how many figures a word stands."""
        if word not in self._usual:
            self._usual[word] = sum(f" {word}" in around for around in self._arounds)
        return self._usual[word]


class Group:
    """All figures of an article for one counted thing."""

    def __init__(self, figures: tuple[Figure, ...], surroundings: Surroundings) -> None:
        self.figures = figures
        self.surroundings = surroundings
        self.values: set[float] = {figure.value for figure in figures}

    def uses(self, value: float) -> int:
        """How often a value is given for the thing."""
        return sum(figure.value == value for figure in self.figures)


class Pair:
    """Two figures of a group, in text order."""

    def __init__(self, first: Figure, second: Figure, group: Group) -> None:
        self.first: Figure = first
        self.second: Figure = second
        self.group: Group = group

    @cached_property
    def shared(self) -> tuple[str, ...]:
        """The words of meaning that stand near both."""
        return tuple(sorted(set(self.first.context) & set(self.second.context)))

    @cached_property
    def kinship(self) -> float:
        """How much the shared words say: one that stands near many figures of the article says little."""
        return sum(1 / math.sqrt(max(self.group.surroundings.usual(word), 2) - 1) for word in self.shared)

    @property
    def swapped(self) -> bool:
        """Whether the two have the same digits in another order."""
        one, other = self.first.digits, self.second.digits
        return one != other and sorted(one) == sorted(other)

    @property
    def one_digit(self) -> bool:
        """Whether the two differ in one digit, and have more than one."""
        one, other = self.first.digits, self.second.digits
        apart = sum(left != right for left, right in zip(one, other, strict=False))
        return len(one) == len(other) > 1 and apart == 1 and len(one.rstrip("0")) > 1

    @property
    def odd_base(self) -> bool:
        """Whether one is a round base and the other is not, as in ``per 100,000 people`` and ``per 300,000 people``."""
        if not self.first.counted.startswith("per "):
            return False
        return any(_is_base(figure) for figure in (self.first, self.second)) and not (
            _is_base(self.first) and _is_base(self.second)
        )

    @property
    def magnitude(self) -> bool:
        """Whether one is the other times a thousand, a million, ... (of a long number also ten): €2.75m and €2.75bn."""
        low, high = sorted((abs(self.first.value), abs(self.second.value)))
        if low < LARGE or mantissa(self.first) != mantissa(self.second) or self.kinship < _KIN_OF_MAGNITUDE:
            return False
        power = round(math.log10(high / low), 9)
        return power > 0 and power % (1 if len(mantissa(self.first)) > 2 else 3) == 0

    @property
    def long_and_near(self) -> bool:
        """Whether both are long numbers that are no round ones, and nearly the same: 6,777 and 6,780."""
        low, high = sorted(len(mantissa(figure)) for figure in (self.first, self.second))
        return low >= 3 and high >= 4 and self.closeness > _NEAR

    @property
    def end_alike(self) -> bool:
        """Whether two long numbers have at least half of their last digits in common."""
        one, other = self.first.digits, self.second.digits
        half = (max(len(one), len(other)) + 1) // 2
        return half >= 3 and one[-half:] == other[-half:] and one.strip("0")[-half:] == one[-half:]

    @property
    def rounded(self) -> bool:
        """Whether one may be the other one in round figures: 5,000 for 5,700, 200 for 203."""
        coarse, fine = sorted((self.first, self.second), key=lambda figure: len(figure.digits.rstrip("0")))
        unit = _unit(coarse)
        near = unit > _unit(fine) and abs(coarse.value - fine.value) < unit
        return near and (coarse.vague or fine.vague or "headline" in (coarse.section, fine.section))

    @property
    def same_form(self) -> bool:
        """Whether the words between the number and the noun are the same."""
        return self.first.qualifiers == self.second.qualifiers

    @property
    def same_sentence(self) -> bool:
        """Whether both stand in one sentence, like two items of a comparison."""
        return self.first.sentence == self.second.sentence

    @cached_property
    def _names(self) -> tuple[frozenset[str], frozenset[str]]:
        one, other = (frozenset(_NAME.findall(figure.around)) for figure in (self.first, self.second))
        own = {name for name in one & other if singular(name.lower()) in self.first.counted}
        return one - own, other - own

    @property
    def same_names(self) -> bool:
        """Whether a name stands near both."""
        return bool(self._names[0] & self._names[1])

    @property
    def other_names(self) -> bool:
        """Whether names stand near both, and none near both."""
        return all(self._names) and not self.same_names

    @property
    def other_times(self) -> bool:
        """Whether a year or the like stands near one of them that does not stand near the other."""
        one, other = (set(_YEAR.findall(figure.around)) for figure in (self.first, self.second))
        return one != other

    @property
    def same_amount(self) -> bool:
        """Whether both stand in brackets behind one and the same amount: ``£99 (149 euros)``."""
        one, other = (_AMOUNT.search(_before(figure)) for figure in (self.first, self.second))
        return one is not None and other is not None and one[1] == other[1]

    @cached_property
    def same_behind(self) -> int:
        """How many words and marks in a row are the same behind the two numbers."""
        one, other = (_TOKEN.findall(_behind(figure).lower()) for figure in (self.first, self.second))
        same = takewhile(lambda two: two[0] == two[1], zip(one, other, strict=False))
        return sum(1 for _ in same)

    @cached_property
    def same_before(self) -> bool:
        """Whether the word or mark right before the two numbers is the same, and is no mere article."""
        one, other = (_TOKEN.findall(_before(figure).lower())[-1:] for figure in (self.first, self.second))
        return one == other != [] and len(one[0]) > 3

    @property
    def closeness(self) -> float:
        """How near the values are, from 0 to 1 (equal)."""
        low, high = sorted((abs(self.first.value), abs(self.second.value)))
        return low / high if high else 0.0


def _unit(figure: Figure) -> float:
    """What the last figure of a number that is no nought stands for: 1,000 in 5,000."""
    noughts = len(figure.digits) - len(figure.digits.rstrip("0"))
    whole = float(figure.digits) if figure.digits else 0.0
    return figure.value / whole * 10**noughts if whole else 0.0


def mantissa(figure: Figure) -> str:
    """The digits of a number without the noughts at both ends: 275 of 2.75, 2,750 and 0.275."""
    return figure.digits.replace(".", "").strip("0")


def _is_base(figure: Figure) -> bool:
    return len(figure.digits) > 2 and figure.digits.rstrip("0") == "1"


def _before(figure: Figure) -> str:
    return figure.around[: figure.offset]


def _behind(figure: Figure) -> str:
    return figure.around[figure.offset + len(figure.text) :]
