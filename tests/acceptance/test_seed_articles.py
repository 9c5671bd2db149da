"""The whole output of ``factlint seeds/``, byte for byte, and what the clean article must not have."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]


def run(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "factlint", *args],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )


def test_the_whole_report(golden: Callable[[str, str], None]) -> None:
    done = run("seeds/")
    assert (done.returncode, done.stderr) == (1, "")
    golden("seeds.txt", done.stdout)


def test_the_whole_report_as_json(golden: Callable[[str, str], None]) -> None:
    done = run("seeds/", "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    golden("seeds.json", done.stdout)


@pytest.mark.parametrize("name", ["guarantees.txt", "caption.txt"])
def test_every_place_of_the_json_is_where_it_says(name: str) -> None:
    text = (ROOT / "seeds" / name).read_text(encoding="utf-8")
    lines = text.splitlines()
    for found in json.loads(run("seeds/", "--format", "json").stdout)["findings"]:
        if found["id"] == name:
            assert text[found["start"] : found["end"]] == found["text"]
            if found["line"] == found["end_line"]:
                assert lines[found["line"] - 1][found["column"] - 1 : found["end_column"] - 1] == found["text"]


def test_the_clean_article_is_clean() -> None:
    done = run("seeds/clean.md", "--with", "seeds/", "--fail-on", "note")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
