"""Functions of the rule language, one module each: adding a file adds a function."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Any

from factlint import registry
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factlint.lang.types import Type


@plain
class Function:
    """A function.

    ``call`` gets the values of the arguments; it is not called when one of them is unknown: the result is unknown then.
    An ``aggregate`` gets, for its one argument, the tuple of the known values over the members of a group. One that is
    ``of_run`` is for rules of the run: it gets first in how many articles each word (folded) stands.
    """

    name: str
    arguments: tuple[Type, ...]
    result: Type
    call: Callable[..., Any]
    aggregate: bool = False
    of_run: bool = False


@cache
def functions() -> Mapping[str, Function]:
    """All functions by name, which is that of their module; it is imported when that function is asked for."""
    return registry.PlugIns(sys.modules[__name__], "FUNCTION", str)
