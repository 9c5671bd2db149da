"""The shipped rules about titles on whole little articles: real turns of politics that must pass, and slips that must not."""

from __future__ import annotations

import datetime
from functools import cache

import pytest

from factlint.article import Article, Metadata
from factlint.engine.run import Engine
from factlint.findings.merge import merge
from factlint.ruleset.load import load, rule_files
from factlint.ruleset.shipped import shipped_rules


@cache
def engine() -> Engine:
    files, _ = rule_files([(shipped_rules(), "rules")])
    ruleset = load(files)
    return Engine(tuple(rule for rule in ruleset.rules if rule.family == "titles"), ruleset.knowledge)


def reported(text: str, day: str | None = None) -> list[tuple[str, str]]:
    """The words that rules about titles report, each with the rule."""
    published = datetime.date.fromisoformat(day) if day else None
    article = Article("desk/a.txt", "a.txt", text, Metadata(published=published))
    outcome = engine().reduce([engine().map(article)], "all")
    return [(finding.rule, finding.primary.text) for finding in merge(outcome.findings)]


RIGHT = {
    "chancellor of another country": (
        "2021-03-01",
        "Chancellor Rishi Sunak opened the budget box. Prime Minister Boris Johnson praised Mr Sunak.",
    ),
    "an office held before": (
        "2023-03-01",
        "Prime Minister Rishi Sunak defended himself. As chancellor in hard days, Chancellor Rishi Sunak paid wages.",
    ),
    "reshuffle": (
        "2018-07-10",
        "Health Secretary Jeremy Hunt was named foreign secretary. Foreign Secretary Jeremy Hunt said he was glad.",
    ),
    "hand-over": (
        "2025-05-07",
        "German Chancellor Olaf Scholz handed over the keys. Chancellor Friedrich Merz flew to Paris at once.",
    ),
    "acting president": (
        "2014-04-01",
        "Acting President Carl Tarver, the parliament speaker, spoke. Speaker Carl Tarver signed the law.",
    ),
    "interim president": (
        "2019-02-01",
        "He had declared himself interim president.\n\nPresident Tarver spoke. Assembly Speaker Carl Tarver met envoys.",
    ),
    "three presidents at once": (
        "2013-09-01",
        "They met Bosniak President Anna Tarver, Serb President Carl Lund and Croat President Bo Ek there.",
    ),
    "committees of two houses": (
        "2017-09-01",
        "Judiciary Committee Chairman Carl Tarver agreed. Judiciary Committee Chairman Anna Lund did not.",
    ),
    "co-leaders": ("2019-06-01", "Green Party leader Anna Tarver sat beside Green Party leader Carl Lund."),
    "two sports": ("2019-06-01", "England coach Carl Tarver won. England coach Anna Lund watched from the stand."),
    "co-chiefs": ("2019-06-01", "Acme co-chief executive Anna Tarver spoke. Acme co-chief executive Carl Lund agreed."),
    "president of a university": (
        "2018-04-01",
        "Springfield University President Carl Tarver spoke. President Tarver said so twice. Judge Carl Tarver once knew it.",
    ),
    "state office": (
        "2018-04-01",
        "Georgia Secretary of State Carl Tarver led. Gov. Carl Tarver, said one poster. Secretary Tarver laughed.",
    ),
    "chant": ("2016-04-01", "“Vote,” said Sen. Carl Tarver. The crowd shouted: “President Tarver! President Tarver!”"),
    "what if": ("2016-04-01", "What would President Tarver do on day one? Sen. Carl Tarver did not say."),
    "courtesy after the last day": (
        "2015-03-01",
        "President Obama spoke. He thanked President Clinton and President George W. Bush for coming.",
    ),
    "namesake in history": ("2019-06-01", "Sen. John Kennedy spoke. The stamp shows President John F. Kennedy."),
    "family": ("2015-06-01", "Former Gov. Jeb Bush spoke. President Bush sent troops. Gov. Jeb Bush never did."),
    "son-in-law of": ("2025-12-16", "US President Donald Trump’s adviser and son-in-law, Jared Kushner, came."),
    "title of a term in a flashback": (
        "2022-06-01",
        "Ties were better when Russian President Dmitry Medvedev met his guest.",
    ),
    "elect": ("2020-12-12", "President-elect Joe Biden spoke. President Donald Trump did not speak."),
    "two congos": ("2017-06-01", "Congolese President Anna Tarver spoke. DR Congo’s President Anna Tarver left."),
}


@pytest.mark.parametrize(("day", "text"), RIGHT.values(), ids=RIGHT.keys())
def test_what_politics_does_passes(day: str, text: str) -> None:
    assert reported(text, day) == []


@pytest.mark.parametrize("text", [text for _, text in RIGHT.values()], ids=RIGHT.keys())
def test_it_passes_without_a_clock_too(text: str) -> None:
    assert reported(text) == []


@pytest.mark.parametrize(
    ("rule", "words", "day", "text"),
    [
        pytest.param(
            "titles/wrong-person",
            "Jared Kushner",
            None,
            "They met US President Jared Kushner’s adviser there.",
            id="never",
        ),
        pytest.param(
            "titles/two-offices",
            "Dick Cheney",
            None,
            "Vice President Dick Cheney will be there. It is opened by French President Dick Cheney.",
            id="never, of another nation",
        ),
        pytest.param(
            "titles/not-in-office",
            "Angela Merkel",
            "2025-12-16",
            "The plan was praised by Angela Merkel, the German chancellor, on Monday.",
            id="not any more, apposition",
        ),
        pytest.param(
            "titles/two-offices",
            "Mike Pence",
            "2020-10-03",
            "President Mike Pence is ill. Vice President Mike Pence is well.",
            id="president and vice president",
        ),
        pytest.param(
            "titles/two-offices",
            "Berman Tarver",
            None,
            "An aide of President Berman Tarver was jailed. Judge Amy Berman Tarver read the sentence.",
            id="shorter form of a full name",
        ),
        pytest.param(
            "titles/other-holder",
            "Carl Tarver",
            "2019-09-30",
            "The call was with Ukrainian President Carl Tarver. Former federal prosecutor Carl Tarver wrote of it.",
            id="known holder",
        ),
    ],
)
def test_a_moved_title_is_found(rule: str, words: str, day: str | None, text: str) -> None:
    assert (rule, words) in reported(text, day)


def test_many_titles_in_one_line_stay_cheap() -> None:
    """Every pair of ten thousand roles would take minutes."""
    line = (
        "On Monday President Anna Holm met Rep. Carl Lund and Acme chief executive Bo Ek and Sen. Anna Holm, " * 2_500
    )
    assert reported(line) != []
