"""What the workers of the tests do; a module of its own, for they import it by name."""

from __future__ import annotations

import errno
import os
import signal
from functools import partial
from pathlib import Path
from typing import Any

_HELD: list[bytearray] = []


def begin(words: str = "") -> Any:
    return partial(work, words)


def work(words: str, task: Any) -> Any:
    if task == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "leave":
        os._exit(7)
    if task in ("small", "grow"):
        _HELD.append(bytearray(b"x" * (300_000_000 if task == "grow" else 1)))
        return words, (task, os.getpid())
    if task == "raise":
        raise ValueError("no such thing")
    if task == "full":
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    if isinstance(task, str) and task.startswith("once:"):
        path = task.removeprefix("once:")
        if not Path(path).exists():
            Path(path).touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return words, task


def stillborn() -> Any:
    os._exit(1)
