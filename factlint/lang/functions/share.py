"""``share(yesno)``: of how many in a hundred members of a group something is true."""

from __future__ import annotations

from typing import Any

from factlint.lang.functions import Function
from factlint.lang.types import NUMBER, YESNO


def _share(values: tuple[Any, ...]) -> float:
    return 100 * sum(value is True for value in values) / len(values) if values else 0


FUNCTION = Function("share", (YESNO,), NUMBER, _share, aggregate=True)
