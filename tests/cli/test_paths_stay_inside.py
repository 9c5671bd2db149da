"""Names and ids that look like paths never make a command write outside the folders that it is for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ESCAPES = ("../../stolen", "/stolen", "..\\..\\stolen", "style/../../../stolen", "a/../../../../stolen")
ARTICLE = "The envoy Steve Whitcoff met the ministers in Vienna."
CORRECTION = "An earlier version misspelled the name of ../../stolen. It is ../../stolen, not ../../stolem."


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk deep in a folder, so that what climbs out of it is seen."""
    home = tmp_path / "outside" / "more" / "home"
    (home / "desk" / "style").mkdir(parents=True)
    (home / "factlint.yml").write_text("rules: [desk/]\n", encoding="utf-8")
    (home / "a.txt").write_text(ARTICLE, encoding="utf-8")
    records = [{"id": escape, "text": ARTICLE} for escape in ESCAPES]
    (home / "a.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    return home


def outside(desk: Path) -> list[str]:
    """What there is around the desk's folder, and where absolute names would have led."""
    around = desk.parents[2]
    found = [path for path in around.rglob("*") if desk not in (path, *path.parents) and path.name != "cache.d"]
    kept = [path.relative_to(around).as_posix() for path in found if "cache.d" not in path.parts]
    stolen = [str(path) for path in Path("/").glob("stolen*")]
    return sorted(name for name in (*kept, *stolen) if name not in ("outside", "outside/more"))


def run(desk: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "FACTLINT_CACHE_DIR": str(desk.parents[2] / "cache.d")}
    command = [sys.executable, "-m", "factlint", *arguments]
    done = subprocess.run(
        command, cwd=desk, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False, encoding="utf-8"
    )
    assert "Traceback" not in done.stderr
    return done


@pytest.mark.parametrize("name", ESCAPES)
@pytest.mark.parametrize("command", [("new",), ("new", "person"), ("add",)], ids=" ".join)
def test_name_is_no_way_out(desk: Path, command: tuple[str, ...], name: str) -> None:
    run(desk, *command, name)
    assert outside(desk) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("dismiss", "a.jsonl:1", "--reason", "as in court", "--by", "Ann"),
        ("baseline", "a.jsonl"),
        ("correct", CORRECTION, "a.jsonl", "--write"),
        ("check", "a.jsonl", "--fix"),
        ("check", "a.jsonl", "--output", "html=report.html"),
        ("scan", "a.jsonl", "--output", "found"),
    ],
    ids=lambda arguments: " ".join(arguments[:1] + arguments[-2:-1]),
)
def test_id_is_no_path(desk: Path, arguments: tuple[str, ...]) -> None:
    done = run(desk, *arguments)
    assert done.returncode in (0, 1, 2)
    assert outside(desk) == []
