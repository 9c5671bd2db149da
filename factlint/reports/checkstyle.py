"""Checkstyle's XML, which most servers for continuous integration read: findings by file.

https://github.com/checkstyle/checkstyle/blob/master/src/site/xdoc/index.xml.vm names no schema; this is what
Checkstyle's own XMLLogger writes: version, then ``file`` elements with ``error`` elements.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TextIO
from xml.etree import ElementTree

from factlint.findings.places import Places
from factlint.findings.wording import beside, spoken, told
from factlint.reports import Format, Style
from factlint.text.markup import xml_document, xml_text
from factlint.text.visible import visible

if TYPE_CHECKING:
    from factlint.findings.finding import Finding
    from factlint.findings.result import Result
    from factlint.text.problem import Problem

    # The path of a file, and the attributes of an error in it.
    Row = tuple[str, dict[str, str]]

_VERSION = "8.0"
_SEVERITIES = {"error": "error", "warning": "warning", "note": "info"}


def write(result: Result, out: TextIO, err: TextIO, _style: Style) -> None:
    """One document with findings and problems; what else a reader should know goes to the error stream."""
    places = Places(result)
    rows = [*map(_problem, result.problems), *(_finding(one, places) for one in result.findings)]
    root = ElementTree.Element("checkstyle", version=_VERSION)
    for path, found in groupby(sorted(rows, key=lambda row: row[0]), lambda row: row[0]):
        file = ElementTree.SubElement(root, "file", name=xml_text(path))
        for _, attributes in found:
            ElementTree.SubElement(file, "error", attributes)
    ElementTree.indent(root)
    text = xml_document(ElementTree.tostring(root, encoding="unicode"))
    out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n')
    out.flush()
    err.writelines(beside(result))


def _finding(finding: Finding, places: Places) -> Row:
    home = places.home(finding)
    lines = {} if places.in_record(home) else {"line": str(home.line), "column": str(home.column)}
    message = spoken(finding, home, places)
    return home.path, lines | _attributes(_SEVERITIES[finding.severity], message, finding.rule)


def _problem(problem: Problem) -> Row:
    found = {"line": problem.line, "column": problem.column}
    lines = {name: str(value) for name, value in found.items() if value is not None}
    return problem.path, lines | _attributes("error", told(problem), "factlint")


def _attributes(severity: str, message: str, source: str) -> dict[str, str]:
    return {"severity": severity, "message": xml_text(visible(message)), "source": xml_text(source)}


REPORT = Format(name="checkstyle", write=write)
