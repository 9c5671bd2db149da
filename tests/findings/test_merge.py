from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.findings import SEVERITIES, Edit, Finding, Location, Related, Suggestion
from factlint.findings.finding import BASES, ROLES
from factlint.findings.merge import merge

if TYPE_CHECKING:
    import random


def place(start: int, text: str = "Lindkvist", path: str = "a.txt") -> Location:
    return Location(path, path, start, start + len(text), 1, start + 1, 1, start + 1 + len(text), text)


def finding(rule: str, *places: Location, **more: object) -> Finding:
    related = tuple(Related("same", spot) for spot in places[1:]) + tuple(more.pop("related", ()))
    values = {"severity": "warning", "confidence": "high", "message": rule, "related": related, **more}
    return Finding(rule, primary=places[0], **values)


def replacing(title: str, *places: Location, automatic: bool = False) -> Suggestion:
    return Suggestion(title, tuple(Edit(p.path, p.id, p.start, p.end, title) for p in places), automatic)


def test_same_primary_and_family_become_one() -> None:
    merged = merge([finding("names/a", place(5)), finding("names/b", place(5))])
    assert [one.rule for one in merged] == ["names/a"]


def test_findings_that_would_replace_the_same_words_become_one() -> None:
    whole, part = place(5, "Ada Lindkvist"), place(9, "Lindkvist")
    also_whole, also_part = place(50, "Ada Lindkvist"), place(54, "Lindkvist")
    merged = merge(
        [
            finding("names/a", whole, also_whole, suggestions=(replacing("Ada Lindqvist", whole, also_whole),)),
            finding(
                "names/b", part, also_part, severity="error", suggestions=(replacing("Lindqvist", part, also_part),)
            ),
        ]
    )
    assert [(one.rule, one.places) for one in merged] == [("names/b", (part, also_part))]


def test_words_that_stay_are_left_out_at_both_ends() -> None:
    whole, part = place(5, "Ada Lindkvist Holm"), place(9, "Lindkvist")
    first = finding("names/a", whole, suggestions=(replacing("Ada Lindqvist Holm", whole),))
    assert len(merge([first, finding("names/b", part, suggestions=(replacing("Lindqvist", part),))])) == 1
    ending, begin = place(5, "Lindkvist Holm"), place(5, "Lindkvist")
    first = finding("names/a", ending, suggestions=(replacing("Lindqvist Holm", ending),))
    assert len(merge([first, finding("names/b", begin, suggestions=(replacing("Lindqvist", begin),))])) == 1
    # What replaces it has another last word than the second.
    other = finding("names/a", ending, suggestions=(replacing("Holm Lindqvist", ending),))
    assert len(merge([other, finding("names/b", begin, suggestions=(replacing("Lindqvist", begin),))])) == 2
    again = finding("names/a", whole, suggestions=(replacing("Ada", whole),))
    assert len(merge([again, finding("names/b", place(5, "Ada"))])) == 2


def test_only_the_first_way_out_says_what_is_replaced() -> None:
    whole, part = place(5, "Ada Lindkvist"), place(9, "Lindkvist")
    ways = (Suggestion("look", ()), replacing("Ada Lindqvist", whole))
    first = finding("names/a", whole, suggestions=ways)
    assert len(merge([first, finding("names/b", part, suggestions=(replacing("Lindqvist", part),))])) == 2


@pytest.mark.parametrize(
    ("start", "length", "joins"),
    [(20, 4, True), (21, 4, False), (24, 2, False), (29, 4, False), (30, 4, True), (20, 5, False), (20, 30, False), (34, 2, True)],
)  # fmt: skip
def test_an_edit_that_overlaps_another_does_not_join(start: int, length: int, joins: bool) -> None:
    spots = [place(24, "x" * 6), place(5)]
    more = [place(start, "y" * length), place(5)]
    one = finding("names/a", place(5), severity="error", suggestions=(replacing("Lindqvist", *spots),))
    two = finding("names/b", place(5), suggestions=(replacing("Lindqvist", *more),))
    (merged,) = merge([two, one])
    (way,) = merged.suggestions
    expected = {(5, 14), (24, 30)} | ({(start, start + length)} if joins else set())
    assert [(edit.start, edit.end) for edit in way.edits] == sorted(expected)


def test_a_finding_alone_loses_what_lies_in_its_own_place() -> None:
    inside, outside = Related("evidence", place(5, "Lind")), Related("evidence", place(50))
    (merged,) = merge([finding("names/a", place(5), related=[outside, inside])])
    assert merged.related == (outside,)
    plain = finding("names/a", place(5))
    assert merge([plain]) == (plain,)


def test_findings_that_would_replace_other_words_of_a_name_stay_apart() -> None:
    whole, part = place(5, "Ada Lindkvist"), place(9, "Lindkvist")
    first = finding("names/a", whole, suggestions=(replacing("Ida Lindkvist", whole),))
    assert len(merge([first, finding("names/b", part, suggestions=(replacing("Lindqvist", part),))])) == 2


@pytest.mark.parametrize(
    "others",
    [
        pytest.param(finding("dates/b", place(5)), id="other family"),
        pytest.param(finding("names/b", place(5, path="b.txt")), id="other article"),
        pytest.param(finding("names/b", place(5, "Lind")), id="other span"),
        pytest.param(finding("names/b", place(50), related=[Related("other", place(5))]), id="only its other side"),
    ],
)
def test_what_is_about_something_else_stays(others: Finding) -> None:
    assert len(merge([finding("names/a", place(5)), others])) == 2


@pytest.mark.parametrize(
    ("first", "second", "winner"),
    [
        pytest.param({"severity": "warning", "basis": "listed"}, {"severity": "error"}, "names/b", id="severity first"),
        pytest.param({"basis": "pattern"}, {"basis": "story"}, "names/b", id="story over pattern"),
        pytest.param({"basis": "story"}, {"basis": "known"}, "names/b", id="known over story"),
        pytest.param({"basis": "known"}, {"basis": "listed"}, "names/b", id="listed over known"),
        pytest.param({}, {}, "names/a", id="then by rule"),
    ],
)
def test_who_stays(first: dict[str, str], second: dict[str, str], winner: str) -> None:
    (merged,) = merge([finding("names/b", place(5), **second), finding("names/a", place(5), **first)])
    assert merged.rule == winner


def test_places_that_are_all_among_another_findings_places() -> None:
    spots = [place(start) for start in (5, 25, 45, 65)]
    few = finding("names/close-to-known", *spots[1:3], basis="known")
    many = finding("names/misspelled", *spots, severity="error", basis="listed")
    (merged,) = merge([few, many])
    assert merged.rule == "names/misspelled"
    assert merged.places == tuple(spots)


def test_partly_shared_places_are_two_mistakes() -> None:
    spots = [place(start) for start in (5, 25, 45)]
    assert len(merge([finding("names/a", *spots[:2]), finding("names/b", *spots[1:])])) == 2


def test_a_winner_with_fewer_places_takes_the_others() -> None:
    few = finding("names/listed", place(25), severity="error")
    many = finding("names/known", place(5), place(25))
    (merged,) = merge([few, many])
    assert merged.severity == "error"
    assert [spot.start for spot in merged.places] == [5, 25]


def test_the_message_keeps_its_words() -> None:
    few = finding("names/listed", place(25, "Merts"), severity="error")
    many = finding("names/known", place(5, "Murch"), place(25, "Merts"))
    (merged,) = merge([few, many])
    assert merged.primary.text == "Merts"
    assert [spot.text for spot in merged.places] == ["Merts", "Murch"]


def test_no_place_appears_twice_and_the_best_finding_gives_the_role() -> None:
    best = finding("names/a", place(5), severity="error", related=[Related("other", place(45), "")])
    rest = finding(
        "names/b",
        place(5),
        related=[Related("evidence", place(45)), Related("other", place(45), "how"), Related("same", place(65))],
    )
    (merged,) = merge([rest, best])
    assert merged.related == (Related("same", place(65)), Related("other", place(45), "how"))


def test_the_winner_keeps_its_suggestions() -> None:
    best = finding("names/a", place(5), severity="error", suggestions=(replacing("Lindqvist", place(5)),))
    rest = finding("names/b", place(5), suggestions=(replacing("Lindquist", place(5)),))
    (merged,) = merge([rest, best])
    assert merged.suggestions == best.suggestions


def test_a_winner_without_suggestions_takes_the_losers() -> None:
    ways = (replacing("Lindqvist", place(5)),)
    (merged,) = merge([finding("names/a", place(5), severity="error"), finding("names/b", place(5), suggestions=ways)])
    assert merged.suggestions == ways


def test_edits_of_one_title_join() -> None:
    one = finding("names/a", place(5), severity="error", suggestions=(replacing("Lindqvist", place(5)),))
    two = finding("names/b", place(5), place(25), suggestions=(replacing("Lindqvist", place(5), place(25)),))
    (merged,) = merge([one, two])
    assert merged.suggestions == (replacing("Lindqvist", place(5), place(25)),)


def test_nothing_that_is_not_listed_becomes_automatic() -> None:
    one = finding("names/a", place(5), severity="error", suggestions=(replacing("Merz", place(5), automatic=True),))
    two = finding("names/b", place(5), place(25), suggestions=(replacing("Merz", place(5), place(25)),))
    (merged,) = merge([one, two])
    assert merged.suggestions == (replacing("Merz", place(5), automatic=True), replacing("Merz", place(25)))


def test_many_findings_with_one_place_in_common() -> None:
    spots = [place(start * 10) for start in range(3_000)]
    assert len(merge(finding("names/a", spot, spots[0]) for spot in spots[1:])) == len(spots) - 1


SPOTS = [
    place(start, text, path)
    for path in ("a.txt", "b.txt")
    for start, text in ((0, "Lindkvist"), (20, "Lind"), (30, "Lind"))
]
FINDINGS = st.lists(
    st.builds(
        lambda rule, severity, basis, spots, roles, titles: Finding(
            rule,
            severity,
            "high",
            f"{rule} {spots[0].text}",
            spots[0],
            tuple(replacing(title, *spots, automatic=auto) for title, auto in titles),
            tuple(Related(role, spot) for role, spot in zip(roles, spots[1:], strict=False)),
            basis,
        ),
        st.sampled_from(["names/a", "names/b", "dates/a"]),
        st.sampled_from(SEVERITIES),
        st.sampled_from(BASES),
        st.lists(st.sampled_from(SPOTS), min_size=1, max_size=4, unique=True),
        st.lists(st.sampled_from(ROLES), min_size=3, max_size=3),
        st.lists(st.tuples(st.sampled_from("XY"), st.booleans()), max_size=2, unique_by=lambda title: title[0]),
    ),
    max_size=8,
)


def span(spot: Location) -> tuple[object, ...]:
    return spot.path, spot.start, spot.end


@given(FINDINGS, st.randoms(use_true_random=False))
def test_order_does_not_matter(findings: list[Finding], shuffler: random.Random) -> None:
    merged = merge(findings)
    shuffler.shuffle(findings)
    assert merge(findings) == merged


@given(FINDINGS)
def test_no_place_is_lost_or_doubled(findings: list[Finding]) -> None:
    merged = merge(findings)
    for one in merged:
        spots = [span(one.primary), *(span(other.location) for other in one.related)]
        assert len(spots) == len(set(spots))
    every = {(one.family, span(spot)) for one in findings for spot in one.places}
    kept = {
        (one.family, span(spot)) for one in merged for spot in (one.primary, *(other.location for other in one.related))
    }
    assert every <= kept


@given(FINDINGS)
def test_one_finding_for_each_family_and_primary_place(findings: list[Finding]) -> None:
    merged = [(one.family, span(one.primary)) for one in merge(findings)]
    assert len(merged) == len(set(merged))


@given(FINDINGS)
def test_edits_of_a_suggestion_never_overlap(findings: list[Finding]) -> None:
    for one in merge(findings):
        for way in one.suggestions:
            spots = [(edit.path, edit.start, edit.end) for edit in way.edits]
            assert len(spots) == len(set(spots))
