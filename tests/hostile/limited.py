"""Runs the program as a process of its own that may not use more than so much processor time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Guards against a hang, an order of magnitude above what a run takes; no measure of speed.
SECONDS = 120
MEGABYTES = 4_000


@dataclass(frozen=True)
class Ended:
    """How a process ended."""

    code: int
    out: str
    err: str


def run(folder: Path, *args: str, seconds: int = SECONDS, room: int | None = None) -> Ended:
    """Run ``factlint`` with some arguments in a folder; the process is killed when it goes beyond the limits.

    No file can have more than ``room`` bytes: the nearest to a full disk that needs no disk.
    """
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
        if room is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    done = subprocess.run(
        [sys.executable, "-m", "factlint", *args],
        cwd=folder,
        env={**os.environ, "FACTLINT_CACHE_DIR": os.environ.get("FACTLINT_CACHE_DIR", str(folder / ".cache"))},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        preexec_fn=limit,
    )
    return Ended(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def assert_sound(ended: Ended) -> None:
    """The program came to an end of its own, with a result or a clear error, and no traceback."""
    assert ended.code in (0, 1, 2), f"exit code {ended.code}: {ended.err[-2000:]}"
    assert "Traceback" not in ended.err + ended.out
    if ended.code == 2:
        assert "error" in (ended.err + ended.out).lower()
