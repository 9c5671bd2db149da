"""Formats from the command line: findings at places of the file, diffs of what is not written, options of records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

WRONG = "The crew met on Monday, Dec. 16, 2025, in the harbour."
PAGE = f'<html>\n<p class="x">&Eacute;t&eacute;: <b>{WRONG}</b></p>\n'
FILES = {
    "a.html": PAGE,
    "a.json": json.dumps({"uri": "x", "headline": "Ferry", "body_html": f"<p>\u00c9t\u00e9: {WRONG}</p>"}, indent=1),
    "a.xml": f"<nitf>\n <body><p>&#201;t&#233;: {WRONG}</p></body></nitf>",
    "a.mdx": f"import x from 'y'\n\n<A b={{1}}>{WRONG}</A>\n",
}


@pytest.mark.parametrize("name", FILES)
def test_offsets_lines_and_columns_are_those_of_the_file(
    factlint: Callable[..., Any], tmp_path: Path, name: str
) -> None:
    file = FILES[name]
    (tmp_path / name).write_text(file, encoding="utf-8")
    (finding,) = json.loads(factlint("check", "--format", "json", name).out)["findings"]
    words = "Monday, Dec. 16, 2025"
    start = file.index(words)
    assert (finding["start"], finding["end"]) == (start, start + len(words))
    line = file.count("\n", 0, start) + 1
    column = start - file.rfind("\n", 0, start)
    assert (finding["line"], finding["column"]) == (line, column)
    assert (finding["end_line"], finding["end_column"]) == (line, column + len(words))
    for way in finding["suggestions"]:
        (edit,) = way["edits"]
        assert file[edit["start"] : edit["end"]] == words


@pytest.mark.parametrize("name", FILES)
def test_facts_have_the_places_of_the_file(factlint: Callable[..., Any], tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(FILES[name], encoding="utf-8")
    record = json.loads(factlint("facts", "--format", "jsonl", name).out)
    date = record["dates"][0]
    assert FILES[name][date["start"] : date["end"]] == date["text"]


def test_a_column_in_bytes_is_that_of_the_file(factlint: Callable[..., Any], tmp_path: Path) -> None:
    page = f"<p>Été — {WRONG}</p>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    report = json.loads(factlint("check", "--format", "rdjson", "a.html").out)
    column = report["diagnostics"][0]["location"]["range"]["start"]["column"]
    assert page.encode()[column - 1 :].startswith(b"Monday")


@pytest.mark.parametrize("name", ["a.html", "a.json", "a.xml"])
def test_what_is_not_written_is_shown(factlint: Callable[..., Any], tmp_path: Path, name: str) -> None:
    file = FILES[name].replace(WRONG, "The envoy is called Zwo Tri.")
    (tmp_path / name).write_text(file, encoding="utf-8")
    (tmp_path / "rules.yaml").write_text("rules:\n  - spell: {Zwei Tri: Zwo Tri}\n")
    (tmp_path / "factlint.yml").write_text("rules: [rules.yaml]\n")
    shown = factlint("check", "--diff", name)
    assert [line for line in shown.out.splitlines() if line.startswith("+") and "Zwei Tri" in line]
    fixed = factlint("check", "--fix", name)
    assert (fixed.code, (tmp_path / name).read_text(encoding="utf-8")) == (2, file)
    assert "files of this format are not written" in fixed.err


def test_names_of_fields_and_files_left_out(factlint: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.jsonl", "old.jsonl"):
        (tmp_path / "in" / name).write_text(json.dumps({"body": WRONG}))
    done = factlint("check", "in", "--map", "text=body", "--exclude", "old.*", "--format", "jsonl")
    assert [json.loads(line)["path"] for line in done.out.splitlines()] == ["in/a.jsonl"]
    assert "takes FIELD=NAME" in factlint("check", "in", "--map", "body").err
    assert "did you mean “text”" in factlint("check", "in", "--map", "txt=body").err


RECORDS = """\
{"uid": 7, "body": "The envoy is called Zwo Tri.", "title": "Zwo Tri"}
{"uid": "8", "text": "The envoy, “Zwo Tri”, is called Zwo Tri.", "more": {"body": "Zwo Tri"}}
{"uid": "9", "title": "There is no text here"}
{"uid": "10", "text": "Zwo Tri", "body": "The \\"envoy\\" Zwo Tri left.\\nZwo Tri slept."}
"""
WITH_NAMES = "rules: [rules.yaml]\nmap: {text: body, id: uid}\n"


def test_a_text_of_another_name_is_written(factlint: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(RECORDS, encoding="utf-8")
    (tmp_path / "rules.yaml").write_text("rules:\n  - spell: {Zwei Tri: Zwo Tri}\n")
    (tmp_path / "factlint.yml").write_text(WITH_NAMES)
    diff = factlint("check", "--diff", "a.jsonl").out
    factlint("check", "--fix", "a.jsonl")
    after = RECORDS.splitlines()
    after[0] = after[0].replace("called Zwo", "called Zwei")
    after[1] = after[1].replace("called Zwo", "called Zwei").replace("“Zwo", "“Zwei")
    after[3] = after[3].replace("Zwo Tri left", "Zwei Tri left").replace("Zwo Tri slept", "Zwei Tri slept")
    assert (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines() == after
    assert [line[1:] for line in diff.splitlines() if line.startswith("+{")] == [after[0], after[1], after[3]]


def test_a_document_with_a_text_of_another_name_is_shown(factlint: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"uid": "7", "body": "The envoy is called Zwo Tri."}]))
    (tmp_path / "rules.yaml").write_text("rules:\n  - spell: {Zwei Tri: Zwo Tri}\n")
    (tmp_path / "factlint.yml").write_text(WITH_NAMES)
    assert '"The envoy is called Zwei Tri."' in factlint("check", "--diff", "a.json").out


def test_the_settings_of_formats(factlint: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "factlint.yml").write_text(
        "exclude: [drafts/]\nmap: {text: body}\nsections: {description: standfirst}\n"
    )
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts/a.txt").write_text(WRONG)
    (tmp_path / "a.md").write_text(f"---\ndescription: {json.dumps(WRONG)}\n---\nWords.\n")
    (tmp_path / "b.jsonl").write_text(json.dumps({"body": WRONG}))
    done = factlint("check", ".", "--format", "jsonl")
    assert [json.loads(line)["path"] for line in done.out.splitlines()] == ["a.md", "b.jsonl"]


def test_a_page_on_standard_input(factlint: Callable[..., Any]) -> None:
    done = factlint("check", "--stdin-filename", "in/a.html", "--format", "jsonl", stdin=PAGE.encode())
    finding = json.loads(done.out)
    assert (finding["path"], finding["line"]) == ("in/a.html", 2)
