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


# -- what the mutants of fixes.py that had lived were about


def test_findings_after_one_without_a_fix_are_mended() -> None:
    found = fixes(finding(), finding(way(edit(0, 4))))
    assert sum(map(len, found.edits.values())) == 1


def test_edits_after_one_that_is_taken_already_are_made() -> None:
    found = fixes(finding(way(edit(0, 4))), finding(way(edit(0, 4), edit(6, 8))))
    assert [one.start for one in found.edits["a.txt", "a"]] == [0, 6]


def test_a_fix_that_is_not_taken_leaves_nothing_behind() -> None:
    """Its first edit is free, its second is not: a third finding may want the place of the first."""
    found = fixes(finding(way(edit(10, 14))), finding(way(edit(0, 4), edit(12, 16))), finding(way(edit(2, 6))))
    assert [one.start for one in found.edits["a.txt", "a"]] == [2, 10]
    assert found.overlapping == 1


@pytest.mark.parametrize(
    ("other", "taken"),
    [
        (edit(4, 8), True),
        (edit(0, 2), True),
        (edit(3, 8), False),
        (edit(0, 3), False),
        (edit(2, 2), False),
        (edit(4, 4), True),
        (edit(3, 3), False),
    ],
    ids=["from its end on", "up to its start", "its last", "its first", "at its start", "at its end", "within"],
)
@pytest.mark.parametrize("before", [0, 1, 2, 3])
def test_where_another_may_change_the_text(other: Edit, taken: bool, before: int) -> None:
    """However many edits are taken further on and further up."""
    far = [finding(way(edit(100 + 10 * number, 105 + 10 * number))) for number in range(before)]
    found = fixes(*far, finding(way(edit(2, 4))), finding(way(other)))
    assert found.overlapping == (not taken)
    assert len(found.edits["a.txt", "a"]) == before + 1 + taken
    shifted = [finding(way(edit(200 + one.start, 200 + one.end))) for one in (edit(2, 4), other)]
    assert fixes(*far, *shifted).overlapping == (not taken)


def test_only_ways_of_the_sure_title_are_taken() -> None:
    listed = way(edit(0, 3), title="m", automatic=True)
    more = [way(edit(10 * number, 10 * number + 3), title=title) for number, title in enumerate("azm", 1)]
    found = fixes(finding(listed, *more))
    assert [one.start for one in found.edits["a.txt", "a"]] == [0, 30]


def test_automatic_ways_of_two_titles_are_for_a_person_to_choose() -> None:
    assert (
        fixes(finding(way(edit(0, 3), title="y", automatic=True), way(edit(0, 3), title="z", automatic=True)))
        == Fixes()
    )


@given(st.lists(st.lists(SPANS, min_size=1, max_size=3), max_size=12))
def test_the_fix_of_what_was_chosen_is_chosen_whole_and_again(groups: list[list[Edit]]) -> None:
    """All edits of a finding that is mended are made, no others; mending those alone changes nothing."""
    found = fixes(*(finding(way(*edits), rule=f"names/r{number}") for number, edits in enumerate(groups)))
    made = set(found.edits.get(("a.txt", "a"), ()))
    assert made == {one for mended in found.findings for one in mended.suggestions[0].edits}
    assert len(found.findings) + found.overlapping == len(groups)
    again = fixes(*found.findings)
    assert (again.findings, again.edits, again.overlapping) == (found.findings, found.edits, 0)
