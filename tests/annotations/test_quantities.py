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
        ("They lost tens of thousands of it.", "tens of thousands", None, None),
        ("They sent half a dozen of them.", "half a dozen", 6, None),
        ("They sent two dozen of them.", "two dozen", 24, None),
        ("It gained half a percent there.", "half a percent", 0.5, "percent"),
        ("It was minus 5 degrees Celsius.", "minus 5 degrees Celsius", -5, "°C"),
        ("The temperature was -5C there.", "-5C", -5, "°C"),
        ("It cost 50 pence there.", "50 pence", 50, "penny"),
        ("It cost £5, or 12 pounds a metre.", "£5", 5, "GBP"),
        ("It cost Rs 500 there.", "Rs 500", 500, "INR"),
        ("It cost EUR 500 there.", "EUR 500", 500, "EUR"),
        ("It cost $458 m there.", "$458 m", 4.58e8, "USD"),
        ("It cost 1,00,000 rupees there.", "1,00,000 rupees", 100_000, "INR"),
        ("It is 5 1/2 miles away.", "5 1/2 miles", 5.5, "mile"),
        ("It took 2½ miles.", "2½ miles", 2.5, "mile"),
        ("It took two and a half million of it.", "two and a half million", 2.5e6, None),
        ("It took one and a half of it.", "one and a half", 1.5, None),
        ("It took one and a half.", "one and a half", 1.5, None),
        ("It took one and a third times that.", "one and a third", 1 + 1 / 3, None),
        ("It took one-and-a-half miles.", "one-and-a-half miles", 1.5, "mile"),
        ("It took two-and-a-half percent.", "two-and-a-half percent", 2.5, "percent"),
        ("A three-and-a-half-mile walk.", "three-and-a-half-mile", 3.5, "mile"),
        ("It took a thousand two hundred of it.", "a thousand two hundred", 1200, None),
        ("It took a thousand and ten.", "a thousand and ten", 1010, None),
        ("It was –5 degrees Celsius.", "–5 degrees Celsius", -5, "°C"),
        ("It went 10 –15 there.", "10", 10, None),
        ("–5 degrees Celsius", "5 degrees Celsius", 5, "°C"),
        ("One half of it was lost.", "One half", 0.5, "share"),
        ("It costs $3m/year there.", "$3m", 3e6, "USD"),
        ("She is 5ft 9in tall.", "5ft 9in", 5.75, "foot"),
        ("It has 30 square miles of it.", "30 square miles", 30, "square mile"),
        ("It went 30 miles per hour.", "30 miles per hour", 30, "mph"),
        ("It went 30km/h there.", "30km/h", 30, "kph"),
        ("Nine out of 10 were lost.", "Nine out of 10", 0.9, "share"),
        ("A third of it was lost.", "A third", 1 / 3, "share"),
        ("It cost between £5 and £10 there.", "£5 and £10", None, "GBP"),
        ("It cost $12 million to $20 million.", "$12 million to $20 million", None, "USD"),
        ("They won 3-2 there.", "3-2", None, "score"),
        ("Clyde 0-5 Celtic", "0-5", None, "score"),
        ("He died aged 80 there.", "80", 80, "age"),
        ("Jane Roe, 46, said so.", "46", 46, "age"),
    ],
)
def test_value_and_unit(text: str, words: str, value: float | None, unit: str | None) -> None:
    found = quantities(text)[0]
    assert (found.text, found.unit) == (words, unit)
    assert found.value == (value if value is None else pytest.approx(value, rel=1e-12))


@pytest.mark.parametrize(
    "text",
    [
        "Under Article 5 of the pact.",
        "The G7 and COVID-19 and an F-16.",
        "A Boeing 737 and Resolution 2202.",
        "After 9/11, open 24/7.",
        "Be there at 10:30.",
        "The new 787 and the iPhone 4 and the S&P 500.",
        "At 10 Downing Street, on a 3G phone.",
        "Version 10.4 and 5.1.2.",
        "About 2,5000 of it.",
        "He is in form 5C, at table 12 F.",
        "The 2014 tax rate and Clinton's, and 2004's level.",
        "They play in the Six Nations and at the Three Gorges Dam.",
        "One of the men came first, the 5th time.",
        "Call 555-123-4567 or 0800 555 111 now.",
        "The 46-year-old left.",
        "On Dec. 15, 2025, two weeks ago, in 2022, at 9 a.m.",
        "1. First\n2) Second",
        "No. 10 spoke.",
        "Filed 0001-01-01 there, or 0850-01-01, by agent 007.",
        "",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert [found.text for found in quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Four thousand, five thousand two hundred came.", [4000, 5200]),
        ("A hundred thousand, nine hundred thousand came.", [100_000, 900_000]),
        ("Four thousand and five thousand came.", [4000, 5000]),
        ("Ten thousand, twenty-five million came.", [10_000, 25e6]),
        ("Four thousand, five hundred came.", [4500]),
        ("Four thousand, two one-offs came.", [4002]),
        ("It costs £3m/4m there.", [None]),
        ("It costs £1.50/2.50 there.", []),
        ("It costs £3m/$4m there.", [3e6, 4e6]),
        ("A thousand, five hundred came.", [1000, 500]),
        ("It went $5-8 miles there.", [5, 8]),
    ],
)
def test_two_numbers_side_by_side(text: str, values: list[float | None]) -> None:
    assert [found.value for found in quantities(text)] == values


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
    ("text", "bound", "low", "high"),
    [
        ("They sent 40 of them.", None, 40, 40),
        ("They sent at least 40 of them.", "at least", 40, None),
        ("They sent 40 or more of them.", "at least", 40, None),
        ("They sent more than 40 of them.", "more than", 40, None),
        ("They sent no more than 40 of them.", "up to", None, 40),
        ("They sent as many as 40 of them.", "up to", None, 40),
        ("They sent just under 40 of them.", "nearly", None, 40),
        ("They sent less than 40 of them.", "less than", None, 40),
        ("They sent some 40 of them.", "about", None, None),
        ("They sent 40 or so of them.", "about", None, None),
        ("They sent 18 to 20 of them.", None, 18, 20),
        ("They sent 18-20 million of them.", None, 18e6, 20e6),
        ("It cost $5-8m there.", None, 5e6, 8e6),
        ("It cost $1m–2m there.", None, 1e6, 2e6),
        ("It cost $5 to 8k there.", None, 5e3, 8e3),
        ("They sent between three and five of them.", None, 3, 5),
        ("They sent between four thousand and five thousand of them.", None, 4000, 5000),
        ("They sent two or three of them.", None, 2, 3),
        ("They sent dozens of them.", None, None, None),
    ],
)
def test_bounds(text: str, bound: str | None, low: float | None, high: float | None) -> None:
    (found,) = quantities(text)
    assert (found.bound, found.low, found.high) == (bound, low, high)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It rose 5% to 12 from 10 of them.", [5, 12, 10]),
        ("It fell from 20 to 30 of them.", [20, 30]),
        ("It fell 5% to 3% there.", [5, 3]),
        ("It went up 10 to 152 there.", [10, 152]),
        ("It was more by $2 to $43.25 there.", [2, 43.25]),
    ],
)
def test_a_change_is_no_range(text: str, values: list[float]) -> None:
    assert [found.value for found in quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("It has 1,200 of them.", 100),
        ("It has 1,205 of them.", 1),
        ("It has 3.50 of them.", 0.01),
        ("It has €1.2 billion.", 1e8),
        ("It has twenty of them.", 10),
        ("It has 0 of them.", 1),
    ],
)
def test_last_digit_that_counts(text: str, digits: float) -> None:
    (found,) = quantities(text)
    assert found.digits == digits


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("It has 12 of them.", "count"),
        ("It has $12 of them.", "money"),
        ("It has 12% of them.", "share"),
        ("It has 12 percentage points.", "points"),
        ("It has 12 km of them.", "length"),
        ("It has 12 acres of them.", "area"),
        ("It has 12 tons of them.", "mass"),
        ("It has 12 litres of them.", "volume"),
        ("It has 12 mph of it.", "speed"),
        ("It has 12 pounds of it.", None),
        ("It has £3 or 12 pounds of it.", "money"),
        ("It has 3 kg or 12 pounds of it.", "mass"),
    ],
)
def test_dimension(text: str, dimension: str | None) -> None:
    assert quantities(text)[-1].dimension == dimension


def test_figures_and_scale() -> None:
    figures, words = quantities("It has 12 million of them and twelve thousand more.")
    assert (figures.figures, figures.scale) == (True, "million")
    assert (words.figures, words.scale) == (False, "thousand")


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("She won the 100m hurdles there.", "m", 100),
        ("It has 100m customers there.", None, 1e8),
        ("It rose to 100m last time.", None, None),
        ("It is a 100m (328ft) wall.", "m", 100),
        ("She won the women's 400m at the games.", "m", 400),
    ],
)
def test_m_is_metres_or_millions(text: str, unit: str | None, value: float | None) -> None:
    found = quantities(text)[0]
    assert (found.unit, found.value) == (unit, value)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("They settled 90% of the issues between them.", "issues"),
        ("Nine of the 27 members spoke.", "27 members"),
        ("Five of the eight critics spoke.", "eight critics"),
        ("Some 40 soldiers fought.", None),
    ],
)
def test_the_whole_of_a_part(text: str, of: str | None) -> None:
    assert quantities(text)[0].of == of


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
        *("minus", "½", "1/2", "ft", "in", "C", "°", "İ", "of", "the", "between", "or", "m", "aged", "(", ")"),
    )
)


@given(st.one_of(st.text(), st.lists(words, max_size=30).map(" ".join), st.lists(words, max_size=30).map("".join)))
def test_any_text_gives_true_spans(text: str) -> None:
    end = 0
    for found in quantities(text):
        assert end <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        end = found.end


@pytest.mark.parametrize(
    "piece", ["1,", "9", "$", "one ", "a hundred and ", "5-", "half a ", "5ft ", "1 to ", "\u00a0", "İ"]
)
def test_long_lines_of_one_piece(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    assert [found.text for found in quantities(text) if found.text != text[found.start : found.end]] == []


@given(st.integers(10, 10**12))
def test_grouped_figures_are_read_back(number: int) -> None:
    (found,) = quantities(f"They sent {number:,} people there.")
    assert (found.value, found.text, found.subject) == (number, f"{number:,}", "people")
