"""A text made simple character by character: every offset stays what it is."""

from __future__ import annotations

from factlint.text.deferred import deferred

_THIN = "\u2009\u200a"
_SPACES = "\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u202f"
_BLANKS = "\t\x0b\x0c" + _SPACES + _THIN
# Between a mark and another a thin space holds them apart, and is no space between words.
_MARKS = "\"'“”‘’«»"
_THIN_ALONE = deferred(f"(?<![{_MARKS}])[{_THIN}](?![{_MARKS}])")


def spaced(text: str) -> str:
    """The text with an ordinary space for each one that does not break a line, or is wider or narrower than others."""
    if not text.isascii():
        for space in _SPACES:
            text = text.replace(space, " ")
        if any(thin in text for thin in _THIN):
            text = _THIN_ALONE.sub(" ", text)
    return text


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
