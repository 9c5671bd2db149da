"""What stands on a check sheet: names, titles, dates, figures and quotations, each thing once with all its places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.article import DEFAULT_SECTIONS
from factlint.lang.similar import words_of
from factlint.text.forms import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from factlint.annotations import Reading
    from factlint.annotations.dates.date import Date
    from factlint.annotations.names.name import Name
    from factlint.annotations.quantities.quantity import Quantity
    from factlint.annotations.quotes.quote import Quote
    from factlint.article import Annotation

_DATED = frozenset({"day", "month", "year", "weekday"})
_LONGEST_TITLE = 160
_BEHIND_RANK = re.compile(r"(?<=\w)(?:,| (?:of|for|to|at|in|on)) ")


class Noted(NamedTuple):
    """One thing: what it is compared by across articles, the words, what they are of, and all its places."""

    key: object
    words: str
    of: str
    facts: tuple[Annotation, ...]
    unlisted: bool = False


def headline(reading: Reading) -> str:
    """What an article is called: its headline, else its first words."""
    first = reading.card.headline or next((line for line in reading.text.splitlines() if line.strip()), "")
    words = " ".join(first.split())
    return words if len(words) <= _LONGEST_TITLE else words[: _LONGEST_TITLE - 1] + "…"


def _read(reading: Reading, kind: str) -> Iterator[Any]:
    """The facts of a kind where readers meet them."""
    return (fact for fact in reading.facts(kind) if fact.section in DEFAULT_SECTIONS)


def _together(found: Iterable[tuple[object, Annotation]]) -> dict[object, list[Any]]:
    by_key: dict[object, list[Any]] = {}
    for key, fact in found:
        by_key.setdefault(key, []).append(fact)
    return by_key


def _names(reading: Reading) -> Iterator[Noted]:
    """People and organisations, each under its fullest form; places are mostly too well known to be asked for."""
    mentions: Iterator[Name] = _read(reading, "name")
    wanted = [name for name in mentions if name.line is None and (name.kind == "person" or _is_body(name))]
    for key, names in _together((_who(name), name) for name in wanted).items():
        fullest = max(names, key=lambda name: (len(name.text.split()), -name.start))
        person = any(name.kind == "person" for name in names)
        unlisted = person and all(name.entity is None for name in names)
        title = next((name.title for name in names if name.title), "")
        yield Noted(key, fullest.text, title, tuple(names), unlisted)


def _is_body(name: Name) -> bool:
    return name.kind == "organisation" and " " in name.text


def _who(name: Name) -> str:
    return name.entity or name.who or folded(name.text)


def _titles(reading: Reading) -> Iterator[Noted]:
    """Each title with the person who has it."""
    mentions: Iterator[Name] = _read(reading, "name")
    titled = [(name, name.title) for name in mentions if name.kind == "person" and name.title]
    for key, names in _together(((_who(name), _rank(title)), name) for name, title in titled).items():
        yield Noted(key, names[0].title or "", max((name.text for name in names), key=len), tuple(names))


def _rank(title: str) -> str:
    """The word for the rank: the German Chancellor and the chancellor, the chief executive of a bank and its chief."""
    return folded(_BEHIND_RANK.split(title, maxsplit=1)[0].split()[-1])


def _dates(reading: Reading) -> Iterator[Noted]:
    """Dates and weekdays that say a day, a month or a year; “now” and “last week” are no facts to look up."""
    found: Iterator[Date] = _read(reading, "date")
    wanted = [date for date in found if date.precision in _DATED and date.value]
    for key, dates in _together((_day(date), date) for date in wanted).items():
        first = dates[0]
        resolved = first.resolved.isoformat() if first.resolved is not None else ""
        yield Noted(key, first.text, resolved, tuple(dates))


def _day(date: Date) -> str:
    if date.resolved is not None:
        return date.resolved.isoformat()
    # Without a clock a weekday or “May 3” is only the same where the words are.
    return (date.value or "") if "X" not in (date.value or "X") else folded(date.text)


def _figures(reading: Reading) -> Iterator[Noted]:
    found: Iterator[Quantity] = _read(reading, "quantity")
    wanted = [one for one in found if (one.value, one.low, one.high) != (None, None, None)]
    for key, quantities in _together((_amount(one), one) for one in wanted).items():
        yield Noted(key, quantities[0].text, quantities[0].subject or "", tuple(quantities))


def _amount(one: Quantity) -> tuple[object, ...]:
    """What makes two figures one: the value, the unit, and what is counted where the words say that."""
    value = one.value if one.value is not None else (one.low, one.high)
    return value, one.unit, folded(one.subject).split()[-1] if one.subject and one.unit is None else None


def _quotations(reading: Reading) -> Iterator[Noted]:
    """What somebody said; titles and words held at a distance are no quotations."""
    found: Iterator[Quote] = _read(reading, "quote")
    wanted = [quote for quote in found if quote.kind != "term" and (quote.words > 3 or quote.speaker is not None)]
    for key, quotes in _together((words_of(quote.text), quote) for quote in wanted).items():
        words = quotes[0].text.rstrip(",")
        yield Noted(key, f"“{words}”", _speaker(quotes[0]), tuple(quotes))


def _speaker(quote: Quote) -> str:
    if quote.speaker is None:
        return "nobody is named" if quote.outlet is None else quote.outlet
    return f"{quote.speaker} (not named)" if quote.anonymous else quote.speaker


SECTIONS: Mapping[str, Callable[[Reading], Iterable[Noted]]] = {
    "names": _names,
    "titles": _titles,
    "dates": _dates,
    "figures": _figures,
    "quotations": _quotations,
}
"""What each part of a sheet lists, in the order of the sheet."""

FAMILIES: Mapping[str, str] = {
    "names": "names",
    "titles": "titles",
    "dates": "dates",
    "figures": "numbers",
    "quotations": "quotes",
}
"""The family of the rules that say what differs in each part."""
