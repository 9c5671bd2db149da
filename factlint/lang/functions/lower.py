"""``lower(text)``: the text in lower case."""

from factlint.lang.functions import Function
from factlint.lang.types import TEXT

FUNCTION = Function("lower", (TEXT,), TEXT, str.lower)
