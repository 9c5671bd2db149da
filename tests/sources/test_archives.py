"""Archives: JSON Lines packed (.jsonl.gz, .jsonl.zst), Parquet (.parquet), and names of a desk's own for fields."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from factlint.config import Settings
from factlint.sources import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping

RECORDS = [{"id": "a", "text": "One."}, {"id": "b", "text": "Two.", "published": "2025-12-15"}]
LINES = "\n".join(map(json.dumps, RECORDS)).encode()
MAP = Settings(map=(("text", "body"), ("published", "pub_date"), ("id", "key")))


def zstd(data: bytes) -> bytes:
    return bytes(pytest.importorskip("zstandard").compress(data))


def parquet(columns: Mapping[str, list[Any]]) -> bytes:
    pyarrow = pytest.importorskip("pyarrow")
    out = io.BytesIO()
    pytest.importorskip("pyarrow.parquet").write_table(pyarrow.table(columns), out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "pack"),
    [("a.jsonl.gz", gzip.compress), ("a.ndjson.gz", gzip.compress), ("a.jsonl.zst", zstd), ("A.JSONL.ZST", zstd)],
)
def test_packed_lines_are_read_as_lines(name: str, pack: Any) -> None:
    # Writers of archives put several packed pieces behind each other.
    half = LINES.index(b"\n") + 1
    articles, problems = read_text(pack(LINES[:half]) + pack(LINES[half:]), name)
    assert [(one.id, one.text) for one in articles] == [("a", "One."), ("b", "Two.")]
    assert not problems


@pytest.mark.parametrize(("name", "data"), [("a.jsonl.gz", gzip.compress(LINES)[:-9]), ("a.jsonl.gz", b"\x1f\x8b"),
                                            ("a.jsonl.zst", b"(\xb5/\xfd broken"), ("a.jsonl.zst", b"text")])  # fmt: skip
def test_what_cannot_be_unpacked(name: str, data: bytes) -> None:
    if name.endswith("zst"):
        pytest.importorskip("zstandard")
    articles, (problem,) = read_text(data, name)
    assert not articles
    assert "cannot be unpacked" in problem.message


def test_every_row_is_an_article() -> None:
    table = parquet({
        "id": ["a", None, "a", "d"], "text": ["One.", "Two.", "Three.", None],
        "published": [dt.datetime(2025, 12, 15, 8), None, None, None], "other": [1, 2, 3, 4],
    })  # fmt: skip
    articles, problems = read_text(table, "a.parquet")
    assert [(one.id, one.text) for one in articles] == [("a", "One."), ("row 2", "Two.")]
    assert articles[0].metadata.published == dt.date(2025, 12, 15)
    assert [(one.where, one.message) for one in problems] == [
        ("row 3", "the id a is there twice"), ("row 4", "this row has no text"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.parquet"])
def test_fields_may_have_other_names(name: str) -> None:
    record = {"key": "k", "body": "One.", "pub_date": "2025-12-15"}
    data = parquet({key: [value] for key, value in record.items()}) if name == "a.parquet" else json.dumps(record)
    (article,), problems = read_text(data, name, settings=MAP)
    assert (article.text, article.metadata.published) == ("One.", dt.date(2025, 12, 15))
    assert article.id == ("a.json" if name == "a.json" else "k")
    assert not problems


def test_a_table_without_a_text_says_what_there_is() -> None:
    _, (problem,) = read_text(parquet({"body": ["x"]}), "a.parquet")
    assert "there are body" in problem.hint


def test_no_table() -> None:
    pytest.importorskip("pyarrow")
    _, (problem,) = read_text(b"PAR1 no table PAR1", "a.parquet")
    assert "no Parquet file" in problem.message


@pytest.mark.parametrize(
    ("name", "module", "extra"), [("a.parquet", "pyarrow", "parquet"), ("a.jsonl.zst", "zstandard", "zstd")]
)
def test_a_library_that_is_not_there_is_named(
    name: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for loaded in [one for one in sys.modules if one.partition(".")[0] == module]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, module, None)
    articles, (problem,) = read_text(b"PAR1", name)
    assert not articles
    assert f"pip install 'factlint[{extra}]'" in problem.hint
