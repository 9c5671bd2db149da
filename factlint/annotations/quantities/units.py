"""Units of quantities: signs, codes and words, each with the one form that stands in the facts.

The factors are exact by definition: the international yard and pound of 1959, the litre of 1964, the US gallon of 231
cubic inches, the oil barrel of 42 such gallons, the international nautical mile (NIST Special Publication 811, app. B).
"""

from __future__ import annotations

from typing import NamedTuple


class Unit(NamedTuple):
    """A measure: ``factor`` is how many of its dimension's first unit it has, 0 where that is not told.

    ``dimension`` is None where the word leaves it open.
    """

    dimension: str | None
    factor: float
    words: str


# Signs before the figure; the bare dollar is that of the United States. "#" stands for the pound in a few wire feeds,
# but far more often for "number": it is left out.
CURRENCY_SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₹": "INR", "₩": "KRW", "₺": "TRY",
}  # fmt: skip
# What may stand before the dollar sign.
DOLLARS = {
    "us": "USD", "usd": "USD", "au": "AUD", "a": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD", "cad": "CAD",
    "can": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD", "nt": "TWD", "r": "BRL",
}  # fmt: skip
CURRENCY_CODES = frozenset(
    {"usd", "eur", "gbp", "jpy", "chf", "cny", "rub", "uah", "inr", "pln", "sek", "nok", "dkk", "aud", "cad"}
)
_CURRENCY_WORDS = {
    "USD": "dollar dollars us_dollar us_dollars", "EUR": "euro euros", "JPY": "yen", "CNY": "yuan renminbi",
    "GBP": "pound_sterling pounds_sterling sterling",
    "RUB": "ruble rubles rouble roubles", "UAH": "hryvnia hryvnias", "INR": "rupee rupees", "PLN": "zloty zlotys",
    "SEK": "krona kronor", "TRY": "lira", "MXN": "peso pesos", "CHF": "swiss_franc swiss_francs",
    "AUD": "australian_dollars", "CAD": "canadian_dollars",
}  # fmt: skip
_MEASURES = {
    "percent": Unit("share", 0.01, "percent per_cent pct %"),
    "points": Unit("points", 1, "percentage_point percentage_points"),
    "m": Unit("length", 1, "m meter meters metre metres"),
    "km": Unit("length", 1000, "km kms kilometer kilometers kilometre kilometres"),
    "cm": Unit("length", 0.01, "cm cms centimeter centimeters centimetre centimetres"),
    "mm": Unit("length", 0.001, "mm millimeter millimeters millimetre millimetres"),
    "mile": Unit("length", 1609.344, "mile miles mi"),
    "nautical mile": Unit("length", 1852, "nautical_mile nautical_miles"),
    "yard": Unit("length", 0.9144, "yard yards yd yds"),
    "foot": Unit("length", 0.3048, "foot feet ft"),
    "inch": Unit("length", 0.0254, "inch inches"),
    "m²": Unit("area", 1, "m² m2 sq_m square_meter square_meters square_metre square_metres"),
    "km²": Unit("area", 1e6, "km² km2 sq_km square_kilometer square_kilometers square_kilometre square_kilometres"),
    "square mile": Unit("area", 1609.344**2, "square_mile square_miles sq_mile sq_miles sq_mi"),
    "square foot": Unit("area", 0.3048**2, "square_foot square_feet sq_ft"),
    "square yard": Unit("area", 0.9144**2, "square_yard square_yards"),
    "acre": Unit("area", 4046.8564224, "acre acres"),
    "hectare": Unit("area", 1e4, "hectare hectares ha"),
    "kg": Unit("mass", 1, "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"),
    "g": Unit("mass", 0.001, "g gram grams gramme grammes"),
    "mg": Unit("mass", 1e-6, "mg milligram milligrams"),
    "tonne": Unit("mass", 1000, "tonne tonnes metric_ton metric_tons"),
    "ton": Unit("mass", 1000, "ton tons"),
    "lb": Unit("mass", 0.45359237, "lb lbs"),
    "ounce": Unit("mass", 0.028349523125, "ounce ounces oz"),
    "stone": Unit("mass", 6.35029318, "stone stones"),
    "liter": Unit("volume", 1, "l liter liters litre litres"),
    "ml": Unit("volume", 0.001, "ml milliliter milliliters millilitre millilitres"),
    "gallon": Unit("volume", 3.785411784, "gallon gallons"),
    "barrel": Unit("volume", 158.987294928, "barrel barrels bpd"),
    "m³": Unit("volume", 1000, "m³ m3 cubic_meter cubic_meters cubic_metre cubic_metres"),
    "cubic foot": Unit("volume", 28.316846592, "cubic_foot cubic_feet"),
    "kph": Unit("speed", 1 / 3.6, "kph km/h kmh kmph kilometers_per_hour kilometres_per_hour kilometers_an_hour "
        "kilometres_an_hour km_per_hour km_an_hour km/hr kilometer_per_hour kilometre_per_hour"),
    "mph": Unit("speed", 0.44704, "mph miles_per_hour miles_an_hour mile_per_hour"),
    "knot": Unit("speed", 1852 / 3600, "knot knots"),
    "m/s": Unit("speed", 1, "m/s meters_per_second metres_per_second"),
    "°C": Unit("temperature", 1, "°c c degrees_c degrees_celsius degree_celsius degrees_centigrade celsius centigrade"),
    "°F": Unit("temperature", 5 / 9, "°f f degrees_f degrees_fahrenheit degree_fahrenheit fahrenheit"),
    "degree": Unit("degree", 0, "° degree degrees"),
    "kW": Unit("power", 1, "kw kilowatt kilowatts"), "MW": Unit("power", 1e3, "mw megawatt megawatts"),
    "GW": Unit("power", 1e6, "gw gigawatt gigawatts"),
    "kWh": Unit("energy", 1, "kwh"), "MWh": Unit("energy", 1e3, "mwh"),
    "MHz": Unit("frequency", 1, "mhz"), "GHz": Unit("frequency", 1e3, "ghz"),
    "MB": Unit("data", 1, "mb megabyte megabytes"), "GB": Unit("data", 1e3, "gb gigabyte gigabytes"),
    "TB": Unit("data", 1e6, "tb terabyte terabytes"),
    "cent": Unit("money", 0, "cent cents"), "penny": Unit("money", 0, "pence"),
    # Money or a weight: the reader tells from the rest of the article, where it can.
    "pound": Unit(None, 0, "pound pounds"),
}  # fmt: skip
UNITS = {
    word.replace("_", " "): unit
    for unit, words in (*_CURRENCY_WORDS.items(), *((unit, row.words) for unit, row in _MEASURES.items()))
    for word in words.split()
}
"""The unit that each word or sign behind a number stands for."""
_CURRENCIES = frozenset(
    {*CURRENCY_SIGNS.values(), *DOLLARS.values(), *_CURRENCY_WORDS, *map(str.upper, CURRENCY_CODES)}
)
_DIMENSIONS: dict[str, str | None] = {
    **dict.fromkeys(_CURRENCIES, "money"),
    **{unit: row.dimension for unit, row in _MEASURES.items()},
    "share": "share", "age": "age", "score": "score",
}  # fmt: skip


def dimension_of(unit: str | None) -> str | None:
    """What a unit measures; ``count`` for None, None for a unit that leaves it open (``20 pounds``)."""
    return "count" if unit is None else _DIMENSIONS.get(unit)


def in_first_unit(unit: str) -> float | None:
    """How many metres, kilograms, litres, square metres, metres per second, kilowatts or degrees Celsius one has.

    None where that is not told.
    """
    row = _MEASURES.get(unit)
    return None if row is None else row.factor or None
