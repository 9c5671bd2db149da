"""How words came to an article, and quotation marks without a partner."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from readings import article, assert_sound, facts, texts

from factlint.annotations import Reading
from factlint.knowledge.load import load
from factlint.text.literals import Literals

KNOWLEDGE = """
people:
  - {name: Karel Novotny, languages: [cs]}
  - {name: Marta Lind, languages: [no, en]}
  - {name: Sofia Rask}
  - {name: Nils Holm, languages: [en]}
places:
  - {name: Estonia, kind: country, languages: [et], demonym: [Estonian]}
offices:
  - key: ee/president
    title: President
    nation: [Estonian, Estonia]
    terms: [{holder: Sofia Rask, since: 2020-01-01, until: 2021-01-01}, {holder: Nils Holm, since: 2021-01-02}]
outlets:
  - name: Reuters
"""


def quote(text: str, **metadata: Any) -> Any:
    known, problems, _ = load([("knowledge.yaml", KNOWLEDGE)])
    assert not problems
    return Reading(article(text, **metadata), known, Literals(())).layer("quote")[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“We agree to all of it,” a senior official told Reuters on Monday.", "Reuters"),
        ("“We agree to all of it,” she told the Harbour Times on Monday.", "Harbour Times"),
        ("“We agree to all of it,” Marta Lind told reporters in Oslo.", None),
        ("“We agree to all of it,” Marta Lind said to Reuters.", None),
    ],
)
def test_the_outlet_that_heard_the_words(text: str, told: str | None) -> None:
    assert quote(text).told == told


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("“We agree,” an official said on condition of anonymity because the talks go on.", True),
        ("“We agree,” an official said.\n\nThe official asked not to be named.", True),
        ("“We agree,” an official said.\n\nThe talks go on.\n\nA guest asked not to be named.", False),
        ("“We agree,” Marta Lind said. A guest asked not to be named.", False),
    ],
)
def test_why_the_speaker_is_not_named(text: str, given: bool) -> None:
    assert (quote(text).reason is not None) is given


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("on condition of anonymity", "on condition of anonymity"),
        ("on condition of anonymity, said “the talks failed”", "on condition of anonymity"),
        ("on condition of anonymity, she said", "on condition of anonymity"),
        ("on condition of anonymity, the aide added", "on condition of anonymity"),
        ("on condition of anonymity — as is the custom", "on condition of anonymity"),
        ("on condition of anonymity “to be frank”", "on condition of anonymity"),
        ("on condition of anonymity, citing fear of reprisals", "on condition of anonymity, citing fear of reprisals"),
        (
            "on condition of anonymity because he was not authorized to discuss it",
            "on condition of anonymity because he was not authorized to discuss it",
        ),
        (
            "was not authorized to discuss the plans of the U.S. mission with the press",
            "was not authorized to discuss the plans of the U.S. mission with the press",
        ),
        ("asked not to be named " + "for the sake of peace " * 9, "not to be named" + " for the sake of peace" * 7 + " for"),
    ],
)  # fmt: skip
def test_where_the_reason_ends(given: str, reason: str) -> None:
    assert quote(f"“We agree,” an official said.\n\nThe official spoke {given}.").reason == reason


@pytest.mark.parametrize(
    ("text", "metadata", "foreign"),
    [
        ("“We agree,” Karel Novotny said.", {}, True),
        ("“We agree,” Karel Novotny said.", {"language": "cs"}, False),
        ("“We agree,” Marta Lind said.", {}, False),
        ("“We agree,” Sofia Rask said.", {}, True),
        ("“We agree,” Sofia Rask said.", {"language": "et"}, False),
        ("“We agree,” Nils Holm said.", {}, False),
        ("“We agree,” Ole Brandt said.", {}, False),
        ("“We agree,” Ole Brandt said.", {"translated": True}, True),
    ],
)
def test_foreign_words(text: str, metadata: dict[str, Any], foreign: bool) -> None:
    assert quote(text, **metadata).foreign is foreign


def test_a_quotation_that_goes_on_in_the_next_paragraph() -> None:
    first, second = facts("quote", "“We went to the harbour.\n\n“We came back late,” Marta Lind said.")
    assert (first.continued, first.reopened) == (True, False)
    assert (second.continued, second.reopened) == (False, True)


@pytest.mark.parametrize(
    ("text", "alone"), [("“We agree to it.”", True), ("“We agree to it,” he said.", False)], ids=["alone", "with a cue"]
)
def test_a_paragraph_that_is_nothing_but_a_quotation(text: str, alone: bool) -> None:
    assert facts("quote", f"The talks went on in the harbour.\n\n{text}")[0].alone is alone


@pytest.mark.parametrize(
    ("words", "cut"), [("We agree … to it", True), ("We agree [to it]", True), ("We agree to it.", False)]
)
def test_declared_cuts(words: str, cut: bool) -> None:
    assert quote(f"“{words}” he said.").cut is cut


@pytest.mark.parametrize(
    ("text", "marks"), [("“We agree,” he said.", "curly"), ('"We agree," he said.', "straight"), ("«We agree», he said.", "guillemets")]
)  # fmt: skip
def test_the_kind_of_marks(text: str, marks: str) -> None:
    assert quote(text).marks == marks


@pytest.mark.parametrize(
    ("name", "bearer"), [("Alan S. Brandt Jr.", "brant"), ("Rick-Perry Lind", "lint"), ("Marta Lind", "lint")]
)
def test_the_bearer_is_the_surname_in_any_spelling(name: str, bearer: str) -> None:
    found = facts("quote", f"The talks went on. {name} came late. “We agree to it,” {name} said.")
    assert found[0].bearer is None or found[0].bearer[:3] == bearer[:3]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        pytest.param("“We agree, he said.", ["opening"], id="never closed"),
        pytest.param("We agree,” he said.", ["closing"], id="never opened"),
        pytest.param("“We agree,” he said.", [], id="a pair"),
        pytest.param("“We went there.\n\n“We came back,” he said.", [], id="opens again"),
        pytest.param('"We went there. "We came back," he said.', [], id="opens again, the break lost"),
        pytest.param('The board is 12" wide.', [], id="inches"),
        pytest.param('A line of <a href="x">markup</a>" is left.', [], id="markup"),
    ],
)
def test_strays(text: str, roles: list[str]) -> None:
    assert [mark.role for mark in facts("stray", text)] == roles


def test_a_text_full_of_strays_is_told_by_the_first_thousand() -> None:
    assert [mark.start for mark in facts("stray", "“" * 5_000)] == [*range(1_000)]


@given(texts)
def test_strays_are_sound_whatever_the_text(text: str) -> None:
    assert_sound("stray", text)


@pytest.mark.parametrize("text", ['"' * 100_000, "“" * 100_000, "“a " * 50_000])
def test_long_runs_of_marks_are_read(text: str) -> None:
    facts("stray", text)
