"""How usual a form is as a word or as a name: a background for judging what may be misspelled.

``.background/README.md`` in the repository says where the list comes from. Evidence, never proof: the list has words
and names of many nations, but many names in the news are in no list.

The list is lines of a form, a tab and the digits of its ``Known`` up to the last that is not 0, sorted by form. It is
searched as it is: reading it into a dictionary would take longer than most runs.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from factlint.text.forms import folded

_LIST = Path(__file__).with_name("background.tsv")
_STEP = 1024  # bytes of the list between two lines that are kept at hand
# Letters that are no plain letter with a mark, and the apostrophe of O'Brien: the list has a to z and nothing else.
_LETTERS = str.maketrans({"ı": "i", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "'": ""})


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


def plain(form: str) -> str:
    """A form as the list has it: in lower case, in letters from a to z as far as may be."""
    return folded(form).translate(_LETTERS)


@lru_cache(maxsize=100_000)
def known(form: str) -> Known:
    """What the list has of a form in lower case without accents (see ``folded``)."""
    letters = form if form.isascii() and "'" not in form else form.translate(_LETTERS)
    if not (letters.isascii() and letters.isalpha()):
        return UNKNOWN
    key = f"{letters}\t".encode("ascii")
    lines, ends, heads = _index()
    at = bisect_right(heads, key) - 1
    found = lines.find(b"\n" + key, ends[at], ends[at + 1]) if at >= 0 else -1
    if found < 0:
        return UNKNOWN
    start = found + 1 + len(key)
    return _levels(lines[start : lines.index(b"\n", start)])


@cache
def _levels(digits: bytes) -> Known:
    return Known(*(digit - 48 for digit in digits))


@cache
def _index() -> tuple[bytes, list[int], list[bytes]]:
    """The list; for a line in every ``_STEP`` bytes, where the line before ends, and the form with its tab."""
    lines = b"\n" + _LIST.read_bytes()
    last = len(lines) - 1
    ends = [lines.find(b"\n", at) for at in range(0, last, _STEP)]
    heads = [lines[end + 1 : lines.find(b"\t", end) + 1] for end in ends if end < last]
    return lines, [*ends[: len(heads)], len(lines)], heads
