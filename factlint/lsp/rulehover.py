"""What a word of a rule means: a field with its type, a kind, a function, a section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.lang.check import QUANTIFIERS
from factlint.lang.functions import functions
from factlint.lang.types import fact_kinds, field_table, knowledge_kinds
from factlint.lsp import meanings
from factlint.lsp.completion import code_at, variables
from factlint.lsp.hover import escaped
from factlint.lsp.writing import spot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.lang.types import Type

_PATH = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")


def meaning_at(text: str, offset: int) -> tuple[str, int, int] | None:
    """What the word at an offset of a rule file means, in Markdown, and where it begins and ends."""
    code = code_at(text, spot(text, offset), offset)
    begin, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    line = text[begin : end if end >= 0 else len(text)]
    found = next((one for one in _PATH.finditer(line) if one.start() <= offset - begin < one.end()), None)
    if code is None or found is None:
        return None
    stop = line.find(".", offset - begin, found.end())
    path = line[found.start() : stop if stop >= 0 else found.end()]
    about = _meaning(path, variables(text, offset), called=line[found.end() :].lstrip().startswith("("))
    return (about, begin + found.start(), begin + found.start() + len(path)) if about else None


def _meaning(path: str, known: Mapping[str, Type], *, called: bool) -> str:
    if "." in path:
        return _field(path, known)
    if called and path in functions():
        return f"**{path}** {meanings.signature(path)}\n\n{meanings.of_function(path)}"
    if called and path in QUANTIFIERS:
        return f"**{path}**(kind name where …) asks all facts of a kind"
    if path in fact_kinds() | knowledge_kinds():
        where = "found in articles" if path in fact_kinds() else "known to the desk"
        return f"**{path}**, {where}\n\n{meanings.of_kind(path)}"
    kind = meanings.type_of_path(path, known)
    if kind is None:
        return ""
    about = meanings.of_kind(kind.name) if kind.name in field_table() else ""
    return f"**{path}** · {kind}\n\n{about}".strip()


def _field(path: str, known: Mapping[str, Type]) -> str:
    owner, _, name = path.rpartition(".")
    outer, kind = meanings.type_of_path(owner, known), meanings.type_of_path(path, known)
    if kind is not None and outer is not None:
        return f"**{escaped(path)}** · {kind}\n\n{meanings.of_field(outer.name, name)}".strip()
    return f"{escaped(owner)} has no field “{escaped(name)}”" if outer is not None else ""
