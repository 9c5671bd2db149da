"""A crew of worker processes: batches of tasks out, answers back as they come, and the others go on when one dies.

A worker gets a batch when it is idle and no sooner: so neither side ever waits for a pipe that the other one fills, and
a worker that dies has one batch at most. Its tasks are then given out one by one, which shows the one that kills.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import deque
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.runner import CannotStartError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    Work = Callable[[Any], Any]

# The start that is the same on all systems, and takes nothing over from this process: no thread, no open file.
_CONTEXT = multiprocessing.get_context("spawn")
_ENDING = 1.0  # seconds that a worker has to end by itself
# What is remembered of words and names is bounded, but there is much of it: a worker that has come to need so many
# times what its first task took gives way to a new one.
_WORN = 1.15


class Lost(NamedTuple):
    """What stands in place of an answer where a task ended its worker; ``exit`` is minus the number of a signal."""

    exit: int | None


class TaskError(Exception):
    """An error in a worker, with its traceback there: a fault of the program, not of what it works on."""


class _Batch(NamedTuple):
    """Tasks with their numbers; ``suspect`` where a batch with them has ended a worker before."""

    numbers: Sequence[int]
    tasks: Sequence[Any]
    suspect: bool = False


class _Worker:
    """One process, this end of its pipe, and the batch that it has."""

    def __init__(self, begin: Callable[[], Work], renewed: bool) -> None:
        self.pipe, other = _CONTEXT.Pipe()
        self.process: BaseProcess = _CONTEXT.Process(target=_serve, args=(other, begin, renewed), daemon=True)
        self.process.start()
        other.close()
        self.batch: _Batch | None = None
        self.ready = False


class Crew:
    """Some processes that each have made one ``Work`` of what they were given to begin with.

    ``begin`` is a function of a module (or a partial of one), called once in each process.
    """

    def __init__(self, begin: Callable[[], Work], size: int, *, renewed: bool = False) -> None:
        """Where ``renewed``, a worker that has come to need much more memory gives way to a new one."""
        self._begin = begin
        self._renewed = renewed
        self._size = size
        self._workers: list[_Worker] = []
        self._waiting: deque[_Batch] = deque()

    def run(self, batches: Iterable[Sequence[Any]]) -> Iterator[tuple[int, Any]]:
        """The answer to each task with its number, counted over all batches, as they come; Lost where there is none.

        Raises OSError where the system refused a task something, TaskError where it raised anything else, and
        CannotStartError where no worker comes to life.
        """
        coming = _numbered(batches)
        try:
            while self._hand_out(coming):
                for worker in self._heard():
                    yield from self._answers(worker)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End all workers at once."""
        workers, self._workers = self._workers, []
        self._waiting.clear()
        for worker in workers:
            worker.process.terminate()
            worker.pipe.close()
        for worker in workers:
            worker.process.join(_ENDING)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()

    def _hand_out(self, coming: Iterator[_Batch]) -> bool:
        """Give every idle worker a batch; whether any worker is at work."""
        while len(self._busy()) < self._size:
            batch = self._waiting.popleft() if self._waiting else next(coming, None)
            if batch is None:
                break
            worker = next((one for one in self._workers if one.batch is None), None)
            if worker is None:
                worker = _Worker(self._begin, self._renewed)
                self._workers.append(worker)
            worker.batch = batch
            if worker.ready:
                _send(worker)
        return bool(self._busy())

    def _busy(self) -> list[_Worker]:
        return [worker for worker in self._workers if worker.batch is not None]

    def _heard(self) -> list[_Worker]:
        """The workers that have said something, or have died."""
        ends = {worker.pipe: worker for worker in self._workers}
        return [ends[pipe] for pipe in wait(list(ends)) if pipe in ends]

    def _answers(self, worker: _Worker) -> Iterator[tuple[int, Any]]:
        try:
            said, value = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._died(worker)
            return
        if said == "error":
            raise TaskError(value)
        if said == "refused":
            raise value
        if said == "ready":
            worker.ready = True
            _send(worker)
            return
        batch, worker.batch = worker.batch, None
        if said == "last":
            self._workers.remove(worker)
            worker.pipe.close()
            worker.process.join()
        if batch is not None:
            yield from zip(batch.numbers, value, strict=True)

    def _died(self, worker: _Worker) -> Iterator[tuple[int, Any]]:
        """Take a dead worker out; its tasks are tried once more, each by itself, unless it had one alone."""
        worker.process.join()
        worker.pipe.close()
        self._workers.remove(worker)
        batch = worker.batch
        if not worker.ready:
            raise CannotStartError(f"a worker process ended with {worker.process.exitcode} before it began")
        if batch is None:
            return
        if batch.suspect:
            yield from ((number, Lost(worker.process.exitcode)) for number in batch.numbers)
            return
        for number, task in zip(batch.numbers, batch.tasks, strict=True):
            self._waiting.append(_Batch([number], [task], suspect=True))


def _numbered(batches: Iterable[Sequence[Any]]) -> Iterator[_Batch]:
    first = 0
    for tasks in batches:
        yield _Batch(range(first, first + len(tasks)), tasks)
        first += len(tasks)


def _send(worker: _Worker) -> None:
    """Send a worker its batch; one that has died meanwhile is noticed where it is listened to."""
    try:
        if worker.batch is not None:
            worker.pipe.send(worker.batch.tasks)
    except OSError:
        return


# -- in the worker


def _serve(pipe: Connection, begin: Callable[[], Work], renewed: bool) -> None:
    """Do what comes through a pipe until it is closed. Ctrl-C is for the parent to understand."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(50_000, 20, 50)
    try:
        work = begin()
        pipe.send(("ready", None))
        first = 0
        while True:
            answers = [work(task) for task in pipe.recv()]
            worn = renewed and 0 < first * _WORN < _peak()
            first = first or _peak()
            pipe.send(("last" if worn else "done", answers))
            if worn:
                return
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
    except OSError as error:
        pipe.send(("refused", error))
    except Exception:  # noqa: BLE001 - whatever it is, the parent tells it
        import traceback

        pipe.send(("error", traceback.format_exc()))


def _peak() -> int:
    """The most memory that this process has had, in units of the system; 0 where that cannot be told.

    Linux tells it in a file. What it tells by a call is no less than what the process that started this one had.
    """
    try:
        with open("/proc/self/status", encoding="ascii", errors="replace") as status:  # noqa: PTH123 - in each batch
            return int(next(line for line in status if line.startswith("VmHWM:")).split()[1])
    except (OSError, StopIteration):
        return _peak_by_call()


def _peak_by_call() -> int:
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
