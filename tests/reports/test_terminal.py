"""What an editor sees."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from newsroom import CAPTION, HARBOUR, ISLANDS, Story, article, evidence, ferry_run, other, replacing, same
from wcwidth import wcwidth

from factlint import reports
from factlint.findings import Finding, Location
from factlint.findings.result import ArticleInfo, Result
from factlint.reports import Style
from factlint.text.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable


def shown(run: Result, style: Style | None = None) -> str:
    out = io.StringIO()
    reports.load("terminal").write(run, out, io.StringIO(), style or Style())
    return out.getvalue()


def about(told: Story, place: Location, **more: object) -> Result:
    values = {"rule": "text/odd", "severity": "warning", "confidence": "high", "message": "this is odd"}
    return Result((Finding(primary=place, **{**values, **more}),), articles=(told.info,))


def excerpt(run: Result, style: Style | None = None) -> tuple[str, str]:
    """The line with the words and the underline."""
    lines = shown(run, style).splitlines()
    index = next(index for index, line in enumerate(lines) if re.fullmatch(r" *(~+|\^)", line))
    return lines[index - 1], lines[index]


def wide(text: str) -> int:
    """The cells of a text, counted by character as terminals without grapheme clusters do."""
    return sum(map(wcwidth, text))


def below(line: str, underline: str) -> str:
    """The part of a line that an underline marks; combining marks go with the character before them."""
    start, end = len(underline) - len(underline.lstrip()), len(underline)
    column, words, inside = 0, "", False
    for char in line:
        inside = start <= column < end if wcwidth(char) else inside
        words += char if inside else ""
        column += wcwidth(char)
    return words


@pytest.mark.parametrize("width", [100, 60])
def test_golden(width: int, golden: Callable[[str, str], None]) -> None:
    golden(f"terminal-{width}.txt", shown(ferry_run(), Style(width=width)))


def test_golden_with_colours(golden: Callable[[str, str], None]) -> None:
    golden("terminal-color.txt", shown(ferry_run(), Style(color=True)))


def test_colours_add_nothing_but_colours() -> None:
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown(ferry_run(), Style(color=True))) == shown(ferry_run())


def test_golden_of_the_unusual(golden: Callable[[str, str], None]) -> None:
    """A record, an article with only further places, an unchecked one, evidence, a long row of places, many choices."""
    record = article("wire.jsonl", "Kiew, Kiew and again Kiew.\n" * 9, "7731\u202e")
    brief = article("brief.txt", "Back to Kiew.\r\nA doubled\r\nparagraph.\r\n")
    archive = article("archive/2024.txt", "Kyiv is spelled so.\n", reference=True)
    german = article("bericht.txt", "Die Gespräche dauern an.\n", unchecked="the language is German")
    places = record.every("Kiew")
    findings = (
        Finding(
            "places/house-style",
            "warning",
            "high",
            "Kiew should be Kyiv",
            places[0],
            tuple(
                replacing(f"{word} is one way out of this", *places)
                for word in ("Kyiv", "Kiev", "Kyjiw", "K.", "k", "K")
            ),
            same(*places[1:], *brief.every("Kiew")) + other(archive.at("Kyiv")) + evidence(archive.at("spelled so")),
        ),
        Finding(
            "text/doubled",
            "note",
            "high",
            "a paragraph that stands here twice",
            record.span(27, 56),
            related=other(record.span(0, 26)),
        ),
    )
    articles = tuple(one.info for one in (record, brief, archive, german))
    golden("terminal-unusual.txt", shown(Result(findings, articles=articles)))


def test_all_clean(golden: Callable[[str, str], None]) -> None:
    golden("terminal-clean.txt", shown(Result(articles=tuple(one.info for one in (HARBOUR, CAPTION, ISLANDS)))))


def test_one_clean_article_is_one_line() -> None:
    assert shown(Result(articles=(HARBOUR.info,))) == "1 article: clean.\n"


def test_many_articles_have_no_table() -> None:
    many = tuple(ArticleInfo(f"a{number}.txt", f"a{number}.txt", "") for number in range(21))
    assert shown(Result(articles=many)) == "21 articles: all clean.\n"


def test_problems_stand_beside_the_report() -> None:
    out, err = io.StringIO(), io.StringIO()
    problem = Problem("rules/a.yml", "no such key", "did you mean “find”?", 3, 5, "    fnd: \x1b[2J", 3)
    reports.load("terminal").write(ferry_run(problems=(problem,)), out, err, Style())
    assert err.getvalue() == (
        "rules/a.yml:3:5: error: no such key\n  3 |     fnd: ␛[2J\n    |     ^^^\n    = did you mean “find”?\n\n"
    )
    assert "1 problem kept something from being checked." in out.getvalue()


def test_a_finding_whose_first_place_is_mere_evidence_is_shown_in_the_article_to_change() -> None:
    old = article("archive.txt", "Kiew then.\n", reference=True)
    new = article("today.txt", "Kiew now.\n")
    finding = Finding("places/a", "note", "high", "Kiew should be Kyiv", old.at("Kiew"), related=same(new.at("Kiew")))
    out = shown(Result((finding,), articles=(old.info, new.info)))
    assert out.startswith("today.txt\n\n  note     Kiew should be Kyiv")
    assert "Kiew now." in out
    assert "2 places: 1:1 ¶1 · archive.txt 1:1 ¶1" in out


def test_an_article_whose_text_is_not_at_hand_shows_the_words_alone() -> None:
    run = ferry_run(articles=(ISLANDS.info,))
    assert re.search(r"2:\d+  Lindkvist\n", shown(run))


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        pytest.param("Talks in Kiew went on.", "Kiew", "Talks in Kiew went on.", id="whole line"),
        pytest.param("Kiew\r\nnext", "Kiew", "Kiew", id="CRLF"),
        pytest.param("a\tKiew\tb", "Kiew", "a Kiew b", id="tabs"),
        pytest.param("\x1b[31mKiew\x00\x07", "Kiew", "␛[31mKiew␀␇", id="controls"),
        pytest.param("\u202eKiew\u2066\x85x", "Kiew", r"\u202eKiew\u2066\x85x", id="bidi and C1"),
        pytest.param("Ki\u200bew", "Ki\u200bew", r"Ki\u200bew", id="zero-width space in a name"),
        pytest.param("東京でKiewと", "Kiew", "東京でKiewと", id="wide"),
        pytest.param("e\u0301a\u0308Kie\u0301w", "Kie\u0301w", "e\u0301a\u0308Kie\u0301w", id="combining"),
        pytest.param("a\ud800Kiew", "Kiew", r"a\ud800Kiew", id="lone surrogate"),
    ],
)
def test_excerpt(text: str, words: str, line: str) -> None:
    told = article("a.txt", text)
    first, underline = excerpt(about(told, told.at(words)))
    assert first.split("  ")[-1].strip() == line
    assert below(first, underline) == "".join(char if char != "\u200b" else r"\u200b" for char in words)


def test_a_place_over_several_lines_is_underlined_to_the_end_of_the_first() -> None:
    told = article("a.txt", "One two\nthree four\n")
    first, underline = excerpt(about(told, told.at("two\nthree")))
    assert first.endswith("One two")
    assert below(first, underline) == "two"


def test_an_empty_place_has_a_caret() -> None:
    told = article("a.txt", "bridgeUnder")
    first, underline = excerpt(about(told, told.span(6, 6)))
    assert underline.index("^") == first.index("Under")


def test_a_line_without_end_costs_no_more_than_its_window() -> None:
    told = article("a.txt", "word " * 2_000_000 + "Kiew" + " word" * 2_000_000)
    start = told.info.text.index("Kiew")
    place = Location("a.txt", "a.txt", start, start + 4, 1, start + 1, 1, start + 5, "Kiew")
    first, underline = excerpt(about(told, place))
    assert below(first, underline) == "Kiew"
    assert len(first) <= 100


def test_a_line_of_nothing_but_marks() -> None:
    told = article("a.txt", "\u0301" * 100_000 + "Kiew" + "\u0301" * 100_000)
    assert len(shown(about(told, told.at("Kiew")))) < 3_000


def test_long_rows_are_cropped() -> None:
    told = article("a.txt", "Kiew " * 40)
    places = told.every("Kiew")
    versions = article("b.txt", " ".join(f"Kiew{number}" for number in range(9)))
    related = same(*places[1:]) + other(*(versions.at(f"Kiew{number}") for number in range(9)))
    run = about(told, places[0], related=related, suggestions=tuple(replacing(f"way {number}") for number in range(9)))
    out = shown(run)
    assert "40 places: 1:1 ¶1, 1:6 ¶1, 1:11 ¶1," in out
    assert "and 32 more" in out
    assert "and 5 more" in out
    assert "way 4  and 4 more" in out


def test_a_row_of_many_articles_is_cropped() -> None:
    told = [article(f"a{number}.txt", "Kiew") for number in range(9)]
    run = about(told[0], told[0].at("Kiew"), related=same(*(one.at("Kiew") for one in told[1:])))
    assert "9 places: 1:1 ¶1 · a1.txt 1:1 · a2.txt 1:1" in shown(run)
    assert "· and 3 more articles" in shown(run)


def test_names_beside_a_place_are_short_unless_they_would_be_mistaken() -> None:
    one, two = article("a/story.txt", "Kiew"), article("b/story.txt", "Kyiv")
    three = article("c/other.txt", "Kyiv")
    run = about(one, one.at("Kiew"), related=other(two.at("Kyiv"), three.at("Kyiv")))
    out = shown(replace(run, articles=(one.info, two.info, three.info)))
    assert "compare: “Kyiv” in b/story.txt 1:1 ¶1 · other.txt 1:1 ¶1" in out


def test_words_that_differ_are_underlined_in_the_other_wording() -> None:
    one = article("a.txt", "“We shall sail on Friday morning, come what may,” he said.")
    two = article("b.txt", "“We shall sail on Saturday morning, come what will,” he said.")
    place, version = one.span(0, 49), two.span(0, 52)
    run = replace(about(one, place, related=other(version)), articles=(one.info, two.info))
    lines = shown(run).splitlines()
    index = next(index for index, line in enumerate(lines) if "compare:" in line)
    marked = [lines[index][match.start() : match.end()] for match in re.finditer("~+", lines[index + 1])]
    assert marked == ["Saturday", "will,”"]


def test_a_hostile_name_does_not_break_the_layout() -> None:
    told = article("\x1b[2J\n\r\u202eevil" + "x" * 10_000 + ".txt", "Kiew")
    lines = shown(about(told, told.at("Kiew"))).splitlines()
    assert lines[0].startswith("␛[2J␊␍\\u202eevil")
    assert max(map(len, lines)) <= 400


WORDS = st.text(st.sampled_from("ab éß \t東京e\u0301\u0308한—“”\x00\x1b\x9b\u202e\u200b😀\r"), max_size=60)
PLACED = st.text(st.sampled_from("ab東京éß한\u0301“”—"), min_size=1, max_size=12).filter(
    lambda text: text[0] != "\u0301"
)


@given(WORDS, PLACED, WORDS, st.integers(50, 140))
def test_the_underline_stands_below_the_words(before: str, words: str, after: str, width: int) -> None:
    assume(not after or not unicodedata.combining(after[0]))
    told = article("a.txt", before + words + after)
    line, underline = excerpt(about(told, told.span(len(before), len(before) + len(words))), Style(width=width))
    assert below(line, underline) == words
    assert wide(line) <= width


ANY = st.text(st.characters(codec=None, exclude_categories=()), min_size=1, max_size=80)
SAFE = {"\n"}


@given(ANY, ANY, ANY, ANY, st.data())
def test_nothing_in_the_output_drives_a_terminal(
    text: str, name: str, message: str, label: str, data: st.DataObject
) -> None:
    told = article(name, text, label)
    start = data.draw(st.integers(0, len(text)))
    place = told.span(start, data.draw(st.integers(start, len(text))))
    related = same(told.span(0, 1)) + other(place, label=label) + evidence(place, label=message)
    run = about(told, place, message=message, related=related, suggestions=(replacing(message, place),))
    out = shown(replace(run, notes=(label,)))
    assert out.encode()
    hidden = {char for char in out if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert hidden <= SAFE


@given(ANY, st.integers(1, 200))
def test_never_wider_than_the_screen_but_for_the_closing_lines(text: str, width: int) -> None:
    told = article("a.txt", text)
    run = about(told, told.span(0, len(text)), message=text, related=other(told.span(0, len(text))))
    lines = shown(run, Style(width=width)).splitlines()
    assert all(wide(line) <= max(width, 60) for line in lines if not line.startswith("1 article"))
