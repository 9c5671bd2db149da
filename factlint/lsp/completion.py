"""What may be written at a place of a rule, knowledge or configuration file.

Keys and their choices come from the schemas, which are made from the readers; kinds, fields, functions and keywords
from the registries and the grammar.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from factlint.app.schemas import schema
from factlint.lang.check import QUANTIFIERS, SCOPES
from factlint.lang.functions import functions
from factlint.lang.parse import expected, operators
from factlint.lang.types import Type, fact_kinds, field_table, knowledge_kinds
from factlint.lsp import meanings, rulefiles
from factlint.lsp.writing import spot, whole_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factlint.lsp.writing import Spot

# The keys of a rule whose values are queries and expressions, and those that have expressions in braces.
QUERY, EXPRESSION = "find", "warning"
TEMPLATES = ("message", "suggest", "accept", "label")
_SCHEMAS = {rulefiles.RULE: "rule", rulefiles.KNOWLEDGE_FILE: "knowledge", rulefiles.CONFIG: "config"}
_OF_RULES = (("select",), ("ignore",))
_WORD = re.compile(r"[A-Za-z_]\w*$")
_PATH = re.compile(r"(?P<path>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\.(?P<word>\w*)$")
_BOUND = re.compile(
    r"(?=\b(?P<kind>[a-z]\w*)\s+(?P<name>[A-Za-z_]\w*)(?:\s+in\s+(?P<path>[A-Za-z_]\w*\.[A-Za-z_]\w*))?)"
)
_CALLED = re.compile(r"(\w+)\s*\(\s*$")

Kinds = types.CompletionItemKind


def completions(kind: str, text: str, offset: int, rules: Sequence[str] = ()) -> list[types.CompletionItem]:
    """What may be written at an offset of a file of some kind (see ``rulefiles``); ``rules`` are the ids that exist."""
    here = spot(text, offset)
    if kind == rulefiles.CONFIG and (here.keys in _OF_RULES or (here.keys, here.value) == (("severity",), False)):
        return [_item(one, Kinds.Reference) for one in rules]
    if kind == rulefiles.RULE:
        code = code_at(text, here, offset)
        if code is not None:
            return list(_of_code(*code, variables(text, offset)))
    found = _shapes(kind, here.keys)
    if here.value:
        return [_item(one, Kinds.EnumMember) for one in dict.fromkeys(_choices(found))]
    told = {name: part for shape in found for name, part in shape.get("properties", {}).items()}
    return [_item(name, Kinds.Property, _called(part), suffix=": ") for name, part in sorted(told.items())]


def code_at(text: str, here: Spot, offset: int) -> tuple[str, str] | None:
    """What the grammar is to read (``query`` or ``expr``), and the code before an offset; None in plain words."""
    before = text[here.start : offset].lstrip("'\"")
    if here.key == QUERY and here.value:
        return "query", before
    if here.key == EXPRESSION and here.value:
        return "expr", before
    if any(key in TEMPLATES for key in here.keys):
        opened = before.rfind("{")
        if opened > before.rfind("}") and not before.endswith("{{"):
            return "expr", before[opened + 1 :]
    return None


@cache
def _of_items() -> Mapping[str, Type]:
    """The types of what lists hold, by their names."""
    found = {field.item.name: field.item for table in field_table().values() for field in table.values() if field.item}
    return dict(sorted(found.items()))


def variables(text: str, offset: int) -> dict[str, Type]:
    """The variables of the rule around an offset, told from the words of its query, which need not be right yet."""
    query = whole_value(text, QUERY, len(text) if text.count(f"{QUERY}:") == 1 else offset)
    found: dict[str, Type] = {}
    for bound in _BOUND.finditer(query):
        kind = bound["kind"]
        if kind in fact_kinds() | knowledge_kinds():
            found[bound["name"]] = Type(kind)
        elif bound["path"] is not None and kind in _of_items():
            found[bound["name"]] = _of_items()[kind]
    return found


def _of_code(start: str, before: str, known: Mapping[str, Type]) -> Iterator[types.CompletionItem]:
    path = _PATH.search(before)
    if path is not None:
        owner = meanings.type_of_path(path["path"], known)
        yield from _fields(owner) if owner is not None else ()
        return
    word = _WORD.search(before)
    before = before[: word.start()] if word else before
    may = expected(before, start)
    if "NAME" in may:
        yield from _names(before, known, atom="STRING" in may)
    yield from (_item(one, Kinds.Keyword) for one in sorted(may) if one.islower())
    if "OPERATOR" in may:
        yield from (_item(one, Kinds.Operator) for one in operators())


def _fields(owner: Type) -> Iterator[types.CompletionItem]:
    for name, kind in field_table().get(owner.name, {}).items():
        yield _item(name, Kinds.Field, str(kind), meanings.of_field(owner.name, name))


def _names(before: str, known: Mapping[str, Type], *, atom: bool) -> Iterator[types.CompletionItem]:
    """What a name may be: a kind in a binding, a section behind its *in*, else a variable or a function."""
    last = re.findall(r"\w+|\S", before)[-1:]
    caller = _CALLED.search(before)
    binding = last == ["from"] or (last == [","] and " where " not in f" {' '.join(before.split())} " and not atom)
    if binding or (caller is not None and caller[1] in QUANTIFIERS):
        yield from _of_kinds()
    if not atom and last in (["in"], ["or"]):
        yield from (_item(one, Kinds.EnumMember, "a section") for one in SCOPES)
    if not binding:
        yield from (_item(name, Kinds.Variable, str(kind)) for name, kind in sorted(known.items()))
    if atom:
        yield from (_item(one, Kinds.Variable, f"the {one}") for one in ("article", "story"))
        yield from (_item(one, Kinds.Function, "asks all facts of a kind", suffix="(") for one in QUANTIFIERS)
        for name in functions():
            yield _item(name, Kinds.Function, meanings.signature(name), meanings.of_function(name), suffix="(")


def _of_kinds() -> Iterator[types.CompletionItem]:
    for name in sorted(fact_kinds()):
        yield _item(name, Kinds.Class, "found in articles", meanings.of_kind(name))
    for name in sorted(knowledge_kinds()):
        yield _item(name, Kinds.Class, "known to the desk", meanings.of_kind(name))


def _item(
    label: str, kind: types.CompletionItemKind, detail: str = "", about: str = "", suffix: str = ""
) -> types.CompletionItem:
    return types.CompletionItem(
        label=label,
        kind=kind,
        detail=detail or None,
        documentation=types.MarkupContent(types.MarkupKind.Markdown, about) if about else None,
        insert_text=label + suffix if suffix else None,
    )


# -- what the schemas say


@cache
def _schema(name: str) -> Mapping[str, Any]:
    return schema(name)


def _shapes(kind: str, keys: Iterable[str]) -> list[Mapping[str, Any]]:
    """The schemas of the value under some keys."""
    if kind not in _SCHEMAS:
        return []
    root = _schema(_SCHEMAS[kind])
    found = list(_plain(root, root))
    for key in keys:
        found = [one for shape in found for part in _below(shape, key) for one in _plain(part, root)]
    return found


def _plain(shape: Mapping[str, Any], root: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """A schema without its alternatives, lists and references: whatever a value there may be."""
    if "$ref" in shape:
        yield from _plain(root["definitions"][shape["$ref"].rpartition("/")[2]], root)
        return
    yield shape
    for part in (*shape.get("anyOf", ()), *(shape[key] for key in ("then", "else", "items") if key in shape)):
        yield from _plain(part, root)


def _below(shape: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    properties, others = shape.get("properties", {}), shape.get("additionalProperties")
    if key in properties:
        yield properties[key]
    elif isinstance(others, dict):
        yield others


def _choices(shapes: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for shape in shapes:
        yield from (one if isinstance(one, str) else str(one).lower() for one in shape.get("enum", ()))


def _called(shape: Mapping[str, Any]) -> str:
    """What a key holds, in a word."""
    if shape.get("enum"):
        return " | ".join(dict.fromkeys(_choices([shape])))
    return {"array": "a list", "object": "a group of keys"}.get(str(shape.get("type")), "")
