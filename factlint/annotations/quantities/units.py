"""Units of quantities: signs, codes and words, each with the one form that stands in the facts."""

from __future__ import annotations

# Signs before the figure; the bare dollar is that of the United States. "#" stands for the pound in a few wire feeds,
# but far more often for "number": it is left out.
CURRENCY_SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₹": "INR", "₩": "KRW", "₺": "TRY",
}  # fmt: skip
# What may stand before the dollar sign.
DOLLARS = {
    "us": "USD", "usd": "USD", "au": "AUD", "a": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD", "cad": "CAD",
    "hk": "HKD", "nz": "NZD", "s": "SGD",
}  # fmt: skip
CURRENCY_CODES = frozenset({"usd", "eur", "gbp", "jpy", "chf", "cny", "rub", "uah", "inr", "pln", "sek", "nok", "dkk"})

# Words and short forms behind the figure, by the form in the facts.
_WORDS = {
    "USD": "dollar dollars", "EUR": "euro euros", "GBP": "pound pounds sterling", "JPY": "yen", "CNY": "yuan renminbi",
    "RUB": "ruble rubles rouble roubles", "UAH": "hryvnia hryvnias", "INR": "rupee rupees", "PLN": "zloty zlotys",
    "SEK": "krona kronor", "TRY": "lira", "MXN": "peso pesos", "cent": "cent cents", "penny": "pence",
    "percent": "percent pct %", "degree": "degree degrees",
    "km": "km kilometer kilometers kilometre kilometres", "m": "meter meters metre metres",
    "cm": "cm centimeter centimeters centimetre centimetres", "mm": "mm millimeter millimeters millimetre millimetres",
    "mile": "mile miles mi", "foot": "foot feet ft", "inch": "inch inches", "yard": "yard yards",
    "acre": "acre acres", "hectare": "hectare hectares ha",
    "kg": "kg kilo kilos kilogram kilograms", "g": "gram grams", "ton": "ton tons", "tonne": "tonne tonnes",
    "lb": "lb lbs", "ounce": "ounce ounces oz",
    "liter": "liter liters litre litres", "gallon": "gallon gallons", "barrel": "barrel barrels bpd",
    "mph": "mph", "kph": "kph", "knot": "knot knots",
    "kW": "kw kilowatt kilowatts", "MW": "mw megawatt megawatts", "GW": "gw gigawatt gigawatts",
    "kWh": "kwh", "MWh": "mwh", "MHz": "mhz", "GHz": "ghz",
    "MB": "mb megabyte megabytes", "GB": "gb gigabyte gigabytes", "TB": "tb terabyte terabytes",
}  # fmt: skip
UNITS = {word: unit for unit, words in _WORDS.items() for word in words.split()}
