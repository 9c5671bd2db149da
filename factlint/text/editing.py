"""Changing YAML where it stands: what is there keeps its order, its comments and its layout.

Each function takes the text of a file and gives the changed text. Positions come from the composed nodes, so a text is
composed again after every change. Nothing is reformatted: a list in brackets grows inside its brackets, a list of lines
by a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text.deferred import deferred
from factlint.text.marked import Items, Keys, Text, read_marked
from factlint.text.quoting import yaml_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.text.marked import Node

# An entry of a list: one value, or keys with their values; all values as YAML has them.
Entry = str | tuple[tuple[str, str], ...]
_BREAK = deferred(r"\r\n|\r|\n")
_INDENT = "  "


class UnsafeEditError(Exception):
    """Raised where a text cannot be changed without a risk to what is in it."""


def root_of(text: str) -> Node | None:
    """The root value of a YAML text, None for an empty one. Raises UnsafeEditError where it is no sound YAML."""
    marked, root = read_marked("", text)
    if marked.problems:
        raise UnsafeEditError(marked.problems[0].message)
    return root


def with_entry(text: str, section: str, entry: Entry) -> str:
    """The text with one more entry at the end of a list below the root; the list is made where there is none."""
    root = root_of(text)
    if root is None:
        return _checked(text, _lines_after(text, len(text), _fresh(section, entry)))
    if not isinstance(root, Keys):
        raise UnsafeEditError("its root is not a group of keys")
    found = root.get(section)
    if found is None:
        return _checked(text, _with_section(text, root, section, entry))
    if isinstance(found, Items):
        return _checked(text, _with_item(text, found, entry))
    if isinstance(found, Text) and not found.value:
        return _checked(text, _lines_after(text, found.end, [_INDENT + line for line in _dashed(entry)]))
    raise UnsafeEditError(f"“{section}” is not a list")


def with_word(text: str, node: Node, word: str) -> str:
    """The text with one more word in a list of words; a single word becomes a list of two."""
    if isinstance(node, Text):
        if "\n" in text[node.start : node.end] or not node.value:
            raise UnsafeEditError("a value takes several lines")
        return _checked(
            text, text[: node.start] + f"[{text[node.start : node.end]}, {yaml_word(word)}]" + text[node.end :]
        )
    if isinstance(node, Items):
        return _checked(text, _with_item(text, node, yaml_word(word)))
    raise UnsafeEditError("a list of words is a group of keys here")


def with_key(text: str, mapping: Keys, key: str, value: str) -> str:
    """The text with one more key at the end of a mapping that has keys already; ``value`` is YAML for one line."""
    line = f"{yaml_word(key)}: {value}"
    if text[mapping.start] == "{":
        return _checked(text, _inside(text, mapping, line))
    indent = text[_line_start(text, mapping.start) : mapping.start]
    if not set(indent) <= {" ", "-"}:
        raise UnsafeEditError("a line holds more than one key")
    return _checked(text, _lines_after(text, _solid_end(text, mapping), [" " * len(indent) + line]))


def flow_list(words: Sequence[str]) -> str:
    """Words as a YAML list in brackets."""
    return f"[{', '.join(yaml_word(word) for word in words)}]"


# -- where to write


def _with_section(text: str, root: Keys, section: str, entry: Entry) -> str:
    if text[root.start : root.start + 1] == "{":
        return _inside(text, root, f"{section}: [{_flow(entry)}]")
    return _lines_after(text, len(text.rstrip()), ["", *_fresh(section, entry)])


def _with_item(text: str, items: Items, entry: Entry) -> str:
    if text[items.start] == "[":
        return _inside(text, items, _flow(entry))
    indent = text[_line_start(text, items.start) : items.start]
    if text[items.start] != "-" or indent.strip(" -"):
        raise UnsafeEditError("a list is laid out in an unusual way")
    end = _solid_end(text, items)
    return _lines_after(text, end, [" " * len(indent) + line for line in _dashed(entry)])


def _inside(text: str, node: Items | Keys, words: str) -> str:
    """More words at the end of what stands in brackets or braces."""
    children = node.values if isinstance(node, Items) else [value for _, value in node.entries]
    if not children:
        return text[: node.start + 1] + words + text[node.start + 1 :]
    end = _solid_end(text, children[-1])
    return text[:end] + f", {words}" + text[end:]


def _solid_end(text: str, node: Node) -> int:
    """Where the words of a node end: blocks are said to reach up to the next word, over all comments between."""
    if isinstance(node, Text):
        return node.start + len(text[node.start : node.end].rstrip())
    if text[node.start] in "[{":
        return node.end
    last = node.values[-1] if isinstance(node, Items) else node.entries[-1][1]
    end = _solid_end(text, last)
    return end if isinstance(node, Items) else max(end, node.entries[-1][0].end)


def _lines_after(text: str, offset: int, lines: Sequence[str]) -> str:
    """More lines below the line of an offset, with the line ends of the text."""
    broken = _BREAK.search(text, offset)
    stop = broken.start() if broken else len(text)
    ends = _BREAK.search(text)
    newline = ends.group() if ends else "\n"
    head, tail = text[:stop], text[stop:]
    added = newline.join(lines)
    if not head:
        return added + (tail or newline)
    if head.endswith(("\n", "\r")) and not tail:
        return head + added + newline
    return head + newline + added + (tail or newline)


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


# -- how an entry looks


def _fresh(section: str, entry: Entry) -> list[str]:
    return [f"{section}:", *(_INDENT + line for line in _dashed(entry))]


def _dashed(entry: Entry) -> list[str]:
    """The lines of an entry in a list of lines."""
    if isinstance(entry, str):
        return [f"- {entry}"]
    return [f"{'- ' if index == 0 else _INDENT}{key}: {value}" for index, (key, value) in enumerate(entry)]


def _flow(entry: Entry) -> str:
    """An entry inside brackets."""
    return entry if isinstance(entry, str) else "{" + ", ".join(f"{key}: {value}" for key, value in entry) + "}"


# -- that nothing was lost


def _checked(before: str, after: str) -> str:
    """The changed text, once it is sure that everything is still there, in its order."""
    if not _goes_on(root_of(before), root_of(after)):
        raise UnsafeEditError("it is laid out in an unusual way")
    return after


def _goes_on(old: Node | None, new: Node | None) -> bool:
    """Whether a value is the old one, or the old one with something more in it."""
    if old is None or (isinstance(old, Text) and not old.value and not isinstance(new, Keys)):
        return True
    if isinstance(old, Text):
        first = new.values[0] if isinstance(new, Items) and new.values else new
        return isinstance(first, Text) and first.value == old.value
    if isinstance(old, Items):
        if not isinstance(new, Items) or len(new.values) < len(old.values):
            return False
        return all(map(_goes_on, old.values, new.values))
    if not isinstance(new, Keys) or len(new.entries) < len(old.entries):
        return False
    pairs = zip(old.entries, new.entries, strict=False)
    return all(mine[0].value == its[0].value and _goes_on(mine[1], its[1]) for mine, its in pairs)
