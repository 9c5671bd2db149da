"""JSON Lines packed with gzip or Zstandard, as archives keep them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from factlint.sources import LARGEST, Collected, RawFile, Source
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from typing import IO


def read(file: RawFile) -> Collected:
    """Every record of the file in it."""
    from factlint.sources import jsonl

    if not file.data:
        return Collected(())
    try:
        data = _unpacked(file)
    except ProblemError as error:
        return Collected((), error.problems)
    return jsonl.read(file._replace(data=data))


def _unpacked(file: RawFile) -> bytes:
    """The bytes of the file inside. Raises ProblemError where it is broken or too large."""
    import io
    import zlib

    try:
        with _opened(file, io.BytesIO(file.data)) as stream:
            data = stream.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise ProblemError(Problem(file.path, f"this cannot be unpacked: {error}", "pack it again")) from None
    except ProblemError:
        raise
    except Exception as error:
        # The two libraries for Zstandard have errors of their own, with one name.
        if type(error).__name__ != "ZstdError":
            raise
        raise ProblemError(Problem(file.path, f"this cannot be unpacked: {error}", "pack it again")) from None
    if len(data) > LARGEST:
        message = f"this unpacks to more than {LARGEST // 1_000_000_000} GB"
        raise ProblemError(Problem(file.path, message, "cut it into several files; archives are read by factlint scan"))
    return data


def _opened(file: RawFile, packed: IO[bytes]) -> IO[bytes]:
    if file.path.lower().endswith(".gz"):
        import gzip

        return gzip.GzipFile(fileobj=packed)  # type: ignore[return-value]
    from factlint.sources.extras import needed

    if sys.version_info >= (3, 14):
        opened: IO[bytes] = needed(file.path, "compression.zstd", "zstd").open(packed)
        return opened
    reader: IO[bytes] = (
        needed(file.path, "zstandard", "zstd").ZstdDecompressor().stream_reader(packed, read_across_frames=True)
    )
    return reader


SOURCE = Source(
    name="compressed",
    suffixes=(".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst"),
    read=read,
    records=True,
    written=False,
)
