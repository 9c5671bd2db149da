"""Where in a text a number may begin: at a figure, or at a number word with a unit or a whole behind it."""

from __future__ import annotations

from factlint.annotations.quantities.wording import SCALES, tree
from factlint.text.deferred import deferred
from factlint.text.numerals import NUMBER_WORDS

_SCALE = tree(SCALES)
_PART = "half|third|quarter|fifth|sixth|eighth|tenth"
_PLAIN_WORDS = {*NUMBER_WORDS, "dozens", "hundreds", "thousands", "millions", "billions", "trillions"} - {"zero", "one"}
# By the first letter: "one" and "a" count only with more of a number, a unit or a whole behind them.
_MORE = {
    "a": rf"n? (?:{_SCALE}|{_PART}|score of)(?![a-z])",
    "f": rf"ew {_SCALE}",
    "h": "alf (?:an? |of |the |its |their |his |her )",
    "o": rf"ne[ -](?:{_SCALE}|{_PART}|in |out of|and[ -]a|per|mile|kilo|met|foot|inch|pound|dollar|euro|ton|acre|"
    r"hectare|gallon|lit|degree|yard|ounce|barrel)",
    "s": rf"cores of|everal {_SCALE}",
    "t": "ens of",
}
# Signs that may stand before a number, with no blank: they are read as blanks where it is looked for.
_OPENING = "\n-–—−/(['‘\"“$£€¥~+=<>"


def places(low: str) -> list[int]:
    """The places in a text in small letters, in text order; all numbers begin at one, but not all of them begin any."""
    spread = " " + low  # so that a word begins one further on than in the text, where the blank before it does
    for sign in _OPENING:
        spread = spread.replace(sign, " ")
    return [match.start() for match in _NUMBER.finditer(spread)]


def _behind(letter: str) -> str:
    """What follows a letter in a number word."""
    words = [word[1:] for word in _PLAIN_WORDS if word[0] == letter]
    plain = [rf"{tree(words)}(?![a-z])"] if words else []
    return "|".join([*plain, _MORE[letter]] if letter in _MORE else plain)


_LETTERS = sorted({word[0] for word in _PLAIN_WORDS} | _MORE.keys())
_NUMBER = deferred(rf" (?:[0-9]|{'|'.join(f'{letter}(?:{_behind(letter)})' for letter in _LETTERS)})")
