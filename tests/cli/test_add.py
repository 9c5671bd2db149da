"""``factlint add``: a name into the desk's own file in ten seconds, with everything else in that file as it was."""

from __future__ import annotations

import os
import shlex
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    Run = Callable[..., Any]

FILE = "desk/knowledge/names.yaml"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk with a folder of its own and nothing in it."""
    (tmp_path / "desk").mkdir()
    (tmp_path / "factlint.yml").write_text("# ours\nrules: [desk]\n", encoding="utf-8")
    return tmp_path


def given(desk: Path, text: str, name: str = FILE) -> Path:
    path = desk / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path


def names(desk: Path) -> str:
    return (desk / FILE).read_bytes().decode("utf-8")


# -- what it does for the checks


def test_a_wrong_form_is_found_from_then_on_and_the_right_one_is_not(factlint: Run, desk: Path) -> None:
    (desk / "a.txt").write_text("Karel Novotnny and Karel Novotny met on Monday.\n", encoding="utf-8")
    assert "Novotnny should be Novotny" not in factlint("a.txt").out
    done = factlint("add", "Karel Novotny", "--not", "Novotnny")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"{FILE}:2  Karel Novotny, Novotnny (wrong)",
        "  reported from now on: Novotnny (should be Novotny)",
        "  right, and never reported: Karel Novotny, Novotny",
    ]
    assert "Novotnny should be Novotny" in factlint("a.txt").out


def test_a_form_that_ships_as_wrong_is_taken_back(factlint: Run, desk: Path) -> None:
    (desk / "a.txt").write_text("Whitcoff spoke.\n", encoding="utf-8")
    assert "Whitcoff should be Witkoff" in factlint("a.txt").out
    assert "Whitcoff is no longer a wrong form of Witkoff" in factlint("add", "Anna Whitcoff").out
    assert "should be" not in factlint("a.txt").out


def test_two_people_are_told_apart(factlint: Run, desk: Path) -> None:
    done = factlint("add", "--different", "Novotny", "Novotni")
    assert "two names, never taken for one: Novotny, Novotni" in done.out
    assert names(desk) == "different:\n  - [Novotny, Novotni]\n"


def test_a_place_has_forms_that_the_house_style_does_not_use(factlint: Run, desk: Path) -> None:
    (desk / "a.txt").write_text("They met in Bad Welltown on Monday.\n", encoding="utf-8")
    assert factlint("add", "Welltown Spa", "--place", "--not", "Bad Welltown").code == 0
    assert names(desk) == "places:\n  - name: Welltown Spa\n    other: [Bad Welltown]\n"
    assert "Bad Welltown is Welltown Spa in our style" in factlint("a.txt").out


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("Anna von der Heide", "  - name: Anna von der Heide\n    surname: von der Heide\n"),
        ("Robert Kimble Jr.", "  - name: Robert Kimble\n    accepted: [Robert Kimble Jr.]\n"),
        ("Seán O'Brien-Ó Briain", "  - name: Seán O'Brien-Ó Briain\n"),
        ("Yes", "  - name: Yes\n"),
        ("  Karel   Novotny ", "  - name: Karel Novotny\n"),
        ("Novotny: Karel", '  - name: "Novotny: Karel"\n'),
        ("‘Dizzy’ Karel", '  - name: "‘Dizzy’ Karel"\n'),
    ],
    ids=["particles", "suffix", "apostrophe and accents", "a word of YAML", "blanks", "colon", "quotes"],
)
def test_names_are_written_as_yaml_needs_them(factlint: Run, desk: Path, name: str, entry: str) -> None:
    assert factlint("add", name).code == 0
    assert names(desk) == "people:\n" + entry
    assert "nothing had to be written" in factlint("add", name).out.lower()


@pytest.mark.parametrize(
    ("form", "right"),
    [("Novotnny", "Novotny"), ("Karl Novotny", "Karel Novotny"), ("Karl  Novotnny", "Karel Novotny")],
    ids=["surname", "whole name", "both parts"],
)
def test_a_wrong_form_stands_for_the_part_that_it_is_near(factlint: Run, desk: Path, form: str, right: str) -> None:
    factlint("add", "Karel Novotny", "--not", form)
    assert f"wrong: {{{right}: [{' '.join(form.split())}]}}" in names(desk)


# -- once is enough


def test_adding_again_writes_nothing(factlint: Run, desk: Path) -> None:
    arguments = ("add", "Karel Novotny", "--not", "Novotnny", "--different", "Novotny", "Novotni")
    factlint(*arguments)
    before = names(desk)
    done = factlint(*arguments)
    assert done.code == 0
    assert "Nothing had to be written." in done.out
    assert f"Novotnny is listed as wrong ({FILE}:" in done.out
    assert "Novotny and Novotni are told apart already" in done.out
    assert names(desk) == before
    assert "Nothing" in factlint("add", "--different", "Novotni", "Novotny").out


def test_who_ships_is_known(factlint: Run, desk: Path) -> None:
    assert "Steve Witkoff is known (rules/knowledge/people.yaml:" in factlint("add", "Steve Witkoff").out
    assert not (desk / "desk" / "knowledge").exists()
    factlint("add", "Steve Witkoff", "--not", "Wittkoff")
    assert names(desk) == "people:\n  - name: Steve Witkoff\n    wrong: {Witkoff: [Wittkoff]}\n"


# -- the file stays as it is

COMMENTED = """\
# Our people. Do not sort!
people:

  - name: Karel Novotny   # of the ministry
    born: 1950
    # he asked for this form
  - {name: Anna Holmst, wrong: {Holmst: Holmstt}}   # her too

# Places follow.
places: [{name: Welltown}]   # more to come
"""


@pytest.mark.parametrize(
    ("arguments", "old", "new"),
    [
        (["Bo Ek"], "Holmst: Holmstt}}   # her too\n", "Holmst: Holmstt}}   # her too\n  - name: Bo Ek\n"),
        (["Anna Holmst", "--not", "Hollmst"], "{Holmst: Holmstt}", "{Holmst: [Holmstt, Hollmst]}"),
        (["Anna Holmst", "--not", "Ana Holmst"], "{Holmst: Holmstt}", "{Holmst: Holmstt, Anna Holmst: [Ana Holmst]}"),
        (["Karel Novotny", "--not", "Novotni"], "born: 1950\n", "born: 1950\n    wrong: {Novotny: [Novotni]}\n"),
        (["Springfield", "--place"], "{name: Welltown}", "{name: Welltown}, {name: Springfield}"),
        (
            ["--different", "Holmst", "Holmste"],
            "# more to come\n",
            "# more to come\n\ndifferent:\n  - [Holmst, Holmste]\n",
        ),
    ],
    ids=["a new person", "one more wrong form", "of another right form", "a first wrong form", "a place", "a section"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "bom"])
def test_a_line_is_added_where_it_belongs(
    factlint: Run, desk: Path, arguments: list[str], old: str, new: str, end: str, mark: str
) -> None:
    given(desk, mark + COMMENTED.replace("\n", end))
    done = factlint("add", *arguments)
    assert (done.code, done.err) == (0, "")
    assert COMMENTED.count(old) == 1
    assert names(desk) == mark + COMMENTED.replace(old, new).replace("\n", end)


def test_the_line_that_is_told_is_the_line_that_was_written(factlint: Run, desk: Path) -> None:
    given(desk, COMMENTED)
    told = factlint("add", "Bo Ek").out.splitlines()[0]
    number = int(told.split(":")[1].split()[0])
    assert names(desk).splitlines()[number - 1] == "  - name: Bo Ek"


def test_the_entry_of_another_file_of_the_desk_grows(factlint: Run, desk: Path) -> None:
    other = given(desk, "people:\n  - name: Karel Novotny\n", "desk/knowledge/people.yaml")
    assert "desk/knowledge/people.yaml:3" in factlint("add", "Karel Novotny", "--not", "Novotnny").out
    assert other.read_text(encoding="utf-8").endswith("    wrong: {Novotny: [Novotnny]}\n")
    assert not (desk / FILE).exists()


def test_a_file_without_an_end_of_line_and_an_empty_section(factlint: Run, desk: Path) -> None:
    given(desk, "people:")
    factlint("add", "Bo Ek")
    assert names(desk) == "people:\n  - name: Bo Ek\n"


@pytest.mark.skipif(os.name == "nt", reason="rights are another thing there")
def test_the_rights_of_the_file_stay(factlint: Run, desk: Path) -> None:
    given(desk, COMMENTED).chmod(0o640)
    factlint("add", "Bo Ek")
    assert (desk / FILE).stat().st_mode & 0o777 == 0o640
    assert [path.name for path in (desk / FILE).parent.iterdir()] == ["names.yaml"]


# -- where it is written


def test_a_desk_without_a_folder_gets_one(factlint: Run, tmp_path: Path) -> None:
    done = factlint("add", "Karel Novotny", "--not", "Novotnny")
    assert done.out.startswith("factlint-rules/knowledge/names.yaml:2  ")
    assert "factlint.yml is new and names the folder factlint-rules/ under rules:" in done.out
    (tmp_path / "a.txt").write_text("Novotnny spoke.\n", encoding="utf-8")
    assert "Novotnny should be Novotny" in factlint("a.txt").out


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("factlint.yml", "# ours\nstory: all\n", "# ours\nstory: all\n\nrules:\n  - factlint-rules\n"),
        ("factlint.yml", "", "rules:\n  - factlint-rules\n"),
        (
            "pyproject.toml",
            "[tool.factlint] # ours\nstory = 'all'\n\n[tool.other]\nx = 1\n",
            "[tool.factlint] # ours\nrules = [\"factlint-rules\"]\nstory = 'all'\n\n[tool.other]\nx = 1\n",
        ),
    ],
    ids=["yaml", "empty yaml", "toml"],
)
def test_the_configuration_learns_of_the_new_folder(
    factlint: Run, tmp_path: Path, name: str, before: str, after: str
) -> None:
    (tmp_path / name).write_text(before, encoding="utf-8")
    done = factlint("add", "Karel Novotny")
    assert f"{name} now names the folder factlint-rules/ under rules:" in done.out
    assert (tmp_path / name).read_text(encoding="utf-8") == after
    assert "Nothing had to be written" in factlint("add", "Karel Novotny").out


def test_a_configuration_that_cannot_be_changed_safely_is_left_alone(factlint: Run, tmp_path: Path) -> None:
    text = "[tool.factlint]\nrules = []\n"
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    done = factlint("add", "Karel Novotny")
    assert done.code == 0
    assert 'add this line to pyproject.toml:  rules = ["factlint-rules"]' in done.out
    assert (tmp_path / "pyproject.toml").read_text(encoding="utf-8") == text


def test_the_new_folder_lies_in_the_root_of_the_repository(
    factlint: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "2025").mkdir()
    monkeypatch.chdir(tmp_path / "2025")
    assert factlint("add", "Karel Novotny").out.startswith("../factlint-rules/knowledge/names.yaml:2  ")
    assert (tmp_path / "factlint.yml").exists()


def test_another_file_may_be_named(factlint: Run, desk: Path) -> None:
    done = factlint("add", "Karel Novotny", "--desk-file", "desk/knowledge/sport.yaml")
    assert done.out.startswith("desk/knowledge/sport.yaml:2  ")
    elsewhere = factlint("add", "Anna Holmst", "--desk-file", "other/knowledge/names.yaml")
    assert "other/knowledge/names.yaml is not read yet" in elsewhere.out


# -- what is refused, with nothing written


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Karel Novotny", "--not", "Holmst"], "“Holmst” is a right form of Anna Holmst"),
        (["Karel Novotny", "--not", "Novotny"], "“Novotny” is a right form of Karel Novotny"),
        (["Karel Novotny", "--not", "Karl"], '--not "Karl Novotny"'),
        (["Karel Bakker", "--not", "Baker"], '--not "Karel Baker"'),
        (["Bo Holmstt"], "nothing was written, as then “Holmstt” is a right form of Bo Holmstt"),
        (["--different", "Holmst", "HOLMST"], "count as one form"),
        (["--different", "Holmst", "Holmstt"], "“Holmstt” is listed as a wrong form of Holmst (desk/knowledge/names.yaml:7)"),
        (["123"], "has no letter in it"),
        (["a\x07b"], "invisible signs"),
        ([], "say what to add"),
        (["--not", "Holmst"], "go with a name"),
        (["Bo Ek", "--desk-file", "desk/names.yaml"], "a folder called knowledge"),
    ],
    ids=[
        "somebody's right form", "its own right form", "a given name", "a usual name", "a listed wrong form", "one form", "told as wrong",
        "no letters", "controls", "nothing", "no name", "no knowledge file",
    ],
)  # fmt: skip
def test_what_would_do_harm_is_refused(factlint: Run, desk: Path, arguments: list[str], said: str) -> None:
    given(desk, COMMENTED)
    done = factlint("add", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert names(desk) == COMMENTED


def test_what_is_told_apart_is_no_wrong_form(factlint: Run, desk: Path) -> None:
    factlint("add", "--different", "Novotny", "Novotni")
    done = factlint("add", "Karel Novotny", "--not", "Novotni")
    assert done.code == 2
    assert f"Novotny and Novotni are told apart as two names ({FILE}:2)" in done.err


def test_a_rule_that_lists_the_name_as_wrong_is_named(factlint: Run, desk: Path) -> None:
    given(desk, "rules:\n  - spell: {Novotny: [Novotni]}\n", "desk/style/house.yaml")
    assert "the rule names/novotny lists Novotni as wrong: take it out in desk/style/house.yaml:2" in (
        factlint("add", "Karel Novotni").out
    )


def test_a_file_that_is_not_utf_8_is_left_alone(factlint: Run, desk: Path) -> None:
    path = desk / FILE
    path.parent.mkdir()
    path.write_bytes(b"people: [{name: M\xfcller}]\n")
    done = factlint("add", "Karel Novotny")
    assert done.code == 2
    assert "UTF-8" in done.err
    assert path.read_bytes() == b"people: [{name: M\xfcller}]\n"


def test_a_broken_file_is_shown_and_left_alone(factlint: Run, desk: Path) -> None:
    given(desk, "people: [\n")
    done = factlint("add", "Karel Novotny")
    assert done.code == 2
    assert "desk/knowledge/names.yaml:" in done.err
    assert names(desk) == "people: [\n"


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("name", ["Seán O'Brien", 'Dwayne "Rock" Ek', "Ek $HOME `x` \\", "Ek!", "Özil", "d’Estaing"])
def test_a_line_that_is_printed_can_be_typed(name: str) -> None:
    from factlint.text.quoting import shell_word

    line = f"printf %s {shell_word(name)}"
    assert shlex.split(line)[-1] == name
    assert subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=True).stdout.decode() == name


# -- the later word wins


def test_a_place_that_ships_in_another_form_is_the_desk_s_own_without_complaint(factlint: Run, desk: Path) -> None:
    (desk / "a.txt").write_text("Envoys travelled from Kiev to Berlin on Sunday.\n", encoding="utf-8")
    assert "Kiev is Kyiv in our style" in factlint("a.txt").out
    assert factlint("add", "Kiev", "--place").code == 0
    assert factlint("a.txt").code == 0
    assert factlint("rules", "--check").code == 0


def test_a_right_name_becomes_a_wrong_form_in_one_entry(factlint: Run, desk: Path) -> None:
    (desk / "a.txt").write_text("Envoys travelled from Kiev to Berlin on Sunday.\n", encoding="utf-8")
    factlint("add", "Kiev", "--place")
    assert factlint("add", "Kyiv", "--place", "--not", "Kiev").code == 0
    assert names(desk) == "places:\n  - name: Kyiv\n    other: [Kiev]\n"
    assert "Kiev is Kyiv in our style" in factlint("a.txt").out
    assert factlint("rules", "--check").code == 0


def test_a_wrong_form_of_a_place_becomes_a_right_name(factlint: Run, desk: Path) -> None:
    given(desk, "places:\n  - {name: Welltown, other: [Bad Welltown, Welltown Spa]}\n")
    done = factlint("add", "Welltown Spa", "--place")
    assert "Welltown Spa is no longer a wrong form of Welltown" in done.out
    assert names(desk) == "places:\n  - {name: Welltown, other: [Bad Welltown]}\n  - name: Welltown Spa\n"
    assert factlint("rules", "--check").code == 0


def test_a_name_that_was_accepted_by_itself_becomes_a_wrong_form(factlint: Run, desk: Path) -> None:
    factlint("add", "Novotnny")
    assert factlint("add", "Karel Novotny", "--not", "Novotnny").code == 0
    assert names(desk) == "people:\n  - name: Karel Novotny\n    wrong: {Novotny: [Novotnny]}\n"


def test_an_entry_that_says_more_than_a_name_is_never_taken_out(factlint: Run, desk: Path) -> None:
    entry = "people:\n  - {name: Novotnny, born: 1970}\n"
    given(desk, entry)
    assert "“Novotnny” is a right form of Novotnny" in factlint("add", "Karel Novotny", "--not", "Novotnny").err
    assert names(desk) == entry


def test_a_file_that_is_read_later_is_not_overruled(factlint: Run, desk: Path) -> None:
    given(desk, "people:\n  - {name: Karel Novotny, wrong: {Novotny: [Novotni]}}\n", "desk/knowledge/zz.yaml")
    done = factlint("add", "Anna Novotni")
    assert done.code == 2
    assert "Novotni is listed as a wrong form of Novotny (desk/knowledge/zz.yaml:2)" in done.err
    assert not (desk / FILE).exists()


# -- a long file


def long_list(count: int) -> str:
    return "people:\n" + "".join(
        f"  - name: Anna Holm{'abcdefghij'[n % 10]}{n:05}\n    alone: no\n" for n in range(count)
    )


def test_a_long_file_keeps_every_other_line(factlint: Run, desk: Path) -> None:
    """More than the size from which only a part of a file is read."""
    before = long_list(4000) + "places:\n  - name: Welltown\n"
    given(desk, before)
    assert factlint("add", "Anna Holma00010", "--not", "Anna Hollma00010").code == 0
    changed = "    alone: no\n    wrong: {Anna Holma00010: [Anna Hollma00010]}\n"
    one = before.replace("  - name: Anna Holma00010\n    alone: no\n", f"  - name: Anna Holma00010\n{changed}")
    assert names(desk) == one
    assert factlint("add", "Karel Novotny", "--different", "Novotny", "Novotni").code == 0
    assert (
        names(desk)
        == one.replace("places:", "  - name: Karel Novotny\nplaces:") + "different:\n  - [Novotny, Novotni]\n"
    )
    assert factlint("rules", "--check").code == 0
