"""Which tests run which lines, measured once with coverage.py, and which of them to ask about a mutant."""

from __future__ import annotations

import ast
import json
import time
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

_MARK = "test:"


class Measuring:
    """A pytest plugin that notes the lines that each test runs, and how long (CPU seconds) it takes."""

    def __init__(self, data: Path, packages: Sequence[Path]) -> None:
        from coverage import Coverage

        self.seconds: dict[str, float] = {}
        self._times = data.with_suffix(".json")
        self._coverage = Coverage(data_file=str(data), include=[f"{package}/*" for package in packages])

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        # Begun anew each time: a test that traces, or recurses too deep, may end it.
        self._coverage.start()
        self._coverage.switch_context(_MARK + item.nodeid)
        began = time.process_time()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = time.process_time() - began
            self._coverage.stop()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test that fails or is left out without any mutant says nothing about one."""
        if not report.passed:
            self.seconds[report.nodeid] = float("inf")

    def pytest_unconfigure(self) -> None:
        self._coverage.save()
        sound = {name: spent for name, spent in self.seconds.items() if spent < float("inf")}
        self._times.write_text(json.dumps(sound))


class Covering:
    """What was measured."""

    def __init__(self, data: Path) -> None:
        from coverage import CoverageData

        self._data = CoverageData(str(data))
        self._data.read()
        self._seconds: dict[str, float] = json.loads(data.with_suffix(".json").read_text())

    def tests(self, path: Path, line: int, seconds: float, home: str) -> tuple[list[str], list[str]]:
        """The tests to ask about a line, the quick ones first: those in the folder ``home``, then all others.

        So many of the near ones as take ``seconds`` together, of the others a quarter of that, and one at least. A line
        outside all functions runs when its module is loaded, for whom it chances to be: for that any test of the
        modules beside it is good.
        """
        if line in _in_functions(path):
            found = self._contexts(path).get(line, [])
        else:
            modules = sorted(path.parent.glob("*.py"))
            found = [name for one in modules for at in _in_functions(one) for name in self._contexts(one).get(at, ())]
        names = {name.removeprefix(_MARK) for name in found if name.startswith(_MARK)}
        known = sorted((self._seconds[name], name) for name in names if name in self._seconds)
        near = [name for name in known if name[1].startswith(home)]
        return _within(near, seconds), _within([name for name in known if name not in near], seconds / 4)

    def seconds(self, tests: Sequence[str]) -> float:
        """How long tests take together."""
        return sum(self._seconds[name] for name in tests)

    @cache  # noqa: B019 - lives as long as the run
    def _contexts(self, path: Path) -> dict[int, list[str]]:
        found: dict[int, list[str]] = self._data.contexts_by_lineno(str(path))
        return found


def _within(tests: Sequence[tuple[float, str]], seconds: float) -> list[str]:
    """The first tests, as many as have the time."""
    spent = accumulate(taken for taken, _ in tests)
    return [name for at, ((_, name), until) in enumerate(zip(tests, spent, strict=True)) if not at or until <= seconds]


@cache
def _in_functions(path: Path) -> frozenset[int]:
    """The lines of a module that run when a function is called."""
    tree: Any = ast.parse(path.read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.Lambda)]
    return frozenset(
        line
        for node in functions
        for body in (node.body if isinstance(node, ast.FunctionDef) else [node.body])
        for line in range(body.lineno, (body.end_lineno or 0) + 1)
    )
