"""``--fix`` and ``--diff``: what is written, and what is not."""

from __future__ import annotations

import codecs
import json
import os
import stat
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.app.check import fix, preview
from factlint.app.session import opened
from factlint.sources.rewriting import changed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factlint.app.session import Session
    from factlint.sources import RawFile

RULES = """\
rules:
  - {spell: {Witkoff: [Whitcoff, Whitkoff]}, id: names/desk}
  - {prefer: {Kyiv: Kiev}, id: style/desk}
  - {spell: {Łukasz: Lukasz}, id: names/polish}
"""
TEXT = "Steve Whitcoff came to Kiev.\r\n“We saw Whitcoff in Kiev,” he said.\rWhitkoff left.\n"
LISTED = TEXT.replace("Whitcoff", "Witkoff").replace("Whitkoff", "Witkoff")
SUGGESTED = LISTED.replace("to Kiev", "to Kyiv")


@pytest.fixture
def desk(factlint: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Runs the program in a folder with rules of the desk alone."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "desk.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / "factlint.yml").write_text("rules: [rules]\nselect: ['*/desk', names/polish]\n")
    return factlint


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8], ids=["no mark", "mark"])
@pytest.mark.parametrize(
    ("option", "after", "remaining"), [("--fix", LISTED, 1), ("--fix=suggested", SUGGESTED, 0)], ids=str
)
def test_what_is_written(
    desk: Callable[..., Any], tmp_path: Path, option: str, after: str, remaining: int, mark: bytes
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(mark + TEXT.encode())
    for said in ("Fixed ", ""):
        ended = desk("a.txt", option)
        assert file.read_bytes() == mark + after.encode()
        assert (ended.code, said in ended.out) == (int(remaining > 0), True)
    assert "Fixed" not in ended.out


def test_a_fix_says_how_many_and_what_remains(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    ended = desk("a.txt", "--fix")
    assert "Kiev is against the house style: write Kyiv" in ended.out
    assert "Fixed 2 findings. 1 article: 1 warning." in ended.out
    assert "automatic fix" not in ended.out


def test_a_diff_writes_nothing(desk: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.encode())
    ended = desk("--diff", "a.txt")
    assert ended.out.startswith("--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n-Steve Whitcoff came to Kiev.\r\n")
    assert "2 findings would be fixed in 1 file." in ended.err
    assert "3 findings would be fixed in 1 file." in desk("a.txt", "--diff", "--fix=suggested").err
    assert (file.read_bytes(), ended.code) == (TEXT.encode(), 1)
    clean = desk("a.txt", "--diff", "--select", "names/polish")
    assert (clean.out, clean.code) == ("", 0)
    assert "Nothing would be fixed." in clean.err


def test_what_was_piped_in_is_piped_out(desk: Callable[..., Any]) -> None:
    ended = desk("-", "--fix=suggested", stdin=TEXT.encode())
    assert ended.out == SUGGESTED
    assert "Fixed 3 findings." in ended.err
    assert ended.code == 0


def test_a_record_is_changed_inside_its_text_alone(desk: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "wire.jsonl"
    lines = [
        '{"id": "a", "title" : "Whitcoff", "text": "\\u2013 Whitcoff \\"came\\" to \\u201cRome\\u201d.\\n", "n":1.0}',
        '{"text": "Nobody came.", "id": "b"}',
        '{"text": "Whitkoff – left.",   "id": 7}\r',
    ]
    file.write_bytes("\n".join(lines).encode())
    assert desk("wire.jsonl", "--fix").code == 0
    after = "\n".join(lines).replace("2013 Whitcoff", "2013 Witkoff").replace("Whitkoff", "Witkoff")
    assert file.read_bytes() == after.encode()


def test_an_encoding_that_lacks_a_letter_refuses_the_fix(desk: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    data = "The café’s owner, Lukasz Nowak, met Whitcoff – twice.\n".encode("cp1252")
    file.write_bytes(data)
    (tmp_path / "b.txt").write_text("Whitcoff came.\n")
    ended = desk("a.txt", "b.txt", "--fix")
    assert (ended.code, file.read_bytes()) == (2, data)
    assert "a.txt: error: not fixed: a fix needs “Ł”" in ended.err
    assert (tmp_path / "b.txt").read_text() == "Witkoff came.\n"
    assert desk("a.txt", "--fix", "--ignore", "names/polish").code == 0
    assert file.read_bytes() == data.replace(b"Whitcoff", b"Witkoff")


def test_references_are_never_changed(desk: Callable[..., Any], tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Whitcoff came.\n")
    assert desk("a.txt", "--fix", "--with", "b.txt").code == 0
    assert [(tmp_path / name).read_text() for name in ("a.txt", "b.txt")] == ["Witkoff came.\n", "Whitcoff came.\n"]


@pytest.mark.skipif(sys.platform == "win32", reason="links and rights of POSIX")
def test_rights_and_links_stay(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    file, link = tmp_path / "archive" / "a.txt", tmp_path / "link.txt"
    file.write_text("Whitcoff came.\n")
    file.chmod(0o640)
    link.symlink_to(file)
    assert desk("link.txt", "--fix").code == 0
    assert link.is_symlink()
    assert file.read_text() == "Witkoff came.\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [path.name for path in file.parent.iterdir()] == ["a.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_file_that_may_not_be_written_is_left_alone(desk: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Whitcoff came.\n")
    file.chmod(0o444)
    ended = desk("a.txt", "--fix")
    assert (ended.code, file.read_text()) == (2, "Whitcoff came.\n")
    assert "not fixed: this cannot be written" in ended.err


def test_a_file_that_changes_meanwhile_is_left_alone(
    desk: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factlint.app import fixing

    file = tmp_path / "a.txt"
    file.write_text("Whitcoff came.\n")
    real = fixing._raw

    def late(*given: Any) -> RawFile:
        """The file as it is read for the fix, when an editor has just saved it anew."""
        file.write_text("Whitcoff came, and left.\n")
        return real(*given)

    monkeypatch.setattr(fixing, "_raw", late)
    ended = desk("a.txt", "--fix")
    assert (ended.code, file.read_text()) == (2, "Whitcoff came, and left.\n")
    assert "a.txt: error: not fixed: this file has changed since it was read" in ended.err


@pytest.mark.parametrize(
    "arguments", [["--fix=all"], ["--diff", "--redact"], ["--fixed"]], ids=lambda arguments: " ".join(arguments)
)
def test_bad_use(desk: Callable[..., Any], tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert desk("a.txt", *arguments).code == 2
    assert (tmp_path / "a.txt").read_bytes() == TEXT.encode()


def test_a_path_may_follow_the_option(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "--fix").mkdir()
    (tmp_path / "a.txt").write_text("Whitcoff came.\n")
    (tmp_path / "--fix" / "b.txt").write_text("Whitkoff came.\n")
    assert desk("check", "--fix", "a.txt", "--", "--fix").code == 0
    assert (tmp_path / "--fix" / "b.txt").read_text() == "Witkoff came.\n"


def test_a_fixed_report_is_that_of_the_fixed_files(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    ended = desk("a.txt", "--fix", "--format", "json")
    assert [one["rule"] for one in json.loads(ended.out)["findings"]] == ["style/desk"]
    assert ended.out == desk("a.txt", "--format", "json").out


PIECES = st.lists(
    st.sampled_from(
        [
            "Whitcoff",
            "Whitkoff",
            "Kiev",
            "Kyiv",
            "“",
            "”",
            '"',
            " ",
            ". ",
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            "é",
            "😀",
            "came",
        ]
    ),
    max_size=40,
)
ENCODINGS = [("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE)]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A session with the rules of the desk alone, in a folder of its own."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "desk.yaml").write_text(RULES, encoding="utf-8")
    (folder / "factlint.yml").write_text("rules: [desk.yaml]\nselect: ['*/desk']\n")
    return opened(folder)


@settings(max_examples=60)
@given(PIECES, st.sampled_from(ENCODINGS), st.sampled_from(["automatic", "suggested"]))
def test_a_fix_changes_its_words_alone_and_a_second_one_nothing(
    session: Session, pieces: list[str], encoding: tuple[str, bytes], how: str
) -> None:
    name, mark = encoding
    file = session.cwd / "a.txt"
    text = "The day. " + "".join(pieces)
    file.write_bytes(mark + text.encode(name))
    before, done = preview(session, ["a.txt"], how)
    result, _ = fix(session, ["a.txt"], how)
    changes = [change for one in done.files for change in one.changes]
    assert file.read_bytes() == mark + changed(text, changes).encode(name)
    assert {(text[one.start : one.end], one.words) for one in changes} <= {
        *(("Whitcoff", "Witkoff"), ("Whitkoff", "Witkoff"), ("Kiev", "Kyiv"))
    }
    assert result.fixed == len(done.findings) <= len(before.findings)
    again = file.read_bytes()
    assert fix(session, ["a.txt"], how)[0].fixed == 0
    assert file.read_bytes() == again
