"""How often each rule reports, and how often the desk says that it was wrong to: the measure of a rule."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factlint.findings.suppress import BASELINED, DISMISSED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.findings.result import Result


@dataclass(frozen=True, slots=True)
class RuleCount:
    """The findings of one rule: those reported, those dismissed, those in the baseline.

    ``per_1000`` is how many there are, of all three, in 1,000 words of the checked articles.
    """

    rule: str
    severity: str
    reported: int
    dismissed: int
    baselined: int
    per_1000: float
    trial: bool = False

    @property
    def found(self) -> int:
        """All of them."""
        return self.reported + self.dismissed + self.baselined

    @property
    def share_dismissed(self) -> float:
        """Which part of what was found the desk has dismissed."""
        return self.dismissed / self.found


@dataclass(frozen=True, slots=True)
class Statistics:
    """``words`` counts those of the checked articles. Rules that found nothing are left out; the busiest is first."""

    words: int
    rules: tuple[RuleCount, ...]

    def table(self) -> Iterator[str]:
        """The lines of a table for people; a line that says so where nothing was found."""
        if not self.rules:
            yield f"No rule found anything in {self.words:,} words."
            return
        heading = ("rule", "severity", "reported", "dismissed", "baseline", "per 1,000 words")
        rows = [heading, *map(_cells, self.rules)]
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        for row in rows:
            first, second, *numbers = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            right = (cell.strip().rjust(width) for cell, width in zip(numbers, widths[2:], strict=True))
            yield "  ".join((first, second, *right))


def _cells(rule: RuleCount) -> tuple[str, ...]:
    severity = rule.severity + (" (trial)" if rule.trial else "")
    dismissed = f"{rule.dismissed:,}" + (f" ({rule.share_dismissed:.0%})" if rule.dismissed else "")
    return rule.rule, severity, f"{rule.reported:,}", dismissed, f"{rule.baselined:,}", f"{rule.per_1000:.2f}"


def with_statistics(result: Result) -> Result:
    """The result with its statistics."""
    return replace(result, statistics=counted(result))


def counted(result: Result) -> Statistics:
    """The statistics of a result."""
    words = sum(len(one.text.split()) for one in result.articles if one.checked)
    kinds: dict[str, Counter[str]] = {"": Counter(one.rule for one in result.findings)}
    for kind in (DISMISSED, BASELINED):
        kinds[kind] = Counter(one.finding.rule for one in result.suppressions if one.kind == kind)
    severities = {rule.id: (rule.severity, rule.trial) for rule in result.rules}
    found = [
        _count(rule, *severities.get(rule, ("note", False)), [kinds[kind][rule] for kind in kinds], words)
        for rule in sorted(set().union(*kinds.values()))
    ]
    return Statistics(words, tuple(sorted(found, key=lambda rule: (-rule.found, rule.rule))))


def _count(rule: str, severity: str, trial: bool, counts: list[int], words: int) -> RuleCount:
    reported, dismissed, baselined = counts
    return RuleCount(rule, severity, reported, dismissed, baselined, 1000 * sum(counts) / max(1, words), trial)
