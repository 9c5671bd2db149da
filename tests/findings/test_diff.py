"""The diff of known changes: patch and git read it, and it says just what changes."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.findings.diff import unified

if TYPE_CHECKING:
    from pathlib import Path

TEN = "".join(f"line {number}\n" for number in range(1, 11))


def changed(text: str, changes: list[tuple[int, int, str]]) -> str:
    for start, end, words in reversed(changes):
        text = text[:start] + words + text[end:]
    return text


def applied(text: str, diff: list[str]) -> str:
    """What a program that reads diffs makes of one; it must find every line that the diff has of the text."""
    old = text.split("\n")
    ends = [*["\n"] * (len(old) - 1), ""]
    lines = [line + end for line, end in zip(old, ends, strict=True) if line or end]
    out: list[str] = []
    at = 0
    body = "".join(diff[2:]).split("\n")[:-1]
    for index, row in enumerate(body):
        if row.startswith("@@"):
            start, _, count = row.split(" ")[1][1:].partition(",")
            first = int(start) - (count != "0")
            out += lines[at:first]
            at = first
            continue
        if row.startswith("\\"):
            continue
        bare = index + 1 < len(body) and body[index + 1].startswith("\\ No newline")
        words = row[1:] + ("" if bare else "\n")
        if row[0] in " -":
            assert lines[at] == words
            at += 1
        if row[0] in " +":
            out.append(words)
    return "".join(out + lines[at:])


def test_a_changed_line_stands_among_its_neighbours() -> None:
    at = TEN.index("5")
    assert "".join(unified("a.txt", TEN, [(at, at + 1, "five")])) == (
        "--- a/a.txt\n+++ b/a.txt\n@@ -2,7 +2,7 @@\n line 2\n line 3\n line 4\n-line 5\n+line five\n"
        " line 6\n line 7\n line 8\n"
    )


def test_what_does_not_change_is_no_diff() -> None:
    assert list(unified("a.txt", TEN, [(0, 4, "line")])) == []
    assert list(unified("a.txt", TEN, [])) == []


@pytest.mark.parametrize("text", ["one\ntwo", "one\r\ntwo\r\n", "", "\n", "a\rb"], ids=repr)
def test_line_ends_stay(text: str) -> None:
    diff = list(unified("a.txt", text, [(0, 0, "x")]))
    assert applied(text, diff) == "x" + text


TEXTS = st.text(st.sampled_from("ab\n\r"), max_size=40)
CUTS = st.lists(st.integers(0, 40), max_size=8)


@given(TEXTS, CUTS, st.sampled_from(["", "c", "c\nd", "\n"]))
def test_a_diff_leads_to_the_changed_text(text: str, cuts: list[int], words: str) -> None:
    places = sorted({min(cut, len(text)) for cut in cuts})
    changes = [(start, end, words) for start, end in zip(places[::2], places[1::2], strict=False)]
    diff = list(unified("a.txt", text, changes))
    after = changed(text, changes)
    assert (applied(text, diff) if diff else text) == after


@pytest.mark.parametrize("text", [TEN, TEN[:-1], "x\ny\n", "only"], ids=repr)
def test_git_applies_it(text: str, tmp_path: Path) -> None:
    changes = [(0, 1, "L"), (len(text) - 1, len(text), "end")]
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode())
    diff = "".join(unified("a.txt", text, changes))
    git = ["git", "-c", "core.autocrlf=false", "apply", "-"]
    subprocess.run(
        git,
        input=diff.encode(),
        cwd=tmp_path,
        check=True,
        env={"GIT_CEILING_DIRECTORIES": str(tmp_path.parent), "PATH": "/usr/bin:/bin:/usr/local/bin"},
    )
    assert file.read_bytes().decode() == changed(text, changes)
