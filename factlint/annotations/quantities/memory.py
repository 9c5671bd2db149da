"""What was read before: the same words are read alike in every article, so they are read once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from factlint.annotations.quantities.subject import Piece, read_piece

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factlint.annotations.quantities.wording import Amount
    from factlint.knowledge import Knowledge

T = TypeVar("T")

# So many pieces and amounts are kept; then all are forgotten.
_MOST = 20_000
_LONGEST = 60


class _Kept(dict[str, T]):
    """What a function makes of texts: made where it is first asked for, forgotten where there is too much of it."""

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, text: str) -> T:
        if len(self) >= _MOST:
            self.clear()
        made = self[text] = self._make(text)
        return made


class Memory:
    """What pieces of text and amounts mean; a result never depends on what was read before."""

    def __init__(self, knowledge: Knowledge) -> None:
        del knowledge  # it is only where the memory is kept
        self.pieces: Mapping[str, Piece] = _Kept(read_piece)
        self.amounts: dict[str, Amount | None] = {}

    def keep(self, text: str, amount: Amount | None) -> Amount | None:
        """Remembers what an amount says, unless it is longer than any that comes twice."""
        if len(self.amounts) >= _MOST:
            self.amounts.clear()
        if len(text) <= _LONGEST:
            self.amounts[text] = amount
        return amount
