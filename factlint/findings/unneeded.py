"""Dismissals that dismiss nothing, or do not hold any more: findings about the decisions of the desk themselves."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from factlint.findings.finding import Finding
from factlint.findings.fingerprint import digest
from factlint.findings.result import RuleInfo

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterable, Mapping

    from factlint.findings.dismissal import Dismissal

UNUSED, EXPIRED = "text/unused-dismissal", "text/expired-dismissal"
RULES = (
    RuleInfo(
        EXPIRED,
        "note",
        "A dismissal whose last day has gone by",
        "What was dismissed for a while is reported again. Take the dismissal out, or give it another day.",
    ),
    RuleInfo(
        UNUSED,
        "note",
        "A dismissal that dismisses nothing",
        "The words are not in the article any more, or no rule reports them. Take the dismissal out, "
        "so that it cannot hide a mistake later.",
    ),
)


def unneeded(
    entries: Iterable[Dismissal],
    used: Collection[Dismissal],
    today: datetime.date,
    rules: Mapping[str, bool],
    checked: Collection[str],
) -> list[Finding]:
    """The findings about some dismissals.

    ``rules`` are all that there are, each with whether it ran and can be judged by a single article. ``checked`` are
    the paths of the articles that were checked. A dismissal for all articles may be of use elsewhere.
    """
    found: list[Finding] = []
    for entry in entries:
        if entry.article and entry.article not in checked:
            continue
        if entry.expired(today):
            found.append(_finding(EXPIRED, entry, f"the dismissal of “{entry.words}” ended on {entry.until}"))
        elif entry not in used and entry.article and (why := _unused(entry, rules)):
            found.append(_finding(UNUSED, entry, why))
    return found


def _unused(entry: Dismissal, rules: Mapping[str, bool]) -> str:
    """Why a dismissal is of no use; empty where this run cannot tell."""
    about = [ran for rule, ran in rules.items() if rule == entry.rule or fnmatchcase(rule, entry.rule)]
    if not about:
        return f"no rule is called “{entry.rule}”, so nothing is dismissed"
    return f"nothing here is reported for “{entry.words}” by {entry.rule}" if all(about) else ""


def _finding(rule: str, entry: Dismissal, message: str) -> Finding:
    assert entry.place is not None  # noqa: S101 - it was read from somewhere
    severity = next(info.severity for info in RULES if info.id == rule)
    fingerprint = digest(rule, entry.article, entry.rule, entry.words, entry.before, entry.after)
    return Finding(rule, severity, "high", message, entry.place, fingerprint=fingerprint)
