"""The steps of a run over an archive, each from a record batch to a record batch: the same ones on every engine.

``mapped`` takes articles and gives parcels; ``likened`` takes the parcels of some days and gives pairs of articles that
tell one story, and what the rules of the run find; ``told`` takes the parcels of some stories and gives the findings.
Between them an engine only has to bring together what has the same key.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from factlint.article import Article
from factlint.cache import codec
from factlint.engine.alike import likened as pairs_of
from factlint.engine.parcel import Parcel, features, found, opened
from factlint.engine.story import reduce_story
from factlint.findings.fingerprint import fingerprinted
from factlint.findings.merge import merge
from factlint.findings.sort import ordered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factlint.annotations import Reading
    from factlint.engine.run import Engine
    from factlint.findings import Finding

    Facts = Callable[[Reading], str]
    Begin = Callable[[int], None]

ARTICLES = pa.schema([("number", pa.int64()), ("path", pa.string()), ("id", pa.string()), ("text", pa.string())])
"""Articles as they were read; ``number`` is theirs in the archive. ``about`` is the rest, packed."""
ARTICLES = ARTICLES.append(pa.field("about", pa.binary()))

PARCELS = pa.schema(
    [
        ("number", pa.int64()),
        ("block", pa.int64()),
        ("path", pa.string()),
        ("id", pa.string()),
        ("story", pa.string()),
        ("day", pa.int32()),
        ("supersedes", pa.string()),
        ("card", pa.binary()),
        ("features", pa.binary()),
        ("findings", pa.binary()),
        ("rows", pa.binary()),
        ("run_rows", pa.binary()),
        ("facts", pa.string()),
        ("error", pa.string()),
    ]
)
"""What each article gives; see Parcel. ``block`` is the span of days it belongs to (see BLOCK).

Where there is an ``error``, that is all it gives.
"""

PAIRS = pa.schema([("one", pa.int64()), ("other", pa.int64()), ("finding", pa.binary())])
"""Two articles of one story; or (``finding`` is there) what a rule of the run finds in the article ``one``."""

FINDINGS = pa.schema([("story", pa.int64()), ("place", pa.int64()), ("finding", pa.string())])
"""Findings as JSON, merged; ``story`` is the number of the story’s first article, ``place`` counts them in it."""

BLOCK = 5
"""Days of a block: articles of one story that are near in time are of one block, or of two in a row."""
UNDATED = 1 << 40
"""From this number on a block is a piece of the archive whose articles say no day."""
MOST = 1_000
"""A story of more articles is cut between blocks, so that it fits into the memory."""

_NUMBERS = 20  # bits of an article's number inside its piece of the archive


def _begin(_at: int) -> None:
    """Tells nobody."""


def number(piece: int, place: int) -> int:
    """The number of an article: by its piece of the archive, then by its place there."""
    return piece << _NUMBERS | place


def batch_of(schema: pa.Schema, rows: Sequence[Sequence[Any]]) -> pa.RecordBatch:
    """Rows as a record batch."""
    columns = zip(*rows, strict=True) if rows else ((),) * len(schema)
    return pa.RecordBatch.from_arrays(
        [pa.array(list(values), field.type) for values, field in zip(columns, schema, strict=True)], schema=schema
    )


def rows_of(batch: pa.RecordBatch, *names: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a record batch, some columns of them; one that is not there is empty."""
    there = set(batch.schema.names)
    nothing = [None] * len(batch)
    return zip(*(batch.column(name).to_pylist() if name in there else nothing for name in names), strict=True)


# -- articles


def packed(articles: Iterable[tuple[int, Article]]) -> pa.RecordBatch:
    """Articles with their numbers as a record batch."""
    rows = [
        (at, one.path, one.id, one.text, codec.dumped((one.metadata, one.blocks, one.origin))) for at, one in articles
    ]
    return batch_of(ARTICLES, rows)


def articles_of(batch: pa.RecordBatch) -> Iterator[tuple[int, Article]]:
    """The articles of a record batch."""
    for at, path, own, text, about in rows_of(batch, *ARTICLES.names):
        metadata, blocks, origin = codec.loaded(about)
        yield at, Article(path, own, text, metadata, blocks, origin)


# -- the steps


def mapped(engine: Engine, batch: pa.RecordBatch, facts: Facts | None = None, begin: Begin = _begin) -> pa.RecordBatch:
    """What each article gives; with ``facts`` the facts of its reading beside it, as that function writes them.

    ``begin`` is told the number of each article before it is read. An article that cannot be read has an error.
    """
    rows = []
    for at, article in articles_of(batch):
        begin(at)
        try:
            rows.append(_mapped(engine, at, article, facts))
        except Exception as error:  # noqa: BLE001 - one article is no reason to give up an archive
            said = f"{type(error).__name__}: {error}"
            rows.append((at, -1, article.path, article.id, None, None, None, b"", b"", b"", b"", b"", None, said))
    return batch_of(PARCELS, rows)


def _mapped(engine: Engine, at: int, article: Article, facts: Facts | None) -> tuple[Any, ...]:
    reading = engine.read(article)
    parcel = engine.parcel(engine.map_reading(reading))
    block = parcel.day // BLOCK if parcel.day is not None else UNDATED + (at >> _NUMBERS)
    return (at, block, *parcel, facts(reading) if facts is not None else None, None)


def parcels_of(batch: pa.RecordBatch) -> Iterator[tuple[int, int, Parcel]]:
    """The number, the block and the parcel of each article of a record batch."""
    for at, block, *parcel in rows_of(batch, "number", "block", *Parcel._fields):
        yield at, block, Parcel(*parcel)


def likened(engine: Engine, batch: pa.RecordBatch, block: int, how: str) -> pa.RecordBatch:
    """The articles of a block and of the one before it: pairs that tell one story, and what rules of the run find.

    ``how`` is auto, folder, all or none. Of two articles of the block before nothing is said: they had their turn.
    """
    sent = sorted(parcels_of(batch), key=lambda one: one[0])
    rows: list[tuple[int, int | None, bytes | None]] = []
    if how == "auto":
        unnamed = [(at, own, features(parcel)) for at, own, parcel in sent if parcel.story is None]
        pairs = pairs_of([one for _, _, one in unnamed])
        new = [own == block for _, own, _ in unnamed]
        rows += [(unnamed[a][0], unnamed[b][0], None) for a, b in pairs if new[a] or new[b]]
    own_block = {parcel.key: (at, parcel) for at, own, parcel in sent if own == block}
    rows += [(at, None, codec.dumped(finding)) for at, finding in _of_run(engine, own_block)]
    return batch_of(PAIRS, rows)


def _of_run(engine: Engine, sent: Mapping[tuple[str, str], tuple[int, Parcel]]) -> Iterator[tuple[int, Finding]]:
    """What the rules of the run find among the articles of one block."""
    if engine.crossing and sent:
        found_in = Counter(word for _, parcel in sent.values() for word in features(parcel).words)
        findings, _ = engine.tell_run([sent[key][1] for key in sorted(sent)], found_in)
        yield from ((sent[finding.primary.article][0], finding) for finding in findings)


def told(engine: Engine, batch: pa.RecordBatch, write: Callable[[Finding], str]) -> pa.RecordBatch:
    """The findings of some stories, as ``write`` writes each.

    The batch has parcels, with the number of the story of each in the column ``first``, and in ``crossing`` what the
    rules of the run found in it (a list of packed findings).
    """
    stories: dict[int, list[tuple[Parcel, list[Finding]]]] = {}
    columns = rows_of(batch, "first", "crossing", *Parcel._fields)
    for first, crossing, *parcel in columns:
        own = [codec.loaded(one) for one in crossing or ()]
        stories.setdefault(first, []).append((Parcel(*parcel), own))
    rows: list[tuple[int, int, str]] = []
    for first in sorted(stories):
        rows += [(first, place, write(one)) for place, one in enumerate(_told(engine, stories[first]))]
    return batch_of(FINDINGS, rows)


def _told(engine: Engine, story: Sequence[tuple[Parcel, list[Finding]]]) -> Iterable[Finding]:
    sent = {parcel.key: parcel for parcel, _ in story}
    keys = sorted(sent)
    findings = [finding for key in keys for finding in found(sent[key])[0]]
    findings += [finding for _, crossing in story for finding in crossing]
    least = min((plan.least_articles for plan in engine.within), default=0)
    if engine.within and least <= len(keys):
        name = sent[keys[0]].story or f"{keys[0][0]}#{keys[0][1]}"
        articles = [opened(sent[key], sent[key].rows) for key in keys]
        findings += reduce_story(name, articles, engine.within, engine.known)[0]
    return ordered(fingerprinted(merge(findings))) if findings else ()
