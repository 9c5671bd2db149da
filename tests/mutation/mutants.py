"""Mutants of modules, made by cosmic-ray's operators in memory; those that no test could tell are left out.

A place in the code counts once for each kind of change, whatever number of signs cosmic-ray would put there: eleven
ways to break one ``+`` are one finding. Left out are type annotations and what only a type checker reads, ``is`` made
``==`` and the reverse, whether a class is frozen or slotted, the ``strict`` of a ``zip`` (no input reaches it), and
caches: with them or without, the results are alike.
"""

from __future__ import annotations

import ast
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

# What stands for sameness, made equality or the reverse: the same for all values that the code compares.
_ALIKE = ("Is_Eq", "Eq_Is", "IsNot_NotEq", "NotEq_IsNot")
# Operators that need to be told names.
_ASKING = ("VariableReplacer", "VariableInserter")
_CACHES = ("cache", "lru_cache")
# The nodes that the many operators of a family are asked about: it takes a while.
_CHANGED = {"core/ReplaceBinaryOperator": "operator", "core/ReplaceComparisonOperator": "comparison"}
_SHAPES = ("frozen", "slots", "maxsize", "strict")


@dataclass(frozen=True, order=True)
class Place:
    """Where cosmic-ray can change something: its operators that fit (``+`` made ``-``, ``*``, …), each with which time."""

    path: Path
    line: int
    column: int
    changes: tuple[tuple[str, int], ...]


@dataclass(frozen=True, order=True)
class Mutant:
    """One change of a module."""

    path: Path
    line: int
    column: int
    operator: str
    occurrence: int

    def source(self) -> str:
        """The whole module with the change."""
        from cosmic_ray.mutating import mutate_code

        changed = mutate_code(self.path.read_text("utf-8"), _operator(self.operator), self.occurrence)
        assert changed is not None, f"{self.operator} does not fit {self.path}:{self.line}"
        return str(changed)


def drawn(places: Sequence[Place], size: int, seed: int) -> list[Mutant]:
    """A random sample of places (all if ``size`` is 0), each with one of its changes, in the order of the code."""
    chance = random.Random(seed)
    chosen = chance.sample(places, size) if 0 < size < len(places) else places
    return sorted(Mutant(one.path, one.line, one.column, *chance.choice(one.changes)) for one in chosen)


def places(path: Path) -> list[Place]:
    """All places of a module where a change could be noticed."""
    from cosmic_ray.ast import ast_nodes, get_ast

    source = path.read_text("utf-8")
    idle, nodes = list(_idle(source)), list(ast_nodes(get_ast(source)))
    found: dict[tuple[str, int, int], list[tuple[str, int]]] = {}
    for name in _operators():
        fitting = [node for node in nodes if node.type == _CHANGED.get(name.split("_")[0], node.type)]
        for number, (line, column) in enumerate(_positions(fitting, name)):
            if not any(start <= (line, column) < end for start, end in idle):
                found.setdefault((name.rsplit("_", 1)[0], line, column), []).append((name, number))
    return sorted(Place(path, line, column, tuple(changes)) for (_, line, column), changes in found.items())


def _operators() -> list[str]:
    """The names of cosmic-ray's operators; those for one sign differ in the last part."""
    from cosmic_ray.plugins import operator_names

    return sorted(name for name in operator_names() if not name.endswith((*_ASKING, *_ALIKE)))


def _operator(name: str) -> Any:
    from cosmic_ray.plugins import get_operator

    return get_operator(name)()


def _positions(nodes: Sequence[Any], operator: str) -> Iterator[tuple[int, int]]:
    """Line and column of everything that an operator changes, in the order in which cosmic-ray counts."""
    changing = _operator(operator)
    return (start for node in nodes for start, _ in changing.mutation_positions(node))


def _idle(source: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """From where to where stands what does nothing when the program runs, or nothing that a test could see."""
    lines = source.splitlines()

    def place(line: int, octets: int) -> tuple[int, int]:
        return line, len(lines[line - 1].encode()[:octets].decode())

    for node in ast.walk(ast.parse(source)):
        for idle in _without_effect(node):
            line, column = place(idle.lineno, idle.col_offset)
            # The sign before a decorator belongs to it.
            yield (line, max(0, column - 1)), place(idle.end_lineno, idle.end_col_offset)


def _without_effect(node: ast.AST) -> Iterable[Any]:
    if isinstance(node, ast.FunctionDef):
        return [*filter(_is_cache, node.decorator_list), *filter(None, [node.returns])]
    if isinstance(node, ast.arg | ast.AnnAssign):
        return filter(None, [node.annotation])
    if isinstance(node, ast.If):
        return [node] if _name(node.test) == "TYPE_CHECKING" else []
    if isinstance(node, ast.Call):
        return [*node.args[: _name(node.func) == "cast"], *(word for word in node.keywords if word.arg in _SHAPES)]
    return [node.value] if isinstance(node, ast.Assign) and _is_union(node.value) else []


def _name(node: ast.expr) -> str | None:
    return node.id if isinstance(node, ast.Name) else None


def _is_cache(decorator: ast.expr) -> bool:
    return _name(decorator.func if isinstance(decorator, ast.Call) else decorator) in _CACHES


def _is_union(value: ast.expr) -> bool:
    """Whether an expression is a union of types, as in ``Value = int | str | None``."""
    return (
        isinstance(value, ast.BinOp)
        and isinstance(value.op, ast.BitOr)
        and all(
            _is_union(side) or isinstance(side, ast.Name | ast.Subscript) or ast.unparse(side) == "None"
            for side in (value.left, value.right)
        )
    )
