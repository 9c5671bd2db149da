"""Full dates that a verb tells of as past or as still to come."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from readings import assert_sound, facts, texts

from factlint.annotations.occurrences import KIND


@pytest.mark.parametrize(
    ("text", "tense", "verb"),
    [
        ("The treaty was signed on May 3, 2027, in Oslo.", "past", "was signed"),
        ("The treaty was finally signed in Oslo on 3 May 2027.", "past", "was finally signed"),
        ("He died in Oslo on May 3, 2027.", "past", "died"),
        ("The treaty signed on May 3, 2027, is void.", "past", "signed"),
        ("Five people had been killed in the harbour on May 3, 2027.", "past", "had been killed"),
        ("The summit will open in Oslo on May 3, 2027.", "future", "will open"),
        ("The bridge is due to be opened on May 3, 2027.", "future", "is due to be opened"),
        ("The court plans to meet on May 3, 2027.", "future", "plans to meet"),
    ],
)
def test_the_verb_before_a_date_tells_the_tense(text: str, tense: str, verb: str) -> None:
    [found] = facts("occurrence", text)
    assert (found.tense, found.verb.text, found.day) == (tense, verb, datetime.date(2027, 5, 3))


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was due to be signed on May 3, 2027.",
        "The treaty would be signed on May 3, 2027.",
        "It was signed in the hope of a vote on May 3, 2027.",
        "Parliament approved a referendum on May 3, 2027.",
        "The bonds that were sold mature on May 3, 2027.",
        "If he died on May 3, 2027, his son would rule.",
        "The summit will look at what was agreed on May 3, 2027.",
        "The summit will be based on what they wrote on May 3, 2027.",
        "The treaty was signed. On May 3, 2027, it ends.",
        "The treaty was signed on May 3.",
        "The treaty was signed on Feb. 30, 2027.",
    ],
    ids=["due", "would", "object", "approved", "bonds", "if", "relative", "based", "sentence", "no-year", "impossible"],
)
def test_plans_and_other_dates_tell_none(text: str) -> None:
    assert facts("occurrence", text) == ()


@pytest.mark.parametrize(
    ("text", "act", "who"),
    [
        ("The doctor Jane Roe was killed on May 3, 2027.", "killed", "Roe"),
        ("Jane Roe, 46, died in Oslo on May 3, 2027.", "died", "Roe"),
        ("They found that the Granna sank on May 3, 2027.", "sank", "Granna"),
        ("The doctor was killed on May 3, 2027.", "killed", None),
        ("Jane Roe was elected on May 3, 2027.", None, "Roe"),
    ],
)
def test_what_happens_once_has_its_name(text: str, act: str | None, who: str | None) -> None:
    [found] = facts("occurrence", text)
    assert (found.act, found.who) == (act, who)


@given(texts)
def test_any_text_is_read(text: str) -> None:
    for one in assert_sound(KIND.name, text):
        assert one.verb.text == text[one.verb.start : one.verb.end]
        assert one.date.text == text[one.date.start : one.date.end]


def test_a_long_line_is_looked_at_near_the_date_only() -> None:
    [found] = facts("occurrence", "a word " * 20_000 + "was signed on May 3, 2027")
    assert found.verb.text == "was signed"
