"""The files that a desk writes for factlint, as they are typed: rules, knowledge, configurations, sidecars."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from factlint.config.files import TOML_NAME, YAML_NAMES
from factlint.ruleset.load import KNOWLEDGE, LIST, SUFFIXES, RuleFile, read_file, rule_files
from factlint.ruleset.rule import FAMILIES
from factlint.sources.sidecar import SUFFIX as SIDECAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from factlint.app.examples import Failure
    from factlint.app.session import Session
    from factlint.text.problem import Problem

RULE, KNOWLEDGE_FILE, CONFIG, BESIDE = "rule", "knowledge", "config", "sidecar"
_FAMILY = "style"


class Written(NamedTuple):
    """A file for factlint: what it is (rule, knowledge, config, sidecar), and its path inside its pack."""

    kind: str
    relative: str
    pack: str = ""


def written(session: Session, file: Path) -> Written | None:
    """What a file is by its name and place; None for one that factlint does not read, or reads as an article."""
    if file.name.endswith(SIDECAR):
        return Written(BESIDE, file.name)
    if file.name in (*YAML_NAMES, TOML_NAME):
        return Written(CONFIG, file.name)
    if file.suffix.lower() not in (*SUFFIXES, LIST):
        return None
    for root, shown in session.packs:
        if file == root or file.is_relative_to(root):
            home = root.parent if root.is_file() or file == root else root
            inside = file.relative_to(home).as_posix()
            return _in_pack(f"{KNOWLEDGE}/{inside}" if home.name == KNOWLEDGE else inside, shown)
    return _draft(file)


def looks_written(file: Path) -> bool:
    """Whether a file may be one for factlint, by its name alone."""
    return file.name == TOML_NAME or file.suffix.lower() in (*SUFFIXES, LIST)


def _in_pack(relative: str, shown: str) -> Written | None:
    path = PurePosixPath(relative)
    known = KNOWLEDGE in path.parts[:-1]
    if path.suffix.lower() == LIST and not known:
        return None
    return Written(KNOWLEDGE_FILE if known else RULE, relative, shown)


def _draft(file: Path) -> Written | None:
    """A file of a folder that no configuration names yet, told by the folders that it lies in."""
    above = file.parts[:-1]
    if KNOWLEDGE in above:
        return Written(KNOWLEDGE_FILE, f"{KNOWLEDGE}/{file.name}")
    if file.suffix.lower() == LIST:
        return None
    if file.parent.name in FAMILIES:
        return Written(RULE, f"{file.parent.name}/{file.name}")
    return Written(RULE, f"{_FAMILY}/{file.name}") if "rules" in above else None


def problems(session: Session, file: Path, shown: str, text: str) -> tuple[Problem, ...]:
    """What is wrong with a file as it is typed, in the order of its lines."""
    about = written(session, file)
    if about is None:
        return ()
    found = _READERS[about.kind](session, RuleFile(shown, about.relative, text, about.pack), file)
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.line or 0, one.column or 0)))


def _of_rules(session: Session, file: RuleFile, _: Path) -> Sequence[Problem]:
    from factlint.app.examples import run_examples
    from factlint.ruleset.load import with_listed
    from factlint.ruleset.named import named

    rules, found = read_file(file, named(session.knowledge))
    if found or not rules:
        return found
    tested = run_examples(rules, with_listed(session.knowledge, rules), strict=False)
    return [_of_failure(failure, file) for failure in tested.failures]


def _of_failure(failure: Failure, file: RuleFile) -> Problem:
    """An example that its rule does not live up to, at the line of the example."""
    from factlint.text.lines import LineIndex
    from factlint.text.problem import Problem

    lines = LineIndex(file.text)
    start, end = lines.bounds(min(failure.line, len(lines)))
    line = file.text[start:end]
    column = len(line) - len(line.lstrip()) + 1
    wanted, found = ("; ".join(part) for part in (failure.wanted, failure.found))
    message = f"this example of {failure.rule} fails ({failure.verdict})"
    hint = f"wanted: {wanted}\nfound: {found}" if wanted or found else ""
    return Problem(file.shown, message, hint, failure.line, column, line, len(line), level="note")


def _of_knowledge(session: Session, file: RuleFile, _: Path) -> Iterable[Problem]:
    """What is wrong with a knowledge file by itself and beside those that are read with it."""
    from factlint.knowledge.load import load

    read = [one for one in rule_files(session.packs)[0] if one.is_knowledge]
    texts = {one.shown: one.text for one in read} | {file.shown: file.text}
    return [problem for problem in load(list(texts.items())).problems if problem.path == file.shown]


def _of_config(_: Session, file: RuleFile, path: Path) -> Iterable[Problem]:
    from factlint.config.layers import checked

    return checked(path, file.shown, file.text)


def _of_sidecar(_: Session, file: RuleFile, __: Path) -> Iterable[Problem]:
    from factlint.sources.sidecar import parsed

    return parsed(file.shown, file.text.encode("utf-8", "replace"))[1]


_READERS = {RULE: _of_rules, KNOWLEDGE_FILE: _of_knowledge, CONFIG: _of_config, BESIDE: _of_sidecar}
