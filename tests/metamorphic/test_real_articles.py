"""Real articles changed in a way whose effect is known: nothing else of what is found changes."""

from __future__ import annotations

import json
import re
import textwrap
import unicodedata
from bisect import bisect_left
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import factlint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SHARED = Path(__file__).resolve().parents[3] / "shared"
# Untouched articles, and some with planted slips: which file, every how many lines, how many.
SAMPLES = (
    ("clean-bbc.jsonl", 150, 12),
    ("injected-bbc.jsonl", 40, 30),
    ("injected-basil.jsonl", 5, 15),
    ("injected-wikinews.jsonl", 10, 15),
)
STRAIGHT = str.maketrans("“”‘’", "\"\"''")


class Said(NamedTuple):
    """What a finding says, in ordinary spaces and straight marks."""

    rule: str
    severity: str
    id: str
    text: str
    message: str


def shared(*path: str) -> Path:
    found = SHARED.joinpath(*path)
    if not found.exists():
        pytest.skip("the real articles are not beside this checkout")
    return found


@cache
def records() -> Mapping[str, Mapping[str, str]]:
    found = {}
    for name, step, most in SAMPLES:
        with shared("data", name).open(encoding="utf-8") as lines:
            some = [json.loads(line) for at, line in enumerate(lines) if at % step == 0][:most]
        for one in some:
            own = f"{name}/{one['id']}"
            day = {"published": one["published"]} if one.get("published") else {}
            found[own] = {"id": own, "text": one["text"], **day}
    return found


def plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).translate(STRAIGHT).split())


def said(texts: Mapping[str, str], story: str = "none") -> Counter[Said]:
    """What is found in these texts, whose other fields are those of the records of that name."""
    known = records()
    given = [{**known.get(own, {}), "id": own, "text": text} for own, text in texts.items()]
    return Counter(
        Said(one.rule, one.severity, one.primary.id, plain(one.primary.text), plain(one.message))
        for one in factlint.check(given, story=story)
    )


def texts() -> dict[str, str]:
    return {own: one["text"] for own, one in records().items()}


@pytest.fixture(scope="module")
def before() -> Counter[Said]:
    found = said(texts())
    assert found.total() > 40
    return found


def spaced(text: str) -> str:
    """A blank line between all paragraphs."""
    return "\n\n".join(line for line in text.split("\n") if line.strip())


def wrapped(text: str) -> str:
    lines = (line for line in text.split("\n") if line.strip())
    return "\n\n".join(textwrap.fill(line, 72, break_long_words=False, break_on_hyphens=False) for line in lines)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: text.replace(" ", "\xa0"), id="spaces that do not break"),
        pytest.param(lambda text: re.sub(r"(\w{4}) ", "\\1\u202f", text), id="some narrow spaces"),
        pytest.param(lambda text: unicodedata.normalize("NFD", text), id="letters and their marks apart"),
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="line ends of Windows"),
        pytest.param(lambda text: text.replace("\n", "\n\n\n"), id="more blank lines"),
        pytest.param(lambda text: text.replace("\n", " \n"), id="blanks at line ends"),
        pytest.param(spaced, id="a blank line between paragraphs"),
        pytest.param(wrapped, id="wrapped to a width"),
    ],
)
def test_blank_space_says_nothing(change: Callable[[str], str], before: Counter[Said]) -> None:
    assert said({own: change(text) for own, text in texts().items()}) == before


def test_straight_marks_say_what_curly_ones_say(before: Counter[Said]) -> None:
    """But for marks that face the wrong way: straight ones face none."""
    straight = {own: text.translate(STRAIGHT) for own, text in texts().items()}
    assert straight != texts()
    after = said(straight)
    assert not after - before
    assert {one.rule for one in before - after} <= {"text/wrong-way-mark"}


def test_a_surname_that_is_replaced_everywhere_is_replaced_in_findings(before: Counter[Said]) -> None:
    """A planted misspelling of the surname keeps its form, is near none any more, and is not found."""
    replaced, renamed = {}, {}
    for own, text in texts().items():
        full = re.search(r"\b(?:(?:Mr|Mrs|Ms|Dr)\.?|said (?!Mr|Ms|Dr|the|The)[A-Z]\w+) ([A-Z][a-z]{5,9})\b", text)
        if full is not None and "Gorvlin" not in text:
            renamed[own] = re.compile(rf"\b{full[1]}\b")
            replaced[own] = renamed[own].sub("Gorvlin", text)
    assert len(replaced) > 10
    expected: Counter[Said] = Counter()
    for one, count in before.items():
        if one.id in renamed:
            name = renamed[one.id]
            new = one._replace(text=name.sub("Gorvlin", one.text), message=name.sub("Gorvlin", one.message))
            expected[new] += count
    after = said(replaced)
    assert not after - expected
    assert {one.rule.partition("/")[0] for one in expected - after} <= {"names"}


def test_an_unrelated_article_and_the_order_change_nothing_in_a_story() -> None:
    story = {path.name: path.read_text("utf-8") for path in sorted(shared("seeds").glob("*.txt"))}
    found = said(story, "auto")
    assert found.total() > 10
    apart = {own: text for own, text in texts().items() if own.startswith("clean-bbc")}
    for others in ({**apart, **story}, {**story, **apart}, dict(reversed(story.items()))):
        mixed = said(others, "auto")
        assert Counter({one: count for one, count in mixed.items() if one.id in story}) == found


def test_articles_alone_say_what_they_say_among_others(before: Counter[Said]) -> None:
    """Without stories, but for the rules that compare all articles of a run."""
    for own, text in list(texts().items())[::6]:
        among = {one: count for one, count in before.items() if one.id == own and one.rule != "names/unlike-run"}
        assert said({own: text}) == among


def test_places_move_with_the_line_ends() -> None:
    old = factlint.check(list(records().values()), story="none")
    new = factlint.check(
        [{**one, "text": one["text"].replace("\n", "\r\n")} for one in records().values()], story="none"
    )
    expected = []
    for one in old:
        breaks = [match.start() for match in re.finditer("\n", records()[one.primary.id]["text"])]
        start, end = (at + bisect_left(breaks, at) for at in (one.primary.start, one.primary.end))
        expected.append((one.rule, one.primary.id, start, end))
    assert sorted((one.rule, one.primary.id, one.primary.start, one.primary.end) for one in new) == sorted(expected)
