"""Plain text wrapped to a width says what it said: the findings are the same, at other places."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEEDS = {path.name: path.read_bytes().decode() for path in sorted((ROOT / "seeds").glob("*.txt"))}


def spaced(text: str) -> str:
    """A blank line between all paragraphs; front matter stays."""
    head, mark, body = text.rpartition("\n---\n")
    return head + mark + "\n\n".join(line for line in body.split("\n") if line.strip())


def wrapped(text: str, width: int) -> str:
    """Each line as a mail program writes it; front matter stays."""
    head, mark, body = text.rpartition("\n---\n")
    lines = [textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in body.split("\n")]
    return head + mark + "\n".join(lines)


def said(folder: Path, texts: dict[str, str]) -> list[tuple[str, ...]]:
    """What is found in files of these texts, without the places."""
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())
    command = [sys.executable, "-m", "factlint", "check", "--no-cache", "--format", "json", "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    return [
        (one["rule"], one["severity"], one["id"], " ".join(one["text"].split()), one["message"])
        for one in json.loads(done.stdout)["findings"]
    ]


@pytest.mark.parametrize("width", [60, 72])
def test_findings_are_those_of_the_text_on_long_lines(width: int, tmp_path: Path) -> None:
    texts = {name: spaced(text) for name, text in SEEDS.items()}
    reflowed = {name: wrapped(text, width) for name, text in texts.items()}
    assert max(len(line) for text in reflowed.values() for line in text.split("\n")) <= width
    before = sorted(said(tmp_path / "long", texts))
    assert len(before) > 10
    assert sorted(said(tmp_path / "wrapped", reflowed)) == before
