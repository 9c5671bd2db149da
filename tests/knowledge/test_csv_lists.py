"""Lists of a desk that are kept in a spreadsheet: they load as they are, and a bad cell is told at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from factlint.knowledge.load import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def rows(*texts: str) -> list[tuple[str, str, str | None]]:
    found = load([(f"{number}.csv", text) for number, text in enumerate(texts, 1)])
    assert not found.problems, found.problems
    return [(row.wrong, row.right, row.desk) for row in found.knowledge.rows("spelling")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("right,wrong\nHolm,Hollm;Hohlm\n", id="semicolons inside"),
        pytest.param("Wrong;Right;Note\nHollm|Hohlm;Holm;often\n", id="bars inside, other order"),
        pytest.param('NOTE\tRIGHT\tWRONG\nx\tHolm\t"Hollm;\nHohlm"\n', id="tabs, a line break inside"),
        pytest.param(
            "id,right, Wrong ,source\n1,Holm,Hollm ; Hohlm,x.org\n2,,,\n3,Ek,,\n", id="other columns, no form"
        ),
    ],
)
def test_it_loads_as_it_is(text: str) -> None:
    assert rows(text) == [("Hollm", "Holm", None), ("Hohlm", "Holm", None)]


def test_a_desk_has_its_own_forms() -> None:
    assert rows("right,wrong,desk\nHolm,Hollm,Sport; Politics\nHolme,Hollm,Culture\n") == [
        ("Hollm", "Holm", "Sport"),
        ("Hollm", "Holm", "Politics"),
        ("Hollm", "Holme", "Culture"),
    ]


def test_a_later_list_has_the_later_word() -> None:
    assert rows("right,wrong\nHolm,Hollm\n", "right,wrong\nHolme,HOLLM\n") == [("HOLLM", "Holme", None)]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        pytest.param("rigth,wrong\nHolm,Hollm\n", (1, 1), "no column “right”", id="a column is missing"),
        pytest.param("right,wrong,Right\nHolm,Hollm,x\n", (1, 13), "two columns “right”", id="a column twice"),
        pytest.param("right,wrong\n,Hollm\n", (2, 2), "no right one", id="no right form"),
        pytest.param("right,wrong\nHolm,Hollm;HOLM\n", (2, 12), "is the right form itself", id="itself"),
        pytest.param("right,wrong\nHolm,Hollm\nEk,hollm\n", (3, 4), "already, for “Holm”", id="two right forms"),
        pytest.param('right,wrong\nHolm,"x;\nAnn Ek"\n', (3, 1), "is a right form of Ann Ek", id="somebody's name"),
    ],
)
def test_a_bad_cell_is_told(text: str, place: tuple[int, int], words: str) -> None:
    people = ("p.yaml", "people: [{name: Ann Ek}]")
    [problem] = load([people, ("a.csv", text)]).problems
    assert (problem.path, (problem.line, problem.column)) == ("a.csv", place)
    assert words in problem.message
    assert problem.hint


def test_a_name_of_somebody_is_never_fixed() -> None:
    found = load([("a.csv", "right,wrong\nHolm,Ek;Hollm\n"), ("p.yaml", "people: [{name: Ann Ek}]")])
    assert [row.wrong for row in found.knowledge.rows("spelling")] == ["Hollm"]


# -- from outside


def desk(folder: Path, data: bytes, name: str = "names.csv") -> None:
    (folder / "factlint.yml").write_text("rules: [desk/]\n")
    (folder / "desk" / "knowledge").mkdir(parents=True)
    (folder / "desk" / "knowledge" / name).write_bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("right,wrong,note\nHolm,Hollm,François\n".encode("utf-8-sig"), id="UTF-8 with a mark"),
        pytest.param("right,wrong,note\r\nHolm,Hollm,François\r\n".encode("cp1252"), id="Windows-1252"),
        pytest.param("right\twrong\r\nHolm\tHollm\r\n".encode("utf-16"), id="UTF-16"),
    ],
)
def test_a_listed_form_is_an_error_with_a_fix(data: bytes, tmp_path: Path, factlint: Callable[..., Any]) -> None:
    desk(tmp_path, data, "NAMES.CSV")
    (tmp_path / "a.txt").write_text("The mediator Anna Hollm spoke for two hours on Monday, officials said.\n")
    out = factlint("check", "a.txt").out
    assert "Hollm should be Holm" in out
    assert "fix: Holm" in out
    assert "names/misspelled" in out


@pytest.mark.parametrize(
    ("about", "found"), [("desk: sport", 1), ("source: Sport", 1), ("desk: x", 0), ("title: x", 0)]
)
def test_a_form_of_a_desk_is_looked_for_in_its_articles(
    about: str, found: int, tmp_path: Path, factlint: Callable[..., Any]
) -> None:
    desk(tmp_path, b"right,wrong,desk\nHolm,Hollm,Sport\n")
    (tmp_path / "a.md").write_text(f"---\n{about}\n---\nThe mediator Anna Hollm spoke on Monday.\n")
    ended = factlint("check", "a.md", "--select", "names/misspelled", "--format", "jsonl")
    assert len(ended.out.splitlines()) == found
    assert "could not" not in ended.err.lower()


def test_a_table_elsewhere_is_nobodys_list(tmp_path: Path, factlint: Callable[..., Any]) -> None:
    desk(tmp_path, b"right,wrong\nHolm,Hollm\n")
    (tmp_path / "desk" / "sales.csv").write_text("a,b\n1,2\n")
    assert factlint("rules").code == 0


@pytest.mark.parametrize(
    ("config", "place", "remedy"),
    [
        pytest.param("rules: [desk]", "names.csv", "move it to desk/knowledge/", id="beside the configuration"),
        pytest.param("rules: [desk]", "desk/Names.CSV", "move it to desk/knowledge/", id="among rules"),
        pytest.param("rules: [desk]", "desk/style/names.csv", "move it to desk/knowledge/", id="deep among rules"),
        pytest.param("rules: [knowledge]", "names.csv", "move it to knowledge/", id="a folder of knowledge alone"),
        pytest.param(
            "story: auto",
            "names.csv",
            "move it to desk/knowledge/, and add desk to rules: in factlint.yml",
            id="no rules",
        ),
        pytest.param("story: auto", "desk/knowledge/names.csv", "add desk to rules: in factlint.yml", id="not named"),
        pytest.param(
            "story: auto", "knowledge/names.csv", "add knowledge to rules: in factlint.yml", id="folder not named"
        ),
    ],
)
def test_a_list_in_the_wrong_place_is_told(
    config: str, place: str, remedy: str, tmp_path: Path, factlint: Callable[..., Any]
) -> None:
    for folder in ("desk", "knowledge"):
        (tmp_path / folder).mkdir()
    (tmp_path / "factlint.yml").write_text(config)
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).write_bytes("\ufeffRight;Wrong\r\nHolm;Hollm\r\n".encode("utf-16-le"))
    (tmp_path / "a.txt").write_text("The mediator Anna Hollm spoke on Monday.\n")
    ended = factlint("check", "a.txt")
    assert ended.code == 0
    assert f"{place} is a list of names, but is not read: {remedy}.\n" in ended.out


@pytest.mark.parametrize("heading", ["a,b", "right", "rightwrong", "", "rule,right?,wrong?"])
def test_other_tables_are_not_told_of(heading: str, tmp_path: Path, factlint: Callable[..., Any]) -> None:
    (tmp_path / "factlint.yml").write_text("rules: [desk]")
    (tmp_path / "desk").mkdir()
    for place in ("names.csv", "desk/names.csv"):
        (tmp_path / place).write_text(f"{heading}\nright,wrong\n")
    (tmp_path / "a.txt").write_text("The mediator Anna Hollm spoke on Monday.\n")
    assert "is not read" not in factlint("check", "a.txt").out


def test_a_list_may_be_named_by_itself(tmp_path: Path, factlint: Callable[..., Any]) -> None:
    (tmp_path / "factlint.yml").write_text("rules: [names.csv]\n")
    (tmp_path / "names.csv").write_text("right,wrong\nHolm,Hollm\n")
    (tmp_path / "a.txt").write_text("The mediator Anna Hollm spoke on Monday.\n")
    out = factlint("check", "a.txt").out
    assert "Hollm should be Holm" in out
    assert "is not read" not in out


def test_a_bad_cell_ends_with_2_and_the_rest_runs(tmp_path: Path, factlint: Callable[..., Any]) -> None:
    desk(tmp_path, b"right,wrong\nHolm,Hollm\n,Hohlm\n")
    (tmp_path / "a.txt").write_text("The mediator Anna Hollm spoke on Monday.\n")
    ended = factlint("check", "a.txt")
    assert ended.code == 2
    assert "desk/knowledge/names.csv:3:2: error: this wrong form has no right one" in ended.err
    assert "Hollm should be Holm" in ended.out
