"""A piece of an archive to its articles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factlint.app.articles import foreign
from factlint.sources import Collected, ForeignError, Options, RawFile, metadata, read_found, sidecar, sources
from factlint.text.problem import Problem

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator

    from factlint.app.scanning.pieces import Piece
    from factlint.article import Article
    from factlint.config import Settings

BATCH = 256
"""So many articles are in memory at a time."""
_BYTES = 2 << 20
LONGEST_LINE = 32 << 20
"""Bytes: the longest article that is checked, however it is escaped, has less."""


def read(
    piece: Piece, settings: Settings, *, html: bool, since: datetime.date | None
) -> Iterator[tuple[list[Article], list[Problem]]]:
    """The articles of a piece, some at a time, and what is wrong with it.

    Where ``html``, the text of a record is HTML. An article that was published before ``since`` is left out; one that
    does not say when is not.
    """
    waiting: list[Article] = []
    problems: list[Problem] = []
    for found in _collected(piece, settings):
        problems += found.problems
        for article in found.articles:
            one, faults = _from_html(article, settings) if html and piece.how != "files" else (article, ())
            problems += faults
            published = one.metadata.published
            if since is not None and published is not None and published < since:
                continue
            if why := foreign(one):
                problems.append(Problem(one.path, f"not checked: {why}", where=one.id, level="note"))
                continue
            waiting.append(one)
            if len(waiting) >= BATCH:
                yield waiting, problems
                waiting, problems = [], []
    yield waiting, problems


def _collected(piece: Piece, settings: Settings) -> Iterator[Collected]:
    if piece.how == "files":
        yield from (read_found(found, settings=settings) for found in piece.files)
        return
    found = piece.files[0]
    raw = RawFile(found.path, found.id, b"", Options.of(settings))
    beside, faults = sidecar.read(Path(found.file), found.path)
    yield Collected((), tuple(faults) if piece.start == 0 else ())
    try:
        for part in _rows(piece, raw) if piece.how == "rows" else _lines(piece, raw):
            full = (metadata.completed(article, beside, settings) for article in part.articles)
            yield Collected(tuple(full), part.problems)
    except ForeignError as error:
        # It is so in every piece of the file.
        yield Collected((), (Problem(error.path, error.message, error.hint),) if piece.start == 0 else ())
    except (OSError, EOFError, ValueError) as error:
        yield Collected((), (Problem(found.path, f"this cannot be read on: {error}", "mend it, or leave it out"),))


def _lines(piece: Piece, raw: RawFile) -> Iterator[Collected]:
    before = piece.before
    for data in _data(piece):
        if data is None:
            before += 1
            message = f"this line has more than {LONGEST_LINE >> 20} MB: it is not checked"
            yield Collected((), (Problem(raw.path, message, "cut it into articles", before, 1),))
            continue
        sound, bad = _utf8(data)
        read_, problems = sources()["jsonl"].read(raw._replace(data=sound, lines_before=before))
        said = [Problem(raw.path, "this line is no UTF-8", "save the file as UTF-8", line, 1) for line in bad]
        moved = (replace(one, line=one.line + before if one.line else None) for one in (*said, *problems))
        yield Collected(read_, tuple(moved))
        before += data.count(b"\n")


def _utf8(data: bytes) -> tuple[bytes, list[int]]:
    """Lines, those that are no UTF-8 left empty, and their numbers: a piece is too little to guess an encoding by."""
    try:
        data.decode()
    except UnicodeDecodeError:
        lines = data.split(b"\n")
        bad = [number for number, line in enumerate(lines) if line.decode(errors="replace").encode() != line]
        for number in bad:
            lines[number] = b""
        return b"\n".join(lines), [number + 1 for number in bad]
    return data, []


def _data(piece: Piece) -> Iterator[bytes | None]:
    """Whole lines, not too many at a time; None in the place of one that is too long."""
    if piece.how == "lines":
        with Path(piece.files[0].file).open("rb") as file:
            file.seek(piece.start)
            yield from whole_lines(lambda most: file.read(min(most, piece.end - file.tell())))
        return
    with _unpacked(piece.files[0].file) as stream:
        yield from whole_lines(stream.read)


def whole_lines(read: Callable[[int], bytes]) -> Iterator[bytes | None]:
    """What ``read`` gives, so many bytes at a time, cut at ends of lines; None in the place of a line that is too long.

    No more than such a line is in memory, however long one is.
    """
    begun: list[bytes] = []
    length = 0
    while data := read(_BYTES):
        first, newline, more = data.partition(b"\n")
        length += len(first)
        begun.append(first)
        if length > LONGEST_LINE:
            begun.clear()
        if not newline:
            continue
        if length > LONGEST_LINE:
            yield None
        else:
            more = b"".join((*begun, newline, more))
        whole, newline, rest = more.rpartition(b"\n")
        if newline:
            yield whole + newline
        begun, length = [rest], len(rest)
    if length:
        yield None if length > LONGEST_LINE else b"".join(begun)


def _unpacked(file: str) -> Any:
    if file.lower().endswith(".gz"):
        import gzip

        return gzip.open(file)
    import pyarrow

    return pyarrow.CompressedInputStream(pyarrow.OSFile(file), "zstd")


def _rows(piece: Piece, raw: RawFile) -> Iterator[Collected]:
    import pyarrow.parquet

    from factlint.sources import parquet

    with pyarrow.parquet.ParquetFile(piece.files[0].file) as file:
        columns = parquet.columns_of(raw, file.schema_arrow.names)
        number = 0
        for group in range(file.num_row_groups):
            rows = file.metadata.row_group(group).num_rows
            if number < piece.end and number + rows > piece.start:
                yield from _of_group(file, group, number, piece, raw, columns)
            number += rows


def _of_group(
    file: Any, group: int, number: int, piece: Piece, raw: RawFile, columns: dict[str, str]
) -> Iterator[Collected]:
    """The rows of one group of a Parquet file that belong to a piece; ``number`` is that of its first row."""
    from factlint.sources import parquet

    for batch in file.iter_batches(BATCH, row_groups=[group], columns=sorted(set(columns.values()))):
        low, high = max(piece.start - number, 0), min(piece.end - number, len(batch))
        if low < high:
            rows = batch.slice(low, high - low).to_pylist()
            named = ({name: row[column] for name, column in columns.items()} for row in rows)
            yield parquet.collected(raw, enumerate(named, number + low + 1))
        number += len(batch)


def _from_html(article: Article, settings: Settings) -> tuple[Article, tuple[Problem, ...]]:
    """The article whose text is a page of HTML; what its record says goes before what the page says."""
    raw = RawFile(article.path, article.id, article.text.encode(), Options.of(settings))
    (page,), problems = sources()["html"].read(raw)
    said = {name: value for name in metadata.KEYS if (value := getattr(article.metadata, name)) is not None}
    return replace(page, metadata=replace(page.metadata, **said)), problems
