"""What a command costs: its CPU time, and its instructions where the machine counts them."""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Spread:
    """Several measurements of one thing."""

    values: tuple[float, ...]

    @property
    def middle(self) -> float:
        """The median."""
        return statistics.median(self.values)

    def __str__(self) -> str:
        return f"{self.middle:.2f} ({min(self.values):.2f}-{max(self.values):.2f})"

    def over(self, other: Spread) -> Spread:
        """The ratio in each round: what was measured one after the other is compared with one another."""
        return Spread(tuple(one / two for one, two in zip(self.values, other.values, strict=True)))


def seconds(command: Sequence[str], folder: Path) -> float:
    """CPU seconds, of the user and of the system, of a command and all that it starts."""
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    return used.ru_utime + used.ru_stime


def interleaved(commands: Mapping[str, Sequence[str]], folder: Path, rounds: int) -> dict[str, Spread]:
    """Seconds of each command: one of each a round, so that a busy moment is shared. The first round warms caches."""
    found: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            used = seconds(command, folder)
            if turn:
                found[name].append(used)
    return {name: Spread(tuple(values)) for name, values in found.items()}


def instructions(command: Sequence[str], folder: Path) -> int | None:
    """Instructions of a command in user mode, by perf, else by callgrind; None where the machine has neither."""
    return _by_perf(command, folder) or _by_callgrind(command, folder)


def _by_perf(command: Sequence[str], folder: Path) -> int | None:
    if not shutil.which("perf"):
        return None
    asked = ["perf", "stat", "--field-separator=,", "--event=instructions:u", "--", *command]
    said = subprocess.run(asked, cwd=folder, capture_output=True, encoding="utf-8", errors="replace", check=False)
    counted = re.search(r"^(\d+),,instructions", said.stderr, re.MULTILINE)
    return int(counted[1]) if counted else None


def _by_callgrind(command: Sequence[str], folder: Path) -> int | None:
    if not shutil.which("valgrind"):
        return None
    asked = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--", *command]
    said = subprocess.run(asked, cwd=folder, capture_output=True, encoding="utf-8", errors="replace", check=False)
    counted = re.search(r"Collected\s*:\s*(\d+)", said.stderr)
    return int(counted[1]) if counted else None
