"""Findings at the severities that their articles have for their rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factlint.findings.finding import SEVERITIES
from factlint.findings.suppress import without

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from factlint.findings.finding import Finding

    Key = tuple[str, str]


def levelled(
    findings: Iterable[Finding],
    level_in: Callable[[str, Key], str],
    run: Mapping[str, str],
    references: Collection[Key] = (),
) -> Iterator[Finding]:
    """The findings at the severity of the gravest of their articles, without the places where their rule is off.

    ``level_in`` gives the severity of a rule in an article, ``run`` that which the rules ran at. What has lowered a
    finding below its rule (an inferred date, little confidence) lowers it here as well.
    """
    for finding in findings:
        levels = {place: level_in(finding.rule, place.article) for place in finding.places}
        off = [place for place in finding.places if levels[place] == "off"]
        rest = [place for place in finding.places if levels[place] != "off"]
        if not any(place.article not in references for place in rest):
            continue
        gravest = max(SEVERITIES.index(levels[place]) for place in rest if place.article not in references)
        ran = SEVERITIES.index(run.get(finding.rule, finding.severity))
        lowered = max(0, ran - SEVERITIES.index(finding.severity)) if gravest != ran else None
        severity = SEVERITIES[max(0, gravest - lowered)] if lowered is not None else finding.severity
        kept = without(finding, off) if off else finding
        yield replace(kept, severity=severity) if severity != kept.severity else kept
