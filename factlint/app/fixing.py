"""Mending findings: which edits are made, in which files, and what a diff of them looks like."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from factlint.annotations.paragraphs import find_paragraphs
from factlint.annotations.quotes import find_quotations
from factlint.app.replacing import replace_bytes
from factlint.findings.diff import unified
from factlint.findings.fixes import chosen
from factlint.sources import Options, RawFile, source_of
from factlint.sources.discovery import shown_path, unreadable
from factlint.sources.rewriting import Change, Wanted, moved, not_written, rewritten
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.findings import Edit, Finding
    from factlint.findings.fixes import Fixes
    from factlint.findings.result import Result
    from factlint.sources.rewriting import Rewritten

    Key = tuple[str, str]


_AS_IT_COMES = Options()


@dataclass(frozen=True, slots=True)
class Mended:
    """What one pass of fixes comes to: the findings mended, the files as they are to be, and what was refused.

    ``overlapping`` counts findings that another pass could mend.
    """

    findings: tuple[Finding, ...]
    files: tuple[Rewritten, ...]
    problems: tuple[Problem, ...] = ()
    overlapping: int = 0

    def diff(self) -> Iterator[str]:
        """What changes, as the lines of a unified diff."""
        for file in self.files:
            yield from unified(file.path, file.before, file.changes)


def mended(
    result: Result, how: str, cwd: Path, piped: tuple[bytes, str] | None = None, options: Options = _AS_IT_COMES
) -> Mended:
    """The fixes of a result (see ``chosen`` for ``how``); nothing is written yet.

    ``options`` are those that the files were read with.

    A fix changes all its places or none: where one file cannot be written, findings with a place in it stay. Reference
    articles are never changed, and words in quotation marks only where the desk has listed a name as wrong.
    """
    guard = _Guard(result)
    refused: dict[str, tuple[Problem, ...]] = {}
    while True:
        fixes = chosen((one for one in result.findings if not _edited(one) & refused.keys()), how, guard.allows)
        files, new = _rewritten(_by_file(fixes, guard.texts), cwd, piped, options)
        if not new:
            problems = tuple(problem for path in sorted(refused) for problem in refused[path])
            return Mended(fixes.findings, files, problems, fixes.overlapping)
        refused |= new


def written(done: Mended, cwd: Path, piped: str | None = None) -> Mended:
    """Write every file but the one that was piped in under a name; what really was mended, and what could not be."""
    own = shown_path(piped, cwd) if piped is not None else None
    failed: dict[str, tuple[Problem, ...]] = {}
    for file in done.files:
        try:
            if file.path != own:
                _write(file, cwd)
        except ProblemError as error:
            failed[file.path] = error.problems
    return Mended(
        tuple(finding for finding in done.findings if not _edited(finding) & failed.keys()),
        tuple(file for file in done.files if file.path not in failed),
        (*done.problems, *(problem for problems in failed.values() for problem in problems)),
        done.overlapping,
    )


def _write(file: Rewritten, cwd: Path) -> None:
    source = source_of(file.path)
    if source is None or not source.written:
        raise not_written(file.path)
    try:
        if (cwd / file.path).read_bytes() != file.old:
            raise moved(file.path)
        replace_bytes(cwd / file.path, file.data)
    except OSError as error:
        message = f"not fixed: this cannot be written: {error.strerror}"
        raise ProblemError(Problem(file.path, message, "check who may write it")) from None


# -- what may be changed


class _Guard:
    """Says of an edit whether it may be made."""

    def __init__(self, result: Result) -> None:
        self.texts = {one.key: one.text for one in result.articles if one.checked}
        self._quoted: dict[Key, tuple[list[int], list[int]]] = {}

    def allows(self, finding: Finding, edit: Edit) -> bool:
        """Whether the article is one to be mended, and the words are not somebody's own, but for names misspelled."""
        key = (edit.path, edit.id)
        if key not in self.texts:
            return False
        listed = finding.family == "names" and any(way.automatic and edit in way.edits for way in finding.suggestions)
        return listed or not self._is_quoted(key, edit)

    def _is_quoted(self, key: Key, edit: Edit) -> bool:
        if key not in self._quoted:
            found = list(find_quotations(self.texts[key], find_paragraphs(self.texts[key], ())))
            self._quoted[key] = [one.start for one in found], [one.end for one in found]
        starts, ends = self._quoted[key]
        # The last quotation that begins before the end of the edit; quotations do not overlap.
        index = bisect_right(starts, max(edit.start, edit.end - 1)) - 1
        return index >= 0 and edit.start < ends[index]


def _edited(finding: Finding) -> frozenset[str]:
    """The files that some way out of a finding changes."""
    return frozenset(edit.path for way in finding.suggestions for edit in way.edits)


# -- from edits to files


def _by_file(fixes: Fixes, texts: Mapping[Key, str]) -> dict[str, dict[str, Wanted]]:
    found: dict[str, dict[str, Wanted]] = {}
    for key, edits in fixes.edits.items():
        changes = tuple(Change(edit.start, edit.end, edit.replacement) for edit in edits)
        found.setdefault(key[0], {})[key[1]] = Wanted(texts[key], changes)
    return found


def _rewritten(
    files: Mapping[str, Mapping[str, Wanted]], cwd: Path, piped: tuple[bytes, str] | None, options: Options
) -> tuple[tuple[Rewritten, ...], dict[str, tuple[Problem, ...]]]:
    """The files as they are to be, and the problems of those that cannot be."""
    done: list[Rewritten] = []
    refused: dict[str, tuple[Problem, ...]] = {}
    for path, wanted in files.items():
        try:
            done.append(rewritten(_raw(path, cwd, piped)._replace(options=options), wanted))
        except ProblemError as error:
            refused[path] = error.problems
    return tuple(done), refused


def _raw(path: str, cwd: Path, piped: tuple[bytes, str] | None) -> RawFile:
    """A file as it is now."""
    name = PurePosixPath(path).name
    if piped is not None and path == shown_path(piped[1], cwd):
        return RawFile(path, name, piped[0])
    try:
        return RawFile(path, name, (cwd / path).read_bytes())
    except (OSError, ValueError) as error:
        raise ProblemError(unreadable(path, error)) from None
