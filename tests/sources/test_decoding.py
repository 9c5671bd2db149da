"""Bytes to text: what is read, what is refused, and that no offset moves."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factlint.sources import collect, read_text

ENGLISH = "The café’s owner said “we are closer now” – a £600m loan… It’s over, José Núñez told the El Niño panel. "
RUSSIAN = "Президент сказал, что встреча в столице продолжается, и газета это подтвердила."


def text_of(data: bytes) -> str:
    articles, problems = read_text(data, "a.txt")
    assert not problems, problems[0].render()
    return articles[0].text


def problem_of(data: bytes) -> str:
    articles, problems = read_text(data, "a.txt")
    assert not articles
    (problem,) = problems
    assert problem.hint
    return problem.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_one_text_in_many_encodings(encoding: str) -> None:
    assert text_of(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"", "", id="empty"),
        pytest.param(b"\xef\xbb\xbf", "", id="nothing-but-a-mark"),
        pytest.param(b"\xef\xbb\xbf\xef\xbb\xbfa", "\ufeffa", id="only-one-mark-is-dropped"),
        pytest.param(b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n", id="line-breaks-stay"),
        pytest.param(b"a NUL \0 among other words", "a NUL \0 among other words", id="nul-stays"),
        pytest.param("\ufeffЙ".encode("utf-16-be"), "Й", id="utf-16-be"),
        pytest.param(b"\xff\xfe\0\0A\0B\0", "\0AB", id="utf-16-that-begins-with-nul"),
        pytest.param("It is 20°C. ".encode("latin-1"), "It is 20°C. ", id="one-sign"),
        pytest.param("NATO‘s plan and al-Qa’ida’s".encode("cp1252"), "NATO‘s plan and al-Qa’ida’s", id="apostrophes"),
        pytest.param("Für größere Schritte".encode("cp1252"), "Für größere Schritte", id="german"),
        pytest.param(RUSSIAN.encode("cp1251"), RUSSIAN, id="cyrillic"),
    ],
)
def test_read(data: bytes, text: str) -> None:
    assert text_of(data) == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1", "NUL", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0\x10JFIF\x01\x02 \xd9\x9c\x07", "no text", id="jpeg"),
        pytest.param("no mark".encode("utf-16-le"), "UTF-16", id="utf-16-without-mark"),
        pytest.param(b"\xff\xfea", "UTF-16", id="half-a-character"),
        pytest.param("“We’re done,” said José.".encode("mac_roman"), "cannot be told", id="mac-roman"),
        pytest.param("The café owner".encode("cp437"), "cannot be told", id="dos"),
        pytest.param("Mayors of Łódź and Kraków".encode("cp1250"), "cannot be told", id="central-europe"),
        pytest.param("Mr Erdoğan met them".encode("cp1254"), "cannot be told", id="turkish"),
    ],
)
def test_refused_rather_than_guessed(data: bytes, message: str) -> None:
    assert message in problem_of(data)


def test_utf8_with_one_pasted_byte_is_shown_at_that_byte() -> None:
    data = "A café\r\nand the owner".encode() + b"\x92" + b"s caf\xc3\xa9"
    _, (problem,) = read_text(data, "a.txt")
    assert (problem.line, problem.column) == (2, 14)
    assert "0x92" in problem.message


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    data = text.encode()
    assume(not text.startswith("\ufeff"))
    assume(data.count(0) * 10 <= len(data))
    assert text_of(data) == text
    assert text_of(b"\xef\xbb\xbf" + data) == text


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.md", "a.jsonl"]))
def test_any_bytes_give_an_article_or_a_problem(data: bytes, path: str) -> None:
    articles, problems = read_text(data, path)
    assert articles or problems or path == "a.jsonl"


def test_windows_1252_and_mac_roman_are_not_confused(real_texts: list[str]) -> None:
    """The same sentences in both encodings: the one is read, the other is never read as the one."""
    read = wrong = 0
    for text in real_texts:
        try:
            windows, mac = text.encode("cp1252"), text.encode("mac_roman")
        except UnicodeEncodeError:
            continue
        if windows.isascii():
            continue
        read += [article.text for article in read_text(windows, "a.txt").articles] == [text]
        wrong += any(article.text != text for article in read_text(mac, "a.txt").articles)
    assert wrong == 0
    assert read >= 100


@pytest.fixture
def real_texts() -> list[str]:
    data = Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "clean-basil.jsonl"
    if not data.exists():
        pytest.skip("the data beside the checkout are not here")
    return [article.text for article in collect([str(data)]).articles]
