"""Bytes to text: UTF-8 as a rule, other encodings where they can be told for certain, a clear problem where not.

Nothing is replaced and no line break is changed: every offset of a report must hold in the file that the editor opens.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import NamedTuple

from factlint.text.problem import Problem, ProblemError

# The longer marks first: UTF-32 begins with the mark of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HINT = "save it as UTF-8"
# Control characters that texts have: tab, line breaks, form feed, the end-of-file sign of DOS.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_NUL_SHARE = 0.1
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")

# How much of a mess charset_normalizer may see in its best guess, and how far the next one must be behind.
_CHAOS, _MARGIN, _COHERENCE = 0.02, 0.02, 0.3
_FAMILY = re.compile(r"cp125\d|iso8859_\d+|koi8_[ru]")
# Windows-1252: the share of its characters that must stand where they fit, and the most letters beyond ASCII that
# a language which it serves has (French: 4 of 100), or a short text by chance.
_FITTING, _LETTERS, _FEW = 0.9, 0.1, 4


class Decoded(NamedTuple):
    """The text of a file without its byte order mark; that mark, and the encoding of what comes after it."""

    text: str
    encoding: str
    mark: bytes = b""


def decode(path: str, data: bytes) -> str:
    """The text of a file, without its byte order mark. Raises ProblemError where the encoding cannot be told."""
    return decoded(path, data).text


def decoded(path: str, data: bytes) -> Decoded:
    """The text of a file and how it was read. Raises ProblemError where the encoding cannot be told."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], name)
            if text is not None:
                return Decoded(text, name, mark)
            if name != "utf-32-le":  # which may be UTF-16 whose text begins with a NUL
                raise _refused(path, f"this begins as {name[:6].upper()} and does not go on as such")
    if data.count(0) > _NUL_SHARE * len(data):
        raise _refused(path, "this is no text (or UTF-16 without its mark): it is full of NUL bytes")
    text = _strict(data, "utf-8")
    return Decoded(text, "utf-8") if text is not None else _eight_bit(path, data)


def _eight_bit(path: str, data: bytes) -> Decoded:
    """Text in one byte a character: Western European where the places of its letters and marks say so.

    Raises ProblemError unless that, or one other alphabet, is beyond doubt.
    """
    if _CONTROL.search(data):
        raise _refused(path, "this is no text: it has control characters")
    wide = len(_MULTIBYTE.findall(data))
    if wide >= len(_HIGH.findall(_MULTIBYTE.sub(b"", data))):
        raise ProblemError(_broken(path, data))
    text = _strict(data, "cp1252")
    if text is not None and _is_western(text):
        return Decoded(text, "cp1252")
    other = _other_alphabet(data)
    if other is None:
        raise _refused(path, "the encoding of this file cannot be told")
    return other


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _other_alphabet(data: bytes) -> Decoded | None:
    """Text in an alphabet that is not Latin, if charset_normalizer is in no doubt; for Latin ones it always is."""
    if len(_HIGH.findall(data)) < len(re.findall(rb"[A-Za-z]", data)):
        return None
    from charset_normalizer import from_bytes

    matches = sorted(from_bytes(data), key=lambda match: (match.chaos, -match.coherence))
    if not matches or matches[0].chaos > _CHAOS or matches[0].coherence < _COHERENCE:
        return None
    if len(matches) > 1 and matches[1].chaos < matches[0].chaos + _MARGIN:
        return None
    best = matches[0]
    return Decoded(str(best), best.encoding) if _FAMILY.fullmatch(best.encoding) else None


def _is_western(text: str) -> bool:
    """Whether the characters beyond ASCII stand where English and its neighbours have them.

    Mac Roman, DOS code pages and the encodings of Central Europe, read as Windows-1252, put quotation marks inside
    words and capitals at their ends. Statistics over so few characters cannot tell the encodings apart; places can.
    """
    fitting = letters = 0
    for match in _western().finditer(text):
        found = sum(1 for char in match.group() if char > "\x7f")
        if match.lastgroup != "word":
            fitting += found
        elif _is_cased(match.group()):
            fitting += found
            letters += found
    beyond = sum(1 for char in text if char > "\x7f")
    latin = sum(1 for char in text if char.isalpha())
    return fitting >= _FITTING * beyond and letters <= max(_FEW, _LETTERS * latin)


def _is_cased(word: str) -> bool:
    """Whether capitals stand where words have them: nowhere, first, or everywhere.

    Mac Roman's quotation marks and dashes read as ÐÑÒÓÔÕ, alone or glued to the front of a word in capitals.
    """
    return word.islower() or (word.isupper() and word[0] not in "ÑÒÓÔÕ" and len(word) > 1) or word[1:].islower()


@cache
def _western() -> re.Pattern[str]:
    # Iceland's letters are Turkey's in Windows-1254, and ý is also an undotted i: they are left to doubt.
    high = "À-ÏÑ-ÖØ-Üß-ïñ-öø-üÿŒœŠšŽžŸ"
    letter = f"A-Za-z{high}ÐðÞþÝý"
    return re.compile(
        rf"""
          (?P<word> (?<![{letter}]) [A-Za-z]* [{high}] [A-Za-z{high}]* (?![{letter}])
                    (?<! [.,;:!?] [{letter}]) )
        | (?<!\w) [‘“«‹] | (?<=\w) ‘ (?=(?:s|t|d|m|re|ve|ll)\b)
        | (?<!\w) ’ (?=\w) | (?<=\S) [’”»›] (?!\w) | (?<=\w) ’ (?=(?:s|t|d|m|re|ve|ll)\b)
        | (?<=\b[ODLNMSCJTodlnmscjt]) ’ (?=\w) | (?<=[ai]) ’ (?=[ai]) | (?<=[\s\u00a0]) [»›]
        | (?<=[A-Za-z]{{3}}) [–—] (?=[A-Za-z]{{3}}) | [–—] (?=[A-Z\d\W]|\Z) | (?<![A-Za-z]) [–—]
        | [£€¥] (?=\s?[\d.]) | (?<=\d) [€¢°½¼¾] | (?<=\d[ \u00a0]) [€°] | (?<!\w) [½¼¾] (?!\w) | (?<=[mM]) [²³]
        | (?<!\w) [•·†‡§¶©®×÷¡¿] | (?<=\w) [®™©†‡ºª] (?!\w) | […\u00a0]
        """,
        re.VERBOSE,
    )


def _broken(path: str, data: bytes) -> Problem:
    """The problem of a file that is UTF-8 but for some bytes, at the first of them."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        from factlint.text.lines import LineIndex

        before = data[: error.start].decode("utf-8")
        line, column = LineIndex(before).position(len(before))
        message = f"this is UTF-8 but for byte {data[error.start]:#04x} here, which was pasted in from another encoding"
        return Problem(path, message, "write the character anew, and save the file as UTF-8", line, column)
    raise AssertionError("only broken UTF-8 gets here")


def _refused(path: str, message: str) -> ProblemError:
    return ProblemError(Problem(path, message, _HINT))
