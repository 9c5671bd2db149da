"""What was read before: the same words are read alike in every article, so they are read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotations.quantities.subject import Piece, read_piece
from factlint.text.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.annotations.quantities.wording import Amount
    from factlint.knowledge import Knowledge

# So many pieces and amounts are kept; then all are forgotten.
_MOST = 20_000
_LONGEST = 60


class Memory:
    """What pieces of text and amounts mean; a result never depends on what was read before."""

    def __init__(self, knowledge: Knowledge) -> None:
        del knowledge  # it is only where the memory is kept
        self.pieces: Mapping[str, Piece] = Remembered(read_piece, _MOST)
        self.amounts: dict[str, Amount | None] = {}

    def keep(self, text: str, amount: Amount | None) -> Amount | None:
        """Remembers what an amount says, unless it is longer than any that comes twice."""
        if len(self.amounts) >= _MOST:
            self.amounts.clear()
        if len(text) <= _LONGEST:
            self.amounts[text] = amount
        return amount
