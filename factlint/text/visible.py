"""Text that is safe to show: nothing in it moves a cursor, sets a colour, turns the reading direction or hides."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Controls, invisible format characters (bidi, zero-width, soft hyphen), lone surrogates, line and paragraph separators.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def visible(text: str) -> str:
    r"""Text on one line with what cannot be seen made visible: ESC as ``␛``, U+202E as ``\u202e``, a tab as a blank."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(visible_char, text))


def visible_lines(text: str) -> str:
    """As ``visible``, but line feeds stay, and so do tabs, which a caret line below may repeat."""
    return "\n".join("\t".join(map(visible, line.split("\t"))) for line in text.split("\n"))


@lru_cache(maxsize=4096)
def visible_char(char: str) -> str:
    """One character as it is shown; empty for variation selectors, on whose width terminals disagree."""
    code = ord(char)
    if char == "\t":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
        return ""
    if unicodedata.category(char) in _HIDDEN:
        return char.encode("unicode_escape", "surrogatepass").decode("ascii")
    return char
