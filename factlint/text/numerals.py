"""Reading English numbers: figures (800,000, 1.35), words (two hundred and ten), and both (2.5 million)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.text.wordlist import numbered

if TYPE_CHECKING:
    from factlint.text.tokens import Tokens

UNITS = numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = {word: 10 * tens for word, tens in numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2).items()}
NUMBER_WORDS = UNITS | TENS
SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
ORDINALS = numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
) | {"thirtieth": 30}

# "bn" may stand apart from its figure; "m" and "k" there are metres or a name.
_SHORT_SCALES = {"m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "k": 1_000}
_APART = frozenset({"bn", "mn", "tn"})
_FRACTIONS = {"half": 0.5, "quarter": 0.25}
_MOST_FIGURES = 18
# No number that is meant has more of them; the bound keeps long rows of number words cheap.
_MOST_SCALES = 6


class Number(NamedTuple):
    """A number read from the tokens up to ``end`` (exclusive)."""

    value: float
    end: int


def is_figures(word: str) -> bool:
    """Whether a token is a plain number in figures, with or without thousands and decimals."""
    if not (word.isascii() and word[:1].isdigit()) or len(word) > _MOST_FIGURES:
        return False
    return word.replace(",", "").replace(".", "", 1).isdigit()


def read_number(tokens: Tokens, index: int) -> Number | None:
    """The number that begins at a token, None where there is none or it is beyond all counting."""
    word = tokens.word(index)
    if is_figures(word):
        number = _scaled(tokens, _with_fraction(tokens, float(word.replace(",", "")), index + 1))
    elif word in NUMBER_WORDS:
        number = _scaled(tokens, _in_words(tokens, index))
    elif word == "a" and tokens.word(index + 1) in SCALES:
        number = _scaled(tokens, Number(1, index + 1))
    else:
        return None
    return number if number.value < 10**_MOST_FIGURES else None


def read_ordinal(tokens: Tokens, index: int) -> Number | None:
    """The ordinal at a token: ``15th`` (two tokens), ``third``, ``twenty-first``."""
    word = tokens.word(index)
    if word in ORDINALS:
        return Number(ORDINALS[word], index + 1)
    if word.isascii() and word.isdigit() and len(word) < 4 and tokens.word(index + 1) in {"st", "nd", "rd", "th"}:
        return Number(int(word), index + 2) if tokens.joined(index + 1) else None
    if word in TENS and tokens.word(index + 1) == "-" and 0 < ORDINALS.get(tokens.word(index + 2), 0) < 10:
        return Number(TENS[word] + ORDINALS[tokens.word(index + 2)], index + 3)
    return None


def _in_words(tokens: Tokens, index: int) -> Number:
    """Tens and units: ``twenty``, ``twenty-four``, ``twenty four``, ``seven``."""
    word = tokens.word(index)
    if word not in TENS:
        return _with_fraction(tokens, UNITS[word], index + 1)
    behind = index + 2 if tokens.word(index + 1) == "-" else index + 1
    unit = UNITS.get(tokens.word(behind), 0)
    if 0 < unit < 10:
        return Number(TENS[word] + unit, behind + 1)
    return Number(TENS[word], index + 1)


def _with_fraction(tokens: Tokens, value: float, index: int) -> Number:
    """Adds ``1/2`` behind figures and ``and a half`` behind either."""
    if tokens.at(index, "1", "/", "2"):
        return Number(value + 0.5, index + 3)
    if tokens.word(index) == "½":
        return Number(value + 0.5, index + 1)
    if tokens.at(index, "and", "a") and tokens.word(index + 2) in _FRACTIONS:
        return Number(value + _FRACTIONS[tokens.word(index + 2)], index + 3)
    return Number(value, index)


def _scaled(tokens: Tokens, number: Number) -> Number:
    """Multiplies by the scales that follow and adds what comes behind them: ``two hundred and ten thousand``."""
    value, index = number
    total = 0.0
    for _ in range(_MOST_SCALES):
        found = _scale(tokens, index)
        if found is None:
            break
        scale, index = found
        value = round(value * scale, 4)  # 265.9 of 10**9 are 265,900,000,000, which floats alone do not say
        more = _behind_scale(tokens, index, scale)
        if more is None:
            continue
        if scale > 100:
            total, value = total + value, 0.0
        value, index = value + more.value, more.end
    return Number(total + value, index)


def _scale(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The scale at a token, behind a hyphen too (``two-million``), and the index behind it."""
    hyphen = tokens.word(index) == "-" and tokens.word(index + 1) in SCALES
    place = index + hyphen
    word = tokens.word(place)
    if word in SCALES:
        return SCALES[word], place + 1
    if word in _SHORT_SCALES and (tokens.joined(place) or word in _APART):
        return _SHORT_SCALES[word], place + 1
    return None


def _behind_scale(tokens: Tokens, index: int, scale: float) -> Number | None:
    """A smaller number in words behind a scale, with or without ``and``."""
    place = index + 1 if tokens.word(index) == "and" else index
    if tokens.word(place) not in NUMBER_WORDS:
        return None
    more = _in_words(tokens, place)
    return more if more.value < scale else None
