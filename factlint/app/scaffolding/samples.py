"""What a new rule, and a new entry of knowledge, begin as: small things that work, to be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Sample(NamedTuple):
    """A query with its message, a text in which it finds something (between ``[[`` and ``]]``), and one without."""

    find: str
    message: str
    bad: str
    good: str


FAMILIES: Mapping[str, Sample] = {
    "names": Sample(
        'from name n\nwhere n.kind = "person" and n.surname = "Novotni"\nreport n.family',
        "{n.text}: is this Novotny?",
        "The mediator, Karel [[Novotni]], landed on Sunday.",
        "The mediator, Karel Novotny, landed on Sunday.",
    ),
    "titles": Sample(
        'from name n\nwhere n.title = "envoy" and n.surname = "Novotny"',
        "{n.text} is a mediator, not an envoy",
        "They met envoy [[Karel Novotny]] on Sunday.",
        "They met mediator Karel Novotny on Sunday.",
    ),
    "dates": Sample(
        "from date d\nwhere d.year is known and d.year < 1800",
        "{d.text} is long ago",
        "The bridge was opened on [[May 3, 1705]], the city said.",
        "The bridge was opened on May 3, 2005, the city said.",
    ),
    "numbers": Sample(
        'from quantity q\nwhere q.unit = "percent" and q.value > 500',
        "{q.text} is very much: is it a share of something?",
        "Prices rose by [[1,250%]] in a year, the bank said.",
        "Prices rose by 12.5% in a year, the bank said.",
    ),
    "quotes": Sample(
        'from quote q\nwhere q.text contains "no comment"',
        "“{q.text}” says nothing: can it go?",
        "Asked about the deal, the minister said, “[[I have no comment on this.]]”",
        "Asked about the deal, the minister said, “I will sign it on Monday.”",
    ),
    "lists": Sample(
        "from list l\nwhere count(item i in l.items where i.text is known) > 6",
        "a list of more than six: would a table read better?",
        "It was signed by [[Austria, Belgium, Denmark, Finland, France, Germany and Sweden]] on Monday.",
        "It was signed by Austria, Belgium and Denmark on Monday.",
    ),
    "style": Sample(
        'from word w\nwhere w.form in ["at this moment in time"] and not w.quoted',
        "“{w.text}”: write now",
        "The bridge is closed [[at this moment in time]], the city said.",
        "The bridge is closed now, the city said.",
    ),
    "text": Sample(
        'from word w\nwhere w.form in ["lorem ipsum"]',
        "“{w.text}” was left from a template",
        "The bridge is closed. [[Lorem ipsum]] and so on.",
        "The bridge is closed until May.",
    ),
}
"""A sample for each family of rules."""


class Entry(NamedTuple):
    """An entry of knowledge: its lines behind the name, what else it may say (each a line), and a file for several."""

    more: tuple[tuple[str, str], ...]
    optional: tuple[tuple[str, str, str], ...]


# The optional keys: the key, a value as an example, and what it is for.
_CHECKED = (
    ("source", "https://…", "where it can be looked up"),
    ("checked", "2026-01-31", "the day on which you looked it up"),
)
ENTRIES: Mapping[str, Entry] = {
    "person": Entry(
        (),
        (
            ("surname", "von der Heide", "where it is not the last word of the name"),
            ("accepted", "[Charles Novotny]", "other right forms, full names or surnames"),
            ("wrong", "{Novotny: [Novotni, Novotnny]}", "wrong forms under the right one; they are mended by --fix"),
            ("born", "1962", "the year of birth"),
            ("pronouns", "he/him", "checked against the article's"),
            ("alone", "yes", "the bare surname means this person, even in an article without the full name"),
            ("different", "[Karl Novotni]", "people who are easily taken for this one"),
            *_CHECKED,
        ),
    ),
    "place": Entry(
        (),
        (
            ("kind", "city", "country, city, region or site"),
            ("other", "[Kiev]", "forms that your house style does not use"),
            ("except", "[chicken Kiev]", "phrases in which they stay"),
            ("also", "[Kyiv City]", "other right names"),
            ("demonym", "[Kyivan]", "its adjective, and the word for its people"),
            ("since", "1995-10-14", "the day from which the name holds"),
            *_CHECKED,
        ),
    ),
    "office": Entry(
        (("title", ""),),
        (
            ("nation", "[Czech]", "words for the country or body before the title"),
            (
                "terms",
                "[{holder: Petr Pavel, since: 2023-03-09, checked: 2026-01-31}]",
                "who holds it from when until when; holders are listed under people, an open term needs “checked”",
            ),
            ("co", "yes", "several people hold it at once"),
            *_CHECKED,
        ),
    ),
    "organisation": Entry(
        (),
        (
            ("acronym", "[IAEA]", "short forms, the preferred one first"),
            ("also", "[Atomic Energy Agency]", "other right names"),
            ("kind", "agency", "company, party, body, agency, alliance, union, team, court, army or other"),
            ("nation", "Austria", "the country"),
            *_CHECKED,
        ),
    ),
    "outlet": Entry((), (("also", "[Sun]", "other names and short forms under which it is quoted"), *_CHECKED)),
    "event": Entry(
        (("date", ""),),
        (("also", "[fall of the Wall]", "other words for it"), *_CHECKED),
    ),
}
"""What an entry of each kind says, beside its name."""
