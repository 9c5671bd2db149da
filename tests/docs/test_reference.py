"""The reference is whole and current: everything in the language is described, and nothing else is."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factlint.app.reference import GROUPS, Topic, topics
from factlint.app.reference.pages import FORMATS
from factlint.app.reference.syntax import SYNTAX
from factlint.app.session import opened
from factlint.lang.functions import functions
from factlint.lang.types import field_table
from factlint.ruleset.data_rules import FORMS, read_data_rule
from factlint.text.marked import read_marked

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., Any]

ROOT = Path(__file__).resolve().parents[2]


@cache
def everything() -> tuple[Topic, ...]:
    return topics(opened(ROOT))


def named(*groups: str) -> dict[str, Topic]:
    return {topic.name: topic for topic in everything() if topic.group in groups}


@pytest.mark.parametrize("kind", field_table())
def test_every_kind_and_field_is_described(kind: str) -> None:
    topic = named("facts", "knowledge")[kind]
    assert {item.name for item in topic.items} == field_table()[kind].keys()
    assert len((topic.about or topic.title).split()) >= 3
    assert [item.name for item in topic.items if len(item.about.split()) < 2] == []
    assert [item.about for item in topic.items if "``" in item.about or "None" in item.about.split()] == []


def test_nothing_else_is_listed_as_a_kind() -> None:
    assert named("facts", "knowledge").keys() == field_table().keys()


@pytest.mark.parametrize("name", functions())
def test_every_function_is_described(name: str) -> None:
    topic = named("functions")[name]
    assert topic.title.startswith(f"{name}(")
    assert len(topic.about.split()) >= 2
    assert len(re.findall(r",", topic.title)) + 1 == len(functions()[name].arguments) or "()" in topic.title


@pytest.mark.parametrize("name", [topic.name for topic in everything() if topic.group == "rules"])
def test_every_rule_says_why_and_shows_bad_and_good(name: str) -> None:
    topic = named("rules")[name]
    assert len(topic.about.split()) >= 5
    assert {"Wrong", "Right"} <= {heading for heading, _ in topic.examples}


def test_every_word_of_the_grammar_is_in_the_syntax() -> None:
    grammar = (ROOT / "factlint" / "lang" / "grammar.lark").read_text(encoding="utf-8")
    words = {word for line in re.findall(r"(?m)^_[A-Z]+: (.+)$", grammar) for word in re.findall(r'"([a-z]+)"', line)}
    told = " ".join(f"{form} {about}" for _, _, rows in SYNTAX for form, about in rows)
    assert [word for word in sorted(words) if not re.search(rf"\b{word}s?\b", told)] == []


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_data_rule_has_an_example_that_is_read(form: str) -> None:
    [(_, example)] = named("forms")[form].examples
    marked, root = read_marked("x.yaml", example)
    assert root is not None
    rule = read_data_rule(marked, root)
    assert [problem.render() for problem in marked.problems] == []
    assert rule is not None
    assert rule.form == form


# -- the command "reference"


class Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"]] if found.get("id") else []
        self.links += [found["href"]] if tag == "a" and found.get("href") else []
        self.loads += [value for key, value in attrs if key in ("src", "srcset") or (tag == "link" and key == "href")]


def test_the_page_is_whole_and_loads_nothing() -> None:
    page = Ids()
    page.feed(FORMATS["html"](everything()))
    assert len(page.ids) == len(set(page.ids)) == len(everything())
    assert sorted(page.links) == sorted(f"#{own}" for own in page.ids)
    assert page.loads == []


def test_markup_in_a_rule_stays_text() -> None:
    bad = "<script>alert(1)</script>"
    topic = Topic("rules", "names/x", bad, bad, (), (("Wrong", bad + "\n```\n" + bad),))
    assert "<script" not in FORMATS["html"]([topic])
    assert "````\n" in FORMATS["markdown"]([topic])
    assert "\\<script\\>" in FORMATS["markdown"]([topic])


def test_the_index_names_everything(factlint: Run) -> None:
    done = factlint("reference")
    assert (done.code, done.err) == (0, "")
    for topic in everything():
        assert re.search(rf"(?m)^  {re.escape(topic.name)} ", done.out)
    assert all(f"(factlint reference {group})" in done.out for group in GROUPS)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("date", ["stated_weekday", "a text"]),
        ("day_near", ["day_near(day, weekday)", "a number"]),
        ("dates/weekday-mismatch", ["severity", "error", "Wrong:"]),
        ("operators", ["a is known"]),
    ],
)
def test_one_thing(factlint: Run, name: str, words: list[str]) -> None:
    done = factlint("reference", name)
    assert done.code == 0
    assert [word for word in words if word not in done.out] == []


def test_a_name_that_is_not_there(factlint: Run) -> None:
    done = factlint("reference", "dat")
    assert done.code == 2
    assert "did you mean “date”?" in done.err


@pytest.mark.parametrize(("name", "start"), [("r.html", "<!doctype html>"), ("r.md", "# factlint: reference")])
def test_a_file_is_written_as_its_name_says(factlint: Run, tmp_path: Path, name: str, start: str) -> None:
    assert factlint("reference", "--output", name).out == f"written to {name}\n"
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_a_schema_is_printed(factlint: Run) -> None:
    shipped = (ROOT / "factlint" / "schemas" / "rule.schema.json").read_text(encoding="utf-8")
    assert factlint("reference", "--schema", "rule").out == shipped


def test_a_rule_of_the_desk_is_in_it(factlint: Run, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "x.yaml").write_text("rules:\n  - {prefer: {grey: gray}, id: style/grey}\n", encoding="utf-8")
    (tmp_path / "factlint.yml").write_text("rules: [desk]\n", encoding="utf-8")
    assert "desk/x.yaml:2" in factlint("reference", "style/grey").out
