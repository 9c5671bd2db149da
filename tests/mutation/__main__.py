"""Mutation testing: ``python -m tests.mutation factlint/findings/fixes.py tests/findings/test_fixes.py``.

Every mutant of one module, made by cosmic-ray (``pip install '.[mutation]'``), is tried with the tests that are named,
in a copy of the checkout. What lives is printed for people to read: either a test is missing, or the mutant is no
different. Exit: 0 if enough were killed, 1 if not, 2 for bad use.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What a type says is no behaviour: annotations are not evaluated, and the signs in them are most of all mutants.
_TYPES = ("core/ReplaceBinaryOperator_BitOr_.*",)
_ENOUGH = 85


def main() -> int:
    """Try the mutants of a module."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description="Try the mutants of a module.")
    parser.add_argument("module", help="a file under factlint/")
    parser.add_argument("tests", nargs="+", help="files or folders of tests")
    parser.add_argument("--least", type=float, default=_ENOUGH, help=f"percent to be killed (default: {_ENOUGH})")
    given = parser.parse_args()
    for path in (given.module, *given.tests):
        if not (ROOT / path).exists():
            parser.error(f"there is no {path}")
    if importlib.util.find_spec("cosmic_ray") is None:
        parser.error("cosmic-ray is not installed: pip install '.[mutation]'")
    with tempfile.TemporaryDirectory() as scratch:
        rate = _tried(Path(scratch), given.module, given.tests)
    return 0 if rate >= given.least else 1


def _tried(scratch: Path, module: str, tests: list[str]) -> float:
    """Percent of the mutants that were killed."""
    copy = scratch / "factlint"
    for name in ("factlint", "rules", "seeds", "tests", "pyproject.toml"):
        origin = ROOT / name
        if origin.is_dir():
            shutil.copytree(origin, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(origin, copy / name)
    command = f'"{sys.executable}" -m pytest -x -q -p no:cacheprovider {" ".join(tests)}'
    lines = (
        "[cosmic-ray]",
        f"module-path = {json.dumps(module)}",
        "timeout = 60.0",
        "excluded-modules = []",
        f"test-command = {json.dumps(command)}",
        "[cosmic-ray.distributor]",
        'name = "local"',
        "[cosmic-ray.filters.operators-filter]",
        f"exclude-operators = {json.dumps(_TYPES)}",
    )
    (scratch / "config.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    config, session = str(scratch / "config.toml"), str(scratch / "session.sqlite")
    _cosmic_ray(copy, "cosmic_ray.cli", "baseline", config)
    _cosmic_ray(copy, "cosmic_ray.cli", "init", config, session)
    _cosmic_ray(copy, "cosmic_ray.tools.filters.operators_filter", session, config)
    _cosmic_ray(copy, "cosmic_ray.cli", "exec", config, session)
    return _told(session)


def _cosmic_ray(copy: Path, tool: str, *words: str) -> None:
    """One step; the mutants are what is imported, and leave no compiled files behind."""
    env = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-m", tool, *words], cwd=copy, env=env, check=True, stdin=subprocess.DEVNULL)


def _told(session: str) -> float:
    """Print each mutant that lives, and how many were killed."""
    from cosmic_ray.work_db import use_db
    from cosmic_ray.work_item import TestOutcome, WorkerOutcome

    with use_db(session) as db:
        results = [result for _, result in db.completed_work_items if result.worker_outcome is WorkerOutcome.NORMAL]
    lived = [result for result in results if result.test_outcome is TestOutcome.SURVIVED]
    for result in lived:
        print(result.diff, end="\n\n")
    rate = 100 * (len(results) - len(lived)) / max(1, len(results))
    print(f"{len(results)} mutants, {len(lived)} live, {rate:.0f} % killed")
    return rate


if __name__ == "__main__":
    sys.exit(main())
