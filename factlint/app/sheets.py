"""Sheets: what the pages for people show of each article of a result beside its findings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factlint.app.articles import gathered
from factlint.engine.run import Engine
from factlint.findings.sheets import DATE, FIGURE, NAME, QUOTE, Sheet, Told
from factlint.lang.similar import likeness, runs_of
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotations import Reading
    from factlint.app.session import Session
    from factlint.findings.result import Result

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_DAY = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?")
_DAYS = ("day", "weekday", "month", "year", "week", "time", "relative")
_PRONOUNS = ("he", "she", "they", "it", "who", "i", "we")
# Shorter ones are no statement that two articles could share.
_WORDS = 5
# From here on two quotations are shown as wordings of one; the rules of the family quotes/ look closer.
_ALIKE = 0.65


def with_sheets(
    session: Session, result: Result, paths: Sequence[str], piped: tuple[bytes, str] | None = None
) -> Result:
    """The result with a sheet for each article that still reads as it did when it was checked."""
    if result.redacted:
        return result
    texts = {one.key: one.text for one in result.articles}
    told_together = {key for _, keys in result.stories if len(keys) > 1 for key in keys}
    corpus = gathered(session, paths, piped)
    engine = Engine((), session.knowledge)
    found = []
    for article, _ in corpus.articles:
        if texts.get(article.key) == article.text:
            found.append(_sheet(engine.read(article), with_facts=article.key in told_together))
    return replace(result, sheets=tuple(sorted(_with_wordings(found), key=lambda sheet: sheet.key)))


def _sheet(reading: Reading, *, with_facts: bool) -> Sheet:
    card = reading.card
    return Sheet(
        path=card.path,
        id=card.id,
        headline=card.headline,
        source=card.source,
        published=card.published.isoformat() if card.published is not None else None,
        sections=tuple((part.kind, part.start, part.end) for part in reading.sections),
        facts=tuple(sorted(_told(reading), key=lambda fact: (fact.start, fact.end))) if with_facts else (),
    )


def _told(reading: Reading) -> Iterator[Told]:
    yield from _names(reading)
    yield from _dates(reading)
    yield from _figures(reading)
    yield from _quotes(reading)


def _names(reading: Reading) -> Iterator[Told]:
    for name in reading.facts("name"):
        surname = getattr(name, "surname", None)
        if getattr(name, "kind", None) == "person" and surname:
            key = getattr(name, "entity", None) or comparable(surname)
            yield Told(NAME, name.start, name.end, name.text, key, surname, comparable(surname))


def _dates(reading: Reading) -> Iterator[Told]:
    for date in reading.facts("date"):
        value = getattr(date, "value", None)
        if value and getattr(date, "precision", None) in _DAYS and any(char.isdigit() for char in value):
            yield Told(DATE, date.start, date.end, date.text, value, _day(value))


def _day(value: str) -> str:
    """A TIMEX3 value as people read it; a year that nobody gave is left out."""
    if weekday := _WEEKDAY.fullmatch(value):
        return _WEEKDAYS[int(weekday[1]) - 1]
    if not (day := _DAY.fullmatch(value)):
        return value.removeprefix("XXXX-")
    parts = (day["day"] and str(int(day["day"])), _MONTHS[int(day["month"]) - 1], day["year"])
    return " ".join(part for part in parts if part and part != "XXXX")


def _figures(reading: Reading) -> Iterator[Told]:
    for quantity in reading.facts("quantity"):
        value, unit = getattr(quantity, "value", None), getattr(quantity, "unit", None)
        subject = getattr(quantity, "subject", None)
        if value is None:
            continue
        about = " · ".join(part for part in (subject, unit) if part) if subject else quantity.text
        key = f"{unit}|{subject}" if subject else f"{unit}||{value}"
        yield Told(FIGURE, quantity.start, quantity.end, quantity.text, key, about, repr(value))


def _quotes(reading: Reading) -> Iterator[Told]:
    for quote in reading.facts("quote"):
        if len(quote.text.split()) >= _WORDS:
            speaker = getattr(quote, "speaker", None) or ""
            speaker = "" if speaker.casefold() in _PRONOUNS else speaker
            yield Told(QUOTE, quote.start, quote.end, quote.text, "", speaker)


# -- quotations that are wordings of one


def _with_wordings(sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    """The sheets, with one key for all quotations that are wordings of one."""
    texts = dict.fromkeys(fact.text for sheet in sheets for fact in sheet.facts if fact.kind == QUOTE)
    keys = _wordings(tuple(texts))
    for sheet in sheets:
        facts = tuple(replace(fact, key=keys[fact.text]) if fact.kind == QUOTE else fact for fact in sheet.facts)
        yield replace(sheet, facts=facts)


def _wordings(texts: Sequence[str]) -> dict[str, str]:
    """Each text with the first one that it is, by one or several steps, a wording of.

    A text is compared only with the first one that has a run of its words: near-linear in their number.
    """
    first = {text: text for text in texts}
    by_run: dict[tuple[str, ...], str] = {}
    for text in texts:
        for run in sorted(runs_of(text)):
            other = by_run.setdefault(run, text)
            if other != text and _root(first, other) != _root(first, text) and likeness(other, text) >= _ALIKE:
                first[_root(first, text)] = _root(first, other)
    return {text: _root(first, text) for text in texts}


def _root(first: dict[str, str], text: str) -> str:
    while first[text] != text:
        first[text] = first[first[text]]
        text = first[text]
    return text
