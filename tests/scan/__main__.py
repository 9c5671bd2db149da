"""Scans that take too long for a test: ``python tests/scan killed``, and others.

``killed`` kills a scan of many articles at each of its steps, and compares what comes of it with an undisturbed one.
``worker`` kills workers of a Spark cluster on this machine in the middle, and compares in the same way.
``hostile`` has a broken or odd line in a hundred, and sees that the others are checked as if there were none.
``size`` measures a scan, and says what ten times as many articles of ten times as many days need.
``memory`` measures the memory of a scan, and of one of ten times as many articles.
``talk`` measures scans of reports with ten quotations each, of half as many and of all, and how the cost grows.
Exit: 0 all is as it should be, 1 it is not.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import agency
import spoilt
import talk
import trials

if TYPE_CHECKING:
    from collections.abc import Callable

_GROWTH = 2.3
"""Twice as many articles may cost so many times as much."""


def killed(folder: Path, count: int, options: list[str]) -> bool:
    """Kill a scan at every moment there is, one after the other, then let it end."""
    source = folder / "archive"
    agency.written(source, count)
    print(trials.run(trials.command(source, "whole", *options), folder).stdout.strip())
    again = trials.command(source, "parts", *options)
    for moment in trials.MOMENTS:
        print(f"  {moment}: {'killed' if trials.killed(again, folder, 'parts', moment) else 'over before'}", flush=True)
    trials.run(again, folder)
    return all(_same(folder, name) for name in trials.RESULTS)


def worker(folder: Path, count: int, options: list[str]) -> bool:
    """Scan on a cluster of two workers on this machine; kill a process of Python there, and another time a worker."""
    import pyspark

    os.environ |= {"SPARK_HOME": str(Path(pyspark.__file__).parent), "SPARK_LOCAL_IP": "127.0.0.1"}
    source = folder / "archive"
    agency.written(source, count)
    print(trials.run(trials.command(source, "whole", *options), folder).stdout.strip())
    sound = True
    for name, program, looks in (("Python", "pyspark.daemon", 60), ("worker", "CoarseGrainedExecutorBackend", 200)):
        cluster = ("--engine", "spark", "--master", "local-cluster[2,1,1024]", "--restart")
        code = trials.without_worker(trials.command(source, "parts", *cluster), folder, program, looks)
        print(f"  {name}: {'killed' if code >= 0 else 'over before'}, exit code {code}", flush=True)
        sound &= code == 1 and all(_same(folder, name) for name in trials.RESULTS)
    return sound


def _same(folder: Path, name: str) -> bool:
    one, other = ((folder / output / name).read_bytes() for output in ("whole", "parts"))
    print(f"  {name}: {len(one):,} bytes, {'the same' if one == other else 'NOT THE SAME'}")
    return one == other


def hostile(folder: Path, count: int, options: list[str]) -> bool:
    """Scan an archive with a spoilt line in a hundred, and the same one without these."""
    lines = list(spoilt.mixed(agency.reports(count), long=True))
    for name in ("clean", "mixed"):
        (folder / name).mkdir()
        spoilt.write(folder / name / "archive.jsonl", (one for one in lines if name == "mixed" or not one.spoilt))
        asked = trials.command(Path("archive.jsonl"), "out", *options)
        _tell(name, trials.measured(asked, folder / name, "out"))
    wrong = list(spoilt.faults(lines, folder / "clean" / "out", folder / "mixed" / "out"))
    print("".join(f"  {fault}\n" for fault in wrong[:20]), end="")
    bad, lost, told = (sum(some) for some in zip(*map(_counted, lines), strict=True))
    print(f"  {bad:,} of {len(lines):,} lines spoilt: {lost:,} no article, {told:,} to be told. {len(wrong)} faults")
    return not wrong


def _counted(line: spoilt.Line) -> tuple[bool, bool, bool]:
    return line.spoilt, not line.checked, line.told


def size(folder: Path, count: int, options: list[str]) -> bool:
    """Measure a scan of short reports by the day, each day like any other; so ten times as many need ten times as much."""
    source = folder / "archive"
    agency.written(source, count)
    cost = trials.measured(trials.command(source, "out", *options), folder, "out")
    _tell(f"{count:,} reports of {count / agency.PER_DAY:,.0f} days, {trials.size(source) / 1e6:,.0f} MB", cost)
    hours, disk = cost.cpu / 360, cost.disk / 1e8
    print(f"  ten times as many: {hours:,.1f} hours of one processor, {disk:,.1f} GB of disk while it runs")
    return cost.code < 2


def memory(folder: Path, count: int, options: list[str]) -> bool:
    """Measure the memory of a scan of some reports and of ten times as many, so many a day that days are no bound."""
    peaks = []
    for many in (count, 10 * count):
        (folder / str(many)).mkdir()
        source = folder / str(many) / "archive"
        agency.written(source, many, per_day=count // 20)
        cost = trials.measured(trials.command(source, "out", *options), folder / str(many), "out")
        _tell(f"{many:,} reports", cost)
        peaks.append(cost.memory)
    print(f"  {peaks[1] / peaks[0]:.2f} times the memory for ten times as many reports")
    return peaks[1] <= 1.2 * peaks[0]


def talked(folder: Path, count: int, options: list[str]) -> bool:
    """Measure scans of reports full of quotations, in stories of five to ten; half as many at first."""
    spent = []
    for many in (count // 2, count):
        (folder / str(many)).mkdir()
        source = folder / str(many) / "archive"
        agency.stored(source, talk.reports(many))
        cost = trials.measured(trials.command(source, "out", *options), folder / str(many), "out")
        _tell(f"{many:,} reports with {talk.EACH * many:,} quotations", cost)
        spent.append(cost.cpu)
    print(f"  {spent[1] / spent[0]:.2f} times the cost for twice as many")
    return spent[1] <= _GROWTH * spent[0]


def _tell(name: str, cost: trials.Cost) -> None:
    rate = f"{cost.cpu:,.0f} s of processors in {cost.seconds:,.0f} s"
    print(f"  {name}: {rate}, {cost.memory / 1e6:,.0f} MB of memory, {cost.disk / 1e6:,.0f} MB of disk")
    print("".join(f"    {line}\n" for line in cost.said.splitlines()), end="", flush=True)


def main() -> int:
    """Do what was asked for."""
    parts: dict[str, tuple[Callable[[Path, int, list[str]], bool], int]] = {
        "killed": (killed, 50_000),
        "worker": (worker, 10_000),
        "hostile": (hostile, 100_000),
        "size": (size, 20_000),
        "memory": (memory, 10_000),
        "talk": (talked, 100_000),
    }
    parser = argparse.ArgumentParser(prog="python tests/scan", description="Scans that take too long for a test.")
    parser.add_argument("part", choices=parts)
    parser.add_argument(
        "--articles",
        type=int,
        help="how many (default: " + ", ".join(f"{often} {name}" for name, (_, often) in parts.items()) + ")",
    )
    parser.add_argument("--jobs", default="1", help="processes (default: 1)")
    given = parser.parse_args()
    part, count = parts[given.part]
    with tempfile.TemporaryDirectory(prefix="factlint-scan-") as folder:
        sound = part(Path(folder), given.articles or count, ["--jobs", given.jobs])
    print("all is as it should be" if sound else "NOT as it should be")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
