"""The page for those who work on factlint is true: its list of folders, and its worked examples."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", PAGE, re.DOTALL))
RUNS = re.findall(r"<!-- run: factlint (.+?) -->", PAGE)
EXPECTED = "seeds/night.wire:1:1 style/doubled-very\nseeds/night.wire:3:13 style/palindrome\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the files of the page in it."""
    home = tmp_path_factory.mktemp("project")
    for folder in ("factlint", "rules"):
        shutil.copytree(ROOT / folder, home / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in FILES.items():
        file = home / name
        assert not file.exists(), f"{name} is there already: the example must be new"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return home


def factlint(project: Path, arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "factlint", *shlex.split(arguments)],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project), "FACTLINT_CACHE_DIR": str(project / "cache")},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def test_every_folder_and_module_is_named() -> None:
    there = [path for path in (ROOT / "factlint").iterdir() if path.is_dir() or path.suffix == ".py"]
    names = {f"{path.name}/" if path.is_dir() else path.name for path in there if path.name != "__pycache__"}
    assert sorted(name for name in names if f"| `{name}` |" not in PAGE) == []


def test_every_folder_that_is_named_is_there() -> None:
    named = re.findall(r"^\| `([\w./]+)` \|", PAGE, re.MULTILINE)
    assert [name for name in named if not (ROOT / "factlint" / name).exists()] == []


@pytest.mark.parametrize(
    "kind", ["rules", "factlint/annotations", "factlint/lang/functions", "factlint/reports", "factlint/sources"]
)
def test_each_kind_of_plug_in_has_an_example(kind: str) -> None:
    assert any(name.startswith(f"{kind}/") for name in FILES)


@pytest.mark.parametrize("arguments", [one for one in RUNS if one.startswith("test ")])
def test_examples_of_the_rules_hold(project: Path, arguments: str) -> None:
    done = factlint(project, arguments)
    assert done.returncode == 0, done.stdout + done.stderr


def test_source_kind_function_and_report_work_together(project: Path) -> None:
    (arguments,) = (one for one in RUNS if one.startswith("check "))
    done = factlint(project, arguments)
    assert done.stdout == EXPECTED, done.stderr


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".py")])
def test_example_is_as_clean_as_the_rest(project: Path, name: str) -> None:
    pytest.importorskip("ruff", reason="ruff is a development tool")
    shutil.copy(ROOT / "pyproject.toml", project)
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", name], cwd=project, capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout
