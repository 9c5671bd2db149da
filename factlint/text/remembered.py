"""What a function makes of a text, kept for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Remembered(dict[str, T]):
    """What a function makes of texts: made where it is first asked for, all forgotten where there is too much of it.

    ``most`` is how many are kept. A look-up costs no call, unlike that of a cached function.
    """

    def __init__(self, make: Callable[[str], T], most: int) -> None:
        super().__init__()
        self._make, self._most = make, most

    def __missing__(self, text: str) -> T:
        if len(self) >= self._most:
            self.clear()
        made = self[text] = self._make(text)
        return made
