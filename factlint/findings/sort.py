"""The order in which findings are reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings.finding import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.findings.finding import Finding


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by article and place; at one place the gravest first, then by rule."""
    return tuple(sorted(findings, key=_order))


def _order(finding: Finding) -> tuple[object, ...]:
    place, grave = finding.primary, SEVERITIES.index(finding.severity)
    return place.path, place.id, place.start, -grave, finding.rule, place.end, finding.message
