"""From the names of an article and the figures beside them to the ages of people."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotations.ages.age import Age
from factlint.annotations.ages.times import Time, speaks_of_then, time_of_article, time_of_death
from factlint.annotations.births.spoken import by_pronoun, one_person
from factlint.annotations.births.whose import name_before, name_behind
from factlint.text.deferred import deferred
from factlint.text.nearby import search_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.annotations import Reading
    from factlint.annotations.names.name import Name

_FIGURE = r"([1-9]\d?|1[01]\d)"
_BESIDE = deferred(rf", (?:aged? )?{_FIGURE}(?=[,.;)]|$)(?![.,]\d)", re.MULTILINE)
_STATED = deferred(rf" is (?:now )?{_FIGURE}(?: years old\b|(?=[.,;](?!\d)))")
_COMPOUND = deferred(r"-year-old(?!\w)")
_FIGURE_BEFORE = deferred(rf"(?<![\w.,/$£€:-]){_FIGURE}\Z")
# The search begins at plain letters, which is many times faster than at the edge of a word.
_DEATH = deferred(
    r"di(?:ed|es)(?<=\W.{4})\b(?P<way>[^.;:\n“”\"]{0,70}?)"
    rf" (?:aged|at the age of|at age|at) (?P<years>{_FIGURE})"
    r"(?= years old|[,.;]| on | in | after | from | following |$)(?![.,]\d)",
    re.MULTILINE,
)
# Between a name and what is said of it.
_NOTHING = deferred("")
_WHO = deferred("(?:,? who)?")
_ARTICLE = deferred(r", (?:who is |who[’']s )?an? ")
_THE = deferred(r", the ")
_ENDS_THE = deferred(r"(?: [a-z]+){1,3},")
_WHO_DIED = deferred(
    r"(?: \([^()\n]{4,20}\))?"
    r"(?:, (?:an?|the|one of|former|formerly|best known|whose|who) [^,.;:\n]{0,60},|, \d{1,3},)?"
    r"(?:,? who)?(?: has| have| had)? "
)
# Between -year-old and the name: at most what somebody is, and one word before that. "Beat" is neither.
_TRADE = deferred(
    r" (?:(?:former|retired|local|professional|amateur|[a-z]{3,}al|[a-z]{3,}ic) )?"
    r"(?:(?:[a-z]{2,}(?:er|or|ist|ian|man|ant|ess)|star|envoy|diplomat|king|queen|pope|prince|clerk|student|captain|"
    r"coach|veteran|pilot|nurse|chef|victim|suspect|native|boss|centre|forward|back|hero|champion|graduate|recruit|"
    r"architect|president|son|daughter|girl|boy) )?"
)
_VERB = deferred(
    r",|[.]| (?:has|had|was|is|will|said|says|told|added|also|who|made|won|lost|got|set|kept|began|took|came|went|did|"
    r"would|could|can|[a-z]{3,}ed)\b"
)
# Behind a name that is not the first word of another thing: the 78-year-old Hale, the 78-year-old Hale fan.
_WHOLE = deferred(
    r"(?:[’']s)?(?:$|[^\w\s]| (?:[a-z]{3,}ed|[a-z]{2,}s|and|or|in|on|at|of|had|will|would|could|can|said|told|who|to|"
    r"from|for|with|by|after|before|when|while|made|won|lost|got|took|came|went|did|that|a|the|about|but)\b)",
    re.MULTILINE,
)
_LEADS = deferred(r"\b[Tt]he \Z")
# Of kin the bare name says nothing, for it may be that of another bearer: with a son, Tom, 61.
_KIN = deferred(
    r"\b(?:sons?|daughters?|mother|father|mum|mom|dad|wife|husband|brothers?|sisters?|twins?|cousins?|aunt|uncle|"
    r"nephews?|nieces?|grandmother|grandfather|grandsons?|granddaughters?|child|children|partner|widow),? \Z"
)
_KIN_REACH = 20
_NEAR = 16
# Rules compare the ages of one person in pairs: a list that repeats a name without end must not cost without end.
_MOST = 24


class _Found(NamedTuple):
    """An age at a place of the text, whose it is, and how that is known."""

    start: int
    end: int
    years: int
    name: Name
    how: str
    then: bool
    time: Time


def find_ages(reading: Reading) -> Iterable[Age]:
    """The ages of people whose name the article gives; no figure is more than one, nobody has more than ``_MOST``."""
    taken: set[int] = set()
    counts: Counter[str | None] = Counter()
    for finder in (_deaths, _compounds, _beside, _stated):
        for found in finder(reading):
            counts[found.name.who] += 1
            if found.start not in taken and counts[found.name.who] <= _MOST:
                taken.add(found.start)
                yield _age(reading, found)


def _beside(reading: Reading) -> Iterator[_Found]:
    for match in _BESIDE.finditer(reading.text):
        name = name_before(reading, match.start(), _NOTHING)
        if name is not None and not search_before(_KIN, reading.text, name.start, _KIN_REACH):
            yield _now(reading, match.span(1), name, "beside")


def _stated(reading: Reading) -> Iterator[_Found]:
    for match in _STATED.finditer(reading.text):
        name = name_before(reading, match.start(), _WHO)
        if name is not None:
            yield _now(reading, match.span(1), name, "stated")


def _compounds(reading: Reading) -> Iterator[_Found]:
    text = reading.text
    for match in _COMPOUND.finditer(text):
        figure = search_before(_FIGURE_BEFORE, text, match.start(), _NEAR)
        if figure is None:
            continue
        name = name_behind(reading, match.end(), _TRADE)
        name = name if name is not None and _WHOLE.match(text, name.end) else None
        how = "compound"
        if name is None:
            name = name_before(reading, figure.start(), _ARTICLE)
        if name is None and _ENDS_THE.match(text, match.end()):
            name = name_before(reading, figure.start(), _THE)
        if name is None and search_before(_LEADS, text, figure.start(), 4):
            name = one_person(reading, figure.start()) if _VERB.match(text, match.end()) else None
            how = "definite"
        if name is not None:
            yield _now(reading, (figure.start(), match.end()), name, how, int(figure[1]))


def _deaths(reading: Reading) -> Iterator[_Found]:
    for match in _DEATH.finditer(reading.text):
        name = name_before(reading, match.start(), _WHO_DIED) or by_pronoun(reading, match.start())
        if name is not None:
            time = time_of_death(reading, match)
            yield _Found(*match.span("years"), int(match["years"]), name, "death", then=False, time=time)


def _now(reading: Reading, span: tuple[int, int], name: Name, how: str, years: int | None = None) -> _Found:
    written = int(reading.text[slice(*span)]) if years is None else years
    then = speaks_of_then(reading, span[0])
    return _Found(*span, written, name, how, then, time_of_article(reading))


def _age(reading: Reading, found: _Found) -> Age:
    return Age(
        start=found.start,
        end=found.end,
        text=reading.text[found.start : found.end],
        place=reading.place(found.start),
        years=found.years,
        who=found.name.who or "",
        entity=found.name.entity,
        name=found.name.text,
        how=found.how,
        then=found.then,
        resolved=found.time.first,
        latest=found.time.last,
        inferred=found.time.inferred,
    )
