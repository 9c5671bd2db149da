"""The rules and the knowledge of a wheel, compiled: its first run then is as fast as its second.

What is compiled is what a first run would put into the user's cache. So the package is laid out as it will be in the
wheel, and checks some articles with the wheel's own folder for a cache. A program that does not fit what it finds there
(other rules, other code) makes its own, as if nothing had been brought.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class CannotWarmError(Exception):
    """Nothing could be compiled; the message says why, on one line."""


def warmed(root: Path, folder: Path) -> dict[Path, str]:
    """Compile the rules of a checkout in an empty folder: each file with its path in the wheel.

    Raises CannotWarmError.
    """
    package = folder / "factlint"
    compiled = package / "compiled"
    shutil.copytree(root / "factlint", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(root / "rules", package / "rules")
    compiled.mkdir()
    # Sets are written in the order that this gives them: two builds are the same bytes.
    more = {"PYTHONPATH": str(folder), "FACTLINT_CACHE_DIR": str(compiled), "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "factlint", "check", "--no-cache", "--fail-on", "never", str(root / "seeds")]
    done = subprocess.run(  # noqa: S603 - this Python, and the package that is being built
        command, cwd=folder, env={**os.environ, **more}, capture_output=True, check=False, encoding="utf-8"
    )
    if done.returncode:
        raise CannotWarmError(next(reversed(done.stderr.splitlines()), f"it ended with {done.returncode}"))
    return {path: f"factlint/compiled/{path.name}" for path in sorted(compiled.glob("*.bin"))}
