"""From the texts of knowledge files to Knowledge.

The root of a file is a mapping from sections (``people``, ``offices``, ``places``, ...) to entries; under ``about`` it
may say once from which source all of them are and when they were checked. A later file adds
to the earlier ones: so a desk mends what ships. An entry whose key an earlier file has adds to its lists, and what else
it says holds from then on; what it does not say stays. Only the terms of an office are replaced whole.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.cache import store
from factlint.knowledge import Knowledge, Override, kept, kinds
from factlint.knowledge.chunk import chunks
from factlint.knowledge.kept import Bundle, Packed, Rows, entries_of, repacked
from factlint.knowledge.listed import SUFFIX, list_entries, list_forms, read_list
from factlint.text.marked import Items, Keys, MarkedFile, read_marked, walk
from factlint.text.problem import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from factlint.knowledge import Entry, Fault, KnowledgeKind
    from factlint.text.marked import Node, Text
    from factlint.text.problem import Problem

ABOUT = "about"

# From below a kind's section: the file that it is in, and its value; a large file is read again when it is asked.
_Nodes = list[tuple[str, "Callable[[], tuple[MarkedFile, Node]]"]]

_Group = dict[str, Any]
"""Rows by key: a list of them, or the body of a packed entry, or a list of such bodies."""

# The keys that each file has of each kind.
_Homes = dict[str, list[tuple[str, "Collection[str]"]]]

LARGE = 200_000
"""Files of so many code points are packed and kept as they were read: of others it would save nothing."""


class Part(NamedTuple):
    """What one file has of one kind: the value in the file, and the entries by key."""

    kind: KnowledgeKind
    node: Node
    entries: Mapping[str, list[Entry]]


class Loaded(NamedTuple):
    """Knowledge, what is wrong with entries, and what later files say about entries of earlier ones."""

    knowledge: Knowledge
    problems: tuple[Problem, ...]
    overridden: tuple[Override, ...]


def load(
    files: Sequence[tuple[str, str]], earlier: Mapping[str, Iterable[Any]] | None = None, base: str | None = None
) -> Loaded:
    """Knowledge from files, each a shown path and its text: YAML, or a list with commas where the path says so.

    ``earlier`` are rows by kind, as earlier files would give them. With ``base``, a hash of the program, what was read
    out of a large file without problems is kept in the cache, so that a change of another file costs less.
    """
    groups: dict[str, _Group] = {kind: _rows_by_key(rows) for kind, rows in (earlier or {}).items()}
    homes: _Homes = {}
    overridden: list[Override] = []
    marked_files: list[MarkedFile] = []
    nodes: _Nodes = []
    for path, text in files:
        for kind, node, own in _parts(path, text, base, marked_files):
            nodes.append((kind.name, node))
            overridden.extend(_overrides(kind, own, path, homes))
            groups[kind.name] = _joined(kind, groups.get(kind.name, {}), own)
    read = {name: _rows(kinds()[name], by_key) for name, by_key in groups.items()}
    del groups
    _check(read, nodes)
    problems = tuple(problem for marked in marked_files for problem in marked.problems)
    return Loaded(Knowledge(_derived(read)), problems, tuple(overridden))


def _parts(
    path: str, text: str, base: str | None, marked_files: list[MarkedFile]
) -> list[tuple[KnowledgeKind, Callable[[], tuple[MarkedFile, Node]], Mapping[str, list[Entry]]]]:
    """What a file has of each kind; a file that is read is added to ``marked_files``."""
    if base is not None and len(text) >= LARGE:
        return _large_parts(path, text, store.digest([base, path, text]), marked_files)
    marked, found = read_file(path, text)
    marked_files.append(marked)
    return [(part.kind, partial(_place_of, marked, part.node), part.entries) for part in found]


def _place_of(marked: MarkedFile, node: Node) -> tuple[MarkedFile, Node]:
    return marked, node


def _large_parts(
    path: str, text: str, key: str, marked_files: list[MarkedFile]
) -> list[tuple[KnowledgeKind, Callable[[], tuple[MarkedFile, Node]], Mapping[str, list[Entry]]]]:
    """The same of a large file, from the cache where it can: packed, and without its places until one is asked for."""
    found = entries_of(key, kinds())
    place = len(marked_files)
    if found is None:
        marked, found = _packed(path, text)
        marked_files.append(marked)
        if not marked.problems:
            kept.put(key, found)
    else:
        marked_files.append(MarkedFile(path, text))

    @cache
    def again() -> Mapping[str, tuple[MarkedFile, Node]]:
        if path.lower().endswith(SUFFIX):
            return {"spelling": (marked_files[place], list_forms(path, text))}
        # What was wrong at the first reading is found again.
        marked_files[place], parts = read_file(path, text)
        return {part.kind.name: (marked_files[place], part.node) for part in parts}

    return [(kinds()[name], partial(lambda name: again()[name], name), own) for name, own in found]


def _packed(path: str, text: str) -> tuple[MarkedFile, list[tuple[str, Packed]]]:
    """A large file and what it has of each kind."""
    if path.lower().endswith(SUFFIX):
        marked = MarkedFile(path, text)
        kind = kinds()["spelling"]
        return marked, [(kind.name, Packed.of(kind.row, list_entries(marked)))]
    found = _in_chunks(path, text)
    if found is not None:
        return MarkedFile(path, text), found
    marked, parts = read_file(path, text)
    return marked, [(part.kind.name, Packed.of(part.kind.row, _each(part.entries))) for part in parts]


def _in_chunks(path: str, text: str) -> list[tuple[str, Packed]] | None:
    """What a large file has of each kind, chunk by chunk; None where there is anything wrong with one of them."""
    parts_of = chunks(text)
    if parts_of is None:
        return None
    found: dict[str, Packed] = {}
    for chunk in parts_of:
        marked, parts = read_file(path, chunk)
        if marked.problems:
            return None
        for part in parts:
            own = found.setdefault(part.kind.name, Packed(part.kind.row, {}))
            if not own.bodies.keys().isdisjoint(part.entries):
                return None
            own.bodies |= Packed.of(part.kind.row, _each(part.entries)).bodies
    return list(found.items())


def _each(entries: Mapping[str, list[Entry]]) -> Iterator[tuple[str, Entry]]:
    return ((key, one) for key, some in entries.items() for one in some)


def _rows(kind: KnowledgeKind, by_key: _Group) -> Collection[Any]:
    """All rows of a kind; of very many, each is made when it is asked for."""
    if any(isinstance(group, bytes) or isinstance(group[0], bytes) for group in by_key.values()):
        return Rows(kind.row, by_key)
    return tuple(row for group in by_key.values() for row in group)


def _rows_by_key(rows: Iterable[Any]) -> _Group:
    by_key: _Group = {}
    for row in rows:
        by_key.setdefault(row.key, []).append(row)
    return by_key


def _derived(read: Mapping[str, Collection[Any]]) -> dict[str, Collection[Any]]:
    """The rows that were read, and those that are made of them."""
    many = any(isinstance(rows, Rows) for rows in read.values())
    made: dict[str, Collection[Any]] = {}
    for kind in kinds().values():
        if kind.derive is not None:
            rows = kind.derive(read)
            made[kind.name] = Bundle(kind.row, rows) if many else tuple(rows)
    return {**read, **made}


def read_file(path: str, text: str) -> tuple[MarkedFile, list[Part]]:
    """One file and what it has of each kind."""
    if path.lower().endswith(SUFFIX):
        marked = MarkedFile(path, text)
        node, entries = read_list(marked)
        return marked, [Part(kinds()["spelling"], node, _by_key(entry for _, entry in entries))]
    marked, root = read_marked(path, text)
    found = sections(marked, root) if root is not None else ()
    return marked, [Part(kind, node, _read_section(marked, kind, node)) for kind, node in found]


def sections(marked: MarkedFile, root: Node) -> Iterator[tuple[KnowledgeKind, Node]]:
    """The sections of a file that hold a kind of knowledge, their entries filled up with what is said about all."""
    known = {kind.section: kind for kind in kinds().values() if kind.section is not None}
    if not isinstance(root, Keys):
        hint = f"begin with one of: {', '.join(sorted(known))}"
        marked.complain(root, "a knowledge file must be a group of sections", hint)
        return
    about = marked.keys(root.get(ABOUT), ("source", "checked"), "about")
    for section, node in root.entries:
        kind = known.get(section.value)
        if kind is not None:
            yield kind, filled(node, about) if kind.about and about else node
        elif section.value != ABOUT:
            hint = did_you_mean(section.value, (*known, ABOUT))
            marked.complain(section, f"there is no knowledge called “{section.value}”", hint)


def filled(section: Node, about: Keys) -> Node:
    """The entries of a section, each with what ``about`` says where it says nothing itself."""
    if not isinstance(section, Items):
        return section
    return Items(tuple(_filled(entry, about) for entry in section.values), section.start, section.end)


def _filled(entry: Node, about: Keys) -> Node:
    if not isinstance(entry, Keys):
        return entry
    more = tuple((key, value) for key, value in about.entries if entry.get(key.value) is None)
    return Keys((*entry.entries, *more), entry.start, entry.end)


def _read_section(marked: MarkedFile, kind: KnowledgeKind, node: Node) -> dict[str, list[Entry]]:
    """The entries of one section by key."""
    by_key = _by_key(kind.read(marked, node) if kind.read else ())
    for key, entries in by_key.items():
        if len(entries) > 1 and not kind.many:
            place = _place(node, key, last=True) or node
            marked.complain(place, f"“{key}” stands in this file twice", "keep one of the two entries")
            del entries[1:]
    return by_key


def _by_key(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    by_key: dict[str, list[Entry]] = {}
    for entry in entries:
        by_key.setdefault(entry.row.key, []).append(entry)
    return by_key


def _joined(kind: KnowledgeKind, earlier: _Group, own: Mapping[str, list[Entry]]) -> _Group:
    """The rows of earlier files and one file's own by key; an entry keeps the place of the first with its key."""
    joined = dict(earlier)
    if kind.give_way is not None:
        mine = Rows(kind.row, own.bodies if isinstance(own, Packed) else _rows_of(own))
        joined = {}
        for row in kind.give_way(Rows(kind.row, earlier), mine):
            body = earlier[row.key]
            if isinstance(body, list):
                joined.setdefault(row.key, []).append(row)
            else:
                joined[row.key] = repacked(row, body)
    if isinstance(own, Packed):
        for key, body in own.bodies.items():
            joined[key] = _added(kind, joined[key], own[key]) if kind.add and key in joined else body
        return joined
    for key, entries in own.items():
        joined[key] = _added(kind, joined.get(key), entries)
    return joined


def _rows_of(entries: Mapping[str, list[Entry]]) -> _Group:
    return {key: [entry.row for entry in some] for key, some in entries.items()}


def _added(kind: KnowledgeKind, earlier: Any, own: Sequence[Entry]) -> list[Any]:
    """The rows of one key: those of an earlier file with an entry added to them, or else a file's own."""
    rows = [] if earlier is None or kind.add is None else list(Rows(kind.row, {"": earlier}))
    return [kind.add(rows[0], own[0])] if rows and kind.add else [entry.row for entry in own]


def _overrides(kind: KnowledgeKind, keys: Mapping[str, Any], path: str, homes: _Homes) -> Iterator[Override]:
    """What a file says about entries of earlier files; ``homes`` has the keys of each file and is kept up."""
    earlier = homes.setdefault(kind.name, [])
    for key in keys if earlier else ():
        home = next((own for own, there in reversed(earlier) if key in there), None)
        if home is not None:
            yield Override(f"{kind.name} {key}", path, "adds to" if kind.add else "replaces", home)
    earlier.append((path, keys.keys()))


def _check(rows: Mapping[str, Collection[Any]], nodes: _Nodes) -> None:
    for kind in kinds().values():
        if kind.check is not None:
            _report(kind.check(rows), [node for name, node in nodes if name == kind.name])


def _report(faults: Iterable[Fault], nodes: Sequence[Callable[[], tuple[MarkedFile, Node]]]) -> None:
    """Record each fault at the last place where its word stands: what a later file says is what holds."""
    for fault in faults:
        for read in reversed(nodes):
            marked, node = read()
            place = _place(node, fault.about, under=fault.under)
            if place is not None:
                marked.complain(place, fault.message, fault.hint)
                break


def _place(node: Node, word: str, *, under: str | None = None, last: bool = False) -> Text | None:
    from factlint.knowledge.people import key_of

    nodes = [node] if under is None else _below(node, under)
    found = [text for one in nodes for text in walk(one) if text.value == word or key_of(text.value) == word]
    return found[-1 if last else 0] if found else None


def _below(node: Node, key: str) -> list[Node]:
    """The values that entries of a section have for a key."""
    entries = node.values if isinstance(node, Items) else ()
    values = (entry.get(key) for entry in entries if isinstance(entry, Keys))
    return [value for value in values if value is not None]
