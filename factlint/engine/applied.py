"""One plan, applied to the facts of one article or of one story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.engine.compose import Composer
from factlint.engine.join import Execution
from factlint.findings import Undecided

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.engine.plan import Plan
    from factlint.engine.rows import Source
    from factlint.findings import Finding
    from factlint.text.lines import LineIndex


def applied(
    plan: Plan, source: Source, lines: Mapping[tuple[str, str], LineIndex]
) -> tuple[list[Finding], list[Undecided]]:
    """What a rule finds, and what it could not decide: a line for each article and reason."""
    # Most rules have nothing to bind in most articles.
    for step in plan.facts:
        if not source.candidates(plan, step):
            return [], []
    execution = Execution(plan, source)
    findings = Composer(plan, lines, lambda: source.scope(plan)).findings(execution.rows())
    open_ = execution.undecided
    return findings, [Undecided(plan.rule.id, *key, reason, open_[key, reason]) for key, reason in sorted(open_)]
