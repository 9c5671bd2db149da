"""The words that a simple regular expression stands for.

Other programs write their lists as regular expressions, most of which only mean a word or a few: ``colou?r``,
``(?:give|gave) rise to``, ``[Oo]bservability``. These are written out; any other pattern has no plain form.
"""

from __future__ import annotations

import re

MOST = 24
"""A pattern that stands for more words than this is not written out."""

_LONGEST = 200

_SPECIAL = frozenset("\\^$.|?*+()[]{}")
_IGNORED = re.compile(r"\(\?i\)|\\b|^\^|(?<!\\)\$$")
_CLASS = re.compile(r"\[(-?[^\]\\^-]+-?)\]")
_GROUP = re.compile(r"\((?:\?:|\?i:)?")
_BLANK = re.compile(r"\\s[+*]?|\\ ")


class NoPlainFormError(Exception):
    """Raised for a pattern that does not stand for a few words."""


def words_of(pattern: str, *, any_case: bool = False) -> tuple[str, ...]:
    """Every text that a pattern matches, in order. Raises NoPlainFormError where these are not few, or not known.

    A list here finds its forms as they are, in capitals, and those in small letters with a capital first too. Of a
    pattern that asks for no case (``any_case``, or with ``(?i)`` before it) the words are therefore in small letters.
    """
    plain = _BLANK.sub(" ", _IGNORED.sub("", pattern))
    if len(plain) > _LONGEST:
        raise NoPlainFormError
    found, end = _choice(plain, 0)
    if end != len(plain):
        raise NoPlainFormError
    if any_case or pattern.startswith("(?i)"):
        found = [one for form in found for one in _in_any_case(form)]
    return tuple(dict.fromkeys(found))


def _in_any_case(form: str) -> tuple[str, ...]:
    """A form in small letters, and as it is where capitals stand inside it (GitHub)."""
    small = form.lower()
    found_anyway = (small, small.upper(), small[:1].upper() + small[1:])
    return (small,) if form in found_anyway else (form, small)


def _choice(text: str, at: int) -> tuple[list[str], int]:
    """``a|b``, up to the end or a closing bracket."""
    found: list[str] = []
    while True:
        row, at = _row(text, at)
        found += row
        if at >= len(text) or text[at] != "|":
            return found, at
        at += 1


def _row(text: str, at: int) -> tuple[list[str], int]:
    """One thing behind the other."""
    found = [""]
    while at < len(text) and text[at] not in "|)":
        atom, at = _atom(text, at)
        if text[at : at + 1] == "?":
            atom, at = [*atom, ""], at + 1
        if len(found) * len(atom) > MOST:
            raise NoPlainFormError
        found = [start + rest for start in found for rest in atom]
    return found, at


def _atom(text: str, at: int) -> tuple[list[str], int]:
    """A letter, an escaped sign, a class of letters, or a group."""
    char = text[at]
    if char not in _SPECIAL:
        return [char], at + 1
    if char == "\\" and text[at + 1 : at + 2] and not text[at + 1].isalnum():
        return [text[at + 1]], at + 2
    if (chars := _CLASS.match(text, at)) is not None:
        return list(chars[1]), chars.end()
    if (group := _GROUP.match(text, at)) is not None and text[group.end() : group.end() + 1] != "?":
        found, end = _choice(text, group.end())
        if text[end : end + 1] == ")":
            return found, end + 1
    raise NoPlainFormError
