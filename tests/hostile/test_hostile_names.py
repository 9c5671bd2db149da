"""Files whose names are made to be obeyed: by a terminal, by a reader of lines, by a browser."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from limited import assert_sound, run

from factlint.text.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="such names are not possible there")

WRONG = "Steve Whitcoff came to Berlin.\nThe river rose in the night.\n"
NAMES = (
    b"colour\x1b[31mred.txt", b"title\x1b]0;evil\x07.txt", b"line\nb.txt:1:1: error: forged.txt", b"over\rwritten.txt",
    "c1\u009b31m.txt".encode(), "turned\u202egnp.txt".encode(), "separated\u2028.txt".encode(), b"bytes\xff\xfe.txt",
    b"tab\there.txt", b"-dash.txt", b"<img src=x onerror=alert(1)>&\"'.txt", b"a]b,c;d%0A::error::x.txt", b"del\x7f.txt",
)  # fmt: skip
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
FORMATS = (
    "terminal", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "csv", "markdown", "html",
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("names")
    for name in NAMES:
        (home / name.decode("utf-8", "surrogateescape")).write_text(WRONG, encoding="utf-8")
    (home / "no\x1b[2Jtext\n.txt").write_bytes(b"\0\1\2" * 500)
    (home / "no\x1b[2Jwhere\n.txt").symlink_to("nowhere")
    return home


@pytest.mark.parametrize("form", FORMATS)
def test_no_report_lets_a_name_be_obeyed(folder: Path, form: str) -> None:
    ended = run(folder, "check", ".", "--format", form)
    assert_sound(ended)
    assert ended.code == 2, "what is no text has its line"
    assert not OBEYED.search(ended.out + ended.err)
    assert "Whitcoff" in ended.out
    assert not [line for line in (ended.out + ended.err).splitlines() if line.startswith(("b.txt:1", "where", ".txt:"))]


@pytest.mark.parametrize("form", ["json", "jsonl", "sarif", "gitlab", "rdjson"])
def test_json_remains_json_and_names_every_article(folder: Path, form: str) -> None:
    out = run(folder, "check", ".", "--format", form).out
    values = [json.loads(line) for line in out.split("\n") if line] if form == "jsonl" else [json.loads(out)]
    told = json.dumps(values, ensure_ascii=False)
    assert "\u009b31m" in told or "%C2%9B31m" in told
    assert all(word in told for word in ("colour", "title", "over", "turned", "separated", "bytes", "forged"))


@pytest.mark.parametrize("form", ["junit", "checkstyle"])
def test_xml_remains_xml(folder: Path, form: str) -> None:
    root = ElementTree.fromstring(run(folder, "check", ".", "--format", form).out)
    told = {value for element in root.iter() for name, value in element.items() if name in ("file", "name")}
    assert "turned\u202egnp.txt" in told
    assert "c1\u009b31m.txt" in told


@pytest.mark.parametrize(
    "words",
    [
        ("facts", "."), ("facts", ".", "--format", "jsonl"), ("facts", ".", "--stories"), ("baseline", "."),
        ("try", "names/misspelled", "."), ("explain", "names/misspelled", "./title\x1b]0;evil\x07.txt:1"),
        ("explain", "names/misspelled", "./turned\u202egnp.txt"), ("check", "none\x1b[2J.txt"), ("\x1b[2J\u202e",),
        ("check", "-dash.txt", "--config", "no\x1b[2J.yml"), ("check", ".", "--baseline", "no\x1b[2J.json"),
    ],
    ids=lambda words: " ".join(words).encode("unicode_escape").decode(),
)  # fmt: skip
def test_no_other_command_does(folder: Path, words: tuple[str, ...]) -> None:
    ended = run(folder, *words)
    assert_sound(ended)
    assert not OBEYED.search(ended.out + ended.err)


def test_a_diff_is_read_by_git_whatever_a_file_is_called(folder: Path, tmp_path: Path) -> None:
    odd = [name.decode() for name in NAMES if b"\xff" not in name]
    for name in odd:
        (tmp_path / name).write_text(WRONG, encoding="utf-8")
    diff = run(tmp_path, "check", ".", "--diff").out
    assert not OBEYED.search(diff)
    git = subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=diff.encode(), capture_output=True, check=False)
    assert git.returncode == 0, git.stderr
    assert all("Witkoff" in (tmp_path / name).read_text(encoding="utf-8") for name in odd)


def test_a_problem_with_an_odd_path_is_safe_wherever_it_is_shown() -> None:
    shown = Problem("a\n\x1b[2Jb.txt", "wrong\x1b[1m", "mend\u202e it", 1, 2, "x\x07y").render()
    assert not OBEYED.search(shown)
    assert len(shown.splitlines()) == 4
