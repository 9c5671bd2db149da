"""The report that editors read: grouped by article, what should be what, every place of a mistake in one finding."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from factlint.findings.wording import title
from factlint.reports import Format, Style
from factlint.reports.terminal.block import block
from factlint.reports.terminal.closing import closing_lines
from factlint.reports.terminal.page import page_of
from factlint.reports.terminal.paint import paint
from factlint.text.cells import cropped
from factlint.text.visible import visible_lines

if TYPE_CHECKING:
    from factlint.findings.result import Result

# Longer than any path that a person can read; only a name made to do harm is cut.
_LONGEST_NAME = 400


def write(result: Result, out: TextIO, err: TextIO, style: Style) -> None:
    """Findings and verdict to ``out``, problems between the two to ``err``."""
    page = page_of(result, style)
    findings = sorted(result.findings, key=lambda finding: page.home(finding).article)
    for key, about in groupby(findings, lambda finding: page.home(finding).article):
        out.write(paint(cropped(title(*key), _LONGEST_NAME), "title", page.color) + "\n\n")
        out.writelines("\n".join(map(str.rstrip, block(finding, page))) + "\n\n" for finding in about)
    out.flush()
    err.writelines(visible_lines(problem.render()) + "\n\n" for problem in result.problems)
    err.flush()
    out.writelines(line.rstrip() + "\n" for line in closing_lines(result, page))


REPORT = Format(name="terminal", write=write)
