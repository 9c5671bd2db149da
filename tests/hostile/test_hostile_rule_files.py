"""Rules, knowledge, settings and caches that are broken or mean harm."""

from __future__ import annotations

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
