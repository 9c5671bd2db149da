"""What is too long for an article, or too large for a file, is refused with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint import sources

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("length", "read"), [(100, True), (101, False)])
def test_a_long_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, length: int, read: bool) -> None:
    monkeypatch.setattr(sources, "LONGEST", 100)
    (tmp_path / "long.txt").write_text("x" * length)
    found = sources.collect(["long.txt"], cwd=tmp_path)
    assert len(found.articles) == read
    hints = [] if read else ["split it into articles, or leave it out"]
    assert [problem.hint for problem in found.problems] == hints


def test_a_long_record_does_not_take_the_others_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LONGEST", 100)
    (tmp_path / "wire.jsonl").write_text('{"id": "a", "text": "%s"}\n{"id": "b", "text": "short"}\n' % ("x" * 101))
    found = sources.collect(["wire.jsonl"], cwd=tmp_path)
    assert [article.id for article in found.articles] == ["b"]
    assert "a has 101 characters" in found.problems[0].message


def test_a_large_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LARGEST", 10)
    (tmp_path / "large.txt").write_text("eleven bytes")
    found = sources.collect(["large.txt"], cwd=tmp_path)
    assert not found.articles
    assert "factlint scan" in (found.problems[0].hint or "")
