"""What a format needs beyond factlint's own dependencies, and what to install where it is not there."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from types import ModuleType


def needed(path: str, module: str, extra: str) -> ModuleType:
    """A module of an extra. Raises ProblemError, about the file at ``path``, where it is not installed."""
    try:
        return importlib.import_module(module)
    except ImportError:
        package = module.partition(".")[0]
        message = f"this needs {package}, which is not installed"
        raise ProblemError(Problem(path, message, f"pip install 'factlint[{extra}]'")) from None
