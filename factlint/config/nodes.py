"""Values that come without marks (TOML, the command line) as the nodes that YAML gives: one reader reads all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from factlint.text.marked import Items, Keys, Node, Text


def node_of(value: object, start: int = 0, end: int = 0) -> Node:
    """A value as a node that stands at the given place."""
    if isinstance(value, Mapping):
        entries = ((Text(str(key), start, end), node_of(part, start, end)) for key, part in value.items())
        return Keys(tuple(entries), start, end)
    if isinstance(value, list | tuple):
        return Items(tuple(node_of(part, start, end) for part in value), start, end)
    return Text(_word(value), start, end)


def plain(node: Node) -> object:
    """A node as plain values again: text, tuples, pairs."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return tuple(plain(part) for part in node.values)
    return tuple((key.value, plain(value)) for key, value in node.entries)


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value)
