"""The line under a finding that says what to type where the words are right: typed, it silences the finding."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from factlint.ruleset.load import load, rule_files
from factlint.ruleset.shipped import shipped_rules

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from factlint.ruleset.rule import Example, Rule

    Run = Callable[..., Any]

RULES = [rule for rule in load(rule_files([(shipped_rules(), "rules")])[0]).rules if rule.accept]
BAD = [(rule, example) for rule in RULES for example in rule.examples if example.verdict == "bad"]
LINE = re.compile(r"^ {11}[\w ]+\? factlint (add .*)$", re.MULTILINE)


def put(folder: Path, example: Example) -> None:
    for number, sample in enumerate(example.samples, 1):
        about = {"published": sample.published, "source": sample.source, "desk": sample.desk}
        lines = [f"{key}: {value}\n" for key, value in about.items() if value is not None]
        (folder / f"{number}.txt").write_text(
            f"---\n{''.join(lines)}---\n{sample.text}" if lines else sample.text, encoding="utf-8"
        )


@pytest.mark.parametrize(("rule", "example"), BAD, ids=[f"{rule.id}:{example.line}" for rule, example in BAD])
def test_the_line_under_a_finding_silences_it(factlint: Run, tmp_path: Path, rule: Rule, example: Example) -> None:
    put(tmp_path, example)
    check = ("check", ".", "--story", "all", "--select", rule.id)
    shown = factlint(*check)
    lines = LINE.findall(shown.out)
    if not lines:
        pytest.skip("what this example shows is not settled by a list")
    for line in lines:
        assert factlint(*shlex.split(line)).code == 0
    done = factlint(*check)
    assert done.err == ""
    assert not LINE.findall(done.out)


def test_names_that_a_shell_would_act_on_are_quoted(factlint: Run, tmp_path: Path) -> None:
    (tmp_path / "desk" / "names").mkdir(parents=True)
    (tmp_path / "factlint.yml").write_text("rules: [desk]\n", encoding="utf-8")
    (tmp_path / "desk" / "names" / "own.yaml").write_text(
        'severity: note\nfind: from name n\nmessage: "{n.text}"\naccept: "sure? factlint add {n.text}"\nwhy: Own rule.\n',
        encoding="utf-8",
    )
    (tmp_path / "a.txt").write_text("The minister Seán O'Brien spoke to Özil on Monday.\n", encoding="utf-8")
    shown = factlint("a.txt", "--select", "names/own").out
    assert 'sure? factlint add "Seán O\'Brien"\n' in shown
    assert "accept" not in factlint("a.txt", "--select", "names/own", "--format", "json").out


def test_a_fault_in_the_line_is_shown_at_its_place(factlint: Run, tmp_path: Path) -> None:
    (tmp_path / "factlint.yml").write_text("rules: [names]\n", encoding="utf-8")
    (tmp_path / "names" / "names").mkdir(parents=True)
    (tmp_path / "names" / "names" / "own.yaml").write_text(
        'severity: note\nfind: from name n\nmessage: "{n.text}"\naccept: "sure? factlint add {n.txt}"\n',
        encoding="utf-8",
    )
    done = factlint("rules")
    assert done.code == 2
    assert "own.yaml:4:" in done.err
    assert "names/own › accept" in done.err
