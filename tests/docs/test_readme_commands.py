"""Each command that the README shows is one that works: it is run in a folder like the one that the README speaks of."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from factlint.cli import cli as program

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
FENCE = re.compile(r"(?P<mark><!-- .*? -->\n)?^```(?P<kind>\w*)\n(?P<lines>.*?)^```$", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"`(factlint\s[^`]+)`")
# What .ci/run runs as it stands, and what test_readme.py compares with its output.
RUN_ELSEWHERE = ("<!-- ci: ", "<!-- output: ")
# Lines of a fence that are about other programs.
OTHER_PROGRAMS = (
    "pip",
    "pipx",
    "python3",
    "pre-commit",
    "git",
    "eval",
    "cd",
    "docker",
    "bash",
    ".github/recipes/gate.sh",
)
# These stay until they are ended; they have tests of their own.
STAYING = ("lsp", "review", "--watch")
# What stands for something of the reader's.
PLACEHOLDERS = {
    "PATH": "articles/",
    "PATHS": "articles/",
    "FILE": "article.txt",
    "FILE:LINE": "article.txt:1",
    "ARTICLE": "article.txt",
    "RULE": "names/misspelled",
    "REF": "HEAD",
    "…": "",
    "...": "",
}
ARTICLE = "The envoy Steve Whitcoff met the ministers.\n\n" + "They spoke of 45,000 jobs in Oslo.\n\n" * 12
RULE = (
    "severity: note\nfind: from date d where d.precision = 'day'\nmessage: 'this is a day: {d.text}'\nwhy: For a test.\n"
    "examples:\n  bad: ['The talks began on [[Dec. 15, 2025]].']\n  good: ['The talks began in 2025.']\n"
)
FILES = {
    "article.txt": ARTICLE,
    "articles/a.txt": ARTICLE,
    "articles/b.md": "The ministers met in Oslo.\n",
    "archive/old.txt": ARTICLE,
    "accept.txt": "Novotny\n",
    "Terms.yml": "extends: substitution\nmessage: use '%s'\nlevel: error\nswap:\n  Kiev: Kyiv\n",
    "prh.yml": "version: 1\nrules:\n  - expected: Kyiv\n    pattern: Kiew\n",
    "always-find.csv": "Find,Preferred\nKieff,Kyiv\n",
    "my-rule.yaml": RULE,
    "desk/knowledge/people.yaml": "people:\n  - name: Karel Hrabovsky\n",
    "factlint.yml": "rules: [desk/]\n",
}


def unmarked_fences() -> list[str]:
    return [
        match["lines"]
        for match in FENCE.finditer(TEXT)
        if match["kind"] in ("sh", "bash", "console") and not (match["mark"] or "").startswith(RUN_ELSEWHERE)
    ]


def in_fences() -> list[str]:
    lines = "\n".join(unmarked_fences()).replace("\\\n", " ").splitlines()
    return [line.strip().removeprefix("$ ") for line in lines if line.strip() and not line.strip().startswith("#")]


def in_sentences() -> list[str]:
    return [" ".join(match.split()) for match in INLINE.findall(FENCE.sub("", TEXT))]


COMMANDS = list(dict.fromkeys(line for line in (*in_fences(), *in_sentences()) if line.startswith("factlint ")))


def words(command: str) -> list[str]:
    """What the shell makes of a command, with something real in the place of each placeholder."""
    plain = re.sub(r"\s[|>].*", "", command).replace("[", "").replace("]", "")
    found = [PLACEHOLDERS.get(word, word) for word in shlex.split(plain, comments=True)[1:]]
    return [word for word in found if word]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    author = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    if shutil.which("git") is not None:
        for step in (("init", "--quiet"), ("add", "--all"), (*author, "commit", "--quiet", "--no-verify", "-m", "All")):
            subprocess.run(["git", *step], cwd=tmp_path, env=environment(), check=True)
    return tmp_path


def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "PYTHONPATH": str(ROOT), "SHELL": "/bin/bash"}


def lay_out(folder: Path, arguments: list[str]) -> None:
    """Put an article where a command expects a folder or a text that is not there."""
    for word in arguments:
        path = folder / re.sub(r"(:\d+)+$", "", word)
        if word.startswith("-") or (path.is_absolute() and not path.is_relative_to(folder)) or path.exists():
            continue
        if word.endswith("/"):
            path.mkdir(parents=True)
            (path / "a.txt").write_text(ARTICLE, encoding="utf-8")
        elif path.suffix in (".txt", ".md"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(ARTICLE, encoding="utf-8")


def run(folder: Path, arguments: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "factlint", *arguments],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_command_of_the_readme_works(desk: Path, command: str) -> None:
    arguments = words(command)
    names = program.list_commands(click.Context(program))
    if any(word in STAYING for word in arguments) or (len(arguments) == 1 and arguments[0] in names):
        # It stays, or it is only spoken of: what it takes must be there.
        name = arguments[0] if arguments[0] in names else "check"
        page = run(desk, [name, "--help"])
        assert page.returncode == 0, page.stderr
        options = [word.split("=")[0] for word in arguments if word.startswith("--")]
        assert [option for option in options if option not in page.stdout] == []
        return
    lay_out(desk, arguments)
    done = run(desk, arguments)
    if done.returncode == 2 and "pip install 'factlint[" in done.stderr:
        pytest.skip("this command needs an extra that is not installed")
    assert done.returncode in (0, 1), f"exit code {done.returncode}\n{done.stdout}\n{done.stderr}"


def test_the_readme_shows_commands() -> None:
    assert len(COMMANDS) >= 10


@pytest.mark.parametrize("line", in_fences())
def test_line_of_a_fence_is_of_a_program_that_is_known(line: str) -> None:
    """A line that nobody runs is one that may be wrong."""
    first = next(word for word in line.split() if "=" not in word.split("/")[0])
    assert first in ("factlint", *OTHER_PROGRAMS)


@pytest.mark.parametrize("fence", unmarked_fences())
def test_fence_is_good_bash(fence: str) -> None:
    done = subprocess.run(["bash", "-n"], input=fence, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
