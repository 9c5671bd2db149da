"""pre-commit names changed files only, and splits them: with reference articles every split finds the same."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Batch = tuple[str, ...]

ROOT = Path(__file__).resolve().parents[2]
CORPORA = {"our seeds": ROOT / "seeds", "real articles": ROOT / ".." / "shared" / "seeds"}


class Desk:
    """A folder with articles that are references too, and what factlint found in each batch of them."""

    def __init__(self, folder: Path, articles: Path) -> None:
        self.folder = folder
        shutil.copytree(articles, folder / "seeds")
        (folder / "factlint.yml").write_text("reference: [seeds/]\n", encoding="utf-8")
        self.files = tuple(sorted(path.relative_to(folder).as_posix() for path in (folder / "seeds").iterdir()))
        self._seen: dict[Batch, tuple[int, tuple[str, ...]]] = {}

    def run(self, batch: Batch) -> tuple[int, tuple[str, ...]]:
        """The exit code for a batch and the findings, a line of JSON each."""
        if batch not in self._seen:
            done = subprocess.run(
                [sys.executable, "-m", "factlint", "--format", "jsonl", *batch],
                cwd=self.folder,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                capture_output=True,
                check=False,
            )
            assert done.returncode in {0, 1}, done.stderr.decode()
            self._seen[batch] = done.returncode, tuple(done.stdout.decode().splitlines())
        return self._seen[batch]

    def findings(self, batches: Iterable[Batch]) -> dict[str, dict[str, Any]]:
        """The findings of several runs by fingerprint; a finding that several runs report must be the same in each."""
        found: dict[str, dict[str, Any]] = {}
        for batch in batches:
            for line in self.run(batch)[1]:
                finding = json.loads(line)
                assert found.setdefault(finding["fingerprint"], finding) == finding
        return found


@pytest.fixture(scope="module", params=CORPORA)
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    articles = CORPORA[request.param]
    if not articles.is_dir():
        pytest.skip("the real articles are not beside this checkout")
    return Desk(tmp_path_factory.mktemp("desk"), articles)


def chunks(files: Sequence[str], size: int) -> list[Batch]:
    return [tuple(files[start : start + size]) for start in range(0, len(files), size)]


SPLITS: dict[str, Callable[[Sequence[str]], list[Batch]]] = {
    "each alone": lambda files: chunks(files, 1),
    "pairs": lambda files: chunks(files, 2),
    "pairs from the end": lambda files: chunks(files[::-1], 2),
    "one and the rest": lambda files: [tuple(files[:1]), tuple(files[1:])],
    "all in reverse": lambda files: [tuple(files[::-1])],
    "their folder": lambda _: [("seeds",)],
}


@pytest.mark.parametrize("split", SPLITS)
def test_every_split_finds_the_same(desk: Desk, split: str) -> None:
    batches = SPLITS[split](desk.files)
    whole = desk.findings([desk.files])
    assert whole
    assert desk.findings(batches) == whole


@pytest.mark.parametrize("split", SPLITS)
def test_every_split_ends_alike(desk: Desk, split: str) -> None:
    assert max(desk.run(batch)[0] for batch in SPLITS[split](desk.files)) == desk.run(desk.files)[0]


def test_a_batch_reports_only_what_can_be_changed_in_it(desk: Desk) -> None:
    for file in desk.files:
        for finding in desk.findings([(file,)]).values():
            places = [finding, *(place for place in finding["related"] if place["role"] == "same")]
            assert file in {place["path"] for place in places}
