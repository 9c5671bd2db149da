"""Every format in the folder, and the two that programs read."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import CAPTION, HARBOUR, article, ferry_run, other, replacing

from factlint import reports
from factlint.findings import Finding
from factlint.findings.result import Result
from factlint.reports import Format, Style
from factlint.text.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

MISSING = Problem("desk/gone.txt", "this file does not exist", "check the spelling of the path")


def written(name: str, run: Result, style: Style | None = None) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    reports.load(name).write(run, out, err, style or Style())
    return out.getvalue(), err.getvalue()


@pytest.mark.parametrize("name", reports.names())
def test_every_module_is_a_format_of_its_own_name(name: str) -> None:
    found = reports.load(name)
    assert isinstance(found, Format)
    assert found.name == name


@pytest.mark.parametrize("name", reports.names())
def test_every_format_takes_an_empty_run(name: str) -> None:
    out, err = written(name, Result())
    assert "Traceback" not in out + err


@pytest.mark.parametrize("name", reports.names())
def test_every_format_writes_the_same_bytes_twice(name: str) -> None:
    assert written(name, ferry_run()) == written(name, ferry_run())


def test_the_formats_of_today_are_there() -> None:
    assert {"json", "jsonl", "terminal"} <= set(reports.names())


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_golden(name: str, golden: Callable[[str, str], None]) -> None:
    out, err = written(name, ferry_run(problems=(MISSING,)))
    golden(f"{name}.{name}", out)
    golden(f"{name}.err.txt", err)


def test_json_has_the_keys_of_the_contract() -> None:
    document = json.loads(written("json", ferry_run(problems=(MISSING,)))[0])
    assert list(document) == ["version", "findings", "undecided", "errors", "summary"]
    assert document["summary"] == {"articles": 4, "error": 2, "warning": 1, "note": 1, "suppressed": 0, "baselined": 0}
    assert document["errors"] == [
        {
            "path": "desk/gone.txt",
            "line": None,
            "column": None,
            "message": "this file does not exist",
            "hint": "check the spelling of the path",
        }
    ]


def test_jsonl_has_one_finding_a_line_and_nothing_else() -> None:
    run = ferry_run(problems=(MISSING,))
    out, err = written("jsonl", run)
    lines = [json.loads(line) for line in out.splitlines()]
    assert lines == json.loads(written("json", run)[0])["findings"]
    assert "this file does not exist" in err
    assert "could not decide dates/after-publication in desk/photos/caption.txt: published is unknown (2 times)" in err
    assert err.splitlines()[-1].startswith("4 articles, 1 story: 2 errors")


ODD = st.text(st.characters(codec=None, exclude_categories=()), min_size=1)


@given(ODD, ODD)
def test_json_keeps_every_character(text: str, message: str) -> None:
    told = article("a.txt", text)
    place = told.span(0, len(text))
    finding = Finding("text/odd", "note", "low", message, place, (replacing(message, place),), other(place, label=text))
    run = Result((finding,), articles=(told.info,))
    (one,) = json.loads(written("json", run)[0])["findings"]
    assert (one["text"], one["message"], one["related"][0]["label"]) == (text, message, text)
    line = written("jsonl", run)[0]
    assert line.encode()
    assert len(line.splitlines()) == 1
    assert json.loads(line) == one


def test_json_offsets_cut_the_words_out_of_the_article() -> None:
    texts = {one.info.key: one.info.text for one in (HARBOUR, CAPTION)}
    for one in json.loads(written("json", ferry_run())[0])["findings"]:
        assert texts[one["path"], one["id"]][one["start"] : one["end"]] == one["text"]
