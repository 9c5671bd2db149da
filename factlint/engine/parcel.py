"""What one article gives, as bytes: how it travels between processes, waits in a cache and lies in an archive's files.

Nothing in a parcel is an object of this process; it can be opened in any other one that runs the same code.
"""

from __future__ import annotations

import datetime
import marshal
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.cache import codec
from factlint.engine.article import Mapped
from factlint.engine.grouping import Features
from factlint.engine.pairing import columns
from factlint.lang.scope import Row
from factlint.text.offsets import lines_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factlint.article import Card
    from factlint.engine.finder import Candidate
    from factlint.engine.pairing import Asked, Column, Pairing
    from factlint.engine.plan import Plan
    from factlint.engine.thinning import Thin
    from factlint.findings import Finding, Undecided


class Parcel(NamedTuple):
    """One article's card, findings, features for grouping and rows, each packed for itself and opened where needed.

    ``day`` is the ordinal of the day that grouping goes by (0001-01-01 is 1), ``supersedes`` the id of an earlier
    version. ``rows`` are for the rules of its story, ``run_rows`` for those of the whole run; empty where none of these
    rules wants any.
    """

    path: str
    id: str
    story: str | None
    day: int | None
    supersedes: str | None
    card: bytes
    features: bytes
    findings: bytes
    rows: bytes
    run_rows: bytes

    @property
    def key(self) -> tuple[str, str]:
        """What tells this article from every other one of the run."""
        return self.path, self.id


def parcelled(
    mapped: Mapped, within: Sequence[Plan], crossing: Sequence[Plan], pairs: Sequence[Pairing] = ()
) -> Parcel:
    """What an article gave, packed: its rows for the plans ``within`` a story, and for those ``crossing`` stories.

    With the rows for these go the values that join them in ``pairs``.
    """
    words, day, runs = mapped.features
    return Parcel(
        mapped.card.path,
        mapped.card.id,
        mapped.story,
        day.toordinal() if day is not None else None,
        mapped.card.supersedes,
        codec.dumped(mapped.card),
        marshal.dumps((dict(words), tuple(sorted(runs)))),
        codec.dumped((mapped.findings, mapped.undecided)) if mapped.findings or mapped.undecided else b"",
        _rows(mapped, within),
        _rows(mapped, crossing, pairs),
    )


def features(parcel: Parcel) -> Features:
    """What grouping needs of an article."""
    words, runs = marshal.loads(parcel.features)  # noqa: S302 - parcels are made by this program alone
    day = datetime.date.fromordinal(parcel.day) if parcel.day is not None else None
    return Features(words, day, frozenset(runs))


def found(parcel: Parcel) -> tuple[tuple[Finding, ...], tuple[Undecided, ...]]:
    """The findings of an article, and what could not be decided in it."""
    return codec.loaded(parcel.findings) if parcel.findings else ((), ())


def columns_of(parcel: Parcel, pairs: Sequence[Pairing]) -> Mapping[Asked, Column]:
    """The joining values of an article's facts for the rules of the run, without a look at the facts themselves."""
    if not parcel.run_rows:
        return columns(pairs, {})
    _, values = marshal.loads(parcel.run_rows)  # noqa: S302 - see above
    return dict(values)


def opened(parcel: Parcel, rows: bytes, thinned: Thin | None = None) -> Mapped:
    """What an article gave some story rules: its card, and those of its ``rows`` that are named.

    Where they were ``thinned``, no other fact than those that are left is unpacked.
    """
    card: Card = codec.loaded(parcel.card)
    body, values = marshal.loads(rows) if rows else _NO_ROWS  # noqa: S302 - see above
    own = dict(values)
    parts, facts, keys, sent, whole = marshal.loads(body)  # noqa: S302 - see above
    named = {asked: sent[number] for asked, number in keys}
    if thinned is not None:
        named = thinned.thin(named, own)
    table = _Opened(facts, card)
    lists: dict[int, list[Candidate]] = {}
    for one in named.values():
        if id(one) not in lists:
            lists[id(one)] = [(table[number], missing) for number, missing in one]
    return Mapped(
        card=card,
        story=parcel.story,
        lines=lines_of(parts),
        findings=(),
        undecided=(),
        sent={asked: lists[id(one)] for asked, one in named.items()},
        whole={kind: [table[number] for number in numbers] for kind, numbers in whole},
        features=_NO_FEATURES,
    )


_NO_ROWS: tuple[Any, ...] = (marshal.dumps((((0,), (0,)), b"", (), (), ())), ())
_NO_FEATURES = Features({}, None)


class _Opened(dict[int, Row]):
    """The facts of an article by their numbers, each unpacked when it is first asked for, and once."""

    def __init__(self, facts: bytes, card: Card) -> None:
        super().__init__()
        self._packed = facts
        self._facts: Sequence[Any] | None = None
        self._card = card

    def __missing__(self, number: int) -> Row:
        if self._facts is None:
            self._facts = marshal.loads(self._packed)  # noqa: S302 - see above
        row = self[number] = Row(codec.unpacked(self._facts[number]), self._card)
        return row


def _rows(mapped: Mapped, plans: Sequence[Plan], pairs: Sequence[Pairing] = ()) -> bytes:
    """The rows that some plans want; empty where there are none."""
    rules = {plan.rule.id for plan in plans}
    kinds = {kind for plan in plans for kind in plan.kinds}
    table = _Table()
    wanted = {asked: rows for asked, rows in mapped.sent.items() if asked[0] in rules}
    keys, sent = table.candidates(wanted)
    whole = tuple(
        [
            (kind, tuple([table.number(row) for row in rows]))
            for kind, rows in mapped.whole.items()
            if rows and kind in kinds
        ]
    )
    if not table.facts:
        return b""
    body = marshal.dumps((mapped.lines.parts(), marshal.dumps(table.facts), keys, sent, whole))
    return marshal.dumps((body, tuple(columns(pairs, wanted).items())))


class _Table:
    """The facts of an article, each once, however many rules want it: a rule may never bind one fact twice."""

    def __init__(self) -> None:
        self.facts: list[Any] = []
        self._numbers: dict[int, int] = {}

    def number(self, row: Row) -> int:
        """The number of a fact in the table."""
        known = self._numbers.get(id(row.fact))
        if known is None:
            known = self._numbers[id(row.fact)] = len(self.facts)
            self.facts.append(codec.packed(row.fact))
        return known

    def candidates(self, sent: Mapping[tuple[str, str], list[Candidate]]) -> tuple[Any, Any]:
        """Which rows go to which rule: rules that ask alike share a list."""
        lists: dict[int, int] = {}
        packed: list[Any] = []
        for candidates in sent.values():
            if lists.setdefault(id(candidates), len(packed)) == len(packed):
                packed.append(tuple([(self.number(row), missing) for row, missing in candidates]))
        return tuple([(key, lists[id(candidates)]) for key, candidates in sent.items()]), tuple(packed)
