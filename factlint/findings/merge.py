"""Findings of several rules about one mistake become one finding."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.findings.finding import BASES, ROLES, SEVERITIES, Related, Suggestion
from factlint.findings.sort import ordered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.findings.finding import Edit, Finding, Location

    Spot = tuple[str, str, int, int]
    # A span within one rule family: only findings of one family are about the same mistake.
    Key = tuple[str, Spot]


def merge(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """One finding for each mistake, in report order, whatever order they come in.

    Findings of one family merge when their primary places are the same span, when they would replace the same words
    (Steve Whitcoff by Steve Witkoff, Whitcoff by Witkoff), and when all places of one are places of the other. The
    gravest stays; of equal ones the better grounded, then the first by rule id. The places of the others join its
    related ones.
    """
    findings = tuple(findings)
    return ordered(_one(members) for members in _groups(findings))


def _groups(findings: Sequence[Finding]) -> Iterable[list[Finding]]:
    """The findings that belong together, by a union of their indexes."""
    parents = list(range(len(findings)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    for left, right in [*_same_primary(findings), *_same_places(findings)]:
        parents[root(left)] = root(right)
    groups: dict[int, list[Finding]] = {}
    for index, finding in enumerate(findings):
        groups.setdefault(root(index), []).append(finding)
    return groups.values()


def _same_primary(findings: Sequence[Finding]) -> Iterable[tuple[int, int]]:
    first: dict[Key, int] = {}
    for index, finding in enumerate(findings):
        for spot in {_spot(finding.primary), _replaced(finding)}:
            yield index, first.setdefault((finding.family, spot), index)


def _replaced(finding: Finding) -> Spot:
    """The words at the primary place that the first suggestion changes: those at its ends that stay are left out."""
    place = finding.primary
    edits = (edit for way in finding.suggestions[:1] for edit in way.edits)
    right = next((edit.replacement for edit in edits if (edit.path, edit.id, edit.start) == _spot(place)[:3]), None)
    if right is None:
        return _spot(place)
    words, others = place.text.split(" "), right.split(" ")
    start, end = place.start, place.end
    while len(words) > 1 and len(others) > 1 and words[0] == others[0]:
        start += len(words.pop(0)) + 1
        others.pop(0)
    while len(words) > 1 and len(others) > 1 and words[-1] == others[-1]:
        end -= len(words.pop()) + 1
        others.pop()
    return place.path, place.id, start, end


def _same_places(findings: Sequence[Finding]) -> Iterable[tuple[int, int]]:
    """Pairs where all places of the first are places of the second; only holders of its rarest place are looked at."""
    first: dict[frozenset[Key], int] = {}
    holders: dict[Key, list[frozenset[Key]]] = {}
    for index, finding in enumerate(findings):
        places = frozenset((finding.family, _spot(place)) for place in finding.places)
        known = first.setdefault(places, index)
        if known != index:
            yield index, known
            continue
        for place in places:
            holders.setdefault(place, []).append(places)
    for places, index in first.items():
        rarest = min((holders[place] for place in places), key=len)
        yield from ((index, first[other]) for other in rarest if places < other)


def _one(members: list[Finding]) -> Finding:
    if len(members) == 1:
        only = members[0]
        return replace(only, related=_related(members, only.primary)) if only.related else only
    members.sort(key=_rank)
    winner = members[0]
    # The message speaks of the winner's words: an earlier place becomes the primary one only if it has the same words.
    primary = min(member.primary for member in members if member.primary.text == winner.primary.text)
    accept = next((member.accept for member in members if member.accept), ())
    related, suggestions = _related(members, primary), _suggestions(members)
    return replace(winner, primary=primary, related=related, suggestions=suggestions, accept=accept)


def _rank(finding: Finding) -> tuple[object, ...]:
    """Best first, those on trial last; the last part keeps the order of equal findings independent of the input."""
    grave, grounded = SEVERITIES.index(finding.severity), BASES.index(finding.basis)
    return finding.trial, -grave, -grounded, finding.rule, finding.primary, repr(finding)


def _related(members: Iterable[Finding], primary: Location) -> tuple[Related, ...]:
    """Every other place of the members once, in the role that the best member gives it, in a fixed order."""
    taken: dict[Spot, Related] = {}
    for member in members:
        for place in sorted((Related("same", member.primary), *member.related), key=_related_order):
            known = taken.setdefault(_spot(place.location), place)
            if place.label and not known.label and place.role == known.role:
                taken[_spot(place.location)] = place
    kept = {spot: place for spot, place in taken.items() if not _nested(spot, primary)}
    for outer in _holders([spot for spot, place in kept.items() if place.role == "same"]):
        del kept[outer]
    return tuple(sorted(kept.values(), key=_related_order))


def _holders(spots: Iterable[Spot]) -> Iterator[Spot]:
    """Spots that hold the one behind them: the smaller one says better what must change."""
    for outer, inner in pairwise(sorted(spots, key=lambda spot: (*spot[:3], -spot[3]))):
        if outer[:2] == inner[:2] and inner[3] <= outer[3]:
            yield outer


def _nested(spot: Spot, primary: Location) -> bool:
    """Whether a place is the primary one, lies in it or holds it."""
    path, own, start, end = spot
    inside = primary.start <= start and end <= primary.end
    return primary.article == (path, own) and (inside or (start <= primary.start and primary.end <= end))


def _related_order(place: Related) -> tuple[object, ...]:
    return ROLES.index(place.role), place.location, place.label


def _suggestions(members: Sequence[Finding]) -> tuple[Suggestion, ...]:
    """The suggestions of the best member that has any, with the edits that others of the same title add elsewhere.

    An edit that the desk has not listed never joins an automatic suggestion; it stays a suggestion beside it.
    """
    base = next((member.suggestions for member in members if member.suggestions), ())
    edits: dict[tuple[str, bool], list[Edit]] = {(way.title, way.automatic): [] for way in base}
    covered: dict[str, dict[tuple[str, str], list[tuple[int, int]]]] = {way.title: {} for way in base}
    for way in (way for member in members for way in member.suggestions if way.title in covered):
        for edit in way.edits:
            if _cover(covered[way.title].setdefault((edit.path, edit.id), []), edit.start, edit.end):
                edits.setdefault((way.title, way.automatic), []).append(edit)
    return tuple(
        Suggestion(title, tuple(sorted(parts, key=_edit_order)), automatic)
        for (title, automatic), parts in edits.items()
    )


def _cover(ranges: list[tuple[int, int]], start: int, end: int) -> bool:
    """Add a range to sorted ranges unless it overlaps one of them, or is one of them; whether it was added."""
    index = bisect_left(ranges, (start, end))
    before, after = ranges[max(0, index - 1) : index], ranges[index : index + 1]
    if any(left < end and start < right for left, right in (*before, *after)) or (start, end) in after:
        return False
    insort(ranges, (start, end))
    return True


def _edit_order(edit: Edit) -> tuple[object, ...]:
    return edit.path, edit.id, edit.start, edit.end, edit.replacement


def _spot(place: Location) -> Spot:
    return place.path, place.id, place.start, place.end
