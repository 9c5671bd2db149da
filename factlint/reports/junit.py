"""JUnit XML, which servers for continuous integration show as tests: an article is a suite, a finding a test.

What fails the run is a failed test, other findings are passed ones that say something, a clean article is a passed
one, an article that was not checked is skipped. Elements and attributes are those that Jenkins and GitLab read
(https://github.com/testmoapp/junitxml).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO
from xml.etree import ElementTree

from factlint.findings.places import Places
from factlint.findings.result import ArticleInfo
from factlint.findings.verdict import fails
from factlint.findings.wording import beside, spoken, title, told
from factlint.reports import Format, Style
from factlint.text.markup import xml_document, xml_text
from factlint.text.visible import visible

if TYPE_CHECKING:
    from factlint.findings.finding import Finding
    from factlint.findings.result import Result

_COUNTED = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def write(result: Result, out: TextIO, err: TextIO, _style: Style) -> None:
    """One document with a suite for each article; what else a reader should know goes to the error stream."""
    root = ElementTree.Element("testsuites", name="factlint")
    places = Places(result)
    shown: dict[tuple[str, str], list[Finding]] = {}
    for finding in result.findings:
        shown.setdefault(places.home(finding).article, []).append(finding)
    for article in result.articles:
        if not article.reference:
            _suite(root, article, shown.get(article.key, []), result, places)
    for path, own in sorted(shown.keys() - {article.key for article in result.articles}):
        # The desk's own files: dismissals that are of no use.
        _suite(root, ArticleInfo(path, own, ""), shown[path, own], result, places)
    _problems(root, result)
    _count(root)
    ElementTree.indent(root)
    text = xml_document(ElementTree.tostring(root, encoding="unicode"))
    out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n')
    out.flush()
    err.writelines(beside(result))


def _suite(
    root: ElementTree.Element, article: ArticleInfo, findings: list[Finding], result: Result, places: Places
) -> None:
    name = title(*article.key)
    suite = ElementTree.SubElement(root, "testsuite", name=_shown(name))
    references = result.reference_keys
    for finding in findings:
        home = places.home(finding)
        case = _case(suite, name, f"{finding.rule} {home.line}:{home.column}", article.path, home.line)
        message = _shown(spoken(finding, home, places))
        if fails(finding, result.fail_on, references):
            failure = ElementTree.SubElement(case, "failure", message=message, type=finding.severity)
            failure.text = _shown(f"{name}:{home.line}:{home.column}: {finding.severity}: {message}")
        else:
            ElementTree.SubElement(case, "system-out").text = f"{finding.severity}: {message}"
    if article.unchecked:
        ElementTree.SubElement(_case(suite, name, "factlint"), "skipped", message=_shown(article.unchecked))
    elif not findings:
        _case(suite, name, "factlint")


def _problems(root: ElementTree.Element, result: Result) -> None:
    if not result.problems:
        return
    suite = ElementTree.SubElement(root, "testsuite", name="problems")
    for problem in result.problems:
        place = ":".join(str(part) for part in (problem.path, problem.line, problem.column) if part is not None)
        ElementTree.SubElement(
            _case(suite, problem.path, place), "error", message=_shown(told(problem)), type="problem"
        )


def _case(
    suite: ElementTree.Element, article: str, name: str, file: str = "", line: int | None = None
) -> ElementTree.Element:
    case = ElementTree.SubElement(suite, "testcase", classname=_shown(article), name=_shown(name), time="0")
    if file:
        case.attrib |= {"file": xml_text(file), "line": str(line)}
    return case


def _count(root: ElementTree.Element) -> None:
    """Give every suite, and the whole, how many tests it has and how they ended."""
    for element in (root, *root):
        element.set("tests", str(len(element.findall(".//testcase"))))
        for attribute, outcome in _COUNTED.items():
            element.set(attribute, str(len(element.findall(f".//testcase/{outcome}"))))


def _shown(text: str) -> str:
    return xml_text(visible(text))


REPORT = Format(name="junit", write=write)
