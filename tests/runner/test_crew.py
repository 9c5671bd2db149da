"""A crew of processes: every task is answered once, whatever becomes of a worker."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
import tasks

from factlint.runner import CannotStartError
from factlint.runner.crew import Crew, Lost, TaskError
from factlint.runner.parts import batches

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="processes are not killed by signals here")


@pytest.fixture
def crew() -> Iterator[Crew]:
    made = Crew(partial(tasks.begin, "hello"), 2)
    yield made
    made.close()


def answers(crew: Crew, work: list[list[Any]]) -> list[Any]:
    """The answers in the order of the tasks, each there exactly once."""
    found = dict(pair for pair in crew.run(work))
    assert sorted(found) == list(range(sum(map(len, work))))
    return [found[number] for number in sorted(found)]


def test_every_task_is_answered_and_workers_stay(crew: Crew) -> None:
    assert answers(crew, [[1, 2], [3], [], [4, 5, 6]]) == [("hello", number) for number in range(1, 7)]
    assert answers(crew, [[b"x" * 3_000_000], ["y"]]) == [("hello", b"x" * 3_000_000), ("hello", "y")]
    assert answers(crew, []) == []


@needs_signals
def test_the_task_that_kills_is_told_and_the_others_go_on(crew: Crew) -> None:
    assert answers(crew, [[1, "die", 2], [3, "leave"], [4]]) == [
        ("hello", 1), Lost(-9), ("hello", 2), ("hello", 3), Lost(7), ("hello", 4)
    ]  # fmt: skip


@needs_signals
def test_a_worker_that_was_killed_for_nothing_loses_nothing(crew: Crew, tmp_path: Path) -> None:
    once = f"once:{tmp_path / 'mark'}"
    assert answers(crew, [[1, once, 2]]) == [("hello", 1), ("hello", once), ("hello", 2)]


def test_an_error_in_a_worker_is_told_with_its_traceback(crew: Crew) -> None:
    with pytest.raises(TaskError, match="no such thing"):
        answers(crew, [["raise"]])


def test_what_the_system_refuses_a_worker_is_no_error_of_the_program(crew: Crew) -> None:
    with pytest.raises(OSError, match="No space left"):
        answers(crew, [["full"]])


def test_workers_that_cannot_start_are_told() -> None:
    with pytest.raises(CannotStartError):
        answers(Crew(tasks.stillborn, 1), [[1]])


@pytest.mark.parametrize("held", [0, 400_000_000], ids=["small", "with a large parent"])
def test_a_worker_that_needs_more_and_more_memory_gives_way_to_a_new_one(held: int) -> None:
    kept = bytearray(b"x" * held)
    crew = Crew(partial(tasks.begin, "hello"), 1, renewed=True)
    names = [name for _, name in answers(crew, [["small"], ["small"], ["grow"], ["small"], ["small"]])]
    crew.close()
    del kept
    pids = [pid for _, pid in names]
    assert pids[0] == pids[1] == pids[2] != pids[3] == pids[4]


def test_a_crew_that_is_left_in_the_middle_ends(crew: Crew) -> None:
    running = crew.run([[number] for number in range(20)])
    next(running)
    running.close()
    assert crew._workers == []


@pytest.mark.parametrize(
    ("sizes", "together"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([1, 1, 1, 1], [[1, 1, 1], [1]], id="at most three"),
        pytest.param([4, 5, 2], [[4, 5], [2]], id="not larger than ten"),
        pytest.param([3, 99, 3], [[3], [99], [3]], id="a large one is alone"),
    ],
)
def test_batches_are_neither_too_many_nor_too_large(sizes: list[int], together: list[list[int]]) -> None:
    assert list(batches(sizes, 3, 10, lambda size: size)) == together
