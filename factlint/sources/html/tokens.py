"""HTML as a row of tags and texts, each with its place; whatever is broken in it, something comes out.

It follows the tokenizer of the HTML standard where pages need it: comments, CDATA, raw text, references to characters.
Every step goes forward, so the time that it takes grows with the text and with nothing else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_OPEN = re.compile(
    r"<(?:(?P<comment>!--)|(?P<cdata>!\[CDATA\[)|(?P<bogus>[!?])|(?P<close>/)?(?P<name>[A-Za-z][^\s/>]*))"
)
_ATTRIBUTE = re.compile(
    r"""[\s/]*(?P<name>[^\s/>=]+|=)(?:\s*=\s*(?:"(?P<double>[^"]*)"?|'(?P<single>[^']*)'?|(?P<bare>[^\s>"'][^\s>]*)))?"""
)
_TAG_END = re.compile(r"[\s/]*>")
# What the standard reads up to the closing tag, whatever stands in it.
RAW = frozenset({"script", "style", "title", "textarea", "noframes", "iframe", "xmp", "noembed"})


class Range(NamedTuple):
    """A range of the file."""

    start: int
    end: int


class Token(NamedTuple):
    """``kind`` is ``start``, ``end`` or ``text``; a start tag has its attributes, the first of each name."""

    kind: str
    name: str
    start: int
    end: int
    attributes: Mapping[str, Range]


_NO_ATTRIBUTES: Mapping[str, Range] = {}


def tokens(text: str) -> Iterator[Token]:
    """The tags and texts of a page, in order; comments and declarations are left out."""
    at = 0
    while (found := _OPEN.search(text, at)) is not None:
        if at < found.start():
            yield _text(at, found.start())
        if found["name"] is None:
            at, inside = _declaration(text, found)
            if inside is not None:
                yield _text(*inside)
            continue
        tag, at = _tag(text, found)
        if tag is None:
            return
        yield tag
        if tag.kind == "start" and tag.name in RAW:
            stop = _raw_end(text, tag.name, at)
            if at < stop:
                yield _text(at, stop)
            at = stop
    if at < len(text):
        yield _text(at, len(text))


def _text(start: int, end: int) -> Token:
    return Token("text", "", start, end, _NO_ATTRIBUTES)


def _declaration(text: str, found: re.Match[str]) -> tuple[int, Range | None]:
    """Where a comment, CDATA or ``<!doctype …>`` ends, and what of it is text."""
    close = "-->" if found["comment"] else "]]>" if found["cdata"] else ">"
    # ``<!-->`` is a comment already.
    begin = found.end() - 2 if found["comment"] else found.end()
    stop = text.find(close, begin)
    stop = len(text) if stop < 0 else stop
    return stop + len(close), Range(found.end(), stop) if found["cdata"] else None


def _tag(text: str, found: re.Match[str]) -> tuple[Token | None, int]:
    """A tag, and where it ends; None where the file ends inside it."""
    attributes: dict[str, Range] = {}
    at = found.end()
    while (end := _TAG_END.match(text, at)) is None:
        attribute = _ATTRIBUTE.match(text, at)
        if attribute is None or attribute.end() == at:
            return None, len(text)
        at = attribute.end()
        group = next((name for name in ("double", "single", "bare") if attribute[name] is not None), None)
        span = Range(*attribute.span(group)) if group else Range(at, at)
        attributes.setdefault(attribute["name"].lower(), span)
    kind = "end" if found["close"] else "start"
    return Token(kind, found["name"].lower(), found.start(), end.end(), attributes), end.end()


def _raw_end(text: str, name: str, start: int) -> int:
    close = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, start)
    return close.start() if close else len(text)
