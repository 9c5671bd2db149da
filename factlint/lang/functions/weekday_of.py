"""``weekday_of(day)``: the English name of a day's weekday."""

from factlint.lang.functions import Function
from factlint.lang.types import DAY, TEXT
from factlint.text.calendar import weekday_name

FUNCTION = Function("weekday_of", (DAY,), TEXT, weekday_name)
