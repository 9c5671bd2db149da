"""Versions of one utterance in a story: one finding, graver for the worst of them, each other version with its label."""

from __future__ import annotations

import pytest
from newsdesk import findings, query_rule

from factlint.ruleset.load import RuleFile, load

FIND = """
from quote a, quote b of different articles
where a.text is like b.text at least 60% and alteration(a.text, b.text) != "identical"
"""
WORST = "new_words(a.text, b.text) > 0"
USUAL = "“The harbour is not a place for children to play,” the mayor said."
HARDLY = "“The harbour is hardly a place for children to play,” the mayor said."
THE_PLACE = "“The harbour is not the place for children to play,” the mayor said."
FULL = "“I tell you, the harbour is not a place for children to play at night,” the mayor said."


def rules(**keys: str):  # type: ignore[no-untyped-def]
    return query_rule(FIND, "{changed(a.text, b.text)}", own="quotes_x", **{"severity": "note", **keys})


def test_all_versions_are_one_finding() -> None:
    assert len(findings(rules(), USUAL, THE_PLACE, HARDLY, FULL)) == 1


@pytest.mark.parametrize(
    ("texts", "severity"),
    [((USUAL, THE_PLACE), "note"), ((USUAL, HARDLY), "warning"), ((USUAL, THE_PLACE, USUAL, HARDLY), "warning")],
    ids=["light word", "new word", "the worst counts"],
)
def test_its_severity_is_that_of_the_worst_version(texts: tuple[str, ...], severity: str) -> None:
    [finding] = findings(rules(warning=WORST), *texts)
    assert finding.severity == severity


def test_the_message_tells_of_the_version_that_made_it_a_warning() -> None:
    [finding] = findings(rules(warning=WORST), USUAL, THE_PLACE, USUAL, HARDLY)
    assert finding.primary.id == "d.txt"
    assert finding.message == "“hardly” is “not” there"


def test_a_desk_that_sets_the_severity_has_the_last_word() -> None:
    ruleset = rules(warning=WORST)
    given = [rule.with_severity("note") for rule in ruleset.rules]
    assert [rule.warning for rule in given] == [None]


def test_each_other_version_has_its_label_against_the_fullest() -> None:
    [finding] = findings(rules(label="{alteration(a.text, b.text)}"), USUAL, HARDLY, FULL)
    labels = {place.location.id: place.label for place in finding.related}
    assert (finding.primary.id, labels) == ("a.txt", {"b.txt": "reworded", "c.txt": ""})


def test_a_condition_for_a_warning_is_checked_when_it_is_read() -> None:
    text = f"severity: note\nfind: {' '.join(FIND.split())}\nmessage: found\nwarning: a.wrods > 3\n"
    problems = load([RuleFile("rules/quotes/x.yaml", "quotes/x.yaml", text)]).problems
    assert "words" in problems[0].render()
