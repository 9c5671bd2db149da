"""``zone_on(zone, day)``: the short name of a time zone that is in force on a day: EDT for EST in July.

Unknown for a zone without seasons, for a name that some place keeps all year, and within a day of a change of clocks.
"""

from __future__ import annotations

from factlint.lang.functions import Function
from factlint.lang.types import DAY, TEXT
from factlint.text.zones import name_on

FUNCTION = Function("zone_on", (TEXT, DAY), TEXT, name_on)
