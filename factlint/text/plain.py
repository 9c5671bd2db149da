"""A text made simple character by character: every offset stays what it is."""

from __future__ import annotations

_BLANKS = "\t\x0b\x0c\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"


def plain(text: str) -> str:
    """The text with line feeds for all line breaks and the same blank for all blanks."""
    text = text.replace("\r", "\n")
    if text.isascii() and "\t" not in text:
        return text
    for blank in _BLANKS:
        text = text.replace(blank, " ")
    return text


def lowered(text: str) -> str:
    """The text in small letters; a capital dotted I, which becomes two characters, stays."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
