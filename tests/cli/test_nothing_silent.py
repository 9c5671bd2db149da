"""What cannot be checked is always said, and keeps nothing else from being checked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
GERMAN = (
    "Die Minister haben sich am Montag in der Stadt getroffen und mit dem Kanzler über die Lage in Kiev gesprochen.\n"
)


@pytest.mark.parametrize("form", ["terminal", "json", "jsonl"])
def test_an_article_in_another_language_is_named_and_not_checked(
    factlint: Callable[..., Any], tmp_path: Path, form: str
) -> None:
    (tmp_path / "de.txt").write_text(GERMAN, encoding="utf-8")
    done = factlint("de.txt", "--format", form)
    assert done.code == 0
    assert "de.txt" in done.out + done.err
    assert "German" in done.out + done.err
    assert "Kyiv" not in done.out


def test_facts_name_an_article_in_another_language(factlint: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "de.txt").write_text(GERMAN, encoding="utf-8")
    done = factlint("facts", "de.txt")
    assert "de.txt: it looks like German" in done.err


def test_one_bad_byte_costs_one_record(factlint: Callable[..., Any], tmp_path: Path) -> None:
    lines = [json.dumps({"id": name, "text": "Talks in Kiev."}).encode() for name in ("a", "b", "c")]
    lines[1] = lines[1].replace(b"Talks", b"T\x81\x8d\x8flks")
    (tmp_path / "day.jsonl").write_bytes(b"\n".join(lines))
    done = factlint("day.jsonl", "--format", "json")
    report = json.loads(done.out)
    assert done.code == 2
    assert [found["id"] for found in report["findings"]] == ["a", "c"]
    assert [(error["path"], error["line"]) for error in report["errors"]] == [("day.jsonl", 2)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root can read every file")
def test_an_unreadable_file_does_not_stop_the_others(factlint: Callable[..., Any], tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Talks in Kiev.", encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    done = factlint("a.txt", "b.txt")
    assert done.code == 2
    assert "a.txt" in done.err
    assert "Kiev is Kyiv" in done.out


def test_a_rule_for_a_desk_minds_no_capitals(factlint: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "house" / "style").mkdir(parents=True)
    (tmp_path / "house" / "style" / "sport.yaml").write_text(
        "rules:\n  - {prefer: {match: game}, for: [sport]}\n", encoding="utf-8"
    )
    (tmp_path / "factlint.yml").write_text("rules: [house/]\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("---\ndesk: Sport\n---\nThe game went on until ten.\n", encoding="utf-8")
    assert "match" in factlint("a.txt").out


def test_a_list_hides_nothing_from_another(factlint: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "house" / "style").mkdir(parents=True)
    rules = "rules:\n  - prefer: {America: US}\n  - prefer: {U. S. Steel: US Steel}\n"
    (tmp_path / "house" / "style" / "us.yaml").write_text(rules, encoding="utf-8")
    (tmp_path / "factlint.yml").write_text("rules: [house/]\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("The shares of US Steel fell.\n", encoding="utf-8")
    both = factlint("a.txt", "--format", "jsonl").out
    alone = factlint("a.txt", "--format", "jsonl", "--select", "names/america").out
    assert alone
    assert alone in both


def test_two_ways_to_group_are_one_too_many(factlint: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "house" / "names").mkdir(parents=True)
    rule = "severity: note\ngroup: story\nfind: from name n of the same story grouped by n.entity\nmessage: x\n"
    (tmp_path / "house" / "names" / "x.yaml").write_text(rule, encoding="utf-8")
    (tmp_path / "factlint.yml").write_text("rules: [house/]\n", encoding="utf-8")
    done = factlint("rules")
    assert done.code == 2
    assert "house/names/x.yaml:2:8" in done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_no_bug() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factlint", "rules"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
