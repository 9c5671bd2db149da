"""Times of the day that contradict themselves: ``14:00 p.m.``, ``12 noon a.m.``, ``Monday morning at 9 p.m.``."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.clocktimes.clocktime import Clocktime
from factlint.annotations.clocktimes.find import find_clocktimes

__all__ = ["KIND", "Clocktime"]

KIND = Kind(name="clocktime", fact=Clocktime, find=find_clocktimes)
