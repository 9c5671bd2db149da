"""Captions in photos (.jpg): XMP and IIM, read beside the articles that they go with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.app.check import check
from factlint.app.session import opened
from factlint.sources import collect, read_text

if TYPE_CHECKING:
    from pathlib import Path

DC, PHOTOSHOP = "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/photoshop/1.0/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(data) + 2).to_bytes(2) + data


def jpeg(*segments: bytes) -> bytes:
    return b"\xff\xd8" + segment(0xE0, b"JFIF\0") + b"".join(segments) + b"\xff\xda\0\x04\0\0 picture \xff\xd9"


def xmp(caption: str, headline: str = "") -> bytes:
    packet = (
        f'<?xpacket begin="\ufeff"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}">'
        f'<rdf:Description rdf:about="" xmlns:dc="{DC}" xmlns:photoshop="{PHOTOSHOP}" photoshop:Headline="{headline}">'
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{caption}</rdf:li></rdf:Alt></dc:description>'
        '<photoshop:Credit>Gazette</photoshop:Credit></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
    return segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet.encode())


def iim(*data_sets: tuple[int, int, bytes]) -> bytes:
    data = b"".join(
        bytes((0x1C, record, number)) + len(value).to_bytes(2) + value for record, number, value in data_sets
    )
    resource = b"8BIM\x04\x04\0\0" + len(data).to_bytes(4) + data + b"\0" * (len(data) % 2)
    other = b"8BIM\x03\xed\x05photo" + (3).to_bytes(4) + b"abc\0"
    return segment(0xED, b"Photoshop 3.0\0" + other + resource)


@pytest.mark.parametrize(
    ("segments", "text"),
    [
        pytest.param([xmp("The ferry at M&#225;r, Dec. 14", "Ferry")], "Ferry\nThe ferry at Már, Dec. 14", id="xmp"),
        pytest.param([iim((2, 120, b"The ferry"), (2, 105, b"Ferry"))], "Ferry\nThe ferry", id="iim"),
        pytest.param([iim((1, 90, b"\x1b%G"), (2, 120, "Már".encode()))], "Már", id="iim-utf-8"),
        pytest.param([iim((2, 120, "Már".encode("cp1252")))], "Már", id="iim-latin"),
        pytest.param([iim((2, 120, b"Old"), (2, 105, b"Head")), xmp("New")], "Head\nNew", id="both"),
    ],
)
def test_a_caption(segments: list[bytes], text: str) -> None:
    (article,), problems = read_text(jpeg(*segments), "a.jpg")
    assert (article.text, article.blocks[-1].kind) == (text, "caption")
    assert not problems


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(jpeg(), "no caption", id="none"),
        pytest.param(jpeg(xmp("x"))[:80], "no caption", id="cut"),
        pytest.param(jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>")), "no caption", id="broken-xmp"),
        pytest.param(b"GIF89a", "no JPEG", id="other"),
    ],
)
def test_a_photo_without_one(data: bytes, message: str) -> None:
    _, (problem,) = read_text(data, "a.jpeg")
    assert message in problem.message


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_text(b"\xff\xd8" + data, "a.jpg")
    read_text(jpeg(segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0" + data)), "a.jpg")


def test_photos_of_a_folder_go_with_its_articles(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text("The ferry runs.")
    for name in ("ferry.jpg", "Ferry-2.JPG", "ferryman.jpg", "other.jpg"):
        (tmp_path / name).write_bytes(jpeg(xmp("A caption.")))
    (tmp_path / "ferry-3.jpg").write_bytes(jpeg())
    articles, problems = collect(["."], cwd=tmp_path)
    assert [one.path for one in articles] == ["Ferry-2.JPG", "ferry.jpg", "ferry.txt"]
    assert not problems
    assert [one.path for one in collect(["other.jpg"], cwd=tmp_path).articles] == ["other.jpg"]


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("a.md", "![At dawn](<img/one two.jpg>) ![](img/b.jpg) ![](../out.jpg) ![](/etc/c.jpg) ![](http://x/d.jpg)"),
        ("a.html", "<p>Words <img src='img/one%20two.jpg'> words <img src=img/b.jpg></p><img src='img/none.jpg'><p>x"),
    ],
)
def test_photos_that_an_article_shows_are_read_with_it(tmp_path: Path, name: str, article: str) -> None:
    (tmp_path / "in/img").mkdir(parents=True)
    (tmp_path / "in" / name).write_text(article.replace("one two", "one%20two"))
    for photo in ("in/img/one two.jpg", "in/img/b.jpg", "in/img/c.jpg", "out.jpg"):
        (tmp_path / photo).write_bytes(jpeg(xmp("A caption.")))
    articles, problems = collect([f"in/{name}"], cwd=tmp_path)
    shown = ["in/img/b.jpg", "in/img/one two.jpg"] + ["out.jpg"] * (name == "a.md")
    assert [one.path for one in articles if one.path != f"in/{name}"] == shown
    assert not problems
    assert [one.path for one in collect([name], cwd=tmp_path / "in").articles if "out" in one.path] == []


def test_a_finding_in_a_caption_stands_at_the_photo(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(jpeg(xmp("The crew on Monday, Dec. 16, 2025, in the harbour.")))
    (finding,) = check(opened(tmp_path), ["a.jpg"]).findings
    assert (finding.rule, finding.primary.path, finding.primary.column) == ("dates/weekday-mismatch", "a.jpg", 13)
