"""Plug-in folders: every module of a folder is found, none is listed anywhere."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from types import ModuleType

P = TypeVar("P")


class PlugIns(Mapping[str, P]):
    """The plug-ins of a package by their names; the module of one is imported when that one is asked for.

    ``named`` gives the name of the plug-in in a module by the module's own (None: it has none), ``object_name`` what it
    is called there.
    """

    def __init__(self, package: ModuleType, object_name: str, named: Callable[[str], str | None]) -> None:
        self._object_name = object_name
        modules = {named(name): f"{package.__name__}.{name}" for name in names(package)}
        self._modules = {name: module for name, module in modules.items() if name is not None}
        self._loaded: dict[str, Any] = {}

    def __getitem__(self, name: str) -> P:
        found: P | None = self._loaded.get(name)
        if found is None:
            found = self._loaded[name] = getattr(importlib.import_module(self._modules[name]), self._object_name)
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._modules

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)


def modules(package: ModuleType) -> Iterator[tuple[str, ModuleType]]:
    """Import the modules directly inside a package and yield them with their short names, in name order."""
    for name in names(package):
        yield name, importlib.import_module(f"{package.__name__}.{name}")


def names(package: ModuleType) -> list[str]:
    """The short names of the modules directly inside a package, sorted, without importing them."""
    return sorted(info.name for info in pkgutil.iter_modules(package.__path__))
