from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import assert_sound, facts, texts


def conversions(text: str) -> tuple[Any, ...]:
    return facts("conversion", text)


@pytest.mark.parametrize(
    ("measure", "converted"),
    [
        ("10 miles", "16 km"),
        ("100 kilometres", "60 miles"),
        ("1,200 feet", "370 m"),
        ("12,900 acres", "5,200 hectares"),
        ("450°F", "232°C"),
        ("2 degrees Celsius", "3.6 degrees Fahrenheit"),
        ("-40 degrees Celsius", "-40 degrees Fahrenheit"),
        ("82 pounds", "37 kg"),
        ("500 tons", "450 tonnes"),
        ("500 tons", "508 tonnes"),
        ("100 ounces", "3.1 kg"),
        ("20 gallons", "91 litres"),
        ("20 gallons", "76 litres"),
        ("75 miles per hour", "120 kilometers per hour"),
        ("3 mph", "6 kph"),
        ("six feet", "1.83 metres"),
        ("6ft 3in", "1.91m"),
        ("5-10 miles", "8-16 km"),
        ("50,000 square meters", "538,000 square feet"),
        ("150 million km", "93 million miles"),
    ],
)
def test_right_ones_are_not_off(measure: str, converted: str) -> None:
    (found,) = conversions(f"They measured {measure} ({converted}) of it.")
    assert (found.measure.text, found.converted.text) == (measure, converted)
    assert found.same_kind
    assert found.off < 0.03


@pytest.mark.parametrize(
    ("measure", "converted", "right"),
    [
        ("10 miles", "12 km", "16 km"),
        ("70 miles", "43 km", "110 km"),
        ("1.35km/h", "8.3mph", "0.839mph"),
        ("20C", "86F", "68F"),
        ("30 inches", "107 cm", "76 cm"),
        ("12,900 acres", "7,309 hectares", "5,220 hectares"),
        ("5-10 miles", "8-26 km", None),
        ("six feet", "four metres", None),
    ],
)
def test_wrong_ones_are_off(measure: str, converted: str, right: str | None) -> None:
    (found,) = conversions(f"At that temperature they measured {measure} ({converted}) of it.")
    assert found.off > 0.1
    assert found.right == right


@pytest.mark.parametrize(
    "text",
    [
        "They ran 10 miles (two hours) of it.",
        "They ran 5 km or 10 miles there.",
        "They ran 10 miles ($5) there.",
        "They ran 10 miles (12 miles) there.",
        "They ran 10 miles (of a 20 km road).",
        "He is six feet five inches (1.96 m) tall.",
        "They ran 10 miles.\n(16 km) is far.",
        "The ship has 7.3 barrels (1 tonne) of oil.",
    ],
)
def test_what_is_no_conversion(text: str) -> None:
    assert [found.text for found in conversions(text)] == []


def test_other_kinds_of_measure() -> None:
    (found,) = conversions("They measured 10 miles (16 kg) of it.")
    assert not found.same_kind
    assert found.off is None


@pytest.mark.parametrize(
    ("sums", "outside"),
    [
        ("€200 billion ($234 billion)", False),
        ("€200 billion ($23 billion)", True),
        ("$10m (£5.4m)", False),
        ("$10m (£5.4bn)", True),
        ("5 million lira ($3m)", None),
    ],
)
def test_sums_in_two_currencies(sums: str, outside: bool | None) -> None:
    (found,) = conversions(f"It cost {sums} in all.")
    assert (None if found.times_outside is None else found.times_outside > 3) == outside


@given(texts)
def test_any_text_is_read(text: str) -> None:
    assert_sound("conversion", text)


@given(st.integers(1, 10**6))
def test_what_is_converted_right_is_never_off(miles: int) -> None:
    (found,) = conversions(f"They drove {miles:,} miles ({round(miles * 1.609344):,} km) of it.")
    assert found.off == 0
