"""Rules, knowledge, settings and caches that are broken or mean harm."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from limited import assert_sound, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of processes are set as POSIX has it")

QUERY = "severity: note\nfind: |\n  {}\nmessage: x\nwhy: x\n"
SENTENCE = QUERY.format("from sentence s where s.text matches /{}/")
RULES = {
    "references that grow": "a: &a [x, x]\nb: &b [*a, *a]\n",
    "nested lists": "rules: " + "[" * 20_000,
    "no text": "rules: \x80\x00",
    "brackets": QUERY.format("from sentence s where " + "(" * 3_000 + 's.text = "a"' + ")" * 3_000),
    "not": QUERY.format("from sentence s where " + "not " * 3_000 + 's.text = "a"'),
    "and": QUERY.format("from sentence s where " + " and ".join(['s.text = "a"'] * 2_000)),
    "facts": QUERY.format("from " + ", ".join(f"name n{n}" for n in range(60)) + " where n0.text = n1.text"),
    "braces": 'severity: note\nfind: from name n where n.text = "a"\nmessage: "' + "{" * 3_000 + '"\nwhy: x\n',
    "repeated repetition": SENTENCE.format("(a+)+$"),
    "alternatives repeated": SENTENCE.format("(a|aa)+$"),
    "many repetitions": SENTENCE.format("a*a*a*a*a*b"),
    "any sign, often": SENTENCE.format("(.*),(.*),(.*),(.*),x"),
    "a repetition with an end, repeated": SENTENCE.format("(a{1,99}){1,99}b"),
    "alternatives, often": SENTENCE.format("(a|aa){40}b"),
    "a question about a group": SENTENCE.format("(x)?(?(1)c|(a+)+b)"),
    "two repetitions": SENTENCE.format("a*a*b"),
    "code": "!!python/object/apply:os.system ['touch harmed']\n",
    "formats": 'severity: note\nfind: from name n where n.text is known\nmessage: "{n.text:>999999999}"\nwhy: x\n',
}
KNOWLEDGE = {
    "own right form": "people: [{name: Steve Witkoff, wrong: {Witkoff: [Witkoff]}}]",
    "a long name": "people: [{name: " + "A" * 100_000 + "}]",
    "no list": "people: 1",
    "a list as name": "people: [{name: [a]}]",
    "nothing": "people:",
    "code": "people: !!python/name:os.system",
    "a day that is none": "offices: [{key: a/b, title: X, terms: [{holder: A B, since: 2020-02-31}]}]",
}
SETTINGS = (
    "rules: [[[",
    "foo: 1",
    "severity: {a: b}",
    "published: 2025-13-45",
    "- a",
    '"',
    "rules: &a [*a]",
    "story: 5",
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Steve Whitcoff came to Berlin. " + "a" * 3_000 + ", " * 500 + ".")
    (tmp_path / "desk/text").mkdir(parents=True)
    (tmp_path / "desk/knowledge").mkdir()
    (tmp_path / "factlint.yml").write_text("rules: [desk/]\n")
    return tmp_path


@pytest.mark.parametrize("text", RULES.values(), ids=RULES)
def test_rules(desk: Path, text: str) -> None:
    (desk / "desk/text/mine.yaml").write_bytes(text.encode())
    ended = run(desk, "a.txt", "--format", "jsonl")
    assert_sound(ended)
    assert "Whitcoff" in ended.out, "the other rules did not run"
    assert not (desk / "harmed").exists()


@pytest.mark.parametrize("text", KNOWLEDGE.values(), ids=KNOWLEDGE)
def test_knowledge(desk: Path, text: str) -> None:
    (desk / "desk/knowledge/people.yaml").write_text(text)
    ended = run(desk, "a.txt", "--format", "jsonl")
    assert_sound(ended)
    assert "Whitcoff" in ended.out


@pytest.mark.parametrize("text", SETTINGS)
def test_settings(desk: Path, text: str) -> None:
    (desk / "factlint.yml").write_text(text)
    ended = run(desk, "a.txt")
    assert ended.code == 2
    assert "factlint.yml:" in ended.err + ended.out
    assert_sound(ended)


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-10])


def _scrambled(path: Path) -> None:
    path.write_bytes(bytes(byte ^ 0x55 for byte in path.read_bytes()))


def _one_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("harm", [_emptied, _cut, _scrambled, _one_bit, _a_folder])
def test_a_broken_cache_is_built_again(
    desk: Path, harm: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(desk / ".own"))
    first = run(desk, "a.txt", "--format", "json")
    kept = [path for path in (desk / ".own").rglob("*") if path.is_file() and path.stat().st_size]
    assert kept
    for path in kept:
        harm(path)
    again = run(desk, "a.txt", "--format", "json")
    assert (again.code, again.out, again.err) == (first.code, first.out, first.err)


@pytest.mark.parametrize("where", ["/proc/none", "/dev/null"])
def test_a_cache_that_cannot_be_kept(desk: Path, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = run(desk, "a.txt", "--format", "json")
    monkeypatch.setenv("FACTLINT_CACHE_DIR", where)
    assert run(desk, "a.txt", "--format", "json").out == expected.out


NO_TEXT = {
    "NUL": (b"people:\n  - name: A\0da\n", ":2:12: error: this is not valid YAML: the control character U+0000"),
    "escape": (b"people: []\n# \x1b[31m\n", ":2:3: error: this is not valid YAML: the control character U+001B"),
    "UTF-16": ("people: []\n".encode("utf-16"), ": error: this file is UTF-16, not UTF-8"),
    "UTF-16 without its mark": ("people: []\n".encode("utf-16-le"), ":1:2: error: this is not valid YAML"),
    "overlong": (b"people: []\n# caf\xc0\xaf\n", ":2:6: error: this file is not UTF-8: the byte 0xc0"),
    "cut": (b"people: []\n# \xe2\x82", ":2:3: error: this file is not UTF-8: the byte 0xe2"),
}
PLACES = ("factlint.yml", "desk/text/mine.yaml", "desk/knowledge/mine.yaml")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("data", "said"), NO_TEXT.values(), ids=NO_TEXT)
def test_what_is_no_text_is_told_with_its_place(desk: Path, place: str, data: bytes, said: str) -> None:
    (desk / place).write_bytes(data)
    ended = run(desk, "a.txt")
    assert ended.code == 2
    assert f"{place}{said}" in ended.err
    assert "Whitcoff should be Witkoff" in ended.out
    assert_sound(ended)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _circle(path: Path) -> None:
    path.symlink_to(path.name)


def _nowhere(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


@pytest.mark.parametrize("place", [*PLACES, "desk/knowledge/mine.csv"])
@pytest.mark.parametrize("make", [_pipe, _device, _circle, _nowhere])
def test_what_is_no_file_is_told_and_not_waited_for(desk: Path, place: str, make: Callable[[Path], None]) -> None:
    (desk / place).unlink(missing_ok=True)
    make(desk / place)
    ended = run(desk, "a.txt")
    assert ended.code == 2
    assert f"{place}: error: " in ended.err
    assert "Whitcoff should be Witkoff" in ended.out
    assert_sound(ended)


@pytest.mark.parametrize("make", [_pipe, _device])
def test_a_baseline_or_a_report_that_is_no_file(desk: Path, make: Callable[[Path], None]) -> None:
    make(desk / "other")
    ended = run(desk, "a.txt", "--baseline", "other")
    assert (ended.code, "other: error: this baseline cannot be read: it is not a file" in ended.err) == (2, True)
    _pipe(desk / "unread")
    ended = run(desk, "a.txt", "--output", "unread")
    assert (ended.code, "unread" in ended.err) == (2, True)
    assert_sound(ended)
