"""New bytes of a file: what is outside the changes stays as it is, to the byte."""

from __future__ import annotations

import codecs
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.sources import RawFile, read_text
from factlint.sources.rewriting import Change, Wanted, changed, rewritten
from factlint.text.problem import ProblemError


def rewrite(path: str, data: bytes, *changes: Change, article: str = "") -> bytes:
    articles = {one.id: one.text for one in read_text(data, path).articles}
    own = article or next(iter(articles))
    return rewritten(RawFile(path, path, data), {own: Wanted(articles[own], changes)}).data


MARKED = [
    ("utf-8", b""),
    ("utf-8", codecs.BOM_UTF8),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
    ("utf-32-le", codecs.BOM_UTF32_LE),
]


@pytest.mark.parametrize(("encoding", "mark"), MARKED, ids=lambda value: str(value))
def test_encoding_and_mark_stay(encoding: str, mark: bytes) -> None:
    text = "Kiew – “ja”.\r\nKiew\rKiew\n"
    after = rewrite("a.txt", mark + text.encode(encoding), Change(0, 4, "Kyïv"))
    assert after == mark + ("Kyïv" + text[4:]).encode(encoding)


def test_windows_1252_stays_and_lacks_what_it_lacks() -> None:
    data = "The café’s owner – a “friend” – met Merts.".encode("cp1252")
    assert rewrite("a.txt", data, Change(4, 8, "Café")) == data[:4] + "Café".encode("cp1252") + data[8:]
    with pytest.raises(
        ProblemError, match=r"a fix needs “ł”, which the encoding of this file \(cp1252\) does not have"
    ):
        rewrite("a.txt", data, Change(4, 8, "Małgorzata"))


def test_a_file_that_has_changed_is_refused() -> None:
    with pytest.raises(ProblemError, match="has changed since it was read"):
        rewritten(RawFile("a.txt", "a.txt", b"new"), {"a.txt": Wanted("old", (Change(0, 1, "x"),))})


RECORDS = (
    b'{"id": "a", "text" :  "Kiew \\u2013 \\"Kiew\\"\\n\\ud83d\\ude00 Kiew\\/", "n": 1.0e5 }\r\n'
    b'\n{"text": "twice", "id": "b", "text": "Kiew \xe2\x80\x93 Kiew", "more": {"text": "Kiew"}}'
)


def test_only_the_text_of_a_record_changes() -> None:
    text = 'Kiew – "Kiew"\n\U0001f600 Kiew/'
    at = text.rindex("Kiew")
    after = rewrite("a.jsonl", RECORDS, Change(8, 12, "Kyiv"), Change(at, at + 4, 'Ky"ï\n'), article="a")
    assert after == RECORDS.replace(b'\\"Kiew\\"', b'\\"Kyiv\\"').replace(b" Kiew\\/", b' Ky\\"\\u00ef\\n\\/')
    after = rewrite("a.jsonl", RECORDS, Change(7, 11, "Kyïv"), article="b")
    assert after == RECORDS.replace(b"\x93 Kiew", b"\x93 " + "Kyïv".encode())


def test_a_record_that_is_gone_or_changed_is_refused() -> None:
    for wanted in ({"c": Wanted("x", ())}, {"a": Wanted("x", ())}):
        with pytest.raises(ProblemError, match="has changed since it was read"):
            rewritten(RawFile("a.jsonl", "a.jsonl", RECORDS), wanted)


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60)
CUTS = st.lists(st.integers(0, 60), max_size=8)


def cut(text: str, cuts: list[int], words: str) -> tuple[Change, ...]:
    places = sorted({min(cut, len(text)) for cut in cuts})
    return tuple(Change(start, end, words) for start, end in zip(places[::2], places[1::2], strict=False))


@given(TEXTS, CUTS, TEXTS)
def test_bytes_outside_the_changes_stay(text: str, cuts: list[int], words: str) -> None:
    text = "x" + text.replace("\0", "")
    changes = cut(text, cuts, words)
    for mark in (b"", codecs.BOM_UTF8):
        data = rewrite("a.txt", mark + text.encode(), *changes)
        assert data == mark + changed(text, changes).encode()


@given(TEXTS, CUTS, TEXTS, st.booleans())
def test_a_record_reads_as_the_changed_text(text: str, cuts: list[int], words: str, ascii_only: bool) -> None:
    changes = cut(text, cuts, words)
    fields = {"id": "r", "text": text, "title": "t", "more": [1, {"text": text}]}
    lines = [json.dumps(one, ensure_ascii=ascii_only) for one in (fields, fields | {"id": "s"})]
    data = "\n".join(lines).encode()
    after = rewrite("a.jsonl", data, *changes, article="r").split(b"\n")
    assert after[1] == data.split(b"\n")[1]
    assert json.loads(after[0]) == fields | {"text": changed(text, changes)}
    assert rewrite("a.jsonl", b"\n".join(after), article="r") == b"\n".join(after)
