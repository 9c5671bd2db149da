"""Which findings one pass mends: listed ones, those with one way out, the first of two that overlap."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.findings import Edit, Finding, Location, Suggestion
from factlint.findings.fixes import Fixes, chosen


def edit(start: int, end: int, words: str = "x", path: str = "a.txt") -> Edit:
    return Edit(path, "a", start, end, words)


def finding(*ways: Suggestion, rule: str = "names/odd") -> Finding:
    place = Location("a.txt", "a", 0, 1, 1, 1, 1, 2, "a")
    return Finding(rule, "error", "high", "odd", place, ways)


def way(*edits: Edit, title: str = "x", automatic: bool = False) -> Suggestion:
    return Suggestion(title, edits, automatic)


def fixes(*findings: Finding, how: str = "suggested") -> Fixes:
    return chosen(findings, how, lambda _, edit: edit.path != "reference.txt")


LISTED = way(edit(0, 3), automatic=True)
ONE, OTHER = way(edit(0, 3, "y"), title="y"), way(edit(0, 3, "z"), title="z")
MORE = way(edit(5, 8))


@pytest.mark.parametrize(
    ("ways", "automatic", "suggested"),
    [
        ((), 0, 0),
        ((LISTED,), 1, 1),
        ((ONE,), 0, 1),
        ((ONE, OTHER), 0, 0),
        ((LISTED, ONE), 1, 1),
        ((LISTED, MORE), 1, 2),
    ],
    ids=["none", "listed", "one", "two", "listed and another", "listed here, suggested there"],
)
def test_what_is_mended(ways: tuple[Suggestion, ...], automatic: int, suggested: int) -> None:
    for how, count in (("automatic", automatic), ("suggested", suggested)):
        found = fixes(finding(*ways), how=how)
        assert sum(map(len, found.edits.values())) == count
        assert len(found.findings) == bool(count)


def test_the_first_of_two_that_overlap_wins_with_all_its_edits() -> None:
    first, second = finding(way(edit(0, 4), edit(10, 14))), finding(way(edit(2, 6), edit(20, 24)))
    found = fixes(first, second)
    assert found.findings == (first,)
    assert found.overlapping == 1
    assert [one.start for one in found.edits["a.txt", "a"]] == [0, 10]


def test_an_edit_that_two_findings_ask_for_is_made_once() -> None:
    found = fixes(finding(way(edit(0, 4))), finding(way(edit(0, 4)), rule="names/other"))
    assert len(found.findings) == 2
    assert len(found.edits["a.txt", "a"]) == 1


def test_what_is_not_allowed_is_left_out() -> None:
    found = fixes(finding(way(edit(0, 4), edit(0, 4, path="reference.txt"))))
    assert list(found.edits) == [("a.txt", "a")]
    assert fixes(finding(way(edit(0, 4, path="reference.txt")))) == Fixes()


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 8)).map(lambda pair: edit(pair[0], pair[0] + pair[1]))


@given(st.lists(st.lists(SPANS, min_size=1, max_size=3), max_size=12))
def test_chosen_edits_never_overlap(groups: list[list[Edit]]) -> None:
    found = fixes(*(finding(way(*edits)) for edits in groups))
    edits = found.edits.get(("a.txt", "a"), ())
    for one, other in pairwise(edits):
        assert one.end <= other.start
        assert one.start < other.start
