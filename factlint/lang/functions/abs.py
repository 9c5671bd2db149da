"""``abs(number)``: the number without its sign."""

from factlint.lang.functions import Function
from factlint.lang.types import NUMBER

FUNCTION = Function("abs", (NUMBER,), NUMBER, abs)
