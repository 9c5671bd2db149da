"""Text for XML and Markdown: nothing in it becomes markup, and nothing in it is what the format cannot hold."""

from __future__ import annotations

import re

from factlint.text.visible import visible

# https://www.w3.org/TR/xml/#charsets: what is not listed there cannot stand in XML, not even escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Controls that XML can hold, and signs of direction.
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")

# Characters that are, or with their like become, markup of CommonMark, of its tables or of HTML. As numeric character
# references they never do (https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references).
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#+!|~$^=&\"']")
# What GitHub and GitLab make links of after the markup is read, where no escape helps: @name, #12, !12, :smile:, GH-1,
# addresses, hashes of commits. A word joiner, which cannot be seen, keeps them apart.
_LINKED = re.compile(
    r"""
      (?<=[@\#!$%~&^:]) (?=\w) | (?<=:) (?=//) | (?<=\bwww) (?=\.) | (?<=\b[A-Za-z]{2}) (?=-\d)
    | (?<=\b[0-9a-f]{4}) (?=[0-9a-f]{3,36}\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_JOINER = "\u2060"


def xml_document(text: str) -> str:
    """A whole document without markup that hides: what a terminal would obey is written as a reference."""
    return _OBEYED.sub(lambda match: f"&#{ord(match.group())};", text)


def xml_text(text: str) -> str:
    """A text with replacement characters for what XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)


def markdown_text(text: str) -> str:
    """A text that stays text on one line of Markdown, in a table too, wherever it stands behind other words."""
    shown = _LINKED.sub(_JOINER, visible(text))
    return _MARKUP.sub(lambda match: f"&#{ord(match.group())};", shown)
