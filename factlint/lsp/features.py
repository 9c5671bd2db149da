"""What the server answers: one function a request of the protocol."""

from __future__ import annotations

from lsprotocol import types

from factlint.lsp import actions, articles, commands, completion, definitions, rulefiles
from factlint.lsp.documents import file_of
from factlint.lsp.server import Server

_WATCHED = ("**/*.{yaml,yml,csv}", "**/pyproject.toml")


def server() -> Server:
    """A server with everything that it answers."""
    made = Server()
    _lifetime(made)
    _texts(made)
    _articles(made)
    _rules(made)
    commands.register(made)
    return made


# -- begin and end


def _lifetime(ls: Server) -> None:
    @ls.feature(types.INITIALIZE)
    def initialize(_: types.InitializeParams) -> None:
        ls.documents.encoding = str(getattr(ls.workspace.position_encoding, "value", ls.workspace.position_encoding))

    @ls.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        workspace = ls.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching is not None and watching.dynamic_registration:
            ls.client_register_capability(types.RegistrationParams([_watchers()]))

    @ls.feature(types.SHUTDOWN)
    def shutdown(_: None) -> None:
        ls.close()


def _watchers() -> types.Registration:
    from factlint.sources import suffixes

    globs = (*_WATCHED, f"**/*.{{{','.join(suffix[1:] for suffix in suffixes())}}}")
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(glob) for glob in globs])
    return types.Registration("factlint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)


# -- texts


def _texts(ls: Server) -> None:
    @ls.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        text = params.text_document
        ls.look_at(ls.documents.opened(text.uri, text.language_id, text.version, text.text), 0)

    @ls.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        whole = [change.text for change in params.content_changes if hasattr(change, "text")]
        if not whole:
            return
        document = ls.documents.changed(params.text_document.uri, params.text_document.version, whole[-1])
        if document is not None:
            ls.look_at(document)

    @ls.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        ls.changed_on_disk([file_of(params.text_document.uri)])

    @ls.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        ls.documents.closed(params.text_document.uri)
        ls.forget(params.text_document.uri)
        ls.look_again()

    @ls.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def on_disk(params: types.DidChangeWatchedFilesParams) -> None:
        ls.changed_on_disk([file_of(change.uri) for change in params.changes])

    @ls.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders(_: types.DidChangeWorkspaceFoldersParams) -> None:
        ls.look_again()


# -- articles


def _articles(ls: Server) -> None:
    @ls.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, actions.FIX_ALL]),
    )
    async def offered(params: types.CodeActionParams) -> list[types.CodeAction]:
        document = ls.documents.get(params.text_document.uri)
        if document is None:
            return []
        desk = await ls.desk_of(document.file)
        if not desk.has(document.file):
            return []
        texts = ls.texts(desk)
        found = await ls.work(lambda: articles.offered(ls, desk, document, desk.checked(texts), params))
        return found if ls.documents.get(document.uri) is document else []

    @ls.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(params: types.HoverParams) -> types.Hover | None:
        document = ls.documents.get(params.text_document.uri)
        if document is None:
            return None
        desk = await ls.desk_of(document.file)
        if desk.has(document.file):
            texts = ls.texts(desk)
            return await ls.work(lambda: articles.hovered(ls, desk, document, desk.checked(texts), params.position))
        return await ls.work(lambda: definitions.meaning(desk, document, params.position))


# -- rules, knowledge, settings


def _rules(ls: Server) -> None:
    @ls.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[".", "{"]))
    async def completed(params: types.CompletionParams) -> list[types.CompletionItem]:
        document = ls.documents.get(params.text_document.uri)
        if document is None:
            return []
        desk = await ls.desk_of(document.file)
        about = rulefiles.written(desk.session, document.file)
        if about is None:
            return []
        offset = document.positions.offset(params.position)
        ids = [rule.id for rule in desk.session.ruleset.rules]
        return await ls.work(lambda: completion.completions(about.kind, document.text, offset, ids))

    @ls.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def defined(params: types.DefinitionParams) -> list[types.Location]:
        document = ls.documents.get(params.text_document.uri)
        if document is None:
            return []
        desk = await ls.desk_of(document.file)
        offset = document.positions.offset(params.position)
        return await ls.work(lambda: definitions.defined(ls, desk, document, offset))
