"""One self-contained page: every finding in its place, the articles of a story side by side, charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factlint.findings.wording import left_out
from factlint.reports import Format, Style
from factlint.reports.html.data import document
from factlint.reports.html.frame import page
from factlint.text.visible import visible

if TYPE_CHECKING:
    from factlint.findings.result import Result


def write(result: Result, out: TextIO, err: TextIO, _style: Style) -> None:
    """The page, to be read only; beside it, on the error stream, which articles were not checked."""
    out.write(page(document(result)))
    err.writelines(visible(remark) + "\n" for remark in left_out(result))


REPORT = Format(name="html", write=write, sheets=True)
