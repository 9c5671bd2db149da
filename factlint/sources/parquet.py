"""Parquet: one row, one article. A place is a row, and an offset in its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factlint.article import Article
from factlint.article.article import FIELDS
from factlint.sources import Collected, ForeignError, RawFile, Source
from factlint.sources.wrapping import levelled
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factlint.article import Metadata

_ROWS = 1024


def read(file: RawFile) -> Collected:
    """Every row that has a text; a row without one becomes a problem."""
    if not file.data:
        return Collected(())
    try:
        return _read(file)
    except ProblemError as error:
        return Collected((), error.problems)


def _read(file: RawFile) -> Collected:
    from factlint.sources.extras import needed

    parquet: Any = needed(file.path, "pyarrow.parquet", "parquet")
    arrow: Any = needed(file.path, "pyarrow", "parquet")
    try:
        table = parquet.ParquetFile(arrow.BufferReader(file.data))
        columns = columns_of(file, table.schema_arrow.names)
        return collected(file, enumerate(_rows(table, columns), 1))
    except (arrow.ArrowException, OSError) as error:
        message = f"this is no Parquet file that can be read: {error}"
        raise ProblemError(Problem(file.path, message.splitlines()[0], "write it again")) from None


def collected(file: RawFile, rows: Iterable[tuple[int, Mapping[str, Any]]]) -> Collected:
    """The articles of numbered rows, each a mapping of fields."""
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    for number, row in rows:
        _add(file, number, row, articles, problems)
    return Collected(tuple(articles.values()), tuple(problems))


def columns_of(file: RawFile, names: Sequence[str]) -> dict[str, str]:
    """The column of each field that is there. Raises ForeignError where there is none for the text."""
    mapped = {name: own for name, own in file.options.map if own in names}
    columns = {name: mapped.get(name, name) for name in FIELDS if mapped.get(name, name) in names}
    if "text" not in columns:
        hint = f"say where it is: --map text=COLUMN; there are {', '.join(names)}"
        raise ForeignError(file.path, "this table has no column “text”", hint)
    return columns


def _rows(table: Any, columns: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for batch in table.iter_batches(batch_size=_ROWS, columns=sorted(set(columns.values()))):
        for row in batch.to_pylist():
            yield {name: row[column] for name, column in columns.items()}


def _add(
    file: RawFile, number: int, row: Mapping[str, Any], articles: dict[str, Article], problems: list[Problem]
) -> None:
    where = f"row {number}"
    text = _text(file, row["text"], where, problems)
    name = str(row["id"]).strip() if row.get("id") is not None else ""
    if text is None:
        return
    if name in articles:
        hint = "an id names one row of a file"
        problems.append(Problem(file.path, f"the id {name} is there twice", hint, where=where))
        return
    words, origin = levelled(text)
    about = _metadata(file, row, where, problems)
    articles[name or where] = Article(file.path, name or where, words, about, origin=origin)


def _text(file: RawFile, value: object, where: str, problems: list[Problem]) -> str | None:
    """The text of a row, which may stand there as the bytes of a file: pages of HTML often do."""
    from dataclasses import replace

    from factlint.sources.encoding import decode

    if isinstance(value, str):
        return value
    try:
        if isinstance(value, bytes):
            return decode(file.path, value)
        problems.append(Problem(file.path, "this row has no text", "leave it out, or see --map", where=where))
    except ProblemError as error:
        problems += (replace(one, line=None, column=None, source_line="", where=where) for one in error.problems)
    return None


def _metadata(file: RawFile, row: Mapping[str, Any], where: str, problems: list[Problem]) -> Metadata:
    from dataclasses import replace

    from factlint.config.nodes import node_of
    from factlint.sources.metadata import KEYS, from_keys
    from factlint.text.marked import Keys, MarkedFile, Text

    marked = MarkedFile(file.path, "")
    said = tuple((Text(name, 0, 0), node_of(row[name])) for name in KEYS if row.get(name) is not None)
    about = from_keys(marked, Keys(said, 0, 0))
    # There is no line to show.
    problems += (replace(one, line=None, column=None, source_line="", where=where) for one in marked.problems)
    return about


SOURCE = Source(name="parquet", suffixes=(".parquet",), read=read, records=True, apart=True, written=False)
