"""A comment for a pull request: the verdict, a table by article, the findings of each article folded below.

GitHub's and GitLab's dialects of Markdown both read it. Nothing of an article becomes markup, a mention or a link.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factlint.findings.places import Places
from factlint.findings.wording import closing, counted, in_marks, left_out, tally, title, told, undecided
from factlint.reports import Format, Style
from factlint.text.markup import markdown_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factlint.findings.finding import Finding, Location
    from factlint.findings.result import Result
    from factlint.text.problem import Problem

# GitHub takes no comment of more than 65,536 characters.
_MOST = 60_000
_WORDS = 80
_LONGEST = 400
_PLACES = 8
_SIGNS = {"error": "🔴", "warning": "🟡", "note": "🔵"}
# Blank lines around what stands in HTML, or the Markdown in it is not read.
_FOLD = "<details>\n<summary>{summary}</summary>\n\n{body}\n\n</details>"


def write(result: Result, out: TextIO, _err: TextIO, _style: Style) -> None:
    """The whole comment, cut behind the last finding that it has room for."""
    places = Places(result)
    about: dict[tuple[str, str], list[Finding]] = {}
    for finding in result.findings:
        about.setdefault(places.home(finding).article, []).append(finding)
    head = "### factlint\n\n" + markdown_text(closing(result)) + "\n" + "".join(_table(about))
    foot = "".join(_foot(result))
    out.write(head + "".join(_details(about, places, _MOST - len(head) - len(foot))) + foot)


def _table(about: Mapping[tuple[str, str], list[Finding]]) -> Iterator[str]:
    if about:
        yield "\n| article | findings |\n|:--|:--|\n"
        yield from _fitting(f"| {_name(key)} | {tally(findings)} |\n" for key, findings in about.items())


def _details(about: Mapping[tuple[str, str], list[Finding]], places: Places, room: int) -> Iterator[str]:
    """The findings of each article, folded, as long as there is room; then how many are left out."""
    left = sum(map(len, about.values()))
    for key, findings in about.items():
        summary = f"<b>{_name(key)}</b>: {tally(findings)}"
        items = []
        for finding in findings:
            item = _finding(finding, places)
            room -= len(item) + 1
            if room < 0:
                break
            items.append(item)
        if items:
            left -= len(items)
            room -= len(summary) + len(_FOLD)
            yield "\n" + _FOLD.format(summary=summary, body="\n".join(items)) + "\n"
        if room < 0:
            break
    if left:
        yield f"\n{counted(left, 'more finding')} did not fit into this comment.\n"


def _finding(finding: Finding, places: Places) -> str:
    """The lines of one finding; two blanks at the end of each keep them lines."""
    home, trial = places.home(finding), " (on trial)" if finding.trial else ""
    lines = [
        f"- {_SIGNS[finding.severity]} **{finding.severity}**{trial} {_text(finding.message)}",
        f"{_where([home], home, places)}{_words(home.text)} · {_text(finding.rule)}",
        *_others(finding, home, places),
    ]
    for tag, automatic in (("fix", True), ("suggest", False)):
        ways = [f"**{_text(way.title, _WORDS)}**" for way in finding.suggestions if way.automatic is automatic]
        if ways:
            lines.append(f"{tag}: {' or '.join(ways[:_PLACES])}{_more(ways)}")
    return "  \n  ".join(lines)


def _others(finding: Finding, home: Location, places: Places) -> Iterator[str]:
    """The other places: where the same must change, then what stands against it or speaks for it, by its words."""
    same = [place for place in finding.places if place != home]
    if same:
        yield f"also: {_where(same, home, places)}"
    versions: dict[str, list[Location]] = {}
    for other in finding.related:
        if other.role != "same":
            versions.setdefault(other.location.text, []).append(other.location)
    shown = [f"{_where(found, home, places)}{_words(words)}" for words, found in list(versions.items())[:_PLACES]]
    if shown:
        yield f"compare: {'; '.join(shown)}{_more(tuple(versions))}"


def _where(found: Sequence[Location], home: Location, places: Places) -> str:
    """``paragraph 3 (5:17), brief.txt paragraph 4 (7:1)``: an article is named where it is another one than before."""
    shown: list[str] = []
    before = home.article
    for place in found[:_PLACES]:
        number = places.paragraph(place)
        name = f"{_name(place.article)} " if place.article != before else ""
        position = f"{place.line}:{place.column}"
        shown.append(name + (f"paragraph {number} ({position})" if number is not None else f"line {position}"))
        before = place.article
    return ", ".join(shown) + _more(found)


def _more(found: Sequence[object]) -> str:
    return f" and {len(found) - _PLACES:,} more" if len(found) > _PLACES else ""


def _words(words: str) -> str:
    return " " + markdown_text(in_marks(_cut(words, _WORDS))) if words else ""


def _foot(result: Result) -> Iterator[str]:
    """What kept articles from being checked, and what could not be decided."""
    if result.problems:
        yield "\n**Problems**\n\n"
        yield from _fitting(map(_problem, result.problems))
    remarks = (*left_out(result), *undecided(result), *result.notes)
    if remarks:
        body = "".join(_fitting(f"- {_text(remark)}\n" for remark in remarks))
        yield "\n" + _FOLD.format(summary="What was not decided", body=body.rstrip()) + "\n"


def _problem(problem: Problem) -> str:
    place = ":".join(str(part) for part in (problem.path, problem.line, problem.column) if part is not None)
    return f"- {_text(place)}: {_text(told(problem))}\n"


def _fitting(rows: Iterable[str]) -> Iterator[str]:
    """Rows that take no more than their share of a comment."""
    room = _MOST // 5
    for row in rows:
        room -= len(row)
        if room < 0:
            yield "\nThe rest of this list did not fit into the comment.\n"
            return
        yield row


def _name(key: tuple[str, str]) -> str:
    return _text(title(*key))


def _text(text: str, most: int = _LONGEST) -> str:
    return markdown_text(_cut(text, most))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


REPORT = Format(name="markdown", write=write)
