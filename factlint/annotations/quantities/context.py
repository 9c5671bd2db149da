"""Numbers that count nothing: Article 5, G7, Boeing 737, 9/11, 24/7, telephone numbers, numbers of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text.deferred import deferred
from factlint.text.wordlist import word_set
from factlint.text.zones import NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

_REFERENCES = word_set(
    "article section chapter clause paragraph rule flight resolution route highway room page pages number no nos part",
    "volume boeing airbus channel radio level phase type model mark unit gate line step day world group act bill title",
    "proposition protocol amendment category grade size bus platform pier apollo area studio catch formula under-",
    "figure table exhibit schedule psalm verse session lot stage ward precinct interstate junction version release",
)
_SHORT_REFERENCES = word_set("no. nos. art. sec. vol. pp. p. v.")
_INDEXES = word_set("poor's poor’s ftse nasdaq s&p nikkei dax cac russell fortune dow p&p fm am")
_BLANKS = " \n\t"
_OPENERS = "(\"“‘'[—–"
_JOINTS = "-–/:._@'’×"
_OF_AGE = ("-year", "-month", "-week", "-day", "-hour")
# 10 Downing Street.
_ADDRESS = deferred(r" (?:[A-Z][\w.'’]+ ){1,2}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Way|Place)\b")
_HOURS = frozenset({"hours", "hrs"})
_PLANES = frozenset({"707", "717", "727", "737", "747", "757", "767", "777", "787"})


def is_tied(text: str, start: int, end: int) -> bool:
    """Whether a number is joined to what stands before or behind it: G7, 9/11, 10:30, 5th, 737s, 24/7.

    ``nine-member`` still counts; ``text`` is in small letters, its blanks are plain.
    """
    before = text[start - 1 : start]
    if before and before not in _BLANKS:
        if before.isalnum() or before in "#&":
            return True
        if before in _JOINTS and text[start - 2 : start - 1].strip(_OPENERS + _BLANKS):
            return True
    behind = text[end : end + 1]
    if not behind or behind in " \n,.;)":
        return behind == "." and text[end + 1 : end + 2].isalnum()
    if behind.isalnum() or behind == "×":
        return True
    if behind in _JOINTS:
        return text[end + 1 : end + 2].isdigit() or (behind == "-" and text.startswith(_OF_AGE, end))
    return False


def is_alternative(text: str, end: int) -> bool:
    """Whether another figure stands behind a slash: of ``£3m/4m`` no one amount is said."""
    return text[end : end + 1] == "/" and text[end + 1 : end + 2].isdigit()


def is_row(text: str, start: int, end: int) -> bool:
    """Whether more figures stand beside a number in figures: a telephone number, a row of a table."""
    return text[end : end + 2].strip().isdigit() or (
        text[start - 1 : start] == " " and text[max(0, start - 2) : start - 1].isdigit()
    )


def is_reference(text: str, start: int, end: int, before: Sequence[str]) -> bool:
    """Whether a number in figures numbers something: Article 5, No. 10, Boeing 737, Windows 7, the start of a line.

    ``text`` is as it is written, ``before`` the words before the number.
    """
    if text[start:end].partition("-")[0] in _PLANES:
        return True
    if not before or text[start - 1 : start] in "\n\r":
        behind = text[end : end + 1]
        return behind in ".)\n\r"
    last = before[-1]
    bare = last.lower().rpartition("-")[2].strip("(\"“‘'’[")
    if bare in _REFERENCES or bare in _SHORT_REFERENCES or bare in _INDEXES:
        return True
    if not last.islower() and last.isalpha() and len(before) > 1 and before[-2][-1] not in '.?!:"”“‘':
        return True
    return _ADDRESS.match(text, end) is not None


def is_score(text: str, start: int, end: int, before: Sequence[str]) -> bool:
    """Whether two rising figures with a dash are a score: ``Clyde 0-5 Celtic``, ``6-3 6-7``, ``from 0-2 down``."""
    if not before or " " in text[start:end] or len(text[start:end]) > len("100-100"):
        return False
    if text.startswith("0", start) or before[-1][-1].isdigit() or before[-1][-1] == ")":
        return True
    return before[-1][0].isupper() and text[end : end + 1] in " \n" and text[end + 1 : end + 2].isupper()


def is_clock(text: str, start: int, end: int) -> bool:
    """Whether four figures are a time of the day: ``1230 GMT``, ``at 2100 hours``."""
    behind = text[end + 1 : end + 6]
    return end == start + 4 and text[start] in "012" and (behind in _HOURS or behind.rstrip(" .,;:)\n") in NAMES)


def is_year(text: str, start: int, end: int) -> bool:
    """Whether figures may be a year that no date has: ``the 2014 tax rate``, ``2004's level``."""
    return end == start + 4 and text.startswith(("18", "19", "20"), start) and text[start:end].isdecimal()


def is_name(text: str, start: int, end: int, before: Sequence[str]) -> bool:
    """Whether a number word belongs to a name: ``the Six Nations``, ``the Three Gorges Dam``."""
    return text[start].isupper() and before[-1:] == ["the"] and text[end + 1 : end + 2].isupper()


def is_age(text: str, start: int, end: int, before: Sequence[str]) -> bool:
    """Whether it is the age of a person: ``Jane Roe, 46, said``, ``at the age of 80``, ``aged 12``."""
    if not before:
        return False
    last = before[-1]
    if last in {"aged", "Aged"} or (last == "of" and len(before) > 1 and before[-2].lower() == "age"):
        return True
    if text[end : end + 1] not in {",", ".", ")"} or text[end + 1 : end + 2].isalnum():
        return False
    if last[-1] == "," and text[start - 1] == " ":
        return len(last) > 2 and last[0].isupper() and last[:-1].replace("-", "").replace("'", "").isalpha()
    return text[start - 1] == "(" and text[end] == ")" and last[:1].isupper() and last.isalpha()
