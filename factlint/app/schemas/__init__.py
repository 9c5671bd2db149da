"""JSON Schemas of rule files, knowledge files and the configuration, made of what their readers ask for.

An editor with a language server for YAML completes keys and underlines mistakes by them. They are written for YAML 1.2,
and are milder than the readers where those look at more than the type of a value.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from factlint.app.schemas.probing import Probe, Shape, probed
from factlint.config import layers, reading
from factlint.knowledge import kinds
from factlint.knowledge.load import ABOUT, sections
from factlint.ruleset.data_rules import FORMS, read_data_rule
from factlint.ruleset.read import KEYS, QueryReader
from factlint.text.marked import Keys

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factlint.text.marked import Node

DRAFT = "http://json-schema.org/draft-07/schema#"
"""Draft 7: what language servers for YAML read."""

_Made = dict[str, Any]


def schema(name: str) -> _Made:
    """The schema of a name in NAMES."""
    title, make = _SCHEMAS[name]
    return {"$schema": DRAFT, "title": title, **make()}


def text_of(name: str) -> str:
    """The file of a schema."""
    import json

    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def shipped(name: str) -> Path:
    """Where the file of a schema ships."""
    return Path(__file__).resolve().parents[2] / "schemas" / f"{name}.schema.json"


# -- the three kinds of file


def _rule_file() -> _Made:
    definitions: _Made = {}
    query = _object(probed(_query_rule), definitions)
    entries = [_object(probed(_data_rule(form), frozenset(FORMS)), definitions) for form in FORMS]
    keys = {key: value for entry in entries for key, value in entry["properties"].items()}
    listed = {
        "type": "object",
        "properties": keys,
        "additionalProperties": False,
        "oneOf": [{"required": [form]} for form in FORMS],
    }
    several = {
        "type": "object",
        "properties": {"rules": {"type": "array", "items": listed}},
        "required": ["rules"],
        "additionalProperties": False,
    }
    # Told apart by the key “rules”, so that an editor names the fault and not “no alternative fits”.
    return {"if": {"required": ["rules"]}, "then": several, "else": query, "definitions": definitions}


def _query_rule(probe: Probe, root: Node) -> None:
    entry = probe.keys(root, KEYS, "a rule")
    if entry is not None:
        QueryReader(probe, "style/probe", entry).read()


def _data_rule(form: str) -> Callable[[Probe, Node], None]:
    def read(probe: Probe, root: Node) -> None:
        others = frozenset(("a rule of this list", other) for other in FORMS if other != form)
        probe.without |= others
        read_data_rule(probe, root)

    return read


def _knowledge_file() -> _Made:
    definitions: _Made = {}
    found = _object(probed(_all_sections), definitions)
    about = found["properties"][ABOUT]["properties"]
    # What is said about all entries has the type that it has in each of them.
    entry = next(found["properties"][kind.section] for kind in kinds().values() if kind.about and kind.section)
    about.update({key: entry["items"]["properties"][key] for key in about})
    return {**found, "definitions": definitions} if definitions else found


def _all_sections(probe: Probe, root: Node) -> None:
    named = [kind.section for kind in kinds().values() if kind.section is not None and kind.read is not None]
    there = probe.keys(root, (*named, ABOUT), "a knowledge file")
    plain = Keys(there.entries if there is not None else (), 0, 0)
    for kind, node in sections(probe, plain):
        if kind.read is not None:
            list(kind.read(probe, node))


def _config_file() -> _Made:
    definitions: _Made = {}
    found = _object(probed(_settings), definitions)
    properties = found["properties"]
    hyphened = {name.replace("_", "-"): value for name, value in properties.items() if "_" in name}
    found["properties"] = dict(sorted({**properties, **hyphened}.items()))
    return {**found, "definitions": definitions} if definitions else found


def _settings(probe: Probe, root: Node) -> None:
    entry = probe.keys(root, layers.NAMES, "the configuration")
    for key, node in entry.entries if entry is not None else ():
        reading.read(probe, key.value, node, Path())


_SCHEMAS: Mapping[str, tuple[str, Callable[[], _Made]]] = {
    "config": ("factlint: configuration", _config_file),
    "knowledge": ("factlint: what the desk knows", _knowledge_file),
    "rule": ("factlint: a rule, or a list of data rules", _rule_file),
}
NAMES = tuple(_SCHEMAS)

# -- a shape as a schema

_TEXT: _Made = {"type": ["string", "number", "boolean"]}
_TEXTS: _Made = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_TYPES: Mapping[str, _Made] = {
    "text": _TEXT,
    "texts": _TEXTS,
    "spellings": {"type": "object", "additionalProperties": _TEXTS},
    "flag": {"enum": [True, False, "true", "false", "yes", "no", "on", "off"]},
    "number": {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^-?[0-9]+$"}]},
    "day": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ].*)?$"},
}
# A question for a type is stricter than the look at the value that came before it.
_STRICTER = ("choice", "flag", "number", "day", "spellings", "texts")


def _object(shape: Shape, definitions: _Made) -> _Made:
    found: _Made = {"type": "object", "properties": {}, "additionalProperties": False}
    for name, part in shape.keys.items():
        found["properties"][name] = _value(part, definitions)
    if shape.needed:
        found["required"] = sorted(shape.needed)
    return found


def _value(shape: Shape, definitions: _Made) -> _Made:
    """The schema of a value: any of the types that readers took it for."""
    strict = next((one for one in _STRICTER if one in shape.types), None)
    if strict is not None and strict != "choice":
        return _TYPES[strict]
    ways: list[_Made] = [_TEXT] if "text" in shape.types else []
    ways = [{"enum": list(shape.choices)}] if strict is not None else ways
    if "list" in shape.types:
        ways.append({"type": "array", "items": _value(shape.part("item"), definitions)})
    if "group" in shape.types:
        ways.append({"type": "object", "additionalProperties": _value(shape.part("value"), definitions)})
    if shape.like is not None:
        ways.append({"$ref": f"#/definitions/{_slug(shape.like.called)}"})
    elif "keys" in shape.types:
        ways.append(_keyed(shape, ways, definitions))
    return ways[0] if len(ways) == 1 else {"anyOf": ways} if ways else {}


def _keyed(shape: Shape, others: list[_Made], definitions: _Made) -> _Made:
    """A group of known keys; one that holds others of its kind, or stands beside them, is written once."""
    made = _object(shape, definitions)
    slug = _slug(shape.called)
    if f"'#/definitions/{slug}'" not in repr((made, others)):
        return made
    definitions[slug] = made
    return {"$ref": f"#/definitions/{slug}"}


def _slug(called: str) -> str:
    return "-".join(called.split())
