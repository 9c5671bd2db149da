"""New rules and new entries of knowledge in the desk's own folder: each works as it stands and says how to go on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from factlint.app.desk_files import desk_files, text_of
from factlint.app.examples import run_examples
from factlint.app.naming import clean, refused
from factlint.app.scaffolding.samples import ENTRIES
from factlint.app.scaffolding.writing import entry_text, optional_lines, rule_text
from factlint.config.files import shown_path
from factlint.knowledge import kinds
from factlint.knowledge.load import load as load_knowledge
from factlint.knowledge.people import key_of
from factlint.ruleset.data_rules import FORMS
from factlint.ruleset.load import KNOWLEDGE, RuleFile, read_file, with_listed
from factlint.ruleset.named import named
from factlint.ruleset.rule import FAMILIES
from factlint.text.editing import UnsafeEditError, flow_list, root_of, with_entry
from factlint.text.marked import Items, Keys, Text
from factlint.text.problem import Problem, ProblemError, did_you_mean
from factlint.text.quoting import shell_word, yaml_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.app.desk_files import DeskFiles
    from factlint.app.examples import Failure, Tested
    from factlint.app.session import Session

_ID = re.compile(r"[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*")


class Draft(NamedTuple):
    """What a new rule is to be, as far as somebody said; None is for a guess."""

    find: str | None = None
    message: str | None = None
    severity: str = "warning"
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """What was written where, how its examples do, what the file may say besides, and what to type next."""

    path: str
    line: int
    remarks: tuple[str, ...]
    next: tuple[str, ...]
    optional: tuple[str, ...] = ()
    tested: Tested | None = None

    @property
    def failures(self) -> tuple[Failure, ...]:
        """The examples that the rule does not live up to."""
        return self.tested.failures if self.tested is not None else ()


def new_rule(session: Session, own: str, draft: Draft) -> Made:
    """A query rule in a file of its own. Raises ProblemError, with nothing written, where it cannot be."""
    _check_id(session, own)
    files = _files(session)
    path = f"{_folder(files)}/{own}.yaml"
    _check_free(files, path)
    text = rule_text(own, draft.find, draft.message, draft.severity, draft.bad, draft.good)
    rules, faults = read_file(RuleFile(shown_path(files.cwd / path, files.cwd), f"{own}.yaml", text))
    if faults:
        raise ProblemError(*faults)
    tested = run_examples(rules, with_listed(session.knowledge, rules), strict=False)
    files.changed[path] = text
    files.write()
    return Made(
        shown_path(files.cwd / path, files.cwd), 1, tuple(files.remarks),
        (f"factlint test {own}", f"factlint try {own} PATHS", f"factlint explain {own} FILE:LINE"),
        tested=tested,
    )  # fmt: skip


def new_words(session: Session, form: str, words: Sequence[str]) -> Made:
    """A data rule (``spell``, ``prefer``, ``one_of``, ``define``) for some words, in the desk's file of such rules."""
    files = _files(session)
    family = "names" if form == "spell" else "style"
    path = f"{_folder(files)}/{family}/house.yaml"
    before = text_of(files.cwd / path)
    entry = f"{{{form}: {_listed(form, tuple(map(clean, words)))}}}"
    try:
        text = with_entry(before or _HOUSE, "rules", entry)
    except UnsafeEditError as error:
        raise ProblemError(Problem(path, f"this file cannot be changed safely: {error}", f"add - {entry}")) from None
    relative = f"{family}/house.yaml"
    earlier = {problem.message for problem in read_file(RuleFile(path, relative, before), named(session.knowledge))[1]}
    rules, faults = read_file(
        RuleFile(shown_path(files.cwd / path, files.cwd), relative, text), named(session.knowledge)
    )
    new = [fault for fault in faults if fault.message not in earlier]
    if new or not rules:
        raise ProblemError(*new)
    own = rules[-1]
    twice = next((rule for rule in (*rules[:-1], *session.ruleset.rules) if rule.id == own.id), None)
    if twice is not None:
        raise refused(f"there is a rule called “{own.id}” already ({twice.path}:{twice.line})", "add the words there")
    files.changed[path] = text
    files.write()
    tested = run_examples([own], with_listed(session.knowledge, [own]), strict=False)
    next_ = (f"factlint test {own.id}", f"factlint try {own.id} PATHS")
    return Made(shown_path(files.cwd / path, files.cwd), own.line, tuple(files.remarks), next_, tested=tested)


_HOUSE = "# Words of the house, a rule a line. What each line stands for: factlint explain ID\nrules:\n"


def new_entry(session: Session, kind: str, name: str, values: Sequence[tuple[str, str]] = ()) -> Made:
    """An entry of knowledge: in a new file with all that it may say, or at the end of the one that has its kind.

    ``values`` are keys with their values as YAML has them. Raises ProblemError where it cannot be, or is there already.
    """
    name = clean(name)
    section = kinds()[kind].section or kind
    files = _files(session)
    path = f"{_folder(files)}/{KNOWLEDGE}/{section}.yaml"
    before = text_of(files.cwd / path)
    fields = _fields(kind, name, dict(values))
    try:
        text = with_entry(before, section, fields) if before else entry_text(kind, section, fields)
    except UnsafeEditError as error:
        raise ProblemError(Problem(path, f"this file cannot be changed safely: {error}", "add it by hand")) from None
    key = key_of(name) if kind != "office" else dict(fields)["key"]
    if any(row.key == key for row in session.knowledge.rows(kind)) or _has(before, section, fields[0]):
        raise refused(
            f"{name} is known already", f"factlint add {shell_word(name)} --not FORM lists a wrong form of it"
        )
    loaded = load_knowledge([(shown_path(files.cwd / path, files.cwd), text)])
    if loaded.problems:
        raise ProblemError(*loaded.problems)
    files.changed[path] = text
    files.write()
    line = next((n for n, one in enumerate(text.splitlines(), 1) if fields[0][1] in one and not one.startswith("#")), 1)
    optional = optional_lines(kind) if before else ()
    next_ = ("factlint rules --check",)
    return Made(shown_path(files.cwd / path, files.cwd), line, tuple(files.remarks), next_, optional)


def _fields(kind: str, name: str, values: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """The keys of an entry with their values as YAML; the hint says how to give one that cannot be guessed."""
    if kind == "office":
        key = name if "/" in name else key_of(name)
        guess = name if "/" not in name else name.rsplit("/", 1)[1].replace("-", " ").capitalize()
        title = values.pop("title", yaml_word(guess))
        return (("key", yaml_word(key)), ("title", title), *values.items())
    if kind == "event" and not {"date", "since"} & values.keys():
        hint = f"factlint new event {shell_word(name)} --set date=1989-11-09, or since=… and until=…"
        raise refused("an event needs its day", hint)
    return (("name", yaml_word(name)), *values.items())


def _has(text: str, section: str, first: tuple[str, str]) -> bool:
    """Whether a file has an entry that begins as one does: an office without a term is known to nobody yet."""
    root = root_of(text)
    items = root.get(section) if isinstance(root, Keys) else None
    written = (
        (node.get(first[0]) for node in items.values if isinstance(node, Keys)) if isinstance(items, Items) else ()
    )
    return any(isinstance(node, Text) and yaml_word(node.value) == first[1] for node in written)


def _listed(form: str, words: tuple[str, ...]) -> str:
    """The words of a data rule as its form wants them."""
    if form == "one_of":
        return flow_list(words)
    if form == "define":
        return f"{{{yaml_word(words[0])}: {yaml_word(' '.join(words[1:]) or 'known')}}}"
    if len(words) < 2:
        raise refused(f"{form} needs the right form and one that it stands for", f"factlint new {form} grey gray")
    return f"{{{yaml_word(words[0])}: {flow_list(words[1:])}}}"


def _check_id(session: Session, own: str) -> None:
    family = own.split("/", 1)[0]
    if not _ID.fullmatch(own) or family not in FAMILIES:
        hint = f"family/name in small letters, as in dates/my-rule; the families: {', '.join(FAMILIES)}"
        nearest = did_you_mean(own, (*ENTRIES, *FORMS)) if "/" not in own else ""
        raise refused(f"“{own}” is no id of a rule", nearest if nearest.startswith("did you mean") else hint)
    there = next((rule for rule in session.ruleset.rules if rule.id == own), None)
    if there is not None:
        hint = f"factlint explain {own} shows it; choose another name"
        raise refused(f"there is a rule called “{own}” already ({there.path}:{there.line})", hint)


def _check_free(files: DeskFiles, path: str) -> None:
    if (files.cwd / path).exists():
        raise ProblemError(Problem(path, "there is a file of this name already", "choose another name for the rule"))


def _files(session: Session) -> DeskFiles:
    if session.configured.problems:
        raise ProblemError(*session.configured.problems)
    return desk_files(session, None)


def _folder(files: DeskFiles) -> str:
    """The desk's folder of rules: the one that has its folder of knowledge."""
    return PurePosixPath(files.home).parent.parent.as_posix()
