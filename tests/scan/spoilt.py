"""Lines of an archive as no archive should have them, and what is to come of each."""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_TEXT = "The envoy Karl Lindqvist came to Oslo."


class Line(NamedTuple):
    """A line; whether it is an article that can be checked; whether it has a line in the error report."""

    data: bytes
    checked: bool = True
    told: bool = False
    spoilt: bool = True


def _record(own: str, text: Any = _TEXT, **more: Any) -> bytes:
    return json.dumps({"id": own, "text": text, **more}).encode()


def _with(own: str, data: bytes) -> bytes:
    """A record whose text has bytes as they are."""
    return b'{"id": "' + own.encode() + b'", "text": "Karl ' + data + b' came."}'


def _lost(own: str) -> dict[str, bytes]:
    """Lines that are no article."""
    return {
        "truncated UTF-8": _with(own, b"\xe2\x82"),
        "overlong UTF-8": _with(own, b"\xc0\xaf"),
        "Latin-1": _with(own, b"Malm\xf6"),
        "UTF-16": f'{{"id": "{own}", "text": "Karl"}}'.encode("utf-16-le"),
        "a NUL as it is": _with(own, b"\0"),
        "a torn line": _record(own)[:-9],
        "no JSON": b"2025-01-02 12:30 INFO 3 articles sent",
        "a list": b"[1, 2]",
        "a number": b"12",
        "deep lists": b'{"id": "x", "text": "x", "more": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        "deep objects, torn": b'{"a":' * 50_000,
        "a number of 10,000 digits": _record(own)[:-1] + b', "words": ' + b"9" * 10_000 + b"}",
        "no text": b'{"id": "x"}',
        "a number as text": _record(own, 5),
        "a list as text": _record(own, ["x"]),
        "null as text": _record(own, None),
    }


def _doubtful(own: str) -> dict[str, bytes]:
    """Articles of which something else cannot be read."""
    return {
        "no such day": _record(own, published="2025-13-45"),
        "a number as day": _record(own, published=20250102),
        "keys as day": _record(own, published={"day": 1}),
        "a list as title": _record(own, title=["x"]),
        "a list as story": _record(own, story=["x"]),
        "keys as id": json.dumps({"id": {"own": own}, "text": _TEXT}).encode(),
    }


def _sound(own: str) -> dict[str, bytes]:
    """Articles that are odd, and nothing else."""
    return {
        "NUL": _record(own, "Karl\0 came to Oslo\0."),
        "zalgo": _record(own, "K" + "\u0301\u0315\u0322" * 300 + "arl came to Oslo."),
        "halves of surrogate pairs": _record(own, "Karl \ud800 came to \udfff Oslo.", title="\udc00", source="\ud800"),
        "marks of writing from the right": _record(own, "\u202eKarl\u202c \u200fcame \u2067to\u2069 Oslo."),
        "days that are none": _record(own, "On 2025-13-45, Feb. 31, 2025 and Monday, Nov. 99, 20255 Karl came."),
        "the first day": _record(own, published="0001-01-01"),
        "the last day": _record(own, published="9999-12-31"),
        "a line break in the id": _record(f"{own}\nx"),
        "no id": _record(""),
        "nothing": _record(own, ""),
        "tags": _record(own, "<div>" * 2_000),
        "nested quotation marks": _record(own, "“‘" * 500 + "x" + "’”" * 500),
    }


def large(own: str) -> list[Line]:
    """Sound articles that are very long."""
    texts = ('"' * 2_000_000, "“" * 50_000, "A" * 500_000, "1" * 500_000, "Karl " * 100_000)
    return [Line(_record(f"{own}-{number}", text)) for number, text in enumerate(texts)]


def spoilt(own: str) -> Iterator[Line]:
    """One line of each kind; ``own`` makes their ids different from those of others."""
    for checked, told, some in ((False, True, _lost), (True, True, _doubtful), (True, False, _sound)):
        for number in range(len(some(own))):
            line = list(some(f"{own}-{some.__name__}-{number}").values())[number]
            yield Line(line, checked, told)


def mixed(reports: Iterable[dict[str, Any]], every: int = 100, *, long: bool = False) -> Iterator[Line]:
    """Reports as lines, one in so many replaced by a spoilt one of each kind in turn; ``long``: some very long ones."""
    bad = _without_end(large("large") if long else [])
    for number, report in enumerate(reports):
        if number % every == every // 2:
            yield next(bad)
        else:
            yield Line(json.dumps(report).encode(), spoilt=False)


def _without_end(first: list[Line]) -> Iterator[Line]:
    yield from first
    for turn in count():
        yield from spoilt(f"spoilt {turn}")


def write(path: Path, lines: Iterable[Line]) -> None:
    """Write an archive."""
    with path.open("wb") as out:
        out.writelines(line.data + b"\n" for line in lines)


def faults(lines: Sequence[Line], clean: Path, mixed: Path) -> Iterator[str]:
    """What is wrong with the scan of an archive, beside that of the same one without what is spoilt."""
    articles = json.loads((mixed / "summary.json").read_text())["articles"]
    if articles != sum(line.checked for line in lines):
        yield f"{articles} articles are checked, not {sum(line.checked for line in lines)}"
    wanted = {number for number, line in enumerate(lines, 1) if line.told}
    told = [json.loads(line)["line"] for line in (mixed / "errors.jsonl").read_text().splitlines()]
    yield from (f"line {number} is not in the error report" for number in sorted(wanted - set(told)))
    yield from (f"line {number} is in the error report" for number in told if number not in wanted)
    own = {json.loads(line.data)["id"] for line in lines if not line.spoilt}
    one, other = (_findings(folder, own) for folder in (clean, mixed))
    yield from (f"not found: {line}" for line in sorted(one - other))
    yield from (f"found too: {line}" for line in sorted(other - one))


def _findings(folder: Path, own: set[str]) -> set[str]:
    lines = (folder / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if json.loads(line)["id"] in own}
