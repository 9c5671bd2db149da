"""Files that go, or become others, between being found and being read."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from factlint.text.disk import contents

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Ended

WRONG = "Steve Whitcoff came to Berlin.\n"


def _gone(path: Path) -> None:
    path.unlink()


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _a_link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def _a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("change", [_gone, _a_folder, _a_link_to_itself, _a_pipe])
def test_what_cannot_be_read_any_more_is_told_and_the_rest_is_checked(
    factlint: Callable[..., Ended],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Path], None],
    jobs: str,
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(WRONG)
    read = contents

    def changed(path: Path) -> bytes:
        if path.name == "b.txt" and path.is_file():
            change(path)
        return read(path)

    monkeypatch.setattr("factlint.sources.contents", changed)
    ended = factlint(".", "--format", "json", "--jobs", jobs)
    out = json.loads(ended.out)
    assert ended.code == 2
    assert sorted({one["path"] for one in out["findings"]}) == ["a.txt", "c.txt"]
    assert [one["path"] for one in out["errors"]] == ["b.txt"]


def test_a_file_that_is_cut_while_it_is_read_is_read_as_it_is(
    factlint: Callable[..., Ended], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("A fox came by. " + WRONG)
    read = contents
    monkeypatch.setattr(
        "factlint.sources.contents", lambda path: read(path)[:14] if path.name == "a.txt" else read(path)
    )
    ended = factlint("a.txt", "--format", "json")
    assert (ended.code, json.loads(ended.out)["findings"]) == (0, [])
