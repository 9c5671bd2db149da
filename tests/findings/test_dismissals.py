"""Files of dismissals, comments, and findings that lose some of their places: for any words."""

from __future__ import annotations

import datetime as dt
import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.findings import Edit, Finding, Location, Related, Suggestion
from factlint.findings.baseline import Accepted, accepted, read, written
from factlint.findings.changed import Changed
from factlint.findings.comments import in_comments
from factlint.findings.dismissal import Dismissal, around
from factlint.findings.dismissed_file import line_of, with_line, without_entry
from factlint.findings.dismissed_file import read as read_file
from factlint.findings.levels import levelled
from factlint.findings.suppress import Dismissing, without
from factlint.text.problem import ProblemError

TODAY = dt.date(2026, 11, 23)
WORDS = st.text(min_size=1, max_size=20).map(lambda text: " ".join(text.split())).filter(bool)
DAYS = st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))
ENTRIES = st.builds(
    Dismissal,
    rule=st.sampled_from(["names/misspelled", "style/*"]),
    words=WORDS, reason=WORDS, by=WORDS | st.just(""), day=DAYS, until=DAYS, against=WORDS | st.just(""),
    article=st.sampled_from(["", "a.txt", "ä b.md"]),
)  # fmt: skip


def entries(text: str) -> list[Dismissal]:
    found, problems = read_file("d.yml", text, lambda name: name)
    assert problems == []
    return [replace(one, place=None) for one in found]


@given(st.lists(ENTRIES, max_size=5, unique=True))
def test_what_is_written_is_read(some: list[Dismissal]) -> None:
    text = ""
    for entry in some:
        text = with_line("d.yml", text, line_of(entry, entry.article))
    assert set(entries(text)) == set(some)
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    assert len(lines) == len(some)
    assert [one.article for one in entries(text)] == sorted(one.article for one in some)


@given(st.lists(ENTRIES, min_size=1, max_size=4, unique=True), st.integers(0, 3))
def test_taking_one_back_leaves_the_others_to_the_byte(some: list[Dismissal], which: int) -> None:
    text = "# ours\n"
    for entry in some:
        text = with_line("d.yml", text, line_of(entry, entry.article))
    found, _ = read_file("d.yml", text, lambda name: name)
    gone = found[which % len(found)]
    assert gone.place is not None
    line = line_of(gone, gone.article) + "\n"
    assert without_entry("d.yml", text, gone.place.start) == text.replace(line, "", 1)


@given(st.text(max_size=80))
def test_no_file_raises(text: str) -> None:
    read_file("d.yml", text, lambda name: name)
    with_line_or_problem(text)


def with_line_or_problem(text: str) -> None:
    try:
        changed = with_line("d.yml", text, line_of(Dismissal("a/b", "words", "reason"), ""))
    except ProblemError as error:
        assert error.problems  # noqa: PT017
    else:
        assert "words: words" in changed


@pytest.mark.parametrize(
    "text",
    [
        "- rule: a/b\n  words: x\n  reason: y\n- {rule: a/c, words: x, reason: y}\n",
        "- {rule: a/b,\n   words: x, reason: y}\r\n",
        "[]",
        "# nothing yet\n",
    ],
    ids=["block", "two lines", "none", "comment"],
)
def test_layouts_of_people_are_kept(text: str) -> None:
    changed = with_line("d.yml", text, "- {article: z.txt, rule: b/c, words: w, reason: r}")
    assert len(entries(changed)) == len(entries(text)) + 1
    assert text.strip("[]\r\n") in changed


@given(st.text(alphabet=string.ascii_letters + " \n\r.,“”-<>!", max_size=120), st.integers(0, 120), st.integers(0, 20))
def test_the_words_around_a_place(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    before, after = around(text, start, end)
    for words, part in ((before, text[:start]), (after, text[end:])):
        assert len(words.split()) <= 4
        assert words in " ".join(part.split())
    # Whatever stands above or below does not matter.
    assert around("A line.\n" + text + "\nAnother.", start + 8, end + 8) == (before, after)


@given(st.text(alphabet='<!-> factlint:dismiss names/a "w" x“”\n', max_size=200))
def test_no_comment_raises(text: str) -> None:
    found, _ = in_comments("a.md", "a.md", text)
    for one in found:
        assert one.place is not None
        assert text[one.place.start : one.place.end] == one.place.text


def test_many_comments_that_never_end() -> None:
    assert in_comments("a.md", "a.md", "<!-- factlint: " * 100_000) == ((), [])
    text = '<!-- factlint: dismiss names/a "w" r -->' * 5_000
    assert len(in_comments("a.md", "a.md", text)[0]) == 5_000


# -- findings that lose places


def place(path: str, start: int, text: str = "Kiew") -> Location:
    return Location(path, path, start, start + len(text), 1, start + 1, 1, start + 1 + len(text), text)


def finding(*places: Location, rule: str = "names/a", severity: str = "error") -> Finding:
    edits = tuple(Edit(one.path, one.id, one.start, one.end, "Kyiv") for one in places)
    related = tuple(Related("same", one) for one in places[1:])
    return Finding(rule, severity, "high", "m", places[0], (Suggestion("Kyiv", edits),), related, counterpart="Kyiv")


PLACES = (place("a", 0), place("a", 10), place("b", 3))


@pytest.mark.parametrize("gone", [(0,), (1,), (0, 2), (1, 2)], ids=str)
def test_the_rest_of_a_finding_stays(gone: tuple[int, ...]) -> None:
    left = without(finding(*PLACES), [PLACES[index] for index in gone])
    kept = [one for index, one in enumerate(PLACES) if index not in gone]
    assert list(left.places) == kept
    assert [(edit.path, edit.start) for edit in left.suggestions[0].edits] == [(one.path, one.start) for one in kept]


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        (Dismissal("names/a", "kiew", "r"), []),
        (Dismissal("names/*", "Kiew", "r", article="a"), [PLACES[2]]),
        (Dismissal("names/a", "Kiew", "r", against="Kyjiv"), list(PLACES)),
        (Dismissal("style/*", "Kiew", "r"), list(PLACES)),
        (Dismissal("names/a", "Kiev", "r"), list(PLACES)),
        (Dismissal("names/a", "Kiew", "r", article="a", before="Kiew. to", after="xx"), [PLACES[0], PLACES[2]]),
        (Dismissal("names/a", "Kiew", "r", until=dt.date(2026, 11, 22)), list(PLACES)),
        (Dismissal("names/a", "Kiew", "r", article="a", id="x"), list(PLACES)),
    ],
    ids=["desk", "article", "counterpart", "rule", "words", "one side of a place", "expired", "record"],
)
def test_what_an_entry_covers(entry: Dismissal, left: list[Location]) -> None:
    def groups(path: str) -> list[list[Dismissal]]:
        return [[entry]] if entry.article in ("", path) else []

    texts = {("a", "a"): "Kiew.  to Kiew again", ("b", "b"): ".. Kiew"}
    kept = Dismissing(groups, TODAY, texts).applied([finding(*PLACES)])
    assert [one for found in kept.findings for one in found.places] == left
    assert bool(kept.used) == (left != list(PLACES))
    assert len(kept.suppressions) == (not left)


def test_places_in_references_need_no_decision() -> None:
    entry = Dismissal("names/a", "Kiew", "r", article="a")
    run = Dismissing(lambda path: [[entry]] if path == "a" else [], TODAY, {}, {("b", "b")})
    assert run.applied([finding(*PLACES)]).findings == ()


@pytest.mark.parametrize(
    ("levels", "severity", "found", "expected"),
    [
        ({"a": "error", "b": "error"}, "error", "error", ("error", 3)),
        ({"a": "off", "b": "error"}, "error", "error", ("error", 1)),
        ({"a": "off", "b": "off"}, "error", "error", None),
        ({"a": "note", "b": "warning"}, "error", "error", ("warning", 3)),
        ({"a": "warning", "b": "warning"}, "error", "warning", ("note", 3)),
        ({"a": "error", "b": "error"}, "warning", "note", ("warning", 3)),
    ],
    ids=["as they are", "off in one", "off in all", "the gravest", "lowered stays lowered", "raised"],
)
def test_severities_of_articles(
    levels: dict[str, str], severity: str, found: str, expected: tuple[str, int] | None
) -> None:
    some = list(levelled([finding(*PLACES, severity=found)], lambda _, key: levels[key[0]], {"names/a": severity}))
    assert [(one.severity, len(one.places)) for one in some] == ([expected] if expected else [])


# -- baselines and changed lines


def test_a_baseline_knows_an_article_by_its_path() -> None:
    one = finding(place("seeds/a.txt", 5))
    other = replace(one, primary=replace(one.primary, id="a.txt", start=90, end=94))
    assert accepted([one], lambda path: path) == accepted([other], lambda path: path)
    record = replace(one, primary=replace(one.primary, id="17"))
    assert accepted([one], lambda path: path) != accepted([record], lambda path: path)


ACCEPTED = st.builds(Accepted, st.text(max_size=9), st.just("names/a"), st.from_regex(r"[0-9a-f]{16}", fullmatch=True))


@given(st.lists(ACCEPTED, max_size=5))
def test_a_baseline_is_read_as_it_was_written(some: list[Accepted]) -> None:
    text = written(some)
    assert read("b.json", text) == tuple(sorted(set(some)))
    assert text.count("\n") == len(set(some)) + 2 + bool(some)


@pytest.mark.parametrize(
    ("path", "first", "last", "touched"),
    [("a", 1, 2, False), ("a", 2, 3, True), ("a", 5, 5, True), ("a", 6, 8, False), ("a", 1, 99, True), ("new", 7, 7, True), ("b", 1, 9, False)],
)  # fmt: skip
def test_changed_lines(path: str, first: int, last: int, touched: bool) -> None:
    changed = Changed({"a": ((3, 5), (9, 9)), "new": ()})
    assert changed.touches(path, first, last) is touched
