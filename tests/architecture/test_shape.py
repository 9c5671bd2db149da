"""Names say what a thing is, and what grows too large is taken apart."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "factlint").rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
# Words for a drawer into which anything fits.
DRAWERS = {"util", "utils", "helper", "helpers", "manager", "managers", "common", "core", "misc"}


def tree(module: str) -> ast.Module:
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))


def is_drawer(name: str) -> bool:
    words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)
    return not DRAWERS.isdisjoint(word.lower() for word in words)


@pytest.mark.parametrize("name", ["utils", "Utils", "RuleManager", "core", "common_words", "text_helper", "rule_util"])
def test_a_drawer_is_told_by_its_name(name: str) -> None:
    assert is_drawer(name)


@pytest.mark.parametrize("name", ["score", "Score", "commonly", "encore", "utility", "managed"])
def test_other_names_are_no_drawers(name: str) -> None:
    assert not is_drawer(name)


@pytest.mark.parametrize("module", MODULES)
def test_no_folder_file_or_class_is_a_drawer(module: str) -> None:
    classes = [node.name for node in ast.walk(tree(module)) if isinstance(node, ast.ClassDef)]
    assert [name for name in (*Path(module).with_suffix("").parts, *classes) if is_drawer(name)] == []


@pytest.mark.parametrize("module", MODULES)
def test_file_is_not_too_long(module: str) -> None:
    assert len((ROOT / module).read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("module", MODULES)
def test_functions_are_not_too_long(module: str) -> None:
    functions = [node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("module", MODULES)
def test_module_says_what_it_is(module: str) -> None:
    assert ast.get_docstring(tree(module))
