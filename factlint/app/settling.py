"""What becomes of findings once they are found: dismissed, in the baseline, on unchanged lines, or shown."""

from __future__ import annotations

import datetime
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.app.articles import settings_in
from factlint.app.dismissed import Book
from factlint.app.session import desk_root, named_in_vain
from factlint.config.levels import level_in, level_of
from factlint.findings import baseline, unneeded
from factlint.findings.changed import on_changed_lines
from factlint.findings.levels import levelled
from factlint.findings.sort import ordered
from factlint.findings.suppress import BASELINED, DISMISSED, UNCHANGED, Dismissing
from factlint.findings.wording import counted
from factlint.sources.discovery import shown_path
from factlint.text.disk import contents, utf8
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factlint.app.session import Session
    from factlint.findings import Finding, Location
    from factlint.findings.dismissal import Dismissal
    from factlint.findings.result import Result, RuleInfo
    from factlint.findings.suppress import Kept

    Key = tuple[str, str]


_WAKE = "in the configuration above, give it a severity with paths: of this folder"


def settled(session: Session, result: Result, outlets: Mapping[Key, frozenset[str]]) -> Result:
    """A result without what the desk has dismissed, what its baseline has, and what is on lines that did not change.

    ``outlets`` are the desk and the outlet of each article, case folded: severities may be set for them.
    """
    result = at_levels(session, result, outlets)
    result = _dismissed(session, result)
    result = _baselined(session, result)
    result = _gated(session, result)
    return replace(result, findings=ordered(result.findings))


def _after(result: Result, kept: Kept) -> Result:
    """The result once a step has taken findings out of it."""
    every = (*result.suppressions, *kept.suppressions)
    kinds = [one.kind for one in every]
    return replace(
        result,
        findings=kept.findings,
        suppressions=tuple(sorted(every, key=lambda one: (one.finding.primary, one.finding.rule))),
        suppressed=kinds.count(DISMISSED),
        baselined=kinds.count(BASELINED),
        unchanged=kinds.count(UNCHANGED),
    )


# -- severities


def at_levels(session: Session, result: Result, outlets: Mapping[Key, frozenset[str]]) -> Result:
    """The findings at the severities that hold for their articles."""
    configured = session.configured
    paths = {one.path for one in result.articles if one.checked}
    below = {path: own for path in paths if (own := settings_in(session, path)) is not None}
    problems = _of_folders(session, paths)
    if not below and not configured.settings.levels:
        return replace(result, problems=(*result.problems, *problems))
    written = {rule.id: rule.severity for rule in session.ruleset.rules}

    def level(rule: str, key: Key) -> str:
        settings = below.get(key[0], configured.settings)
        path, own = str(session.cwd / key[0]), outlets.get(key, frozenset())
        return level_in(rule, written.get(rule, "off"), settings, path, own)

    run = {rule.id: rule.severity for rule in session.rules}
    findings = tuple(levelled(result.findings, level, run, result.reference_keys))
    return replace(result, findings=findings, problems=(*result.problems, *problems))


def _of_folders(session: Session, paths: Iterable[str]) -> tuple[Problem, ...]:
    """What is wrong with the configurations of folders below: faults, and rules that they name in vain."""
    folders = session.configured.folders
    if folders is None:
        return ()
    found = [own for one in sorted({(session.cwd / path).parent for path in paths}) if (own := folders.of(one))]
    vain = [problem for own in found for problem in named_in_vain(session.ruleset, own)]
    running = {rule.id for rule in session.rules}
    off = {rule.id for rule in session.ruleset.rules} - running
    asleep = [
        Problem(level.where, f"{level.glob} is off in this run, so it cannot be put on for a folder", _WAKE)
        for own in found
        for level in own.settings.levels
        if level.glob in off and level.severity != "off" and not session.configured.settings.select
    ]
    return tuple(one for one in dict.fromkeys((*folders.problems, *vain, *asleep)) if one not in session.problems)


# -- dismissals


def _dismissed(session: Session, result: Result) -> Result:
    book = Book(session)
    checked = [one for one in result.articles if one.checked]
    commented = [entry for one in checked for entry in book.read_comments(one)]
    paths = {one.path for one in checked}
    about = (*book.read(paths), *commented)
    if not about:
        return replace(result, problems=(*result.problems, *book.problems))
    today = _today(session, about)
    texts = {one.key: one.text for one in checked}
    kept = Dismissing(book.groups, today, texts, result.reference_keys).applied(result.findings)
    done = _after(result, kept)
    told = _told(unneeded.unneeded(about, kept.used, today, _judged(session), paths), session)
    notes = (*done.notes, *_published(commented))
    rules = tuple(sorted((*done.rules, *_named(told)), key=lambda rule: rule.id))
    problems = (*done.problems, *book.problems)
    return replace(done, findings=(*done.findings, *told), notes=notes, rules=rules, problems=problems)


def _today(session: Session, entries: Iterable[Dismissal]) -> datetime.date:
    """The day that the ends of dismissals are reckoned from: about the desk's files, so the machine may be asked."""
    given = session.configured.settings.today
    if given is not None or all(entry.until is None for entry in entries):
        return given or datetime.date.min
    return datetime.date.today()


def _judged(session: Session) -> dict[str, bool]:
    """All rules, each with whether one article is enough to tell that it finds nothing there."""
    ran = {rule.id for rule in session.rules if not rule.query.across}
    own = (rule.id for rule in unneeded.RULES)
    return {rule: rule in ran for rule in (*(rule.id for rule in session.ruleset.rules), *own)}


def _told(findings: Iterable[Finding], session: Session) -> list[Finding]:
    """Findings about dismissals, at the severities that are set."""
    settings = session.configured.settings
    levels = {rule.id: level_of(rule.id, rule.severity, settings) for rule in unneeded.RULES}
    return [replace(one, severity=levels[one.rule]) for one in findings if levels[one.rule] != "off"]


def _named(findings: Iterable[Finding]) -> list[RuleInfo]:
    ids = {finding.rule for finding in findings}
    return [rule for rule in unneeded.RULES if rule.id in ids]


def _published(entries: Sequence[Dismissal]) -> tuple[str, ...]:
    """What to know about dismissals that stand in articles."""
    if not entries:
        return ()
    places = ", ".join(f"{one.place.path}:{one.place.line}" for one in entries[:3] if one.place is not None)
    more = f" and {len(entries) - 3:,} more" if len(entries) > 3 else ""
    verb = "stands" if len(entries) == 1 else "stand"
    said = f"{counted(len(entries), 'dismissal')} {verb} in comments ({places}{more}), which may be published"
    return (f"{said}: factlint dismiss keeps them out of the article.",)


# -- the baseline


def _baselined(session: Session, result: Result) -> Result:
    path = session.configured.settings.baseline
    if path is None:
        return result
    try:
        known = read_baseline(path, session.cwd)
    except ProblemError as error:
        return replace(result, problems=(*result.problems, *error.problems))
    rooted = rooted_at(session)
    names = baseline.accepted(result.findings, rooted)
    done = _after(result, baseline.baselined(result.findings, names, known))
    left = baseline.gone(known, _there(result, rooted), *spoken_for(session, result, rooted))
    return replace(done, notes=(*done.notes, *_gone(len(left))))


def _there(result: Result, rooted: Callable[[str], str]) -> Sequence[baseline.Accepted]:
    """Everything that is found, be it dismissed."""
    every = ordered((*result.findings, *(one.finding for one in result.suppressions)))
    return baseline.accepted(every, rooted)


def spoken_for(session: Session, result: Result, rooted: Callable[[str], str]) -> tuple[set[str], set[str]]:
    """The paths and rules of which a run can say that something is gone: rules of stories see only a part of them."""
    paths = {rooted(one.path) for one in result.articles if one.checked}
    return paths, {rule for rule, alone in _judged(session).items() if alone}


def read_baseline(path: str, cwd: Path) -> tuple[baseline.Accepted, ...]:
    """The entries of a baseline. Raises ProblemError where it is missing, or is none."""
    shown = shown_path(path, cwd)
    try:
        data = contents(Path(path))
    except FileNotFoundError:
        hint = "write it with factlint baseline PATHS, or take “baseline” out of the settings"
        raise ProblemError(Problem(shown, "there is no such baseline", hint)) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise ProblemError(Problem(shown, f"this baseline cannot be read: {why}", "check the path")) from None
    return baseline.read(shown, utf8(shown, data))


def rooted_at(session: Session) -> Callable[[str], str]:
    """Shown paths as paths from the folder of the desk, the same in whatever folder factlint was run."""
    root = desk_root(session)

    def rooted(path: str) -> str:
        full = os.path.normpath(session.cwd / path)
        return Path(os.path.relpath(full, root)).as_posix()

    return rooted


def _gone(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    verb = "is" if count == 1 else "are"
    return (f"{counted(count, 'finding')} of the baseline {verb} gone: factlint baseline --prune takes them out.",)


# -- changed lines


def _gated(session: Session, result: Result) -> Result:
    ref = session.configured.settings.changed_since
    if ref is None:
        return result
    from factlint.app.changes import changed_since

    try:
        changed = changed_since(ref, session.cwd)
    except ProblemError as error:
        return replace(result, problems=(*result.problems, *error.problems))
    records = {one.key for one in result.articles if one.record}

    def lines_of(place: Location) -> tuple[int, int]:
        # A record has lines of its own, so any change of its file is taken for one of it.
        return (1, 1 << 59) if place.article in records else (place.line, place.end_line)

    return _after(result, on_changed_lines(result.findings, changed, lines_of))
