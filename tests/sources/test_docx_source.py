"""Word documents (.docx): paragraphs as lines, tracked changes as accepted; bombs are refused."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.sources import RawFile, read_text
from factlint.sources.rewriting import Change, Wanted, rewritten

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = (
    '<w:style w:styleId="Ueberschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>'
)


def document(body: str, **parts: str) -> bytes:
    """A document with this body; other parts by the name of their file."""
    packed = io.BytesIO()
    files = {"document": f"<w:body>{body}</w:body>", "styles": STYLES, **parts}
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, inner in files.items():
            package.writestr(f"word/{name}.xml", f'<?xml version="1.0"?><w:root xmlns:w="{W}">{inner}</w:root>')
    return packed.getvalue()


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(inner: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{inner}</w:p>"


BODY = (
    paragraph(run("Ferry to run"), "Ueberschrift1")
    + paragraph("")
    + paragraph(run("The ferry ") + f'<w:del w:id="1"><w:r><w:delText>stops</w:delText></w:r></w:del>'
                f'<w:ins w:id="2">{run("runs")}</w:ins>' + run(" on."))
    + paragraph("<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>")
    + paragraph('<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:hyperlink>' + run("link & all") + "</w:hyperlink>")
    + paragraph(run("At dawn"), "Beschriftung")
    + f"<w:tbl><w:tr><w:tc>{paragraph(run('cell'))}</w:tc></w:tr></w:tbl>"
)  # fmt: skip
NOTES = (
    f'<w:footnote w:type="separator" w:id="0">{paragraph(run("-"))}</w:footnote>'
    f'<w:footnote w:id="1">{paragraph(run("A note."))}</w:footnote>'
)
COMMENTS = f'<w:comment w:id="0">{paragraph(run("Check this name"))}</w:comment>'


def test_paragraphs_are_lines() -> None:
    (article,), problems = read_text(document(BODY, footnotes=NOTES, comments=COMMENTS), "a.docx")
    assert not problems
    assert article.text == "Ferry to run\n\nThe ferry runs on.\nOne\ntwo\tthree\nlink & all\nAt dawn\ncell\nA note."
    sections = [(block.kind, article.text[block.start : block.end]) for block in article.blocks]
    assert sections == [("headline", "Ferry to run"), ("caption", "At dawn")]


def test_a_place_is_a_paragraph_and_an_offset_in_it() -> None:
    (article,), _ = read_text(document(BODY), "a.docx")
    lines = article.lines()
    assert lines.position(article.text.index("runs")) == (3, 11)
    # A line break inside a paragraph does not end it.
    assert lines.position(article.text.index("two")) == (4, 5)
    assert lines.position(article.text.index("link")) == (5, 1)


def test_a_text_box_comes_behind_its_paragraph_and_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('boxed'))}</w:txbxContent>"
    drawn = f'<mc:AlternateContent xmlns:mc="x"><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>'
    (article,), _ = read_text(document(paragraph(run("before ") + f"<w:r>{drawn}</w:r>" + run("after"))), "a.docx")
    assert article.text == "before after\nboxed"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"PK\x03\x04 cut off", "no Word document", id="cut"),
        pytest.param(document(BODY)[:-40], "no Word document", id="truncated"),
        pytest.param(b"\xd0\xcf\x11\xe0 an old or encrypted one", "no Word document", id="old"),
        pytest.param(document("<w:p>"), "not well-formed", id="broken"),
        pytest.param(document(paragraph(run("a" * 70_000_000))), "unpacks to more", id="bomb"),
    ],
)
def test_what_is_refused(data: bytes, message: str) -> None:
    articles, (problem,) = read_text(data, "a.docx")
    assert not articles
    assert message in problem.message
    assert problem.hint


def test_entities_are_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        declared = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        package.writestr("word/document.xml", f'{declared}<w:document xmlns:w="{W}">&a;</w:document>')
    _, (problem,) = read_text(packed.getvalue(), "a.docx")
    assert "declares an entity" in problem.message


def test_another_package_has_no_text() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("xl/workbook.xml", "<x/>")
    _, (problem,) = read_text(packed.getvalue(), "a.docx")
    assert "it has no text" in problem.message


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.sampled_from(["Ada ", "Bo", " & ", "é", "😀", "<", "  "]), max_size=4), max_size=6))
def test_every_run_is_read_in_its_paragraph(paragraphs: list[list[str]]) -> None:
    data = document("".join(paragraph("".join(map(run, runs))) for runs in paragraphs))
    (article,), _ = read_text(data, "a.docx")
    assert article.text.split("\n") == (["".join(runs).rstrip() for runs in paragraphs] or [""])


def test_a_change_is_shown_and_not_written() -> None:
    data = document(BODY)
    (article,), _ = read_text(data, "a.docx")
    done = rewritten(RawFile("a.docx", "a.docx", data), {"a.docx": Wanted(article.text, (Change(0, 5, "Boat"),))})
    assert (done.data, done.before[:12], done.changes) == (data, "Ferry to run", (Change(0, 5, "Boat"),))
