"""A baseline: what was there on the day that a desk began, accepted as it was, so that only what is new is reported.

The file holds no word of an article: a hash, the rule and the path of each finding, one a line, sorted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factlint.findings.fingerprint import fingerprinted
from factlint.findings.suppress import BASELINED, Kept, Suppression
from factlint.text.deferred import deferred
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from factlint.findings.finding import Finding

VERSION = 1
_FINGERPRINT = deferred(r"[0-9a-f]{16}")
_HINT = "write it anew with factlint baseline"


@dataclass(frozen=True, slots=True, order=True)
class Accepted:
    """One finding of a baseline; ``path`` is that of its article, from the folder of the desk."""

    path: str
    rule: str
    fingerprint: str


def accepted(findings: Sequence[Finding], rooted: Callable[[str], str]) -> tuple[Accepted, ...]:
    """What each of some findings is in a baseline, in their order; ``rooted`` makes a shown path one from the folder.

    An article goes by its path there, whatever its id is: it is the same whether it was named alone or with its folder.
    """
    paths = [rooted(finding.primary.path) for finding in findings]
    moved = [
        replace(one, primary=replace(one.primary, path=path, id=_name(one, path)))
        for one, path in zip(findings, paths, strict=True)
    ]
    prints = fingerprinted(moved)
    return tuple(Accepted(path, one.rule, one.fingerprint) for path, one in zip(paths, prints, strict=True))


def _name(finding: Finding, path: str) -> str:
    """The path of a file; the id too where it is one of several records."""
    shown, own = finding.primary.article
    return path if shown == own or shown.endswith("/" + own) else f"{path}#{own}"


def baselined(findings: Sequence[Finding], names: Sequence[Accepted], known: Collection[Accepted]) -> Kept:
    """The findings that are new; ``names`` are those of all findings in their order."""
    prints = {one.fingerprint for one in known}
    new, old = [], []
    for finding, name in zip(findings, names, strict=True):
        if name.fingerprint in prints:
            old.append(Suppression(finding, BASELINED))
        else:
            new.append(finding)
    return Kept(tuple(new), tuple(old))


def gone(
    known: Iterable[Accepted], there: Iterable[Accepted], paths: Collection[str], rules: Collection[str]
) -> tuple[Accepted, ...]:
    """What a baseline has and nobody reports any more, of the articles and rules that this run can speak for."""
    prints = {one.fingerprint for one in there}
    return tuple(one for one in known if one.path in paths and one.rule in rules and one.fingerprint not in prints)


def summed(entries: Iterable[Accepted]) -> Counter[str]:
    """How many entries each rule has."""
    return Counter(one.rule for one in entries)


# -- the file


def written(entries: Iterable[Accepted]) -> str:
    """The text of a baseline, one finding a line."""
    import json

    def word(text: str) -> str:
        return json.dumps(text, ensure_ascii=True)

    lines = [
        f'  {{"path": {word(one.path)}, "rule": {word(one.rule)}, "fingerprint": {word(one.fingerprint)}}}'
        for one in sorted(set(entries))
    ]
    body = "\n" + ",\n".join(lines) + "\n " if lines else ""
    return f'{{"version": {VERSION},\n "findings": [{body}]}}\n'


def read(path: str, text: str) -> tuple[Accepted, ...]:
    """The entries of a baseline. Raises ProblemError where it is none."""
    import json

    try:
        document = json.loads(text)
        if document["version"] != VERSION:
            message = f"this baseline is of version {document['version']}, and this factlint reads version {VERSION}"
            raise ProblemError(Problem(path, message, _HINT))
        found = tuple(Accepted(one["path"], one["rule"], one["fingerprint"]) for one in document["findings"])
        if not all(isinstance(one.path, str) and _FINGERPRINT.fullmatch(one.fingerprint) for one in found):
            raise ValueError("a fingerprint is missing")
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        raise ProblemError(Problem(path, "this is no baseline of factlint", _HINT, line)) from None
    return found
