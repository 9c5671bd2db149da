"""From counted forms to people: the usual form of each, its other forms, what may be wrong, and who is not who."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from factlint.app.proposing.alike import ONE_PERSON, TWO_PEOPLE, near_pairs
from factlint.knowledge.people import key_of
from factlint.text.background import known
from factlint.text.forms import comparable, folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from factlint.app.proposing.alike import Pair
    from factlint.app.proposing.tally import Form, Tally
    from factlint.knowledge import Knowledge


@dataclass(slots=True)
class Someone:
    """A person to propose: the usual form, other forms that may be right, likely misspellings with their right form."""

    form: Form
    variants: list[Form] = field(default_factory=list)
    wrong: list[tuple[str, str, Form]] = field(default_factory=list)


class Apart(NamedTuple):
    """Two near names, in how many articles both stand (0: in too few), and whether they are of two people for sure."""

    one: str
    other: str
    together: int
    sure: bool


class People(NamedTuple):
    """What there is to propose.

    ``listed`` are frequent; ``known`` stand in the knowledge already and have likely misspellings; ``doubtful`` are
    rare names in two spellings, ``apart`` names that look alike and may be of two people.
    """

    listed: tuple[Someone, ...]
    known: tuple[Someone, ...]
    doubtful: tuple[tuple[Form, Form], ...]
    apart: tuple[Apart, ...]


def people(tally: Tally, knowledge: Knowledge, least: int) -> People:
    """The people that stand in at least so many articles, the most frequent first."""
    listed_wrong = {comparable(row.wrong) for row in knowledge.rows("spelling")}
    forms = [form for form in _ranked(tally.forms.values()) if not _is_listed(form, listed_wrong)]
    told_apart = {frozenset(map(comparable, (row.one, row.other))) for row in knowledge.rows("difference")}
    pairs = [pair for pair in near_pairs(forms) if not _is_apart(pair, told_apart)]
    pairs.sort(key=lambda pair: (-pair.odds, pair.usual.name, pair.rare.name))
    home = _at_home(forms, pairs)
    bearers = Counter(form.surname for form in tally.forms.values())
    someone = {form.name: Someone(form) for form in forms if form.name not in home}
    for form in forms:
        usual, pair = home.get(form.name, (None, None))
        if usual is not None and usual.name in someone:
            _add(someone[usual.name], form, pair, bearers)
    _add_slips(someone, tally, bearers, listed_wrong)
    known_forms = _known_forms(knowledge)
    new = [one for one in someone.values() if one.form.entity is None and comparable(one.form.name) not in known_forms]
    rare = (one for one in new if one.form.articles < least)
    return People(
        listed=tuple(one for one in new if one.form.articles >= least),
        known=tuple(one for one in someone.values() if one.form.entity is not None and one.wrong),
        doubtful=tuple((one.form, form) for one in rare for _, _, form in one.wrong),
        apart=tuple(_apart(tally, pairs, told_apart, least)),
    )


def _ranked(forms: Iterable[Form]) -> list[Form]:
    return sorted(forms, key=lambda form: (-form.articles, -form.uses.count, form.name))


def _is_listed(form: Form, wrong: set[str]) -> bool:
    return comparable(form.name) in wrong or comparable(form.surname) in wrong


def _is_apart(pair: Pair, told: set[frozenset[str]]) -> bool:
    names = frozenset(map(comparable, (pair.usual.name, pair.rare.name)))
    return names in told or frozenset(map(comparable, (pair.usual.surname, pair.rare.surname))) in told


def _known_forms(knowledge: Knowledge) -> set[str]:
    people = knowledge.rows("person")
    return {comparable(form) for person in people for form in (person.name, *person.accepted)}


def _at_home(forms: Iterable[Form], pairs: Iterable[Pair]) -> dict[str, tuple[Form, Pair | None]]:
    """The more usual form that each other form belongs to; variants first, then pairs from the best on."""
    home: dict[str, tuple[Form, Pair | None]] = {}
    by_plain: dict[str, Form] = {}
    for form in forms:
        for key in _plain_forms(form):
            usual = by_plain.setdefault(key, form)
            if usual is not form and form.entity is None and form.name not in home:
                home[form.name] = (usual, None)
    for pair in pairs:
        if pair.odds >= ONE_PERSON and pair.rare.name not in home and pair.rare.entity is None:
            home[pair.rare.name] = (pair.usual, pair)
    return home


def _plain_forms(form: Form) -> Iterator[str]:
    """The key of the name (without accents, stops and hyphens), and that of the name without middle initials."""
    words = form.name.replace(".", " ").split()
    yield key_of(" ".join(words))
    if len(words) > 2:
        yield key_of(" ".join([words[0], *(word for word in words[1:-1] if len(word) > 1), words[-1]]))


def _add(one: Someone, form: Form, pair: Pair | None, bearers: Mapping[str, int]) -> None:
    if pair is None or (not pair.surnames and _is_short_for(one.form.given, form.given)):
        one.variants.append(form)
    elif pair.surnames and bearers[form.surname] == 1 and not _is_usual(form.surname):
        one.wrong.append((one.form.surname, form.surname, form))
    else:
        # Others have the surname: it is wrong only behind this given name.
        one.wrong.append((one.form.name, form.name, form))


def _is_short_for(one: str, other: str) -> bool:
    """Whether one given name is the beginning of the other: Steve, Steven."""
    short, long = sorted((folded(one), folded(other)), key=len)
    return long.startswith(short)


def _is_usual(surname: str) -> bool:
    found = known(folded(surname))
    return bool(found.surname or found.word or found.place or found.given)


def _add_slips(
    someone: Mapping[str, Someone], tally: Tally, bearers: Mapping[str, int], listed: Collection[str]
) -> None:
    """Surnames that stand alone beside a full name that is near, and that nobody else has."""
    for (name, surname), form in sorted(tally.slips.items()):
        one = someone.get(name)
        cut = one is not None and one.form.surname in (surname + "s", surname[:-1])
        if one is not None and not (cut or surname in bearers or comparable(surname) in listed or _is_usual(surname)):
            one.wrong.append((one.form.surname, surname, form))


def _apart(tally: Tally, pairs: Iterable[Pair], told: set[frozenset[str]], least: int) -> Iterator[Apart]:
    """Names that are easily taken for each other and seem to be of two people."""
    for pair in pairs:
        plural = pair.rare.name == pair.usual.name + "s"
        if pair.odds <= TWO_PEOPLE and pair.rare.articles >= least and not plural:
            one, other = sorted((pair.usual.name, pair.rare.name))
            yield Apart(one, other, 0, pair.two)
    for (one, other), count in sorted(tally.apart.items(), key=lambda item: (-item[1], item[0])):
        if count >= least and frozenset(map(comparable, (one, other))) not in told:
            yield Apart(one, other, count, _are_two(tally.forms.get(one), tally.forms.get(other)))


def _are_two(one: Form | None, other: Form | None) -> bool:
    """Whether two people stand side by side: other given names, and both surnames are usual ones."""
    if one is None or other is None or one.given[0] == other.given[0]:
        return False
    return all(known(folded(form.surname)).surname for form in (one, other))
