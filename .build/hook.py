"""The build hook of the wheel: Python as it is written, or, with FACTLINT_NATIVE=1, the hot modules as native code.

Compiling takes minutes, so that nobody gets it who has not asked; editable installs and checkouts are never compiled.
Where there is no compiler, or it fails, one line says so and the wheel is the pure one. Both give the same findings.
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

_COMPILER = ("mypy>=2.0,<3", "setuptools>=77")


def _is_pure(version: str) -> bool:
    return version == "editable" or os.environ.get("FACTLINT_NATIVE", "") in ("", "0")


class NativeHook(BuildHookInterface[Any]):
    """Adds the native modules to the wheel beside the Python ones, which stay for tracebacks and readers."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What the build needs on top of hatchling."""
        return [] if _is_pure("") else list(_COMPILER)

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files of the wheel are collected."""
        if _is_pure(version):
            return
        self._folder = Path(tempfile.mkdtemp(prefix="factlint-build-"))
        try:
            made = compiled(Path(self.root), self._folder)
        except CannotCompileError as problem:
            self.app.display_warning(f"factlint is built as pure Python (slower, the same findings): {problem}")
            return
        build_data["force_include"].update({str(path): where for path, where in made.items()})
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what the compiler left."""
        if not _is_pure(version):
            shutil.rmtree(self._folder, ignore_errors=True)
