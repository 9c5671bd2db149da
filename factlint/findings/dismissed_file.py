"""Files of dismissals: one entry a line, sorted, so that two people who add entries seldom meet on one line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factlint.findings.dismissal import Dismissal
from factlint.findings.finding import Location
from factlint.text.marked import Items, Keys, MarkedFile, Text, read_marked
from factlint.text.problem import Problem, ProblemError
from factlint.text.quoting import yaml_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.text.marked import Node

    # From an article as a file names it to the path that it is shown by.
    Shown = Callable[[str], str]

FOLDER, NAME = ".factlint", "dismissed.yml"
HEADER = "# Findings that were looked at and are right as they are, one a line, sorted; factlint dismiss adds more.\n"
# Two people who add a line at one place do not get in each other's way: git keeps both.
ATTRIBUTES = f"{NAME} merge=union\n"
KEYS = ("article", "id", "rule", "words", "against", "before", "after", "reason", "by", "day", "until")
_NEEDED = {
    "rule": "add rule: names/misspelled, or the rule that reported it",
    "words": "add words: the words that it was reported for",
    "reason": "add reason: why these words are right as they are",
}


def read(path: str, text: str, shown: Shown) -> tuple[tuple[Dismissal, ...], list[Problem]]:
    """The entries of a file, and what is wrong with it; ``path`` is the file as it is shown."""
    marked, root = read_marked(path, text)
    if root is None or _is_nothing(root):
        return (), marked.problems
    entries = (_entry(marked, node, shown) for node in marked.items(root, "a file of dismissals"))
    # A merge may have kept a line twice.
    once = {replace(entry, place=None): entry for entry in entries if entry is not None}
    return tuple(once.values()), marked.problems


def _entry(marked: MarkedFile, node: Node, shown: Shown) -> Dismissal | None:
    before = len(marked.problems)
    keys = marked.keys(node, KEYS, "a dismissal")
    if keys is None:
        return None
    said: dict[str, Any] = {
        name: marked.text_of(keys.get(name), name) or "" for name in KEYS if name not in ("day", "until")
    }
    said |= {name: marked.day(keys.get(name), name) for name in ("day", "until")}
    for name, hint in _NEEDED.items():
        if keys.get(name) is None:
            marked.complain(Keys((), keys.start, keys.start + 1), f"a dismissal needs “{name}”", hint)
    if not said["article"] and (said["before"] or said["after"] or said["id"]):
        hint = "add article: the file that it is about"
        marked.complain(Keys((), keys.start, keys.start + 1), "a place needs “article”", hint)
    if len(marked.problems) > before:
        return None
    if said["article"]:
        said["article"] = shown(said["article"])
    return Dismissal(**said, place=_place(marked, keys, said["words"]))


def _place(marked: MarkedFile, keys: Keys, words: str) -> Location:
    """Where an entry stands: at its words."""
    node = keys.get("words")
    assert isinstance(node, Text)  # noqa: S101 - an entry without words is none
    (line, column), (end_line, end_column) = marked.lines.position(node.start), marked.lines.position(node.end)
    return Location(marked.path, marked.path, node.start, node.end, line, column, end_line, end_column, words)


# -- writing


def line_of(entry: Dismissal, article: str) -> str:
    """An entry as a line of a file that names its article as given (empty: the desk's)."""
    values = {name: getattr(entry, name) for name in KEYS} | {"article": article}
    return "- {" + ", ".join(f"{name}: {_word(value)}" for name, value in values.items() if value) + "}"


def with_line(path: str, text: str, line: str) -> str:
    """The text of a file with one more entry in its order. Raises ProblemError for a faulty file."""
    items = _items(path, text)
    if items is None:
        text = _without_brackets(path, text)
        return (text.rstrip("\r\n") + "\n" if text.strip() else HEADER) + line + "\n"
    wanted = _order(_only(path, line))
    after = next((node for node in items.values if isinstance(node, Keys) and _order(node) > wanted), None)
    newline = "\r\n" if "\r\n" in text else "\n"
    if after is not None:
        at = _line_start(text, after.start)
        return text[:at] + line + newline + text[at:]
    return text.rstrip("\r\n") + newline + line + newline


def _without_brackets(path: str, text: str) -> str:
    """The text of a file that has no entry yet, without the brackets that say so."""
    _, root = read_marked(path, text)
    return text[: root.start] + text[root.end :] if isinstance(root, Items) else text


def without_entry(path: str, text: str, start: int) -> str:
    """The text of a file without the entry that has its words at an offset. Raises ProblemError if none is there."""
    items = _items(path, text)
    for index, node in enumerate(items.values if items is not None else ()):
        if isinstance(node, Keys) and node.start <= start < node.end:
            assert items is not None  # noqa: S101 - it has this entry
            low = _line_start(text, node.start)
            more = items.values[index + 1 :]
            high = _line_start(text, more[0].start) if more else _line_end(text, node)
            return text[:low] + text[high:]
    raise ProblemError(Problem(path, "this dismissal is not there any more", "somebody changed the file: look again"))


def _items(path: str, text: str) -> Items | None:
    """The entries of a file, each on lines of its own; None where there is none yet."""
    marked, root = read_marked(path, text)
    if marked.problems:
        raise ProblemError(*marked.problems)
    if root is None or _is_nothing(root):
        return None
    if not isinstance(root, Items) or text[root.start : root.start + 1] != "-":
        message = "this file of dismissals is laid out in an unusual way, so nothing is written into it"
        raise ProblemError(Problem(path, message, "write its entries as lines that begin with “- {”"))
    return root


def _only(path: str, line: str) -> Keys:
    items = _items(path, line)
    assert items is not None  # noqa: S101 - the line was made above
    entry = items.values[0]
    assert isinstance(entry, Keys)  # noqa: S101
    return entry


def _order(entry: Keys) -> tuple[str, ...]:
    nodes = [entry.get(name) for name in KEYS]
    return tuple(node.value if isinstance(node, Text) else "" for node in nodes)


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _line_end(text: str, node: Keys) -> int:
    last = node.end if text[node.start] == "{" else max(value.end for _, value in node.entries)
    broken = text.find("\n", last)
    return len(text) if broken < 0 else broken + 1


def _is_nothing(root: Node) -> bool:
    return (isinstance(root, Text) and not root.value) or (isinstance(root, Items) and not root.values)


def _word(value: object) -> str:
    return yaml_word(str(value))
