"""The server: requests of an editor to the folders, the open texts and what is found in them.

All work on articles and rules is done by one thread, a piece at a time; this thread only listens. A change waits until
the typing pauses, and work for a text that has changed since is dropped.
"""

from __future__ import annotations

import asyncio
import contextlib
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from factlint import __version__
from factlint.lsp import diagnostics, rulefiles
from factlint.lsp.desk import Desk
from factlint.lsp.documents import Documents, file_of, uri_of
from factlint.text.disk import contents
from factlint.text.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable, Mapping
    from pathlib import Path

    from factlint.lsp.desk import Checked
    from factlint.lsp.documents import Document
    from factlint.text.problem import Problem

T = TypeVar("T")
PAUSE = 0.25
"""Seconds without a change after which a text is checked."""

_AT_A_TIME = 10
"""So many files around the open ones are read before anything else has its turn."""


class Server(LanguageServer):
    """What a session with an editor knows."""

    def __init__(self) -> None:
        # Whole texts come with every change: an editor that counts the lines of a part in another way loses nothing.
        super().__init__("factlint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.documents = Documents()
        self._desks: dict[Path, Desk] = {}
        self._tasks: dict[object, asyncio.Task[None]] = {}
        self._worker = ThreadPoolExecutor(1, "factlint")
        self._published: dict[str, list[types.Diagnostic]] = {}
        self._told: set[str] = set()
        self._of_session: dict[Path, dict[str, list[types.Diagnostic]]] = {}

    # -- folders

    def root_of(self, file: Path) -> tuple[Path, bool]:
        """The folder that a file is checked in, and whether the folders below it belong to it: the innermost opened."""
        folders = [file_of(uri) for uri in self.workspace.folders]
        if self.workspace.root_uri and not folders:
            folders = [file_of(self.workspace.root_uri)]
        around = [folder for folder in folders if file.is_relative_to(folder)]
        return (max(around, key=lambda folder: len(folder.parts)), True) if around else (file.parent, False)

    async def desk_of(self, file: Path) -> Desk:
        """The rules, knowledge and articles that a file belongs to."""
        root, deep = self.root_of(file)
        if root not in self._desks:
            desk = await self.work(lambda: Desk(root, deep=deep))
            self._desks.setdefault(root, desk)
            self._tell_of(desk, desk.session.problems)
        return self._desks[root]

    async def work(self, job: Callable[[], T]) -> T:
        """Do something in the thread that works."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, job)

    # -- what is open

    def texts(self, desk: Desk) -> dict[Path, str]:
        """The articles of a folder that are open."""
        return {one.file: one.text for one in self.documents.all() if self._is_article(desk, one)}

    def _is_article(self, desk: Desk, document: Document) -> bool:
        return self.root_of(document.file)[0] == desk.root and desk.has(document.file)

    def look_at(self, document: Document, pause: float = PAUSE) -> None:
        """Check a text, and with an article what it touches, once nothing more is typed."""
        root = self.root_of(document.file)[0]
        written = rulefiles.looks_written(document.file)
        self._start(document.uri if written else root, self._look(document, pause))

    def look_again(self, pause: float = 0) -> None:
        """Check everything that is open."""
        for document in self.documents.all():
            self.look_at(document, pause)

    def _start(self, key: object, job: Coroutine[Any, Any, None]) -> None:
        """Start a job in the place of the one that was begun for the same thing."""
        running = self._tasks.get(key)
        if running is not None:
            running.cancel()
        self._tasks[key] = asyncio.ensure_future(self._guarded(job))

    async def _guarded(self, job: Coroutine[Any, Any, None]) -> None:
        """A job whose failure is told, and ends nothing else."""
        try:
            await job
        except ProblemError as error:
            self.tell(str(error), types.MessageType.Warning)
        except Exception as error:  # noqa: BLE001 - an editor's session outlives every fault
            self.log(f"factlint could not finish a check: {error!r}. Please report this.", types.MessageType.Error)

    async def _look(self, document: Document, pause: float) -> None:
        await asyncio.sleep(pause)
        desk = await self.desk_of(document.file)
        if desk.has(document.file):
            await self._check(desk)
            return
        text, shown = document.text, desk.shown(document.file)
        found = await self.work(lambda: rulefiles.problems(desk.session, document.file, shown, text))
        self.publish(document, diagnostics.of_problems(found, document.positions))

    async def _check(self, desk: Desk) -> None:
        """Check the open articles, then read the articles around them a few at a time and check again."""
        await self._publish(desk)
        texts = self.texts(desk)
        read = 0
        while batch := await self.work(lambda: _read_some(desk, texts)):
            read += batch
        if read:
            self.log(f"read {read} articles around the open ones in {desk.root}")
            await self._publish(desk)

    async def _publish(self, desk: Desk) -> None:
        texts = self.texts(desk)
        checked = await self.work(lambda: desk.checked(texts))
        self._tell_of(desk, checked.result.problems)
        places = self.places(desk, checked)
        for document in self.documents.all():
            if document.file in texts and texts[document.file] == document.text:
                self.publish(document, self._about(desk, document, checked, places))

    def _about(
        self, desk: Desk, document: Document, checked: Checked, places: diagnostics.Places
    ) -> list[types.Diagnostic]:
        own = checked.articles[document.file]
        found = diagnostics.of_problems(own.problems, document.positions)
        if own.article is not None:
            for finding in checked.about(document.file):
                made = diagnostics.of_finding(finding, own.article.key, places, pages(desk))
                found += [one for one, _ in made]
        return found

    def places(self, desk: Desk, checked: Checked) -> diagnostics.Places:
        """Where the places of findings are in the editor."""
        opened = {desk.shown(one.file): one.uri for one in self.documents.all()}
        return diagnostics.Places(desk.root, checked.around, self.documents.encoding, opened)

    # -- what is shown

    def publish(self, document: Document, found: list[types.Diagnostic]) -> None:
        """Show what was found in a text as it is now, unless just that is shown already."""
        now = self.documents.get(document.uri)
        if now is None or now.text != document.text:
            return
        if self._published.get(document.uri) == found:
            return
        self._published[document.uri] = found
        self._send(document.uri, found, now.version)

    def forget(self, uri: str) -> None:
        """Take away what is shown about a text that was closed."""
        if self._published.pop(uri, None):
            self._send(uri, [], None)

    def _send(self, uri: str, found: list[types.Diagnostic], version: int | None) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def _tell_of(self, desk: Desk, problems: Iterable[Problem]) -> None:
        """Show what is wrong with the saved files of the desk, also those that are not open."""
        now: dict[str, list[types.Diagnostic]] = {}
        by_path: dict[str, list[Problem]] = {}
        for problem in problems:
            by_path.setdefault(problem.path, []).append(problem)
        for path, own in by_path.items():
            file = home_of(desk, path)
            if file is None:
                self._tell_once(own[0].render())
            elif self.documents.of_file(file) is None:
                now[uri_of(file)] = _on_disk(file, own, self.documents.encoding)
        for uri in self._of_session.get(desk.root, {}).keys() - now.keys():
            if self.documents.get(uri) is None:
                self._send(uri, [], None)
        for uri, found in now.items():
            if self._of_session.get(desk.root, {}).get(uri) != found:
                self._send(uri, found, None)
        self._of_session[desk.root] = now

    def _tell_once(self, message: str) -> None:
        if message not in self._told:
            self._told.add(message)
            self.tell(message, types.MessageType.Warning)

    def tell(self, message: str, kind: types.MessageType = types.MessageType.Info) -> None:
        """Show a message to the person."""
        self.window_show_message(types.ShowMessageParams(kind, message))

    def log(self, message: str, kind: types.MessageType = types.MessageType.Log) -> None:
        """Write a line into the editor's log."""
        self.window_log_message(types.LogMessageParams(kind, message))

    # -- what changed

    async def reload(self, desks: Iterable[Desk] | None = None) -> None:
        """Read rules, knowledge and settings again, and check all that is open."""
        for desk in tuple(desks if desks is not None else self._desks.values()):
            await self.work(desk.reload)
            self._tell_of(desk, desk.session.problems)
        self.look_again()

    def changed_on_disk(self, files: Iterable[Path]) -> None:
        """Take note of files that changed: rules and settings are read again, articles looked at again."""
        if any(rulefiles.looks_written(file) for file in files):
            self._start("reload", self.reload())
            return
        for desk in self._desks.values():
            desk.neighbours.look_again()
        self.look_again(PAUSE)

    def close(self) -> None:
        """Stop all work."""
        for task in self._tasks.values():
            task.cancel()
        self._worker.shutdown(wait=False, cancel_futures=True)


def pages(desk: Desk) -> Mapping[str, str]:
    """The address of each rule's file, by its id."""
    return {rule.id: uri_of(home) for rule in desk.session.rules if (home := home_of(desk, rule.path)) is not None}


def home_of(desk: Desk, path: str) -> Path | None:
    """The file that a problem, a rule or an entry names; None where there is none on the disk."""
    for root, name in desk.session.packs:
        if path == name or path.startswith(name.rstrip("/") + "/"):
            file = root if path == name else root / path[len(name.rstrip("/")) + 1 :]
            if file.is_file():
                return file
    return desk.root / path if (desk.root / path).is_file() else None


def _read_some(desk: Desk, texts: Mapping[Path, str]) -> int:
    """Read some of the files around the open articles; how many."""
    count = 0
    for file in desk.unread(texts):
        desk.neighbours.read(file)
        count += 1
        if count == _AT_A_TIME:
            break
    return count


def _on_disk(file: Path, problems: Iterable[Problem], encoding: str) -> list[types.Diagnostic]:
    from factlint.lsp.positions import Positions

    with contextlib.suppress(OSError):
        text = contents(file).decode("utf-8-sig", "replace")
        return diagnostics.of_problems(problems, Positions(text, encoding))
    return []
