"""Measures factlint against other linters on articles of its own making: ``python tests/bench``.

Everything is CPU time of one processor. Programs run in turns, and each round gives a ratio: what is shown is the
median, with the lowest and the highest in brackets. The rivals come with ``pip install '.[bench]'``; what is measured
is the factlint that is installed beside the Python that runs this, compiled or not.
"""

from __future__ import annotations

import argparse
import datetime
import os
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import crossing
import rivals
from clock import Spread, instructions, interleaved
from clock import seconds as cpu_seconds
from corpus import articles, names, recorded, written
from stages import by_stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_EMPTY, _CORPUS = "empty", "corpus"


class Bench:
    """One run: a folder to work in, how many articles, and how many rounds."""

    def __init__(self, folder: Path, count: int, rounds: int) -> None:
        self.folder = folder
        self.count = count
        self.rounds = rounds
        self.megabytes = written(folder / _CORPUS, count) / 1e6
        written(folder / _EMPTY, 0)

    def throughput(self) -> None:
        """Each program over the corpus, less what it costs to start it, against codespell."""
        commands: dict[str, tuple[str, ...]] = {}
        for name in rivals.names():
            command = rivals.there(name)
            if command is None:
                print(f"  {name} is not installed")
            else:
                commands |= {name: (*command, _CORPUS), f"{name}, start": (*command, _EMPTY)}
        commands |= {"factlint": rivals.factlint(_CORPUS), "factlint, start": rivals.factlint(_EMPTY)}
        spent = interleaved(commands, self.folder, self.rounds)
        net = {name: _less(spent[name], spent[f"{name}, start"]) for name in commands if "," not in name}
        rows = [
            (rivals.titled(name), f"{seconds.middle / self.megabytes:.3f}", _times(seconds, net.get("codespell")))
            for name, seconds in net.items()
        ]
        _table(("", "CPU s per MB", "times codespell"), rows)

    def start(self) -> None:
        """Five articles from the start of the process to its end, caches of rules and knowledge warm."""
        written(self.folder / "five", 5)
        commands = {"factlint": rivals.factlint("five")}
        codespell = rivals.there("codespell")
        if codespell is not None:
            commands["codespell"] = (*codespell, "five")
        spent = interleaved(commands, self.folder, self.rounds)
        rows = []
        for name, seconds in spent.items():
            counted = instructions(commands[name], self.folder)
            shown = f"{counted / 1e6:,.0f}" if counted else "?"
            rows.append((rivals.titled(name), str(seconds), shown, _times(seconds, spent.get("codespell"))))
        _table(("", "CPU s", "million instructions", "times codespell"), rows)

    def stages(self) -> None:
        """What each layer of a reading costs."""
        texts = list(articles(self.count))
        size = sum(len(text.encode()) for text in texts) / 1e6
        for name, seconds in by_stage(texts, self.folder).items():
            print(f"  {name:28}{seconds / size:8.3f} s/MB")

    def growth(self) -> None:
        """Twice and four times as many articles; then a hundred names that the desk knows, and a hundred thousand."""
        counts = [self.count * times for times in (1, 2, 4)]
        for count in counts:
            written(self.folder / f"n{count}", count)
        spent = interleaved({f"n{n}": rivals.factlint(f"n{n}") for n in counts}, self.folder, self.rounds)
        for less, more in pairwise(counts):
            print(f"  {less} to {more} articles: {spent[f'n{more}'].over(spent[f'n{less}'])} times")
        few, many = (self._desk(number) for number in (100, 100_000))
        known = interleaved({"few": few, "many": many}, self.folder, self.rounds)
        print(f"  100 to 100000 names: {known['many'].over(known['few'])} times")

    def crossing(self) -> None:
        """What is asked across articles: seconds for so many, twice and four times as many, and how that grows."""
        rows = [
            (name, *(f"{one:.3f}" for one in spent), *(crossing.times(less, more) for less, more in pairwise(spent)))
            for name, spent in crossing.growth(self.folder, self.count)
        ]
        _table(("", *(str(self.count * times) for times in (1, 2, 4)), "2n / n", "4n / 2n"), rows)
        for name, share in crossing.recalled(self.folder, self.count).items():
            print(f"  {name}: grouping finds {share:.4f} of the pairs that each with each finds")

    def repeated(self) -> None:
        """A run again, one of its articles changed, against the first run: files in a folder, and records of one file."""
        files, records = self.folder / "files", self.folder / "records.jsonl"
        written(files, self.count)
        for name in (files.name, records.name):
            first, again = [], []
            for turn in range(self.rounds):
                # Each first run has a cache of its own, in which rules and knowledge are there already.
                os.environ["FACTLINT_CACHE_DIR"] = str(self.folder / f"cache-{name}-{turn}")
                recorded(records, self.count)
                cpu_seconds(rivals.remembering(_EMPTY), self.folder)
                first.append(cpu_seconds(rivals.remembering(name), self.folder))
                recorded(records, self.count, f"This was added in turn {turn}.")
                with (files / "00000.txt").open("a", encoding="utf-8") as file:
                    file.write(f"\nThis was added in turn {turn}.\n")
                again.append(cpu_seconds(rivals.remembering(name), self.folder))
            print(f"  {name}: {Spread(tuple(again)).over(Spread(tuple(first)))} times")

    def _desk(self, number: int) -> tuple[str, ...]:
        """factlint with a desk's own list of so many names, each with a form that is wrong."""
        lines = "".join(f"{name}e,{name}\n" for name in names(number))
        listed = self.folder / f"names{number}.csv"
        listed.write_text("wrong,right\n" + lines, encoding="utf-8")
        settings = self.folder / f"desk{number}.yml"
        settings.write_text(f"rules: [{listed.name}]\n", encoding="utf-8")
        return rivals.factlint("--config", settings.name, _CORPUS)


def _times(seconds: Spread, codespell: Spread | None) -> str:
    return "?" if codespell is None else "1" if seconds is codespell else str(seconds.over(codespell))


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table as Markdown has it, ready for the README."""
    every = [heads, *rows]
    widths = [max(3, *map(len, column)) for column in zip(*every, strict=True)]
    every.insert(1, [f"{'-' * (width - 1)}:" if at else "-" * width for at, width in enumerate(widths)])
    for row in every:
        first, *rest = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        print("| " + " | ".join([first, *(cell.strip().rjust(len(cell)) for cell in rest)]) + " |")


def _less(whole: Spread, start: Spread) -> Spread:
    return Spread(tuple(max(one - two, 1e-6) for one, two in zip(whole.values, start.values, strict=True)))


def main() -> None:
    """Run the parts that were asked for."""
    parts = ("throughput", "start", "stages", "growth", "crossing", "repeated")
    parser = argparse.ArgumentParser(prog="python tests/bench", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(parts)} (default: all)")
    parser.add_argument("--articles", type=int, default=200, help="how many articles (default: 200)")
    parser.add_argument("--rounds", type=int, default=5, help="how many rounds (default: 5)")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(parts):
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(parts)}")
    with tempfile.TemporaryDirectory(prefix="factlint-bench-") as name:
        os.environ["FACTLINT_CACHE_DIR"] = str(Path(name) / "cache")
        bench = Bench(Path(name), given.articles, given.rounds)
        today = datetime.datetime.now(tz=datetime.UTC).date()
        print(f"{bench.count} articles, {bench.megabytes:.2f} MB, {bench.rounds} rounds, {today}")
        for part in given.parts or parts:
            measure: Callable[[], None] = getattr(bench, part)
            print(f"\n{(measure.__doc__ or part).strip()}")
            measure()


main()
