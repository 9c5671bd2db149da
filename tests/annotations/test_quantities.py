from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.annotations import Reading
from factlint.annotations.quantities import Quantity
from factlint.article import Article, Metadata
from factlint.knowledge import Knowledge
from factlint.text.literals import Literals


def quantities(text: str) -> list[Quantity]:
    article = Article("a.txt", "a.txt", text, Metadata(published=datetime.date(2025, 12, 16)))
    found = Reading(article, Knowledge({}), Literals([])).layer("quantity")
    return [quantity for quantity in found if isinstance(quantity, Quantity)]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("An army of 800,000 was named.", "800,000", 800_000, None),
        ("They froze €200 billion there.", "€200 billion", 2e11, "EUR"),
        ("It cost $1.2bn there.", "$1.2bn", 1.2e9, "USD"),
        ("It cost £265.9bn there.", "£265.9bn", 265.9e9, "GBP"),
        ("It cost A$40 million there.", "A$40 million", 4e7, "AUD"),
        ("It cost 26 cents there.", "26 cents", 26, "cent"),
        ("It cost five million US dollars.", "five million US dollars", 5e6, "USD"),
        ("They agree on 90% of it.", "90%", 90, "percent"),
        ("They agree on 90 percent of it.", "90 percent", 90, "percent"),
        ("They agree on 90 per cent of it.", "90 per cent", 90, "percent"),
        ("It fell 2.5 percentage points.", "2.5 percentage points", 2.5, "points"),
        ("They sent two hundred and ten thousand.", "two hundred and ten thousand", 210_000, None),
        ("They sent twenty-four of them.", "twenty-four", 24, None),
        ("They sent half a million of them.", "half a million", 500_000, None),
        ("It is 1,200 km away.", "1,200 km", 1200, "km"),
        ("It holds 30GB of it.", "30GB", 30, "GB"),
        ("A 10-mile walk.", "10-mile", 10, "mile"),
        ("A nine-member panel.", "nine", 9, None),
        ("Two-thirds of it was lost.", "Two-thirds", 2 / 3, "share"),
        ("One in five was lost.", "One in five", 0.2, "share"),
        ("It fell by 15-20% there.", "15-20%", None, "percent"),
        ("They sent 18 to 20 of them.", "18 to 20", None, None),
        ("They sent dozens there.", "dozens", None, None),
        ("They lost billions of dollars.", "billions of dollars", None, "USD"),
    ],
)
def test_value_and_unit(text: str, words: str, value: float | None, unit: str | None) -> None:
    (found,) = quantities(text)
    assert (found.text, found.unit) == (words, unit)
    assert found.value == (value if value is None else pytest.approx(value, rel=1e-12))


@pytest.mark.parametrize(
    "text",
    [
        "Under Article 5 of the pact.",
        "The G7 and COVID-19 and an F-16.",
        "A Boeing 737 and Resolution 2202.",
        "After 9/11, open 24/7.",
        "They won 3-2 at 10:30.",
        "One of the men came first, the 5th time.",
        "Call 555-123-4567 or 0800 555 111 now.",
        "Jane Roe, 46, said the 46-year-old left at the age of 80.",
        "On Dec. 15, 2025, two weeks ago, in 2022, at 9 a.m.",
        "1. First\n2) Second",
        "No. 10 spoke.",
        "",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert [found.text for found in quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("They sent nearly 40 soldiers.", True),
        ("They sent at least 40 soldiers.", True),
        ("They sent up to 40 soldiers.", True),
        ("They sent more than 40 soldiers.", True),
        ("They sent 40 soldiers.", False),
        ("It rose to 40 soldiers.", False),
    ],
)
def test_approximate(text: str, approximate: bool) -> None:
    (found,) = quantities(text)
    assert found.approximate is approximate


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("They settled 90% of the issues between them.", "issues"),
        ("The two U.S. officials spoke.", "u.s. officials"),
        ("Some 800,000 Ukrainian soldiers fought.", "ukrainian soldiers"),
        ("They froze €200 billion of Russian assets.", "russian assets"),
        ("It costs £99 less than others.", None),
        ("About 40 were hurt.", None),
        ("They hired 100 more in other towns.", None),
    ],
)
def test_subject(text: str, subject: str | None) -> None:
    (found,) = quantities(text)
    assert found.subject == subject


words = st.sampled_from(
    (
        *(
            "1",
            "15",
            "200,000",
            "1.5",
            "two",
            "twenty",
            "hundred",
            "million",
            "billion",
            "bn",
            "half",
            "a",
            "and",
            "to",
        ),
        *("$", "€", "US$", "%", "per", "cent", "km", "-", "/", ":", ".", ",", "\n", "people", "dozens", "9" * 30),
    )
)


@given(st.one_of(st.text(), st.lists(words, max_size=30).map(" ".join), st.lists(words, max_size=30).map("".join)))
def test_any_text_gives_true_spans(text: str) -> None:
    end = 0
    for found in quantities(text):
        assert end <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        end = found.end


@given(st.integers(10, 10**12))
def test_grouped_figures_are_read_back(number: int) -> None:
    (found,) = quantities(f"They sent {number:,} people there.")
    assert (found.value, found.text, found.subject) == (number, f"{number:,}", "people")
