"""A fact-checking consistency linter for news articles.

For programs there are ``check`` and ``run``; they load when they are first asked for.
"""

# Without the usual import of annotations from __future__: that name is a folder's here.
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.app.api import check, run
    from factlint.findings.finding import Finding
    from factlint.findings.result import Result
    from factlint.text.problem import Problem, ProblemError

__version__ = "0.1.0"
__all__ = ["Finding", "Problem", "ProblemError", "Result", "__version__", "check", "run"]

_HOMES = {
    "check": "factlint.app.api",
    "run": "factlint.app.api",
    "Finding": "factlint.findings.finding",
    "Result": "factlint.findings.result",
    "Problem": "factlint.text.problem",
    "ProblemError": "factlint.text.problem",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    found: object = getattr(importlib.import_module(home), name)
    globals()[name] = found
    return found
