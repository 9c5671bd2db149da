"""The reference as text for a terminal, as Markdown and as one HTML file that loads nothing."""

from __future__ import annotations

import re
import textwrap
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from factlint.text.visible import visible, visible_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from factlint.app.reference import Topic

WIDTH = 96
HEADINGS: Mapping[str, str] = {
    "syntax": "The rule language",
    "forms": "Rules of one line",
    "facts": "Facts that are read out of articles",
    "knowledge": "What the desk knows",
    "functions": "Functions",
    "rules": "Rules",
}


# -- a terminal


def terminal(topics: Sequence[Topic]) -> str:
    """Each topic in full."""
    return "\n\n".join("\n".join(_text_topic(topic)) for topic in topics) + "\n"


def index(topics: Sequence[Topic]) -> str:
    """The names of all topics with a line each."""
    lines: list[str] = []
    for group, found in groupby(topics, lambda topic: topic.group):
        part = list(found)
        width = max(len(topic.name) for topic in part)
        lines += ["", f"{HEADINGS[group]} (factlint reference {group})"]
        for topic in part:
            lines.append(_cut(f"  {topic.name.ljust(width)}  {visible(topic.title)}"))
    return "\n".join(lines[1:]) + "\n"


def _cut(line: str) -> str:
    return line if len(line) <= WIDTH else line[: WIDTH - 1] + "…"


def _text_topic(topic: Topic) -> Iterator[str]:
    yield f"{visible(topic.name)}  ·  {visible(topic.title)}" if topic.title else visible(topic.name)
    for paragraph in topic.about.split("\n\n"):
        if paragraph.strip() and paragraph.strip().rstrip(".") != topic.title:
            yield from ("", *textwrap.wrap(visible(" ".join(paragraph.split())), WIDTH))
    if topic.items:
        yield ""
    names = max((len(item.name) for item in topic.items), default=0)
    types = max((len(item.type) for item in topic.items if item.about), default=0)
    for item in topic.items:
        kind = item.type.ljust(types) + "  " if types else item.type
        lead = f"  {item.name.ljust(names)}  {kind}"
        yield from _hung(lead, visible(item.about))
    for heading, text in topic.examples:
        yield ""
        yield f"{heading}:"
        yield from textwrap.indent(visible_lines(text), "    ").splitlines()


def _hung(lead: str, text: str) -> Iterator[str]:
    """A text behind a lead, its further lines below its first."""
    if not text:
        yield lead.rstrip()
        return
    hang = " " * min(len(lead), WIDTH // 2)
    yield from textwrap.wrap(text, WIDTH, initial_indent=lead, subsequent_indent=hang, break_on_hyphens=False)


# -- Markdown

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def markdown(topics: Sequence[Topic]) -> str:
    """The topics under headings, tables as tables."""
    lines: list[str] = ["# factlint: reference"]
    for group, found in groupby(topics, lambda topic: topic.group):
        lines += ["", f"## {HEADINGS[group]}"]
        for topic in found:
            lines += ["", *_markdown_topic(topic)]
    return "\n".join(lines) + "\n"


def _markdown_topic(topic: Topic) -> Iterator[str]:
    yield f"### `{topic.name}`"
    yield ""
    yield _plain(topic.about or topic.title)
    if topic.items:
        yield from ("", "| | | |", "|---|---|---|")
    for item in topic.items:
        cells = (_code(item.name), _plain(item.type), _plain(item.about))
        yield f"| {' | '.join(cell.replace(chr(10), ' ') for cell in cells)} |"
    for heading, text in topic.examples:
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
        yield from ("", f"{heading}:", "", fence, visible_lines(text), fence)


def _code(text: str) -> str:
    return f"`{text}`".replace("|", "\\|") if "`" not in text else _plain(text)


def _plain(text: str) -> str:
    return _SIGNS.sub(r"\\\1", visible_lines(text))


# -- HTML


def html(topics: Sequence[Topic]) -> str:
    """One page with a list of all topics beside it."""
    nav: list[str] = []
    body: list[str] = []
    for group, found in groupby(topics, lambda topic: topic.group):
        part = list(found)
        links = "".join(f'<li><a href="#{_anchor(topic)}">{escape(topic.name)}</a></li>' for topic in part)
        nav.append(f"<details open><summary>{HEADINGS[group]}</summary><ul>{links}</ul></details>")
        body.append(f"<h2>{HEADINGS[group]}</h2>" + "".join(map(_html_topic, part)))
    return _PAGE.replace("{style}", _STYLE).replace("{nav}", "".join(nav)).replace("{body}", "\n".join(body))


def _anchor(topic: Topic) -> str:
    return escape(f"{topic.group}-{topic.name}".replace("/", "-"), quote=True)


def _html_topic(topic: Topic) -> str:
    about = "".join(f"<p>{_text(part)}</p>" for part in (topic.about or topic.title).split("\n\n") if part.strip())
    rows = "".join(
        f"<tr><th><code>{_text(item.name)}</code></th><td>{_text(item.type)}</td><td>{_text(item.about)}</td></tr>"
        for item in topic.items
    )
    table = f'<div class="wide"><table>{rows}</table></div>' if rows else ""
    examples = "".join(f"<h4>{heading}</h4><pre>{_text(text)}</pre>" for heading, text in topic.examples)
    return f'<section id="{_anchor(topic)}"><h3>{_text(topic.name)}</h3>{about}{table}{examples}</section>'


def _text(text: str) -> str:
    return escape(visible_lines(text))


_STYLE = """
:root { color-scheme: light dark; --ink: #1c1c1c; --soft: #5a5a5a; --line: #d4d4d4; --ground: #fff; --code: #f3f3f0 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e8e8; --soft: #b3b3b3; --line: #444; --ground: #161616; --code: #222 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
.page { display: grid; grid-template-columns: 17rem minmax(0, 1fr) }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1rem; border-right: 1px solid var(--line) }
nav ul { margin: .2rem 0 .8rem; padding-left: .8rem; list-style: none; font-size: .85rem }
summary { cursor: pointer; font-weight: 600 }
a { color: inherit }
main { max-width: 54rem; padding: 1rem 2rem 4rem }
h2 { margin-top: 3rem; border-bottom: 2px solid var(--ink) }
h3 { margin: 2rem 0 .3rem; font-family: ui-monospace, monospace }
h4 { margin: .8rem 0 .2rem; color: var(--soft) }
section { scroll-margin-top: 1rem }
.wide { overflow-x: auto }
table { border-collapse: collapse; font-size: .9rem }
th, td { padding: .25rem .9rem .25rem 0; text-align: left; vertical-align: top; border-top: 1px solid var(--line) }
th { font-weight: normal; white-space: nowrap }
td:nth-child(2) { color: var(--soft); white-space: nowrap }
pre { margin: 0; padding: .5rem .7rem; background: var(--code); white-space: pre-wrap; overflow-wrap: anywhere }
@media (max-width: 50rem) {
  .page { display: block }
  nav { position: static; height: auto; border: 0 }
  nav details:not(:hover) ul { max-height: 12rem; overflow-y: auto }
  main { padding: 0 1rem 3rem }
}
@media print { nav { display: none } .page { display: block } section { break-inside: avoid } }
"""

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>factlint: reference</title>
<style>{style}</style>
</head>
<body>
<div class="page">
<nav aria-label="Contents">{nav}</nav>
<main>
<h1>factlint: reference</h1>
{body}
</main>
</div>
</body>
</html>
"""

FORMATS: Mapping[str, Callable[[Sequence[Topic]], str]] = {"terminal": terminal, "markdown": markdown, "html": html}
SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}
"""The format that a file is written in by the end of its name."""
