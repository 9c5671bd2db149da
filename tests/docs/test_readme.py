"""The README is true: each output in it is what the command prints today."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from factlint.cli import cli as program

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
    commands = program.list_commands(click.Context(program))
    assert [name for name in commands if f"factlint {name}" not in text] == []


def test_every_setting_is_in_the_readme() -> None:
    from factlint.config.layers import NAMES

    text = README.read_text(encoding="utf-8")
    assert [name for name in NAMES if f"`{name}`" not in text] == []
