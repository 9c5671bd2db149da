"""Check sheets as text for a terminal, as Markdown, and as a page to print; every word of an article stays a word."""

from __future__ import annotations

import re
import textwrap
from html import escape
from typing import TYPE_CHECKING

from factlint.app.checklist.wording import HEADINGS, origin, paragraphs, said, summary
from factlint.findings.wording import title
from factlint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factlint.app.checklist import CheckSheet, Entry

WIDTH = 88
NO_BREAK = "\u00a0"
_LONGEST = 300
"""So much of a quotation is shown: enough to read it out on the telephone."""


def _words(text: str) -> str:
    text = visible(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


# -- a terminal


def terminal(sheets: Sequence[CheckSheet]) -> str:
    """The sheets as plain text, a blank line between two entries of a section where they are long."""
    return "\n\n\n".join("\n".join(_text_sheet(sheet)) for sheet in sheets) + "\n"


def _text_sheet(sheet: CheckSheet) -> Iterator[str]:
    name = visible(title(sheet.path, sheet.id))
    yield f"CHECK SHEET  {name}"
    yield "═" * WIDTH
    yield from textwrap.wrap(visible(sheet.title), WIDTH)
    yield origin(sheet)
    yield from textwrap.wrap(summary(sheet), WIDTH)
    for section, entries in sheet.entries:
        yield ""
        yield f"{HEADINGS[section]} {'─' * (WIDTH - len(HEADINGS[section]) - 1)}"
        for entry in entries:
            yield from _text_entry(entry, alone=not sheet.others)


def _text_entry(entry: Entry, *, alone: bool) -> Iterator[str]:
    of = f"  ·  {_words(entry.of)}" if entry.of else ""
    words = f"{_words(entry.words)}{of}  {paragraphs(entry).replace(' ', NO_BREAK)}"
    wrapped = textwrap.wrap(words, WIDTH, initial_indent="  ☐ ", subsequent_indent="    ", break_on_hyphens=False)
    yield from (line.replace(NO_BREAK, " ") for line in wrapped)
    remark = said(entry, alone=alone)
    if remark:
        yield from textwrap.wrap(visible(remark), WIDTH, initial_indent="      → ", subsequent_indent="        ")


# -- Markdown

_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+!|~$@:&-])")


def markdown(sheets: Sequence[CheckSheet]) -> str:
    """The sheets as lists of tasks."""
    return "\n".join(line for sheet in sheets for line in _markdown_sheet(sheet))


def _markdown_sheet(sheet: CheckSheet) -> Iterator[str]:
    yield f"# {_plain(sheet.title or title(sheet.path, sheet.id))}\n"
    yield f"{_plain(title(sheet.path, sheet.id))} · {origin(sheet)}\n"
    yield f"**{_plain(summary(sheet))}**\n"
    for section, entries in sheet.entries:
        yield f"## {HEADINGS[section]}\n"
        for entry in entries:
            of = f", {_plain(_words(entry.of))}" if entry.of else ""
            remark = said(entry, alone=not sheet.others)
            told = f" — {_plain(visible(remark))}" if remark else ""
            yield f"- [ ] **{_plain(_words(entry.words))}**{of} ({paragraphs(entry)}){told}"
        yield ""


def _plain(text: str) -> str:
    """A text in which Markdown sees no sign of its own."""
    return _SIGNS.sub(r"\\\1", visible(text))


# -- paper


def html(sheets: Sequence[CheckSheet]) -> str:
    """One page that loads nothing: a sheet begins on a new side, and no entry is torn in two."""
    body = "\n".join(_html_sheet(sheet) for sheet in sheets)
    return _PAGE.replace("{style}", _STYLE).replace("{body}", body)


def _html_sheet(sheet: CheckSheet) -> str:
    sections = "".join(_html_section(name, entries, sheet) for name, entries in sheet.entries)
    return (
        f'<article class="sheet"><header><p class="kind">Check sheet</p><h1>{_html(sheet.title)}</h1>'
        f'<p class="origin">{_html(title(sheet.path, sheet.id))} · {_html(origin(sheet))}</p>'
        f'<p class="first">{_html(summary(sheet))}</p>'
        '<p class="signed"><span>Checked by</span><span>Date</span></p></header>'
        f"{sections}</article>"
    )


def _html_section(name: str, entries: Iterable[Entry], sheet: CheckSheet) -> str:
    rows = "".join(_html_entry(entry, alone=not sheet.others) for entry in entries)
    return f"<section><h2>{HEADINGS[name]}</h2><ul>{rows}</ul></section>"


def _html_entry(entry: Entry, *, alone: bool) -> str:
    of = f' <span class="of">{_html(_words(entry.of))}</span>' if entry.of else ""
    remark = said(entry, alone=alone)
    told = f'<span class="told">{_html(remark)}</span>' if remark else ""
    kind = "unlisted" if entry.unlisted and entry.verdict != "differs" else entry.verdict
    return (
        f'<li class="{kind}"><label><input type="checkbox"><span class="what"><b>{_html(_words(entry.words))}</b>{of}'
        f'</span><span class="at">{paragraphs(entry)}</span>{told}</label></li>'
    )


def _html(text: str) -> str:
    return escape(visible(text))


_STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --soft: #595959; --line: #c9c9c9; --flag: #a11c00; --paper: #fff }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --soft: #b0b0b0; --line: #4a4a4a; --flag: #ff9b85; --paper: #161616 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.45 Georgia, "Times New Roman", serif }
.sheet { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 3rem }
.kind, .origin, .at, .told, .signed, h2 { font-family: system-ui, sans-serif }
.kind { margin: 0; font-size: .75rem; letter-spacing: .12em; text-transform: uppercase; color: var(--soft) }
h1 { margin: .15rem 0 .35rem; font-size: 1.6rem; line-height: 1.2 }
.origin { margin: 0; font-size: .85rem; color: var(--soft); overflow-wrap: anywhere }
.first { margin: .6rem 0 0; font-weight: bold }
.signed { display: flex; gap: 2rem; margin: 1.4rem 0 0; font-size: .8rem; color: var(--soft) }
.signed span { flex: 2; border-top: 1px solid var(--ink); padding-top: .2rem }
.signed span + span { flex: 1 }
h2 { margin: 1.6rem 0 .2rem; padding-bottom: .2rem; border-bottom: 2px solid var(--ink); font-size: 1rem }
ul { margin: 0; padding: 0; list-style: none }
li { border-bottom: 1px solid var(--line); break-inside: avoid }
label { display: grid; grid-template-columns: 1.5rem 1fr auto; gap: 0 .4rem; padding: .4rem 0; cursor: pointer }
input { appearance: none; width: 1rem; height: 1rem; margin: .25rem 0 0; border: 1.5px solid var(--ink) }
input:checked { background: var(--ink); box-shadow: inset 0 0 0 2px var(--paper) }
input:focus-visible { outline: 2px solid var(--flag); outline-offset: 2px }
label:has(input:checked) .what { text-decoration: line-through; text-decoration-color: var(--soft) }
.of::before { content: "· "; color: var(--soft) }
.at { font-size: .8rem; color: var(--soft); white-space: nowrap }
.what, .told { overflow-wrap: anywhere }
.told { grid-column: 2 / 4; font-size: .82rem; color: var(--soft) }
.differs .told, .unlisted .told { color: var(--flag) }
.differs .told::before { content: "≠ " }
.unlisted .told::before { content: "? " }
@page { margin: 16mm 15mm }
@media print {
  :root { --ink: #000; --soft: #444; --line: #999; --flag: #000; --paper: #fff }
  body { font-size: 10.5pt }
  .sheet { max-width: none; padding: 0; break-after: page }
  .sheet:last-child { break-after: auto }
  h2 { break-after: avoid }
  .differs .told, .unlisted .told { font-weight: bold }
}
"""

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Check sheet</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""

FORMATS: Mapping[str, Callable[[Sequence[CheckSheet]], str]] = {
    "checklist": terminal,
    "checklist-md": markdown,
    "checklist-html": html,
}
"""The formats of a check sheet by the word after ``--format``."""

SUFFIXES = {".md": "checklist-md", ".markdown": "checklist-md", ".html": "checklist-html", ".htm": "checklist-html"}
"""The format that a file is written in by the end of its name."""
