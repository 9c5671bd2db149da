"""What the desk has decided, to the letter: baselines, comments in articles, faulty entries, decisions of no use."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest

from factlint.findings import Finding, Location, Related, Suggestion
from factlint.findings.baseline import Accepted, accepted, baselined, gone, read, summed, written
from factlint.findings.changed import Changed, on_changed_lines
from factlint.findings.comments import in_comments
from factlint.findings.dismissal import Dismissal, around
from factlint.findings.dismissed_file import line_of, with_line, without_entry
from factlint.findings.dismissed_file import read as read_file
from factlint.findings.fingerprint import fingerprinted
from factlint.findings.suppress import Dismissing
from factlint.findings.unneeded import EXPIRED, UNUSED, unneeded
from factlint.text.problem import ProblemError

TODAY = dt.date(2026, 11, 23)
YESTERDAY = dt.date(2026, 11, 22)
PRINT = "0123456789abcdef"


def place(path: str, start: int, text: str = "Kiew", own: str = "") -> Location:
    return Location(path, own or path, start, start + len(text), 1, start + 1, 1, start + 1 + len(text), text)


def finding(path: str, start: int, rule: str = "names/a", own: str = "") -> Finding:
    return Finding(rule, "error", "high", "m", place(path, start, own=own), (Suggestion("Kyiv", ()),))


# -- fingerprints and baselines: files that people keep for years


def test_fingerprints_are_the_same_for_ever() -> None:
    some = fingerprinted([finding("a", 0), finding("a", 9), finding("a", 20), finding("b", 0)])
    assert [one.fingerprint for one in some] == [
        "0da2d2d0ec576a41",
        "48a357e9a41641ed",
        "a0dbe2725d1c85ae",
        "7321cdd9edbd4dd5",
    ]


def test_a_baseline_to_the_letter() -> None:
    some = [Accepted("ä.txt", "names/b", PRINT), Accepted("a.txt", "names/a", PRINT[::-1])]
    assert written(some) == (
        '{"version": 1,\n "findings": [\n'
        '  {"path": "a.txt", "rule": "names/a", "fingerprint": "fedcba9876543210"},\n'
        '  {"path": "\\u00e4.txt", "rule": "names/b", "fingerprint": "0123456789abcdef"}\n ]}\n'
    )
    assert written([]) == '{"version": 1,\n "findings": []}\n'
    assert summed([*some, some[0]]) == {"names/a": 1, "names/b": 2}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"version": 2, "findings": []}', "this baseline is of version 2, and this factlint reads version 1"),
        ('{"findings": []}', "this is no baseline of factlint"),
        ("[]", "this is no baseline of factlint"),
        ("{\n", "this is no baseline of factlint"),
        ("[" * 100_000, "this is no baseline of factlint"),
        ('{"version": 1, "findings": [{"path": "a", "rule": "b"}]}', "this is no baseline of factlint"),
        (json.dumps({"version": 1, "findings": [{"path": "a", "rule": "b", "fingerprint": PRINT + "0"}]}), "this is no baseline of factlint"),
        (json.dumps({"version": 1, "findings": [{"path": 1, "rule": "b", "fingerprint": PRINT}]}), "this is no baseline of factlint"),
    ],
    ids=["newer", "no version", "list", "broken", "deep", "no fingerprint", "too long", "no path"],
)  # fmt: skip
def test_what_is_no_baseline(text: str, message: str) -> None:
    with pytest.raises(ProblemError) as raised:
        read("b.json", text)
    (problem,) = raised.value.problems
    assert (problem.message, problem.path) == (message, "b.json")
    assert "factlint baseline" in problem.hint
    assert problem.line == (2 if text == "{\n" else None if text[0] == "{" or text == "[]" else problem.line)


@pytest.mark.parametrize(
    ("path", "own", "same"),
    [
        ("desk/a.txt", "a.txt", True),
        ("desk/a.txt", "desk/a.txt", True),
        ("desk/a.txt", "txt", False),
        ("desk/a.jsonl", "7", False),
    ],
)
def test_an_article_of_a_file_goes_by_the_file(path: str, own: str, same: bool) -> None:
    (as_file,) = accepted([finding(path, 0)], lambda _: "a")
    (as_told,) = accepted([finding(path, 0, own=own)], lambda _: "a")
    assert (as_told == as_file) is same
    assert (as_told.path, as_told.rule) == ("a", "names/a")


def test_what_is_new_and_what_is_gone() -> None:
    some = [finding("a", 0), finding("a", 9), finding("b", 0, "names/b")]
    names = accepted(some, lambda path: path)
    kept = baselined(some, names, names[:1])
    assert kept.findings == tuple(some[1:])
    assert [(one.finding, one.kind, one.reason) for one in kept.suppressions] == [
        (some[0], "baselined", "accepted by the baseline")
    ]
    assert gone(names, names[:1], {"a", "b"}, {"names/a", "names/b"}) == names[1:]
    assert gone(names, names[:1], {"a"}, {"names/a", "names/b"}) == names[1:2]
    assert gone(names, names[:1], {"a", "b"}, {"names/b"}) == names[2:]
    assert gone(names, names, {"a", "b"}, {"names/a", "names/b"}) == ()


def test_what_stands_on_lines_that_did_not_change() -> None:
    some = [finding("a", 0), finding("b", 0)]
    kept = on_changed_lines(some, Changed({"a": ((4, 4),), "b": ((3, 9),)}), lambda _: (3, 3))
    assert kept.findings == (some[1],)
    assert [(one.finding, one.kind, one.reason) for one in kept.suppressions] == [
        (some[0], "unchanged", "on lines that have not changed")
    ]


# -- comments in articles

COMMENT = '<!-- factlint: dismiss names/kiev "the  old\nname" until 2026-12-31 - as they say it -->'


def test_all_that_a_comment_says() -> None:
    text = f"One.\n{COMMENT} Two."
    (found,), problems = in_comments("desk/a.md", "a.md", text, line=4)
    assert problems == []
    start, end = text.index("<"), text.index(" Two")
    assert found == Dismissal(
        "names/kiev", "the old name", "as they say it", until=dt.date(2026, 12, 31), article="desk/a.md", id="a.md",
        in_text=True, place=Location("desk/a.md", "a.md", start, end, 5, 1, 6, end - text.index("\nname"), text[start:end]),
    )  # fmt: skip
    assert (found.scope, found.expired(TODAY)) == ("article", False)


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("<!-- factlint: ignore names/a -->", "this comment is no dismissal"),
        ('<!--factlint: dismiss names/a "w"-->', "this dismissal gives no reason"),
        ('<!-- factlint: dismiss names/a "w" —: -->', "this dismissal gives no reason"),
        ('<!-- factlint: dismiss names/a "w" until tomorrow so -->', "“until” wants a day, not “tomorrow”"),
        ('<!-- factlint: dismiss names/a\n"w" -->', "this dismissal gives no reason"),
    ],
)
def test_a_comment_that_says_too_little(comment: str, message: str) -> None:
    found, problems = in_comments("a.md", "a.md", f"One.\nTwo {comment} three.", line=10)
    assert found == ()
    (problem,) = problems
    assert (problem.message, problem.line, problem.column) == (message, 11, 5)
    assert problem.length == len(comment.split("\n")[0])
    assert problem.source_line == f"Two {comment} three.".split("\n")[0]


def test_other_comments_are_nobodys_business() -> None:
    text = "<!-- a note on factlint: dismiss --><!-- factlint --><!--\n factlint: dismiss names/a “w” so -->"
    found, problems = in_comments("a.md", "a.md", text)
    assert [(one.words, one.reason) for one in found] == [("w", "so")]
    assert problems == []


# -- files of decisions


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{words: w, reason: r}", [("a dismissal needs “rule”", 2, 3)]),
        ("{rule: a/b}", [("a dismissal needs “words”", 2, 3), ("a dismissal needs “reason”", 2, 3)]),
        ("{rule: a/b, words: w, reason: r, before: x}", [("a place needs “article”", 2, 3)]),
        ("{rule: a/b, words: w, reason: r, after: x}", [("a place needs “article”", 2, 3)]),
        ("{rule: a/b, words: w, reason: r, id: x}", [("a place needs “article”", 2, 3)]),
        ("{rule: a/b, words: w, reason: r, article: z, id: x}", []),
    ],
)
def test_what_an_entry_needs(entry: str, told: list[tuple[str, int, int]]) -> None:
    found, problems = read_file("d.yml", f"# ours\n- {entry}\n", lambda name: f"desk/{name}")
    assert [(one.message, one.line, one.column) for one in problems] == told
    assert [one.length for one in problems] == [1] * len(told)
    assert [one.article for one in found] == ([] if told else ["desk/z"])


def test_a_line_that_a_merge_kept_twice_is_one_entry() -> None:
    line = "- {rule: a/b, words: w, reason: r}\n"
    found, problems = read_file("d.yml", line * 2 + line.replace("w,", "x,"), lambda name: name)
    assert [one.words for one in found] == ["w", "x"]
    assert problems == []


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("", "# Findings that were looked at and are right as they are, one a line, sorted; factlint dismiss adds more.\n- NEW\n"),
        ("# ours\n\n\n", "# ours\n- NEW\n"),
        ("[]\n", "# Findings that were looked at and are right as they are, one a line, sorted; factlint dismiss adds more.\n- NEW\n"),
        ("- {rule: a/a, words: w, reason: r}", "- {rule: a/a, words: w, reason: r}\n- NEW\n"),
        ("- {rule: z/z, words: w, reason: r}\n", "- NEW\n- {rule: z/z, words: w, reason: r}\n"),
        ("- {rule: z/z, words: w, reason: r}\r\n", "- NEW\r\n- {rule: z/z, words: w, reason: r}\r\n"),
        ("- {rule: a/a, words: w, reason: r}\r\n", "- {rule: a/a, words: w, reason: r}\r\n- NEW\r\n"),
    ],
    ids=["nothing", "a remark", "an empty list", "last", "first", "first, of Windows", "last, of Windows"],
)  # fmt: skip
def test_where_a_new_line_goes(text: str, after: str) -> None:
    new = "{rule: m/m, words: w, reason: r}"
    assert with_line("d.yml", text, f"- {new}") == after.replace("NEW", new)


@pytest.mark.parametrize(
    "text", ["[{rule: a/b, words: w, reason: r}]\n", "a: 1\n", "- {rule: a/b\n"], ids=["one line", "mapping", "broken"]
)
def test_a_file_of_another_layout_is_left_alone(text: str) -> None:
    with pytest.raises(ProblemError):
        with_line("d.yml", text, "- {rule: m/m, words: w, reason: r}")
    with pytest.raises(ProblemError):
        without_entry("d.yml", text, text.index("w") if "w" in text else 0)


def test_an_entry_in_several_lines_is_taken_out_whole() -> None:
    text = "- rule: a/b\n  words: w\n  reason: r\n\n# theirs\n- {rule: c/d, words: v, reason: r}\n"
    assert without_entry("d.yml", text, text.index("w")) == "- {rule: c/d, words: v, reason: r}\n"
    assert without_entry("d.yml", text, text.index("v")) == text[: text.index("- {")]
    last = text[: text.index("\n# theirs")]
    assert without_entry("d.yml", last + "# end\n", last.index("w")).endswith("# end\n")
    with pytest.raises(ProblemError):
        without_entry("d.yml", text, 0)


def test_the_line_of_an_entry() -> None:
    entry = Dismissal("a/b", "w: x", "r", by="Jo", day=TODAY, until=TODAY, against="v", id="7", before="b", after="a")
    assert line_of(entry, "z.txt") == (
        '- {article: z.txt, id: 7, rule: a/b, words: "w: x", against: v, before: b, after: a, reason: r, by: Jo, '
        "day: 2026-11-23, until: 2026-11-23}"
    )


def test_four_words_on_each_side_tell_a_place() -> None:
    text = "one two three four five HERE six seven eight nine ten"
    at = text.index("HERE")
    assert around(text, at, at + 4) == ("two three four five", "six seven eight nine")
    far = "a " * 3 + "b" * 78 + " HERE " + "c" * 78 + " d" * 3
    at = far.index("HERE")
    assert around(far, at, at + 4) == ("b" * 78, "c" * 78)
    longer = "b" * 90 + "HERE" + "c" * 90
    assert around(longer, 90, 94) == ("b" * 80, "c" * 80)


def test_a_decision_on_a_place_is_on_its_words_alone() -> None:
    text = "to Kiew and to Kiev"
    both = replace(finding("a", 3), related=(Related("same", place("a", 15, "Kiev")),))
    entry = Dismissal("names/a", "Kiew", "r", article="a", before="to Kiew and to", after="")
    run = Dismissing(lambda _: [[entry]], TODAY, {("a", "a"): text})
    assert run.applied([both]).findings == (both,)


@pytest.mark.parametrize("text", ["", "# ours\n", "[]", "''"])
def test_a_file_without_entries(text: str) -> None:
    assert read_file("d.yml", text, lambda name: name) == ((), [])


# -- decisions of no use

ENTRY = Dismissal("names/*", "Kiew", "r", article="a", place=place("d.yml", 3))
RAN = {"names/a": True, "names/b": True, "style/a": False}


@pytest.mark.parametrize(
    ("entry", "used", "rules", "told"),
    [
        (ENTRY, False, RAN, (UNUSED, "nothing here is reported for “Kiew” by names/*")),
        (ENTRY, True, RAN, None),
        (ENTRY, False, RAN | {"names/b": False}, None),
        (replace(ENTRY, rule="dates/*"), False, RAN, (UNUSED, "no rule is called “dates/*”, so nothing is dismissed")),
        (replace(ENTRY, rule="names/a"), False, RAN | {"names/b": False}, (UNUSED, "nothing here is reported for “Kiew” by names/a")),
        (replace(ENTRY, article="b"), False, RAN, None),
        (replace(ENTRY, article=""), False, RAN, None),
        (replace(ENTRY, article="", until=YESTERDAY), False, RAN, (EXPIRED, "the dismissal of “Kiew” ended on 2026-11-22")),
        (replace(ENTRY, until=YESTERDAY), True, RAN, (EXPIRED, "the dismissal of “Kiew” ended on 2026-11-22")),
        (replace(ENTRY, until=TODAY), True, RAN, None),
    ],
    ids=["unused", "used", "not all ran", "no such rule", "one rule", "not checked", "of the desk", "expired", "used until then", "last day"],
)  # fmt: skip
def test_decisions_of_no_use(
    entry: Dismissal, used: bool, rules: dict[str, bool], told: tuple[str, str] | None
) -> None:
    found = unneeded([entry], {entry} if used else set(), TODAY, rules, {"a"})
    assert [(one.rule, one.message) for one in found] == ([told] if told else [])
    assert [(one.severity, one.primary) for one in found] == [("note", entry.place)] * len(found)


def test_one_decision_after_the_other() -> None:
    entries = [replace(ENTRY, article="b"), replace(ENTRY, until=YESTERDAY), ENTRY]
    assert [one.rule for one in unneeded(entries, set(), TODAY, RAN, {"a"})] == [EXPIRED, UNUSED]
