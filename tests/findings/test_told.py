"""Findings in words, in the files they came from, and without a word of the articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factlint.findings import Edit, Finding, Location, Related, Suggestion
from factlint.findings.dismissal import Dismissal
from factlint.findings.in_file import in_file
from factlint.findings.places import Places
from factlint.findings.redact import masked, redacted
from factlint.findings.result import ArticleInfo, Result, RuleInfo
from factlint.findings.sheets import Sheet, Told
from factlint.findings.statistics import Statistics
from factlint.findings.suppress import Suppression
from factlint.findings.wording import beside, closing, counted, in_marks, left_out, spoken, told
from factlint.text.offsets import Offsets, Origin
from factlint.text.problem import Problem

WIDE = "Zażółć gęślą\n😀 Kiew Kiew"


def place(start: int, text: str = "Kiew", path: str = "a", line: int = 1, column: int = 0) -> Location:
    column = column or start + 1
    return Location(path, path, start, start + len(text), line, column, line, column + len(text), text)


def finding(*places: Location, **more: object) -> Finding:
    related = tuple(Related("same", one, "so") for one in places[1:])
    values = {"severity": "error", "confidence": "high", "message": "Kiew should be Kyiv", **more}
    return Finding("names/a", primary=places[0], related=related, **values)


def way(title: str, automatic: bool = False, edits: bool = True) -> Suggestion:
    return Suggestion(title, (Edit("a", "a", 0, 4, title),) if edits else (), automatic)


RUN = Result(articles=(ArticleInfo("a", "a", "Kiew Kiew"),))


# -- sentences


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 fixes"), (1, "1 fix"), (2, "2 fixes"), (12_345, "12,345 fixes")], ids=str
)
def test_numbers_of_things(number: int, words: str) -> None:
    assert counted(number, "fix", "fixes") == words


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (finding(place(0)), "Kiew should be Kyiv (paragraph 1)"),
        (finding(place(0), place(5)), "Kiew should be Kyiv (paragraph 1; 2 places)"),
        (finding(place(0), trial=True), "Kiew should be Kyiv (on trial; paragraph 1)"),
        (finding(place(0), suggestions=(way("Kyiv"),)), "Kiew should be Kyiv (paragraph 1; suggest: Kyiv)"),
        (
            finding(place(0), suggestions=(way("Kyiv", True), way("Kiev"), way("K"))),
            "Kiew should be Kyiv (paragraph 1; fix: Kyiv; suggest: Kiev or K)",
        ),
        (
            finding(place(0), suggestions=tuple(map(way, "abc"))),
            "Kiew should be Kyiv (paragraph 1; suggest: a or b or c)",
        ),
        (
            finding(place(0), suggestions=tuple(map(way, "abcde"))),
            "Kiew should be Kyiv (paragraph 1; suggest: a or b or c and 2 more)",
        ),
        (finding(place(0), suggestions=(way("Kyiv", edits=False),)), "Kiew should be Kyiv (paragraph 1)"),
        (finding(place(0, path="unknown")), "Kiew should be Kyiv"),
    ],
)
def test_a_finding_in_a_line(one: Finding, words: str) -> None:
    assert spoken(one, one.primary, Places(RUN)) == words


def test_a_finding_in_a_record_says_in_which() -> None:
    run = Result(articles=(ArticleInfo("a", "a", "Kiew Kiew", record=True),))
    assert spoken(finding(place(5)), place(5), Places(run)) == "a 1:6: Kiew should be Kyiv (paragraph 1)"


@pytest.mark.parametrize(
    ("words", "shown"), [("Kyiv", "“Kyiv”"), ("“Kyiv”", "“Kyiv”"), ("'t is", "'t is"), ('"Kyiv"', '"Kyiv"')]
)
def test_words_between_marks(words: str, shown: str) -> None:
    assert in_marks(words) == shown


def test_a_problem_in_a_line() -> None:
    assert told(Problem("a", "it is gone")) == "it is gone"
    assert told(Problem("a", "it is gone", "look again")) == "it is gone (look again)"


@pytest.mark.parametrize(
    ("run", "words"),
    [
        (replace(RUN, fixed=1), "Fixed 1 finding. 1 article: clean."),
        (replace(RUN, baselined=2, unchanged=1), "1 article: clean. Not shown: 2 in the baseline, 1 on unchanged lines."),
        (replace(RUN, findings=(finding(place(0)),), problems=(Problem("b", "x"),) * 2), "1 article: 1 error. 2 problems kept something from being checked."),
        (replace(RUN, findings=(finding(place(0), severity="note", suggestions=(way("K", True),)),)), "1 article: 1 note. 1 automatic fix (--fix). Passes: no warning or worse."),
        (Result(articles=(ArticleInfo("a", "a", "", unchecked="it is German"),)), "0 articles; 1 article not checked."),
        (Result(articles=(ArticleInfo("a", "a", "", reference=True),)), "0 articles (1 more read as evidence), so nothing was checked."),
    ],
)  # fmt: skip
def test_the_last_words(run: Result, words: str) -> None:
    assert closing(run) == words


def test_what_people_read_beside_a_report() -> None:
    infos = (ArticleInfo("d/a", "a", ""), ArticleInfo("d/b", "7", "", unchecked="it is German"))
    run = Result(
        articles=infos, problems=(Problem("c", "is gone"),), notes=("A \x1b remark.",), statistics=Statistics(5, ())
    )
    assert left_out(run) == ("not checked: d/b · 7: it is German",)
    assert "".join(beside(run)).splitlines() == [
        "c: error: is gone",
        "not checked: d/b · 7: it is German",
        "A ␛ remark.",
        "No rule found anything in 5 words.",
        "1 article: clean; 1 article not checked. 1 problem kept something from being checked.",
    ]


# -- places


@pytest.mark.parametrize(
    ("start", "column", "end", "byte"),
    [(0, 1, False, 1), (3, 4, False, 5), (11, 12, False, 18), (7, 8, True, 18), (13, 1, False, 1), (15, 3, False, 6), (20, 8, False, 11), (20, 8, True, 15)],
)  # fmt: skip
def test_columns_in_bytes(start: int, column: int, end: bool, byte: int) -> None:
    places = Places(Result(articles=(ArticleInfo("a", "a", WIDE),)))
    where = place(start, "Kiew", line=1 + (start > 12), column=column)
    assert places.byte_column(where, end) == byte
    assert Places(Result()).byte_column(where, end) == column + 4 * end


def test_a_finding_is_shown_where_the_desk_can_change_it() -> None:
    infos = (ArticleInfo("a", "a", WIDE, reference=True), ArticleInfo("b", "b", WIDE))
    places = Places(Result(articles=infos))
    here, there = place(0, path="b"), place(0, path="a")
    assert places.home(finding(there, here)) == here
    assert places.home(finding(here, there)) == here
    assert places.home(finding(there)) == there


def test_the_place_of_an_edit() -> None:
    places = Places(Result(articles=(ArticleInfo("a", "a", WIDE),)))
    assert places.of_edit(Edit("a", "a", 7, 19, "x")) == Location("a", "a", 7, 19, 1, 8, 2, 7, WIDE[7:19])
    assert places.of_edit(Edit("b", "b", 7, 19, "x")) is None


# “Kiew here” as it stands in a file, behind three lines, with markup before and between its words.
FROM = Origin("<p>Kiew <b>here</b>", Offsets((0, 5, 9), (3, 11), (8, 15)), start=100, line=4)


def test_places_in_the_file() -> None:
    infos = (ArticleInfo("a", "a", "Kiew here", origin=FROM), ArticleInfo("b", "b", "Kiew here"))
    one = finding(place(0), place(5, "here"), place(5, "here", "b"), suggestions=(way("Kyiv"),))
    moved = in_file(Result(findings=(one,), articles=infos, suppressions=(Suppression(one, "baselined"),)))
    (found,) = moved.findings
    assert [(spot.start, spot.end) for spot in found.places] == [(103, 107), (111, 115), (5, 9)]
    assert [(edit.start, edit.end) for way in found.suggestions for edit in way.edits] == [(103, 107)]
    assert moved.suppressions[0].finding == found
    plain = Result(findings=(one,), articles=infos[1:])
    assert in_file(plain) is plain


# -- without the words


def test_masks_are_as_long_in_every_measure() -> None:
    text = "Ab1!\tß é\n中’ 😀\u00a0x"
    mask = masked(text)
    assert mask == "xxxx\t· ·\n•• 𝟎\u00a0x"
    assert len(mask.encode()) == len(text.encode())
    assert [len(line) for line in mask.splitlines()] == [len(line) for line in text.splitlines()]


def test_no_word_is_left() -> None:
    secret = finding(
        place(0), place(5), suggestions=(way("Kyiv", True), way("Kiev")), counterpart="Kyiv", accept=("add Kiew",)
    )
    said = Dismissal("names/b", "Kiew", "as Kiew says", against="Kyiv", before="Kiew", after="Kiew", place=place(0))
    other = replace(secret, rule="names/b")
    run = Result(
        findings=(secret,),
        problems=(Problem("a", "what is “Kiew”", "not “Kiew” “Kiew”", 1, 1, "Kiew Kiew"),),
        articles=(ArticleInfo("a", "a", "Kiew Kiew", origin=FROM), ArticleInfo("b", "b", "Kiew")),
        rules=(RuleInfo("names/a", "error", "A name", bad=("Kiew",), good=("Kyiv",)),),
        suppressions=(Suppression(other, "dismissed", said), Suppression(other, "baselined")),
        sheets=(Sheet("a", "a", "Kiew"),),
    )
    bare = redacted(run)
    assert bare.redacted
    assert "Kiew" not in repr(bare)
    assert "Kyiv" not in repr(bare)
    (found,) = bare.findings
    assert found.message == "A name"
    assert [(way.title, way.automatic, way.edits) for way in found.suggestions] == [
        ("the words are left out", True, ()),
        ("the words are left out", False, ()),
    ]
    assert [(spot.start, spot.end, spot.text) for spot in found.places] == [(0, 4, ""), (5, 9, "")]
    assert [one.label for one in found.related] == [""]
    assert [one.finding.message for one in bare.suppressions] == ["names/b", "names/b"]
    dismissed, baselined = bare.suppressions
    assert dismissed.dismissal is not None
    assert dismissed.dismissal.place == replace(place(0), text="")
    assert (dismissed.reason, baselined.reason) == ("the words are left out", "accepted by the baseline")
    assert (bare.problems[0].message, bare.problems[0].hint) == ("what is “…”", "not “…” “…”")
    assert bare.sheets == ()


def test_a_decision_that_stands_nowhere_has_no_word_left_either() -> None:
    said = Dismissal("names/a", "Kiew", "r")
    (bare,) = redacted(Result(suppressions=(Suppression(finding(place(0)), "dismissed", said),))).suppressions
    assert bare.dismissal == Dismissal("names/a", "", "the words are left out")


def test_what_an_article_tells_is_told_by_its_key() -> None:
    fact = Told("name", 0, 4, "Kiew", "city", "the city", value="Kyiv")
    assert Sheet("a", "7", facts=(fact,)).key == ("a", "7")
    assert (fact.label, fact.value, Told("name", 0, 4, "Kiew", "city", "the city").value) == ("the city", "Kyiv", "")
