"""From folders of YAML, and of lists as CSV, to the rules and the knowledge of a run."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from factlint.text.disk import contents, utf8
from factlint.text.marked import MarkedFile
from factlint.text.problem import Problem, ProblemError
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factlint.knowledge import Knowledge, Override
    from factlint.ruleset.named import Named
    from factlint.ruleset.rule import Rule
    from factlint.text.marked import Keys, Text

SUFFIXES = (".yaml", ".yml")
LIST = ".csv"
PACK_FILE = "pack.yml"
KNOWLEDGE = "knowledge"


@plain
class RuleFile:
    """One file of a pack: how it is shown, its path inside the pack, its text, and the pack."""

    shown: str
    relative: str
    text: str
    pack: str = ""

    @property
    def is_knowledge(self) -> bool:
        """Whether it holds knowledge rather than rules."""
        path = PurePosixPath(self.relative)
        return KNOWLEDGE in path.parts[:-1] or path.suffix.lower() == LIST


class UnreadFile(NamedTuple):
    """The same before it is read: its bytes in place of its text."""

    shown: str
    relative: str
    data: bytes
    pack: str = ""


@plain
class Ruleset:
    """Rules in id order, knowledge with the spellings that rules list, and what was wrong with the files.

    ``overridden`` is what later files say about rules and entries of earlier ones. ``key`` is the hash of the files
    that all this was made of, and of the program that made it; empty where nobody reckoned it.
    """

    rules: tuple[Rule, ...]
    knowledge: Knowledge
    problems: tuple[Problem, ...] = ()
    overridden: tuple[Override, ...] = ()
    key: str = ""


def rule_files(packs: Sequence[tuple[Path, str]]) -> tuple[list[RuleFile], list[Problem]]:
    """The files of several packs, each a folder or a single file with the name it is shown by, in order."""
    unread, problems = unread_files(packs)
    files, faults = read_files(unread)
    return files, [*problems, *faults]


def unread_files(packs: Sequence[tuple[Path, str]]) -> tuple[list[UnreadFile], list[Problem]]:
    """The same as bytes: whether files have changed can be told without making text of them."""
    files: list[UnreadFile] = []
    problems: list[Problem] = []
    for root, shown in packs:
        if not root.exists():
            problems.append(
                Problem(shown, "there is no such folder or file of rules", "mend “rules” in the configuration")
            )
            continue
        for path, relative in _below(root):
            name = shown if root.is_file() else f"{shown.rstrip('/')}/{relative}"
            # A folder of knowledge, or a file in one, may also be named by itself.
            home = root.parent if root.is_file() else root
            inside = f"{KNOWLEDGE}/{relative}" if home.name == KNOWLEDGE else relative
            try:
                files.append(UnreadFile(name, inside, contents(path), shown))
            except OSError as error:
                why = error.strerror or str(error)
                problems.append(Problem(name, f"this file cannot be read: {why}", "mend it, or take it away"))
    return files, problems


def read_files(unread: Iterable[UnreadFile]) -> tuple[list[RuleFile], list[Problem]]:
    """Bytes made text, and what is wrong with those of which none can be made."""
    files: list[RuleFile] = []
    problems: list[Problem] = []
    for one in unread:
        try:
            files.append(RuleFile(one.shown, one.relative, _text(one), one.pack))
        except ProblemError as error:
            problems.extend(error.problems)
    return files, problems


def _text(file: UnreadFile) -> str:
    """The text of a file; a list may have the encoding in which a spreadsheet saves it."""
    if file.relative.lower().endswith(LIST):
        from factlint.sources.encoding import decode

        return decode(file.shown, file.data)
    return utf8(file.shown, file.data).replace("\r\n", "\n").replace("\r", "\n")


def _below(root: Path) -> list[tuple[Path, str]]:
    """The rule files of a pack, each with its path inside the pack, in the order of these.

    A link that leads nowhere, a pipe or a device is one of them: that it cannot be read must be told.
    """
    if not root.is_dir():
        return [(root, root.name)]
    found = (path for path in root.rglob("*") if is_ours(root, path) and not path.is_dir())
    return sorted(((path, path.relative_to(root).as_posix()) for path in found), key=lambda file: file[1])


def is_ours(root: Path, path: Path) -> bool:
    """Whether a file of a pack is one of rules or knowledge; a table anywhere else is somebody else's."""
    if path == root / PACK_FILE:
        return False
    if path.suffix.lower() == LIST:
        return KNOWLEDGE in (root.name, *path.relative_to(root).parts[:-1])
    return path.suffix in SUFFIXES


def load(files: Sequence[RuleFile], base: str | None = None) -> Ruleset:
    """Read and check rules and knowledge; a broken rule is left out and stands in ``problems``.

    ``base`` is a hash of the program, for what is kept of large files of knowledge.
    """
    from factlint.knowledge import Override
    from factlint.knowledge.load import load as load_knowledge
    from factlint.ruleset.named import named

    known_files = [(file.shown, file.text) for file in files if file.is_knowledge]
    knowledge, problems, mended = load_knowledge(known_files, base=base)
    rules: dict[str, Rule] = {}
    overridden: list[Override] = list(mended)
    found: list[Problem] = list(problems)
    known = named(knowledge)
    here: dict[tuple[str, str], Rule] = {}
    for file in files:
        if file.is_knowledge:
            continue
        read, faults = read_file(file, known)
        found.extend(faults)
        for rule in read:
            first = here.setdefault((file.pack, rule.id), rule)
            if first is not rule:
                found.append(_twice(file, rule, first))
                continue
            if rule.id in rules:
                overridden.append(Override(f"rule {rule.id}", rule.path, "replaces", rules[rule.id].path))
            rules[rule.id] = rule
    ordered = tuple(rules[key] for key in sorted(rules))
    return Ruleset(ordered, with_listed(knowledge, ordered), tuple(found), tuple(overridden))


def _twice(file: RuleFile, rule: Rule, first: Rule) -> Problem:
    """Two rules of one pack with one id: only a later pack may replace a rule."""
    marked = MarkedFile(file.shown, file.text)
    start, end = marked.lines.bounds(rule.line)
    message = f"there is a rule called “{rule.id}” already, at {first.path}:{first.line}"
    return Problem(rule.path, message, "give one of them an id: of its own", rule.line, 1, file.text[start:end])


def with_listed(knowledge: Knowledge, rules: Iterable[Rule]) -> Knowledge:
    """Knowledge with the spellings that data rules list."""
    return knowledge.extended({"spelling": [row for rule in rules for row in rule.rows]})


def _section_of_knowledge(root: Keys) -> Text | None:
    """The first key of a file, where that is one of a knowledge file."""
    from factlint.knowledge import kinds

    first = next((key for key, _ in root.entries), None)
    return first if first is not None and first.value in {kind.section for kind in kinds().values()} else None


def read_file(file: RuleFile, known: Named | None = None) -> tuple[list[Rule], list[Problem]]:
    """The rules of one file, and its problems; ``known`` are the names of known places and people."""
    from factlint.ruleset.data_rules import read_data_rule
    from factlint.ruleset.read import KEYS, QueryReader, check_id, rule_id
    from factlint.text.marked import Keys, read_marked

    marked, root = read_marked(file.shown, file.text)
    if root is None:
        return [], marked.problems
    if isinstance(root, Keys) and root.get("rules") is not None:
        listed = marked.keys(root, ("rules",), "a file of data rules")
        entries = marked.items(listed.get("rules") if listed else None, "rules")
        return [rule for entry in entries if (rule := read_data_rule(marked, entry, known))], marked.problems
    misplaced = _section_of_knowledge(root) if isinstance(root, Keys) else None
    if misplaced is not None:
        message = f"“{misplaced.value}” is knowledge, and this file is read as a rule"
        marked.complain(misplaced, message, f"move the file into a folder called {KNOWLEDGE}")
        return [], marked.problems
    entry = marked.keys(root, KEYS, "a rule")
    own = rule_id(file.relative)
    if entry is None or not check_id(marked, entry, own):
        return [], marked.problems
    rule = QueryReader(marked, own, entry).read()
    return ([rule] if rule and not marked.problems else []), marked.problems
