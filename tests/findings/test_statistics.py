"""How often each rule reports, in figures and as a table."""

from __future__ import annotations

from factlint.findings import Finding, Location
from factlint.findings.dismissal import Dismissal
from factlint.findings.result import ArticleInfo, Result, RuleInfo
from factlint.findings.statistics import RuleCount, Statistics, counted, with_statistics
from factlint.findings.suppress import Suppression

PLACE = Location("a", "a", 0, 4, 1, 1, 1, 5, "Kiew")


def finding(rule: str) -> Finding:
    return Finding(rule, "error", "high", "m", PLACE)


RUN = Result(
    findings=(finding("names/b"), finding("names/b"), finding("names/a"), finding("names/z")),
    articles=(
        ArticleInfo("a", "a", "one two " * 100),
        ArticleInfo("b", "b", "not read " * 100, reference=True),
        ArticleInfo("c", "c", "nicht gelesen " * 100, unchecked="it is German"),
    ),
    rules=(RuleInfo("names/a", "error", "A"), RuleInfo("names/b", "warning", "B", trial=True), RuleInfo("names/c", "note", "C")),
    suppressions=(
        Suppression(finding("names/b"), "dismissed", Dismissal("names/b", "Kiew", "r")),
        Suppression(finding("names/c"), "baselined"),
        Suppression(finding("names/c"), "unchanged"),
    ),
)  # fmt: skip


def test_what_is_counted() -> None:
    assert counted(RUN) == Statistics(
        200,
        (
            RuleCount("names/b", "warning", 2, 1, 0, 15.0, trial=True),
            RuleCount("names/a", "error", 1, 0, 0, 5.0),
            RuleCount("names/c", "note", 0, 0, 1, 5.0),
            RuleCount("names/z", "note", 1, 0, 0, 5.0),
        ),
    )
    busiest = counted(RUN).rules[0]
    assert (busiest.found, busiest.share_dismissed) == (3, 1 / 3)
    assert with_statistics(RUN).statistics == counted(RUN)
    assert counted(Result(findings=(finding("names/a"),))).rules[0].per_1000 == 1000


def test_the_table() -> None:
    assert list(counted(RUN).table()) == [
        "rule     severity         reported  dismissed  baseline  per 1,000 words",
        "names/b  warning (trial)         2    1 (33%)         0            15.00",
        "names/a  error                   1          0         0             5.00",
        "names/c  note                    0          0         1             5.00",
        "names/z  note                    1          0         0             5.00",
    ]
    assert list(Statistics(12_345, ()).table()) == ["No rule found anything in 12,345 words."]
