"""From a checkout to native modules: spell them out, hand them to mypyc, compile the C that it writes."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from spelled import Speller

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HOT = ("article", "text", "annotations")
"""The folders of the package whose modules are compiled."""

_COLD = frozenset(
    {
        # They say at run time how classes or expressions are made, or keep characters that C has no literal for.
        "factlint.article.facts",
        "factlint.text.deferred",
        "factlint.text.described",
        "factlint.text.values",
        "factlint.text.quoting",
        # No check waits for these: they would only make the build longer.
        "factlint.text.editing",
        "factlint.text.marked",
        "factlint.text.markup",
        "factlint.text.problem",
        "factlint.text.table",
        "factlint.text.timex",
        "factlint.text.verbatim",
        "factlint.text.visible",
    }
)
"""Modules in them that stay Python."""

_OPTIMISE = "2"
"""As mypyc counts: lower levels build faster, and the code gains half as much."""


class CannotCompileError(Exception):
    """There is no native code to be had here; the message says why, on one line."""


def compiled(root: Path, folder: Path) -> dict[Path, str]:
    """Compile the hot modules of a checkout in an empty folder: each native module with its path in the wheel.

    Raises CannotCompileError.
    """
    try:
        from mypyc.build import mypycify
        from setuptools import Distribution
    except ImportError as problem:
        raise CannotCompileError(f"{problem.name} is not installed") from problem
    hot = spelled_out(root, folder)
    said = io.StringIO()
    try:
        with contextlib.chdir(folder), contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            options = ["--config-file=", "--ignore-missing-imports", "--disable-error-code=import-untyped", *hot]
            modules = mypycify(
                options, opt_level=_OPTIMISE, debug_level="0", multi_file=True, target_dir="c", group_name="factlint"
            )
            _build(Distribution({"name": "factlint", "ext_modules": modules}))
    # The tools end in many ways, one of them SystemExit; whatever it was, the wheel can do without.
    except (Exception, SystemExit) as problem:
        raise CannotCompileError(_reason(problem, said.getvalue())) from problem
    made = folder / "made"
    return {path: path.relative_to(made).as_posix() for path in sorted(made.rglob("*.*"))}


def spelled_out(root: Path, folder: Path) -> list[str]:
    """Copy the package into the folder, the hot modules spelled out; their paths below it, sorted."""
    package = root / "factlint"
    shutil.copytree(package, folder / "factlint", ignore=shutil.ignore_patterns("__pycache__"))
    names = {_module(path.relative_to(root)): path.relative_to(root) for path in sorted(package.rglob("*.py"))}
    speller = Speller({name: (root / path).read_text(encoding="utf-8") for name, path in names.items()})
    hot = [name for name in names if name.split(".")[1:2] and name.split(".")[1] in _HOT and name not in _COLD]
    for name in hot:
        (folder / names[name]).write_text(speller.spelled(name), encoding="utf-8")
    return [names[name].as_posix() for name in hot]


def _module(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _build(distribution: Any) -> None:
    """Run the compiler on every processor: it is started once for each file of C, and there are many."""
    from setuptools.command.build_ext import build_ext

    command = build_ext(distribution)
    command.build_lib, command.build_temp = "made", "objects"
    command.ensure_finalized()
    run = command.build_extensions

    def on_all_processors() -> None:
        one_by_one = command.compiler.compile

        def compile_(sources: list[str], *given: Any, **named: Any) -> list[str]:
            with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
                return [
                    made
                    for found in pool.map(lambda one: one_by_one([one], *given, **named), sources)
                    for made in found
                ]

        command.compiler.compile = compile_
        run()

    command.build_extensions = on_all_processors
    command.run()


def _reason(problem: BaseException, said: str) -> str:
    """One line on what went wrong: what was said of an error, else the exception."""
    return next(_errors(said), f"{type(problem).__name__}: {problem}").strip()


def _errors(said: str) -> Iterator[str]:
    return (line for line in said.splitlines() if "error" in line)
