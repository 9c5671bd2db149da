"""What is offered and told about a place of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from factlint.lsp import actions, diagnostics, edits, hover
from factlint.lsp.server import pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.annotations import Reading
    from factlint.article import Annotation, Article
    from factlint.lsp.actions import Shown
    from factlint.lsp.desk import Checked, Desk
    from factlint.lsp.documents import Document
    from factlint.lsp.server import Server


def offered(
    ls: Server, desk: Desk, document: Document, checked: Checked, params: types.CodeActionParams
) -> list[types.CodeAction]:
    """What is offered for a range of an article."""
    article = checked.articles[document.file].article
    if article is None:
        return []
    found: list[types.CodeAction] = []
    if _wanted(actions.FIX_ALL, params.context.only):
        changes = edits.automatic(checked.result, article, document.text, desk.root)
        found += [actions.fix_all(document, changes)] if changes else []
    if _wanted(types.CodeActionKind.QuickFix.value, params.context.only):
        start, end = document.positions.span(params.range)
        shown = shown_at(ls, desk, document, checked, start, end)
        names = _names(desk.reading(document.file, document.text), start, end) if start == end or not shown else ()
        found += actions.fixes(document, article, shown)
        found += actions.knowledge(document, shown, names)
        found += actions.dismissing(document, shown)
        found += actions.explaining(document, shown)
    workspace = ls.client_capabilities.workspace
    if not (workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes):
        for one in found:
            one.edit = actions.in_plain_changes(one.edit) if one.edit is not None else None
    return found


def _wanted(kind: str, only: Sequence[types.CodeActionKind | str] | None) -> bool:
    """Whether an editor that asks for some kinds of action asks for this one."""
    asked = [str(getattr(one, "value", one)) for one in only or ()]
    return not asked or any(not one or kind == one or kind.startswith(f"{one}.") for one in asked)


def shown_at(ls: Server, desk: Desk, document: Document, checked: Checked, start: int, end: int) -> list[Shown]:
    """The findings that touch a range of the file, each with its diagnostics there."""
    article = checked.articles[document.file].article
    places = ls.places(desk, checked)
    found: list[Shown] = []
    for finding in checked.about(document.file) if article is not None else ():
        assert article is not None  # noqa: S101 - there are findings
        made = diagnostics.of_finding(finding, article.key, places, pages(desk))
        here = [pair for pair in made if _touches(document.positions.span(pair[0].range), start, end)]
        if here:
            found.append(actions.Shown(finding, tuple(one for one, _ in here), here[0][1]))
    return found


def _touches(span: tuple[int, int], start: int, end: int) -> bool:
    return span[0] <= end and start <= span[1]


def _names(reading: Reading | None, start: int, end: int) -> list[Annotation]:
    """The names that a range of the file touches."""
    if reading is None:
        return []
    names = (fact for fact in reading.facts("name") if _touches(in_file(reading.article, fact), start, end))
    return list(names)


def in_file(article: Article, fact: Annotation) -> tuple[int, int]:
    """Where a fact stands in its file."""
    return (fact.start, fact.end) if article.origin is None else article.origin.span(fact.start, fact.end)


def hovered(
    ls: Server, desk: Desk, document: Document, checked: Checked, position: types.Position
) -> types.Hover | None:
    """What stands behind a position: findings first, then what was read there."""
    offset = document.positions.offset(position)
    shown = shown_at(ls, desk, document, checked, offset, offset)
    rules = {rule.id: rule for rule in desk.session.rules}
    parts = [hover.of_finding(one.finding, rules.get(one.finding.rule)) for one in shown]
    spans = [document.positions.span(one.diagnostics[0].range) for one in shown]
    reading = desk.reading(document.file, document.text)
    if reading is not None:
        facts = hover.facts_at(reading, lambda fact: in_file(reading.article, fact), offset)
        parts += [hover.of_fact(kind, fact, desk.session.knowledge) for kind, fact in facts]
        spans += [in_file(reading.article, fact) for _, fact in facts]
    if not parts:
        return None
    content = types.MarkupContent(types.MarkupKind.Markdown, hover.page(parts))
    return types.Hover(content, document.positions.range(*spans[0]))
