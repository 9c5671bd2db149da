"""``factlint new``: rules and entries of knowledge that work as they stand. The command of this page is "new"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from factlint.app.scaffolding.samples import ENTRIES, FAMILIES
from factlint.knowledge import kinds
from factlint.knowledge.load import load as load_knowledge
from factlint.ruleset.data_rules import FORMS
from factlint.ruleset.rule import FAMILIES as RULE_FAMILIES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., Any]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk with a folder of its own and nothing in it."""
    (tmp_path / "desk").mkdir()
    (tmp_path / "factlint.yml").write_text("# ours\nrules: [desk]\n", encoding="utf-8")
    return tmp_path


# -- rules


def test_there_is_a_sample_for_every_family() -> None:
    assert FAMILIES.keys() == set(RULE_FAMILIES)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_new_rule_passes_its_examples_as_it_stands(factlint: Run, desk: Path, family: str) -> None:
    done = factlint("new", f"{family}/my-rule")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"desk/{family}/my-rule.yaml:1\n  2 of 2 examples as they say\n")
    assert f"next: factlint test {family}/my-rule" in done.out
    tested = factlint("test", f"{family}/my-rule", "--strict")
    assert (tested.code, tested.err) == (0, "")
    assert tested.out == "1 rule, 2 examples: all as they say\n"


def test_a_query_is_taken_as_it_is_given(factlint: Run, desk: Path) -> None:
    find = "from date d where d.year is known and d.year < 1700"
    done = factlint(
        "new", "dates/old", "--find", find, "--message", "{d.text} is old", "--severity", "note",
        "--bad", 'It stood [[in "May 3, 1605"]].', "--good", "It stood in 2005.",
    )  # fmt: skip
    assert 'wrong span: It stood in "May 3, 1605".' in done.out
    assert "1 of 2 examples as they say" in done.out
    page = factlint("explain", "dates/old").out
    assert "dates/old  ·  note" in page
    assert "d.year < 1700" in page


def test_a_message_is_guessed(factlint: Run, desk: Path) -> None:
    factlint("new", "dates/very-old", "--find", "from date d where d.year is known and d.year < 1700")
    (desk / "a.txt").write_text("The castle was built on May 3, 1605, they said.\n", encoding="utf-8")
    assert "May 3, 1605: very old" in factlint("a.txt").out


def test_a_broken_query_is_shown_and_nothing_is_written(factlint: Run, desk: Path) -> None:
    done = factlint("new", "dates/x", "--find", "from date d where d.yaer > 2000")
    assert done.code == 2
    assert "did you mean “year”?" in done.err
    assert list((desk / "desk").rglob("*.yaml")) == []


@pytest.mark.parametrize(
    ("own", "hint"),
    [
        ("dates", "family/name"),
        ("birds/x", "the families: names, titles"),
        ("dates/My Rule", "in small letters"),
        ("dates/../../x", "family/name"),
        ("persn", "did you mean “person”?"),
        ("dates/weekday-mismatch", "choose another name"),
    ],
)
def test_an_id_that_cannot_be(factlint: Run, desk: Path, own: str, hint: str) -> None:
    done = factlint("new", own)
    assert done.code == 2
    assert hint in done.err
    assert list((desk / "desk").rglob("*")) == []


def test_nothing_is_written_over(factlint: Run, desk: Path) -> None:
    (desk / "desk" / "dates").mkdir()
    there = desk / "desk" / "dates" / "mine.yaml"
    there.write_text("# half a thought\n", encoding="utf-8")
    done = factlint("new", "dates/mine")
    assert done.code == 2
    assert there.read_text(encoding="utf-8") == "# half a thought\n"


def test_a_desk_without_a_folder_gets_one(factlint: Run, tmp_path: Path) -> None:
    done = factlint("new", "style/mine")
    assert "factlint.yml is new and names the folder factlint-rules/ under rules:" in done.out
    assert (tmp_path / "factlint-rules" / "style" / "mine.yaml").exists()
    assert factlint("test", "style/mine").code == 0


# -- rules of one line

WORDS = {
    "spell": (("Novotny", "Novotni"), "names/novotny"),
    "prefer": (("grey", "gray", "greyish"), "style/grey"),
    "one_of": (("adviser", "advisor"), "style/adviser"),
    "define": (("XQB", "Xenial Quartz Board"), "style/xqb"),
}


def test_every_form_of_data_rule_is_tried_here() -> None:
    assert WORDS.keys() == set(FORMS)


@pytest.mark.parametrize("form", WORDS)
def test_a_rule_of_one_line(factlint: Run, desk: Path, form: str) -> None:
    words, own = WORDS[form]
    done = factlint("new", form, *words)
    assert (done.code, done.err) == (0, "")
    assert f"next: factlint test {own}" in done.out
    assert factlint("test", own).code == 0


def test_rules_of_one_line_gather_in_one_file(factlint: Run, desk: Path) -> None:
    factlint("new", "prefer", "grey", "gray")
    path = desk / "desk" / "style" / "house.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "  # keep this\n", encoding="utf-8")
    assert factlint("new", "one_of", "adviser", "advisor").code == 0
    text = path.read_text(encoding="utf-8")
    assert "# keep this" in text
    assert text.index("grey") < text.index("adviser")
    assert factlint("new", "prefer", "grey", "grayish").code == 2


def test_words_that_are_missing(factlint: Run, desk: Path) -> None:
    assert factlint("new", "prefer").code == 2
    assert "factlint new prefer grey gray" in factlint("new", "prefer", "grey").err


# -- knowledge


@pytest.mark.parametrize("kind", ENTRIES)
def test_an_entry_of_every_kind(factlint: Run, desk: Path, kind: str) -> None:
    more = ("--set", "date=1989-11-09") if kind == "event" else ()
    first = factlint("new", kind, "Quuxville Fair", *more)
    assert (first.code, first.err) == (0, "")
    path = desk / first.out.split(":")[0]
    assert path.name == f"{kinds()[kind].section}.yaml"
    second = factlint("new", kind, "Fair of Quuxburg", *more)
    assert (second.code, second.err) == (0, "")
    assert "It may also say:" in second.out
    assert path.read_text(encoding="utf-8").count("Quux") == 2
    assert factlint("config").code == 0
    assert factlint("new", kind, "Quuxville Fair", *more).code == 2


@pytest.mark.parametrize("kind", ENTRIES)
def test_what_an_entry_may_say_is_read(kind: str) -> None:
    """Every comment of the template is a key with a value that the reader takes."""
    section, name = kinds()[kind].section, "Karel Novotny"
    start = {"office": f"key: x/y\n    title: {name}", "event": f"name: {name}\n    date: 1989-11-09"}
    for key, value, _ in ENTRIES[kind].optional:
        people = "people:\n  - name: Petr Pavel\n" if kind == "office" else ""
        own = name if key != "surname" else "Anna von der Heide"
        head = start.get(kind, f"name: {own}")
        loaded = load_knowledge([("x.yaml", f"{people}{section}:\n  - {head}\n    {key}: {value}\n")])
        assert [problem.render() for problem in loaded.problems] == [], key


def test_an_event_needs_its_day(factlint: Run, desk: Path) -> None:
    done = factlint("new", "event", "Great Fire of Quuxville")
    assert done.code == 2
    assert "--set date=1989-11-09" in done.err


def test_a_value_that_does_not_fit_is_shown(factlint: Run, desk: Path) -> None:
    done = factlint("new", "person", "Karel Novotny", "--set", "born=long ago")
    assert done.code == 2
    assert "born must be a whole number" in done.err
    assert list((desk / "desk").rglob("*.yaml")) == []
