"""How rows become findings, before findings are merged: places, roles, wordings, suggestions and severity."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from newsdesk import (
    Entry,
    Fact,
    Facts,
    article,
    fact,
    findings,
    outcome,
    places,
    prepared,
    query_rule,
    related,
    ruleset,
)

from factlint.article import Anchor, Card
from factlint.article import fact as fact_class
from factlint.engine.compose import Composer
from factlint.engine.join import Execution
from factlint.knowledge import Knowledge
from factlint.text.lines import LineIndex

if TYPE_CHECKING:
    from factlint.findings import Finding
    from factlint.ruleset.load import Ruleset


def composed(rules: Ruleset, *readings: Facts, desk: Knowledge | None = None) -> list[Finding]:
    """The findings of a rule over facts that stand on one line each ten code points."""
    plan, sources = prepared(rules.rules[0], desk or Knowledge({}), readings)
    lines = {one.card.key: LineIndex("x" * 9 + ("\n" + "x" * 9) * 9) for one in readings}
    found: list[Finding] = []
    for source in sources:
        composer = Composer(plan, lines, partial(source.scope, plan))
        found += composer.findings(Execution(plan, source).rows())
    return found


def reading(path: str = "a.txt", anchor: Anchor | None = None, /, **layers: Any) -> Facts:
    return Facts(Card(path, path, anchor=anchor), layers)


def role(finding: Finding, name: str) -> list[int]:
    return [one.location.start for one in finding.related if one.role == name]


# -- the places of a finding


@pytest.mark.parametrize("items", [(0, 1, 2), (1, 0, 1), (0, 0, 1), (1, 2, 2)], ids=str)
def test_the_list_around_an_item_is_no_second_place(items: tuple[int, ...]) -> None:
    rules = query_rule("from list l, item i in l.items where i.index = 1 report i", own="lists_x")
    parts = tuple(fact(at, index=index) for at, index in enumerate(items))
    [found] = composed(rules, reading(list=[fact(0, end=3, items=parts)]))
    assert (found.primary.start, len(found.related)) == (items.index(1), items.count(1) - 1)
    assert {one.role for one in found.related} <= {"same"}


@pytest.mark.parametrize(("start", "end"), [(0, 3), (4, 8), (5, 9), (3, 8), (6, 7)])
def test_what_is_not_around_a_place_is_another(start: int, end: int) -> None:
    rules = query_rule("from date d, name n where d.year = 1 and n.surname is known")
    [found] = composed(rules, reading(date=[fact(4, end=8, year=1)], name=[fact(start, end=end, surname="Roe")]))
    assert role(found, "other") == ([] if start <= 4 and end >= 8 else [start])


@pytest.mark.parametrize("years", [(1, 2), (2, 1)], ids=["the first", "the second"])
def test_the_same_offsets_in_another_article_are_another_place(years: tuple[int, int]) -> None:
    find = "from date d, date e of different articles where d.month = e.month and d.year < e.year"
    readings = [reading(name, date=[fact(5, month=1, year=year)]) for name, year in zip("ab", years, strict=True)]
    [found] = composed(query_rule(find), *readings)
    other = "ab"[years.index(2)]
    assert [(one.role, one.location.id) for one in found.related] == [("other", other)]


def test_what_is_reported_is_the_first_that_has_a_place() -> None:
    desk = Knowledge({"person": [Entry(key="roe", surname="Roe", accepted=("Roe", "Row"))]})
    rules = query_rule("from person p, text t in p.accepted, date d, name n where n.surname = t and d.year = 1")
    [found] = composed(rules, reading(date=[fact(4, year=1)], name=[fact(9, surname="Row")]), desk=desk)
    assert (found.primary.start, role(found, "other")) == (4, [9])


@pytest.mark.parametrize("name", ["a", "n"])
def test_every_other_fact_is_another_place_whatever_the_rule_calls_it(name: str) -> None:
    rules = query_rule(f"from date d, name {name} where d.year = 1 and {name}.surname = 'Roe'")
    [found] = composed(rules, reading(date=[fact(4, year=1)], name=[fact(9, surname="Roe")]))
    assert role(found, "other") == [9]


def test_what_a_group_is_asked_about_one_fact_is_asked_of_the_first() -> None:
    for day, count in ((1, 1), (2, 0)):
        rules = query_rule(f"from date d grouped by d.month having d.day = {day} and variants(d.year) > 1")
        dates = [fact(0, month=1, year=1, day=1), fact(9, month=1, year=2, day=2)]
        assert len(composed(rules, reading(date=dates))) == count


def test_a_group_is_in_the_order_of_what_is_reported() -> None:
    find = (
        "from date d, date e where d.month = 1 and e.month = 2 grouped by d.month having variants(e.year) > 1 report e"
    )
    dates = [fact(0, month=2, year=2), fact(5, month=1), fact(9, month=2, year=3), fact(12, month=1)]
    [found] = composed(query_rule(find, "{forms(e.year)}, {forms(d.start)}"), reading(date=dates))
    assert (found.message, found.primary.start) == ("2 and 3, 5 and 12", 0)
    assert (role(found, "same"), role(found, "other")) == ([9], [5, 12])


def test_places_of_one_side_come_before_those_of_the_other_and_evidence_last() -> None:
    rules = query_rule(
        "from date d, name n where d.month = 1 and n.surname = 'Roe' "
        "grouped by d.month having variants(d.year) > 1 report d where d.year = 2",
        evidence="[n]",
    )
    dates = [fact(0, month=1, year=1), fact(20, month=1, year=2), fact(30, month=1, year=2), fact(40, month=1, year=1)]
    [found] = composed(rules, reading(date=dates, name=[fact(10, surname="Roe")]))
    assert found.primary.start == 20
    assert [(one.role, one.location.start) for one in found.related] == [
        ("same", 30), ("other", 0), ("other", 40), ("evidence", 10),
    ]  # fmt: skip


def test_a_place_has_its_line_and_column() -> None:
    [found] = composed(query_rule("from date d where d.year = 1"), reading(date=[fact(23, end=32, year=1)]))
    place = found.primary
    assert (place.line, place.column, place.end_line, place.end_column) == (3, 4, 4, 3)


def test_a_finding_without_rows_is_none() -> None:
    assert composed(query_rule("from date d where d.year = 1"), reading(date=[fact(0, year=2)])) == []


# -- what is one finding


@pytest.mark.parametrize(
    ("having", "sizes"),
    [
        ("variants(d.year) > 1", [3]),
        ("variants(d.year) > 2", []),
        ("count(d.year) > 1", [3, 2]),
    ],
)
def test_groups_must_be_as_large_and_as_varied_as_the_rule_says(having: str, sizes: list[int]) -> None:
    if having.startswith("count"):
        having = "variants(d.day) > 1"
    rules = query_rule(f"from date d grouped by d.month having {having}")
    dates = [fact(0, month=1, year=1, day=1), fact(5, month=1, year=2, day=2), fact(9, month=1, year=2, day=3)]
    dates += [fact(12, month=2, year=7, day=1), fact(15, month=2, year=7, day=2), fact(18, month=3, year=1, day=1)]
    found = composed(rules, reading(date=dates))
    assert [1 + len(role(one, "same")) for one in found] == sizes


def test_a_group_is_told_apart_by_all_its_keys() -> None:
    rules = query_rule("from date d grouped by d.month, d.day having variants(d.year) > 1", "{forms(d.year)}")
    dates = [fact(at, month=1 + at // 4, day=at % 2, year=at) for at in range(8)]
    found = composed(rules, reading(date=dates))
    assert [(one.message, one.primary.start) for one in found] == [
        ("0 and 2", 0),
        ("1 and 3", 1),
        ("4 and 6", 4),
        ("5 and 7", 5),
    ]


# -- wordings of one utterance

FIRST = "we are closer to a deal than we have ever been before"
SECOND = "we are closer to a deal now than we have ever been before"
THIRD = "we are much closer to a deal now than we have ever been before today"
LIKE = "from quote a, quote b of different articles where a.text is like b.text at least 60% and a.text != b.text"


def told(rules: Ruleset, *texts: str) -> list[Finding]:
    return composed(
        rules,
        *(
            reading(f"{name}.txt", quote=[fact(3, end=4, text=text)])
            for name, text in zip("abcde", texts, strict=False)
        ),
    )


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        ((FIRST, SECOND), "ab"),
        ((SECOND, FIRST), "ab"),
        ((FIRST, FIRST, SECOND), "cab"),
        ((FIRST, SECOND, FIRST), "bac"),
        ((SECOND, FIRST, FIRST), "abc"),
        ((FIRST, FIRST, SECOND, SECOND), "abcd"),
        ((FIRST, FIRST, SECOND, SECOND, THIRD), "eabcd"),
        ((FIRST, SECOND, THIRD), "abc"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_few_have_comes_before_what_most_have(texts: tuple[str, ...], order: str) -> None:
    [found] = told(query_rule(LIKE, own="quotes_x"), *texts)
    assert [one.id[0] for one in (found.primary, *(place.location for place in found.related))] == [*order]
    assert {one.role for one in found.related} == {"other"}


@pytest.mark.parametrize(
    ("texts", "message", "labels"),
    [
        ((FIRST, SECOND), "12 to 13", [""]),
        ((FIRST, FIRST, SECOND), "13 to 12", ["12 of 13", "12 of 13"]),
        ((FIRST, SECOND, THIRD), "12 to 15", ["13 of 15", ""]),
        ((THIRD, FIRST, SECOND), "15 to 13", ["12 of 15", "13 of 15"]),
    ],
    ids=["two", "two alike", "the fullest last", "the fullest first"],
)
def test_each_wording_is_held_against_the_fullest(texts: tuple[str, ...], message: str, labels: list[str]) -> None:
    rules = query_rule(
        LIKE,
        "{size(a.text)} to {size(b.text)}",
        "quotes_x",
        label="{size(a.text)} of {size(b.text)}",
    )
    [found] = told(rules, *texts)
    assert (found.message, [one.label for one in found.related]) == (message, labels)


def test_wordings_that_are_alike_in_a_chain_are_one_finding_and_others_are_another() -> None:
    other = "the basis of that agreement is strong and it will hold for years"
    rules = query_rule(LIKE, own="quotes_x")
    quotes = [(FIRST, other), (THIRD, f"{other} now"), (SECOND, other)]
    readings = [
        reading(f"{name}.txt", quote=[fact(3 * at, end=3 * at + 1, text=text) for at, text in enumerate(texts)])
        for name, texts in zip("abc", quotes, strict=True)
    ]
    found = composed(rules, *readings)
    assert [(one.primary.id, one.primary.start, len(one.related)) for one in found] == [
        ("a.txt", 0, 2),
        ("b.txt", 3, 2),
    ]


def test_what_is_like_a_saying_is_a_finding_each() -> None:
    rules = query_rule(
        f'from quote q of the same story where q.text is like "{FIRST}" at least 60%', "{size(q.text)}", "quotes_x"
    )
    assert [(one.primary.id, one.message, one.related) for one in told(rules, FIRST, "it is open", THIRD)] == [
        ("a.txt", "12", ()),
        ("c.txt", "15", ()),
    ]


def test_in_a_chain_of_wordings_the_first_comes_first_unless_a_row_is_graver() -> None:
    """The one in the middle is like both others, which are not like each other."""
    chain = (
        "the old harbour wall will stand for years",
        "the old harbour wall will fall in time",
        "the new harbour wall will fall in time",
    )
    find = "from quote a, quote b of different articles where a.text is like b.text at least 60%"
    texts = [chain[0], chain[2], chain[1]]
    [found] = told(query_rule(find, "{size(a.text)}", "quotes_x"), *texts)
    assert (found.primary.id, len(found.related)) == ("a.txt", 2)
    graver = query_rule(
        find, "x", "quotes_x", severity="note", warning='a.text contains "new" or b.text contains "new"'
    )
    [found] = told(graver, *texts)
    assert (found.severity, found.primary.id) == ("warning", "b.txt")


def test_only_wordings_that_the_rule_reports_make_a_finding() -> None:
    rules = query_rule(f"{LIKE} report a where size(b.text) > 13", own="quotes_x")
    assert told(rules, FIRST, SECOND) == []
    [found] = told(rules, FIRST, SECOND, THIRD)
    assert (found.primary.id, [one.location.id for one in found.related]) == ("c.txt", ["a.txt", "b.txt"])


def test_the_wording_that_makes_it_a_warning_comes_first() -> None:
    rules = query_rule(LIKE, "{size(a.text)}", "quotes_x", severity="note", warning="size(b.text) > 13")
    [found] = told(rules, FIRST, SECOND, THIRD)
    assert (found.severity, found.primary.id) == ("warning", "c.txt")
    [found] = told(rules, FIRST, SECOND)
    assert (found.severity, found.primary.id) == ("note", "a.txt")


# -- suggestions


def test_each_place_gets_its_own_words() -> None:
    [found] = findings(ruleset("rules: [{prefer: {Kyiv: Kiev}}]"), "KIEV, Kiev and Kiev.")
    assert [edit.replacement for edit in found.suggestions[0].edits] == ["KYIV", "Kyiv", "Kyiv"]
    assert (found.suggestions[0].title, found.counterpart) == ("KYIV", "KYIV")


def test_different_words_are_all_in_the_title() -> None:
    rules = query_rule("from date d", suggest="{d.year}")
    [found] = composed(rules, reading(date=[fact(0, year=1), fact(5, year=2), fact(9, year=1), fact(12)]))
    [suggestion] = found.suggestions
    assert suggestion.title == "1 / 2"
    assert [(edit.start, edit.end, edit.replacement, edit.path, edit.id) for edit in suggestion.edits] == [
        (0, 1, "1", "a.txt", "a.txt"), (5, 6, "2", "a.txt", "a.txt"), (9, 10, "1", "a.txt", "a.txt"),
    ]  # fmt: skip


def test_evidence_is_no_counterpart() -> None:
    find = "from date a, date b where a.year = 2020 and b.year = 2021"
    text = "On May 1, 2020, and on May 2, 2021."
    assert findings(query_rule(find, evidence="[b]"), text)[0].counterpart == ""
    assert findings(query_rule(find), text)[0].counterpart == "May 2, 2021"
    assert findings(query_rule("from date d where d.full"), "On May 1, 2020, and May 2, 2020.")[0].counterpart == ""


# -- severity


@fact_class
class Inferred(Fact):
    inferred: bool = True
    resolved: date | None = None


def day(start: int, resolved: date, *, inferred: bool = True) -> Inferred:
    return Inferred(start=start, end=start + 1, text="x", place=fact(0).place, resolved=resolved, inferred=inferred)


def test_the_first_inferred_day_says_where_it_is_from() -> None:
    rules = query_rule("from date d of the same story where d.resolved > 2025-01-01", "late", severity="warning")
    anchors = Anchor(date(2025, 12, 15), "high", "the dateline"), Anchor(date(2025, 12, 16), "high", "the file name")
    days = [reading(f"{at}.txt", anchor, date=[day(0, date(2025, 5, 1))]) for at, anchor in enumerate(anchors)]
    [found] = composed(rules, *days)
    assert (found.severity, found.message) == ("note", "late (by a date taken from the dateline)")
    [found] = composed(rules, reading(date=[day(0, date(2025, 5, 1))]))
    assert found.message == "late (by a date taken from another date)"
    [found] = composed(rules, reading(date=[day(0, date(2025, 5, 1), inferred=False)]))
    assert (found.severity, found.message) == ("warning", "late")


def test_a_rule_that_does_not_ask_for_a_day_leans_on_none() -> None:
    rules = query_rule("from date d where d.start >= 0", "here", severity="warning")
    [found] = composed(rules, reading(date=[day(0, date(2025, 5, 1))]))
    assert (found.severity, found.confidence, found.message) == ("warning", rules.rules[0].confidence, "here")


@pytest.mark.parametrize(("severity", "weighed"), [("note", "warning"), ("warning", "warning"), ("error", "error")])
def test_one_row_makes_a_note_a_warning(severity: str, weighed: str) -> None:
    rules = query_rule("from date d where d.month = 1", "here", severity=severity, warning="d.year = 2")
    [found] = composed(rules, reading(date=[fact(0, month=1, year=1), fact(5, month=1, year=2)]))
    assert found.severity == weighed
    [found] = composed(rules, reading(date=[fact(0, month=1, year=1), fact(5, month=1)]))
    assert found.severity == severity


def test_what_to_accept_is_the_first_line_that_can_be_said() -> None:
    rules = query_rule(
        "from date d where d.month = 1", accept='["accept {d.day}", "accept {d.year}", "accept {d.month}"]'
    )
    [found] = composed(rules, reading(date=[fact(0, month=1, year=7)]))
    assert found.accept == ("accept 7",)


def test_the_group_of_an_article_and_that_of_a_story() -> None:
    dates = {"a.txt": "On May 1, 2020, and on May 2, 2020.", "b.txt": "On May 3, 2020."}
    for group, wanted in (("article", [["a.txt", "a.txt"], ["b.txt"]]), ("story", [["a.txt", "a.txt", "b.txt"]])):
        rules = query_rule("from date d of the same story where d.full", "{d.text}", group=group)
        made = outcome(rules, *(article(text, name) for name, text in dates.items())).findings
        assert sorted([path for path, _ in places(one)] for one in made) == wanted
        assert all(related(one, "other") == [] for one in made)
