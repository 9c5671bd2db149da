"""Articles that no newsroom would write, and some attacker might: a result or a clear error, in bounded time and room."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from limited import assert_sound, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of processes are set as POSIX has it")

NEWS = "Steve Whitcoff met Friedrich Merz in Berlin on Monday, Dec. 16, 2025. “We agree,” Whitcoff said. "
STACKED = "\u0301\u0327\u0316" * 20

BYTES = {
    "utf-8 cut off": NEWS.encode() + b"\xe2\x80",
    "utf-8 overlong": NEWS.encode() + b"\xc0\xaf\xc1\x81",
    "utf-16": b"\xff\xfe" + NEWS.encode("utf-16-le"),
    "utf-16 without its mark": NEWS.encode("utf-16-le"),
    "nul": (NEWS + "\0" + NEWS).encode(),
    "no text": bytes((n * 7919 + n // 251) % 256 for n in range(20_000)),
}
TEXTS = {
    "one line": NEWS * 300,
    "opening marks": "“" * 6_000,
    "straight marks": '"' * 50_000,
    "single marks": "'" * 10_000,
    "doubled apostrophes": "''" * 4_000 + " x",
    "nested quotations": "“a ‘b " * 2_000 + "x" + "’ c” " * 2_000,
    "nested brackets": '"(' * 1_000 + "x" + ')"' * 1_000,
    "quotations never closed": "“a\n\n" * 1_600,
    "stacked accents": "".join(char + STACKED for char in NEWS * 3),
    "right to left": "\u202e" + NEWS + "\u2066" + NEWS + "\u200f" * 1_000,
    "look-alike letters": NEWS.replace("Whitcoff", "Whit\u0441off").replace("Merz", "\u041c\u0435rz") * 20,
    "blanks": " " * 200_000,
    "line breaks": "\n" * 100_000,
    "digits": "1" * 20_000,
    "grouped digits": "1,000," * 4_000,
    "dates": "Dec. 15, 2025 " * 1_000,
    "times": "9 a.m. EST (1500 GMT) " * 1_000,
    "money": "$1.2 billion ($1 million) " * 1_000,
    "percent": "5% " * 4_000,
    "ages": "Jane Roe, 46, born in 1972, " * 1_000,
    "names": "Anna Roe " * 2_000,
    "presidents": "US President Donald Trump and " * 600,
    "one capital word": "A" * 20_000,
    "initials": "A." * 6_000,
    "acronyms": " ".join(f"A{chr(65 + n % 26)}{chr(65 + n // 26 % 26)}" for n in range(2_000)),
    "lists": "Denmark, " * 2_000,
    "said": "said he said she said " * 1_000,
    "same word": "the the " * 2_000,
    "signs": "-—–.,;:!?()[]{}<>|&#@*_~^" * 1_000,
    "emoji": "👨‍👩‍👧‍👦" * 1_000,
    "ideographs": " ".join(chr(0x4E00 + n % 20_000) for n in range(4_000)),
    "front matter nested": "---\n" + "a: " * 4_000 + "\n---\nx",
    "front matter brackets": "---\n" + "[" * 4_000 + "\n---\nx",
    "front matter never closed": "---\n" + "a: b\n" * 4_000,
    "front matter that grows": "---\na: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(24)
    ) + "---\nx",
}  # fmt: skip
MARKED = {
    "quoted.md": "> " * 4_000,
    "stars.md": "*" * 10_000,
    "links.md": "[" * 10_000 + "](" * 1_000,
    "code.md": "`" * 50_001,
    "comments.md": "<!--" * 4_000,
    "tables.md": "| a " * 4_000,
    "bullets.md": "- " * 4_000,
    "open.html": "<div>" * 4_000,
    "signs.html": "<" * 10_000,
    "entities.html": "&amp" * 4_000 + "&#x110000;&#0;&#xD800;",
    "script.html": "<script>" + "</scrip" * 2_000,
    "bomb.xml": '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "x">'
    + "".join(f'<!ENTITY a{n} "&a{n - 1 if n else ""};&a{n - 1 if n else ""};">' for n in range(25))
    + "]><nitf><body>&a24;</body></nitf>",
    "outside.xml": '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    "<nitf><body><body.content><p>&a;</p></body.content></body></nitf>",
    "nested.json": "[" * 10_000,
    "zip.docx": "PK\x03\x04 is no zip",
}
RECORDS = {
    "not records": '{"text": "a"\n{"text": 1}\n[]\nnull\n{"id": "x", "text": "ok"}\n',
    "nested lists": "[" * 10_000 + "\n",
    "nested records": '{"a":' * 10_000 + "\n",
    "half a character": '{"text": "\\ud800 x"}\n',
    "one id twice": '{"id": "a", "text": "x"}\n' * 2,
    "huge number": '{"text": "x", "published": ' + "9" * 1_000 + "}\n",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "article.txt").write_bytes(text.encode())
    assert_sound(run(tmp_path, "article.txt", "--format", "jsonl"))


@pytest.mark.parametrize("name", MARKED)
def test_marked_text(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(MARKED[name].encode())
    ended = run(tmp_path, name, "--format", "jsonl")
    assert_sound(ended)
    assert "root:" not in ended.out + ended.err


@pytest.mark.parametrize("text", RECORDS.values(), ids=RECORDS)
def test_records(tmp_path: Path, text: str) -> None:
    good = '{"id": "good", "text": "Steve Whitcoff came to Berlin."}\n'
    (tmp_path / "articles.jsonl").write_bytes((text + good).encode())
    ended = run(tmp_path, "articles.jsonl", "--format", "jsonl")
    assert_sound(ended)
    assert "Whitcoff" in ended.out, "the sound record is lost"


def test_no_finding_is_lost_beside_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Steve Whitcoff came to Berlin.")
    for number, data in enumerate(BYTES.values()):
        (tmp_path / f"bad{number}.txt").write_bytes(data)
    for name, text in MARKED.items():
        (tmp_path / name).write_bytes(text.encode())
    ended = run(tmp_path, ".", "--format", "jsonl")
    assert ended.code == 2
    assert_sound(ended)
    assert '"good.txt"' in ended.out


@pytest.mark.slow
def test_fifty_megabytes_on_one_line(tmp_path: Path) -> None:
    with (tmp_path / "long.txt").open("w") as out:
        for _ in range(50):
            out.write(NEWS * (1_000_000 // len(NEWS)))
    ended = run(tmp_path, "long.txt")
    assert ended.code == 2
    assert "characters" in ended.err + ended.out
    assert_sound(ended)


def test_a_pipe_without_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for named in ("pipe.txt", "."):
        ended = run(tmp_path, named, seconds=20)
        assert ended.code == 2
        assert "pipe.txt" in ended.err + ended.out


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news/self").symlink_to("../news")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "news/a.txt").write_text("Steve Whitcoff came to Berlin.")
    ended = run(tmp_path, "news", "--format", "jsonl", seconds=20)
    assert (ended.code, ended.out.count("\n")) == (1, 1)
    ended = run(tmp_path, "loop.txt", seconds=20)
    assert ended.code == 2
    assert_sound(ended)


@pytest.mark.parametrize("form", ["terminal", "github", "csv", "sarif"])
def test_names_of_files(tmp_path: Path, form: str) -> None:
    names = ["a\nb.txt", "-a.txt", "a b.txt", "“a”.txt", "$(a).txt", "%0A::error::.txt"]
    for name in names:
        (tmp_path / name).write_text("Steve Whitcoff came to Berlin.")
    ended = run(tmp_path, ".", "--format", form)
    assert ended.code == 1
    assert_sound(ended)
    assert not [line for line in ended.out.splitlines() if line.startswith(("b.txt", "::error::.txt"))]


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"bad\xff.txt")).write_text("Steve Whitcoff came to Berlin.")
    except OSError:
        pytest.skip("this file system takes no such name")
    for form in ("terminal", "json", "sarif", "junit", "csv", "markdown", "html"):
        ended = run(tmp_path, ".", "--format", form)
        assert ended.code == 1, form
        assert_sound(ended)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Steve Whitcoff came to Berlin.")
    ended = run(tmp_path, "a.txt", "--output", "/dev/full")
    assert ended.code == 2
    assert "No space left" in ended.err
    assert_sound(ended)
