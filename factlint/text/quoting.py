"""Texts as other languages want them written: a value in YAML, a word on a command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text.deferred import deferred

if TYPE_CHECKING:
    import re

# What YAML reads as it stands, inside brackets too: letters and figures with the usual signs between them.
_PLAIN = deferred(r"\w(?:[\w .'’‘/&()+-]*[\w.'’)])?")
_ESCAPED = deferred('["\\\\\x00-\x1f\x7f-\xa0\xad\u2028\u2029\ufeff\ud800-\udfff]')
_BARE = deferred(r"\w[\w.,/+:@-]*")
# Inside double quotes a shell still acts on these; ! only where somebody types.
_ACTIVE = deferred(r"[\"$`\\!\x00-\x1f]")


def yaml_word(text: str) -> str:
    """A text as one YAML value, as it is or in double quotes; it is right inside brackets and braces too."""
    if _PLAIN.fullmatch(text):
        return text
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    return "\\" + char if char in '"\\' else f"\\u{ord(char):04x}"


def shell_word(text: str) -> str:
    """A text as one word of a command line: bare, in double quotes, in single quotes only where nothing else does.

    Double quotes are understood by every shell, that of Windows included.
    """
    if _BARE.fullmatch(text):
        return text
    if not _ACTIVE.search(text):
        return f'"{text}"'
    import shlex

    return shlex.quote(text)
