"""Findings and facts of a scan as JSON Lines or Parquet."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from factlint.app.scanning import files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_ROWS = 5_000
_NUMBERS = ("start", "end", "line", "column", "end_line", "end_column")
_FINDING = ("rule", "severity", "confidence", "message", "path", "id", *_NUMBERS, "text", "fingerprint")


def write_findings(path: Path, lines: Iterator[str], shape: str, counts: dict[str, int]) -> None:
    """Write findings, given as lines of JSON, and count them by severity."""
    counted = _counting(lines, counts)
    if shape == "jsonl":
        files.write_lines(path, counted)
    else:
        _write_table(path, counted, _FINDING, ("suggestions", "related"))


def _counting(lines: Iterator[str], counts: dict[str, int]) -> Iterator[str]:
    import json

    for line in lines:
        severity = json.loads(line)["severity"]
        counts[severity] = counts.get(severity, 0) + 1
        yield line


def facts_of(folder: Path) -> Iterator[str]:
    """The facts of all articles, a line of JSON each."""
    for path in sorted(folder.glob("*.parquet")):
        for batch in files.read_columns(path, ["facts"]):
            yield from (line for line in batch.column("facts").to_pylist() if line is not None)


def write_facts(path: Path, lines: Iterator[str], shape: str) -> None:
    """Write facts, given as lines of JSON."""
    if shape == "jsonl":
        files.write_lines(path, lines)
        return
    from factlint.annotations import kinds

    layers = tuple(sorted(kind.layer for kind in kinds().values() if kind.layer is not None))
    _write_table(path, lines, ("id", "path", "published", "language"), ("anchor", *layers))


def _write_table(path: Path, lines: Iterator[str], plain: Iterable[str], nested: Iterable[str]) -> None:
    """Records as a Parquet file: some fields as columns, others as JSON in columns."""
    import json

    import pyarrow as pa

    names = [(name, pa.int64() if name in _NUMBERS else pa.string()) for name in plain]
    schema = pa.schema([*names, *((name, pa.string()) for name in nested)])
    with files.Parcels(path, schema) as out:
        while some := [json.loads(line) for line in islice(lines, _ROWS)]:
            out.write(pa.RecordBatch.from_pylist([_row(one, set(nested)) for one in some], schema=schema))


def _row(record: dict[str, Any], nested: set[str]) -> dict[str, Any]:
    import json

    return {name: json.dumps(value, ensure_ascii=False) if name in nested else value for name, value in record.items()}
