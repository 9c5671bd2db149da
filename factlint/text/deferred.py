"""Regular expressions that are compiled when they are first used.

There are hundreds, a run needs a part of them, and to compile them all takes as long as to check some articles.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Deferred:
    """Stands for a compiled expression; what it was asked for once it has as an attribute of its own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found


def deferred(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same as ``re.compile``, for what stands in a module: it costs nothing until a text is looked at.

    The functions of ``re`` do not take it; its methods are to be called.
    """
    return cast("re.Pattern[str]", _Deferred(pattern, flags))
