"""The entries of a section that each have a name: people, places, organisations, outlets, events."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.text.marked import Keys, MarkedFile, Node


class Named(NamedTuple):
    """An entry: its value in the file, its keys, and its name."""

    item: Node
    keys: Keys
    name: str


def named(
    file: MarkedFile, node: Node, section: str, known: tuple[str, ...], what: str, example: str
) -> Iterator[Named]:
    """The sound entries of a section; one with an unknown key, or without a name, is a problem.

    ``known`` are the keys an entry may have, ``what`` is its word in messages (a place), ``example`` a name for a hint.
    """
    for item in file.items(node, section):
        keys = file.keys(item, known, what)
        if keys is None:
            continue
        name = file.text_of(keys.get("name"), f"the name of {what}")
        if name is None:
            file.complain(item, f"{what} needs a name", f"add name: {example}")
            continue
        yield Named(item, keys, name)
