from __future__ import annotations

import pytest

from factlint.findings import Finding, Location, Related, Suggestion, Undecided
from factlint.findings.result import ArticleInfo, Result
from factlint.findings.sort import ordered
from factlint.findings.verdict import Summary, by_article, exit_code, summarized
from factlint.findings.wording import closing, counted, tally, title, undecided
from factlint.text.problem import Problem


def place(path: str, start: int = 0) -> Location:
    return Location(path, path, start, start + 4, 1, start + 1, 1, start + 5, "Kiew")


def finding(
    path: str, severity: str = "warning", start: int = 0, *same: str, automatic: bool = False, rule: str = "names/a"
) -> Finding:
    ways = (Suggestion("Kyiv", (), automatic),)
    related = tuple(Related("same", place(other)) for other in same)
    return Finding(rule, severity, "high", "Kiew should be Kyiv", place(path, start), ways, related)


def result(*findings: Finding, articles: str = "abc", **more: object) -> Result:
    infos = tuple(ArticleInfo(name, name, "Kiew") for name in articles)
    return Result(findings=findings, **{"articles": infos, **more})


def test_counts() -> None:
    run = result(
        finding("a", "error", automatic=True), finding("a", "note", 9), finding("a", "warning", 20, "b"), suppressed=2
    )
    assert summarized(run) == Summary(3, error=1, warning=1, note=1, suppressed=2, baselined=0, clean=1, automatic=1)


def test_an_article_with_only_a_place_that_must_change_too_is_not_clean() -> None:
    assert list(by_article([finding("a", "note", 0, "b")])) == [("a", "a"), ("b", "b")]


def test_what_is_evidence_or_left_out_is_not_counted() -> None:
    infos = (
        ArticleInfo("a", "a", ""),
        ArticleInfo("b", "b", "", reference=True),
        ArticleInfo("c", "c", "", unchecked="it is German"),
    )
    assert summarized(Result(articles=infos)).articles == 1
    assert closing(Result(articles=infos)) == "1 article (1 more read as evidence): clean; 1 article not checked."


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        ("error", "error", 1),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("note", "warning", 0),
        ("note", "note", 1),
        ("error", "never", 0),
    ],
)
def test_exit_code_by_severity(severity: str, fail_on: str, code: int) -> None:
    assert exit_code([finding("a", severity)], fail_on, [], frozenset()) == code


def test_exit_code_of_a_clean_run_and_of_a_problem() -> None:
    assert exit_code([], "warning", [], frozenset()) == 0
    assert exit_code([], "never", [Problem("a", "is gone")], frozenset()) == 2
    assert exit_code([finding("a")], "warning", [Problem("a", "is gone")], frozenset()) == 2


def test_exit_code_needs_a_place_to_change_in_a_checked_article() -> None:
    references = frozenset({("a", "a")})
    assert exit_code([finding("a")], "warning", [], references) == 0
    assert exit_code([finding("a", "warning", 0, "b")], "warning", [], references) == 1


def test_report_order() -> None:
    findings = [
        finding("b", "error"),
        finding("a", "error", 30),
        finding("a", "note", 5, rule="names/a"),
        finding("a", "warning", 5, rule="names/z"),
        finding("a", "warning", 5, rule="names/b"),
    ]
    order = [(one.primary.path, one.primary.start, one.rule) for one in ordered(findings)]
    assert order == [
        ("a", 5, "names/b"),
        ("a", 5, "names/z"),
        ("a", 5, "names/a"),
        ("a", 30, "names/a"),
        ("b", 0, "names/a"),
    ]


@pytest.mark.parametrize(
    ("run", "words"),
    [
        pytest.param(result(articles="a"), "1 article: clean.", id="one clean"),
        pytest.param(result(articles="abc"), "3 articles: all clean.", id="all clean"),
        pytest.param(result(articles=""), "0 articles, so nothing was checked.", id="nothing"),
        pytest.param(result(finding("a"), articles="a"), "1 article: 1 warning.", id="one with a finding"),
        pytest.param(
            result(finding("a"), finding("b", "error"), finding("b", "error", 9)),
            "3 articles: 2 errors, 1 warning in 2 articles; 1 article clean.",
            id="some",
        ),
        pytest.param(
            result(finding("a", "note", 0, "b", "c")),
            "3 articles: 1 note in 3 articles; none clean. Passes: no warning or worse.",
            id="passes",
        ),
        pytest.param(
            result(finding("a", "error"), articles="a", fail_on="never"),
            "1 article: 1 error. Passes, as nothing fails this run.",
            id="never fails",
        ),
        pytest.param(
            result(finding("a", automatic=True), finding("a", start=9, automatic=True), articles="a", suppressed=1),
            "1 article: 2 warnings. 2 automatic fixes (--fix). Not shown: 1 dismissed.",
            id="fixes and hidden ones",
        ),
        pytest.param(
            result(articles="a", problems=(Problem("b", "is gone"),)),
            "1 article: clean. 1 problem kept something from being checked.",
            id="problem",
        ),
        pytest.param(
            result(articles="ab", stories=(("s", (("a", "a"), ("b", "b"))), ("t", (("c", "c"),)))),
            "2 articles, 1 story: all clean.",
            id="a story of one is none",
        ),
    ],
)
def test_closing_words(run: Result, words: str) -> None:
    assert closing(run) == words


def test_undecided_names_what_the_desk_can_supply_and_sums_up_the_rest() -> None:
    rows = (
        Undecided("dates/later", "a", "a", "published is unknown", 3),
        Undecided("dates/later", "b", "b", "published is unknown", 1),
        Undecided("titles/person", "a", "a", "article.published is unknown", 1),
        Undecided("titles/person", "b", "b", "the holder is unknown", 4),
    )
    assert undecided(result(undecided=rows)) == [
        "Could not decide: dates/later in 2 articles, titles/person in 1 article need the publication date "
        "(set `published`, or --published).",
        "Could not decide: 4 other cases of 1 rule in 1 article (--format json says why).",
    ]
    assert undecided(result(undecided=rows[3:])) == [
        "Could not decide: 4 cases of 1 rule in 1 article (--format json says why)."
    ]
    assert undecided(result()) == []


@pytest.mark.parametrize(
    ("path", "article_id", "name"),
    [
        ("seeds/a.txt", "a.txt", "seeds/a.txt"),
        ("a.txt", "a.txt", "a.txt"),
        ("seeds/b/a.txt", "b/a.txt", "seeds/b/a.txt"),
        ("wire.jsonl", "7731", "wire.jsonl · 7731"),
        ("seeds/xa.txt", "a.txt", "seeds/xa.txt · a.txt"),
    ],
)
def test_name_of_an_article(path: str, article_id: str, name: str) -> None:
    assert title(path, article_id) == name


def test_counted_and_tally() -> None:
    assert [counted(1, "note"), counted(0, "note"), counted(12_000, "note")] == ["1 note", "0 notes", "12,000 notes"]
    assert tally([finding("a", "note"), finding("a", "error"), finding("a", "note")]) == "1 error, 2 notes"
    assert tally([]) == ""
