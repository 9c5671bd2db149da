"""Rules to try: those that are loaded, by their id, and drafts that no configuration names yet, by their path."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from factlint.app.session import shown
from factlint.ruleset.load import KNOWLEDGE, RuleFile, load, read_file, rule_files, with_listed
from factlint.ruleset.rule import FAMILIES
from factlint.text.problem import Problem, ProblemError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factlint.app.session import Session
    from factlint.knowledge import Knowledge
    from factlint.ruleset.rule import Rule

_SUFFIXES = (".yaml", ".yml")
# A draft that lies in no folder of a family is tried as one of this family.
_FAMILY = "style"


class Draft(NamedTuple):
    """Rules to try, and what they know."""

    rules: tuple[Rule, ...]
    knowledge: Knowledge


def draft_of(session: Session, name: str) -> Draft:
    """The rule of this id, or the rules of this file or folder. Raises ProblemError for neither, or for broken ones."""
    listed = tuple(rule for rule in session.ruleset.rules if rule.id == name)
    if listed:
        return Draft(listed, session.knowledge)
    path = session.cwd / name
    if not path.is_dir() and not (path.is_file() and path.suffix in _SUFFIXES):
        raise ProblemError(*_missing(session, name))
    rules, knowledge = _files(path, session.cwd)
    draft, faults = _with_knowledge(session, rules, knowledge) if knowledge else _alone(session, rules)
    if faults or not draft.rules:
        empty = Problem(shown(str(path), session.cwd), "there is no rule in it", "a rule has find: and message:")
        raise ProblemError(*(faults or [empty]))
    return draft


def _missing(session: Session, name: str) -> list[Problem]:
    """A rule of this id is broken, or there is none."""
    broken = [problem for problem in session.problems if problem.where.split(" › ")[0] == name]
    hint = did_you_mean(name, [rule.id for rule in session.ruleset.rules])
    return broken or [Problem("command line", f"no rule is called “{name}”, and no rule file either", hint)]


def _files(path: Path, cwd: Path) -> tuple[list[RuleFile], list[RuleFile]]:
    """The rules at a path, and the knowledge of the folder that they would be a pack in."""
    pack = path if path.is_dir() else path.parent.parent if path.parent.name in FAMILIES else path.parent
    packs = [(path, shown(str(path), cwd))]
    if path.is_file() and (pack / KNOWLEDGE).is_dir():
        packs.append((pack / KNOWLEDGE, shown(str(pack / KNOWLEDGE), cwd)))
    files, problems = rule_files(packs)
    if problems:
        raise ProblemError(*problems)
    rules = [replace(file, relative=_in_family(path.parent.name, file)) for file in files if not file.is_knowledge]
    return rules, [file for file in files if file.is_knowledge]


def _in_family(parent: str, file: RuleFile) -> str:
    """The path of a rule in its pack, which begins with a family."""
    if file.relative.split("/")[0] in FAMILIES:
        return file.relative
    return f"{parent if parent in FAMILIES else _FAMILY}/{file.relative}"


def _with_knowledge(
    session: Session, rules: Sequence[RuleFile], knowledge: Sequence[RuleFile]
) -> tuple[Draft, list[Problem]]:
    """Rules and what they know beside what the session knows; what it has read already is not read twice."""
    loaded = [file for file in rule_files(session.packs)[0] if file.is_knowledge]
    homes = {(session.cwd / file.shown).resolve() for file in loaded}
    own = [file for file in knowledge if (session.cwd / file.shown).resolve() not in homes]
    ruleset = load([*loaded, *own, *rules])
    here = {file.shown for file in (*own, *rules)}
    return Draft(ruleset.rules, ruleset.knowledge), [fault for fault in ruleset.problems if fault.path in here]


def _alone(session: Session, rules: Sequence[RuleFile]) -> tuple[Draft, list[Problem]]:
    from factlint.ruleset.named import named

    known = named(session.knowledge)
    read = [read_file(file, known) for file in rules]
    found = tuple(sorted((rule for some, _ in read for rule in some), key=lambda rule: rule.id))
    faults = [fault for _, some in read for fault in some]
    return Draft(found, with_listed(session.knowledge, found)), faults
