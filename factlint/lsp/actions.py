"""What an editor offers to do about a finding: change the words, add a name, dismiss it, look at its rule."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any, NamedTuple

from lsprotocol import types

from factlint.app.adding import Wish
from factlint.findings.wording import counted, in_marks
from factlint.lsp import edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.article import Annotation, Article
    from factlint.findings import Finding, Location, Suggestion
    from factlint.lsp.documents import Document
    from factlint.sources.rewriting import Change

ADD, DISMISS, EXPLAIN = "factlint.add", "factlint.dismiss", "factlint.explain"
FIX_ALL = "source.fixAll.factlint"
_SCOPES = {"place": "here", "article": "in this article", "desk": "for this desk"}
_CALL = "factlint add "
# A name that nobody has listed is offered to be; of what is no person or place the kind cannot be told.
_NAMES = {"person": False, "unknown": False, "place": True}


class Shown(NamedTuple):
    """A finding at a place of one text, with the diagnostics by which an editor shows it there."""

    finding: Finding
    diagnostics: tuple[types.Diagnostic, ...]
    place: Location


def fixes(document: Document, article: Article, shown: Sequence[Shown]) -> Iterator[types.CodeAction]:
    """The ways out of findings, the sure ones first."""
    for finding, diagnostics, _ in shown:
        ways = [way for way in finding.suggestions if edits.in_text(article, document.text, way.edits)]
        for way in sorted(ways, key=lambda way: not way.automatic):
            changes = edits.in_text(article, document.text, way.edits)
            yield types.CodeAction(
                title=_title(way, changes),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=list(diagnostics),
                is_preferred=way.automatic or None,
                edit=workspace_edit(document, changes),
            )


def _title(way: Suggestion, changes: Sequence[Change]) -> str:
    if len(changes) > 1:
        return f"Change to {in_marks(way.title)} ({len(changes)} places in this article)"
    return f"Change to {in_marks(way.title)}"


def fix_all(document: Document, changes: Sequence[Change]) -> types.CodeAction:
    """All fixes that need no decision, in one step."""
    return types.CodeAction(
        title=f"Make all automatic fixes in this article ({counted(len(changes), 'place')})",
        kind=FIX_ALL,
        edit=workspace_edit(document, changes),
    )


def workspace_edit(document: Document, changes: Sequence[Change]) -> types.WorkspaceEdit:
    """Changes of one text, refused by the editor where that is no longer the text that was looked at."""
    made = [types.TextEdit(document.positions.range(one.start, one.end), one.words) for one in changes]
    return types.WorkspaceEdit(
        document_changes=[
            types.TextDocumentEdit(
                types.OptionalVersionedTextDocumentIdentifier(document.uri, document.version), list(made)
            )
        ]
    )


def in_plain_changes(edit: types.WorkspaceEdit) -> types.WorkspaceEdit:
    """The same edit for an editor that does not know of versions."""
    found: dict[str, list[types.TextEdit]] = {}
    for change in edit.document_changes or ():
        if isinstance(change, types.TextDocumentEdit):
            found.setdefault(change.text_document.uri, []).extend(
                one for one in change.edits if isinstance(one, types.TextEdit)
            )
    return types.WorkspaceEdit(changes=found)


def knowledge(document: Document, shown: Sequence[Shown], names: Iterable[Annotation]) -> Iterator[types.CodeAction]:
    """What the desk could say once and for all: that a form is right, or that two names are not one."""
    told: set[str] = set()
    for finding, diagnostics, _ in shown:
        for line in finding.accept:
            arguments = arguments_of(line)
            if arguments is not None and (title := _adding(arguments)) not in told:
                told.add(title)
                yield _command(document, title, ADD, arguments, diagnostics)
    for name in names:
        kind = getattr(name, "kind", "")
        if kind in _NAMES and getattr(name, "entity", None) is None:
            arguments = {"name": name.text, "place": _NAMES[kind]}
            if (title := _adding(arguments)) not in told:
                told.add(title)
                yield _command(document, title, ADD, arguments, ())


def dismissing(document: Document, shown: Sequence[Shown]) -> Iterator[types.CodeAction]:
    """The ways to say that a finding is right as it is, the narrowest first."""
    for finding, diagnostics, place in shown:
        for scope, reach in _SCOPES.items():
            arguments = {"fingerprint": finding.fingerprint, "scope": scope, "start": place.start}
            yield _command(document, f"Dismiss {reach}: {finding.message}", DISMISS, arguments, diagnostics)


def explaining(document: Document, shown: Sequence[Shown]) -> Iterator[types.CodeAction]:
    """The way to the rule behind each finding."""
    for rule, diagnostics in {finding.rule: found for finding, found, _ in shown}.items():
        yield _command(document, f"Explain {rule}", EXPLAIN, {"rule": rule}, diagnostics)


def arguments_of(line: str) -> dict[str, Any] | None:
    """What a line such as ``two people? factlint add --different A B`` asks for; None where it is no such line."""
    _, call, rest = line.partition(_CALL)
    try:
        words = shlex.split(rest)
    except ValueError:
        return None
    found: dict[str, Any] = {"wrong": [], "place": False}
    while words:
        word = words.pop(0)
        if word == "--different" and len(words) > 1:
            found["different"] = [words.pop(0), words.pop(0)]
        elif word == "--not" and words:
            found["wrong"].append(words.pop(0))
        elif word == "--place":
            found["place"] = True
        elif word.startswith("--") or "name" in found:
            return None
        else:
            found["name"] = word
    return found if call and ("name" in found or "different" in found) else None


def wish_of(arguments: dict[str, Any]) -> Wish:
    """The wish that the arguments of the command ADD stand for."""
    pair = arguments.get("different")
    return Wish(
        name=str(arguments["name"]) if arguments.get("name") is not None else None,
        wrong=tuple(map(str, arguments.get("wrong") or ())),
        different=((str(pair[0]), str(pair[1])),) if pair else (),
        place=bool(arguments.get("place")),
    )


def _adding(arguments: dict[str, Any]) -> str:
    if arguments.get("different"):
        one, other = arguments["different"]
        return f"{in_marks(one)} and {in_marks(other)} are two names: add both to the desk’s knowledge"
    what = "place" if arguments.get("place") else "name"
    return f"Add the {what} {in_marks(arguments['name'])} to the desk’s knowledge"


def _command(
    document: Document, title: str, command: str, arguments: dict[str, Any], diagnostics: Sequence[types.Diagnostic]
) -> types.CodeAction:
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=list(diagnostics) or None,
        command=types.Command(title=title, command=command, arguments=[{"uri": document.uri, **arguments}]),
    )
