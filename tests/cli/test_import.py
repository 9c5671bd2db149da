"""``factlint import``: lists of Vale, prh and PerfectIt become rules that load; what does not fit is told."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.app.importing import imported
from factlint.app.importing.patterns import MOST, NoPlainFormError, words_of
from factlint.text.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

VALE = """\
extends: substitution
message: Use '%s' instead of '%s'
level: warning
ignorecase: true
swap:
  '(?:give|gave) rise to': lead to
  utili[sz]e: use|employ
  'within the (.*)?hall': in the $1 hall
  internet: Internet
  "C\\\\+\\\\+11": C++
"""
VOCABULARY = "# people\nKarel Novotny\n(?i)GitHub\n[Oo]bservability\n[pP]y.*\\b\n"
PRH = """\
version: 1
imports: [other.yml]
rules:
  - expected: jQuery
  - expected: Witkoff
    patterns: [Whitcoff, /Whit?koff/i]
  - expected: e-mail
    pattern: /(?<!x)email/
    specs: [{from: email, to: e-mail}]
  - expected: a.m.
    pattern: a. m.
"""
STYLE_SHEET = """\
<?xml version="1.0" encoding="utf-8"?>
<StyleSheet xmlns="urn:x"><Name>House</Name>
 <Item find="adviser" replace="advisor"/>
 <Item><Find>per cent</Find><Replace>percent</Replace></Item>
 <Item><Find>[0-9] am</Find><Replace>a.m.</Replace></Item>
 <Item><Find>lonely</Find></Item>
</StyleSheet>
"""


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, str], str]:
    def write(name: str, text: str) -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return name

    return write


def pairs(out: str) -> list[str]:
    return [line.strip() for line in out.splitlines() if line.startswith("      ")]


@pytest.mark.parametrize(
    ("name", "text", "wanted", "left"),
    [
        pytest.param(
            "Terms.yml",
            VALE,
            ["lead to: [give rise to, gave rise to]", "use: [utilise, utilize]", '"C++": [C++11]'],
            ["7:15", "8:3", "9:3"],
            id="Vale substitution",
        ),
        pytest.param(
            "prh.yml",
            PRH,
            ["Witkoff: [Whitcoff, Whitkoff, Whikoff]", "e-mail: [email]", "a.m.: [a. m.]"],
            ["2:10", "4:5", "8:14"],
            id="prh",
        ),
        pytest.param(
            "house.pft",
            STYLE_SHEET,
            ["advisor: [adviser]", "percent: [per cent]"],
            ["5", "6"],
            id="PerfectIt",
        ),
        pytest.param(
            "sheet.csv",
            "Find;Replace with;Comment\ncolour;color;US\n;x;\nsam?;same;\n",
            ["color: [colour]"],
            ["3:1", "4:1"],
            id="PerfectIt as a table",
        ),
    ],
)
def test_lists_become_rules_that_hold(
    name: str,
    text: str,
    wanted: list[str],
    left: list[str],
    tmp_path: Path,
    written: Callable[[str, str], str],
    factlint: Callable[..., Any],
) -> None:
    ended = factlint("import", written(name, text))
    assert ended.code == 0
    assert pairs(ended.out) == wanted
    told = [line for line in ended.err.splitlines() if line.startswith(f"{name}:")]
    assert [line.removeprefix(f"{name}:").split(": note")[0] for line in told] == left
    (tmp_path / "factlint.yml").write_text("rules: [desk/]\n")
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "list.yaml").write_text(ended.out, encoding="utf-8")
    tested = factlint("test", "style/imported-*")
    assert (tested.code, tested.err) == (0, ""), tested.out
    assert "all as they say" in tested.out


def test_a_list_of_right_words_has_nothing_to_report(
    written: Callable[[str, str], str], factlint: Callable[..., Any]
) -> None:
    ended = factlint("import", written("accept.txt", VOCABULARY))
    assert all(line.startswith("#") for line in ended.out.splitlines())
    assert "#  - name: Karel Novotny" in ended.out
    assert "accept.txt:5:1: note: this pattern has no plain form" in ended.err


def test_words_to_avoid_become_a_query(
    tmp_path: Path, written: Callable[[str, str], str], factlint: Callable[..., Any]
) -> None:
    (tmp_path / "desk" / "style").mkdir(parents=True)
    (tmp_path / "factlint.yml").write_text("rules: [desk/]\n")
    target = "desk/style/avoid.yaml"
    ended = factlint("import", written("reject.txt", 'white[- ]?list\nsay "x"\n'), "--output", target)
    assert (ended.code, ended.out, ended.err) == (0, "", f"wrote {target}\n")
    assert '["white-list", "white list", "whitelist", "say \\"x\\""]' in (tmp_path / target).read_text()
    assert factlint("test", "style/avoid").code == 0


def test_several_lists_are_one_rule(written: Callable[[str, str], str], factlint: Callable[..., Any]) -> None:
    files = [written("Terms.yml", VALE), written("reject.txt", "foo\n"), written("a.csv", "find,replace\nuse,employ\n")]
    ended = factlint("import", *files, "--as", "spell")
    assert "id: names/imported-lists" in ended.out
    assert "severity: warning" in ended.out
    assert "#  foo" in ended.out
    assert "“use” for “employ” is left out: the form is right elsewhere" in ended.err


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        pytest.param("a.doc", "x", "no list that is known here", id="an unknown format"),
        pytest.param("a.yml", "a: [", "not valid YAML", id="no YAML"),
        pytest.param("a.yml", "a: b", "neither a rule of Vale nor a dictionary of prh", id="another YAML"),
        pytest.param("a.yml", "extends: spelling\n", "a rule that extends “spelling” is no list", id="another rule"),
        pytest.param("a.pft", "<a><b></a>", "not valid XML", id="no XML"),
        pytest.param(
            "a.pft", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "defines a document type", id="XML that defines"
        ),
        pytest.param("a.csv", "one,two\n1,2\n", "does not say what to find", id="another table"),
        pytest.param("reject.txt", ".*\n", "nothing of this can be carried over", id="nothing left"),
        pytest.param("accept.txt", "", "nothing of this can be carried over", id="empty"),
    ],
)
def test_what_is_no_list_is_told(
    name: str, text: str, words: str, written: Callable[[str, str], str], factlint: Callable[..., Any]
) -> None:
    ended = factlint("import", written(name, text))
    assert (ended.code, ended.out) == (2, "")
    assert words in ended.err


def test_a_file_that_is_not_there(factlint: Callable[..., Any]) -> None:
    ended = factlint("import", "none.yml")
    assert ended.code == 2
    assert "none.yml: error: this file cannot be read: No such file or directory" in ended.err


def test_nothing_is_written_over(
    tmp_path: Path, written: Callable[[str, str], str], factlint: Callable[..., Any]
) -> None:
    (tmp_path / "out.yaml").write_text("mine")
    ended = factlint("import", written("Terms.yml", VALE), "--output", "out.yaml")
    assert ended.code == 2
    assert "this file is there already" in ended.err
    assert (tmp_path / "out.yaml").read_text() == "mine"


# -- patterns


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("colou?r", ("colour", "color")),
        ("(?:give|gave) rise", ("give rise", "gave rise")),
        (r"\bU\.S\.", ("U.S.",)),
        ("a|b|c", ("a", "b", "c")),
        ("[Oo]x", ("Ox", "ox")),
        (r"per\s+cent", ("per cent",)),
        ("(?i)GitHub", ("GitHub",)),
        ("Node[. ]?js", ("Node.js", "Node js", "Nodejs")),
        ("the (big )?one", ("the big one", "the one")),
    ],
)
def test_simple_patterns_are_written_out(pattern: str, words: tuple[str, ...]) -> None:
    assert words_of(pattern) == words


@pytest.mark.parametrize(
    "pattern",
    [
        "a+",
        "a*",
        ".",
        r"\d",
        r"\w+",
        "(?<!x)a",
        "[a-z]",
        "[^a]",
        "a{2}",
        "(a",
        "(" * 100_000,
        "x" * 300,
        "a)",
        "[ab][ab][ab][ab][ab]",
    ],
)
def test_other_patterns_have_no_plain_form(pattern: str) -> None:
    with pytest.raises(NoPlainFormError):
        words_of(pattern)


@given(st.text(st.sampled_from(r"ab()[]|?*+.\^$-: "), max_size=25))
def test_patterns_never_hang_or_crash(pattern: str) -> None:
    with contextlib.suppress(NoPlainFormError):
        assert len(words_of(pattern)) <= MOST * len(pattern) + 1


@given(st.binary(max_size=60), st.sampled_from(["a.pft", "a.csv", "a.yml", "accept.txt", "reject.txt"]))
def test_any_file_is_a_list_or_a_problem(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    path = tmp_path_factory.mktemp("lists") / name
    path.write_bytes(data)
    with contextlib.suppress(ProblemError):
        assert imported([str(path)], "prefer")
