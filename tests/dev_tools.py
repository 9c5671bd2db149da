"""Tests that need a tool of the development extras say so here."""

from __future__ import annotations

import importlib.util
import os
import shutil

import pytest

# Set where the tools must be there, as in .ci/run: a test that lacks one fails instead of being skipped.
REQUIRED = "FACTLINT_REQUIRE_TOOLS"


def need_module(name: str, package: str) -> None:
    """Skip the test where a module is not installed."""
    if importlib.util.find_spec(name) is None:
        _lacking(f"{package} is not installed (pip install -e '.[dev]')")


def need_program(name: str) -> None:
    """Skip the test where a program is not on the path."""
    if shutil.which(name) is None:
        _lacking(f"there is no {name} on this machine")


def _lacking(reason: str) -> None:
    if os.environ.get(REQUIRED):
        pytest.fail(reason)
    pytest.skip(reason)
