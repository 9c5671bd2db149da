"""Articles changed in a way whose effect is known: the findings change with them, and in no other way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import factlint

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint import Finding

ROOT = Path(__file__).resolve().parents[2]
SEEDS = {path.name: path.read_bytes().decode() for path in sorted((ROOT / "seeds").iterdir()) if path.is_file()}
APART = (
    "Hens on the farm of Anna Berger lay twelve eggs a day, and a fox comes by on most evenings.\n\n"
    "“We count them twice and write the number on the barn door,” she said.\n"
)
STORY = {
    "first": "The envoy Karl Hallqvist met ministers in Oslo on Monday, Dec. 15, 2025, and praised the ministry of "
    "fisheries.\n\nHallqvist said the fisheries talks in Oslo went well.\n",
    "second": "Ministers met the envoy Karl Hallkvist in Oslo on Tuesday, Dec. 15, 2025. The ministry of fisheries had "
    "asked for the talks.\n\nThe countries were Denmark, Finland, Iceland and Finland.\n",
    "third": "Fisheries talks in Oslo: the envoy Karl Hallqvist and ministers met there, the ministry said. "
    "“We have agreed on nearly all of it,” Hallqvist said.\n",
}


class Told(NamedTuple):
    """What a finding says: its rule, how grave it is, where its words stand, and the words."""

    rule: str
    severity: str
    id: str
    start: int
    end: int
    text: str
    message: str


def findings(texts: dict[str, str]) -> tuple[Finding, ...]:
    """The findings; the articles of ``STORY`` are said to be one, since few short ones are near the limit of a guess."""
    return factlint.check(
        [{"id": name, "text": text, "story": "oslo" if name in STORY else None} for name, text in texts.items()]
    )


def told(found: tuple[Finding, ...]) -> list[Told]:
    return [
        Told(one.rule, one.severity, one.primary.id, one.primary.start, one.primary.end, one.primary.text, one.message)
        for one in found
    ]


def moved(before: list[Told], texts: dict[str, str], change: Callable[[str], str]) -> list[Told]:
    """Findings where they must stand after a change that puts characters in and takes none out."""
    found = []
    for one in before:
        places = _places(texts[one.id], change(texts[one.id]))
        start, end = places[one.start], places[one.end - 1] + 1
        found.append(one._replace(start=start, end=end))
    return found


def _places(old: str, new: str) -> list[int]:
    places, at = [], 0
    for char in old:
        at = new.index(char, at)
        places.append(at)
        at += 1
    return places


def test_an_unrelated_article_changes_nothing() -> None:
    for texts in (SEEDS, STORY):
        before = findings(texts)
        assert before
        assert findings({**texts, "apart": APART}) == before


def test_a_paragraph_at_the_end_changes_nothing_before_it() -> None:
    more = {name: text.rstrip("\n") + "\n\nA fox came by in the evening.\n" for name, text in STORY.items()}
    assert told(findings(more)) == told(findings(STORY))


def test_a_paragraph_at_the_beginning_moves_all() -> None:
    words = "A fox came by in the evening, as it does on most days of the year.\n\n"
    more = {name: words + text for name, text in STORY.items()}
    assert told(findings(more)) == [
        one._replace(start=one.start + len(words), end=one.end + len(words)) for one in told(findings(STORY))
    ]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="line ends of Windows"),
        pytest.param(lambda text: text.rstrip("\n") + "\n\n\n", id="blank lines at the end"),
        pytest.param(lambda text: text.replace("\n", " \n"), id="blanks at line ends"),
        pytest.param(lambda text: text.replace("\n\n", "\n\n\n\n"), id="more blank lines"),
    ],
)
def test_blank_space_moves_findings_only(change: Callable[[str], str]) -> None:
    for texts in (SEEDS, STORY):
        # A paragraph's place in words, not its line ends, is what a finding shows.
        before = [one for one in told(findings(texts)) if "\n" not in one.text]
        after = told(findings({name: change(text) for name, text in texts.items()}))
        assert sorted(after) == sorted(moved(before, texts, change))


STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def folded(found: tuple[Finding, ...]) -> list[Told]:
    """Findings about what is said; those about the marks themselves are left out."""
    return sorted(
        one._replace(text=one.text.translate(STRAIGHT), message=one.message.translate(STRAIGHT))
        for one in told(found)
        if not one.rule.startswith("text/")
    )


def test_straight_marks_say_what_curly_ones_say() -> None:
    """Apostrophes and quotation marks that come in pairs; a mark the wrong way round is another text."""
    texts = {name: text for name, text in {**SEEDS, **STORY}.items() if name != "guarantees.txt"}
    straight = {name: text.translate(STRAIGHT) for name, text in texts.items()}
    assert straight != texts
    assert folded(findings(straight)) == folded(findings(texts))


@pytest.mark.parametrize(("old", "new"), [("Hall", "Sund"), ("Karl", "Nils"), ("Oslo", "Rome")])
def test_names_replaced_everywhere_are_replaced_in_findings(old: str, new: str) -> None:
    """No list of names knows them, and the new ones are as long as the old, so that all else stays where it is."""
    before = findings(STORY)
    replaced = {name: text.replace(old, new) for name, text in STORY.items()}
    expected = [
        one._replace(text=one.text.replace(old, new), message=one.message.replace(old, new)) for one in told(before)
    ]
    assert told(findings(replaced)) == expected
    assert any("vist" in one.text for one in expected)


def test_a_correction_takes_away_its_finding_alone() -> None:
    """What a listed form becomes is right: the finding goes, and nothing new comes."""
    first = findings(SEEDS)
    before = {(other.rule, other.primary.text) for other in first}
    for one in (one for one in first if any(way.automatic for way in one.suggestions)):
        texts = dict(SEEDS)
        way = next(way for way in one.suggestions if way.automatic)
        for edit in sorted(way.edits, key=lambda edit: -edit.start):
            text = texts[edit.id]
            texts[edit.id] = text[: edit.start] + edit.replacement + text[edit.end :]
        after = {(other.rule, other.primary.text) for other in findings(texts)}
        assert (one.rule, one.primary.text) not in after
        assert after <= before
