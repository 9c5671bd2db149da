"""Rules, knowledge and settings in an editor: what is wrong, what may be written, what it means, where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pygls", reason="the language server needs the extra factlint[lsp]")

from editor import at, editor, live, offset
from lsprotocol import types

from factlint.lang.functions import functions
from factlint.lang.types import fact_kinds, field_table, knowledge_kinds
from factlint.lsp.completion import completions

if TYPE_CHECKING:
    from pathlib import Path

RULE = """\
severity: error
find: |
  from date d, name n
  where d.stated_weekday != d.weekday and n.surname = "Witkoff"
    and size(n.text) > 2
message: "{d.text} is a {d.weekday}"
why: Readers plan by weekdays, and one of the two is wrong.
"""
KNOWN = "people:\n  - {name: Orlanda Pimmentel, wrong: {Pimmentel: [Pimentell]}}\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    (folder / "own" / "dates").mkdir(parents=True)
    (folder / "own" / "knowledge").mkdir()
    (folder / "factlint.yml").write_text("rules: [own]\n", encoding="utf-8")
    (folder / "own" / "dates" / "days.yaml").write_text(RULE, encoding="utf-8")
    (folder / "own" / "knowledge" / "names.yaml").write_text(KNOWN, encoding="utf-8")
    return folder


BROKEN = {
    "field": (RULE.replace("d.weekday a", "d.wekday a"), "own/dates/days.yaml", "wekday", "did you mean “weekday”"),
    "kind": (RULE.replace("name n", "nmae n"), "own/dates/days.yaml", "nmae", "did you mean “name”"),
    "key": (RULE.replace("message", "mesage"), "own/dates/days.yaml", "mesage", "did you mean “message”"),
    "yaml": (RULE + "a: b: c\n", "own/dates/days.yaml", ": c", "valid YAML"),
    "knowledge": (KNOWN.replace("wrong:", "rwong:"), "own/knowledge/names.yaml", "rwong", "did you mean “wrong”"),
    "config": ("rules: [own]\nstroy: all\n", "factlint.yml", "stroy", "did you mean “story”"),
    "toml": ("[tool.factlint]\nstroy = 'all'\n", "pyproject.toml", "stroy", "did you mean “story”"),
    "sidecar": ("publishd: 2025-12-15\n", "talks.txt.factlint.yml", "publishd", "did you mean “published”"),
}


def test_what_is_wrong_is_shown_at_its_place(desk: Path) -> None:
    async def session() -> None:
        async with editor(desk, "utf-32") as ed:
            for text, name, words, hint in BROKEN.values():
                uri = ed.open(name, text, "yaml")
                await ed.until(lambda uri=uri: uri in ed.shown and ed.shown[uri].diagnostics)
                first = next(one for one in ed.shown[uri].diagnostics if hint in one.message)
                assert first.range.start == at(text, words)
                assert first.severity == types.DiagnosticSeverity.Error
                ed.close(uri)
                await ed.diagnostics(uri)

    live(session())


def test_an_example_that_fails_is_shown_as_it_is_typed(desk: Path) -> None:
    good = RULE.replace(", name n", "").replace(' and n.surname = "Witkoff"\n    and size(n.text) > 2', "")
    text = good + "examples:\n  good:\n    - They met on Tuesday, Dec. 15, 2025.\n"

    async def session() -> None:
        async with editor(desk, "utf-32") as ed:
            uri = ed.open("own/dates/days.yaml", text, "yaml")
            await ed.until(lambda: uri in ed.shown and ed.shown[uri].diagnostics)
            (one,) = ed.shown[uri].diagnostics
            assert "noisy" in one.message
            assert one.range.start.line == text.count("\n") - 1
            ed.type(uri, text.replace("Tuesday", "Monday"))
            await ed.diagnostics(uri)

    live(session())


CURSOR = "|"
WRITING = {
    "kind": ("find: from na|", {"name", "date", "person"}),
    "second-kind": ("find: from name n, |", {"date"}),
    "section": ("find: from name n in |", {"headline", "caption", "quotes"}),
    "field": ("find: from name n where n.|", set(field_table()["name"])),
    "field-of-field": ("find: from name n where n.family.|", {"text", "start"}),
    "field-of-item": ("find: from list l, item i in l.items where i.|", {"key", "index"}),
    "field-of-article": ("find: from name n where article.|", {"published", "headline"}),
    "function": ("find: from name n where |", {*functions(), "any", "no", "n", "article"}),
    "keyword": ("find: from name n where n.surname |", {"is", "contains", "matches", "!="}),
    "after-is": ("find: from name n where n.surname is |", {"known", "unknown", "like", "close"}),
    "quantifier": ("find: from name n where any(|", {"date", "sentence", "office"}),
    "message": ('find: from date d\nmessage: "{d.|', {"weekday"}),
    "suggest": ('find: from date d\nsuggest:\n  - "{d.|', {"corrected_day"}),
    "key": ("sev|", {"severity", "find", "message", "examples", "rules"}),
    "severity": ("severity: |", {"error", "warning", "note", "off"}),
    "example": ("examples:\n  |", {"bad", "good", "undecided"}),
    "listed": ("rules:\n  - {|", {"spell", "prefer", "one_of", "define"}),
}


@pytest.mark.parametrize(("text", "wanted"), WRITING.values(), ids=WRITING)
def test_rules_are_completed(text: str, wanted: set[str]) -> None:
    assert wanted <= offered("rule", text)


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        ("knowledge", "|", {"people", "places", "offices"}),
        ("knowledge", "people:\n  - {name: Ann Bolt, |", {"wrong", "accepted"}),
        ("config", "|", {"story", "reference", "severity"}),
        ("config", "story: |", {"auto", "folder", "all", "none"}),
        ("config", "ignore: [|", {"names/misspelled"}),
        ("config", "severity:\n  |", {"names/misspelled"}),
        ("config", "severity:\n  names/misspelled: |", {"off", "note"}),
    ],
)
def test_knowledge_and_settings_are_completed(kind: str, text: str, wanted: set[str]) -> None:
    assert wanted <= offered(kind, text)


def test_plain_words_are_not_completed() -> None:
    assert offered("rule", "find: from date d\nmessage: this is |") == set()


def offered(kind: str, text: str) -> set[str]:
    found = completions(kind, text.replace(CURSOR, ""), text.index(CURSOR), ["names/misspelled"])
    return {one.label for one in found}


def completed(desk: Path, name: str, text: str) -> dict[str, types.CompletionItem]:
    found: dict[str, types.CompletionItem] = {}

    async def session() -> None:
        async with editor(desk, "utf-32") as ed:
            uri = ed.open(name, text.replace(CURSOR, ""), "yaml")
            found.update(await ed.completions(uri, at(text, CURSOR)))

    live(session())
    return found


def test_fields_are_completed_with_type_and_meaning(desk: Path) -> None:
    items = completed(desk, "own/dates/days.yaml", "find: from date d where d.|")
    assert items["weekday"].detail == "a text"
    about = items["weekday"].documentation
    assert isinstance(about, types.MarkupContent)
    assert "weekday of the written full date" in about.value


def test_hover_tells_what_words_mean(desk: Path) -> None:
    async def session() -> None:
        async with editor(desk, "utf-32") as ed:
            uri = ed.open("own/dates/days.yaml", RULE, "yaml")
            field = await ed.hover(uri, at(RULE, "weekday !") if "weekday !" in RULE else at(RULE, "stated_weekday"))
            assert "d.stated\\_weekday" in field
            assert "a text" in field
            assert "English weekday" in field
            assert "Fields:" in await ed.hover(uri, at(RULE, "date d"))
            assert "size" in await ed.hover(uri, at(RULE, "size("))
            assert await ed.hover(uri, at(RULE, "Readers")) == ""

    live(session())


def test_definition_leads_to_knowledge_and_rules(desk: Path) -> None:
    config = "rules: [own]\nseverity: {names/misspelled: warning}\n"

    async def session() -> None:
        async with editor(desk, "utf-32") as ed:
            rule = ed.open("own/dates/days.yaml", RULE, "yaml")
            (place,) = await ed.definition(rule, at(RULE, "Witkoff"))
            assert "/rules/knowledge/" in place.uri
            known = ed.open("own/knowledge/names.yaml", KNOWN, "yaml")
            (place,) = await ed.definition(known, at(KNOWN, "Pimentell"))
            assert place.uri == known
            assert offset(KNOWN, place.range.start) <= KNOWN.index("name:")
            settings = ed.open("factlint.yml", config, "yaml")
            (place,) = await ed.definition(settings, at(config, "misspelled"))
            assert place.uri.endswith("rules/names/misspelled.yaml")
            assert await ed.definition(rule, at(RULE, "Readers")) == []

    live(session())


def test_saved_rules_hold_at_once(desk: Path) -> None:
    text = "Orlanda Pimentell came to the talks in Berlin.\n"

    async def session() -> None:
        async with editor(desk, "utf-32") as ed:
            await ed.until(lambda: ed.registered)
            article = ed.open("talks.txt", text)
            await ed.diagnostics(article, "names/misspelled")
            (desk / "factlint.yml").write_text("rules: [own]\nseverity: {names/misspelled: note}\n", encoding="utf-8")
            changed = types.FileEvent(ed.uri("factlint.yml"), types.FileChangeType.Changed)
            ed.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))
            await ed.until(lambda: ed.shown[article].diagnostics[0].severity == types.DiagnosticSeverity.Information)
            (desk / "own" / "knowledge" / "names.yaml").write_text("people: []\n", encoding="utf-8")
            ed.save(ed.open("own/knowledge/names.yaml"))
            await ed.until(lambda: "names/misspelled" not in [one.code for one in ed.shown[article].diagnostics])

    live(session())


def test_a_broken_rule_on_the_disk_is_shown_and_the_rest_runs(desk: Path) -> None:
    (desk / "own" / "dates" / "days.yaml").write_text(BROKEN["kind"][0], encoding="utf-8")

    async def session() -> None:
        async with editor(desk, "utf-32") as ed:
            article = ed.open("talks.txt", "Orlanda Pimentell came to the talks in Berlin.\n")
            await ed.diagnostics(article, "names/misspelled")
            rule = ed.uri("own/dates/days.yaml")
            await ed.until(lambda: rule in ed.shown and "nmae" in ed.shown[rule].diagnostics[0].message)

    live(session())


@pytest.mark.parametrize("kind", sorted({*fact_kinds(), *knowledge_kinds()}))
def test_every_kind_and_function_says_what_it_is(kind: str) -> None:
    from factlint.lsp import meanings

    assert len(meanings.of_kind(kind).partition("Fields:")[0].split()) >= 3
    assert all(meanings.of_function(name).startswith(f"``{name}(") for name in functions())
