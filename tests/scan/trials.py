"""Scans in processes of their own: measured, and killed at a moment that is waited for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

RESULTS = ("findings.jsonl", "errors.jsonl", "summary.json")
_UNFINISHED = ".unfinished"
_LOOK = 0.002  # seconds


class Cost(NamedTuple):
    """What a scan cost: seconds of processors and of the clock, the most memory of one process, the most disk."""

    code: int
    said: str
    cpu: float
    seconds: float
    memory: int
    disk: int


def command(source: Path, output: str, *options: str, begin: str = "") -> list[str]:
    """The command of a scan; ``begin`` are statements of Python before it."""
    program = ["-c", f"{begin}\nfrom factlint.cli import main\nmain()"] if begin else ["-m", "factlint"]
    return [sys.executable, *program, "scan", str(source), "--output", output, *options]


def run(asked: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a scan to its end."""
    return subprocess.run(asked, cwd=folder, env=_environment(folder), check=False, capture_output=True, text=True)


def measured(asked: Sequence[str], folder: Path, output: str) -> Cost:
    """Run a scan to its end, and see what it costs."""
    disk = 0
    began = time.monotonic()
    with (folder / "said").open("w+", encoding="utf-8") as said:
        process = subprocess.Popen(asked, cwd=folder, env=_environment(folder), stdout=said, stderr=said)
        while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
            disk = max(disk, size(folder / output))
            time.sleep(max(0.2, (time.monotonic() - began) / 50))
        process.returncode = os.waitstatus_to_exitcode(ended[1])
        said.seek(0)
        used = ended[2]
        cpu, seconds = used.ru_utime + used.ru_stime, time.monotonic() - began
        memory = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        return Cost(process.returncode, said.read().strip(), cpu, seconds, memory, max(disk, size(folder / output)))


def size(folder: Path) -> int:
    """Bytes of all files in a folder; those that go away meanwhile are not counted."""
    total = 0
    for inside, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.stat(os.path.join(inside, name)).st_size  # noqa: PTH116, PTH118 - very many files
            except FileNotFoundError:
                continue
    return total


def killed(asked: Sequence[str], folder: Path, output: str, moment: str) -> bool:
    """Start a scan and kill it (SIGKILL) at a moment, its workers left alone; whether it was not over by then."""
    with (folder / "said").open("w", encoding="utf-8") as said:
        process = subprocess.Popen(asked, cwd=folder, env=_environment(folder), stdout=said, stderr=said)
        while process.poll() is None and not MOMENTS[moment](folder / output):
            time.sleep(_LOOK)
        process.kill()
        return process.wait() == -signal.SIGKILL


def without_worker(asked: Sequence[str], folder: Path, program: str, looks: int) -> int:
    """Run a scan, and kill the first process under it that is there for so many looks, 20 a second; the exit code.

    ``program`` is a word of the command of that process. -1 where there was none to kill.
    """
    seen: Counter[int] = Counter()
    killed = None
    with (folder / "said").open("w", encoding="utf-8") as said:
        process = subprocess.Popen(asked, cwd=folder, env=_environment(folder), stdout=said, stderr=said)
        while process.poll() is None:
            if killed is None:
                seen.update(_under(process.pid, program))
                killed = next((number for number, times in seen.items() if times > looks), None)
                if killed is not None:
                    os.kill(killed, signal.SIGKILL)
            time.sleep(0.05)
    return process.returncode if killed is not None else -1


def _under(root: int, program: str) -> list[int]:
    """The processes of a program below another process; of those that are forks of one another the last ones."""
    asked = ["ps", "-A", "-o", "pid=,ppid=,args="]
    lines = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()
    every = {int(number): (int(parent), words) for number, parent, words in (line.split(None, 2) for line in lines)}
    below = [root]
    for number in below:
        below += [one for one, (parent, _) in every.items() if parent == number]
    found = [one for one in below if program in every.get(one, (0, ""))[1]]
    parents = {every[one][0] for one in found}
    return [one for one in found if one not in parents]


def _environment(folder: Path) -> dict[str, str]:
    return os.environ | {"FACTLINT_CACHE_DIR": str(folder / "cache")}


def _some(step: str, pattern: str, least: int = 1) -> Callable[[Path], bool]:
    return lambda output: len(list((output / _UNFINISHED / step).glob(pattern))) >= least


MOMENTS: dict[str, Callable[[Path], bool]] = {
    "checking": _some("map", "*.parquet", 3),
    "checking, later": _some("map", "*.parquet", 5),
    "sorting by day": _some("days", "*"),
    "comparing days": _some("pairs", "*.parquet"),
    "sorting by story": _some("stories", "*"),
    "comparing stories": _some("told", "*.jsonl"),
    "writing": lambda output: any(output.glob("findings.*")),
}
"""The moments of a scan by what is in its folder from then on."""
