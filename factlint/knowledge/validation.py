"""What the entries of a desk's knowledge say against each other, beyond what already keeps a file from loading."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from typing import TYPE_CHECKING, NamedTuple

from factlint.text import background
from factlint.text.forms import comparable, folded

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.knowledge import Knowledge
    from factlint.knowledge.placed import Placed
    from factlint.text.problem import Problem

_ADULT = 16
"""Nobody holds an office at this age or below, kings excepted; so a year of birth or of office is wrong."""


# Fields that may differ: when an entry was checked, and what is left of a name without the surname.
_OWN = ("checked", "given")

# The first values of the background list, as people call them.
_NOUNS = ("a word", "a given name", "a surname", "a place")


class _Wrong(NamedTuple):
    """A wrong form, the right one it stands for, and the entry that says so."""

    form: str
    right: str
    entry: Placed


def remarks(entries: Sequence[Placed], knowledge: Knowledge, today: datetime.date) -> Iterator[Problem]:
    """All remarks, errors and notes; ``knowledge`` is what the entries come to when they are loaded."""
    yield from _twice(entries)
    wrong = _in_force(_wrong(entries), entries)
    yield from _two_ways(wrong)
    yield from _right_elsewhere(wrong, entries)
    yield from _kept_apart(wrong, knowledge)
    yield from _days(entries, knowledge, today)
    yield from _usual(wrong)
    yield from _shared(entries)


def _twice(entries: Iterable[Placed]) -> Iterator[Problem]:
    """Entries with one key in two files of a pack: nobody may have meant them to be one."""
    first: dict[tuple[str, str, str], Placed] = {}
    told: set[tuple[str, str, str]] = set()
    for entry in entries:
        key = (entry.pack, entry.kind, entry.row.key)
        before = first.setdefault(key, entry)
        if before.file is entry.file or key in told or entry.kind == "spelling":
            continue
        told.add(key)
        effect, level = _effect(before, entry)
        hint = "make one entry of the two" if level == "error" else "make one entry of the two, unless it is meant so"
        yield entry.remark(f"“{entry.row.key}” stands at {before.place} too; {effect}", hint, level=level)


def _effect(before: Placed, entry: Placed) -> tuple[str, str]:
    """What comes of a second entry, and how grave that is: lists add up, but two values contradict each other."""
    if entry.kind == "office":
        return "the terms here replace those there", "error"
    for field in fields(entry.row):
        old, new = getattr(before.row, field.name), getattr(entry.row, field.name)
        said = field.name not in (*_OWN, *before.silent, *entry.silent) and None not in (old, new)
        if said and not isinstance(new, tuple | bool) and old != new:
            return f"its {field.name} is {new} here and {old} there", "error"
    return "it adds to the entry there", "note"


def _wrong(entries: Iterable[Placed]) -> Iterator[_Wrong]:
    for entry in entries:
        if entry.kind == "person":
            yield from (_Wrong(form, right, entry) for right, forms in entry.row.wrong for form in forms)
        elif entry.kind == "place":
            yield from (_Wrong(form, entry.row.name, entry) for form in entry.row.other)
        elif entry.kind == "spelling":
            yield _Wrong(entry.row.wrong, entry.row.right, entry)


def _in_force(wrong: Iterable[_Wrong], entries: Sequence[Placed]) -> list[_Wrong]:
    """The wrong forms of which no later pack says anything else: a desk overrides what ships, and means to."""
    order = {pack: number for number, pack in enumerate(dict.fromkeys(entry.pack for entry in entries))}
    said: dict[str, int] = {}
    found = list(wrong)
    right = ((form, entry) for entry in entries for form in _right(entry))
    for form, entry in (*right, *((one.form, one.entry) for one in found)):
        said[comparable(form)] = max(order[entry.pack], said.get(comparable(form), 0))
    return [one for one in found if order[one.entry.pack] == said[comparable(one.form)]]


def _right(entry: Placed) -> tuple[str, ...]:
    """The right names that an entry lists."""
    if entry.kind == "person":
        return (entry.row.name, entry.row.surname, *entry.row.accepted)
    if entry.kind in ("place", "outlet", "organisation"):
        more = getattr(entry.row, "demonyms", ()) + getattr(entry.row, "acronyms", ())
        return (entry.row.name, *entry.row.also, *more)
    return ()


def _two_ways(wrong: Iterable[_Wrong]) -> Iterator[Problem]:
    """A wrong form with two right ones: a fix would be a guess."""
    first: dict[tuple[str, str | None], _Wrong] = {}
    for one in wrong:
        desk = one.entry.row.desk if one.entry.kind == "spelling" else None
        before = first.setdefault((comparable(one.form), desk), one)
        if comparable(before.right) != comparable(one.right):
            yield one.entry.remark(
                f"“{one.form}” should be “{one.right}” here and “{before.right}” at {before.entry.place}",
                "keep one of the two, or list the form with the given name before it",
                about=one.form,
            )


def _right_elsewhere(wrong: Iterable[_Wrong], entries: Iterable[Placed]) -> Iterator[Problem]:
    """Forms whose fix would change the right name of something else. People are looked at when the files load."""
    right: dict[str, Placed] = {}
    for entry in entries:
        if entry.kind != "person":
            for form in _right(entry):
                right.setdefault(comparable(form), entry)
    for one in wrong:
        other = right.get(comparable(one.form))
        if other is not None and (other.kind, other.row.key) != (one.entry.kind, one.entry.row.key):
            yield one.entry.remark(
                f"“{one.form}” is a right name at {other.place} ({other.kind} {other.row.name})",
                "take it out, or list the form with the word that goes with it",
                about=one.form,
            )


def _usual(wrong: Iterable[_Wrong]) -> Iterator[Problem]:
    """Single words that are fixed wherever they stand and are usual as a word or as the name of other people."""
    for one in wrong:
        if one.entry.kind == "place" or " " in one.form:
            continue
        known = background.known(folded(one.form))
        also = [noun for noun, level in zip(_NOUNS, known, strict=False) if level]
        if also:
            yield one.entry.remark(
                f"“{one.form}” is also {' and '.join(also)}, and will be changed to “{one.right}” wherever it stands",
                "list it with the given name, or with the word that goes with it, unless it is never meant",
                about=one.form,
                level="note",
            )


def _kept_apart(wrong: Iterable[_Wrong], knowledge: Knowledge) -> Iterator[Problem]:
    """Forms that are wrong for a name from which they are told apart."""
    apart = {(comparable(pair.one), comparable(pair.other)) for pair in knowledge.rows("difference")}
    for one in wrong:
        if (comparable(one.form), comparable(one.right)) in apart:
            yield one.entry.remark(
                f"“{one.form}” and “{one.right}” are listed as two people, and as one here",
                "take it out here, or under “different”",
                about=one.form,
            )


def _days(entries: Iterable[Placed], knowledge: Knowledge, today: datetime.date) -> Iterator[Problem]:
    """Days that cannot be: checked tomorrow, in office in the cradle."""
    born = {person.key: person.born for person in knowledge.rows("person")}
    for entry in entries:
        checked = getattr(entry.row, "checked", None)
        if checked is not None and checked > today:
            yield entry.remark(f"this was checked on {checked}, which is still to come", "mend the day of “checked”")
        if entry.kind == "office":
            year = born.get(entry.row.holder)
            if year is not None and entry.row.since.year - year < _ADULT:
                yield entry.remark(
                    f"{entry.row.holder} is born in {year} and holds {entry.row.key} from {entry.row.since} on",
                    "mend the year of birth or the term; are these two people of one name?",
                )


def _shared(entries: Iterable[Placed]) -> Iterator[Problem]:
    """Full names that two people bear: no check can tell which of them is meant."""
    bearers: dict[str, list[Placed]] = defaultdict(list)
    for entry in entries:
        if entry.kind == "person":
            for form in dict.fromkeys(comparable(form) for form in (entry.row.name, *entry.row.accepted)):
                bearers[form].append(entry)
    for form, found in bearers.items():
        others = [entry for entry in found[1:] if entry.row.key != found[0].row.key]
        for entry in others:
            written = next(own for own in (entry.row.name, *entry.row.accepted) if comparable(own) == form)
            yield entry.remark(
                f"“{written}” is also {found[0].row.name} ({found[0].place})",
                "nothing needs to change: a name that two people share is never taken for one of them",
                about=written,
                level="note",
            )
