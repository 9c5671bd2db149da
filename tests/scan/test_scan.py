"""``factlint scan``: every form of archive, ended and gone on with, the same findings however it is done."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import archive
import pytest

pytest.importorskip("pyarrow", reason="archives are scanned with the extra factlint[scan]")

from factlint.app.scanning import job, local, pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import Ended

FORMS = ("jsonl", "gz", "zst", "parquet", "renamed", "html", "partitions", "folder")


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many pieces and buckets of few articles."""
    monkeypatch.setattr(pieces, "LENGTH", 2_000)
    monkeypatch.setattr(pieces, "ROWS", 5)
    monkeypatch.setattr(pieces, "FILES", 5)
    monkeypatch.setattr(local, "TOGETHER", 6)
    monkeypatch.setattr("factlint.app.scanning.run.ALONE", 1_000)


def found(folder: Path, name: str = "findings.jsonl") -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / name).read_text().splitlines()]


def essence(folder: Path) -> list[tuple[str, ...]]:
    """What is found, whatever the file is called that it stands in."""
    return sorted((one["rule"], one["id"].removesuffix(".txt"), one["text"], one["message"]) for one in found(folder))


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_an_archive_gives_the_same(factlint: Callable[..., Ended], tmp_path: Path, form: str) -> None:
    plain = archive.write(tmp_path / "plain", "jsonl", archive.records())
    assert factlint("scan", *plain, "--output", "one", "--jobs", "1").code == 1
    ended = factlint(
        "scan", *archive.write(tmp_path / "other", form, archive.records()), "--output", "two", "--jobs", "1"
    )
    assert ended.code == 1, ended.err
    assert essence(tmp_path / "two") == essence(tmp_path / "one")
    assert len(essence(tmp_path / "one")) >= 9
    assert "27 articles, 9 stories" in ended.out
    assert (tmp_path / "two" / "errors.jsonl").read_text() == ""
    assert not (tmp_path / "two" / ".unfinished").exists()


def test_stories_and_the_rules_of_the_run_find_the_same_as_a_check(
    factlint: Callable[..., Ended], tmp_path: Path
) -> None:
    # All of one day: then the archive is one span of days, as a check has it.
    source = archive.write(tmp_path / "a", "jsonl", archive.records(1))
    factlint("scan", *source, "--output", "out")
    checked = [json.loads(line) for line in factlint(*source, "--format", "jsonl").out.splitlines()]
    assert sorted(map(json.dumps, checked)) == sorted(map(json.dumps, found(tmp_path / "out")))


@pytest.mark.parametrize("how", ["2 jobs", "folder", "none", "parquet"])
def test_ways_of_working(factlint: Callable[..., Ended], tmp_path: Path, how: str) -> None:
    import pyarrow.parquet as pq

    source = archive.write(tmp_path / "a", "jsonl", archive.records())
    options = {"2 jobs": ["--jobs", "2"], "parquet": ["--format", "parquet", "--facts"]}
    factlint("scan", *source, "--output", "one", "--jobs", "1", "--facts")
    ended = factlint("scan", *source, "--output", "two", *options.get(how, ["--story", how]))
    if how == "2 jobs":
        assert (tmp_path / "two" / "findings.jsonl").read_bytes() == (tmp_path / "one" / "findings.jsonl").read_bytes()
    elif how == "parquet":
        table = pq.read_table(tmp_path / "two" / "findings.parquet").to_pylist()
        assert [one["fingerprint"] for one in table] == [one["fingerprint"] for one in found(tmp_path / "one")]
        facts = pq.read_table(tmp_path / "two" / "facts.parquet").to_pylist()
        assert [json.loads(one["names"]) for one in facts] == [
            one["names"] for one in found(tmp_path / "one", "facts.jsonl")
        ]
    else:
        assert f"{27 if how == 'none' else 1} stor" in ended.out


def test_a_scan_that_was_interrupted_goes_on(
    factlint: Callable[..., Ended], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = archive.write(tmp_path / "a", "jsonl", archive.records())
    factlint("scan", *source, "--output", "whole", "--jobs", "1")
    done: list[str] = []
    do = job.do

    def counted(limit: int) -> Callable[..., int]:
        def one(job: Any, engine: Any, task: Any) -> int:
            if len(done) == limit:
                raise KeyboardInterrupt
            done.append(f"{task[0]} {task[1] if isinstance(task[1], str) else task[1][0]}")
            return do(job, engine, task)

        return one

    for limit in range(1, 200, 3):
        monkeypatch.setattr("factlint.app.scanning.run.do", counted(limit))
        ended = factlint("scan", *source, "--output", "parts", "--jobs", "1")
        if ended.code != 130:
            break
        assert "goes on from here" in ended.err
    assert ended.code == 1
    assert len(done) == len(set(done)) >= 12, "nothing is done twice"
    for name in ("findings.jsonl", "errors.jsonl", "summary.json"):
        assert (tmp_path / "parts" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()


def test_a_folder_that_has_another_scan_is_left_alone(
    factlint: Callable[..., Ended], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = archive.write(tmp_path / "a", "jsonl", archive.records(1))
    factlint("scan", *source, "--output", "out")
    again = factlint("scan", *source, "--output", "out")
    assert again.code == 2
    assert "--restart" in again.err
    assert factlint("scan", *source, "--output", "out", "--restart").code == 1
    monkeypatch.setattr("factlint.app.scanning.run.do", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt()))
    assert factlint("scan", *source, "--output", "other", "--jobs", "1").code == 130
    other = factlint("scan", *source, "--output", "other", "--ignore", "names/*")
    assert other.code == 2
    assert "unfinished" in other.err


@pytest.mark.parametrize("output", ["factlint-scan", "."])
def test_what_a_scan_has_written_is_no_part_of_the_archive(
    factlint: Callable[..., Ended], tmp_path: Path, output: str
) -> None:
    (tmp_path / "a.jsonl").write_bytes(archive.lines(archive.records(1)))
    for _ in range(2):
        assert "9 articles" in factlint("scan", ".", "--facts", "--output", output, "--restart", "--jobs", "1").out


def test_since(factlint: Callable[..., Ended], tmp_path: Path) -> None:
    source = archive.write(tmp_path / "a", "partitions", archive.records(12))
    ended = factlint("scan", *source, "--since", "2025-03-01", "--output", "out", "--jobs", "1")
    days = {one["id"].split("-")[0] for one in found(tmp_path / "out")}
    assert days == {"10", "11"}
    assert "18 articles" in ended.out
    (tmp_path / "a" / "year=2025" / "month=01" / "a.parquet").write_bytes(b"broken")
    assert factlint("scan", *source, "--since", "2025-03-01", "--output", "again", "--jobs", "1").code == 1
    assert factlint("scan", *source, "--since", "yesterday").code == 2


@pytest.mark.parametrize("name", ["published", "pub_day"])
def test_a_folder_says_the_day_that_its_files_do_not(factlint: Callable[..., Ended], tmp_path: Path, name: str) -> None:
    for one in archive.records(12):
        part = tmp_path / "a" / f"{name}={one.pop('published')}"
        part.mkdir(parents=True, exist_ok=True)
        (part / f"{one['id']}.jsonl").write_bytes(archive.lines([one]))
    names = [] if name == "published" else ["--map", "published=pub_day"]
    factlint("scan", *archive.write(tmp_path / "plain", "jsonl", archive.records(12)), "--output", "one", "--jobs", "1")
    ended = factlint("scan", "a", *names, "--output", "two", "--jobs", "1")
    assert essence(tmp_path / "two") == essence(tmp_path / "one")
    assert "no date" not in ended.err
    (tmp_path / "a" / f"{name}=2025-01-01" / "0-0-0.jsonl").write_bytes(b"broken")
    ended = factlint("scan", "a", *names, "--since", "2025-03-01", "--output", "three", "--jobs", "1")
    assert (ended.code, ended.out.split(",")[0]) == (1, "18 articles")


def test_of_articles_with_one_id_the_first_is_checked(factlint: Callable[..., Ended], tmp_path: Path) -> None:
    some = archive.records(6)
    for place in (2, 20, 21, 50):
        some[place]["id"] = "same"
    source = archive.write(tmp_path / "a", "jsonl", some)
    ended = factlint("scan", *source, "--output", "out", "--jobs", "1")
    assert "51 articles" in ended.out
    told = found(tmp_path / "out", "errors.jsonl")
    assert [(one["id"], one["line"]) for one in told] == [("", 22), ("same", None), ("same", None)]
    assert all("the id same" in one["message"] for one in told)
    del some[50], some[20:22]
    factlint("scan", *archive.write(tmp_path / "b", "jsonl", some), "--output", "once", "--jobs", "1")
    assert essence(tmp_path / "out") == essence(tmp_path / "once")


def test_pages_can_stand_in_a_column_as_bytes(factlint: Callable[..., Ended], tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    page = "<html><body><article><p>The envoy Karl Malmö came on <b>Tuesday, Dec. 15, 2025</b>.</p></article></body></html>"
    rows = [page.encode(), page.encode("cp1252"), b"\x81\x8d <p>", None]
    pq.write_table(pa.table({"page": pa.array(rows, pa.binary()), "nr": range(4)}), tmp_path / "a.parquet")
    factlint("scan", "a.parquet", "--map", "text=page,id=nr", "--html", "--output", "out", "--jobs", "1")
    assert [(one["id"], one["text"]) for one in found(tmp_path / "out") if one["severity"] == "error"] == [
        ("0", "Tuesday, Dec. 15, 2025"), ("1", "Tuesday, Dec. 15, 2025")
    ]  # fmt: skip
    assert [one["id"] for one in found(tmp_path / "out", "errors.jsonl")] == ["row 3", "row 4"]


def test_a_scan_that_could_read_nothing_says_why_and_can_be_tried_again(
    factlint: Callable[..., Ended], tmp_path: Path
) -> None:
    source = archive.write(tmp_path / "a", "renamed", archive.records(1))
    ended = factlint("scan", source[0], "--output", "out", "--jobs", "1")
    assert ended.code == 2
    assert ended.err.count("no column “text”") == 1
    assert "there are id, pub_date, hed, body" in ended.err
    assert factlint("scan", *source, "--output", "out", "--jobs", "1").code == 1


def test_what_cannot_be_read_is_told_and_the_rest_is_checked(factlint: Callable[..., Ended], tmp_path: Path) -> None:
    rows = archive.lines(archive.records()).splitlines(keepends=True)
    rows[4:4] = [b'{"id": "torn", "text": \n', b'{"id": "no text"}\n', b'{"text": "\xff"}\n', b"\n"]
    (tmp_path / "a.jsonl").write_bytes(b"".join(rows))
    ended = factlint("scan", "a.jsonl", "--output", "out")
    assert ended.code == 2
    assert "27 articles" in ended.out
    assert [(one["path"], one["line"]) for one in found(tmp_path / "out", "errors.jsonl")] == [
        ("a.jsonl", 7), ("a.jsonl", 5), ("a.jsonl", 6)
    ]  # fmt: skip


def test_an_article_that_fails_is_an_error_and_the_others_are_checked(
    factlint: Callable[..., Ended], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factlint.engine.run import Engine

    read = Engine.read

    def failing(self: Engine, article: Any, **more: Any) -> Any:
        if article.id == "0-0-1":
            raise RecursionError("too deep")
        return read(self, article, **more)

    monkeypatch.setattr(Engine, "read", failing)
    source = archive.write(tmp_path / "a", "jsonl", archive.records(1))
    ended = factlint("scan", *source, "--output", "out", "--jobs", "1")
    assert "8 articles" in ended.out
    [error] = found(tmp_path / "out", "errors.jsonl")
    assert (error["id"], error["level"]) == ("0-0-1", "error")
    assert "too deep" in error["message"]


def test_dates_that_nobody_says_are_told(factlint: Callable[..., Ended], tmp_path: Path) -> None:
    some = [{key: value for key, value in one.items() if key != "published"} for one in archive.records(1)]
    ended = factlint("scan", *archive.write(tmp_path / "a", "jsonl", some), "--output", "out")
    assert "--map published=" in ended.err


def test_a_story_of_very_many_articles_is_cut_and_that_is_told(
    factlint: Callable[..., Ended], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factlint.runner.columns.MOST", 5)
    source = archive.write(tmp_path / "a", "jsonl", archive.records(12))
    ended = factlint("scan", *source, "--story", "all", "--output", "out", "--jobs", "1")
    assert "1 story of more than 5 articles" in ended.err


# -- processes that die


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_scan_is_made_here_where_no_process_can_be_started(
    factlint: Callable[..., Ended], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    from factlint.runner import CannotStartError

    source = archive.write(tmp_path / "a", "jsonl", archive.records())
    factlint("scan", *source, "--output", "one", "--jobs", "1")
    asked: list[object] = []

    class Nobody:
        def __init__(self, *_: object, **more: object) -> None:
            asked.append(more)

        def run(self, _: object) -> Iterator[tuple[int, object]]:
            raise CannotStartError

        def close(self) -> None:
            asked.append("closed")

    monkeypatch.setattr("factlint.runner.steps.Crew", Nobody)
    monkeypatch.setattr("factlint.app.scanning.run.ALONE", 2)
    factlint("scan", *source, "--output", "two", "--jobs", jobs)
    assert asked == [{"renewed": True}, "closed"]
    assert essence(tmp_path / "two") == essence(tmp_path / "one")


@pytest.mark.skipif(sys.platform == "win32", reason="processes are not killed by signals here")
def test_an_article_that_kills_its_process_is_told(
    factlint: Callable[..., Ended], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factlint.runner.crew import Lost

    do = job.do

    def dying(job: Any, engine: Any, task: Any) -> Any:
        step, piece = task
        if step == "map" and piece.number == 0 and 2 not in piece.skipped:
            (job.folder / "map" / "000000.at").write_bytes((2).to_bytes(8, "big"))
            return Lost(-signal.SIGKILL)
        return do(job, engine, task)

    monkeypatch.setattr("factlint.app.scanning.run.do", dying)
    source = archive.write(tmp_path / "a", "jsonl", archive.records(1))
    ended = factlint("scan", *source, "--output", "out", "--jobs", "1")
    assert "8 articles" in ended.out
    [error] = found(tmp_path / "out", "errors.jsonl")
    assert error["id"] == "0-0-2"
    assert "SIGKILL" in error["message"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="processes are not killed by signals here")
def test_killed_in_the_middle_and_run_again(tmp_path: Path) -> None:
    source = archive.write(tmp_path / "a", "folder", archive.records(200))
    command = [sys.executable, "-m", "factlint", "scan", *source, "--jobs", "2", "--output"]
    environment = os.environ | {"FACTLINT_CACHE_DIR": str(tmp_path / "cache")}
    subprocess.run([*command, "whole"], cwd=tmp_path, env=environment, check=False, capture_output=True)
    for seconds in range(3, 60, 2):
        running = subprocess.Popen([*command, "parts"], cwd=tmp_path, env=environment, stderr=subprocess.PIPE)
        try:
            running.wait(seconds)
        except subprocess.TimeoutExpired:
            running.kill()
        if running.wait() >= 0:
            break
        time.sleep(0.2)
    for name in ("findings.jsonl", "errors.jsonl", "summary.json"):
        assert (tmp_path / "parts" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()


# -- a cluster


def test_without_java_spark_says_what_to_install(
    factlint: Callable[..., Ended], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pyspark")
    source = archive.write(tmp_path / "a", "jsonl", archive.records(1))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    ended = factlint("scan", *source, "--engine", "spark")
    assert ended.code == 2
    assert "install Java" in ended.err
    assert "--engine spark" in factlint("scan", *source, "--master", "local[1]").err


@pytest.mark.slow
def test_spark_gives_the_same_bytes(factlint: Callable[..., Ended], tmp_path: Path) -> None:
    pytest.importorskip("pyspark")
    some = archive.records(12)
    some[50]["id"] = some[80]["id"] = some[3]["id"]
    rows = archive.lines(some).splitlines(keepends=True)
    (tmp_path / "a.jsonl").write_bytes(b"".join([*rows[:9], b"torn\n", *rows[9:]]))
    factlint("scan", "a.jsonl", "--output", "here", "--facts", "--jobs", "1")
    ended = factlint("scan", "a.jsonl", "--output", "there", "--facts", "--jobs", "2", "--engine", "spark")
    assert ended.code == 2, ended.err
    for name in ("findings.jsonl", "facts.jsonl", "errors.jsonl", "summary.json"):
        assert (tmp_path / "there" / name).read_bytes() == (tmp_path / "here" / name).read_bytes()
