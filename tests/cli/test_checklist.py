"""``factlint facts --format checklist``: one sheet an article, ready to be called about."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., Any]

FORMS = ("checklist", "checklist-md", "checklist-html")
STORY = {
    "a.txt": """\
The mediator Karel Novotny met Chancellor Friedrich Merz in Berlin on May 3, 2025.

“We are closer to a truce than we have ever been,” Novotny said after the meeting with the ministers.

The fund holds €210 billion, and 1,200 people signed the letter, officials said.
""",
    "b.txt": """\
The mediator Karel Novotny met Chancellor Friedrich Merz in Berlin on May 3, 2025.

“We are closer to a truce than we have ever been,” Novotny said after the meeting with the ministers.

The fund holds €210 billion, officials said.
""",
    "c.txt": """\
The mediator Karel Novotni met the ministers in Berlin on May 3, 2025.

“We are near to a truce as we have never been,” he said, and left by train for the coast.
""",
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, text in STORY.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def told(out: str) -> str:
    return re.sub(r"\s+", " ", out)


def test_the_parts_stand_in_order(factlint: Run, desk: Path) -> None:
    done = factlint("facts", "a.txt", "--format", "checklist", "--with", ".", "--story", "all")
    assert (done.code, done.err) == (0, "")
    places = [done.out.index(f"\n{part} ─") for part in ("Names", "Titles", "Dates", "Figures", "Quotations")]
    assert places == sorted(places)
    assert "compared with 2 other articles of the story" in done.out


@pytest.mark.parametrize(
    "words",
    [
        "☐ Karel Novotny · mediator ¶1, 2 → not in your list",
        "☐ Friedrich Merz · Chancellor ¶1 → agrees with 1 article",
        "☐ May 3, 2025 · 2025-05-03 ¶1 → agrees with 2 articles",
        "☐ €210 billion",
        "☐ 1,200 · people ¶3 → seen nowhere else",
        "☐ “We are closer to a truce than we have ever been” · Novotny ¶2",
    ],
)
def test_each_thing_says_who_agrees(factlint: Run, desk: Path, words: str) -> None:
    out = told(factlint("facts", "a.txt", "--format", "checklist", "--with", ".", "--story", "all").out)
    assert words in out, out


def test_what_a_rule_finds_differs(factlint: Run, desk: Path) -> None:
    out = told(factlint("facts", "c.txt", "--format", "checklist", "--with", ".", "--story", "all").out)
    assert re.search(r"☐ Karel Novotni · mediator ¶1 → not in your list; differs in \d \((a|b)\.txt", out), out


def test_people_nobody_listed_come_first(factlint: Run, desk: Path) -> None:
    out = factlint("facts", "b.txt", "--format", "checklist").out
    assert out.index("Karel Novotny") < out.index("Friedrich Merz")
    assert "To check first: 1 name not in your list." in out


def test_alone_nothing_is_said_of_others(factlint: Run, desk: Path) -> None:
    out = factlint("facts", "a.txt", "--format", "checklist").out
    assert "no other article of its story" in out
    assert "seen nowhere else" not in out


def test_every_article_has_its_sheet(factlint: Run, desk: Path) -> None:
    assert factlint("facts", ".", "--format", "checklist").out.count("CHECK SHEET  ") == 3


@pytest.mark.parametrize(
    ("name", "start"), [("s.html", "<!doctype html>"), ("s.md", "# "), ("s.txt", "CHECK SHEET  a.txt")]
)
def test_the_name_of_the_file_says_the_form(factlint: Run, desk: Path, name: str, start: str) -> None:
    done = factlint("facts", "a.txt", "--format", "checklist", "--output", name)
    assert (done.code, done.out) == (0, f"1 check sheet in {name}\n")
    assert (desk / name).read_text(encoding="utf-8").startswith(start)


def test_a_table_goes_to_no_file(factlint: Run, desk: Path) -> None:
    done = factlint("facts", "a.txt", "--output", "x.html")
    assert done.code == 2
    assert "--format checklist" in done.err


def test_a_missing_file(factlint: Run, desk: Path) -> None:
    done = factlint("facts", "gone.txt", "--format", "checklist")
    assert done.code == 2
    assert "gone.txt" in done.err


@pytest.mark.parametrize("form", FORMS)
def test_nothing_to_check(factlint: Run, tmp_path: Path, form: str) -> None:
    (tmp_path / "a.txt").write_text("the bridge is closed again, and nobody knows why.\n", encoding="utf-8")
    out = factlint("facts", "a.txt", "--format", form).out
    assert "Nothing to check was read here." in out.replace("\\", "")


# -- what an article may try


BAD = """\
The mediator Karel <script>alert(1)</script> Novotny met "><img src=x onerror=alert(1)> Friedrich Merz.

“Let us <b>not</b> say [click](http://x) `so` | or *that* \x1b[31m today,” Karel Novotny said in a statement.
"""


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.loads += [name for name, _ in attrs if name in ("src", "href") or name.startswith("on")]


@pytest.mark.parametrize("form", FORMS)
def test_an_article_stays_text(factlint: Run, tmp_path: Path, form: str) -> None:
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    out = factlint("facts", "a.txt", "--format", form).out
    assert "\x1b" not in out
    assert "Novotny" in out
    if form == "checklist-html":
        page = Tags()
        page.feed(out)
        assert page.tags.isdisjoint({"script", "img", "a"})
        assert page.loads == []
    if form == "checklist-md":
        assert not re.search(r"(?<!\\)\[click(?<!\\)\]", out)
        assert not re.search(r"(?<!\\)<", out)


def test_a_printed_page_keeps_entries_whole(factlint: Run, desk: Path) -> None:
    out = factlint("facts", ".", "--format", "checklist-html").out
    assert out.count('<article class="sheet">') == 3
    assert out.count('type="checkbox"') > 10
    for words in ("@media print", "break-after: page", "break-inside: avoid", "default-src 'none'"):
        assert words in out
