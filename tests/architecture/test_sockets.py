"""Drafts are private: no command but those that talk to a browser or an editor opens a socket."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from factlint.cli import cli as program

ROOT = Path(__file__).resolve().parents[2]
# They listen on loopback for the browser and the editor of the same machine; their own tests hold them to that.
TALKING = ("lsp", "review")
ARTICLE = "The envoy Steve Whitcoff met the ministers in Kiev on Tuesday, Dec. 15, 2025.\n"
RULE = "rules:\n  - prefer: {Türkiye: Turkey}\n"
# How a command is run for a real piece of its work. One that is not here is given an article, whatever comes of it.
WORK: dict[str, tuple[str, ...]] = {
    "add": ("Karel Novotny", "--not", "Novotnny"),
    "baseline": ("a.txt",),
    "check": ("a.txt", "b.txt", "--diff"),
    "completion": ("bash",),
    "config": (),
    "correct": ("An earlier version misspelled the name of Karel Novotny. It is Novotny, not Novotni.", "a.txt"),
    "dismiss": ("a.txt:1", "--rule", "names/misspelled", "--reason", "it is a quotation", "--by", "Ann"),
    "explain": ("names/misspelled", "a.txt:1"),
    "facts": ("a.txt",),
    "import": ("accept.txt",),
    "new": ("style/another",),
    "propose": ("a.txt", "b.txt"),
    "reference": (),
    "rules": ("--check",),
    "test": ("names/misspelled",),
    "try": ("names/misspelled", "a.txt"),
}
# Says on which kind of socket a program has worked, in a file: 2 and 10 are those of the internet (IPv4, IPv6). Those
# between processes of one machine (AF_UNIX) have no address in a network.
SPY = """
import os, sys

def told(event, arguments):
    if not event.startswith("socket."):
        return
    family = arguments[1] if event == "socket.__new__" else getattr(arguments[0], "family", None) if arguments else None
    if family == getattr(sys.modules.get("socket"), "AF_UNIX", 1):
        return
    with open(os.environ["SPY"], "a", encoding="utf-8") as file:
        file.write(f"{event} {arguments}\\n")

sys.addaudithook(told)
"""
COMMANDS = program.list_commands(click.Context(program))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, text in (("a.txt", ARTICLE), ("b.txt", ARTICLE.replace("Kiev", "Rome")), ("accept.txt", "Novotny\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "desk" / "style").mkdir(parents=True)
    (tmp_path / "desk" / "style" / "own.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "factlint.yml").write_text("rules: [desk/]\n", encoding="utf-8")
    (tmp_path / "spy").mkdir()
    (tmp_path / "spy" / "sitecustomize.py").write_text(SPY, encoding="utf-8")
    return tmp_path


def spied(desk: Path, *command: str) -> tuple[str, subprocess.CompletedProcess[str]]:
    """What a program has done with sockets, and how it ended."""
    note = desk / "note"
    note.unlink(missing_ok=True)
    path = os.pathsep.join([str(desk / "spy"), str(ROOT)])
    env = {**os.environ, "PYTHONPATH": path, "SPY": str(note), "FACTLINT_CACHE_DIR": str(desk / "cache")}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=desk,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return (note.read_text(encoding="utf-8") if note.exists() else ""), done


def test_the_spy_sees_sockets(desk: Path) -> None:
    assert "socket.__new__" in spied(desk, "-c", "import socket; socket.socket()")[0]
    assert "socket.getaddrinfo" in spied(desk, "-c", "import socket; socket.getaddrinfo('localhost', 1)")[0]
    assert spied(desk, "-c", "import socket; socket.socketpair()")[0] == ""


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in TALKING])
def test_command_opens_no_socket(desk: Path, name: str) -> None:
    sockets, done = spied(desk, "-m", "factlint", name, *WORK.get(name, ("a.txt",)))
    assert sockets == ""
    assert done.returncode in ((0, 1) if name in WORK else (0, 1, 2)), done.stderr


@pytest.mark.parametrize(
    "given",
    [("--format", "html"), ("--fix",), ("--jobs", "2"), ("--statistics",), ("--output", "sarif=x.sarif")],
    ids=lambda given: given[0],
)
def test_no_way_to_check_opens_a_socket(desk: Path, given: tuple[str, ...]) -> None:
    for number in range(12):
        shutil.copy(desk / "a.txt", desk / f"copy-{number}.txt")
    sockets, done = spied(desk, "-m", "factlint", ".", *given)
    assert sockets == ""
    assert done.returncode == 1, done.stderr


@pytest.mark.parametrize("name", [name for name in COMMANDS if name in TALKING])
def test_help_of_the_talking_ones_is_silent(desk: Path, name: str) -> None:
    assert spied(desk, "-m", "factlint", name, "--help")[0] == ""
