"""Mutation testing: ``python -m tests.mutation factlint/lang factlint/findings --sample 100 --seed 1``.

A random sample of the mutants of each module or folder that is named, made by cosmic-ray (``pip install
'.[mutation]'``), is tried with the tests that run the changed line, and with the shipped rules' own examples. What lives
is printed for people to read: either a test is missing, or the mutant is no different. Exit: 0 if enough were killed, 1
if not, 2 for bad use.
"""

from __future__ import annotations

import argparse
import difflib
import importlib.util
import math
import os
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.mutation import mutants, trial
from tests.mutation.covering import Covering, Measuring

ROOT = Path(__file__).resolve().parents[2]
_ENOUGH = 85
_SECONDS = 8.0
_HOUR = 3600
_SUITE = ("lang", "engine", "findings", "annotations", "ruleset", "metamorphic", "text", "knowledge", "app", "reports")


@dataclass(frozen=True)
class Score:
    """How many of the mutants of some code were killed: of ``size``, ``tried`` were."""

    name: str
    size: int
    tried: int
    killed: int

    def __str__(self) -> str:
        low, high = (round(100 * end) for end in _interval(self.killed, self.tried))
        rate = 100 * self.killed / max(1, self.tried)
        return f"{self.name:44} {self.size:6} {self.tried:6} {self.killed:6} {rate:5.0f} %  {low}-{high}"


def main() -> int:
    """Try the mutants of modules."""
    given = _arguments()
    os.chdir(ROOT)
    trial.prepare()
    with tempfile.TemporaryDirectory() as scratch:
        run = Run(Path(scratch), given.tests, given.seconds, given.measured)
        scores = [run.score(Path(path), given.sample, given.seed) for path in given.paths]
        print(f"\n{'':44} {'all':>6} {'tried':>6} {'killed':>6}          95 %")
        print("\n".join(map(str, scores)))
        if not run.is_sound():
            raise SystemExit("Among the tests that killed there are some that fail without any mutant.")
    return 0 if all(100 * score.killed >= given.least * score.tried for score in scores) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description="Try mutants of modules.")
    parser.add_argument("paths", nargs="+", help="files or folders under factlint/")
    parser.add_argument("--sample", type=int, default=40, help="mutants of each path (0: all; default: 40)")
    parser.add_argument("--seed", type=int, default=1, help="draw the same mutants as the last time with it")
    parser.add_argument("--least", type=float, default=_ENOUGH, help=f"percent to be killed (default: {_ENOUGH})")
    parser.add_argument(
        "--seconds",
        type=float,
        default=_SECONDS,
        help="of near tests for a mutant (default: %(default)s)",
    )
    parser.add_argument("--measured", type=Path, help="keep there which tests run which lines, or take it from there")
    parser.add_argument("--tests", nargs="+", default=[f"tests/{name}" for name in _SUITE], help="files or folders")
    given = parser.parse_args()
    for path in (*given.paths, *given.tests):
        if not (ROOT / path).exists():
            parser.error(f"there is no {path}")
    for module in ("cosmic_ray", "coverage"):
        if importlib.util.find_spec(module) is None:
            parser.error(f"{module} is not installed: pip install '.[mutation]'")
    return given


class Run:
    """Tries mutants one after the other."""

    def __init__(self, scratch: Path, tests: list[str], seconds: float, measured: Path | None) -> None:
        self._scratch, self._seconds = scratch, seconds
        self._warm = scratch / "warm"
        log = str(scratch / "log")
        if trial.trial(self._filled, _HOUR, log=log):
            raise SystemExit(Path(log).read_text() + "The shipped rules fail without any mutant.")
        data = (measured or scratch / "measured").resolve()
        if not data.exists():
            trial.trial(partial(_measured, data, tests), _HOUR, log=log)
            print("\n".join(Path(log).read_text().splitlines()[-5:]), flush=True)
        self._covering = Covering(data)
        self._killers: set[str] = set()

    def _filled(self) -> int:
        os.environ["FACTLINT_CACHE_DIR"] = str(self._warm)
        return trial.examples()

    def score(self, path: Path, sample: int, seed: int) -> Score:
        """Try mutants of a file or folder; those that live are printed."""
        files = sorted((ROOT / path).rglob("*.py")) if path.is_dir() else [ROOT / path]
        places = [place for file in files for place in mutants.places(file)]
        drawn = mutants.drawn(places, sample, seed)
        lived = sum(not self._is_killed(mutant) for mutant in drawn)
        score = Score(str(path), len(places), len(drawn), len(drawn) - lived)
        print(score, flush=True)
        return score

    def _is_killed(self, mutant: mutants.Mutant) -> bool:
        source, path = mutant.source(), mutant.path.relative_to(ROOT)
        near, others = self._covering.tests(mutant.path, mutant.line, self._seconds, f"tests/{path.parts[1]}/")
        tests = [*near, *others]
        failed = self._scratch / "failed"
        failed.unlink(missing_ok=True)
        warm = None if path.parts[1] == "lang" else self._warm
        code = trial.trial(partial(_tried, mutant, source, (near, others), failed), self._covering.seconds(tests), warm)
        killer = failed.read_text().strip() if failed.exists() else "the time" if code is None else f"exit code {code}"
        self._killers.update({killer} & {*tests})
        print(f"{path}:{mutant.line} {mutant.operator}: {f'killed by {killer}' if code else 'LIVES'}", flush=True)
        if code == 0:
            before = mutant.path.read_text("utf-8").splitlines()
            lines = difflib.unified_diff(before, source.splitlines(), n=2, lineterm="")
            print("\n".join(["", *list(lines)[2:], f"({len(tests)} tests)", ""]), flush=True)
        return code != 0

    def is_sound(self) -> bool:
        """Whether those tests that killed a mutant pass where there is none."""
        killers = sorted(self._killers)
        passes = partial(_asked, killers, self._scratch / "failed")
        return trial.trial(passes, self._covering.seconds(killers), self._warm, str(self._scratch / "log")) == 0


def _measured(data: Path, tests: list[str]) -> int:
    return trial.pytests(tests, Measuring(data, [ROOT / "factlint"]), options=())


def _tried(mutant: mutants.Mutant, source: str, tests: tuple[list[str], list[str]], failed: Path) -> int:
    """Most mutants fail one of the few tests that are nearest to them; only then many files of others are read."""
    sys.meta_path.insert(0, trial.Changed(ROOT, mutant.path, source))  # type: ignore[arg-type]
    near, others = tests
    return _asked(near, failed) or trial.examples() or _asked(others, failed)


def _asked(tests: list[str], failed: Path) -> int:
    files = sorted({name.partition("::")[0] for name in tests})
    return trial.pytests(files, trial.Chosen(tests, failed)) if tests else 0


def _interval(part: int, whole: int) -> tuple[float, float]:
    """The 95 % interval of a rate, after Wilson (1927)."""
    if not whole:
        return 0.0, 1.0
    z, rate = 1.96, part / whole
    middle = rate + z * z / (2 * whole)
    spread = z * math.sqrt(rate * (1 - rate) / whole + z * z / (4 * whole * whole))
    return (middle - spread) / (1 + z * z / whole), (middle + spread) / (1 + z * z / whole)


if __name__ == "__main__":
    sys.exit(main())
