"""What the checker of the rule language passes, and what it refuses: the fault, and the words it stands in."""

from __future__ import annotations

import pytest

from factlint.lang.check import Checker, all_errors
from factlint.lang.parse import parse_query

SOUND = (
    "from date d where d.stated_weekday != d.weekday",
    "from date d where d.year < 2000 and d.resolved >= 2025-01-31",
    "from date d where d.year in [1, 2]",
    "from date d where d.year between 1 and 2",
    "from date d, date e where d.text is like e.text at least 50%",
    "from date d, date e where d.text is like e.text at least 100%",
    "from date d where d.resolved + 3 days > article.published",
    "from date d where d.resolved - article.published > 3 days",
    'from date d where d.year + 1 = 3 and d.text + "a" = "b"',
    "from date d where 3 days + 2 days > d.resolved - article.published",
    "from date d where abs(d.year) > 1",
    "from date d grouped by d.year having variants(d.text) > 1",
    "from date d where count(date x where x.year = d.year) > 2",
    "from date d in caption",
    "from date d, date e of different articles where d.year = e.year",
    "from date d, date e of different articles where d.year = e.year or d.text is like e.text at least 50%",
    "from date d where d.year = 1 report d",
    'from word w where w.form = "x"',
    'from word w where w.form in ["x"]',
    'from word w where "x" = w.form',
    "from person p, name n where p.name = n.text",
)
FAULTY = (
    ("from date d where d.year", [("d.year", "this needs a yes/no question, but it is a number")]),
    (
        "from date d where (d.year and d.impossible) or d.text",
        [
            ("d.year", "this needs a yes/no question, but it is a number"),
            ("d.text", "this needs a yes/no question, but it is a text"),
        ],
    ),
    ("from date d where not d.year", [("d.year", "this needs a yes/no question, but it is a number")]),
    (
        "from date d where d.nothing = 1 and d.nowhere = 2",
        [("nothing", "a date has no field “nothing”"), ("nowhere", "a date has no field “nowhere”")],
    ),
    ("from date d where d.year = d.text", [("d.year = d.text", "cannot compare a number with a text")]),
    ('from date d where d.text < "b"', [('d.text < "b"', "a text is neither more nor less than another")]),
    ("from date d where d.text contains d.year", [("d.text contains d.year", "a text cannot contain a number")]),
    ("from date d where d.year contains 3", [("d.year contains 3", "a number cannot contain a number")]),
    ('from quote q where q.speaker.name contains "x"', [("name", "a text has no field “name”")]),
    ('from date d where d.text in "abc"', [('"abc"', "a text is not a list")]),
    ("from date d where d.text in [1, 2]", [("d.text in [1, 2]", "cannot compare a text with a number")]),
    ('from date d where d.text in ["a", 2]', [("2", "this is a number, but a text is needed here")]),
    (
        "from date d where d.text matches /Dec\\d/ and d.year matches /x/",
        [("d.year", "this is a number, but a text is needed here")],
    ),
    (
        "from date d where d.text matches /De(c/i",
        [("(", "this pattern is not valid: missing ), unterminated subpattern")],
    ),
    (
        "from date d where d.text matches /(a+)+/",
        [("(a+)+", "this pattern repeats a repetition: it could run without end")],
    ),
    (
        "from date d where d.text matches /(a+)+/i",
        [("(a+)+", "this pattern repeats a repetition: it could run without end")],
    ),
    ('from date d where d.text between "a" and "b"', [("d.text", "a text lies between nothing")]),
    ('from date d where d.year between 1 and "b"', [('"b"', "this is a text, but a number is needed here")]),
    (
        "from date d where d.resolved between 2025-01-01 and 2025-02-31",
        [("2025-02-31", "2025-02-31 is no day of the calendar")],
    ),
    (
        "from date d, date e where d.text is like e.text at least 0%",
        [("d.text is like e.text at least 0%", "0% is no share of words")],
    ),
    (
        "from date d, date e where d.year is close to e.text",
        [("d.year", "this is a number, but a text is needed here")],
    ),
    (
        "from date d, date e where d.text is close to e.year",
        [("e.year", "this is a number, but a text is needed here")],
    ),
    (
        "from date d where 3 days + d.resolved > article.published",
        [("3 days + d.resolved", "a duration + a day has no meaning")],
    ),
    (
        "from date d where d.resolved + article.published > 3 days",
        [("d.resolved + article.published", "a day + a day has no meaning")],
    ),
    ('from date d where d.text - "a" = "b"', [('d.text - "a"', "a text - a text has no meaning")]),
    ("from date d where d.resolved - 1 = d.resolved", [("d.resolved - 1", "a day - a number has no meaning")]),
    ("from date d where abs(d.year, 1) > 1", [("abs(d.year, 1)", "abs() takes 1, not 2")]),
    ("from date d where abs(d.text) > 1", [("d.text", "this is a text, but a number is needed here")]),
    ("from date d where abz(d.year) > 1", [("abz", "there is no function “abz”")]),
    ("from date d where variants(d.year) > 1", [("variants(d.year)", "variants() is for groups")]),
    ("from date d grouped by d.yeer having variants(d.text) > 1", [("yeer", "a date has no field “yeer”")]),
    (
        "from date d grouped by d.year having variants(d.text)",
        [("variants(d.text)", "this needs a yes/no question, but it is a number")],
    ),
    ("from date d where any(date x where x.year)", [("x.year", "this needs a yes/no question, but it is a number")]),
    ("from date d where any(date x where x.year = d.year) = yes", [("yes", "“yes” is not bound")]),
    (
        "from date d where count(date x where x.year = d.year)",
        [("count(date x where x.year = d.year)", "this needs a yes/no question, but it is a number")],
    ),
    ("from date d where none(date x where x.year = d.year)", [("none", "“none” asks nothing")]),
    ("from date d where any(date x where variants(x.year) > 1)", [("variants(x.year)", "variants() is for groups")]),
    ("from date d where any(word w where w.quoted)", [("word w", "“w” needs the words to look for")]),
    ("from date d where every(date d where d.year = 1)", [("d", "“d” is taken")]),
    ("from date d in captoin", [("captoin", "there is no section “captoin”")]),
    ("from person p in caption, date d where p.name = d.text", [("caption", "a person stands in no section")]),
    ("from dates d", [("dates", "there is no kind of fact called “dates”")]),
    ("from date article", [("article", "“article” is taken")]),
    ("from date d where e.year = 1", [("e", "“e” is not bound")]),
    ("from date d where story.year = 1", [("story", "only a rule “of the same story” knows its story")]),
    (
        "from date d, date e of different articles where d.text = e.text and article.published is known",
        [("article", "a rule across articles must say whose article")],
    ),
    (
        "from date d, date e of different articles where d.year = 1 and e.year = 1",
        [("date e", "nothing relates “e” to “d”")],
    ),
    (
        "from date d, date e, date f of different articles where d.year = e.year",
        [("date f", "nothing relates “f” to “d”")],
    ),
    (
        "from date d, date e of different articles where d.year = e.year or d.year = 1",
        [("date e", "nothing relates “e” to “d”")],
    ),
    ("from date d, date e of different articles where d.year != e.year", [("date e", "nothing relates “e” to “d”")]),
    (
        "from date d where days_between(d.article, d.resolved) > 1",
        [("d.article", "this is an article, but a day is needed here")],
    ),
    ("from date d where d.resolved is known and d.yeer is known", [("yeer", "a date has no field “yeer”")]),
    ("from date d where d.year = 1 report d.year", [("d.year", "a number has no place to report")]),
    ("from date d where d.year = 1 report e", [("e", "“e” is not bound")]),
    ('from quote q, name n in q.text where n.text = "x"', [("q.text", "q.text is a text, not a list")]),
    ('from quote q, sentence n in q.nothing where n.text = "x"', [("nothing", "a quote has no field “nothing”")]),
    ("from word w", [("word w", "“w” needs the words to look for")]),
    ('from word w where w.form != "x"', [("word w", "“w” needs the words to look for")]),
    (
        'from word w where w.lemma = "x"',
        [("word w", "“w” needs the words to look for"), ("lemma", "a word has no field “lemma”")],
    ),
    ('from person p where p.name = "x"', [("person", "this finds nothing in an article")]),
    ('from person p, text t in p.accepted where t = "x"', [("person", "this finds nothing in an article")]),
)


def faults(query: str) -> list[tuple[str, str]]:
    checker = Checker()
    checker.query(parse_query(query))
    return [
        (query[error.start : error.end], error.message.partition(": this")[0]) for error in all_errors(checker.errors)
    ]


@pytest.mark.parametrize("query", SOUND)
def test_what_passes(query: str) -> None:
    assert faults(query) == []


@pytest.mark.parametrize(("query", "told"), FAULTY)
def test_what_is_refused(query: str, told: list[tuple[str, str]]) -> None:
    assert faults(query) == told


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("from date d where abz(d.year) > 1", "did you mean “abs”?"),
        ("from date d grouped by d.year having articles(d) > 1", "write d.article"),
        ("from date d grouped by d.year having articles(1) > 1", ""),
        ("from date d where abs(d.text) > 1", ""),
        ("from date d in captoin", "did you mean “caption”?"),
        ("from dates d", "did you mean “date”?"),
        ("from date d where d.yeer is known", "did you mean “year”?"),
        ("from date d where f.year = 1", "known: article, d"),
        ("from date d, date e of different articles where d.year = e.year and f.year = 1", "known: d, e, story"),
        (
            "from date d, date e of different articles where d.year = e.year and article.published is known",
            "write d.article",
        ),
        ("from date d where abs(d.year, 1) > 1", "it takes a number"),
    ],
)
def test_what_to_do_about_it(query: str, hint: str) -> None:
    checker = Checker()
    checker.query(parse_query(query))
    assert [error.hint for error in checker.errors] == [hint]
