"""Copy that was wrapped to a width."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factlint
from factlint.sources import RawFile, read_text, source_of
from factlint.sources.rewriting import Change, Wanted
from factlint.sources.wrapping import levelled, unwrapped
from factlint.text.problem import ProblemError

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.article import Article

COPY = (
    "The harbour board met on Monday and looked at the plans\n"
    "for a second ferry, which would leave at dawn and be\n"
    "back by noon, long after the market has closed. Its well-\n"
    "known chairman, Karl Hallqvist, spoke against it.\n"
    "\n"
    "He did not say what he would rather have.\n"
)
JOINED = (
    "The harbour board met on Monday and looked at the plans for a second ferry, which would leave at dawn and be "
    "back by noon, long after the market has closed. Its well-known chairman, Karl Hallqvist, spoke against it."
    "\n\nHe did not say what he would rather have.\n"
)


def read(text: str) -> str:
    (article,), problems = read_text(text.encode(), "a.txt")
    assert problems == ()
    return article.text


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "  \n"])
def test_paragraphs_are_put_together(ends: str) -> None:
    assert read(COPY.replace("\n", ends)).split() == JOINED.split()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "One said yes.\nAnother said no.\nA third was silent.\nThe last had gone.\n", id="short-paragraphs"
        ),
        pytest.param("a word too many\nand no\nrhyme for it in sight\nat all\nbut who would mind\n", id="verse"),
        pytest.param(COPY.replace("\n", " and " * 20 + "\n"), id="long-lines"),
        pytest.param(
            "\n".join(f"- the {word} that came late" for word in ("ferry", "train", "coach", "plane")), id="items"
        ),
        pytest.param(
            "\n".join(f"> the {word} that came late" for word in ("ferry", "train", "coach", "plane")), id="mail"
        ),
        pytest.param("", id="empty"),
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert read(text) == text


SIGNED = (
    "The harbour board met on Monday and looked at the plans\n"
    "for a second ferry, and for a third that leaves {end}\n"
    "{sign} at dawn and is back by noon or a little\n"
    "later, well after the market has closed, as the old one\n"
    "has done for all of the years that people can remember,\n"
    "or so the board has said.\n"
)


@pytest.mark.parametrize("sign", ["— an old one —", "– an old one –", "[old ferries]", "#ferries set out", "[…] or so"])
def test_a_sign_inside_a_sentence_begins_no_line_of_its_own(sign: str) -> None:
    assert read(SIGNED.format(sign=sign, end="early")).count("\n") == 1


@pytest.mark.parametrize("sign", ["[...] The old one", "[…] The old one"])
def test_what_stands_for_words_left_out_begins_no_line_of_its_own(sign: str) -> None:
    assert read(SIGNED.format(sign=sign, end="late.")).count("\n") == 1


@pytest.mark.parametrize(("sign", "breaks"), [("- Karl Hallqvist", 1), ("— Hallqvist", 1), ("- and he left.", 2)])
def test_who_said_it_stands_on_the_line_of_the_quotation(sign: str, breaks: int) -> None:
    text = SIGNED.partition("{sign}")[0].replace("The harbour", "“The harbour").format(end="late.”") + f"{sign}\n"
    assert read(f"{COPY}\n{text}").count("\n") == JOINED.count("\n") + 1 + breaks


@pytest.mark.parametrize("sign", ["— The old one", "[1] The old one", "# The old one", "[board]: /ferries"])
def test_a_sign_behind_a_sentence_begins_a_line_of_its_own(sign: str) -> None:
    text = read(SIGNED.format(sign=sign, end="late."))
    assert f"plans for a second ferry, and for a third that leaves late.\n{sign}" in text


def test_places_are_those_of_the_file() -> None:
    (article,), _ = read_text(COPY.encode(), "a.txt")
    at = article.text.index("Hallqvist")
    assert article.lines().position(at) == (4, 22)
    assert article.origin is not None
    start, end = article.origin.span(at, at + len("Hallqvist"))
    assert COPY[start:end] == "Hallqvist"


def test_a_fix_is_made_in_its_line_and_not_over_a_break() -> None:
    source = source_of("a.txt")
    assert source is not None
    assert source.changes is not None
    text = source.read(RawFile("a.txt", "a.txt", COPY.encode())).articles[0].text
    at, over = text.index("dawn"), text.index("plans for")
    found = source.changes(RawFile("a.txt", "a.txt", b""), COPY, {"a.txt": Wanted(text, (Change(at, at + 4, "dusk"),))})
    assert [(COPY[one.start : one.end], one.words) for one in found] == [("dawn", "dusk")]
    with pytest.raises(ProblemError):
        source.changes(
            RawFile("a.txt", "a.txt", b""), COPY, {"a.txt": Wanted(text, (Change(over, over + 9, "plan for"),))}
        )


def _in_record(name: str, record: dict[str, str]) -> tuple[str, Article]:
    data = json.dumps(record) + "\n"
    (article,), problems = read_text(data, name)
    assert problems == ()
    return data, article


def test_a_record_keeps_its_offsets_and_its_lines() -> None:
    _, article = _in_record("a.jsonl", {"id": "a", "text": COPY})
    at = COPY.index("Hallqvist")
    assert "looked at the plans for a second" in article.text
    assert len(article.text) == len(COPY)
    assert article.text[at : at + 9] == "Hallqvist"
    assert article.lines().position(at) == (4, 22)
    # Without its break this one would be shorter.
    assert "Its well-\nknown chairman" in article.text


def test_a_document_of_a_news_system_has_places_in_its_file() -> None:
    data, article = _in_record("a.json", {"id": "a", "text": COPY})
    assert article.origin is not None
    assert article.text.strip() == JOINED.strip()
    start, end = article.origin.span(*_span(article.text, "board met"))
    assert data[start:end] == "board met"


@pytest.mark.parametrize("name", ["a.md", "a.mdx"])
def test_markdown_is_put_together_with_its_marks(name: str) -> None:
    head = "---\ntitle: Of a ferry\n---\nA ferry that would leave the old harbour before dawn\n" + "-" * 52 + "\n\n"
    code = "\n```\n" + COPY.partition("\n\n")[0] + "\n```\n"
    text = head + COPY.replace("Karl Hallqvist", "*Karl Hallqvist*") + code
    (article,), problems = read_text(text, name)
    assert problems == ()
    assert "looked at the plans for a second" in article.text
    assert article.text.startswith(head)
    assert article.lines().position(article.text.index("Hallqvist")) == (10, 23)
    shown = [(one.kind, article.text[one.start : one.end]) for one in article.blocks]
    assert ("headline", "A ferry that would leave the old harbour before dawn") in shown
    assert [words.count("```") for kind, words in shown if kind == "boilerplate"] == [2]


def test_a_fix_in_a_record_is_made_in_its_line_and_not_over_a_break() -> None:
    data, article = _in_record("a.jsonl", {"id": "a", "text": COPY})
    source = source_of("a.jsonl")
    assert source is not None
    assert source.changes is not None
    dawn, over = _span(article.text, "dawn"), _span(article.text, "plans for")
    (found,) = source.changes(
        RawFile("a.jsonl", "a.jsonl", b""), data, {"a": Wanted(article.text, (Change(*dawn, "dusk"),))}
    )
    assert (data[found.start : found.end], found.words) == ("dawn", "dusk")
    with pytest.raises(ProblemError):
        source.changes(
            RawFile("a.jsonl", "a.jsonl", b""), data, {"a": Wanted(article.text, (Change(*over, "plan for"),))}
        )


def test_a_fix_in_markdown_is_made_in_its_line() -> None:
    source = source_of("a.md")
    assert source is not None
    assert source.changes is not None
    (article,) = source.read(RawFile("a.md", "a.md", COPY.encode())).articles
    at = _span(article.text, "market")
    (found,) = source.changes(
        RawFile("a.md", "a.md", b""), COPY, {"a.md": Wanted(article.text, (Change(*at, "port"),))}
    )
    assert COPY[found.start : found.end] == "market"


def _span(text: str, words: str) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)


WRAPPED = (
    "The harbour board met on Tuesday, May 18, 2026, and looked at\n"
    "the plans for a second ferry. It is to sail from Friday, May\n"
    "23, 2026, on, and be back by noon of the same day, before the\n"
    "market has closed for the week, the board said on its pages.\n"
)


def test_what_a_program_gives_is_read_alike_and_placed_in_what_it_gave() -> None:
    long = {(one.rule, one.message) for one in factlint.check([WRAPPED.replace("\n", " ")])}
    found = factlint.check([WRAPPED])
    assert {(one.rule, one.message) for one in found} == long
    first, second = sorted(found, key=lambda one: one.primary.start)
    assert WRAPPED[first.primary.start : first.primary.end] == "Tuesday, May 18, 2026"
    assert WRAPPED[second.primary.start : second.primary.end] == "Friday, May\n23, 2026"
    assert (second.primary.line, second.primary.end_line) == (2, 3)


def test_places_in_a_wrapped_record_are_those_of_its_own_lines(tmp_path: Path) -> None:
    records = [{"id": "a", "text": WRAPPED}, {"id": "b", "text": WRAPPED.replace("harbour", "village")}]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")
    command = [sys.executable, "-m", "factlint", "check", "--no-cache", "--format", "json", "a.jsonl"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    places = [(one["id"], one["start"], one["line"]) for one in json.loads(done.stdout)["findings"]]
    starts = [(WRAPPED.index("Tuesday"), 1), (WRAPPED.index("Friday"), 2)]
    assert sorted(places) == [("a", *starts[0]), ("a", *starts[1]), ("b", *starts[0]), ("b", *starts[1])]


_PIECES = st.sampled_from(
    ["harbour", "well-", "ferry.", "—", "[a]", "#", "-----", "é", "\r\n", "\n", "\n\n", " ", "  \n"]
)


@given(st.lists(_PIECES, max_size=80).map(" ".join), st.booleans())
def test_nothing_but_blanks_changes_whatever_the_lines_are(text: str, behind_copy: bool) -> None:
    text = COPY + text if behind_copy else text
    words, origin = levelled(text)
    assert len(words) == len(text)
    assert all(new == old or (new == " " and old.isspace()) for new, old in zip(words, text, strict=True))
    joined, origin = unwrapped(text)
    assert joined.split() == text.split() or "-" in text
    for at, sign in enumerate(joined if origin else ""):
        start, end = origin.span(at, at + 1) if origin else (0, 0)
        assert text[start:end] == sign or text[start:end].isspace()
