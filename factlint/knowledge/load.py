"""From the texts of knowledge files to Knowledge.

The root of a file is a mapping from sections (``people``, ``offices``, ``places``, ...) to entries. A later file adds
to the earlier ones, and an entry whose key an earlier file has takes its place: so a desk mends what ships.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factlint.knowledge import Knowledge, kinds
from factlint.text.marked import Keys, read_marked, walk
from factlint.text.problem import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factlint.knowledge import Fault, KnowledgeKind
    from factlint.text.marked import MarkedFile, Node, Text
    from factlint.text.problem import Problem

_Groups = dict[str, dict[str, list[Any]]]
_Nodes = list[tuple["MarkedFile", str, "Node"]]


def load(files: Sequence[tuple[str, str]]) -> tuple[Knowledge, tuple[Problem, ...]]:
    """Knowledge from files, each a shown path and a YAML text; what is wrong with an entry stands in the problems."""
    groups: _Groups = {}
    marked_files: list[MarkedFile] = []
    nodes: _Nodes = []
    for path, text in files:
        marked, root = read_marked(path, text)
        marked_files.append(marked)
        if root is not None:
            _read_file(marked, root, groups, nodes)
    rows = {name: tuple(row for group in by_key.values() for row in group) for name, by_key in groups.items()}
    for kind in kinds().values():
        if kind.derive is not None:
            rows[kind.name] = tuple(kind.derive(rows))
    _check(rows, nodes)
    return Knowledge(rows), tuple(problem for marked in marked_files for problem in marked.problems)


def _read_file(marked: MarkedFile, root: Node, groups: _Groups, nodes: _Nodes) -> None:
    sections = {kind.section: kind for kind in kinds().values() if kind.section is not None}
    if not isinstance(root, Keys):
        hint = f"begin with one of: {', '.join(sorted(sections))}"
        marked.complain(root, "a knowledge file must be a group of sections", hint)
        return
    for section, node in root.entries:
        kind = sections.get(section.value)
        if kind is None:
            hint = did_you_mean(section.value, sections)
            marked.complain(section, f"there is no knowledge called “{section.value}”", hint)
            continue
        nodes.append((marked, kind.name, node))
        groups.setdefault(kind.name, {}).update(_read_section(marked, kind, node))


def _read_section(marked: MarkedFile, kind: KnowledgeKind, node: Node) -> Mapping[str, list[Any]]:
    """The rows of one section by key."""
    by_key: dict[str, list[Any]] = {}
    for row in kind.read(marked, node) if kind.read else ():
        rows = by_key.setdefault(row.key, [])
        if rows and not kind.many:
            place = _place(node, row.key, last=True) or node
            marked.complain(place, f"“{row.key}” stands in this file twice", "keep one of the two entries")
        else:
            rows.append(row)
    return by_key


def _check(rows: Mapping[str, tuple[Any, ...]], nodes: _Nodes) -> None:
    for kind in kinds().values():
        if kind.check is not None:
            _report(kind.check(rows), [(marked, node) for marked, name, node in nodes if name == kind.name])


def _report(faults: Iterable[Fault], nodes: Sequence[tuple[MarkedFile, Node]]) -> None:
    """Record each fault at the last place where its word stands: what a later file says is what holds."""
    for fault in faults:
        for marked, node in reversed(nodes):
            place = _place(node, fault.about)
            if place is not None:
                marked.complain(place, fault.message, fault.hint)
                break


def _place(node: Node, word: str, *, last: bool = False) -> Text | None:
    from factlint.knowledge.people import key_of

    found = [text for text in walk(node) if text.value == word or key_of(text.value) == word]
    return found[-1 if last else 0] if found else None
