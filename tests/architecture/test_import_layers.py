"""Imports go down only, and what is heavy loads when it is needed."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from dev_tools import need_module

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "factlint"
PARSERS = {"json", "lark", "tomllib", "yaml"}
HEAVY = {*PARSERS, "charset_normalizer", "click", "logging", "platformdirs", "rapidfuzz", "wcwidth"}
# Modules that do nothing without a heavy one; they are themselves imported only where they are used.
WHOLE_WORK = {"factlint/lang/build.py": "lark", "factlint/cli/facts.py": "json", "factlint/reports/json.py": "json"}
MODULES = sorted(path.relative_to(ROOT).as_posix() for path in PACKAGE.rglob("*.py"))


def loaded(code: str, *arguments: str, **env: str) -> set[str]:
    """The heavy modules that a new process has loaded once it has run some code."""
    ending = "import sys; sys.stderr.write('LOADED ' + ' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{ending}", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert "LOADED " in done.stderr, done.stderr
    return HEAVY & set(done.stderr.rpartition("LOADED ")[2].split())


def test_import_contracts_hold() -> None:
    need_module("importlinter", "import-linter")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken" in done.stdout


@pytest.mark.parametrize("module", ["factlint", "factlint.app.check", "factlint.app.session", "factlint.app.facts"])
def test_importing_a_module_loads_nothing_heavy(module: str) -> None:
    assert loaded(f"import {module}") == set()


def test_command_line_loads_click_alone() -> None:
    assert loaded("import factlint.cli") == {"click"}


def test_second_run_loads_neither_parser(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Talks go on\n\nThe delegations met in Berlin on Monday.\n", encoding="utf-8")
    run = "from factlint.cli import main\ntry: main()\nexcept SystemExit as end: assert end.code == 0, end.code"
    cache = str(tmp_path / "cache")
    first = loaded(run, str(article), FACTLINT_CACHE_DIR=cache)
    second = loaded(run, str(article), FACTLINT_CACHE_DIR=cache)
    assert first >= {"lark", "yaml"}
    assert second.isdisjoint({"lark", "yaml"})


@pytest.mark.parametrize("module", MODULES)
def test_heavy_modules_are_imported_where_they_are_used(module: str) -> None:
    allowed = {"click"} if module.startswith("factlint/cli/") else set()
    allowed |= {WHOLE_WORK.get(module, "")}
    found = {name.split(".")[0] for name in at_import(ast.parse((ROOT / module).read_text(encoding="utf-8")).body)}
    assert found & HEAVY <= allowed


def at_import(body: list[ast.stmt]) -> Iterator[str]:
    """The modules that are imported while a module is: those in functions and those for type checkers are not."""
    for node in body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.If | ast.Try | ast.With | ast.ClassDef) and "TYPE_CHECKING" not in ast.dump(node):
            yield from at_import(node.body)
