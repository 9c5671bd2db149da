"""The entries of a section that each have a name: people, places, organisations, outlets, events."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.text.deferred import deferred
from factlint.text.marked import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.text.marked import Keys, MarkedFile, Node

# A language, and if need be its script and region (BCP 47).
_LANGUAGE = deferred(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


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


def languages(file: MarkedFile, node: Node | None) -> tuple[str, ...]:
    """The sound codes of a list of languages (BCP 47); any other is a problem."""
    found = file.texts(node, "languages")
    for text in walk(node) if node is not None else ():
        if not _LANGUAGE.fullmatch(text.value):
            file.complain(text, f"“{text.value}” is no code of a language", "write codes such as en, de or uk")
    return tuple(code for code in found if _LANGUAGE.fullmatch(code))
