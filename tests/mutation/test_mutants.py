"""The mutants that are tried: each can be noticed, and the same ones are drawn again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import mutants
import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("cosmic_ray", reason="cosmic-ray is not installed (pip install '.[mutation]')")

SOURCE = '''\
"""1 + 1"""
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from x import y
Value = int | str | None

@cache
def f(a: int | None = 7) -> int | None:
    ä: int | str = a + 1  # é is wider than a byte
    return g("é", ä) if a is None else a - 1

@property
def h(self) -> None:
    return zip(self, frozen=True)
'''


@pytest.fixture
def module(tmp_path: Path) -> Path:
    path = tmp_path / "module.py"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def test_places_are_those_that_a_test_could_notice(module: Path) -> None:
    found = {(place.line, place.changes[0][0].partition("/")[2].partition("_")[0]) for place in mutants.places(module)}
    assert found == {
        (8, "NumberReplacer"),
        (9, "ReplaceBinaryOperator"),
        (9, "NumberReplacer"),
        (10, "AddNot"),
        (10, "ReplaceComparisonOperator"),
        (10, "ReplaceBinaryOperator"),
        (10, "NumberReplacer"),
        (12, "RemoveDecorator"),
    }


def test_a_mutant_differs_at_its_place_alone(module: Path) -> None:
    for mutant in mutants.drawn(mutants.places(module), 0, 3):
        before, after = SOURCE.splitlines(), mutant.source().splitlines()
        changed = [number for number, line in enumerate(before, 1) if line not in after]
        assert changed == [mutant.line]


def test_a_seed_draws_the_same_again(module: Path) -> None:
    places = mutants.places(module)
    assert mutants.drawn(places, 4, 1) == mutants.drawn(places, 4, 1)
    assert len(mutants.drawn(places, 4, 1)) == 4
    assert len({mutant.line for mutant in mutants.drawn(places, 0, 1)}) == len({place.line for place in places})
