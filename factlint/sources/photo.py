"""Photos: the caption and the headline that photographers and desks write into the file, as IPTC has them.

A caption is an article of its own, at the path of its photo: there the desk mends it. The parts of the file are those
of the IPTC Photo Metadata Standard (https://iptc.org/std/photometadata/): XMP, and the older IIM where there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.article import Article, Metadata, Section
from factlint.sources import Collected, ForeignError, RawFile, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.sources.xml.parse import Node

_XMP = b"http://ns.adobe.com/xap/1.0/\x00"
_PHOTOSHOP = b"Photoshop 3.0\x00"
_HEADLINE, _CREDIT, _CAPTION = (2, 105), (2, 110), (2, 120)
_CHARSET, _UTF8 = (1, 90), b"\x1b%G"
_NO_LENGTH = frozenset({0x01, *range(0xD0, 0xDA)})


class _Said(NamedTuple):
    headline: str = ""
    caption: str = ""
    credit: str = ""


def read(file: RawFile) -> Collected:
    """One article for a photo with a caption; one without is foreign."""
    if not file.data:
        return Collected(())
    if not file.data.startswith(b"\xff\xd8"):
        raise ForeignError(file.path, "this is no JPEG", "export it again")
    segments = list(_segments(file.data))
    found = _from_xmp(segments)
    older = _from_iim(segments)
    said = _Said(*(one or other for one, other in zip(found, older, strict=True)))
    if not (said.caption or said.headline):
        raise ForeignError(file.path, "this photo has no caption in it", "write one (IPTC: Description)")
    return Collected((_article(file, said),))


def _article(file: RawFile, said: _Said) -> Article:
    text, sections = "", []
    for kind, words in (("headline", said.headline), ("caption", said.caption)):
        if words:
            text += "\n" if text else ""
            sections.append(Section(kind, len(text), len(text) + len(words)))
            text += words
    return Article(file.path, file.id, text, Metadata(source=said.credit or None), tuple(sections))


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments before the picture itself: their markers and what they hold."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in _NO_LENGTH:
            at += 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4])
        if marker == 0xDA or length < 2:
            return
        yield marker, data[at + 4 : at + 2 + length]
        at += 2 + length


# -- XMP


def _from_xmp(segments: list[tuple[int, bytes]]) -> _Said:
    from factlint.sources.xml.parse import parsed
    from factlint.text.problem import ProblemError

    for marker, data in segments:
        if marker == 0xE1 and data.startswith(_XMP):
            try:
                root = parsed("", data[len(_XMP) :].decode("utf-8").strip("\x00 \r\n\t\ufeff"))
            except (ProblemError, UnicodeDecodeError):
                return _Said()
            return _Said(_property(root, "headline"), _property(root, "description"), _property(root, "credit"))
    return _Said()


def _property(root: Node, name: str) -> str:
    """A property, as an element (of several languages the first) or as an attribute of the description of the photo."""
    for node in root.each("description"):
        own = [child for child in node.children if not isinstance(child, tuple) and child.name == name]
        if own:
            return (own[0].first("li") or own[0]).text()
        if name in node.attributes and name != "about":
            return " ".join(node.attributes[name].split())
    return ""


# -- IIM


def _from_iim(segments: list[tuple[int, bytes]]) -> _Said:
    parts = (data for marker, data in segments if marker == 0xED and data.startswith(_PHOTOSHOP))
    packed = b"".join(data[len(_PHOTOSHOP) :] for data in parts)
    found: dict[tuple[int, int], bytes] = {}
    for resource in _resources(packed):
        for key, value in _data_sets(resource):
            found.setdefault(key, value)
    unicode = found.get(_CHARSET) == _UTF8
    return _Said(*(_decoded(found.get(key, b""), unicode) for key in (_HEADLINE, _CAPTION, _CREDIT)))


def _resources(data: bytes) -> Iterator[bytes]:
    """The image resources of Photoshop that hold IIM: a signature, a number, a padded name, a padded value."""
    at = 0
    while data[at : at + 4] == b"8BIM" and at + 12 <= len(data):
        number = int.from_bytes(data[at + 4 : at + 6])
        name = data[at + 6] + 1
        begin = at + 6 + name + name % 2
        length = int.from_bytes(data[begin : begin + 4])
        if number == 0x0404:
            yield data[begin + 4 : begin + 4 + length]
        at = begin + 4 + length + length % 2


def _data_sets(data: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    """The data sets of IIM: a sign, record and number, a length; those longer than 32 KB no caption has."""
    at = 0
    while at + 5 <= len(data) and data[at] == 0x1C:
        length = int.from_bytes(data[at + 3 : at + 5])
        if length & 0x8000:
            return
        yield (data[at + 1], data[at + 2]), data[at + 5 : at + 5 + length]
        at += 5 + length


def _decoded(value: bytes, unicode: bool) -> str:
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        text = value.decode("utf-8" if unicode else "cp1252", errors="replace")
    return " ".join(text.replace("\x00", " ").split())


SOURCE = Source(name="photo", suffixes=(".jpg", ".jpeg"), read=read, written=False, beside=True)
