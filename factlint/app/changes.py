"""Which lines have changed since a git ref, in the files as they lie in the working tree."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.findings.changed import Changed
from factlint.sources.discovery import shown_path
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHERE = "--changed-since"
_HUNK = re.compile(rb"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_FILE = b"+++ "
# The name of a file in a diff has a letter and a slash before it unless that is turned off.
_DIFF = (
    *("-c", "core.quotePath=false", "-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false"),
    *("diff", "--unified=0", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv", "--text"),
    *("--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules"),
)


def changed_since(ref: str, cwd: Path) -> Changed:
    """The lines that differ from where this branch left a ref, committed or not; files that git does not know, whole.

    Raises ProblemError where there is no git, no repository, no such ref, or no common commit.
    """
    root = Path(os.fsdecode(_git(cwd, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    base = _base(ref, cwd)
    files = dict(_hunks(_git(root, *_DIFF, base, "--"), root, cwd))
    for name in _git(root, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0"):
        if name:
            files[_shown(name, root, cwd)] = ()
    return Changed(files)


def _base(ref: str, cwd: Path) -> str:
    """The commit that this branch and the ref have in common."""
    if ref.startswith("-") or _asked(cwd, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}").returncode:
        hint = "name a branch, a tag or a commit, as origin/main; in CI, fetch it first (fetch-depth: 0)"
        raise _problem(f"git knows no commit called “{ref}”", hint)
    asked = _asked(cwd, "merge-base", ref, "HEAD")
    if asked.returncode:
        raise _problem(f"“{ref}” and this branch have no commit in common", "in CI, fetch all commits (fetch-depth: 0)")
    return asked.stdout.decode("ascii").strip()


def _hunks(diff: bytes, root: Path, cwd: Path) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    """The changed lines of each file of a diff without context; where lines were only taken out, those around."""
    path, ranges, left = "", list[tuple[int, int]](), 0
    for line in diff.split(b"\n"):
        if left and line[:1] in (b"+", b"-"):
            left -= 1
            continue
        if line.startswith(b"diff --git "):
            if path and ranges:
                yield path, tuple(ranges)
            path, ranges = "", []
        elif line.startswith(_FILE):
            path = _shown(_unquoted(line[len(_FILE) :].rstrip(b"\t"))[2:], root, cwd)
        elif match := _HUNK.match(line):
            left = _length(line)
            first, count = int(match[1]), int(match[2] or 1)
            ranges.append((first, first + count - 1) if count else (first, first + 1))
    if path and ranges:
        yield path, tuple(ranges)


def _length(header: bytes) -> int:
    """How many lines a hunk has; a line of an article may look like anything, so they are counted."""
    sides = re.findall(rb"[-+]\d+(?:,(\d+))?", header.split(b"@@")[1])
    return sum(int(count or 1) for count in sides)


def _unquoted(name: bytes) -> bytes:
    """A name that git has put between quotation marks since it has a tab, a quotation mark or the like in it."""
    if not name.startswith(b'"'):
        return name
    simple = {b"t": b"\t", b"n": b"\n", b"r": b"\r"}
    plain = name.strip(b'"')
    return re.sub(
        rb"\\([0-7]{3}|.)",
        lambda match: bytes([int(match[1], 8)]) if len(match[1]) == 3 else simple.get(match[1], match[1]),
        plain,
    )


def _shown(name: bytes, root: Path, cwd: Path) -> str:
    return shown_path(str(root / os.fsdecode(name)), cwd)


def _git(cwd: Path, *words: str) -> bytes:
    asked = _asked(cwd, *words)
    if asked.returncode:
        said = asked.stderr.decode("utf-8", errors="replace").strip().splitlines()
        outside = any("not a git repository" in line for line in said)
        message = "this folder is in no git repository" if outside else f"git cannot tell: {' '.join(said[:1])}"
        raise _problem(message, "run it inside a clone, or leave the option out")
    return asked.stdout


def _asked(cwd: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(["git", *words], cwd=cwd, capture_output=True, check=False, env=environment)  # noqa: S603, S607
    except OSError:
        raise _problem("git was not found", "install git, or leave the option out") from None


def _problem(message: str, hint: str) -> ProblemError:
    return ProblemError(Problem(_WHERE, message, hint))
