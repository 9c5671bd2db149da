"""From rows to findings: one disagreement, one finding, with every place of it in its role."""

from __future__ import annotations

from datetime import date

import pytest
from newsdesk import Fact, Facts, article, fact, findings, outcome, places, query_rule, related, ruleset

from factlint.article import Anchor, Card
from factlint.article import fact as fact_class
from factlint.engine.article import arranged, map_article
from factlint.engine.plan import Pending
from factlint.engine.rows import Known
from factlint.knowledge import Knowledge

SPELL = "rules: [{spell: {Witkoff: [Whitcoff, Whitkoff]}}]"
KYIV = "rules: [{prefer: {Kyiv: Kiev}}]"


# -- what is one finding


def test_one_mistake_made_four_times_is_one_finding() -> None:
    text = "Steve Whitcoff came.\n\nWhitcoff spoke; Whitcoff’s aide and WHITCOFF left."
    [found] = findings(ruleset(SPELL), text)
    assert [words for _, words in places(found)] == ["Whitcoff", "Whitcoff", "Whitcoff", "WHITCOFF"]
    assert found.primary.start == text.index("Whitcoff")
    assert found.message == "Whitcoff should be Witkoff"


def test_two_wrong_forms_are_two_findings_in_text_order() -> None:
    found = findings(ruleset(SPELL), "First Whitkoff, then Whitcoff, then Whitkoff.")
    assert [[words for _, words in places(one)] for one in found] == [["Whitkoff", "Whitkoff"], ["Whitcoff"]]


def test_an_article_rule_has_a_finding_in_each_article() -> None:
    found = findings(ruleset(SPELL), "Whitcoff came.", "Whitcoff left.")
    assert [places(one) for one in found] == [[("a.txt", "Whitcoff")], [("b.txt", "Whitcoff")]]


DATES = "They met on Dec. 1, 2025. They met on Dec. 2, 2025. They met on Jan. 3, 2024. And on Dec. 1, 2025."


@pytest.mark.parametrize(
    ("message", "group", "counts"),
    [
        ("{d.text}", None, [2, 1, 1]),
        ("{d.month} of {d.year}", None, [3, 1]),
        ("a date", None, [4]),
        ("{d.text}", "article", [4]),
        ("{d.text}", "story", [4]),
        ("{d.text}", "d.year", [3, 1]),
        ("{d.text}", "[d.year, d.day]", [2, 1, 1]),
    ],
    ids=str,
)
def test_rows_that_show_the_same_are_one_finding_unless_the_rule_groups_them(
    message: str, group: str | None, counts: list[int]
) -> None:
    keys = {"group": group} if group else {}
    found = findings(query_rule("from date d where d.full", message, **keys), DATES)
    assert [len(places(one)) for one in found] == counts


@pytest.mark.parametrize(("group", "counts"), [(None, [2, 1]), ("article", [2, 1]), ("story", [3])], ids=str)
def test_groups_of_a_rule_across_articles(group: str | None, counts: list[int]) -> None:
    keys = {"group": group} if group else {}
    rule = query_rule(
        "from date d of the same story where d.full and d.year != story.year",
        "{d.year}" if not group else "off",
        **keys,
    )
    texts = [
        article(text, name, published=date(2025, 12, 2))
        for name, text in (("a.txt", "On May 1, 2020, and May 2, 2020."), ("b.txt", "On May 1, 2021."))
    ]
    assert [len(places(one)) for one in findings(rule, *texts)] == counts


def test_a_finding_across_articles_is_one_for_the_story() -> None:
    rule = query_rule("from date d of the same story where d.full and d.year = 2020", "2020")
    [found] = findings(rule, "On May 1, 2020.", "On May 1, 2021, and May 2, 2020.")
    assert places(found) == [("a.txt", "May 1, 2020"), ("b.txt", "May 2, 2020")]


UTTERANCES = (
    "we are closer to a deal than we have ever been before",
    "we are closer to a deal now than we have ever been before",
    "we are much closer to a deal now than we have ever been",
    "we are closer to a deal than we have been before",
    "now we are closer to a deal than we have ever been before",
)
LIKE = "from quote a, quote b of different articles where a.text is like b.text at least 60%"


def test_five_wordings_are_one_finding() -> None:
    texts = [f"“{words.capitalize()},” he said on Monday." for words in UTTERANCES]
    [found] = findings(query_rule(LIKE, "{variants(a.text)} wordings", "quotes_x"), *texts)
    assert found.message == "5 wordings"
    assert found.primary.id == "a.txt"
    assert [place for place, _ in related(found, "other")] == ["b.txt", "c.txt", "d.txt", "e.txt"]


def test_of_several_wordings_the_odd_one_comes_first() -> None:
    texts = [f"“{UTTERANCES[number].capitalize()},” he said on Monday." for number in (0, 0, 1)]
    [found] = findings(query_rule(f"{LIKE} and a.text != b.text", "wordings", "quotes_x"), *texts)
    assert found.primary.id == "c.txt"
    assert [place for place, _ in related(found, "other")] == ["a.txt", "b.txt"]


def test_two_utterances_are_two_findings() -> None:
    pairs = [
        (UTTERANCES[0], "the basis of that agreement is strong"),
        (UTTERANCES[1], "the basis of this agreement is very strong"),
    ]
    texts = [" ".join(f"“{words.capitalize()},” he said." for words in pair) for pair in pairs]
    assert len(findings(query_rule(LIKE, "wordings", "quotes_x"), *texts)) == 2


# -- grouped by


MIXED = "rules: [{one_of: [percent, per cent]}]"


@pytest.mark.parametrize(
    ("text", "wrong", "others"),
    [
        ("5 percent, 6 percent, 7 per cent.", ["per cent"], ["percent", "percent"]),
        ("5 per cent, 6 percent, 7 percent.", ["per cent"], ["percent", "percent"]),
        ("5 per cent, 6 percent.", ["percent"], ["per cent"]),  # one against one: the first stays
        ("5 percent, 6 percent.", None, None),
    ],
)
def test_the_minority_is_reported_and_the_majority_is_the_other_side(
    text: str, wrong: list[str] | None, others: list[str] | None
) -> None:
    found = findings(ruleset(MIXED), text)
    if wrong is None or others is None:
        assert found == ()
        return
    assert [words for _, words in places(found[0])] == wrong
    assert [words for _, words in related(found[0], "other")] == others


def test_groups_stay_apart() -> None:
    rule = query_rule(
        "from date d where d.full grouped by d.month having variants(d.year) > 1 report d where d.year != majority(d.year)",
        "{forms(d.year)}",
    )
    text = "On May 1, 2020, May 2, 2020, and May 3, 2021. On June 1, 2022, and June 2, 2022. On July 1, 2020, and July 2, 2022."
    assert [(one.message, [words for _, words in places(one)]) for one in findings(rule, text)] == [
        ("2020 and 2021", ["May 3, 2021"]),
        ("2020 and 2022", ["July 2, 2022"]),
    ]


def test_a_group_that_cannot_be_judged_is_no_finding() -> None:
    rule = query_rule("from date d grouped by d.month having variants(d.year) > 1", "x")
    assert findings(rule, "On May 1 and May 2 and in May.") == ()


# -- places and roles


def test_the_other_facts_of_a_row_are_other_places_or_evidence() -> None:
    find = "from date a, date b, date c where a.year = 2020 and b.year = 2021 and c.year = 2022"
    text = "On May 1, 2020, on May 2, 2021, and on May 3, 2022."
    [found] = findings(query_rule(find, "x", evidence="[c]"), text)
    assert places(found) == [("a.txt", "May 1, 2020")]
    assert related(found, "other") == [("a.txt", "May 2, 2021")]
    assert related(found, "evidence") == [("a.txt", "May 3, 2022")]


def test_places_are_ordered_by_article_and_offset() -> None:
    rule = query_rule("from date d of the same story where d.full", "dates")
    [found] = findings(rule, article("On May 2, 2020, and May 1, 2020.", "b.txt"), article("On May 3, 2020.", "a.txt"))
    assert [words for _, words in places(found)] == ["May 3, 2020", "May 2, 2020", "May 1, 2020"]


def test_a_part_of_a_fact_can_be_reported() -> None:
    rule = query_rule('from name n where n.surname = "Merts" report n.family', "x", "names_x", suggest="Merz")
    [found] = findings(rule, "Chancellor Friedrich Merts came.")
    assert places(found) == [("a.txt", "Merts")]
    assert [edit.replacement for edit in found.suggestions[0].edits] == ["Merz"]


def test_the_list_around_an_item_is_no_second_place() -> None:
    rule = query_rule(
        "from list l, item i in l.items where any(item j in l.items where j.key = i.key and j.index < i.index) report i",
        "twice",
        "lists_x",
    )
    [found] = findings(rule, "Leaders of Denmark, Finland, Norway, Finland and Sweden came.")
    assert (places(found), found.related) == ([("a.txt", "Finland")], ())


def test_line_and_column_count_from_one_in_code_points() -> None:
    [found] = findings(ruleset(KYIV), "😀 a\r\nb\rIn Kiev\n")
    assert (found.primary.line, found.primary.column, found.primary.end_column) == (3, 4, 8)


# -- suggestions


def test_a_suggestion_mends_every_place_with_its_capitals() -> None:
    [found] = findings(ruleset(KYIV), "Kiev. They left KIEV.")
    [suggestion] = found.suggestions
    assert [edit.replacement for edit in suggestion.edits] == ["Kyiv", "KYIV"]
    assert suggestion.title == "Kyiv"


def test_suggestions_are_told_once_and_never_change_nothing() -> None:
    rule = query_rule(
        "from date d where d.full", "x", suggest='["{d.text}", "today", "{lower(\\"TODAY\\")}", "{written(d.year)}"]'
    )
    [found] = findings(rule, "On May 1, 2020.")
    assert [suggestion.title for suggestion in found.suggestions] == ["today", "2020"]


def test_a_suggestion_with_a_hole_is_left_out_and_so_is_a_message() -> None:
    rule = query_rule(
        "from date d where d.month = 5",
        "{d.stated_weekday}",
        why="The fifth month. More.",
        suggest="{d.stated_weekday}",
    )
    [found] = findings(rule, "On May 1, 2020.")
    assert (found.message, found.suggestions) == ("The fifth month", ())


@pytest.mark.parametrize(("rules", "automatic"), [(SPELL, True), (KYIV, False)])
def test_only_what_the_desk_lists_as_wrong_mends_itself(rules: str, automatic: bool) -> None:
    [found] = findings(ruleset(rules), "Whitcoff was in Kiev.")
    assert [suggestion.automatic for suggestion in found.suggestions] == [automatic]


# -- severity and confidence


@fact_class
class Inferred(Fact):
    inferred: bool = True
    resolved: date | None = None


@pytest.mark.parametrize(
    ("severity", "confidence", "weighed"),
    [
        ("error", "high", ("warning", "medium")),
        ("warning", "high", ("note", "medium")),
        ("note", "high", ("note", "medium")),
        ("error", "medium", ("note", "low")),
        ("error", "low", ("note", "low")),
    ],
)
def test_what_leans_on_an_inferred_day_is_a_step_weaker_and_says_so(
    severity: str, confidence: str, weighed: tuple[str, str]
) -> None:
    [rule] = query_rule(
        "from date d where d.resolved > 2025-01-01", "late", severity=severity, confidence=confidence
    ).rules
    place = fact(0).place
    day = Inferred(start=0, end=1, text="x", place=place, resolved=date(2025, 12, 15))
    reading = Facts(Card("a", "a", anchor=Anchor(date(2025, 12, 15), "high", "the dateline")), {"date": [day]}, "x")
    [found] = map_article(reading, arranged([Pending(rule, Knowledge({}))]), Known(Knowledge({}))).findings  # type: ignore[arg-type]
    assert (found.severity, found.confidence) == weighed
    assert found.message == "late (by a date taken from the dateline)"


def test_what_nobody_can_be_sure_of_is_a_note() -> None:
    [found] = findings(query_rule("from date d", "x", confidence="low"), "On May 1, 2020.")
    assert (found.severity, found.confidence) == ("note", "low")


@pytest.mark.parametrize(
    ("rules", "basis"),
    [
        (ruleset(SPELL), "listed"),
        (
            query_rule('from name n, person p where n.surname = "Whitcoff" and p.surname = "Macron"', "x", "names_x"),
            "known",
        ),
        (query_rule("from date a, date b of different articles where a.year = b.year", "x"), "story"),
        (query_rule("from date a", "x"), "pattern"),
    ],
    ids=["listed", "known", "story", "pattern"],
)
def test_a_rule_knows_what_it_rests_on(rules: object, basis: str) -> None:
    assert [rule.basis for rule in rules.rules] == [basis]  # type: ignore[attr-defined]


# -- where a rule looks


PAPER = """\
    Talks went on in Kiev

    Leaders met in Kiev on Monday.

    “We are in Kiev,” he said.

    A general view of Kiev, Ukraine, on Dec. 15, 2025. - REUTERS

    Correction: An earlier version of this article said Kiev.

    Sign up for our newsletter about Kiev here.
    """


def kinds(rules: object, text: str = PAPER) -> list[str]:
    read = article(text)
    lines = read.text.splitlines()
    found = findings(rules, read)  # type: ignore[arg-type]
    named = {
        "Talks": "headline",
        "Leaders": "body",
        "“We": "quote",
        "A": "caption",
        "Correction:": "correction",
        "Sign": "boilerplate",
    }
    return [named[lines[place.line - 1].split()[0]] for one in found for place in one.places]


@pytest.mark.parametrize(
    ("own", "where", "wanted"),
    [
        ("style_x", "", ["headline", "body", "quote", "caption"]),
        ("text_x", "", ["headline", "body", "quote", "caption", "boilerplate"]),
        ("style_x", "in caption", ["caption"]),
        ("style_x", "in caption or headline", ["headline", "caption"]),
        ("style_x", "in correction", ["correction"]),
        ("style_x", "in boilerplate", ["boilerplate"]),
        ("style_x", "not in caption", ["headline", "body", "quote"]),
        ("style_x", "not in quotes", ["headline", "body", "caption"]),
        ("style_x", "in quotes", ["quote"]),
        ("style_x", "in quotes or caption", ["quote", "caption"]),
        ("text_x", "not in headline", ["body", "quote", "caption", "boilerplate"]),
    ],
)
def test_sections(own: str, where: str, wanted: list[str]) -> None:
    rules = query_rule(f'from word w {where} where w.form = "Kiev"', "Kiev", own)
    assert kinds(rules) == wanted


def test_front_matter_is_never_copy() -> None:
    from factlint.article import Article, Metadata, Section

    text = "---\ntitle: Kiev\n---\nIn Kiev.\n"
    read = Article("a.txt", "a.txt", text, Metadata(), (Section("metadata", 0, 19),))
    [found] = findings(query_rule('from word w where w.form = "Kiev"', "Kiev", "text_x"), read)
    assert [place.line for place in found.places] == [4]


def test_a_quantifier_looks_where_its_rule_looks() -> None:
    rule = query_rule(
        'from word w in body where w.form = "Kiev" and not w.quoted and any(word x in correction where x.form = "Kiev")',
        "Kiev",
        "style_x",
    )
    assert kinds(rule) == ["body"]
    rule = query_rule(
        'from word w in body where w.form = "Kiev" and count(word x where x.form = "Kiev") = 4', "Kiev", "style_x"
    )
    assert kinds(rule) == ["body", "quote"]


@pytest.mark.parametrize(
    ("metadata", "counts"),
    [({}, 0), ({"source": "AP"}, 1), ({"desk": "sports"}, 1), ({"source": "Reuters", "desk": "world"}, 0)],
    ids=str,
)
@pytest.mark.parametrize(
    "find",
    ['from word w where w.form = "US"', 'from word w of the same story where w.form = "US"'],
    ids=["article", "story"],
)
def test_a_rule_for_an_outlet_or_a_desk(find: str, metadata: dict[str, str], counts: int) -> None:
    rule = query_rule(find, "US", "style_x", **{"for": "[AP, sports]"})
    assert len(findings(rule, article("The US agreed.", **metadata))) == counts


# -- versions


@pytest.mark.parametrize(
    ("replaced", "count"),
    [
        ((None, None, None), 1),
        (("b", None, "x"), 1),  # a and b are one, c is another
        ((None, "a", "b"), 0),  # three versions in a row
        ((None, "a", "a"), 0),
        (("b", "a", "b"), 0),  # each of two claims to be the newer one
    ],
    ids=str,
)
def test_versions_of_one_article_are_not_different_articles(replaced: tuple[str | None, ...], count: int) -> None:
    rule = query_rule("from date a, date b of different articles where a.month = b.month and a.year != b.year", "x")
    texts = (f"On May 1, {year}." for year in (2020, 2021, 2022))
    corpus = [article(text, name, supersedes=old) for name, text, old in zip("abc", texts, replaced, strict=True)]
    assert len(findings(rule, *corpus)) == count


# -- what could not be decided


def test_what_could_not_be_decided_is_counted_once_for_each_case() -> None:
    rule = query_rule("from date d where d.full and d.resolved > article.published", "late")
    [case] = outcome(rule, "On May 1, 2020, and May 2, 2020.").undecided
    assert (case.rule, case.id, case.reason, case.count) == ("dates/x", "a.txt", "published is unknown", 2)


def test_a_pair_is_counted_once_and_not_at_all_if_one_order_is_true() -> None:
    rule = query_rule("from date a, date b where a.month = b.month and a.stated_weekday != b.stated_weekday", "x")
    [case] = outcome(rule, "On May 1, 2020, and May 2, 2020.").undecided
    assert (case.reason, case.count) == ("date stated_weekday is unknown", 1)
    rule = query_rule('from date a, date b where a.month = b.month and (a.day = 1 or b.stated_weekday = "Monday")', "x")
    assert outcome(rule, "On May 1, 2020, and May 2, 2020.").undecided == ()


def test_what_is_false_anyway_is_decided() -> None:
    rule = query_rule("from date d where d.year = 1999 and d.resolved > article.published", "late")
    assert outcome(rule, "On May 1, 2020.").undecided == ()
