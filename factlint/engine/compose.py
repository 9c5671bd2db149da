"""Rows to findings: one disagreement, one finding, with every place of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from factlint.engine.components import Components
from factlint.findings import SEVERITIES, Edit, Finding, Location, Related, Suggestion
from factlint.lang.logic import key_value
from factlint.lang.scope import Members, Row, Scope
from factlint.lang.similar import words_of
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factlint.engine.join import Bound
    from factlint.engine.plan import Plan
    from factlint.lang.scope import Value
    from factlint.text.lines import LineIndex

Key = tuple[str, str]


@plain
class Composer:
    """Makes findings of one plan's rows. ``lines`` has the line index of every article that a row may stand in."""

    plan: Plan
    lines: Mapping[Key, LineIndex]
    fresh: Callable[[], Scope]

    def findings(self, rows: Sequence[Bound]) -> list[Finding]:
        """The findings of all rows."""
        if not rows:
            return []
        groups = self._alike(rows) if self.plan.alike else self._in_order(filter(self._may_do, self._grouped(rows)))
        return [finding for group in groups if group and (finding := self._finding(Members(group))) is not None]

    # -- which rows belong together

    def groups(self, rows: Sequence[Bound]) -> list[list[Bound]]:
        """The rows that belong together, however few they are."""
        return self._in_order(self._grouped(rows))

    def _in_order(self, groups: Iterable[list[Bound]]) -> list[list[Bound]]:
        return [sorted(group, key=self._order) if len(group) > 1 else group for group in groups]

    def _may_do(self, group: list[Bound]) -> bool:
        """Whether a group is as large and as varied as it must be, by a quick look."""
        return len(group) >= self.plan.least_rows and all(
            len({get(row[name].fact) for row in group}) > than for name, get, than in self.plan.varied
        )

    def _grouped(self, rows: Sequence[Bound]) -> Iterable[list[Bound]]:
        groups: dict[Any, list[Bound]] = {}
        key = self._key()
        for row in rows:
            groups.setdefault(key(row), []).append(row)
        return groups.values()

    def _key(self) -> Callable[[Bound], Any]:
        """What rows of one group have in common. All rows of a rule of single articles are of one article."""
        plan = self.plan
        if plan.rule.group == "story":
            return lambda _: None
        if plan.rule.group == "article":
            return self._home
        if len(plan.group_fields) == 1:
            [(name, get)] = plan.group_fields
            return lambda row: key_value(get(row[name].fact))
        scope = self.fresh()
        nobody = scope.members

        def key(row: Bound) -> tuple[Any, ...]:
            # What a message shows may be counted over a group; the paths of a “grouped by” are not.
            scope.rows, scope.members = row, nobody if plan.group_keys else Members((row,))
            return tuple([_plain(value(scope)) for value in plan.group_keys or plan.shown])

        return key

    def _home(self, row: Bound) -> Key | None:
        card = row[self.plan.primary].card
        return None if card is None else card.key

    def _alike(self, rows: Sequence[Bound]) -> list[list[Bound]]:
        """Connected components: texts that are alike in pairs are one utterance in several versions."""
        together = Components[int]()
        for row in rows:
            first, *others = (id(fact.fact) for fact in row.values() if fact.card is not None)
            for other in others:
                together.join(first, other)
        groups: dict[int, list[Bound]] = {}
        for row in rows:
            groups.setdefault(together.leader(id(row[self.plan.primary].fact)), []).append(row)
        return [self._versions(group) for group in groups.values()]

    def _versions(self, rows: Sequence[Bound]) -> list[Bound]:
        """One row a version, each in the role of the primary variable; what differs from the most frequent first.

        The other variable of the first row is a version that it differs from, by the gravest of the rows; that of all
        others is the fullest version, which has none itself. Without a row that is to be reported there is no version.
        """
        gravest = self._gravest(rows)
        if not gravest:
            return []
        versions: dict[tuple[Key, int], Row] = {}
        for row in rows:
            for fact in row.values():
                if fact.card is not None:
                    versions[fact.card.key, fact.fact.start] = fact
        worded = {key: words_of(row.fact.text) for key, row in versions.items()}
        counts = Counter(worded.values())
        most = max(counts.values())
        usual = {words for words, count in counts.items() if count == most and most > 1}
        ordered = sorted(versions, key=lambda key: (worded[key] in usual, key))
        first = ordered[0]
        if len(gravest) < len(rows):
            # Of the gravest the one that differs from most.
            often = Counter(id(fact.fact) for row in gravest for fact in row.values())
            grave = [key for key in ordered if often[id(versions[key].fact)]]
            first = min(grave, key=lambda key: (worded[key] in usual, -often[id(versions[key].fact)]))
        partners = _partners(versions[first], gravest)
        partner = next((versions[key] for key in reversed(ordered) if id(versions[key].fact) in partners), None)
        fullest = versions[max(ordered, key=lambda key: len(worded[key]))]
        others = [versions[key] for key in ordered if key != first]
        pairs = [self._pair(other, None if other is fullest else fullest) for other in others]
        return [self._pair(versions[first], partner), *pairs]

    def _gravest(self, rows: Sequence[Bound]) -> Sequence[Bound]:
        """The rows that are to be reported; of them, if there are any, those that make a warning."""
        if self.plan.report_where is not None:
            rows = self._satisfying(self.plan.report_where, rows)
        return (self._satisfying(self.plan.warning, rows) if self.plan.warning is not None else None) or rows

    def _satisfying(self, condition: Value, rows: Sequence[Bound]) -> Sequence[Bound]:
        return [row for row in rows if condition(self._scope(row, Members((row,)))) is True]

    def _pair(self, version: Row, other: Row | None) -> Bound:
        """A version in the role of the primary variable, and another one in that of the other."""
        row = {self.plan.primary: version}
        names = [step.name for step in self.plan.facts if step.name != self.plan.primary]
        return row | {names[0]: other} if other is not None and len(names) == 1 else row

    # -- one finding

    def _finding(self, group: Members) -> Finding | None:
        plan = self.plan
        if plan.having is not None and plan.having(self._scope(group[0], group)) is not True:
            return None
        wrong, others = self._sides(group)
        if not wrong:
            return None
        first = wrong[0]
        places = _unique(self._reported(row) for row in wrong)
        related = self._related(places, wrong, others)
        suggestions = self._suggestions(places, wrong, group)
        scope = self._scope(first, group)
        severity, confidence, remark = self._weighed(group)
        return Finding(
            rule=plan.rule.id,
            severity=severity,
            confidence=confidence,
            message=(plan.message(scope) or plan.rule.title) + remark,
            primary=places[0],
            suggestions=suggestions,
            related=related,
            basis=plan.rule.basis,
            counterpart=self._counterpart(suggestions, related),
            accept=tuple(line for one in plan.accept if (line := one(scope)) is not None)[:1],
        )

    def _sides(self, group: Members) -> tuple[list[Bound], list[Bound]]:
        """The rows of the wrong side, and those of the other side."""
        if self.plan.alike:
            return [group[0]], list(group[1:])
        if self.plan.report_where is None:
            return list(group), []
        wrong: list[Bound] = []
        others: list[Bound] = []
        for row in group:
            (wrong if self.plan.report_where(self._scope(row, group)) else others).append(row)
        return wrong, others

    def _related(
        self, places: Sequence[Location], wrong: Sequence[Bound], others: Sequence[Bound]
    ) -> tuple[Related, ...]:
        found = {place: Related("same", place) for place in places[1:]}
        for row in others:
            place = self._reported(row)
            if place not in places:
                found.setdefault(place, Related("other", place, self._label(row)))
        for row in () if self.plan.alike else (*wrong, *others):
            for name, fact in row.items():
                if name == self.plan.primary or fact.card is None:
                    continue
                place = self._location(fact)
                if not any(_within(own, place) for own in places):
                    found.setdefault(place, Related("evidence" if name in self.plan.rule.evidence else "other", place))
        order = {"same": 0, "other": 1, "evidence": 2}
        return tuple(sorted(found.values(), key=lambda related: (order[related.role], related.location)))

    def _label(self, row: Bound) -> str:
        """What the rule says of another place."""
        label = self.plan.label
        return (label(self._scope(row, Members((row,)))) or "") if label is not None else ""

    def _suggestions(
        self, places: Sequence[Location], wrong: Sequence[Bound], group: Members
    ) -> tuple[Suggestion, ...]:
        by_place = {self._reported(row): row for row in reversed(wrong)}
        found: list[Suggestion] = []
        for suggest in self.plan.suggest:
            edits: list[Edit] = []
            for place in places:
                words = suggest(self._scope(by_place[place], group))
                if words is not None and words != place.text:
                    edits.append(Edit(place.path, place.id, place.start, place.end, words))
            titles: dict[str, str] = {}
            for edit in edits:
                titles.setdefault(edit.replacement.casefold(), edit.replacement)
            title = " / ".join(titles.values())
            if edits and title not in [other.title for other in found]:
                found.append(Suggestion(title, tuple(edits), self.plan.rule.automatic))
        return tuple(found)

    def _counterpart(self, suggestions: Sequence[Suggestion], related: Sequence[Related]) -> str:
        if suggestions:
            return suggestions[0].edits[0].replacement
        return next((place.location.text for place in related if place.role == "other"), "")

    def _weighed(self, group: Sequence[Bound]) -> tuple[str, str, str]:
        """Severity, confidence and a remark: a finding that leans on an inferred date is a step weaker and says so."""
        severity, confidence = self._severity(group), self.plan.rule.confidence
        inferred = [row for bound in group for row in bound.values() if getattr(row.fact, "inferred", False)]
        if not inferred or not self.plan.by_clock:
            return _capped(severity, confidence), confidence, ""
        card = inferred[0].card
        how = card.anchor.how if card is not None and card.anchor is not None else "another date"
        weaker = SEVERITIES[max(0, SEVERITIES.index(severity) - 1)]
        confidence = "medium" if confidence == "high" else "low"
        return _capped(weaker, confidence), confidence, f" (by a date taken from {how})"

    def _severity(self, group: Sequence[Bound]) -> str:
        """That of the rule, or a warning where one of the rows makes it one."""
        warning, severity = self.plan.warning, self.plan.rule.severity
        if warning is None or severity != SEVERITIES[0]:
            return severity
        return SEVERITIES[1] if self._satisfying(warning, group) else severity

    # -- places

    def _scope(self, row: Bound, members: Members) -> Scope:
        scope = self.fresh()
        scope.rows, scope.members = row, members
        return scope

    def _reported(self, row: Bound) -> Location:
        """The place of the reported fact, or of the part of it that the rule names."""
        primary = row[self.plan.primary]
        if self.plan.part is None:
            return self._location(primary)
        part = self.plan.part(self._scope(row, Members((row,))))
        return self._location(primary if part is None else Row(part, primary.card))

    def _location(self, row: Row) -> Location:
        assert row.card is not None  # noqa: S101 - only facts of articles have a place
        fact, card = row.fact, row.card
        lines = self.lines[card.key]
        line, column = lines.position(fact.start)
        end_line, end_column = lines.ending(fact.end)
        return Location(card.path, card.id, fact.start, fact.end, line, column, end_line, end_column, fact.text)

    def _order(self, row: Bound) -> tuple[Key, int, int]:
        first = row[self.plan.primary]
        return (first.card.key if first.card else ("", "")), first.fact.start, first.fact.end


def _partners(version: Row, rows: Iterable[Bound]) -> set[int]:
    """The facts that are in one row with a version, by identity."""
    together = [{id(fact.fact) for fact in row.values()} for row in rows]
    return {other for facts in together if id(version.fact) in facts for other in facts} - {id(version.fact)}


def _capped(severity: str, confidence: str) -> str:
    """What nobody can be sure of is a note at most."""
    return SEVERITIES[0] if confidence == "low" else severity


def _plain(value: Any) -> Any:
    return id(value.fact) if isinstance(value, Row) else key_value(value)


def _within(place: Location, other: Location) -> bool:
    """Whether a place lies inside another: the list around an item is no second place."""
    return place.article == other.article and other.start <= place.start and place.end <= other.end


def _unique(places: Iterable[Location]) -> list[Location]:
    return sorted(set(places))
