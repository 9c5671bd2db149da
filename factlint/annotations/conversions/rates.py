"""Rates of exchange: between what bounds a dollar of the United States has stood since the euro began.

The least and the most that it has cost from 1999 to 2025, rounded outwards, after the reference rates of the European
Central Bank and the H.10 release of the Federal Reserve. They are for telling slips, not for conversions: currencies
that lost most of their worth in these years have no bounds here.
"""

from __future__ import annotations

_PER_DOLLAR = {
    "USD": (1.0, 1.0), "EUR": (0.62, 1.22), "GBP": (0.47, 0.97), "JPY": (75.0, 165.0), "CHF": (0.7, 1.85),
    "CNY": (6.0, 8.3), "CAD": (0.9, 1.65), "AUD": (0.9, 2.1), "NZD": (1.1, 2.6), "SGD": (1.2, 1.9),
    "HKD": (7.7, 7.9), "SEK": (5.8, 11.6), "NOK": (4.9, 11.9), "DKK": (4.6, 9.1), "PLN": (2.0, 5.1),
    "INR": (39.0, 92.0), "KRW": (890.0, 1600.0), "RUB": (21.0, 125.0), "TWD": (27.0, 36.0),
}  # fmt: skip


def times_outside(value: float, unit: str, other_value: float, other: str) -> float | None:
    """How many times an amount lies outside what another may have been worth; 1 inside, None for other currencies."""
    one, two = _PER_DOLLAR.get(unit), _PER_DOLLAR.get(other)
    if one is None or two is None or value <= 0 or other_value <= 0:
        return None
    rate = other_value / value
    return max(two[0] / one[1] / rate, rate / (two[1] / one[0]), 1.0)
