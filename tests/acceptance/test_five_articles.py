"""The main job on five real articles about one event, beside the repository; what must be found and what must not."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT.parent / "shared" / "seeds"
LEVELS = ("note", "warning", "error")

pytestmark = pytest.mark.skipif(not ARTICLES.is_dir(), reason="the five real articles are not beside this checkout")

CLOCKS = {"without a clock": (), "published": ("--published", "2025-12-16")}


def run(*args: str, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "factlint", *args]
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", env={**os.environ, **env}, check=False
    )


@pytest.fixture(scope="module", params=CLOCKS, ids=list(CLOCKS))
def findings(request: pytest.FixtureRequest) -> list[dict]:
    done = run("check", str(ARTICLES), "--format", "json", *CLOCKS[request.param])
    assert done.returncode == 1, done.stderr
    return json.loads(done.stdout)["findings"]


def number(place: dict) -> str:
    return place["id"][:3]


def places(finding: dict, roles: tuple[str, ...] = ("same",)) -> list[tuple[str, str]]:
    return [
        (number(finding), finding["text"]),
        *((number(r), words_at(r)) for r in finding["related"] if r["role"] in roles),
    ]


def words_at(place: dict) -> str:
    path = next(ARTICLES.glob(number(place) + "*"))
    return path.read_text(encoding="utf-8")[place["start"] : place["end"]]


def having(
    findings: list[dict], words: str, article: str, least: str, roles: tuple[str, ...] = ("same",)
) -> list[dict]:
    return [
        finding
        for finding in findings
        if LEVELS.index(finding["severity"]) >= LEVELS.index(least)
        and any(number_ == article and words in text for number_, text in places(finding, roles))
    ]


def test_whitcoff_is_one_error_with_four_places(findings: list[dict]) -> None:
    [found] = having(findings, "Whitcoff", "001", "error")
    assert places(found) == [("001", "Whitcoff")] * 4


@pytest.mark.parametrize("name", ["Greenkewich", "Merts", "Murch", "Donbass", "Zaporizhzhya"])
def test_names_and_places(findings: list[dict], name: str) -> None:
    assert having(findings, name, "001", "warning")


def test_kiev_twice(findings: list[dict]) -> None:
    [found] = having(findings, "Kiev", "001", "warning")
    assert places(found) == [("001", "Kiev")] * 2


def test_the_caption_of_next_year(findings: list[dict]) -> None:
    [found] = having(findings, "Dec. 15, 2026", "002", "warning")
    assert any(r["role"] == "evidence" and "Monday" in words_at(r) for r in found["related"])
    assert any("2025" in edit["replacement"] for s in found["suggestions"] for edit in s["edits"])


@pytest.mark.parametrize("item", ["the Netherlands", "Finland"])
def test_items_twice_in_one_list(findings: list[dict], item: str) -> None:
    assert having(findings, item, "001", "error")


def test_the_title_on_the_wrong_person(findings: list[dict]) -> None:
    [found] = having([f for f in findings if f["rule"].startswith("titles/")], "Kushner", "001", "warning")
    assert found["rule"] == "titles/wrong-person"


def test_mixed_abbreviation_in_001(findings: list[dict]) -> None:
    assert having([f for f in findings if f["rule"].startswith("style/")], "US", "001", "note", ("same", "other"))


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("closer", {"001", "002", "003", "004"}),
        ("The basis of", {"001", "004"}),
        ("Those guarantees", {"001", "002", "004"}),
    ],
)
def test_quotations_in_other_words(findings: list[dict], words: str, articles: set[str]) -> None:
    quotes = [f for f in findings if f["rule"].startswith("quotes/")]
    found = [f for f in quotes if {n for n, text in places(f, ("same", "other")) if words in text} >= articles]
    assert len(found) == 1


def test_wrong_way_mark_doubled_sentence_and_joined_words(findings: list[dict]) -> None:
    assert having(findings, "‘", "001", "note")
    assert having(findings, "From our morning news briefing", "000", "note")
    [joined] = [f for f in findings if f["rule"] == "text/missing-space"]
    assert len(places(joined)) == 11


def test_ap_style_of_000_is_silent(findings: list[dict]) -> None:
    assert not [f for f in findings if f["rule"].startswith("style/") and number(f) == "000"]


@pytest.mark.parametrize("article", ["003", "004"])
def test_nothing_grave_in(findings: list[dict], article: str) -> None:
    grave = [f for f in findings if f["severity"] != "note"]
    assert not [f for f in grave if any(n == article for n, _ in places(f))]


def test_nine_of_ten_grave_findings_are_true(findings: list[dict]) -> None:
    """Every grave finding is one of those that were read and found true."""
    true = {
        "Whitcoff",
        "Greenkewich",
        "Merts",
        "Friedrich Murch",
        "Kiev",
        "Donbass",
        "Zaporizhzhya",
        "Dec. 15, 2026",
        "the Netherlands",
        "Finland",
        "Jared Kushner",
    }
    grave = [f["text"] for f in findings if f["severity"] != "note"]
    assert sum(text in true for text in grave) >= 0.9 * len(grave)


def test_the_same_bytes_for_any_order_and_twice() -> None:
    paths = [str(path) for path in sorted(ARTICLES.glob("*.txt"))]
    first = run("check", *paths, "--format", "json").stdout
    assert first == run("check", *reversed(paths), "--format", "json").stdout
    assert first == run("check", *paths[2:], *paths[:2], "--format", "json", PYTHONHASHSEED="7").stdout


def test_of_names_and_titles_nothing_else_is_grave(findings: list[dict]) -> None:
    """Every name in the wrong form, the one title on the wrong person, and nothing besides."""
    grave = [f for f in findings if f["severity"] != "note" and f["rule"].split("/")[0] in ("names", "titles")]
    assert sorted(f["text"] for f in grave) == [
        "Donbass",
        "Friedrich Murch",
        "Greenkewich",
        "Jared Kushner",
        "Kiev",
        "Merts",
        "Whitcoff",
        "Zaporizhzhya",
    ]


def test_three_lawful_forms_are_one_note_for_the_story(findings: list[dict]) -> None:
    found = [f for f in findings if f["rule"].startswith("names/") and "Zelensk" in f["text"]]
    assert [f["severity"] for f in found] == ["note"]


UNLISTED = r"Witkoff|Whitk?h?coff|Merz|Merts|Murch|Zelensk"


@pytest.fixture(scope="module")
def unlisted(tmp_path_factory: pytest.TempPathFactory) -> list[dict]:
    """Findings where every line that mentions Witkoff, Merz or Zelenskyy is taken out of rules/."""
    checkout = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "factlint", checkout / "factlint", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "rules", checkout / "rules")
    without(checkout / "rules")
    done = run(
        "check",
        str(ARTICLES),
        "--format",
        "json",
        cwd=checkout,
        PYTHONPATH=str(checkout),
        FACTLINT_CACHE_DIR=str(checkout / "cache"),
    )
    assert done.returncode == 1, done.stderr
    return json.loads(done.stdout)["findings"]


@pytest.mark.parametrize("name", ["Whitcoff", "Murch", "Merts"])
def test_without_the_names_in_the_rules_the_story_still_shows_it(unlisted: list[dict], name: str) -> None:
    [found] = having(unlisted, name, "001", "warning")
    assert found["severity"] == "warning"


def test_without_the_names_in_the_rules_lawful_forms_are_one_note(unlisted: list[dict]) -> None:
    found = [f for f in unlisted if f["rule"].startswith("names/") and "Zelensk" in f["text"]]
    assert [f["severity"] for f in found] == ["note"]


def without(rules: Path) -> None:
    """Takes the people out of the knowledge, and the examples of rules that name them."""
    for path in sorted(rules.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        if "knowledge" in path.parts:
            entries = re.split(r"(?m)^(?=  - )", text)
            text = "".join(entry for entry in entries if "terms:" in entry or not re.search(UNLISTED, entry))
            text = "".join(line for line in text.splitlines(keepends=True) if not re.search(UNLISTED, line))
        elif re.search(UNLISTED, text):
            text = text.split("examples:")[0]
        assert not re.search(UNLISTED, text), path
        path.write_text(text, encoding="utf-8")
