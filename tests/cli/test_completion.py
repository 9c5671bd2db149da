"""The Tab key: what it offers, in the words of each shell."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from dev_tools import need_program

from factlint import reports
from factlint.cli import cli as program

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, folder: Path = ROOT, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "factlint", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def offered(line: str, folder: Path = ROOT) -> list[str]:
    """What bash is offered for a line, the last word of which is being typed."""
    words = line.split(" ")
    number = str(len(words) - 1)
    done = run(folder=folder, _FACTLINT_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD=number)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split()


def test_commands_are_offered() -> None:
    import click

    names = program.list_commands(click.Context(program))
    assert offered("factlint ") == [f"plain,{name}" for name in names]
    assert offered("factlint chec") == ["plain,check"]


@pytest.mark.parametrize("line", ["factlint see", "factlint ./", "factlint check see", "factlint check --diff see"])
def test_paths_are_left_to_the_shell(line: str) -> None:
    assert offered(line) == [f"file,{line.split(' ')[-1]}"]


@pytest.mark.parametrize("line", ["factlint --form", "factlint seeds/ --form", "factlint check seeds/ a.txt --form"])
def test_options_of_check_are_offered_with_and_without_its_name(line: str) -> None:
    assert offered(line) == ["plain,--format"]


@pytest.mark.parametrize("line", ["factlint --format ", "factlint seeds/ --format "])
def test_formats_are_offered(line: str) -> None:
    assert offered(line) == [f"plain,{name}" for name in reports.names()]


def test_formats_of_files_are_offered() -> None:
    assert offered("factlint check --output sar") == ["plain,sarif="]
    assert offered("factlint check --output out/") == ["file,out/"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("names/missp", ["names/misspelled"]),
        ("name", ["names/*", "names/misspelled"]),
        ("dates/*,names/missp", ["dates/*,names/misspelled"]),
        ("nonsense", []),
    ],
)
def test_rules_and_families_are_offered(typed: str, expected: list[str]) -> None:
    found = offered(f"factlint check --select {typed}")
    assert set(found) >= {f"plain,{word}" for word in expected}
    assert bool(found) is bool(expected)


def test_rules_of_the_desk_are_offered(tmp_path: Path) -> None:
    (tmp_path / "desk" / "style").mkdir(parents=True)
    (tmp_path / "desk" / "style" / "own.yaml").write_text("rules:\n  - prefer: {Türkiye: Turkey}\n", encoding="utf-8")
    (tmp_path / "factlint.yml").write_text("rules: [desk/]\n", encoding="utf-8")
    assert "plain,names/turkiye" in offered("factlint explain na", tmp_path)


def test_a_broken_configuration_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "factlint.yml").write_text("rules: [no\n", encoding="utf-8")
    done = run(folder=tmp_path, _FACTLINT_COMPLETE="bash_complete", COMP_WORDS="factlint --select n", COMP_CWORD="2")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("shell", ["bash", "fish", "zsh"])
def test_script_of_a_shell_asks_factlint(shell: str) -> None:
    done = run("completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"_FACTLINT_COMPLETE={shell}_complete" in done.stdout
    assert run("completion", SHELL=f"/usr/bin/{shell}").stdout == done.stdout


@pytest.mark.parametrize("given", ["", "/bin/tcsh"])
def test_another_shell_is_told_which_there_are(given: str) -> None:
    done = run("completion", SHELL=given)
    assert done.returncode == 2
    assert "name one of bash, fish, zsh" in done.stderr


def test_bash_completes_for_real(tmp_path: Path) -> None:
    need_program("bash")
    (tmp_path / "factlint").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factlint "$@"\n', encoding="utf-8")
    (tmp_path / "factlint").chmod(0o755)
    script = (
        'eval "$(factlint completion bash)"\n'
        "COMP_WORDS=(factlint check --format sa) COMP_CWORD=3\n"
        '_factlint_completion factlint\necho "${COMPREPLY[*]}"\ncomplete -p factlint\n'
    )
    path = os.pathsep.join([str(tmp_path), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PATH": path},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.stdout.splitlines() == ["sarif", "complete -o nosort -F _factlint_completion factlint"], done.stderr
