"""An editor for tests: a real client that talks to a real server process over its standard input and output."""

from __future__ import annotations

import ast
import asyncio
import os
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 20
"""Seconds after which a server that says nothing has failed; a slow machine takes a few."""


class Editor:
    """One session: opens and changes texts, asks, and keeps what the server shows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.client = LanguageClient("test-editor", "1")
        self.shown: dict[str, types.PublishDiagnosticsParams] = {}
        self.messages: list[str] = []
        self.log: list[str] = []
        self.documents: list[types.ShowDocumentParams] = []
        self.registered: list[types.Registration] = []
        self.answer: str | None = None
        self.texts: dict[str, tuple[int, str]] = {}
        self.capabilities: types.ServerCapabilities | None = None
        self._news = asyncio.Event()
        self._listen()

    def _listen(self) -> None:
        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def diagnostics(params: types.PublishDiagnosticsParams) -> None:
            self.shown[params.uri] = params
            self._news.set()

        @self.client.feature(types.WINDOW_SHOW_MESSAGE)
        def message(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)
            self._news.set()

        @self.client.feature(types.WINDOW_LOG_MESSAGE)
        def log(params: types.LogMessageParams) -> None:
            self.log.append(params.message)
            self._news.set()

        @self.client.feature(types.WINDOW_SHOW_DOCUMENT)
        def document(params: types.ShowDocumentParams) -> types.ShowDocumentResult:
            self.documents.append(params)
            self._news.set()
            return types.ShowDocumentResult(success=True)

        @self.client.feature(types.WINDOW_SHOW_MESSAGE_REQUEST)
        def asked(params: types.ShowMessageRequestParams) -> types.MessageActionItem | None:
            assert params.actions
            return types.MessageActionItem(self.answer) if self.answer else None

        @self.client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams) -> None:
            self.registered += params.registrations
            self._news.set()

    async def start(self, encodings: list[str] | None, *, versions: bool = True) -> None:
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "FACTLINT_CACHE_DIR": str(self.folder.parents[1] / "cache"),
        }
        await self.client.start_io(sys.executable, "-m", "factlint", "lsp", "--stdio", env=environment, cwd=self.folder)
        general = types.GeneralClientCapabilities(position_encodings=encodings) if encodings else None
        answer = await self.client.initialize_async(
            types.InitializeParams(
                process_id=os.getpid(),
                capabilities=types.ClientCapabilities(
                    general=general,
                    window=types.WindowClientCapabilities(
                        show_document=types.ShowDocumentClientCapabilities(support=True)
                    ),
                    workspace=types.WorkspaceClientCapabilities(
                        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=versions),
                        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                            dynamic_registration=True
                        ),
                    ),
                ),
                workspace_folders=[types.WorkspaceFolder(self.folder.as_uri(), self.folder.name)],
            )
        )
        self.capabilities = answer.capabilities
        self.client.initialized(types.InitializedParams())

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()

    # -- texts

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str | None = None, language: str = "plaintext") -> str:
        uri = name if ":" in name else self.uri(name)
        text = (self.folder / name).read_text(encoding="utf-8") if text is None else text
        self.texts[uri] = (1, text)
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text))
        )
        return uri

    def type(self, uri: str, text: str) -> None:
        version = self.texts[uri][0] + 1
        self.texts[uri] = (version, text)
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def save(self, uri: str) -> None:
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))

    def close(self, uri: str) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    # -- answers

    async def until(self, true: Callable[[], Any]) -> Any:
        """Wait until something has come true, and return it."""
        while not (found := true()):
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), LONGEST)
            except TimeoutError:
                raise AssertionError(f"nothing new: {self.shown} {self.messages} {self.log}") from None
        return found

    async def diagnostics(self, uri: str, *codes: str) -> list[types.Diagnostic]:
        """What is shown about a text once just these rules are; without rules, once nothing is."""
        wanted = sorted(codes)

        def there() -> bool:
            known = self.shown.get(uri)
            return known is not None and sorted(str(one.code) for one in known.diagnostics) == wanted

        await self.until(there)
        return list(self.shown[uri].diagnostics)

    async def actions(self, uri: str, within: types.Range, *only: str) -> list[types.CodeAction]:
        context = types.CodeActionContext([], only=list(only) or None)
        found = await self.client.text_document_code_action_async(
            types.CodeActionParams(types.TextDocumentIdentifier(uri), within, context)
        )
        return [_action(one) for one in found or ()]

    async def call(self, action: types.CodeAction) -> None:
        """Do what an action asks the server to do."""
        assert action.command is not None
        await self.client.workspace_execute_command_async(
            types.ExecuteCommandParams(action.command.command, list(action.command.arguments or ()))
        )

    async def hover(self, uri: str, position: types.Position) -> str:
        found = await self.client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(uri), position)
        )
        if found is None:
            return ""
        assert isinstance(found.contents, types.MarkupContent)
        return found.contents.value

    async def completions(self, uri: str, position: types.Position) -> dict[str, types.CompletionItem]:
        found = await self.client.text_document_completion_async(
            types.CompletionParams(types.TextDocumentIdentifier(uri), position)
        )
        items = found.items if isinstance(found, types.CompletionList) else found or ()
        return {one.label: one for one in items}

    async def definition(self, uri: str, position: types.Position) -> list[types.Location]:
        found = await self.client.text_document_definition_async(
            types.DefinitionParams(types.TextDocumentIdentifier(uri), position)
        )
        return [one for one in (found if isinstance(found, list) else [found]) if isinstance(one, types.Location)]

    def applied(self, uri: str, edit: types.WorkspaceEdit | None, width: Callable[[str], int] = len) -> str:
        """The text of an article after an edit, as an editor that counts characters would have it."""
        assert edit is not None
        changes = list((edit.changes or {}).get(uri, ()))
        for change in edit.document_changes or ():
            assert isinstance(change, types.TextDocumentEdit)
            assert change.text_document.version == self.texts[uri][0]
            changes += [one for one in change.edits if isinstance(one, types.TextEdit)]
        text = self.texts[uri][1]
        for change in sorted(changes, key=lambda one: (one.range.start.line, one.range.start.character), reverse=True):
            start, end = (offset(text, position, width) for position in (change.range.start, change.range.end))
            text = text[:start] + change.new_text + text[end:]
        return text


def _action(found: types.CodeAction | types.Command) -> types.CodeAction:
    """An action as it was sent: the client's library takes one with a command for a command, and that for a text."""
    if isinstance(found, types.CodeAction):
        return found
    return types.CodeAction(found.title, command=types.Command(**ast.literal_eval(found.command)))


def offset(text: str, position: types.Position, width: Callable[[str], int] = len) -> int:
    """The offset of a position whose column counts what ``width`` says."""
    lines = text.split("\n")
    before = sum(len(line) + 1 for line in lines[: position.line])
    column = 0
    for number, char in enumerate(lines[position.line]):
        if column >= position.character:
            return before + number
        column += width(char)
    return before + len(lines[position.line])


def at(text: str, words: str, number: int = 0) -> types.Position:
    """The position of some words in a text, in code points."""
    found = -1
    for _ in range(number + 1):
        found = text.index(words, found + 1)
    return types.Position(text.count("\n", 0, found), found - (text.rfind("\n", 0, found) + 1))


@asynccontextmanager
async def editor(folder: Path, *encodings: str, versions: bool = True) -> AsyncIterator[Editor]:
    """An editor that has a folder open, and counts in the first encoding that the server knows."""
    made = Editor(folder)
    await made.start(list(encodings) or None, versions=versions)
    try:
        yield made
    finally:
        await made.stop()


def live(session: Coroutine[Any, Any, None]) -> None:
    """Live through a session with an editor."""
    asyncio.run(asyncio.wait_for(session, 3 * LONGEST))
