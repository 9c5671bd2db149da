"""Scans that are killed, and archives that are spoilt: what ``python tests/scan`` does at large, at a small size."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import agency
import archive
import pytest
import spoilt
import trials

pytest.importorskip("pyarrow", reason="archives are scanned with the extra factlint[scan]")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ended

# Many pieces and buckets of few articles.
_SMALL = "from factlint.app.scanning import local, pieces\npieces.LENGTH, local.TOGETHER = 8_000, 60"

unkilled = pytest.mark.skipif(sys.platform == "win32", reason="processes are not killed by signals here")


def test_the_archives_of_trials_are_the_same_ones_every_time() -> None:
    first = list(agency.reports(40))
    assert first == list(agency.reports(50))[:40]
    assert first != list(agency.reports(40, seed=1))
    assert all(200 < len(one["text"]) < 500 for one in first)


def test_spoilt_lines_change_nothing_for_the_others(factlint: Callable[..., Ended], tmp_path: Path) -> None:
    lines = list(spoilt.mixed(agency.reports(1_000), every=20))
    for name, some in (("clean", [one for one in lines if not one.spoilt]), ("mixed", lines)):
        spoilt.write(tmp_path / "a.jsonl", some)
        factlint("scan", "a.jsonl", "--output", name, "--jobs", "1")
    assert list(spoilt.faults(lines, tmp_path / "clean", tmp_path / "mixed")) == []
    assert sum(one.told for one in lines) >= 22


def test_what_is_wrong_with_a_scan_is_seen(tmp_path: Path) -> None:
    lines = [spoilt.Line(b'{"id": "1"}', spoilt=False), spoilt.Line(b"", checked=False, told=True)]
    for name, articles, error, finding in (("clean", 1, "", ""), ("mixed", 2, '{"line": 1}\n', '{"id": "1"}\n')):
        (tmp_path / name).mkdir()
        (tmp_path / name / "summary.json").write_text(f'{{"articles": {articles}}}')
        (tmp_path / name / "errors.jsonl").write_text(error)
        (tmp_path / name / "findings.jsonl").write_text(finding)
    assert list(spoilt.faults(lines, tmp_path / "clean", tmp_path / "mixed")) == [
        "2 articles are checked, not 1",
        "line 2 is not in the error report",
        "line 1 is in the error report",
        'found too: {"id": "1"}',
    ]


@pytest.mark.slow
@unkilled
def test_killed_at_every_moment_and_run_again(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    archive.write(folder, "jsonl", archive.records(60))
    trials.run(trials.command(folder, "whole", "--jobs", "2", begin=_SMALL), tmp_path)
    again = trials.command(folder, "parts", "--jobs", "2", begin=_SMALL)
    killed = [moment for moment in trials.MOMENTS if trials.killed(again, tmp_path, "parts", moment)]
    assert {"checking", "checking, later", "comparing days", "comparing stories"} <= set(killed)
    assert trials.run(again, tmp_path).returncode == 1
    for name in trials.RESULTS:
        assert (tmp_path / "parts" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()
    assert sorted(one.name for one in (tmp_path / "parts").iterdir()) == sorted(trials.RESULTS)


@pytest.mark.slow
@unkilled
def test_spark_goes_on_without_a_worker_that_is_killed(tmp_path: Path) -> None:
    pytest.importorskip("pyspark")
    folder = tmp_path / "a"
    archive.write(folder, "jsonl", archive.records(120))
    trials.run(trials.command(folder, "here", "--jobs", "1"), tmp_path)
    there = trials.command(folder, "there", "--engine", "spark", "--jobs", "2")
    assert trials.without_worker(there, tmp_path, "pyspark.daemon", looks=10) == 1
    for name in trials.RESULTS:
        assert (tmp_path / "there" / name).read_bytes() == (tmp_path / "here" / name).read_bytes()


@pytest.mark.slow
@unkilled
def test_spark_says_that_it_lost_all_its_workers() -> None:
    pytest.importorskip("pyspark")
    import pyarrow as pa

    from factlint.knowledge import Knowledge
    from factlint.runner.spark import spark
    from factlint.text.problem import ProblemError

    def dying(engine: object, batches: object) -> object:
        os._exit(9)

    numbers = pa.schema([("number", pa.int64())])
    with pytest.raises(ProblemError, match="lost its workers"), spark(None, (), Knowledge({}), 1) as cluster:
        cluster.mapped(cluster.table([(1,)], numbers), dying, numbers).count()
