"""What an editor may ask the server to do: add a name, dismiss a finding, show a rule."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from factlint.lsp import actions
from factlint.lsp.documents import file_of, uri_of
from factlint.lsp.server import home_of
from factlint.text.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

    from factlint.app.adding import Added
    from factlint.app.dismissing import Decision
    from factlint.findings import Finding, Location
    from factlint.lsp.desk import Desk
    from factlint.lsp.server import Server

# The reasons that are offered where nobody has written one; what an editor's own command hands over comes first.
REASONS = ("It is right as it is", "The source has it so", "It is the house style")


def register(ls: Server) -> None:
    """Answer the commands that the actions of an article call."""

    @ls.command(actions.ADD)
    async def add(arguments: Any) -> None:
        await _telling(ls, _add(ls, arguments))

    @ls.command(actions.DISMISS)
    async def dismiss(arguments: Any) -> None:
        await _telling(ls, _dismiss(ls, arguments))

    @ls.command(actions.EXPLAIN)
    async def explain(arguments: Any) -> None:
        await _telling(ls, _explain(ls, arguments))


async def _telling(ls: Server, job: Coroutine[Any, Any, None]) -> None:
    """Do something; where it cannot be done the person is told why, and what to do."""
    try:
        await job
    except ProblemError as error:
        ls.tell("\n".join(f"{one.message}. {one.hint}".rstrip(". ") for one in error.problems), types.MessageType.Error)
    except OSError as error:
        ls.tell(f"this cannot be written: {error}", types.MessageType.Error)


async def _add(ls: Server, arguments: dict[str, Any]) -> None:
    from factlint.app.adding import add

    desk = await ls.desk_of(file_of(arguments["uri"]))
    done = await ls.work(lambda: add(desk.session, actions.wish_of(arguments)))
    ls.tell(_said(done))
    await ls.reload([desk])


def _said(done: Added) -> str:
    lines = [f"{line.path}:{line.line}  {line.words}" for line in done.written]
    return "\n".join((*lines, *done.already, *done.remarks)) or "Nothing had to be written."


async def _dismiss(ls: Server, arguments: dict[str, Any]) -> None:
    from factlint.app.dismissing import Decision

    reason = str(arguments.get("reason") or "") or await _asked(ls)
    if not reason:
        return
    file = file_of(arguments["uri"])
    desk = await ls.desk_of(file)
    texts = ls.texts(desk)
    decision = Decision(str(arguments["scope"]), reason)
    written = await ls.work(lambda: _dismissed(desk, texts, file, decision, arguments))
    if written is None:
        ls.tell("This finding is not there any more: nothing was dismissed.", types.MessageType.Warning)
        return
    ls.tell(f"Dismissed: it stands in {', '.join(written)}." if written else "This is dismissed already.")
    await ls.reload([desk])


async def _asked(ls: Server) -> str:
    """The reason that the person picks; empty where they think better of it."""
    items = [types.MessageActionItem(reason) for reason in REASONS]
    params = types.ShowMessageRequestParams(types.MessageType.Info, "Why is this right as it is?", items)
    answer = await asyncio.wrap_future(ls.window_show_message_request(params))
    return answer.title if answer is not None else ""


def _dismissed(
    desk: Desk, texts: dict[Path, str], file: Path, decision: Decision, arguments: dict[str, Any]
) -> list[str] | None:
    """The files that a decision was written to; None where its finding is gone."""
    from factlint.app.dismissing import dismiss

    checked = desk.checked(texts)
    found = [one for one in checked.about(file) if one.fingerprint == arguments["fingerprint"]]
    if not found:
        return None
    place = _place(found[0], desk.shown(file), arguments.get("start")) if decision.scope == "place" else None
    return [desk.shown(one) for one in dismiss(desk.session, checked.result, found[0], decision, place)]


def _place(finding: Finding, path: str, start: object) -> Location | None:
    return next((one for one in finding.places if one.path == path and one.start == start), None)


async def _explain(ls: Server, arguments: dict[str, Any]) -> None:
    desk = await ls.desk_of(file_of(arguments["uri"]))
    rule = next((one for one in desk.session.ruleset.rules if one.id == arguments["rule"]), None)
    if rule is None:
        ls.tell(f"No rule is called “{arguments['rule']}”.", types.MessageType.Warning)
        return
    home, window = home_of(desk, rule.path), ls.client_capabilities.window
    if home is not None and window and window.show_document and window.show_document.support:
        top = types.Position(max(rule.line - 1, 0), 0)
        params = types.ShowDocumentParams(uri_of(home), take_focus=True, selection=types.Range(top, top))
        await asyncio.wrap_future(ls.window_show_document(params))
        return
    ls.tell(f"{rule.id}: {' '.join(rule.why.split()) or 'it does not say why'}")
