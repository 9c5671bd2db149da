"""Offices and who held them when: one row a term.

Coverage: for every person who is listed in ``people``, every term in a listed office is listed, however long ago. A
rule that says "never held this office" rests on it; a term that is missing would make a right title look wrong. Terms
of people who are not listed may be missing.

A later file that lists an office gives all its terms: they replace the earlier ones, so that no two can overlap.

A gap is a term without a holder, or with ``holder: unknown``: it is known that the holder is not known, and no check
draws a conclusion about its days. An office that several people hold at once says ``co: yes``.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factlint.knowledge import Entry, Fault, KnowledgeKind
from factlint.knowledge.kept import Rows
from factlint.knowledge.people import key_of
from factlint.text.forms import comparable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from typing import Any

    from factlint.text.marked import Keys, MarkedFile, Node

_KEYS = ("key", "title", "nation", "terms", "co", "source", "checked", "note")
_TERM_KEYS = ("holder", "since", "until", "acting", "source", "checked", "note")
_UNKNOWN = "unknown"

# An open term is trusted this long after the day somebody last checked it; after that its end is unknown.
GRACE = datetime.timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Office:
    """One term of an office.

    ``key`` names the office (us/president); ``titles`` are its words before a name, ``nations`` the words for its
    country or body that come before the title. ``holder`` is the key of a person, None for a gap (holder unknown).
    ``until`` is None (unknown) for an open term; ``assured`` is the last day for which the holder is certain: the end
    of a closed term, for an open one the day it was checked and GRACE. ``co`` says that several people hold the office
    at once, ``acting`` that this one only stands in.
    """

    key: str
    title: str
    titles: tuple[str, ...]
    nations: tuple[str, ...]
    holder: str | None
    since: datetime.date
    until: datetime.date | None
    assured: datetime.date | None
    checked: datetime.date | None
    source: tuple[str, ...] = ()
    co: bool = False
    acting: bool = False


def _read(file: MarkedFile, node: Node) -> Iterable[Entry]:
    for item in file.items(node, "offices"):
        entry = file.keys(item, _KEYS, "an office")
        if entry is None:
            continue
        key = file.text_of(entry.get("key"), "the key of an office")
        titles = file.texts(entry.get("title"), "the title of an office")
        if key is None or not titles:
            file.complain(item, "an office needs a key and a title", "add key: us/president and title: President")
            continue
        office = Office(
            key=key,
            title=titles[0],
            titles=titles,
            nations=file.texts(entry.get("nation"), "the nation of an office"),
            holder=None,
            since=datetime.date.min,
            until=None,
            assured=None,
            checked=file.day(entry.get("checked"), "checked"),
            source=file.texts(entry.get("source"), "source"),
            co=file.flag(entry.get("co"), "co") or False,
        )
        for term in file.items(entry.get("terms"), "the terms of an office"):
            values = file.keys(term, _TERM_KEYS, "a term")
            if values is not None:
                yield from _term(file, values, office)


def _term(file: MarkedFile, values: Keys, office: Office) -> Iterable[Entry]:
    """One term; ``office`` has what the office says for all of them."""
    since = file.day(values.get("since"), "the first day of a term")
    if since is None:
        file.complain(values, "a term needs its first day", "add since: 2025-01-20")
        return
    holder = file.text_of(values.get("holder"), "the holder of an office")
    until = file.day(values.get("until"), "the last day of a term")
    if until is not None and until < since:
        file.complain(values, "this term ends before it begins", "swap since and until, or mend the year")
        return
    checked = file.day(values.get("checked"), "checked") or office.checked
    term = replace(
        office,
        holder=key_of(holder) if holder and holder != _UNKNOWN else None,
        since=since,
        until=until,
        assured=until or (checked + GRACE if checked else None),
        checked=checked,
        source=file.texts(values.get("source"), "source") or office.source,
        acting=file.flag(values.get("acting"), "acting") or False,
    )
    yield Entry(term, values)


def _check(rows: Mapping[str, Collection[Any]]) -> Iterable[Fault]:
    """Holders who are no listed person, and terms of one office that overlap; a handover within a day is no overlap."""
    people = rows.get("person", ())
    listed = people.keys() if isinstance(people, Rows) else {person.key for person in people}
    by_office: dict[str, list[Office]] = {}
    for term in rows.get("office", ()):
        by_office.setdefault(term.key, []).append(term)
        if term.holder is not None and term.holder not in listed:
            message = f"the holder “{term.holder}” is not listed under people"
            yield Fault(term.holder, message, "add the person, or mend the name here")
    for key, terms in by_office.items():
        if not any(term.co for term in terms):
            yield from _overlaps(key, sorted(terms, key=lambda term: term.since))


def _overlaps(key: str, terms: Sequence[Office]) -> Iterable[Fault]:
    longest = terms[0]
    for later in terms[1:]:
        earlier, longest = longest, max(longest, later, key=_end)
        if later.since < _end(earlier):
            yield Fault(
                key,
                f"two terms of “{key}” overlap: one begins on {later.since}, the one before ends "
                + (f"on {earlier.until}" if earlier.until else "on no day"),
                "mend since and until, or give the earlier term an until",
            )


def _end(term: Office) -> datetime.date:
    return term.until or datetime.date.max


KIND = KnowledgeKind(
    name="office",
    row=Office,
    section="offices",
    read=_read,
    check=_check,
    many=True,
    about=True,
    lookups={"key": lambda row: (comparable(row.key),)},
)
