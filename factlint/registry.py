"""Plug-in folders: every module of a folder is found, none is listed anywhere."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType


def modules(package: ModuleType) -> Iterator[tuple[str, ModuleType]]:
    """Import the modules directly inside a package and yield them with their short names, in name order."""
    for name in names(package):
        yield name, importlib.import_module(f"{package.__name__}.{name}")


def names(package: ModuleType) -> list[str]:
    """The short names of the modules directly inside a package, sorted, without importing them."""
    return sorted(info.name for info in pkgutil.iter_modules(package.__path__))
