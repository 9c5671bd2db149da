"""The cache: plain data by content hash, and never a reason for a run to fail."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.app import session
from factlint.cache import store
from factlint.cache.packing import packed, unpacked
from factlint.knowledge import kinds
from factlint.ruleset.shipped import shipped_rules

if TYPE_CHECKING:
    from datetime import date

PACKS = [(shipped_rules(), "rules")]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "made" / "cache"
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(path))
    return path


def entry(folder: Path) -> Path:
    [path] = folder.glob("rules-*")
    return path


# -- values


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=4).map(tuple),
    max_leaves=10,
)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666], ids=oct)
def test_file_that_others_may_write_is_not_believed(folder: Path, mode: int) -> None:
    store.put("rules", "a" * 64, (1,))
    assert store.get("rules", "a" * 64) == (1,)
    entry(folder).chmod(mode)
    assert store.get("rules", "a" * 64) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_articles_kept_where_others_may_write_are_not_believed(folder: Path) -> None:
    from factlint.cache.database import Database

    first = Database(folder / "articles.db")
    first.put({b"a": b"1"})
    assert first.get([b"a"]) == {b"a": b"1"}
    first.close()
    (folder / "articles.db").chmod(0o666)
    assert Database(folder / "articles.db").get([b"a"]) == {}
    assert (folder / "articles.db").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_file_of_somebody_else_is_not_believed(folder: Path) -> None:
    store.put("rules", "a" * 64, (1,))
    os.chown(entry(folder), 12345, 12345)
    assert store.get("rules", "a" * 64) is None


def test_what_is_put_is_got(folder: Path) -> None:
    assert store.get("rules", "a" * 64) is None
    store.put("rules", "a" * 64, ("Zelenśkyj", 1.5, None, (True, b"x")))
    assert store.get("rules", "a" * 64) == ("Zelenśkyj", 1.5, None, (True, b"x"))
    assert store.get("rules", "b" * 64) is None
    assert store.get("other", "a" * 64) is None


@dataclass(frozen=True)
class Thing:
    name: str
    parts: tuple[Thing, ...] = ()
    day: date | None = None


@given(
    st.recursive(
        st.builds(Thing, st.text(), day=st.none() | st.dates()),
        lambda inner: st.builds(Thing, st.text(), st.lists(inner, max_size=3).map(tuple)),
    )
)
def test_packed_things_come_back(thing: Thing) -> None:
    assert unpacked(packed(thing), {"Thing": Thing}) == thing


@given(plain)
def test_plain_values_stay_as_they_are(value: object) -> None:
    assert unpacked(packed(value), {}) == value


@given(st.lists(st.text()), st.lists(st.text()))
def test_a_hash_tells_texts_apart_wherever_they_are_cut(one: list[str], other: list[str]) -> None:
    assert (store.digest(one) == store.digest(other)) == (one == other)


# -- what may be wrong with a file


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:20],
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[:-5] + bytes([data[-5] ^ 1]) + data[-4:],
        lambda data: data.replace(b"factlint-cache-1", b"factlint-cache-9", 1),
        lambda data: b"some other file",
        lambda data: os.urandom(len(data)),
    ],
    ids=["empty", "truncated", "one byte less", "one byte more", "a bit turned", "another version", "foreign", "noise"],
)
def test_a_damaged_file_is_rebuilt(folder: Path, damage: object) -> None:
    fresh = session.read_rules(PACKS)
    sound = entry(folder).read_bytes()
    entry(folder).write_bytes(damage(sound))  # type: ignore[operator]
    assert session.read_rules(PACKS).rules == fresh.rules
    assert entry(folder).read_bytes() == sound


@pytest.mark.parametrize(
    "value",
    [(), ("x",), ((("\x00class", "Gone"),), (), ()), ((("\x00class",),), (), ()), ((), 1, ()), (1, 2, 3), "text"],
    ids=str,
)
def test_data_that_fit_no_rules_are_rebuilt(folder: Path, value: object, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = session.read_rules(PACKS)
    monkeypatch.setattr(store, "get", lambda name, key: value)
    assert session.read_rules(PACKS).rules == fresh.rules


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the rights of a file bind nobody here")
def test_a_folder_that_cannot_be_written(folder: Path) -> None:
    folder.mkdir(parents=True)
    folder.chmod(0o500)
    assert session.read_rules(PACKS).rules
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_a_file(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("")
    assert session.read_rules(PACKS).rules


def test_nothing_is_left_behind_when_writing_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    store.put("rules", "a" * 64, (1,))
    assert list(folder.iterdir()) == []


def test_only_the_owner_may_read(folder: Path) -> None:
    store.put("rules", "a" * 64, (1,))
    assert stat.S_IMODE(entry(folder).stat().st_mode) & 0o077 == 0


# -- rules from the cache


def test_cached_rules_are_the_fresh_ones(folder: Path) -> None:
    fresh = session.read_rules(PACKS)
    written = entry(folder).stat().st_mtime_ns
    cached = session.read_rules(PACKS)
    assert entry(folder).stat().st_mtime_ns == written
    assert cached.rules == fresh.rules
    assert cached.overridden == fresh.overridden
    for kind in kinds():
        assert tuple(cached.knowledge.rows(kind)) == tuple(fresh.knowledge.rows(kind))


def own(tmp_path: Path, text: str) -> list[tuple[Path, str]]:
    (tmp_path / "desk").mkdir(exist_ok=True)
    (tmp_path / "desk" / "names.yaml").write_text(text, encoding="utf-8")
    return [*PACKS, (tmp_path / "desk", "desk")]


def test_a_changed_rule_is_read_anew(tmp_path: Path) -> None:
    first = session.read_rules(own(tmp_path, "rules: [{spell: {Merz: Merts}}]"))
    second = session.read_rules(own(tmp_path, "rules: [{spell: {Merz: Mertz}}]"))
    assert [rule.rows[0].wrong for found in (first, second) for rule in found.rules if rule.id == "names/merz"] == [
        "Merts",
        "Mertz",
    ]


def test_rules_with_problems_tell_them_each_time(tmp_path: Path) -> None:
    packs = own(tmp_path, "rules: [{spel: {Merz: Merts}}]")
    assert session.read_rules(packs).problems
    assert session.read_rules(packs).problems == session.read_rules(packs).problems != ()


def test_rules_with_problems_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One bad cell in a list of a million names must not make each run read all of it."""
    packs = own(tmp_path, "rules: [{spel: {Merz: Merts}}, {spell: {Merz: Mertz}}]")
    fresh = session.read_rules(packs)
    monkeypatch.setattr("factlint.ruleset.load.load", lambda *_: pytest.fail("read again"))
    again = session.read_rules(packs)
    assert again.problems == fresh.problems
    assert again.problems[0].line == 1
    assert again.rules == fresh.rules


def test_a_file_that_cannot_be_read_is_told_though_the_others_are_cached(tmp_path: Path) -> None:
    assert session.read_rules(PACKS).problems == ()
    broken = tmp_path / "broken.yaml"
    broken.write_bytes(b"rules: \xff\xfe")
    for _ in range(2):
        [problem] = session.read_rules([*PACKS, (broken, "broken.yaml")]).problems
        assert (problem.path, "is not UTF-8" in problem.message) == ("broken.yaml", True)


# -- what a wheel brings


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as a wheel has it."""
    path = tmp_path / "compiled"
    path.mkdir()
    monkeypatch.setattr(store, "SHIPPED", path)
    return path


def test_what_a_wheel_brings_is_read_where_the_user_has_nothing(folder: Path, shipped: Path) -> None:
    store.put("rules", "a" * 64, (1,))
    entry(folder).rename(shipped / entry(folder).name)
    assert store.get("rules", "a" * 64) == (1,)
    assert store.get("rules", "b" * 64) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_what_a_wheel_brings_may_belong_to_whoever_installed_it(folder: Path, shipped: Path) -> None:
    store.put("rules", "a" * 64, (1,))
    there = entry(folder).rename(shipped / entry(folder).name)
    there.chmod(0o664)
    assert store.get("rules", "a" * 64) == (1,)


def test_what_a_wheel_brings_is_checked_too(folder: Path, shipped: Path) -> None:
    store.put("rules", "a" * 64, (1,))
    there = entry(folder).rename(shipped / entry(folder).name)
    there.write_bytes(there.read_bytes()[:-1])
    assert store.get("rules", "a" * 64) is None


def test_rules_that_a_wheel_brings_are_not_compiled_again(folder: Path, shipped: Path) -> None:
    made = session.read_rules(PACKS)
    for path in list(folder.iterdir()):
        path.rename(shipped / path.name)
    found = session.read_rules(PACKS)
    assert found.rules == made.rules
    assert list(folder.iterdir()) == []


def test_rules_that_have_changed_since_the_wheel_was_built_are_compiled(
    folder: Path, shipped: Path, tmp_path: Path
) -> None:
    desk = tmp_path / "desk.yaml"
    desk.write_text("rules:\n  - spell: {Novotny: Novotnny}\n", encoding="utf-8")
    session.read_rules([(desk, "desk")])
    for path in list(folder.iterdir()):
        path.rename(shipped / path.name)
    desk.write_text("rules:\n  - spell: {Novotny: Novotni}\n", encoding="utf-8")
    [rule] = session.read_rules([(desk, "desk")]).rules
    assert [row.wrong for row in rule.rows] == ["Novotni"]
    assert entry(folder)
