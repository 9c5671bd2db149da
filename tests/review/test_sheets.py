"""What the pages show of each article beside its findings, and which quotations are set side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from desks import written

from factlint.app.check import check
from factlint.app.session import opened
from factlint.app.sheets import with_sheets
from factlint.findings.redact import redacted

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.findings.result import Result
    from factlint.findings.sheets import Sheet


@pytest.fixture(autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))


def result_of(folder: Path, *texts: str) -> Result:
    for number, text in enumerate(texts):
        (folder / "articles" / f"more{number}.txt").write_text(text, encoding="utf-8")
    session = opened(folder)
    return with_sheets(session, check(session, ["articles"]), ["articles"])


def sheets(folder: Path, *texts: str) -> dict[str, Sheet]:
    return {sheet.id: sheet for sheet in result_of(folder, *texts).sheets}


def test_every_article_has_a_sheet_whose_facts_are_its_own_words(tmp_path: Path) -> None:
    result = result_of(written(tmp_path))
    texts = {one.key: one.text for one in result.articles}
    assert [sheet.key for sheet in result.sheets] == sorted(texts)
    assert {fact.kind for sheet in result.sheets for fact in sheet.facts} >= {"name", "date", "quote"}
    for sheet in result.sheets:
        assert [fact.text for fact in sheet.facts] == [texts[sheet.key][fact.start : fact.end] for fact in sheet.facts]


def test_an_article_that_stands_alone_has_no_facts(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "articles" / "islands.txt").unlink()
    (sheet,) = sheets(tmp_path).values()
    assert sheet.facts == ()
    assert [kind for kind, _, _ in sheet.sections][:1] == ["headline"]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("on Tuesday, Dec. 15, 2025", "15 December 2025"),
        ("in March 2024", "March 2024"),
        ("on Dec. 24", "24 December"),
        ("on Wednesday", "Wednesday"),
        ("in 2019", "2019"),
    ],
)
def test_a_date_is_called_as_people_call_it(tmp_path: Path, words: str, label: str) -> None:
    sheet = sheets(written(tmp_path), f"The ferry sank {words}, the harbour master said.\n")["more0.txt"]
    assert label in [fact.label for fact in sheet.facts if fact.kind == "date"]


def test_wordings_of_one_quotation_have_one_key(tmp_path: Path) -> None:
    found = sheets(
        written(tmp_path),
        "“We have a deal that all of us can live with,” Marta Lindqvist said.\n",
        "“Nobody on these islands will ever go hungry again,” Ole Brandt said.\n",
    )
    keys = {name: [fact.key for fact in sheet.facts if fact.kind == "quote"] for name, sheet in found.items()}
    assert keys["harbour.txt"] == keys["more0.txt"] != []
    assert keys["more1.txt"] not in ([], keys["harbour.txt"])


def test_a_file_that_changed_meanwhile_has_no_sheet(tmp_path: Path) -> None:
    session = opened(written(tmp_path))
    result = check(session, ["articles"])
    (tmp_path / "articles" / "harbour.txt").write_text("Something else altogether happened here.\n", encoding="utf-8")
    assert [sheet.id for sheet in with_sheets(session, result, ["articles"]).sheets] == ["islands.txt"]


def test_no_sheet_has_words_that_are_left_out(tmp_path: Path) -> None:
    session = opened(written(tmp_path))
    assert redacted(result_of(tmp_path)).sheets == ()
    assert with_sheets(session, redacted(check(session, ["articles"])), ["articles"]).sheets == ()
