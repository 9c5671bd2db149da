"""The README is true: each output in it is what the command prints today."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
BLOCK = re.compile(r"<!-- output: (?P<command>.+?) -->\n```\n(?P<shown>.*?)```", re.DOTALL)
COMMANDS = [match["command"] for match in BLOCK.finditer(README.read_text(encoding="utf-8"))]


def output(command: str) -> str:
    arguments = command.removeprefix("factlint ").split()
    done = subprocess.run(
        [sys.executable, "-m", "factlint", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "100", "PYTHONPATH": str(ROOT)},
        check=False,
    )
    return done.stdout.strip("\n") + "\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_an_output_of_the_readme_is_real(command: str, request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    match = next(match for match in BLOCK.finditer(text) if match["command"] == command)
    real = output(command)
    if request.config.getoption("--update-golden"):
        README.write_text(text[: match.start("shown")] + real + text[match.end("shown") :], encoding="utf-8")
        return
    assert match["shown"] == real


def test_every_command_is_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    commands = [
        path.stem.rstrip("_")
        for path in (ROOT / "factlint" / "cli").glob("*.py")
        if path.stem not in ("__init__", "exits", "options")
    ]
    assert [name for name in commands if f"factlint {name}" not in text] == []


def test_every_setting_is_in_the_readme() -> None:
    from dataclasses import fields

    from factlint.config.settings import Settings

    text = README.read_text(encoding="utf-8")
    assert [field.name for field in fields(Settings) if f"`{field.name}`" not in text] == []
