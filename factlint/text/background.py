"""How usual a form is as a word or as a name: a background for judging what may be misspelled.

``.background/README.md`` in the repository says where the list comes from. Evidence, never proof: the list has words
and names of many nations, but most names in the news are in no list.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

_LIST = Path(__file__).with_suffix(".tsv")


class Known(NamedTuple):
    """What the list has of a form, each from 0 (not as that) to 9 (very usual), on a logarithmic scale.

    ``word`` is for its small letters, ``given`` and ``surname`` for names of people, ``place`` for countries, states
    and large cities or a word of their names, ``other`` for any other word with a capital: nationalities, brands.
    """

    word: int = 0
    given: int = 0
    surname: int = 0
    place: int = 0
    other: int = 0


UNKNOWN = Known()


@lru_cache(maxsize=100_000)
def known(form: str) -> Known:
    """What the list has of a form in lower case without accents (see ``folded``)."""
    lines = _lines()
    wanted = form.encode("utf-8") + b"\t"
    low, high = 0, len(lines)
    while low < high:
        start = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = lines.index(b"\n", start) + 1
        if lines.startswith(wanted, start):
            return Known(*(digit - 48 for digit in lines[start + len(wanted) : end - 1]))
        if lines[start:end] < wanted:
            low = end
        else:
            high = start
    return UNKNOWN


@cache
def _lines() -> bytes:
    return _LIST.read_bytes()
