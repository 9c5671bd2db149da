"""The build hook of the wheel: what ships is compiled for the cache, and, with FACTLINT_NATIVE=1, the hot modules are.

The rules and the knowledge that ship take a second to compile, so that every wheel has them compiled. Native code takes
minutes, so that nobody gets it who has not asked; editable installs and checkouts get neither. Where something cannot
be compiled, one line says so and the wheel does without. All give the same findings.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))

from native import CannotCompileError, compiled
from warm import CannotWarmError, warmed

_COMPILER = ("mypy>=2.0,<3", "setuptools>=77")


def _is_pure(version: str) -> bool:
    return version == "editable" or os.environ.get("FACTLINT_NATIVE", "") in ("", "0")


class CompiledHook(BuildHookInterface[Any]):
    """Adds what was compiled; native modules beside the Python ones, which stay for tracebacks and readers."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What the build needs on top of hatchling."""
        return [*self.metadata.core.dependencies, *([] if _is_pure("") else _COMPILER)]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files of the wheel are collected."""
        if version == "editable":
            return
        self._folder = Path(tempfile.mkdtemp(prefix="factlint-build-"))
        self._warm(build_data)
        if not _is_pure(version):
            self._compile(build_data)

    def _warm(self, build_data: dict[str, Any]) -> None:
        try:
            made = warmed(Path(self.root), self._folder / "warm")
        except CannotWarmError as problem:
            self.app.display_warning(f"factlint compiles its rules at its first run, not here: {problem}")
            return
        build_data["force_include"].update({str(path): where for path, where in made.items()})

    def _compile(self, build_data: dict[str, Any]) -> None:
        native = self._folder / "native"
        native.mkdir()
        try:
            made = compiled(Path(self.root), native)
        except CannotCompileError as problem:
            self.app.display_warning(f"factlint is built as pure Python (slower, the same findings): {problem}")
            return
        build_data["force_include"].update({str(path): where for path, where in made.items()})
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what the compiler left."""
        if version != "editable":
            shutil.rmtree(self._folder, ignore_errors=True)
