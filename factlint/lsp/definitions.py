"""Where what stands at a place is written down, and what a word of a rule means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from factlint.lsp import entries, hover, rulefiles, rulehover
from factlint.lsp.articles import in_file
from factlint.lsp.documents import uri_of
from factlint.lsp.positions import Positions
from factlint.lsp.server import home_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.lsp.desk import Desk
    from factlint.lsp.documents import Document
    from factlint.lsp.entries import Entry
    from factlint.lsp.server import Server


def meaning(desk: Desk, document: Document, position: types.Position) -> types.Hover | None:
    """What a word of a rule file means."""
    about = rulefiles.written(desk.session, document.file)
    if about is None or about.kind != rulefiles.RULE:
        return None
    found = rulehover.meaning_at(document.text, document.positions.offset(position))
    if found is None:
        return None
    content = types.MarkupContent(types.MarkupKind.Markdown, found[0])
    return types.Hover(content, document.positions.range(*found[1:]))


def defined(ls: Server, desk: Desk, document: Document, offset: int) -> list[types.Location]:
    """Where what stands at an offset is written down: the entries of a name, the file of a rule."""
    if desk.has(document.file):
        reading = desk.reading(document.file, document.text)
        facts = hover.facts_at(reading, lambda fact: in_file(reading.article, fact), offset) if reading else []
        found = next((there for _, fact in facts if (there := desk.entries.behind(fact))), [])
        return _locations(ls, desk, found)
    rule = next((one for one in desk.session.ruleset.rules if one.id == entries.rule_at(document.text, offset)), None)
    home = home_of(desk, rule.path) if rule is not None else None
    if rule is not None and home is not None:
        top = types.Position(max(rule.line - 1, 0), 0)
        return [types.Location(uri_of(home), types.Range(top, top))]
    words = entries.words_at(document.text, offset)
    return _locations(ls, desk, next((there for one in words if one and (there := desk.entries.called(one))), []))


def _locations(ls: Server, desk: Desk, found: Sequence[Entry]) -> list[types.Location]:
    made = []
    for entry in dict.fromkeys(found):
        home = home_of(desk, entry.path)
        if home is not None:
            at = Positions(entry.text, ls.documents.encoding).at(entry.start)
            made.append(types.Location(uri_of(home), types.Range(at, at)))
    return made
