"""A newsroom's repository as a CI sees it: a clone with a branch, a base to compare with, and factlint on the path."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GATE = ROOT / ".github" / "recipes" / "gate.sh"
AUTHOR = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
# What a CI sets, git sets for its hooks, or a person has set; none of it may reach a test.
FOREIGN = ("GIT_", "GITHUB_", "CI_", "FACTLINT_", "RUNNER_")
CLEAN = "The ministers met in Oslo and agreed on a plan for the harbour.\n"
WRONG = "The envoy Steve Whitcoff met the ministers in Oslo.\n"


def environment(**given: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
    cache = {name: os.environ[name] for name in ("FACTLINT_CACHE_DIR",) if name in os.environ}
    return {**kept, **cache, **given}


def git(folder: Path, *arguments: str) -> str:
    command = ["git", *AUTHOR, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, check=True, encoding="utf-8")
    return done.stdout.strip()


def commit(folder: Path, files: dict[str, str], message: str) -> str:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--no-verify", "--message", message)
    return git(folder, "rev-parse", "HEAD")


def program(folder: Path, name: str, lines: str) -> None:
    """A program for the PATH."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    path.chmod(0o755)


def factlint_on(folder: Path) -> None:
    """The factlint of this checkout as a program in a folder."""
    program(folder, "factlint", f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m factlint "$@"')


class Newsroom:
    """``origin`` holds the branch main, ``clone`` is where a branch is worked on."""

    def __init__(self, folder: Path, articles: dict[str, str]) -> None:
        self.folder = folder
        self.origin, self.clone, self.bin = folder / "origin", folder / "clone", folder / "bin"
        self.origin.mkdir()
        git(self.origin, "init", "--quiet", "--initial-branch", "main")
        self.base = commit(self.origin, articles, "Everything")
        git(folder, "clone", "--quiet", str(self.origin), str(self.clone))
        git(self.clone, "switch", "--quiet", "--create", "branch")
        factlint_on(self.bin)

    def run(self, *command: str, **given: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the clone."""
        path = os.pathsep.join([str(self.bin), os.environ.get("PATH", "")])
        return subprocess.run(
            command,
            cwd=self.clone,
            env=environment(PATH=path, **given),
            capture_output=True,
            check=False,
            encoding="utf-8",
        )

    def gate(self, **given: str) -> subprocess.CompletedProcess[str]:
        """Run the gate with these settings."""
        return self.run("bash", str(GATE), **given)

    def shallow(self) -> None:
        """Make the clone one that knows the newest commit of the branch alone, as those of a CI do."""
        git(self.clone, "push", "--quiet", "origin", "branch")
        shutil.rmtree(self.clone)
        address = f"file://{self.origin}"
        git(self.folder, "clone", "--quiet", "--depth", "1", "--branch", "branch", address, str(self.clone))
