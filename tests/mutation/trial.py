"""A trial: a process of its own in which factlint is loaded with one module changed, and tests are run.

The process is forked from one that has loaded pytest and all that is not factlint. What factlint keeps on disk about
its own sources would hide a change (the changed module is never written), so each trial begins with an empty cache,
or with one that was filled by the sound program where the change cannot touch what is in it.
"""

from __future__ import annotations

import importlib
import importlib.machinery
import importlib.util
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec

_PYTEST = ("-q", "-p", "no:cacheprovider", "--tb=no", "-m", "not slow", "--hypothesis-profile=mutation")
_SHARED = ("click", "hypothesis.extra.pytestplugin", "lark", "rapidfuzz", "yaml")
_EXAMPLES = 15
_MEMORY = 3 << 30
# So many times as long as sound code, and so many seconds more, a trial may take; the clock of a busy machine runs fast.
_PATIENCE, _START, _BUSY = 5, 20, 10


def prepare() -> None:
    """Load what the trials share."""
    from hypothesis import Phase, settings

    for name in _SHARED:
        importlib.import_module(name)
    settings.register_profile(
        "mutation",
        max_examples=_EXAMPLES,
        phases=(Phase.explicit, Phase.generate),
        deadline=None,
        derandomize=True,
        database=None,
    )
    loaded = [name for name in sys.modules if name.partition(".")[0] == "factlint"]
    assert not loaded, loaded


class Changed:
    """Finds one module of factlint with other source than its file has."""

    def __init__(self, root: Path, path: Path, source: str) -> None:
        parts = path.relative_to(root).with_suffix("").parts
        self._name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        self._path, self._code = path, source

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: object = None) -> ModuleSpec | None:
        """The module, if it is the one."""
        if name != self._name:
            return None
        code, file = self._code, str(self._path)

        class Loader(importlib.machinery.SourceFileLoader):
            def get_code(self, fullname: str) -> Any:
                return compile(code, file, "exec", dont_inherit=True)

        return importlib.util.spec_from_file_location(name, file, loader=Loader(name, file))


class Chosen:
    """A pytest plugin that runs the chosen tests alone, in their order, and writes down which of them fail."""

    def __init__(self, names: Sequence[str], failed: Path) -> None:
        self._order = {name: at for at, name in enumerate(names)}
        self._failed = failed

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave all others out. A test that a mutant made disappear has noticed it."""
        items[:] = sorted((one for one in items if one.nodeid in self._order), key=lambda one: self._order[one.nodeid])
        if len(items) < len(self._order):
            with self._failed.open("a") as file:
                print("tests that are gone", file=file)
            raise pytest.UsageError("tests are gone")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Called by pytest with how a test went."""
        if report.failed:
            with self._failed.open("a") as file:
                print(report.nodeid, file=file)


def pytests(files: Sequence[str], *plugins: object, options: Sequence[str] = ("-x",)) -> int:
    """Run tests in this process; the exit code of pytest."""
    return int(pytest.main([*_PYTEST, *options, *files], plugins=list(plugins)))


def examples() -> int:
    """Try the shipped rules with their own examples in this process; the exit code of ``factlint test``."""
    from factlint.cli import main

    sys.argv = ["factlint", "test"]
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1 if end.code else 0
    return 0


def trial(run: Callable[[], int], seconds: float, warm: Path | None = None, log: str = os.devnull) -> int | None:
    """Run something in a forked process with a cache of its own: its exit code, None if it did not end in time.

    ``seconds`` is what sound code takes, in CPU time; ``warm`` is a cache to begin with, ``log`` a file for output.
    """
    limit = _START + _PATIENCE * seconds
    with tempfile.TemporaryDirectory() as scratch:
        cache = Path(scratch) / "cache"
        shutil.copytree(warm, cache) if warm else cache.mkdir()
        child = os.fork()
        if child == 0:
            _child(run, scratch, int(limit), log)
        return _ended(child, _BUSY * limit)


def _child(run: Callable[[], int], scratch: str, limit: int, log: str) -> None:
    code = 70
    try:
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        os.environ |= {"FACTLINT_CACHE_DIR": f"{scratch}/cache", "TMPDIR": scratch}
        tempfile.tempdir = scratch
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(written, 1)
        os.dup2(written, 2)
        code = run()
    finally:
        os._exit(code)


def _ended(child: int, limit: float) -> int | None:
    """Wait for a process; after ``limit`` seconds end it and all that it started."""
    deadline = time.monotonic() + limit
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            _kill(child)
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    _kill(child)
    os.waitpid(child, 0)
    return None


def _kill(group: int) -> None:
    """End what a process left behind."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return
