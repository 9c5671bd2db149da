"""What to do next, in one line: the one thing that helps most, and nothing where the report has said it already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings.finding import SEVERITIES
from factlint.findings.verdict import summarized

if TYPE_CHECKING:
    from factlint.findings.result import Result
    from factlint.reports.terminal.page import Page

_NAME = 80


def next_step(result: Result, page: Page) -> str:
    """Mend what can be mended, else look into the gravest finding; empty where there is nothing to do.

    A problem says by itself what to do about it, and so does what could not be decided.
    """
    if result.problems or result.redacted or not result.findings:
        return ""
    automatic = summarized(result).automatic
    if automatic and not result.fixed:
        fixes = "fix, --fix makes it" if automatic == 1 else "fixes, --fix makes them"
        return f"Next: --diff shows the automatic {fixes}."
    gravest = max(result.findings, key=lambda one: SEVERITIES.index(one.severity))
    home = page.home(gravest)
    # A name that nobody would type is none to copy; the lines of a record are not those of its file.
    nameable = len(home.path) <= _NAME and home.path.isprintable() and not page.places.in_record(home)
    place = " " + _quoted(f"{home.path}:{home.line}") if nameable else ""
    return f"Next: factlint explain {gravest.rule}{place}"


def _quoted(path: str) -> str:
    """A path as a shell wants it."""
    from shlex import quote

    return quote(path)
