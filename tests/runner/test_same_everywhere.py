"""Serial, in processes, remembered: the same bytes."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.annotations import kinds
from factlint.app.articles import gathered
from factlint.app.session import opened
from factlint.article import Article, Metadata
from factlint.cache import codec
from factlint.cache.database import Database, key_of
from factlint.engine.parcel import Parcel, features, found
from factlint.engine.parcel import opened as rows_of
from factlint.engine.run import Engine
from factlint.runner import chosen

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Ended

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
STORY = (
    "The envoy Karl Lindqvist met ministers in Oslo on Monday, Dec. 15, 2025, and praised the ministry of fisheries.\n",
    "Ministers met the envoy Karl Lindkvist in Oslo on Monday. The ministry of fisheries had asked for the talks.\n",
    "Fisheries talks in Oslo: the envoy Karl Lindqvist and ministers met on Dec. 15, 2026, the ministry said.\n",
    "On the farm of Karel Novotny the hens lay 12 eggs a day. “We are very proud of them and of ourselves,” she said.\n",
)  # fmt: skip


@pytest.fixture
def engine() -> Engine:
    session = opened(SEEDS.parent)
    return Engine(session.rules, session.knowledge)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles, and a cache of its own."""
    for number in range(6):
        for which, text in enumerate(STORY):
            (tmp_path / f"{number}-{which}.txt").write_text(text.replace("Oslo", f"Oslo{'o' * number}"))
    monkeypatch.setattr(chosen, "WORTH", 0)
    monkeypatch.setattr(chosen, "WORTH_STORIES", 0)
    return tmp_path


def test_parcels_hold_all_that_an_article_gives(engine: Engine) -> None:
    for article, _ in gathered(opened(SEEDS.parent), [str(SEEDS)]).articles:
        mapped = engine.map(article)
        parcel = Parcel(*engine.parcel(mapped))
        assert features(parcel) == mapped.features
        assert found(parcel) == (mapped.findings, mapped.undecided)
        opened_ = rows_of(parcel, parcel.rows)
        within = {plan.rule.id for plan in engine.within}
        assert opened_.card == mapped.card
        assert opened_.sent == {key: rows for key, rows in mapped.sent.items() if key[0] in within}
        assert opened_.lines.parts() == mapped.lines.parts()
        # One fact is one object, however many rules want it: no rule binds a fact twice.
        rows = [row.fact for some in opened_.sent.values() for row, _ in some]
        assert len({id(fact) for fact in rows}) == len({(type(fact), fact) for fact in rows})


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_every_fact_survives_the_way(text: str) -> None:
    session = opened(SEEDS.parent)
    reading = Engine((), session.knowledge).read(Article("a.txt", "a.txt", text, Metadata()))
    for kind in kinds():
        layer = reading.facts(kind)
        assert codec.loaded(codec.dumped(layer)) == layer


def test_facts_of_real_shape_survive_the_way(engine: Engine) -> None:
    for article, _ in gathered(opened(SEEDS.parent), [str(SEEDS)]).articles:
        reading = engine.read(article)
        for kind in kinds():
            assert codec.loaded(codec.dumped(reading.facts(kind))) == reading.facts(kind)


def test_only_our_own_classes_are_packed() -> None:
    with pytest.raises(TypeError):
        codec.dumped(Path())
    with pytest.raises(TypeError):
        codec.unpacked(["os:system", "true"])


def test_processes_and_the_cache_give_the_same_bytes(factlint: Callable[..., Ended], desk: Path) -> None:
    plain = factlint(".", "--format", "json", "--jobs", "1", "--no-cache")
    assert json.loads(plain.out)["findings"]
    for options in (["--jobs", "2", "--no-cache"], ["--jobs", "2"], ["--jobs", "1"], []):
        assert factlint(".", "--format", "json", *options) == plain


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("3-1.txt", STORY[1].replace("Lindkvist", "Lindqvist")),
        ("4-3.txt", STORY[3].replace("Karel Novotny", "Karel Novotnni")),
        (
            "new.txt",
            "The envoy Karl Lindqvist slept at the house of Karel Novotnny on Monday, the ministry of fisheries said.",
        ),
        ("0-0.txt", ""),
    ],
    ids=["a name righted", "names added", "an article added", "an article emptied"],
)
def test_what_has_changed_is_read_again(factlint: Callable[..., Ended], desk: Path, file: str, text: str) -> None:
    before = factlint(".", "--format", "json", "--jobs", "1")
    (desk / file).write_text(text)
    remembered = factlint(".", "--format", "json", "--jobs", "1")
    assert remembered == factlint(".", "--format", "json", "--jobs", "1", "--no-cache") != before
    (desk / "factlint.yml").write_text("severity: {dates/*: error}\n")
    assert factlint(".", "--format", "json") == factlint(".", "--format", "json", "--no-cache")


@pytest.mark.parametrize("hurt", ["cut", "noise", "empty", "value"])
def test_a_damaged_cache_is_rebuilt(
    factlint: Callable[..., Ended], desk: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory,
    hurt: str,
) -> None:  # fmt: skip
    home = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(home))
    plain = factlint(".", "--format", "json", "--jobs", "1")
    [path] = home.glob("articles-*.db")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 or os.name == "nt"
    if hurt == "value":
        with sqlite3.connect(path) as db:
            db.execute("UPDATE kept SET value = zeroblob(40)")
    else:
        data = path.read_bytes()
        path.write_bytes({"cut": data[: len(data) // 2], "noise": b"x" * len(data), "empty": b""}[hurt])
    assert factlint(".", "--format", "json", "--jobs", "1") == plain
    assert factlint(".", "--format", "json", "--jobs", "1") == plain


def test_a_cache_that_cannot_be_written_is_no_error(
    factlint: Callable[..., Ended], desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "no-folder").write_text("")
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(desk / "no-folder"))
    assert factlint("0-0.txt", "--format", "json").code in (0, 1)


def test_the_cache_is_pruned_by_size(tmp_path: Path) -> None:
    path = tmp_path / "c" / "a.db"
    for run in range(6):
        database = Database(path, largest=1_000_000)
        database.put({key_of([b"%d-%d" % (run, number)]): bytes(10_000) for number in range(40)})
        database.close()
    database = Database(path, largest=1_000_000)
    there = [len(database.get([key_of([b"%d-%d" % (run, number)]) for number in range(40)])) for run in range(6)]
    assert there[0] == 0
    assert there[5] == 40
    assert path.stat().st_size < 2_000_000
    database.close()


def test_an_interrupt_keeps_what_was_found(
    factlint: Callable[..., Ended], desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Engine.map
    done: list[str] = []

    def interrupted(self: Engine, article: Article, *, reference: bool = False) -> object:
        if len(done) == 3:
            raise KeyboardInterrupt
        done.append(article.path)
        return read(self, article, reference=reference)

    (desk / "0-0.txt").write_text("The talks opened on Tuesday, Dec. 15, 2025, in Oslo.\n")
    monkeypatch.setattr(Engine, "map", interrupted)
    ended = factlint(".", "--format", "json", "--jobs", "1", "--no-cache")
    assert ended.code == 130
    assert [finding["path"] for finding in json.loads(ended.out)["findings"]] == ["0-0.txt"]
    assert "3 of 24 articles" in ended.out + ended.err


@pytest.mark.skipif(os.name == "nt", reason="processes are not killed by signals here")
def test_an_article_that_kills_is_reported_and_the_others_are_checked(
    factlint: Callable[..., Ended], desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factlint.runner import processes
    from factlint.runner.crew import Lost

    def with_a_death(crew: object, work: object) -> object:
        for number, answer in run(crew, work):
            yield number, (Lost(-signal.SIGKILL) if number == 2 else answer)

    run = processes.Crew.run
    monkeypatch.setattr(processes.Crew, "run", with_a_death)
    ended = factlint(".", "--format", "json", "--jobs", "2", "--no-cache")
    assert ended.code == 2
    out = json.loads(ended.out)
    assert [error["path"] for error in out["errors"]] == ["0-2.txt"]
    assert "SIGKILL" in out["errors"][0]["message"]
