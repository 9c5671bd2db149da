"""``factlint import``: lists of Vale, prh and PerfectIt become rules that load; what does not fit is told."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.app.importing import imported
from factlint.app.importing.patterns import MOST, NoPlainFormError, words_of
from factlint.knowledge import Knowledge
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
  - expected: Novotny
    patterns: [Novotni, /Novot(?:tny|ny2)/i]
  - expected: e-mail
    pattern: /(?<!x)email/
    specs: [{from: email, to: e-mail}]
  - expected: a.m.
    pattern: a. m.
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
            ["lead to: [give rise to, gave rise to]", "use: [utilise, utilize]", '"C++": [c++11]'],
            ["7:15", "8:3", "9:3"],
            id="Vale substitution",
        ),
        pytest.param(
            "prh.yml",
            PRH,
            ["Novotny: [Novotni, novottny, novotny2]", "e-mail: [email]", "a.m.: [a. m.]"],
            ["2:10", "4:5", "8:14"],
            id="prh",
        ),
        pytest.param(
            "always-find.csv",
            "Check Name,Find,Preferred,Instructions\nSpelling Variations,adviser,advisor,\n"
            'Hyphenation,per cent,percent,"Except for ""per cent of"""\nWildcards,[0-9] am,a.m.,\n',
            ["advisor: [adviser]", "percent: [per cent]"],
            ["3:31", "4:11"],
            id="PerfectIt",
        ),
        pytest.param(
            "sheet.csv",
            "Find;Replace with;Comment\ncolour;color;US\n;x;\nsam?;same;\n",
            ["color: [colour]"],
            ["3:1", "4:1"],
            id="a table",
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
        pytest.param("a.pft", "<a><b></a>", "copy the columns Find and Preferred", id="a style sheet of PerfectIt"),
        pytest.param("a.xml", "<?xml version='1.0'?><a/>", "the format of PerfectIt’s style sheets", id="XML"),
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
        ("(?i)GitHub", ("GitHub", "github")),
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
        assert imported([str(path)], "prefer", Knowledge({}))


# -- nothing is reported twice


def test_what_the_desk_knows_already_is_left_out_and_names_are_of_the_family_of_names(
    tmp_path: Path, written: Callable[[str, str], str], factlint: Callable[..., Any]
) -> None:
    swap = "  Kiev: Kyiv\n  Kijew: Kyiv\n  utilise: use\n"
    ended = factlint("import", written("House.yml", f"extends: substitution\nlevel: warning\nswap:\n{swap}"))
    assert "“Kiev” for “Kyiv” is left out: the desk’s knowledge has it already" in ended.err
    assert pairs(ended.out) == ["use: [utilise]", "Kyiv: [Kijew]"]
    (tmp_path / "factlint.yml").write_text("rules: [desk/]\n")
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "list.yaml").write_text(ended.out, encoding="utf-8")
    (tmp_path / "a.txt").write_text("They went from Kiev to Kijew to utilise it.\n", encoding="utf-8")
    found = factlint("check", "--format", "jsonl", "a.txt").out
    rules = ["names/place-style", "names/imported-house", "style/imported-house"]
    assert [line.split('"')[3] for line in found.splitlines()] == rules


@pytest.mark.parametrize(
    ("ignorecase", "forms", "count"),
    [("true", "[umbrahub, UmbraHub]", 3), ("false", "[UmbraHub]", 1), ("", "[UmbraHub]", 1)],
    ids=["any case", "as it is", "not said"],
)
def test_capitals_count_as_the_list_says(
    ignorecase: str,
    forms: str,
    count: int,
    tmp_path: Path,
    written: Callable[[str, str], str],
    factlint: Callable[..., Any],
) -> None:
    said = f"ignorecase: {ignorecase}\n" if ignorecase else ""
    ended = factlint("import", written("House.yml", f"extends: substitution\n{said}swap:\n  UmbraHub: Umbra Hub\n"))
    assert sorted(pairs(ended.out)[0].removeprefix("Umbra Hub: [").removesuffix("]").split(", ")) == sorted(
        forms.strip("[]").split(", ")
    )
    (tmp_path / "factlint.yml").write_text("rules: [desk/]\n")
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "list.yaml").write_text(ended.out, encoding="utf-8")
    (tmp_path / "a.txt").write_text("He has UmbraHub. She has umbrahub. They have Umbrahub.\n", encoding="utf-8")
    found = factlint("check", "--select", "style/imported-house", "--format", "json", "a.txt").out
    assert found.count('"replacement": "Umbra Hub"') == count
