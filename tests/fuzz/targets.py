"""What is fuzzed: each target takes any bytes, and fails where a promise is broken, not where the input is refused."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factlint.article import Article
    from factlint.knowledge import Knowledge

ROOT = Path(__file__).resolve().parents[2]
CRASHES = Path(__file__).with_name("crashes")
"""Inputs that once broke a promise, called by their target, a dash and what they were; replayed by the tests."""

LONGEST = 4_096
"""Bytes of an input."""

_FEW = 200
"""Bytes that are enough to start from where each is a word."""

# What the finders look for; a byte picks one, so that a mutation changes the news rather than its letters.
PIECES = (
    " ", " ", " ", "\n", "\n\n", ", ", ". ", "-", "–", "—", ":", ";", "(", ")", "“", "”", "‘", "’", '"', "'", "«", "»",
    "$", "€", "%", "\t", "\r\n", "\u00a0", "\u2028", "\u200f", "\u0301", "\0", "1", "2", "15", "46", "90", "1,000",
    "1.5", "2025", "2026", "1972", "Dec. 15", "December", "Monday", "Tues.", "yesterday", "last week", "9 a.m.",
    "0900", "GMT", "EST", "noon", "percent", "per cent", "million", "billion", "dozen", "half", "miles", "km", "degrees",
    "two", "three", "first", "second", "Steve", "Witkoff", "Whitcoff", "Friedrich", "Merz", "Merts", "Donald", "Trump",
    "Mr.", "Ms", "Dr.", "Jr.", "President", "the Chancellor", "US", "U.S.", "former", "envoy", "minister", "Denmark",
    "Finland", "and", "or", "as well as", "not", "the", "The", "a", "of", "in", "on", "to", "from", "by", "aged",
    "years old", "born in", "since", "until", "between", "said", "he said", "told reporters", "according to", "quoted",
    "NATO", "(IAEA)", "Kyiv", "Kiev", "Berlin", "BERLIN —", "By Jane Doe", "Photo:", "Correction:", "Follow us on:",
    "five countries:", "Christmas", "anniversary", "equals", "total", "- ", "* ", "# ", "---\n", "[", "](", "İ", "ß", "😀",
)  # fmt: skip


def news(data: bytes) -> str:
    """Bytes as words of the news, one a byte; what is left over is a run of blanks and joined words."""
    return "".join(PIECES[byte % len(PIECES)] + ("" if byte >= 2 * len(PIECES) else " ") for byte in data)


def plain(data: bytes) -> str:
    return data.decode("utf-8", "replace")


@cache
def _desk() -> Knowledge:
    from factlint.ruleset.load import load, rule_files
    from factlint.ruleset.shipped import shipped_rules

    return load(rule_files([(shipped_rules(), "rules")])[0]).knowledge


def _sound(article: Article) -> None:
    """Every character of an article has a place in its file, and no two places of a file overlap.

    Their order may differ: in JSON the body may stand before the headline.
    """
    if article.origin is None:
        return
    behind = 0
    for start, end in sorted({article.origin.span(offset, offset + 1) for offset in range(len(article.text))}):
        assert behind <= start <= end, (start, end, behind)
        behind = end
    lines = article.lines()
    places = [lines.position(offset) for offset in (0, len(article.text) // 2, max(0, len(article.text) - 1))]
    assert min(min(place) for place in places) >= 1


def source(suffix: str, data: bytes) -> None:
    """A file of a format: articles whose places are sound, or problems that say what is wrong."""
    from factlint.sources import ForeignError, RawFile, source_of

    path = f"desk/fuzzed{suffix}"
    found = source_of(path)
    assert found is not None
    try:
        articles, problems = found.read(RawFile(path, f"fuzzed{suffix}", data))
    except ForeignError:
        return
    assert all(problem.message for problem in problems)
    for article in articles:
        for section in article.blocks:
            assert 0 <= section.start <= section.end <= len(article.text)
        _sound(article)


def inside(suffix: str, packed: Callable[[bytes], bytes], data: bytes) -> None:
    """A file whose packing is sound, and what is packed in it is anything."""
    source(suffix, packed(data))


def _compressed(lines: bytes) -> bytes:
    import gzip

    return gzip.compress(lines, compresslevel=0, mtime=0)


def _docx(document: bytes) -> bytes:
    import io
    from zipfile import ZipFile

    made = io.BytesIO()
    with ZipFile(made, "w") as package:
        package.writestr("word/document.xml", document)
    return made.getvalue()


def _photo(described: bytes) -> bytes:
    """An APP1 segment with XMP, as Adobe's XMP Specification, Part 3, puts it into a JPEG."""
    segment = b"http://ns.adobe.com/xap/1.0/\0" + described
    return b"\xff\xd8\xff\xe1" + (len(segment) + 2).to_bytes(2, "big") + segment + b"\xff\xd9"


def annotators(worded: Callable[[bytes], str], data: bytes) -> None:
    """Every layer of an article: facts in text order, each with the words of its place."""
    from factlint.annotations import Reading, kinds
    from factlint.article import Article, Metadata
    from factlint.text.literals import Literals

    text = worded(data)
    reading = Reading(Article("a.txt", "a.txt", text, Metadata()), _desk(), Literals([]))
    for kind in kinds():
        before = 0
        for fact in reading.facts(kind):
            assert before <= fact.start <= fact.end <= len(text), (kind, fact)
            assert fact.text == text[fact.start : fact.end], (kind, fact)
            before = fact.start


def expression(data: bytes) -> None:
    """The rule language: an error at a place of the text, or a tree that means the same when it is written again."""
    from factlint.lang.errors import LangError
    from factlint.lang.parse import parse_expression, parse_query
    from factlint.lang.tree import Query
    from factlint.lang.written import written

    text = plain(data)
    for parse in (parse_query, parse_expression):
        try:
            found = parse(text)
        except LangError as error:
            place = error.start
        else:
            place = 0
            if not isinstance(found, Query):
                assert written(parse_expression(written(found))) == written(found), text
        assert 0 <= place <= len(text)


def rule_file(path: str, data: bytes) -> None:
    """A file of a desk: rules and knowledge, or problems; never an error of Python."""
    from factlint.ruleset.load import RuleFile, load

    found = load([RuleFile(f"rules/{path}", path, plain(data))])
    for problem in found.problems:
        assert problem.render()


def dismissals(data: bytes) -> None:
    """Comments that dismiss: what they say, or a problem with its line."""
    from factlint.findings.comments import in_comments

    text = plain(data)
    found, problems = in_comments("a.md", "a.md", text)
    assert all(one.reason for one in found)
    assert all(problem.line for problem in problems)


def notices(data: bytes) -> None:
    """Printed corrections: slips whose words stand in the notice."""
    from factlint.app.correcting.notices import slips

    for text in (plain(data), news(data)):
        for slip in slips(text):
            assert slip.right, slip
            assert slip.wrong, slip
            assert slip.family, slip


@cache
def targets() -> Mapping[str, Callable[[bytes], None]]:
    """All targets by name; every source is one, a new one without being listed."""
    from factlint.sources import sources

    found: dict[str, Callable[[bytes], None]] = {
        f"source_{one.name}": partial(source, one.suffixes[0]) for one in sources().values()
    }
    return {
        **found,
        "inside_compressed": partial(inside, ".jsonl.gz", _compressed),
        "inside_docx": partial(inside, ".docx", _docx),
        "inside_photo": partial(inside, ".jpg", _photo),
        "annotators_news": partial(annotators, news),
        "annotators_text": partial(annotators, plain),
        "expression": expression,
        "rules": partial(rule_file, "text/fuzzed.yaml"),
        "knowledge": partial(rule_file, "knowledge/fuzzed.yaml"),
        "dismissals": dismissals,
        "notices": notices,
    }


def beginnings(target: str) -> Iterator[bytes]:
    """What fuzzing starts from: our own articles and rules, and small files of each format."""
    seeds = [path.read_bytes()[:LONGEST] for path in sorted((ROOT / "seeds").iterdir()) if path.is_file()]
    rules = [path.read_bytes()[:LONGEST] for path in sorted((ROOT / "rules").rglob("*.yaml"))]
    yield b""
    yield bytes(range(256))
    if target in _SMALL:
        yield from _SMALL[target]
    elif target in ("rules", "knowledge"):
        yield from rules[:: max(1, len(rules) // 25)]
    elif target == "expression":
        yield from (line[5:].strip() for rule in rules for line in rule.splitlines() if line.startswith(b"find:"))
    elif target == "annotators_news":
        yield from (seed[:_FEW] for seed in seeds)
    else:
        yield from seeds


_SMALL: Mapping[str, tuple[bytes, ...]] = {
    "source_html": (b"<html><head><title>A</title></head><body><article><p>B &amp; C</p></article></body></html>",),
    "source_json": (b'{"uri": "a", "headline": "B", "body_text": "C", "versioncreated": "2025-12-15T00:00:00Z"}',),
    "source_jsonl": (
        b'{"id": "a", "text": "B \\u201cc\\u201d", "published": "2025-12-15"}\n{"id": "b", "text": ""}\n',
    ),
    "source_xml": (b"<?xml version='1.0'?><nitf><body><body.content><p>A &#66;</p></body.content></body></nitf>",),
    "source_markdown": (b"---\ntitle: A\ndate: 2025-12-15\n---\n# B\n\n> *C* [d](e) `f` <!-- g -->\n\n- h\n",),
    "inside_compressed": (b'{"id": "a", "text": "B", "published": "2025-12-15"}\n',),
    "inside_docx": (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:pPr>'
        b'<w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>A</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">B </w:t>'
        b"<w:tab/></w:r><w:ins><w:r><w:t>c</w:t></w:r></w:ins><w:del><w:r><w:delText>d</w:delText></w:r></w:del></w:p>"
        b"</w:body></w:document>",
    ),
    "inside_photo": (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li>A caption.'
        b"</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>",
    ),
    "dismissals": (b'A <!-- factlint: dismiss names/misspelled "Whitcoff" until 2026-01-01 so his --> B',),
    "notices": (
        b"An earlier version of this article misspelled the name of the envoy. It is Witkoff, not Whitcoff.",
        b"The article misstated the number of ministers who came to Oslo. It was 12, not 21.",
    ),
}
