"""Articles in an editor: what is shown as somebody types, and what is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pygls", reason="the language server needs the extra factlint[lsp]")

from editor import ROOT, at, editor, live, offset
from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WRONG = "Talks go on\n\nThe envoy, Steve Whitcoff, came to Berlin on Monday. Whitcoff left at noon.\n"
RIGHT = WRONG.replace("Whitcoff", "Witkoff")
MISSPELLED = "names/misspelled"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


def test_diagnostics_follow_what_is_typed_and_not_what_is_saved(desk: Path) -> None:
    (desk / "talks.txt").write_text(RIGHT, encoding="utf-8")

    async def session() -> None:
        async with editor(desk) as ed:
            uri = ed.open("talks.txt")
            await ed.diagnostics(uri)
            ed.type(uri, WRONG)
            first, second = await ed.diagnostics(uri, MISSPELLED, MISSPELLED)
            assert ed.shown[uri].version == 2
            assert first.severity == types.DiagnosticSeverity.Error
            assert first.source == "factlint"
            assert "Witkoff" in first.message
            assert WRONG[offset(WRONG, first.range.start) : offset(WRONG, first.range.end)] == "Whitcoff"
            assert second.range.start == at(WRONG, "Whitcoff", 1)
            assert first.data["fingerprint"] == second.data["fingerprint"]
            assert first.code_description.href.endswith("names/misspelled.yaml")
            assert [one.location.range for one in first.related_information or ()] == [second.range]
            ed.type(uri, RIGHT)
            await ed.diagnostics(uri)
            ed.close(uri)

    live(session())


@pytest.mark.parametrize("versions", [True, False], ids=["versioned", "plain"])
def test_fixes_give_the_right_text(desk: Path, versions: bool) -> None:
    async def session() -> None:
        async with editor(desk, versions=versions) as ed:
            uri = ed.open("talks.txt", WRONG)
            diagnostics = await ed.diagnostics(uri, MISSPELLED, MISSPELLED)
            fix, *others = await ed.actions(uri, diagnostics[0].range, "quickfix")
            assert fix.is_preferred
            assert fix.title == "Change to “Witkoff” (2 places in this article)"
            assert ed.applied(uri, fix.edit) == RIGHT
            assert not any(one.is_preferred for one in others)
            (every,) = await ed.actions(uri, types.Range(at(WRONG, "Talks"), at(WRONG, "Talks")), "source.fixAll")
            assert every.kind == "source.fixAll.factlint"
            assert ed.applied(uri, every.edit) == RIGHT

    live(session())


ENCODINGS = {
    "utf-8": lambda char: len(char.encode()),
    "utf-16": lambda char: len(char.encode("utf-16-le")) // 2,
    "utf-32": len,
}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_places_are_counted_as_the_editor_counts(desk: Path, encoding: str) -> None:
    # A line separator and a form feed are no line breaks, neither for the protocol nor for articles.
    text = "“😀 Grüße”\u2028\x0c – 𝔉 said Steve Whitcoff 😀, the envoy. 😀 Whitcoff left.\r\nAnd 😀 Whitcoff came.\n"
    width: Callable[[str], int] = ENCODINGS[encoding]

    async def session() -> None:
        async with editor(desk, encoding) as ed:
            assert ed.capabilities.position_encoding == encoding
            uri = ed.open("talks.txt", text)
            found = await ed.diagnostics(uri, MISSPELLED, MISSPELLED, MISSPELLED)
            for one in found:
                assert text[offset(text, one.range.start, width) : offset(text, one.range.end, width)] == "Whitcoff"
            fix, *_ = await ed.actions(uri, found[2].range, "quickfix")
            assert ed.applied(uri, fix.edit, width) == text.replace("Whitcoff", "Witkoff")

    live(session())


# -- what is told about a place


def test_hover_tells_the_finding_its_reason_and_what_was_read(desk: Path) -> None:
    text = (
        "Talks go on in Berlin\n\nChancellor Friedrich Merz met the envoy, Steve Whitcoff, on Dec. 15, 2025.\n\n"
        "“We have 20 points on the table,” Merz said. He asked for €90 billion.\n"
    )

    async def session() -> None:
        async with editor(desk, "utf-32") as ed:
            uri = ed.open("talks.txt", text)
            await ed.until(lambda: uri in ed.shown)
            finding = await ed.hover(uri, at(text, "Whitcoff"))
            assert "Whitcoff should be Witkoff" in finding
            assert "names/misspelled" in finding
            assert "the error that readers" in finding
            known = await ed.hover(uri, at(text, "Merz"))
            assert "entity: friedrich-merz" in known
            assert "known person: Friedrich Merz" in known
            assert "Chancellor: since 2025-05-06" in known
            assert "value: 2025-12-15" in await ed.hover(uri, at(text, "Dec. 15"))
            quote = await ed.hover(uri, at(text, "table"))
            assert "speaker: Merz" in quote
            amount = await ed.hover(uri, at(text, "€90"))
            assert "unit: EUR" in amount
            assert "value: 90,000,000,000" in amount
            assert await ed.hover(uri, at(text, "asked")) == ""

    live(session())


def test_definition_of_a_name_is_its_entry(desk: Path) -> None:
    async def session() -> None:
        async with editor(desk, "utf-32") as ed:
            uri = ed.open("talks.txt", WRONG)
            (place,) = await ed.definition(uri, at(WRONG, "Whitcoff", 1))
            assert await ed.definition(uri, at(WRONG, "Steve")) == [place]
            assert "/knowledge/" in place.uri
            lines = (ROOT / "rules" / place.uri.rpartition("/rules/")[2]).read_text(encoding="utf-8").splitlines()
            assert "Steve Witkoff" in lines[place.range.start.line]

    live(session())


# -- what is done for the desk


def test_a_name_is_added_and_the_finding_goes(desk: Path) -> None:
    (desk / "factlint.yml").write_text("rules: [own]\n", encoding="utf-8")
    (desk / "own").mkdir()

    async def session() -> None:
        async with editor(desk, "utf-32") as ed:
            uri = ed.open("talks.txt", WRONG)
            found = await ed.diagnostics(uri, MISSPELLED, MISSPELLED)
            offered = await ed.actions(uri, found[1].range)
            add = next(one for one in offered if "“Whitcoff”" in one.title and one.command)
            assert add.title == "Add the name “Whitcoff” to the desk’s knowledge"
            await ed.call(add)
            await ed.until(lambda: MISSPELLED not in [one.code for one in ed.shown[uri].diagnostics])
            assert "Whitcoff" in (desk / "own" / "knowledge" / "names.yaml").read_text(encoding="utf-8")
            assert any("own/knowledge/names.yaml" in message for message in ed.messages)

    live(session())


@pytest.mark.parametrize(
    ("scope", "left"), [("here", 1), ("in this article", 0), ("for this desk", 0)], ids=["place", "article", "desk"]
)
def test_a_finding_is_dismissed_with_a_reason(desk: Path, scope: str, left: int) -> None:
    (desk / "factlint.yml").write_text("{}\n", encoding="utf-8")

    async def session() -> None:
        async with editor(desk, "utf-32") as ed:
            ed.answer = "The source has it so"
            uri = ed.open("talks.txt", WRONG)
            found = await ed.diagnostics(uri, MISSPELLED, MISSPELLED)
            offered = await ed.actions(uri, found[1].range)
            dismiss = next(one for one in offered if one.title.startswith(f"Dismiss {scope}:"))
            await ed.call(dismiss)
            written = (desk / ".factlint" / "dismissed.yml").read_text(encoding="utf-8")
            assert "The source has it so" in written
            assert "Whitcoff" in written
            await ed.diagnostics(uri, *[MISSPELLED] * left)

    live(session())


def test_who_gives_no_reason_dismisses_nothing(desk: Path) -> None:
    async def session() -> None:
        async with editor(desk, "utf-32") as ed:
            uri = ed.open("talks.txt", WRONG)
            found = await ed.diagnostics(uri, MISSPELLED, MISSPELLED)
            offered = await ed.actions(uri, found[1].range)
            await ed.call(next(one for one in offered if one.title.startswith("Dismiss")))
            assert not (desk / ".factlint").exists()

    live(session())


def test_the_rule_of_a_finding_is_shown(desk: Path) -> None:
    async def session() -> None:
        async with editor(desk, "utf-32") as ed:
            uri = ed.open("talks.txt", WRONG)
            found = await ed.diagnostics(uri, MISSPELLED, MISSPELLED)
            offered = await ed.actions(uri, found[0].range)
            await ed.call(next(one for one in offered if one.title == f"Explain {MISSPELLED}"))
            assert ed.documents[0].uri.endswith("rules/names/misspelled.yaml")

    live(session())


# -- the other articles of the story

YEARS = """\
severity: warning
find: from date a, date b of different articles where a.month = b.month and a.day = b.day and a.year != b.year
message: "{a.text} or {b.text}"
"""
MONDAY = (
    "Leaders gather in Berlin for the Harrowgate treaty\n\nLeaders signed the Harrowgate treaty in Berlin on Dec. 15, 2025,"
    " said Orlanda Pimmentel, the envoy of Harrowgate.\n"
)
CAPTION = "Leaders sign the Harrowgate treaty in Berlin, Dec. 15, 2026, watched by Orlanda Pimmentel of Harrowgate.\n"


def test_other_files_of_the_workspace_are_the_story(desk: Path) -> None:
    (desk / "own" / "dates").mkdir(parents=True)
    (desk / "own" / "dates" / "years.yaml").write_text(YEARS, encoding="utf-8")
    (desk / "factlint.yml").write_text("story: all\nrules: [own]\nselect: dates/years\n", encoding="utf-8")
    (desk / "monday.txt").write_text(MONDAY, encoding="utf-8")

    async def session() -> None:
        async with editor(desk, "utf-32") as ed:
            uri = ed.open("caption.txt", CAPTION)
            await ed.until(lambda: uri in ed.shown and ed.shown[uri].diagnostics)
            (one,) = ed.shown[uri].diagnostics
            assert one.code == "dates/years"
            others = [other.location.uri for other in one.related_information or ()]
            assert ed.uri("monday.txt") in others
            assert ed.uri("monday.txt") not in ed.shown
            # What is open counts as it is in the editor, also for the others.
            other = ed.open("monday.txt", MONDAY.replace("2025", "2026"))
            await ed.diagnostics(uri)
            await ed.diagnostics(other)

    live(session())


# -- what cannot go on


def test_only_what_was_typed_last_is_shown(desk: Path) -> None:
    async def session() -> None:
        async with editor(desk, "utf-32") as ed:
            uri = ed.open("talks.txt", "")
            for end in range(0, len(WRONG), 7):
                ed.type(uri, WRONG[:end])
            ed.type(uri, WRONG)
            await ed.diagnostics(uri, MISSPELLED, MISSPELLED)
            assert ed.shown[uri].version == ed.texts[uri][0]

    live(session())


ODD = (
    "", "\n", "\0\0\0", "\ufeffTalks", "“" * 300, "---\npublished: never\n---\nTalks\n", "\ud800 lone", "a\r\rb\r\n",
)  # fmt: skip


def test_odd_texts_end_nothing(desk: Path) -> None:
    async def session() -> None:
        async with editor(desk) as ed:
            far = types.Position(99, 9999)
            for number, text in enumerate(ODD):
                uri = ed.open(f"odd-{number}.txt", text)
                await ed.until(lambda uri=uri: uri in ed.shown)
                await ed.hover(uri, far)
                await ed.actions(uri, types.Range(types.Position(0, 0), far))
            other = ed.open("talks.txt", WRONG)
            await ed.diagnostics(other, MISSPELLED, MISSPELLED)

    live(session())


@pytest.mark.parametrize(
    ("name", "language", "text"),
    [
        ("talks.md", "markdown", "# Talks go on\n\nThe envoy, *Steve* Whitcoff, came.\n"),
        ("untitled:Untitled-1", "plaintext", "The envoy, Steve Whitcoff, came.\n"),
        ("talks.html", "html", "<html><body><article><h1>Talks &amp; more</h1>\n<p>The envoy, Steve Whitcoff, came to the "
         "old town of Berlin on Monday and stayed there for two days of talks.</p></article></body></html>\n"),
    ],
    ids=["markdown", "untitled", "html"],
)  # fmt: skip
def test_other_texts_are_articles_too(desk: Path, name: str, language: str, text: str) -> None:
    async def session() -> None:
        async with editor(desk, "utf-32") as ed:
            uri = ed.open(name, text, language)
            (one,) = await ed.diagnostics(uri, MISSPELLED)
            assert one.range.start == at(text, "Whitcoff")
            fix = (await ed.actions(uri, one.range, "quickfix"))[0]
            assert ed.applied(uri, fix.edit) == text.replace("Whitcoff", "Witkoff")

    live(session())
