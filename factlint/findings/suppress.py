"""Findings, and places of findings, that the desk has dismissed leave the report; what was dismissed can be shown."""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from factlint.findings.dismissal import Dismissal, around
from factlint.text.forms import comparable
from factlint.text.values import plain

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from factlint.findings.finding import Edit, Finding, Location, Suggestion

    Key = tuple[str, str]

DISMISSED, BASELINED, UNCHANGED = "dismissed", "baselined", "unchanged"


@plain
class Suppression:
    """A finding that is not among those reported, and why not.

    ``kind``: ``dismissed`` (by the decision in ``dismissal``), ``baselined`` (accepted with all that was there on a
    day), or ``unchanged`` (only changed lines count, and it is on none).
    """

    finding: Finding
    kind: str
    dismissal: Dismissal | None = None

    @property
    def reason(self) -> str:
        """Why it is not reported, in a few words."""
        if self.dismissal is not None:
            return self.dismissal.reason
        return "accepted by the baseline" if self.kind == BASELINED else "on lines that have not changed"


@plain
class Kept:
    """The findings that stay, those that do not, and the dismissals that said so."""

    findings: tuple[Finding, ...]
    suppressions: tuple[Suppression, ...] = ()
    used: frozenset[Dismissal] = frozenset()


class Dismissing:
    """Applies dismissals to findings.

    ``groups_of`` gives those for the articles of a path in groups, which several paths may share. Those that have
    ended before ``today`` do not count. ``texts`` are the articles' texts; nothing is reported on ``references``.
    """

    def __init__(
        self,
        groups_of: Callable[[str], Iterable[Sequence[Dismissal]]],
        today: datetime.date,
        texts: Mapping[Key, str],
        references: Collection[Key] = (),
    ) -> None:
        self._groups_of = groups_of
        self._today = today
        self._texts = texts
        self._references = references
        # Each group is kept beside its index, so that no other one can ever have the same identity.
        self._indexes: dict[int, tuple[Sequence[Dismissal], dict[str, list[Dismissal]]]] = {}

    def applied(self, findings: Iterable[Finding]) -> Kept:
        """The findings without what is dismissed; one that is dismissed at some of its places keeps the others."""
        kept: list[Finding] = []
        left: list[Suppression] = []
        used: set[Dismissal] = set()
        for finding in findings:
            by = self._dismissed(finding)
            used.update(by.values())
            rest = [place for place in finding.places if place not in by]
            if by and all(place.article in self._references for place in rest):
                left.append(Suppression(finding, DISMISSED, next(iter(by.values()))))
            else:
                kept.append(without(finding, tuple(by)) if by else finding)
        return Kept(tuple(kept), tuple(left), frozenset(used))

    def _dismissed(self, finding: Finding) -> dict[Location, Dismissal]:
        """The places of a finding that are dismissed, each with the first entry that says so."""
        words = sorted({comparable(place.text) for place in finding.places})
        about: dict[str, list[Dismissal]] = {}
        found: dict[Location, Dismissal] = {}
        for place in finding.places:
            if place.path not in about:
                about[place.path] = self._about(place.path, finding, words)
            entry = next((one for one in about[place.path] if self._covers(one, place)), None)
            if entry is not None:
                found[place] = entry
        return found

    def _about(self, path: str, finding: Finding, words: Sequence[str]) -> list[Dismissal]:
        """The entries for the articles of a path that are about a finding."""
        groups = [self._index(group) for group in self._groups_of(path)]
        found = (entry for index in groups for word in words for entry in index.get(word, ()))
        return [entry for entry in found if is_about(entry, finding)]

    def _index(self, group: Sequence[Dismissal]) -> dict[str, list[Dismissal]]:
        """The entries of a group that hold today, by their words."""
        if id(group) not in self._indexes:
            index: dict[str, list[Dismissal]] = {}
            for entry in group:
                if not entry.expired(self._today):
                    index.setdefault(comparable(entry.words), []).append(entry)
            self._indexes[id(group)] = group, index
        return self._indexes[id(group)][1]

    def _covers(self, entry: Dismissal, place: Location) -> bool:
        if entry.id and entry.id != place.id:
            return False
        if entry.scope != "place":
            return True
        if comparable(entry.words) != comparable(place.text):
            return False
        before, after = around(self._texts.get(place.article, ""), place.start, place.end)
        # Of the two sides one may have been rewritten since.
        return bool((entry.before and entry.before == before) or (entry.after and entry.after == after))


def is_about(entry: Dismissal, finding: Finding) -> bool:
    """Whether a dismissal that has the words of a finding is also about its rule and its counterpart."""
    if entry.rule != finding.rule and not fnmatchcase(finding.rule, entry.rule):
        return False
    return entry.against in ("", finding.counterpart)


def without(finding: Finding, places: Collection[Location]) -> Finding:
    """A finding without some of its places (but not all), and without the edits there."""
    same = [one for one in finding.related if one.role == "same" and one.location not in places]
    primary = finding.primary
    if primary in places:
        primary = same.pop(0).location
    others = (one for one in finding.related if one.role != "same")
    ways = ((way, _elsewhere(way, places)) for way in finding.suggestions)
    suggestions = tuple(left for way, left in ways if left.edits or not way.edits)
    return replace(finding, primary=primary, related=(*same, *others), suggestions=suggestions)


def _elsewhere(way: Suggestion, places: Collection[Location]) -> Suggestion:
    return replace(way, edits=tuple(edit for edit in way.edits if not any(_in(edit, place) for place in places)))


def _in(edit: Edit, place: Location) -> bool:
    if (edit.path, edit.id) != place.article:
        return False
    return edit.start < place.end and place.start < edit.end
