"""The same input gives the same bytes: whatever the order of the paths, the seed of hashes, the cache, the run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "seeds").iterdir())


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def report(*paths: str, cache: Path, seed: str = "0", **env: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "factlint", "check", *paths, "--format", "json"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "FACTLINT_CACHE_DIR": str(cache), **env},
        check=False,
    )
    assert done.returncode == 1, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wanted(cache: Path) -> str:
    """The report of a first run, with an empty cache."""
    return report(*SEEDS, cache=cache)


def test_a_second_run_that_reads_the_cache(wanted: str, cache: Path) -> None:
    assert any(cache.iterdir())
    assert report(*SEEDS, cache=cache) == wanted


def test_a_run_without_a_cache(wanted: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert report(*SEEDS, cache=tmp_path / "file") == wanted


@pytest.mark.parametrize("order", [1, 2])
def test_any_order_of_the_paths(wanted: str, cache: Path, order: int) -> None:
    paths = list(SEEDS)
    Random(order).shuffle(paths)
    assert report(*paths, cache=cache) == wanted


def test_a_path_named_twice_and_with_its_folder(wanted: str, cache: Path) -> None:
    assert report(SEEDS[0], *SEEDS, f"./{SEEDS[0]}", cache=cache) == wanted


@pytest.mark.parametrize("seed", ["1", "random"])
def test_any_seed_of_hashes(wanted: str, cache: Path, seed: str) -> None:
    assert report(*SEEDS, cache=cache, seed=seed) == wanted


def test_any_seed_of_hashes_without_a_cache(wanted: str, tmp_path: Path) -> None:
    assert report(*SEEDS, cache=tmp_path, seed="2") == wanted


def test_any_locale_and_clock(wanted: str, cache: Path) -> None:
    assert report(*SEEDS, cache=cache, LC_ALL="C", TZ="Pacific/Kiritimati") == wanted
