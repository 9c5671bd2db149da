"""What news of our own making is made of: parts of names that nobody has, and plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random


def words(text: str, mark: str | None = None) -> list[str]:
    """What stands between blanks, or between marks."""
    return text.split(mark)


class Parts(NamedTuple):
    """The parts of coined names, in the order in which they stand in one."""

    starts: list[str]
    middles: list[str]
    inner: list[str]
    ends: list[str]

    def name(self, draw: random.Random) -> str:
        """The name of a place or of a family."""
        return "".join(draw.choice(part) for part in self)

    def more(self, *others: str) -> Parts:
        """These parts, and behind each of them others."""
        return Parts(*(part + words(other) for part, other in zip(self, others, strict=True)))


PARTS = Parts(
    words("Bar Cal Dor Fen Gal Har Kel Lin Mar Nor Ost Per Ral Sel Tor Ul Var Wen Yar Zel"),
    words("a an e en i in o on u ar er or al el"),
    words("l r n m d s t v b g rr nd lm rk st"),
    words("berg dale ford ham ley man mond ner rick sen son stad stein ton vic wood ski sky ov ez"),
)
GIVEN = words(
    "Anna Boris Clara David Elena Frank Grace Henry Irene James Karen Louis Maria Nigel Olga Peter Rosa Simon"
)
NOUNS = words("harbour budget inquiry railway festival strike bridge hospital election museum reservoir")
VERBS = words("approved delayed reviewed criticised defended reopened inspected welcomed rejected examined")
THINGS = words("homes jobs pupils tonnes lorries patients voters nurses trees seats")
