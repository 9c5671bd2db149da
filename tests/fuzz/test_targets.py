"""The fuzzing targets on what they start from, on what once broke them, and on a few random bytes."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from targets import CRASHES, PIECES, ROOT, beginnings, news, targets

if TYPE_CHECKING:
    from pathlib import Path

KEPT = sorted(path for path in CRASHES.iterdir() if path.name != "README")


@pytest.mark.parametrize("name", targets())
def test_what_fuzzing_starts_from_is_sound(name: str) -> None:
    for data in beginnings(name):
        targets()[name](data)


@pytest.mark.parametrize("path", KEPT, ids=[path.name for path in KEPT])
def test_what_once_broke_a_promise_keeps_it(path: Path) -> None:
    targets()[path.name.split("-")[0]](path.read_bytes())


@pytest.mark.parametrize("name", targets())
@settings(max_examples=15)
@given(data=st.binary(max_size=120))
def test_any_bytes(name: str, data: bytes) -> None:
    targets()[name](data)


def test_every_piece_of_news_can_be_picked() -> None:
    assert len(PIECES) <= 256
    assert all(piece in news(bytes([number])) for number, piece in enumerate(PIECES))


def _command(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.fuzz", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_a_target_that_is_none() -> None:
    ended = _command("spelling")
    assert ended.returncode == 2
    assert "no such target: spelling" in ended.stderr


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not installed")
def test_a_second_of_fuzzing() -> None:
    ended = _command("dismissals", "--seconds", "1")
    assert ended.returncode == 0, ended.stdout
    assert "dismissals" in ended.stdout
