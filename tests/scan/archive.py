"""A small archive, in each form that archives have."""

from __future__ import annotations

import datetime
import gzip
import html
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_FIRST = datetime.date(2025, 1, 1)
_APART = 6
_EVENTS = (
    ("Oslo", "Karl Lindqvist", "Karl Lindkvist", "herring quotas trawlers fjord nets harbourmasters"),
    ("Quito", "Elena Morvath", "Elena Morvatt", "orchids greenhouses petals growers volcano customs"),
    ("Riga", "Janis Ozolbergs", "Janis Ozolberg", "locomotives gauges sleepers freight amber viaducts"),
)


def records(days: int = 3) -> list[dict[str, Any]]:
    """Articles of three events on each of some days, three of each event, with a slip here and there."""
    return [
        {
            "id": f"{day}-{number}-{which}",
            "published": (_FIRST + datetime.timedelta(_APART * day)).isoformat(),
            "title": f"{city} {words.split()[which]}",
            "text": f"{text} {words.capitalize()} mattered most, {name} said, and {words} again.\n",
        }
        for day in range(days)
        for number, (city, name, slip, words) in enumerate(_EVENTS)
        for which, text in enumerate(
            (
                f"The envoy {name} came to {city}.",
                f"The envoy {slip} was in {city} for one night.",
                f"In {city} the envoy {name} spoke on Tuesday, Dec. 15, 2025.",
            )
        )
    ]


def lines(some: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(one) + "\n" for one in some).encode()


def write(folder: Path, form: str, some: list[dict[str, Any]]) -> list[str]:
    """Write an archive in a form; what to name and which options to give."""
    folder.mkdir(exist_ok=True)
    return [str(folder), *(_WRITERS[form](folder, some) or ())]


def _jsonl(folder: Path, some: list[dict[str, Any]]) -> None:
    (folder / "a.jsonl").write_bytes(lines(some))


def _gz(folder: Path, some: list[dict[str, Any]]) -> None:
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(lines(some)))


def _zst(folder: Path, some: list[dict[str, Any]]) -> None:
    import pyarrow as pa

    with pa.CompressedOutputStream(pa.OSFile(str(folder / "a.jsonl.zst"), "wb"), "zstd") as out:
        out.write(lines(some))


def _parquet(folder: Path, some: list[dict[str, Any]]) -> None:
    _table(some, folder / "a.parquet")


def _renamed(folder: Path, some: list[dict[str, Any]]) -> list[str]:
    names = {"text": "body", "title": "hed", "published": "pub_date", "id": "id"}
    _table([{names[key]: value for key, value in one.items()} for one in some], folder / "a.parquet")
    return ["--map", "text=body,title=hed,published=pub_date"]


def _html(folder: Path, some: list[dict[str, Any]]) -> list[str]:
    pages = (f"<html><body><article><p>{html.escape(one['text'])}</p></article></body></html>" for one in some)
    _jsonl(folder, [one | {"text": page} for one, page in zip(some, pages, strict=True)])
    return ["--html"]


def _partitions(folder: Path, some: list[dict[str, Any]]) -> None:
    for month in sorted({one["published"][:7] for one in some}):
        part = folder / f"year={month[:4]}" / f"month={month[5:]}"
        part.mkdir(parents=True)
        _table([one for one in some if one["published"].startswith(month)], part / "a.parquet")


def _folder(folder: Path, some: list[dict[str, Any]]) -> None:
    for one in some:
        head = f"---\ntitle: {one['title']}\npublished: {one['published']}\n---\n"
        (folder / f"{one['id']}.txt").write_text(head + one["text"])


def _table(some: list[dict[str, Any]], path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.Table.from_pylist(some), path, row_group_size=7)


_WRITERS: dict[str, Callable[..., list[str] | None]] = {
    "jsonl": _jsonl,
    "gz": _gz,
    "zst": _zst,
    "parquet": _parquet,
    "renamed": _renamed,
    "html": _html,
    "partitions": _partitions,
    "folder": _folder,
}
