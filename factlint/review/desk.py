"""The desk behind the review page: what was found last, and what editors decide about it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from factlint.app import adding, dismissing, fixing
from factlint.app.check import check
from factlint.app.replacing import replace_bytes
from factlint.app.sheets import with_sheets
from factlint.findings.wording import counted
from factlint.reports.html.data import document, keyed
from factlint.review import marks
from factlint.sources import Options
from factlint.sources.discovery import shown_path
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factlint.app.session import Session
    from factlint.findings import Finding
    from factlint.findings.result import Result
    from factlint.sources.rewriting import Rewritten


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text that is checked in memory: the name it goes by, and what it says."""

    name: str
    text: str


class Desk:
    """Articles under review. Every method holds one lock: what two pages send happens one after the other.

    ``reopen`` gives a session with the settings, rules, names and dismissals as they are now.
    """

    def __init__(self, reopen: Callable[[], Session], paths: Sequence[str]) -> None:
        self._reopen = reopen
        self._paths = tuple(paths)
        self._lock = RLock()
        self._pasted: Pasted | None = None
        self._undo: tuple[str, tuple[Rewritten, ...]] | None = None
        self.revision = 0
        self.again()

    # -- what the page sees

    def again(self) -> None:
        """Read and check everything as it is now."""
        with self._lock:
            session = self._reopen()
            # What is pasted leaves no trace, not in a cache either.
            self.session = replace(session, work=replace(session.work, jobs=1, cache=self._pasted is None))
            piped = self._piped
            result = check(self.session, self._paths, piped)
            self._stamps = {path: _stamp(self.session.cwd / path) for path in self._files(result)}
            self.result = with_sheets(self.session, result, self._paths, piped)
            self._findings = {key: finding for key, finding, reason in keyed(result) if reason is None}
            self._dismissed = {key: reason.dismissal for key, _, reason in keyed(result) if reason is not None}
            self.revision += 1

    def page(self, token: str) -> dict[str, Any]:
        """All that the page shows; ``token`` is what its requests must bring along."""
        with self._lock:
            found, problems = marks.read(self._folders())
            shown = replace(self.result, problems=(*self.result.problems, *problems))
            return {
                **document(shown),
                "marks": {key: {"note": mark.note, "by": mark.by, "day": mark.day} for key, mark in found.items()},
                "live": {
                    "token": token,
                    "revision": self.revision,
                    "user": self._user,
                    "pasted": [self._pasted.name] if self._pasted else [],
                    "undo": self._undo[0] if self._undo else None,
                },
            }

    def changes(self) -> dict[str, Any]:
        """Which revision holds, and which files are not as they were when they were checked."""
        with self._lock:
            stale = [path for path, stamp in self._stamps.items() if _stamp(self.session.cwd / path) != stamp]
            return {"revision": self.revision, "stale": sorted(stale)}

    # -- decisions; each returns what to say, and raises ProblemError with nothing changed

    def fix(self, key: str, way: int) -> str:
        """Take one way out of a finding, in all its places."""
        with self._lock:
            finding = self._finding(key)
            if not 0 <= way < len(finding.suggestions):
                raise _wrong("this finding has no such way out", "read the articles again")
            chosen = finding.suggestions[way]
            same = tuple(one for one in finding.suggestions if one.title == chosen.title)
            return self._mend(replace(finding, suggestions=same), chosen.title)

    def _mend(self, finding: Finding, title: str) -> str:
        one = replace(self.result, findings=(finding,))
        options = Options.of(self.session.configured.settings)
        done = fixing.mended(one, "suggested", self.session.cwd, self._piped, options)
        done = fixing.written(done, self.session.cwd, self._own_path)
        if done.problems:
            raise ProblemError(*done.problems)
        if not done.findings:
            raise _wrong("these words are a quotation, which is never changed from here", "ask who said them")
        own = self._own_path
        for file in done.files:
            if self._pasted is not None and file.path == own:
                self._pasted = replace(self._pasted, text=file.data.decode("utf-8", "replace"))
        written = tuple(file for file in done.files if file.path != own)
        places = counted(sum(len(file.changes) for file in done.files), "place")
        said = f"{finding.primary.text} is now {title} in {places}"
        self._undo = (said, written) if written else None
        self.again()
        return said

    def undo(self) -> str:
        """Take back the fix that was made last, if nothing has touched the files since."""
        with self._lock:
            if self._undo is None:
                raise _wrong("there is nothing to take back", "read the articles again")
            said, files = self._undo
            for file in files:
                if _bytes(self.session.cwd / file.path) != file.data:
                    raise _wrong(f"{file.path} has been changed since", "take the fix back by hand")
            for file in files:
                _put(self.session.cwd / file.path, file.old, file.path)
            self._undo = None
            self.again()
            return f"Taken back: {said}"

    def dismiss(self, key: str, decision: dismissing.Decision) -> str:
        """Keep a finding from being reported again, as far as the decision reaches."""
        with self._lock:
            finding = self._finding(key)
            if self._pasted is not None and any(place.path == self._own_path for place in finding.places):
                raise _wrong("a text in memory has no place for a dismissal", "save the text first")
            dismissing.dismiss(self.session, self.result, finding, decision)
            self.again()
            return "Dismissed"

    def retract(self, key: str) -> str:
        """Bring a dismissed finding back."""
        with self._lock:
            found = self._dismissed.get(key)
            if found is None:
                raise _wrong("this finding is not dismissed any more", "read the articles again")
            dismissing.retract(self.session, found)
            self.again()
            return "Brought back"

    def mark(self, key: str, on: bool, note: str, by: str) -> str:
        """Mark a finding for the author, or take its mark away."""
        with self._lock:
            finding = self._finding(key)
            folder = (self.session.cwd / finding.primary.path).parent
            if on:
                day = datetime.date.today().isoformat()
                name = Path(finding.primary.path).name
                marks.put(folder, marks.Mark(key, finding.rule, name, " ".join(note.split()), by.strip(), day))
            else:
                marks.take_away(folder, key)
            self.revision += 1
            return "Marked for the author" if on else "No longer for the author"

    def add(self, wish: adding.Wish) -> str:
        """Put a name into the desk's knowledge."""
        with self._lock:
            done = adding.add(self.session, wish)
            self.again()
            lines = [f"{line.words} ({line.path}:{line.line})" for line in done.written]
            return "; ".join([*lines, *done.already, *done.remarks]) or "Nothing had to be written"

    # -- a text that is pasted

    def paste(self, name: str, text: str) -> str:
        """Check a text in memory, in the place of one that was pasted before."""
        with self._lock:
            if (self._home / name).exists():
                raise _wrong(f"there is a file called {name} already", "give the text another name")
            before, self._pasted = self._pasted, Pasted(shown_path(str(self._home / name), self.session.cwd), text)
            try:
                self.again()
            except Exception:
                self._pasted = before
                raise
            return "Checked"

    def save(self) -> str:
        """Write the pasted text into a new file beside the articles."""
        with self._lock:
            pasted = self._needs_pasted()
            try:
                with (self.session.cwd / pasted.name).open("xb") as out:
                    out.write(pasted.text.encode("utf-8", "replace"))
            except OSError as error:
                raise _wrong(f"{pasted.name} cannot be written: {error.strerror}", "give it another name") from None
            self._pasted = None
            self._paths = tuple(dict.fromkeys((*self._paths, pasted.name)))
            self.again()
            return f"Saved as {pasted.name}"

    def forget(self) -> str:
        """Drop the pasted text."""
        with self._lock:
            self._needs_pasted()
            self._pasted = None
            self.again()
            return "Forgotten"

    def _needs_pasted(self) -> Pasted:
        if self._pasted is None:
            raise _wrong("there is no text in memory", "paste it again")
        return self._pasted

    # -- where things are

    @cached_property
    def _user(self) -> str:
        return dismissing.user_name(self.session.cwd)

    @property
    def _home(self) -> Path:
        """The folder that new texts are saved in: the first that was named, or that of the first article."""
        first = self.session.cwd / self._paths[0]
        return first if first.is_dir() else first.parent

    @property
    def _piped(self) -> tuple[bytes, str] | None:
        """The pasted text as the use cases take it."""
        return (self._pasted.text.encode("utf-8", "replace"), self._pasted.name) if self._pasted else None

    @property
    def _own_path(self) -> str | None:
        return self._pasted.name if self._pasted else None

    def _files(self, result: Result) -> list[str]:
        return sorted({one.path for one in result.articles if one.path != self._own_path})

    def _folders(self) -> set[Path]:
        return {(self.session.cwd / one.path).parent for one in self.result.articles}

    def _finding(self, key: str) -> Finding:
        if key not in self._findings:
            raise _wrong("this finding is not there any more", "read the articles again")
        return self._findings[key]


def _stamp(file: Path) -> tuple[int, int] | None:
    """What changes when a file does; None where there is none."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _bytes(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _put(file: Path, data: bytes, shown: str) -> None:
    try:
        replace_bytes(file, data)
    except OSError as error:
        raise _wrong(f"{shown} cannot be written: {error.strerror}", "check who may write it") from None


def _wrong(message: str, hint: str) -> ProblemError:
    return ProblemError(Problem("factlint review", message, hint))
