"""One finding a line for programs; what is beside the findings goes to the error stream as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factlint.findings.in_file import in_file
from factlint.findings.wording import closing, left_out, title
from factlint.reports import Format, Style
from factlint.reports.json import encoded, finding
from factlint.text.visible import visible

if TYPE_CHECKING:
    from factlint.findings import Undecided
    from factlint.findings.result import Result


def write(result: Result, out: TextIO, err: TextIO, _style: Style) -> None:
    """Findings to ``out``; problems, what could not be decided, remarks and the verdict to ``err``."""
    out.writelines(encoded(finding(one)) + "\n" for one in in_file(result).findings)
    out.flush()
    err.writelines(problem.render() + "\n" for problem in result.problems)
    remarks = (*left_out(result), *map(_undecided, result.undecided), *result.notes, closing(result))
    err.writelines(visible(remark) + "\n" for remark in remarks)


def _undecided(row: Undecided) -> str:
    times = f" ({row.count:,} times)" if row.count > 1 else ""
    return f"could not decide {row.rule} in {title(row.path, row.id)}: {row.reason}{times}"


REPORT = Format(name="jsonl", write=write)
