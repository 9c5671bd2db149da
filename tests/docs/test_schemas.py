"""The JSON Schemas that ship are those of today's readers, and every file that the readers take fits them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from factlint.app import schemas
from factlint.knowledge.load import load as load_knowledge
from factlint.ruleset.load import RuleFile, read_file

jsonschema = pytest.importorskip("jsonschema", reason="needs the dev extra")
ROOT = Path(__file__).resolve().parents[2]
KNOWLEDGE = sorted((ROOT / "rules" / "knowledge").rglob("*.yaml"))
RULES = sorted(path for path in (ROOT / "rules").rglob("*.yaml") if path not in KNOWLEDGE)


class Loader12(yaml.SafeLoader):
    """YAML as editors read it (1.2): ``no`` and ``2025-12-31`` are texts."""


Loader12.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(name: str, text: str, loader: Any = Loader12) -> list[str]:
    validator = jsonschema.Draft7Validator(schemas.schema(name))
    return [error.message for error in validator.iter_errors(yaml.load(text, loader))]


@pytest.mark.parametrize("name", schemas.NAMES)
def test_what_ships_is_what_the_readers_take(name: str, request: pytest.FixtureRequest) -> None:
    path = schemas.shipped(name)
    if request.config.getoption("--update-golden"):
        path.write_text(schemas.text_of(name), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == schemas.text_of(name), "run pytest tests/docs --update-golden"
    jsonschema.Draft7Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("loader", [Loader12, yaml.BaseLoader], ids=["typed", "texts"])
@pytest.mark.parametrize("path", RULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_shipped_rule_fits(path: Path, loader: Any) -> None:
    assert faults("rule", path.read_text(encoding="utf-8"), loader) == []


@pytest.mark.parametrize("path", KNOWLEDGE, ids=lambda path: path.stem)
def test_all_shipped_knowledge_fits(path: Path) -> None:
    assert faults("knowledge", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "rules: [desk]\nfail_on: error\n",
        "rules: desk\nfail-on: never\nseverity: {names/*: off}\npublished: 2025-12-31\n",
        "severity: {names/*: {level: note, paths: [blogs/]}, dates/*: [error, {level: off, for: [Sport]}]}\n",
        "select: [names/*, dates/*]\nstory: folder\nformat: json\n",
    ],
)
def test_a_configuration_fits(text: str) -> None:
    assert faults("config", text) == []


RULE = "severity: error\nfind: from date d where d.year < 1800\nmessage: old\n"
PERSON = "people:\n  - name: Karel Novotny\n"
WRONG = [
    ("rule", RULE + "sugest: x\n", "sugest"),
    ("rule", RULE.replace("error", "eror"), "eror"),
    ("rule", RULE.replace("message: old\n", ""), "message"),
    ("rule", RULE + "examples: {bad: a text}\n", "a text"),
    ("rule", RULE + "examples: {baad: [a text]}\n", "baad"),
    ("rule", "rules:\n  - {prefer: {grey: gray}, spell: {grey: gray}}\n", "valid under each of"),
    ("rule", "rules:\n  - {id: style/x}\n", "not valid under any"),
    ("rule", "rules:\n  - {prefer: {grey: gray}, sevrity: note}\n", "sevrity"),
    ("knowledge", PERSON + "    bron: 1960\n", "bron"),
    ("knowledge", PERSON + "    born: early\n", "early"),
    ("knowledge", "people:\n  - surname: Novotny\n", "name"),
    ("knowledge", "persons:\n  - name: Karel Novotny\n", "persons"),
    ("knowledge", "places:\n  - {name: Kyiv, kind: town}\n", "town"),
    ("knowledge", "offices:\n  - {key: a/b, title: C, terms: [{holder: unknown}]}\n", "since"),
    ("knowledge", "about: {sourec: x}\n", "sourec"),
    ("config", "rulse: [desk]\n", "rulse"),
    ("config", "fail_on: warnings\n", "warnings"),
    ("config", "severity: {names/*: {lvel: note}}\n", "not valid under any"),
]


@pytest.mark.parametrize(("name", "text", "word"), WRONG, ids=[f"{name}-{word}" for name, _, word in WRONG])
def test_what_the_reader_refuses_does_not_fit(name: str, text: str, word: str) -> None:
    found = faults(name, text)
    assert any(word in message for message in found), found
    if name == "rule":
        assert read_file(RuleFile("style/x.yaml", "style/x.yaml", text))[1]
    if name == "knowledge":
        assert load_knowledge([("x.yaml", text)]).problems


@pytest.mark.parametrize("name", schemas.NAMES)
def test_every_key_has_a_type(name: str) -> None:
    """A key that no reader asks for would take anything; ``note`` is for people."""

    def untyped(node: Any, key: str = "") -> list[str]:
        if not isinstance(node, dict):
            return [found for item in node for found in untyped(item)] if isinstance(node, list) else []
        if key == "properties":
            return [found for own, value in node.items() for found in ([own] if value == {} else untyped(value))]
        return [found for own, value in node.items() for found in untyped(value, own)]

    assert set(untyped(schemas.schema(name))) <= {"note"}
