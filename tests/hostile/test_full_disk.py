"""Where nothing more can be written: what was found is told, and no file is left half written."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import pytest
from limited import assert_sound, run

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of processes are set as POSIX has it")

WRONG = "Steve Whitcoff came to Berlin.\n" + "The river rose in the night, and nobody slept below the hill.\n" * 40
ROOMS = (0, 1_000, 100_000)


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / ".own"))


@pytest.mark.usefixtures("own_cache")
@pytest.mark.parametrize("room", ROOMS)
def test_no_room_for_the_cache(tmp_path: Path, room: int) -> None:
    (tmp_path / "a.txt").write_text(WRONG)
    cramped = [run(tmp_path, "a.txt", "--format", "json", room=room) for _ in range(2)]
    free = run(tmp_path, "a.txt", "--format", "json")
    assert {(ended.code, ended.out, ended.err) for ended in (*cramped, free)} == {(1, free.out, "")}
    assert "Whitcoff" in free.out


@pytest.mark.parametrize("room", ROOMS[:2])
def test_no_room_for_a_corrected_article(tmp_path: Path, room: int) -> None:
    (tmp_path / "a.txt").write_text(WRONG)
    ended = run(tmp_path, "a.txt", "--fix", room=room)
    assert (ended.code, "File too large" in ended.err) == (2, True)
    assert_sound(ended)
    assert [(path.name, path.read_text()) for path in tmp_path.glob("[!.]*")] == [("a.txt", WRONG)]


def test_no_room_for_a_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WRONG)
    (tmp_path / "report.json").write_text("earlier")
    ended = run(tmp_path, "a.txt", "--output", "report.json", room=100)
    assert (ended.code, "report.json" in ended.err) == (2, True)
    assert_sound(ended)
    assert (tmp_path / "report.json").read_text() == "earlier"


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_for_a_scan_that_goes_on_when_there_is(tmp_path: Path, room: int) -> None:
    pytest.importorskip("pyarrow", reason="a scan needs the extra “scan”")
    records = [json.dumps({"id": str(number), "text": WRONG[: 60 + number]}) for number in range(300)]
    (tmp_path / "wire.jsonl").write_text("\n".join(records))
    options = ("scan", "wire.jsonl", "--output", "out", "--jobs", "1")
    cramped = run(tmp_path, *options, room=room)
    assert (cramped.code, "File too large" in cramped.err) == (2, True)
    assert_sound(cramped)
    after = run(tmp_path, *options)
    assert_sound(after)
    assert after.code == 1
    assert "300 articles" in after.out + after.err


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is forbidden to root")
@pytest.mark.parametrize("mode", [0o555, 0o755])
def test_an_article_that_may_not_be_written(tmp_path: Path, mode: int) -> None:
    (tmp_path / "a.txt").write_text(WRONG)
    (tmp_path / "a.txt").chmod(0o444)
    tmp_path.chmod(mode)
    ended = run(tmp_path, "a.txt", "--fix")
    tmp_path.chmod(0o755)
    assert ended.code == 2
    assert_sound(ended)
    assert (tmp_path / "a.txt").read_text() == WRONG
