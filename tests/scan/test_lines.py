"""Archives of JSON Lines are read in pieces of whole lines, however long one of them is."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.app.scanning import pieces, reading
from factlint.config import Settings

if TYPE_CHECKING:
    from pathlib import Path

_LINES = st.lists(st.binary(max_size=12).map(lambda line: line.replace(b"\n", b"")))


@given(lines=_LINES, ended=st.booleans(), at_once=st.integers(1, 6), more=st.integers(0, 6))
def test_whole_lines(lines: list[bytes], ended: bool, at_once: int, more: int) -> None:
    longest = at_once + more
    data = b"\n".join(lines) + b"\n" * ended
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "_BYTES", at_once)
        patch.setattr(reading, "LONGEST_LINE", longest)
        found = list(reading.whole_lines(io.BytesIO(data).read))
    assert all(part is None or part.endswith(b"\n") for part in found[:-1])
    told = [line for part in found for line in ([None] if part is None else io.BytesIO(part))]
    assert told == [None if len(line.rstrip(b"\n")) > longest else line for line in io.BytesIO(data)]


def test_a_line_that_is_too_long_takes_no_other_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LONGEST_LINE", 100)
    monkeypatch.setattr(reading, "_BYTES", 50)
    monkeypatch.setattr(pieces, "LENGTH", 64)
    record = '{"id": "%s", "text": "%s"}\n'
    (tmp_path / "wire.jsonl").write_text(
        "".join(record % (name, name * size) for name, size in zip("abcd", (9, 500, 9, 9), strict=True))
    )
    cut, problems = pieces.pieces(["wire.jsonl"], tmp_path, Settings(), None, tmp_path / "out")
    monkeypatch.chdir(tmp_path)
    read = [part for piece in cut for part in reading.read(piece, Settings(), html=False, since=None)]
    assert not problems
    assert [article.id for articles, _ in read for article in articles] == ["a", "c", "d"]
    assert [(problem.line, problem.path) for _, said in read for problem in said] == [(2, "wire.jsonl")]
