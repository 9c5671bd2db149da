"""Rows in one file of the cache: each comes back as it was, and a file that is not whole is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examined
from hypothesis import strategies as st

from factlint.cache import shelf, store
from factlint.text.problem import ProblemError

if TYPE_CHECKING:
    from pathlib import Path

KEY = "a" * 64


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path))
    return tmp_path


def kept(rows: list[object], pairs: list[tuple[str, int]]) -> shelf.Shelf:
    shelf.put("rows", KEY, rows, pairs, {"about": 1})
    found = shelf.opened("rows", KEY)
    assert found is not None
    return found


@examined(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text() | st.integers() | st.none() | st.tuples(st.text(), st.booleans())), st.data())
def test_what_was_put_is_found(rows: list[object], data: st.DataObject) -> None:
    numbers = st.integers(0, len(rows) - 1) if rows else st.nothing()
    pairs = data.draw(st.lists(st.tuples(st.text(max_size=4), numbers), max_size=20 if rows else 0))
    found = kept(rows, pairs)
    assert len(found) == len(rows)
    assert [found.row(number) for number in range(len(found))] == rows
    for text, number in pairs:
        assert number in found.numbers(text)
        assert found.numbers(text) == sorted(found.numbers(text))
        assert found.count(text) == len(found.numbers(text))


def test_more_pairs_than_memory_is_given_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """They wait in a file, and are found as if there had been room for all."""
    pairs = [(f"key {number * 7 % 100}", number % 10) for number in range(1_000)]
    roomy = kept(list(range(10)), pairs)
    found = {key: list(roomy.numbers(key)) for key, _ in pairs}
    whole = store.path_of("rows", KEY).read_bytes()
    for at_once in (1, 7, 500, 1_000):
        monkeypatch.setattr(shelf, "AT_ONCE", at_once)
        narrow = kept(list(range(10)), pairs)
        assert {key: list(narrow.numbers(key)) for key, _ in pairs} == found
        assert store.path_of("rows", KEY).read_bytes() == whole


def test_a_row_that_cannot_be_kept_leaves_nothing_behind(folder: Path) -> None:
    with pytest.raises(ValueError, match="unmarshallable"):
        shelf.put("rows", KEY, ["x", object()], [], None)
    assert list(folder.iterdir()) == []


def test_what_was_not_put_is_not_there() -> None:
    assert kept(["x"], [("a", 0)]).numbers("b") == []
    assert shelf.opened("rows", "b" * 64) is None
    assert shelf.opened("other", KEY) is None


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[:20], id="truncated"),
        pytest.param(lambda data: data[:-1], id="a byte less"),
        pytest.param(lambda data: data + b"x", id="a byte more"),
        pytest.param(lambda data: b"another file", id="another file"),
        pytest.param(lambda data: data[:-1] + bytes([data[-1] ^ 1]), id="a bit turned in what is beside the rows"),
        pytest.param(lambda data: data.replace(b"shelf-2", b"shelf-9"), id="another version"),
    ],
)
def test_a_file_that_is_not_whole_is_none(damage: object) -> None:
    kept(["x", "y"], [("a", 0)])
    path = store.path_of("rows", KEY)
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    assert shelf.opened("rows", KEY) is None


def test_a_damaged_row_is_told_and_its_file_removed() -> None:
    kept(["something rather long", "y"], [("a", 0)])
    path = store.path_of("rows", KEY)
    path.write_bytes(path.read_bytes().replace(b"rather", b"rathER"))
    found = shelf.opened("rows", KEY)
    assert found is not None
    assert found.row(1) == "y"
    with pytest.raises(ProblemError, match="run again"):
        found.row(0)
    assert not path.exists()


def test_few_files_of_a_name_are_kept(folder: Path) -> None:
    for number in range(3 * store.KEPT):
        store.put("rows", f"{number:02}" + KEY, number)
    store.put("other", KEY, 1)
    assert len(list(folder.glob("rows-*"))) == store.KEPT
    assert store.get("rows", f"{3 * store.KEPT - 1:02}" + KEY) == 3 * store.KEPT - 1
    assert store.get("other", KEY) == 1
