"""``one_class(text)``: whether the spellings of a group are one name, transliterated; initials fit any."""

from __future__ import annotations

from itertools import pairwise

from factlint.knowledge.ending import class_form, same_class
from factlint.lang.functions import Function
from factlint.lang.types import TEXT, YESNO


def _one_class(values: tuple[str, ...]) -> bool:
    first: dict[str, str] = {}
    for value in values:
        form = class_form(value)
        if len(form) > 1:
            first.setdefault(form, value)
    return all(same_class(left, right) for left, right in pairwise(first.values()))


FUNCTION = Function("one_class", (TEXT,), YESNO, _one_class, aggregate=True)
