"""How two versions of one quotation differ: not at all, by marks, by a cut, or by other words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factlint.lang.spoken import DECLARED, LIGHT, is_form, is_written_otherwise, spoken
from factlint.text.forms import plain_glyphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KINDS = ("identical", "punctuation only", "declared cut", "silent cut", "reworded")
"""The classes of versions, from harmless to grave."""
SAME, MARKS_ONLY, DECLARED_CUT, SILENT_CUT, REWORDED = KINDS

# So many words on either side are one change; more are another utterance.
_SHORT = 3
_NEGATIONS = frozenset({"not", "never", "no"})
# So many words in a row that both versions have hold a change in its place.
_HOLD = 3


class Change(NamedTuple):
    """Words of one version, and those that the other has in their place; one side may have none.

    ``held`` says that enough words beside them stand in both versions, ``declared`` that brackets or dots are there,
    ``moved`` that the words stand elsewhere in the other version, ``edge`` that a version begins or ends with them.
    """

    one: tuple[str, ...]
    other: tuple[str, ...]
    held: bool = True
    declared: bool = False
    moved: bool = False
    edge: bool = False

    @property
    def kind(self) -> str:
        """The class that the change makes of the versions."""
        if self.declared:
            return DECLARED_CUT
        return REWORDED if self.moved or (self.one and self.other) else SILENT_CUT

    @property
    def short(self) -> bool:
        """Whether one few words stand for a few others."""
        return 0 < len(self.one) <= _SHORT and 0 < len(self.other) <= _SHORT

    @property
    def weighty(self) -> bool:
        """Whether words with a meaning of their own stand for others, none of them a form of one on the other side.

        A lost or added *not* weighs as much.
        """
        if len(self.one) + len(self.other) == 1 and not self.moved:
            return self.held and not self.declared and {*self.one, *self.other} <= _NEGATIONS
        return self.short and self.held and _has_new(self.one, self.other) and _has_new(self.other, self.one)

    @property
    def figures(self) -> bool:
        """Whether both sides have a number, and it is another one."""
        one, other = ([word for word in side if word[0].isdigit()] for side in (self.one, self.other))
        return self.short and self.held and bool(one and other and one != other)


class Versions(NamedTuple):
    """How two versions differ: the classes that occur, the gravest last, and the changes that are not declared."""

    kinds: tuple[str, ...]
    changes: tuple[Change, ...] = ()

    @property
    def kind(self) -> str:
        """The gravest class that occurs."""
        return self.kinds[-1]


@lru_cache(maxsize=20_000)
def versions(one: str, other: str) -> Versions:
    """How a text differs from another version of the same words.

    What one has more at its beginning or its end is no difference: outlets begin and end a quotation where they like.
    Contractions, capitals and numbers written otherwise (90%, ninety per cent) count as punctuation.
    """
    found = list(_changes(spoken(one), spoken(other)))
    left_out, put_in = {change.one for change in found}, {change.other for change in found}
    moved = (left_out & put_in) - {()}
    changes = [
        change._replace(moved=True) if change.one in moved or change.other in moved else change
        for change in found
        if change.short or not change.edge
    ]
    if not changes:
        return Versions((SAME if _bare(one) == _bare(other) else MARKS_ONLY,))
    kinds = tuple(sorted({change.kind for change in changes}, key=KINDS.index))
    return Versions(kinds, tuple(change for change in changes if not change.declared))


def _bare(text: str) -> str:
    return " ".join(plain_glyphs(text).strip(" ,.;:!?'\"").split())


def _has_new(words: Sequence[str], others: Sequence[str]) -> bool:
    return any(word not in LIGHT and not any(is_form(word, other) for other in others) for word in words)


def _changes(left: Sequence[str], right: Sequence[str]) -> Iterator[Change]:
    """What stands between the words that both have."""
    runs = _shared_runs(left, right)
    ends = (0, 0, 0)
    for number, (i, j, length) in enumerate([*runs, (len(left), len(right), 0)]):
        start, its, before = ends
        change = Change(
            tuple(left[start:i]),
            tuple(right[its:j]),
            held=max(before, length) >= _HOLD,
            declared=DECLARED in {*left[max(0, start - 1) : i + 1], *right[max(0, its - 1) : j + 1]},
            edge=number in (0, len(runs)),
        )
        if (change.one or change.other) and not _is_same(change):
            yield change
        ends = (i + length, j + length, length)


def _shared_runs(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int, int]]:
    """The runs of words that both have, in order: where each begins in one and in the other, and its length.

    A run that could as well stand beside the next one does: “I” of “I mean it, and I am glad” in “I am glad”.
    """
    from rapidfuzz.distance import LCSseq

    steps = LCSseq.opcodes(left, right)
    found = [(step.src_start, step.dest_start, step.src_end - step.src_start) for step in steps if step.tag == "equal"]
    runs: list[_Run] = []
    for run in reversed(found):
        joined = _slid_right(left, right, run, runs[-1]) if runs else None
        runs[-1:] = [joined] if joined else [*runs[-1:], run]
    runs.reverse()
    while len(runs) > 1 and (joined := _slid_left(left, right, runs[-2], runs[-1])):
        runs[-2:] = [joined]
    return runs


_Run = tuple[int, int, int]


def _slid_right(left: Sequence[str], right: Sequence[str], first: _Run, second: _Run) -> _Run | None:
    """Both runs as one, where the words of the first stand right before the second too."""
    i, _, length = first
    to, its, more = second
    if left[max(0, to - length) : to] == right[max(0, its - length) : its] == left[i : i + length]:
        return to - length, its - length, length + more
    return None


def _slid_left(left: Sequence[str], right: Sequence[str], before: _Run, last: _Run) -> _Run | None:
    """Both runs as one, where the words of the last stand right behind the one before too."""
    i, j, length = before
    to, _, more = last
    end, its_end = i + length, j + length
    if left[end : end + more] == right[its_end : its_end + more] == left[to : to + more]:
        return i, j, length + more
    return None


def _is_same(change: Change) -> bool:
    """Whether two sides are one thing written in two ways: he's and he is, world view and worldview."""
    if len(change.one) != len(change.other):
        return "".join(change.one) == "".join(change.other)
    return all(map(is_written_otherwise, change.one, change.other))
