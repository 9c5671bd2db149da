"""The report that editors read: grouped by article, what should be what, every place of a mistake in one finding."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from factlint.findings.verdict import fails
from factlint.findings.wording import title
from factlint.reports import Format, Style
from factlint.reports.terminal.block import block
from factlint.reports.terminal.closing import closing_lines, verdict_lines
from factlint.reports.terminal.page import page_of
from factlint.reports.terminal.paint import linked, paint
from factlint.text.cells import cropped

if TYPE_CHECKING:
    from factlint.findings import Finding
    from factlint.findings.result import Result

# Longer than any path that a person can read; only a name made to do harm is cut.
_LONGEST_NAME = 400


def write(result: Result, out: TextIO, err: TextIO, style: Style) -> None:
    """Findings and verdict to ``out``, problems between the two to ``err``."""
    page = page_of(result, style)
    shown = _failing(result) if style.quiet else result.findings
    findings = sorted(shown, key=lambda finding: page.home(finding).article)
    for key, about in groupby(findings, lambda finding: page.home(finding).article):
        name = paint(cropped(title(*key), _LONGEST_NAME), "title", page.color)
        out.write(linked(name, page.address(key[0])) + "\n\n")
        out.writelines("\n".join(map(str.rstrip, block(finding, page))) + "\n\n" for finding in about)
    out.flush()
    err.writelines(problem.render() + "\n\n" for problem in result.problems)
    err.flush()
    last = verdict_lines(result, page) if style.quiet else closing_lines(result, page)
    out.writelines(line.rstrip() + "\n" for line in last)


def _failing(result: Result) -> list[Finding]:
    return [one for one in result.findings if fails(one, result.fail_on, result.reference_keys)]


REPORT = Format(name="terminal", write=write)
