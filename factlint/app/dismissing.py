"""Dismissing findings: the files of dismissals beside the articles, read and written for every command and editor.

An entry about an article stands in ``.factlint/dismissed.yml`` in the folder of the article, one for all articles of
the desk in that file in the desk's folder. A file holds for its folder and for all folders below it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.app.dismissed import Book, file_in, text_of
from factlint.app.session import desk_root
from factlint.findings import dismissed_file
from factlint.findings.dismissal import SCOPES, Dismissal, around
from factlint.sources.discovery import shown_path
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.app.session import Session
    from factlint.findings import Finding, Location
    from factlint.findings.result import Result


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about a finding.

    ``scope``: ``place`` (these places), ``article`` (these words in this article), ``desk`` (these words in all
    articles). ``by`` is git's user.name and ``day`` the machine's today unless given. ``until`` is its last day.
    """

    scope: str
    reason: str
    by: str = ""
    until: datetime.date | None = None
    day: datetime.date | None = None


def dismissals(session: Session, paths: Iterable[str]) -> tuple[tuple[Dismissal, ...], tuple[Problem, ...]]:
    """All dismissals in files that hold for the articles of some shown paths, and what is wrong with their files."""
    book = Book(session)
    found = dict.fromkeys(entry for path in paths for entry in book.of(path))
    return tuple(found), tuple(book.problems)


def dismiss(
    session: Session, result: Result, finding: Finding, decision: Decision, place: Location | None = None
) -> tuple[Path, ...]:
    """Write a decision about a finding of a result; the files that it was written to.

    With the scope ``place`` it is about one ``place`` of the finding, or about all of them. What is decided already is
    not written again. Raises ProblemError where a reason is missing, or a file cannot be written.
    """
    _check(decision)
    root, texts = desk_root(session), {one.key: one.text for one in result.articles}
    book = Book(session)
    by, day = decision.by or user_name(session.cwd), decision.day or datetime.date.today()
    written: list[Path] = []
    for spot in _spots(finding, decision.scope, place, result):
        folder = root if decision.scope == "desk" else (session.cwd / spot.path).parent
        entry = _entry(finding, decision, spot, texts)
        if not any(_says(known, entry, day) for known in book.of(spot.path)):
            name = Path(spot.path).name if entry.article else ""
            _write(folder, dismissed_file.line_of(replace(entry, by=by, day=day), name), session.cwd)
            written.append(file_in(folder))
    return tuple(dict.fromkeys(written))


def retract(session: Session, dismissal: Dismissal) -> Path:
    """Take a dismissal back; the file that it stood in. Raises ProblemError where it is not there any more."""
    place = dismissal.place
    if place is None or dismissal.in_text:
        message = "this dismissal is a comment in the article" if dismissal.in_text else "this dismissal is not written"
        raise ProblemError(Problem(dismissal.article, message, "take the comment out of the article"))
    file = session.cwd / place.path
    known, problems = dismissed_file.read(place.path, text_of(file, place.path), lambda name: name)
    if problems:
        raise ProblemError(*problems)
    wanted = _without_places(dismissal)
    starts = [one.place.start for one in known if _without_places(one) == wanted and one.place is not None]
    start = min(starts, key=lambda start: abs(start - place.start), default=-1)
    text = dismissed_file.without_entry(place.path, text_of(file, place.path), start)
    _put(file, text, place.path)
    return file


def at_place(
    result: Result, path: str, line: int, column: int | None = None, rule: str | None = None
) -> tuple[Finding, Location]:
    """The finding with a place on a line of an article, and that place; of several that at the column, or of the rule.

    Raises ProblemError where there is none, or more than one.
    """
    here = [
        (finding, place)
        for finding in result.findings
        for place in finding.places
        if place.path == path and place.line <= line <= place.end_line and rule in (None, finding.rule)
    ]
    if column is not None:
        here = [(finding, place) for finding, place in here if _spans(place, line, column)]
    if len({finding.fingerprint for finding, _ in here}) == 1:
        return here[0]
    where = f"{path}:{line}" + (f":{column}" if column is not None else "")
    by = f" by {rule}" if rule else ""
    if not here:
        message = f"nothing is reported at {where}{by}"
        raise ProblemError(Problem(where, message, "copy the place and the rule from a report of factlint check"))
    choices = ", ".join(f"{place.line}:{place.column} {finding.rule} “{place.text}”" for finding, place in here)
    raise ProblemError(Problem(where, f"there is more than one finding: {choices}", "add the column, or --rule"))


def _spans(place: Location, line: int, column: int) -> bool:
    """Whether a place has a column of a line; its first one counts where it has no width."""
    after = (line, column) >= (place.line, place.column)
    before = (line, column) < (place.end_line, place.end_column)
    return after and (before or (line, column) == (place.line, place.column))


def user_name(cwd: Path) -> str:
    """Who works here: git's user.name, else the name of the account; empty if nobody says."""
    import getpass
    import subprocess

    try:
        asked = subprocess.run(
            ["git", "config", "user.name"],  # noqa: S607 - the git of the user
            cwd=cwd,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        name = " ".join(asked.stdout.split())
    except OSError:
        name = ""
    try:
        return name or getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _check(decision: Decision) -> None:
    if decision.scope not in SCOPES:
        message = f"a dismissal cannot be for “{decision.scope}”"
        raise ProblemError(Problem("dismiss", message, f"choose one of {', '.join(SCOPES)}"))
    if not decision.reason.strip():
        raise ProblemError(
            Problem("dismiss", "a dismissal needs a reason", "say why these words are right as they are")
        )


def _spots(finding: Finding, scope: str, place: Location | None, result: Result) -> list[Location]:
    """The places that entries are written for."""
    checked = [spot for spot in finding.places if spot.article not in result.reference_keys] or [finding.primary]
    if scope == "place":
        return [place] if place is not None else checked
    return [place or checked[0]]


def _entry(finding: Finding, decision: Decision, spot: Location, texts: dict[tuple[str, str], str]) -> Dismissal:
    before, after = "", ""
    if decision.scope == "place":
        before, after = around(texts.get(spot.article, ""), spot.start, spot.end)
    desk = decision.scope == "desk"
    of_file = spot.path == spot.id or spot.path.endswith("/" + spot.id)
    return Dismissal(
        rule=finding.rule,
        words=" ".join(spot.text.split()),
        reason=" ".join(decision.reason.split()),
        until=decision.until,
        against=finding.counterpart,
        article="" if desk else spot.path,
        id="" if desk or of_file else spot.id,
        before=before,
        after=after,
    )


def _says(known: Dismissal, entry: Dismissal, today: datetime.date) -> bool:
    """Whether an entry is there already, be it for another reason, and holds as long."""
    blank = {"reason": "", "by": "", "day": None, "place": None, "until": None}
    if known.expired(today) or known.in_text or replace(known, **blank) != replace(entry, **blank):  # type: ignore[arg-type]
        return False
    return known.until is None or known.until == entry.until


def _without_places(entry: Dismissal) -> Dismissal:
    """An entry as it is written, wherever that is."""
    return replace(entry, article=Path(entry.article).name if entry.article else "", place=None)


# -- files


def _write(folder: Path, line: str, cwd: Path) -> None:
    file = file_in(folder)
    shown = shown_path(str(file), cwd)
    text = dismissed_file.with_line(shown, text_of(file, shown), line)
    attributes = file.with_name(".gitattributes")
    if not attributes.exists():
        _put(attributes, dismissed_file.ATTRIBUTES, shown)
    _put(file, text, shown)


def _put(file: Path, text: str, shown: str) -> None:
    from factlint.app.replacing import replace_bytes

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_bytes(file, text.encode("utf-8"))
    except OSError as error:
        message = f"this cannot be written: {error.strerror}"
        raise ProblemError(Problem(shown, message, "check who may write it")) from None
