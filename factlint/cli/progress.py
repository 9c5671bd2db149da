"""A line on the terminal that says how far a long run is; and, for those who ask, what took how long."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from factlint.cli.screen import is_terminal

if TYPE_CHECKING:
    from typing import TextIO

# A run that ends sooner needs no line; a line that changes more often cannot be read. Seconds.
_PATIENCE, _PACE = 1.0, 0.1
# Time left is said from then on that a share of the work tells something about the rest.
_ENOUGH = 0.02
_BAR = 24
_HOUR = 60  # minutes
_REWIND = "\r\x1b[K"


class Progress:
    """Shows the stage of a run on standard error, if that is a terminal, and takes it away when the run has ended.

    With ``timed`` every stage is told with its seconds when it is over.
    """

    def __init__(self, *, quiet: bool = False, timed: bool = False, err: TextIO | None = None) -> None:
        self._err = sys.stderr if err is None else err
        self._shows = is_terminal(self._err) and not quiet
        self._timed = timed
        self._name = ""
        self._steps = self._done = self._before = self._articles = 0
        self._shown = False
        self._began = self._since = time.monotonic()
        self._next = self._began + _PATIENCE

    def stage(self, name: str, steps: int = 0, done: int = 0) -> None:
        """The stage before is over, this one begins; an empty name ends the last one."""
        self._end()
        self._name, self._steps, self._done, self._before, self._articles = name, steps, done, done, 0
        self._since = time.monotonic()
        if name and self._since >= self._began + _PATIENCE:
            self._show(self._since)

    def step(self, articles: int = 1) -> None:
        """One more step is done, and with it so many articles."""
        self._done += 1
        self._articles += articles
        if self._shows and (now := time.monotonic()) >= self._next:
            self._show(now)

    def reached(self, done: int) -> None:
        """So many steps are done."""
        more = done - self._done
        self._done = done - 1
        self.step(more)

    def close(self) -> None:
        """The run is over, or broken off."""
        self.stage("")

    def _show(self, now: float) -> None:
        if not self._shows:
            return
        self._next = now + _PACE
        self._shown = True
        seconds = now - self._since
        rate = self._articles / max(seconds, 1.0)
        shown = line(self._name, self._done, self._steps, seconds, before=self._before, rate=rate)
        import shutil

        # A line that is broken in two cannot be taken away again.
        self._err.write(_REWIND + shown[: shutil.get_terminal_size().columns - 1])
        self._err.flush()

    def _end(self) -> None:
        if self._shown:
            self._err.write(_REWIND)
            self._err.flush()
            self._shown = False
        if self._timed and self._name:
            number = f" ({self._steps:,})" if self._steps else ""
            self._err.write(f"{self._name}{number}: {time.monotonic() - self._since:.2f} s\n")


def line(name: str, done: int, steps: int, seconds: float, *, before: int = 0, rate: float = 0) -> str:
    """``checking  ██████░░░░░░  1,200 of 2,400  9 articles/s  12 s left``; ``reading  1,200`` where the end is unknown.

    ``seconds`` are those since the stage began, with so many steps done ``before``; ``rate`` is of articles a second.
    """
    often = f"  {rate:,.0f} articles/s" if rate >= 1 else ""
    if not steps:
        return f"{name}  {done:,}{often}" if done else f"{name} …"
    share = min(1.0, done / steps)
    full = round(share * _BAR)
    own = (done - before) / (steps - before) if steps > before else 1.0
    left = f"  {_duration(seconds / own - seconds)} left" if _ENOUGH <= own < 1 else ""
    return f"{name}  {'█' * full}{'░' * (_BAR - full)}  {done:,} of {steps:,}{often}{left}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    if minutes >= _HOUR:
        return f"{minutes // _HOUR}:{minutes % _HOUR:02} h"
    return f"{minutes}:{rest:02} min" if minutes else f"{rest} s"
