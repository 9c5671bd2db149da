"""The articles in ``seeds/``: our own words, with the mistakes that were put in on purpose, and one without any."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
REAL = ROOT / ".." / "shared" / "seeds"
NAMES = tuple(sorted(path.name for path in SEEDS.iterdir()))

RUN = 12  # words in a row that nobody writes twice by chance

WRONG = {"Whitcoff", "Greenkewich", "Merts", "Murch", "Kiev", "Donbass", "Zaporizhzhya", "NATO‘s"}

# How often each planted form stands in its article.
PLANTED = [
    ("guarantees.txt", "Whitcoff", 4),
    ("guarantees.txt", "General Alexus Greenkewich", 1),
    ("guarantees.txt", "Merts said", 1),
    ("guarantees.txt", "German Chancellor Friedrich Murch", 1),
    ("guarantees.txt", "US President Jared Kushner", 1),
    ("guarantees.txt", "Kiev", 2),
    ("guarantees.txt", "Donbass", 1),
    ("guarantees.txt", "Zaporizhzhya", 1),
    ("guarantees.txt", "NATO‘s", 1),
    ("guarantees.txt", "the Netherlands, the Netherlands", 1),
    ("guarantees.txt", "Finland", 2),
    ("guarantees.txt", "US", 3),
    ("guarantees.txt", "U.S.", 8),
    ("guarantees.txt", "90 percent", 1),
    ("guarantees.txt", "Zelensky", 5),
    ("guarantees.txt", "we are closer than ever", 1),
    ("guarantees.txt", "The basis of this agreement is essentially", 1),
    ("guarantees.txt", "They can be had right now", 1),
    ("guarantees.txt", "ungrateful work", 1),
    ("caption.txt", "Dec. 15, 2026. - REUTERS", 1),
    ("caption.txt", "said on Monday", 1),
    ("caption.txt", "Zelenskiy", 3),
    ("caption.txt", "90%", 1),
    ("caption.txt", "US", 3),
    ("caption.txt", "U.S.", 6),
    ("caption.txt", "Those are on the table right now if a conclusion is reached in a good way", 1),
    ("offer.txt", "US", 1),
    ("offer.txt", "U.S.", 3),
    ("offer.txt", "90%", 1),
    ("offer.txt", "thankless task", 1),
    ("briefing.txt", "Zelensky", 2),
    ("briefing.txt", "90 per cent", 1),
    ("briefing.txt", "we are closer now than we have ever been", 1),
    ("briefing.txt", "Follow us on:", 1),
    ("berlin.txt", "Zelenskyy", 7),
    ("berlin.txt", "The basis of that agreement is basically", 1),
    ("berlin.txt", "contributed reporting", 1),
]

# A quotation whose majority reads alike, so that the reworded ones stand alone.
SHARED_QUOTATIONS = [
    ("I think we are closer now than we have been ever", ("berlin.txt", "caption.txt", "offer.txt")),
    (
        "Those guarantees will not be on the table forever",
        ("berlin.txt", "caption.txt", "clean.md", "guarantees.txt", "offer.txt"),
    ),
]


def read(name: str) -> str:
    return (SEEDS / name).read_bytes().decode("utf-8")


def count(words: str, text: str) -> int:
    """How often the words stand in a text as whole words."""
    return len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text))


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


@pytest.mark.parametrize("name", NAMES)
def test_seed_is_tidy_utf8(name: str) -> None:
    text = read(name)
    assert text.endswith("\n")
    assert "\r" not in text
    assert not re.search(r"[ \t]$", text, re.MULTILINE)
    assert 250 <= len(text.split()) <= 700


@pytest.mark.parametrize("name", NAMES)
def test_seed_is_in_our_own_words(name: str) -> None:
    if not REAL.is_dir():
        pytest.skip("the real articles are not beside this checkout")
    real = set().union(*(runs(path.read_text(encoding="utf-8")) for path in sorted(REAL.glob("*.txt"))))
    assert sorted(" ".join(run) for run in runs(read(name)) & real) == []


@pytest.mark.parametrize(("name", "words", "times"), PLANTED, ids=[f"{name}: {words}" for name, words, _ in PLANTED])
def test_planted_mistake_is_still_there(name: str, words: str, times: int) -> None:
    assert count(words, read(name)) == times


def test_listed_leaders_hold_both_duplicates() -> None:
    listed = re.search(r"the leaders of (.+?) and the European Union", read("guarantees.txt"))
    assert listed is not None
    leaders = listed.group(1).split(", ")
    assert leaders.count("the Netherlands") == leaders.count("Finland") == 2
    assert len(leaders) == len(set(leaders)) + 2


def test_offer_repeats_its_pitch_in_the_next_line() -> None:
    lines = read("offer.txt").splitlines()
    (pitch,) = (line for line, following in pairwise(lines) if line == following and line)
    assert pitch.endswith("delivered to your inbox before breakfast.")


def test_offer_joins_words_in_its_links_only() -> None:
    joined = re.compile("[a-z][A-Z]")
    lines = read("offer.txt").splitlines()
    links = [line for before, line in pairwise(lines) if before == "-"]
    assert len(links) == 8
    assert all(len(joined.findall(line)) == 1 for line in links)
    assert not any(joined.search(line) for line in lines if line not in links)


def test_offer_keeps_us_for_its_headline() -> None:
    headline, rest = read("offer.txt").split("\n", 1)
    assert count("US", headline) == 1
    assert count("US", rest) == 0


@pytest.mark.parametrize(("quotation", "names"), SHARED_QUOTATIONS, ids=["closer", "those guarantees"])
def test_majority_quotes_alike(quotation: str, names: tuple[str, ...]) -> None:
    assert tuple(name for name in NAMES if quotation in read(name)) == names


def test_wrong_forms_stand_in_one_article_only() -> None:
    assert {name for name in NAMES for form in WRONG if count(form, read(name))} == {"guarantees.txt"}


def test_day_of_the_talks_was_a_monday_in_2025_only() -> None:
    monday = 1
    assert date(2025, 12, 15).isoweekday() == monday
    assert date(2026, 12, 15).isoweekday() != monday


def test_clean_article_has_its_metadata() -> None:
    front = read("clean.md").split("---\n")[1]
    assert "published: 2025-12-16\n" in front
    assert "language: en\n" in front


def test_clean_article_uses_the_right_forms() -> None:
    text = read("clean.md")
    right = ("Witkoff", "Grynkewich", "Merz", "Zelenskyy", "Kyiv", "Donbas", "Zaporizhzhia", "Monday, Dec. 15, 2025")
    assert [form for form in right if not count(form, text)] == []


@pytest.mark.parametrize("form", [*sorted(WRONG), "US", "Zelensky", "Zelenskiy", "%", "per cent", "2026", '"', "'"])
def test_clean_article_has_none_of_the_mistakes(form: str) -> None:
    assert count(form, read("clean.md")) == 0


def test_clean_article_repeats_nothing() -> None:
    text = read("clean.md")
    assert not re.search(r"\b(\w+)\s+\1\b", text, re.IGNORECASE)
    paragraphs = [line for line in text.splitlines() if line and line != "---"]
    assert len(paragraphs) == len(set(paragraphs))
    listed = re.search(r"nine other European countries \((.+)\)", text)
    assert listed is not None
    assert len(set(re.split(r", | and ", listed.group(1)))) == 9
