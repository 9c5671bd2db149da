"""What units are worth: the definitions, each from another unit than the table has it from."""

from __future__ import annotations

import pytest

from factlint.annotations.quantities.units import dimension_of, in_first_unit

# In the international system of units and the international yard and pound (1959), the US survey units left aside.
WORTH = [
    ("km", 1000, "m"),
    ("m", 100, "cm"),
    ("cm", 10, "mm"),
    ("inch", 25.4, "mm"),
    ("foot", 12, "inch"),
    ("yard", 3, "foot"),
    ("mile", 1760, "yard"),
    ("nautical mile", 1.852, "km"),
    ("km²", 100, "hectare"),
    ("hectare", 10_000, "m²"),
    ("square yard", 9, "square foot"),
    ("square foot", 0.09290304, "m²"),
    ("acre", 4840, "square yard"),
    ("square mile", 640, "acre"),
    ("kg", 1000, "g"),
    ("g", 1000, "mg"),
    ("tonne", 1000, "kg"),
    ("ton", 1, "tonne"),
    ("lb", 16, "ounce"),
    ("stone", 14, "lb"),
    ("lb", 0.45359237, "kg"),
    ("liter", 1000, "ml"),
    ("gallon", 3.785411784, "liter"),
    ("barrel", 42, "gallon"),
    ("m³", 1000, "liter"),
    ("cubic foot", 28.316846592, "liter"),
    ("mph", 1.609344, "kph"),
    ("knot", 1.852, "kph"),
    ("m/s", 3.6, "kph"),
    ("°C", 1.8, "°F"),
    ("MW", 1000, "kW"),
    ("GW", 1000, "MW"),
    ("MWh", 1000, "kWh"),
    ("GHz", 1000, "MHz"),
    ("GB", 1000, "MB"),
    ("TB", 1000, "GB"),
    ("points", 100, "percent"),
]


@pytest.mark.parametrize(("unit", "times", "other"), WORTH, ids=[f"{one} in {other}" for one, _, other in WORTH])
def test_what_a_unit_is_worth(unit: str, times: float, other: str) -> None:
    one, of_the_other = in_first_unit(unit), in_first_unit(other)
    assert one is not None
    assert of_the_other is not None
    assert one / of_the_other == pytest.approx(times, rel=1e-12)


@pytest.mark.parametrize("unit", ["m", "kg", "m²", "liter", "m/s", "°C", "kW", "kWh", "MHz", "MB", "points"])
def test_the_first_unit_of_a_dimension_is_one(unit: str) -> None:
    assert in_first_unit(unit) == 1


@pytest.mark.parametrize("unit", ["degree", "cent", "penny", "pound", "USD", "age", "score", "no unit"])
def test_what_is_worth_nothing_that_is_told(unit: str) -> None:
    assert in_first_unit(unit) is None


@pytest.mark.parametrize(
    ("unit", "dimension"),
    [
        *((None, "count"), ("USD", "money"), ("BRL", "money"), ("NOK", "money"), ("cent", "money"), ("penny", "money")),
        *(("percent", "share"), ("share", "share"), ("points", "points"), ("age", "age"), ("score", "score")),
        *(("pound", None), ("no unit", None), ("degree", "degree"), ("°F", "temperature"), ("stone", "mass")),
    ],
)
def test_what_a_unit_measures(unit: str | None, dimension: str | None) -> None:
    assert dimension_of(unit) == dimension
