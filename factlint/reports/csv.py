"""A table for a spreadsheet: one finding a row, with the paragraph and its words beside line and column."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TextIO

from factlint.findings.places import Places
from factlint.findings.wording import beside, in_marks
from factlint.reports import Format, Style
from factlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.findings.finding import Finding, Location
    from factlint.findings.result import Result

COLUMNS = (
    *("severity", "rule", "path", "id", "paragraph", "words", "message", "fix", "suggestions", "other places"),
    *("line", "column", "confidence", "fingerprint"),
)
# Spreadsheets read a cell that begins so as a formula, which may send the table elsewhere
# (https://owasp.org/www-community/attacks/CSV_Injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
# Without it spreadsheets take UTF-8 for the encoding of their system.
_MARK = "\ufeff"


def write(result: Result, out: TextIO, err: TextIO, _style: Style) -> None:
    """A row of column names, then a row for each finding; what else a reader should know goes to the error stream."""
    out.write(_MARK)
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    places = Places(result)
    table.writerows(_row(finding, places) for finding in result.findings)
    out.flush()
    err.writelines(beside(result))


def _row(finding: Finding, places: Places) -> Iterator[str]:
    home = places.home(finding)
    others = (other.location for other in finding.related if other.location != home)
    shown = dict.fromkeys((*(() if finding.primary == home else (finding.primary,)), *others))
    number = places.paragraph(home)
    cells = (
        *(finding.severity, finding.rule, home.path, home.id, "" if number is None else str(number)),
        *(
            home.text,
            finding.message + (" (on trial)" if finding.trial else ""),
            _titles(finding, automatic=True),
            _titles(finding, automatic=False),
        ),
        "; ".join(_where(place, home, places) for place in shown),
        *(str(home.line), str(home.column), finding.confidence, finding.fingerprint),
    )
    return map(_cell, cells)


def _titles(finding: Finding, automatic: bool) -> str:
    return " | ".join(way.title for way in finding.suggestions if way.automatic is automatic)


def _where(place: Location, home: Location, places: Places) -> str:
    """``brief.txt, paragraph 3: “the words”``, without the name in the article of the finding itself."""
    number = places.paragraph(place)
    where: Iterable[str] = (
        *(() if place.article == home.article else (place.path if not places.in_record(place) else place.id,)),
        f"paragraph {number}" if number is not None else f"line {place.line}",
    )
    return ", ".join(where) + (f": {in_marks(place.text)}" if place.text else "")


def _cell(text: str) -> str:
    shown = visible(text)
    return f"'{shown}" if shown.startswith(_FORMULA) or text.startswith(_FORMULA) else shown


REPORT = Format(name="csv", write=write)
