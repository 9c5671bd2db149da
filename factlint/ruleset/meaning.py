"""What a data rule stands for, on its way to become a rule, and texts as queries write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterable


@plain
class Scope:
    """Where a data rule looks: the section clause of its binding, and what else must hold of the word."""

    clause: str
    condition: str = ""


@plain
class Meaning:
    """What a data rule stands for."""

    family: str
    severity: str
    first: str
    find: str
    message: str
    suggest: tuple[str, ...]
    why: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    spellings: tuple[tuple[str, str], ...] = ()
    automatic: bool = False


def list_of_texts(found: Iterable[str]) -> str:
    """A list of texts as a query writes it."""
    return "[" + ", ".join(f'"{escaped(text)}"' for text in found) + "]"


def escaped(text: str) -> str:
    """A text as it stands between the quotation marks of a query."""
    return text.replace("\\", "\\\\").replace('"', '\\"')
