"""Data rules: one line each, and what it stands for."""

from __future__ import annotations

import gc
import sys
import textwrap
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from factlint.app.examples import run_examples
from factlint.article import Article, Metadata
from factlint.engine.run import Engine
from factlint.findings.merge import merge
from factlint.ruleset.load import RuleFile, Ruleset, load

if TYPE_CHECKING:
    from factlint.ruleset.rule import Rule


def read(*entries: str) -> Ruleset:
    text = "rules:\n" + "".join(f"  - {entry}\n" for entry in entries)
    return load([RuleFile("rules/desk.yaml", "desk.yaml", text)])


def rule(entry: str) -> Rule:
    found = read(entry)
    assert not found.problems, found.problems[0].render()
    [one] = found.rules
    return one


def words(rules: Ruleset, text: str, **metadata: Any) -> list[str]:
    """The words that are reported, in text order."""
    engine = Engine(rules.rules, rules.knowledge)
    article = Article("a.txt", "a.txt", textwrap.dedent(text), Metadata(**metadata))
    found = merge(engine.reduce([engine.map(article)], "all").findings)
    return [place.text for place in sorted(place for one in found for place in one.places)]


# -- what an entry stands for


@pytest.mark.parametrize(
    ("entry", "own", "severity", "find"),
    [
        (
            "spell: {Witkoff: [Whitcoff, Whitkoff]}",
            "names/witkoff",
            "error",
            'from word w, spelling s where s.list = "names/witkoff" and w.form = s.wrong',
        ),
        (
            "prefer: {Kyiv: Kiev}",
            "style/kyiv",
            "warning",
            'from word w not in quotes, spelling s where s.list = "style/kyiv" and w.form = s.wrong',
        ),
        (
            'one_of: ["%", percent]',
            "style/percent-sign",
            "note",
            'from word w not in quotes of the same article where w.form in ["%", "percent"] '
            "grouped by article having variants(w.form) > 1 report w where w.form != majority(w.form)",
        ),
        (
            "define: {NATO: known, IAEA: International Atomic Energy Agency}",
            "style/iaea",
            "note",
            'from acronym a where a.short in ["IAEA"] and a.long is unknown and not a.quoted '
            "and no(acronym x where x.short = a.short and (x.long is known or x.start < a.start))",
        ),
    ],
)
def test_an_entry_stands_for_a_query(entry: str, own: str, severity: str, find: str) -> None:
    found = rule(f"{{{entry}}}")
    assert (found.id, found.severity, found.find) == (own, severity, find)
    assert found.why


@pytest.mark.parametrize(
    ("keys", "clause"),
    [
        ("in: [headline]", "in headline where {} and not w.quoted"),
        ("in: [headline, caption]", "in headline or caption where {} and not w.quoted"),
        ("in: quotes", "in quotes where {}"),
        ("not in: [headline]", "not in headline or quotes where {}"),
        ("not in: [quotes]", "not in quotes where {}"),
    ],
)
def test_a_rule_of_style_leaves_quotations_alone_unless_they_are_named(keys: str, clause: str) -> None:
    found = rule(f"{{prefer: {{Kyiv: Kiev}}, {keys}}}")
    condition = 's.list = "style/kyiv" and w.form = s.wrong'
    assert found.find == "from word w " + clause.format(condition).replace(" where", ", spelling s where", 1)


@pytest.mark.parametrize(
    ("keys", "clause"), [("", ""), ("in: [body]", " in body"), ("not in: [caption]", " not in caption")]
)
def test_a_misspelling_is_one_in_quotations_too(keys: str, clause: str) -> None:
    assert rule(f"{{spell: {{Merz: Merts}}, {keys}}}").find.startswith(f"from word w{clause}, spelling")


def test_what_is_written_beats_what_is_usual() -> None:
    found = rule(
        "{prefer: {Kyiv: Kiev}, id: names/kyiv, severity: note, why: Ours., for: [AP], except: [chicken Kiev]}"
    )
    assert (found.id, found.severity, found.why, found.outlets) == ("names/kyiv", "note", "Ours.", ("AP",))
    assert found.exceptions == ("chicken Kiev",)


# -- what is found


PREFER = "{prefer: {Kyiv: Kiev}}"
PAPER = """\
    Kiev agreed

    He was in Kiev. “Kiev is cold,” he said. KIEV! Kiev’s mayor ate chicken Kiev in Kievsky.

    A general view of Kiev, Ukraine, on Dec. 15, 2025. - REUTERS
    """


@pytest.mark.parametrize(
    ("entry", "count"),
    [
        (PREFER, 6),
        ("{spell: {Kyiv: Kiev}}", 7),
        ("{prefer: {Kyiv: Kiev}, except: [chicken Kiev]}", 5),
        ("{prefer: {Kyiv: Kiev}, in: [headline]}", 1),
        ("{prefer: {Kyiv: Kiev}, in: [body]}", 4),
        ("{prefer: {Kyiv: Kiev}, in: [body, quotes]}", 5),
        ("{prefer: {Kyiv: Kiev}, in: [quotes]}", 1),
        ("{prefer: {Kyiv: Kiev}, not in: [caption]}", 5),
        ("{prefer: {Kyiv: Kiev}, not in: [caption, headline]}", 4),
    ],
)
def test_where_an_entry_looks(entry: str, count: int) -> None:
    assert len(words(read(entry), PAPER)) == count


@pytest.mark.parametrize(
    ("about", "count"), [({}, 0), ({"source": "AP"}, 1), ({"desk": "AP"}, 1), ({"source": "Reuters"}, 0)], ids=str
)
def test_an_entry_for_an_outlet(about: dict[str, str], count: int) -> None:
    assert len(words(read("{prefer: {Kyiv: Kiev}, for: AP}"), "In Kiev.", **about)) == count


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        ("{one_of: [US, U.S.]}", "The US and the U.S. and the US.", ["U.S."]),
        ("{one_of: [US, U.S.]}", "The US and the US.", []),
        ("{one_of: [US, U.S.], not in: [headline]}", "US agrees\n\nThe U.S. agreed with the U.S. side on Monday.", []),
        ("{one_of: ['%', percent, per cent]}", "5% and 6 percent and 7 per cent and 8%.", ["percent", "per cent"]),
        ("{one_of: ['%', percent]}", "5%. “It is 6 percent,” he said.", []),
        ("{define: {IAEA: International Atomic Energy Agency}}", "The IAEA said so. The IAEA agreed.", ["IAEA"]),
        (
            "{define: {IAEA: International Atomic Energy Agency}}",
            "The International Atomic Energy Agency (IAEA) said so. The IAEA agreed.",
            [],
        ),
        ("{define: {IAEA: International Atomic Energy Agency, NATO: known}}", "NATO said so.", []),
        (
            "{spell: {Witkoff: [Whitcoff, Steve Whitcoff]}}",
            "Steve Whitcoff and Whitcoff.",
            ["Steve Whitcoff", "Whitcoff"],
        ),
        ("{spell: {naïve: [naive]}}", "A naive and a Naive one, no naiveté.", ["naive", "Naive"]),
    ],
)
def test_what_is_found(entry: str, text: str, found: list[str]) -> None:
    assert words(read(entry), text) == found


def test_entries_do_not_hinder_each_other() -> None:
    rules = read("{spell: {Witkoff: Whitcoff}}", "{spell: {Kushner: Kuschner}}", PREFER)
    assert words(rules, "Whitcoff and Kuschner flew to Kiev.") == ["Whitcoff", "Kuschner", "Kiev"]


# -- examples


ENTRIES = [
    "spell: {Witkoff: [Whitcoff, Whitkoff], Merz: Merts}",
    "prefer: {Kyiv: Kiev, per cent: [percent, pct.]}",
    'one_of: ["%", percent, per cent]',
    "one_of: [US, U.S.]",
    "define: {NATO: known, IAEA: International Atomic Energy Agency}",
]
SCOPES = [
    "",
    ", in: [headline]",
    ", in: [body]",
    ", in: [quotes]",
    ", not in: [headline]",
    ", not in: [body]",
    ", for: [AP, sports]",
]


@pytest.mark.parametrize(("entry", "scope"), list(product(ENTRIES, SCOPES)))
def test_generated_examples_hold(entry: str, scope: str) -> None:
    found = read(f"{{{entry}{scope}}}")
    tested = run_examples(found.rules, found.knowledge, strict=True)
    assert tested.failures == ()
    assert bool(tested.examples) is (scope not in (", in: [headline]", ", in: [quotes]", ", not in: [body]"))


def test_written_examples_are_run_too() -> None:
    found = read('{spell: {Merz: Merts}, examples: {bad: ["[[Merts -> Merz]] came."], good: ["Merts came."]}}')
    [failure] = run_examples(found.rules, found.knowledge, strict=True).failures
    assert (failure.verdict, failure.text) == ("noisy", "Merts came.")


# -- what is wrong with an entry


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{spel: {Merz: Merts}}", "has no key “spel”"),
        ("{why: because}", "nothing to look for"),
        ("{spell: {Merz: []}}", "lists no form"),
        ("{spell: [Merts]}", "must be a group of keys"),
        ("{spell: {Merz: Merts}, prefer: {Kyiv: Kiev}}", "cannot be “spell” and “prefer”"),
        ("{spell: {Merz: MERZ}}", "count as one form"),
        ("{prefer: {Sen.: Sen}}", "count as one form"),
        ("{one_of: [Internet, internet]}", "count as one form"),
        ("{one_of: [percent]}", "two forms or more"),
        ("{define: {NATO: known}}", "asks for nothing"),
        ("{spell: {Merz: Merts}, in: [captoin]}", "no section “captoin”"),
        ("{spell: {Merz: Merts}, in: [body], not in: [quotes]}", "side by side"),
        ("{spell: {Merz: Merts}, id: merz}", "has no family"),
        ("{spell: {Merz: Merts}, severity: bad}", "severity cannot be “bad”"),
        ("just a text", "must be a group of keys"),
        ("{spell: {Merz: {}}}", "must be a list"),
        ('{spell: {Merz: [""]}}', "is empty"),
        ("{spell: {Merz: [Merts]}, examples: {bad: [plain]}}", "must show what is wrong"),
    ],
)
def test_a_broken_entry_is_told_and_the_rest_run(entry: str, message: str) -> None:
    found = read(entry, PREFER)
    assert [one.id for one in found.rules] == ["style/kyiv"]
    assert message in found.problems[0].message
    assert (found.problems[0].path, found.problems[0].line) == ("rules/desk.yaml", 2)


@pytest.mark.parametrize(
    "entry",
    [
        "{spell: {'\"': Merts}, id: 'names/a\"b'}",
        r"{one_of: ['a\b', 'a\\b']}",
        "{define: {'N\"A': x}}",
        "{one_of: ['{id}', '}']}",
        "{spell: {日本: [日夲]}}",
    ],
)
def test_odd_signs_are_read_as_they_are(entry: str) -> None:
    assert read(entry).problems == ()


def test_two_entries_of_one_id_are_told() -> None:
    found = read("{spell: {Merz: Merts}}", "{spell: {Merz: Mertz}}")
    assert [problem.line for problem in found.problems] == [3]


# -- a long list costs no more for each article


def letters(number: int) -> str:
    return "".join(chr(97 + number // 26**place % 26) for place in range(4)).capitalize()


def calls(rules: Ruleset, text: str) -> int:
    """How many functions are called for one more article."""
    engine = Engine(rules.rules, rules.knowledge)
    article = Article("a.txt", "a.txt", text, Metadata())
    engine.map(article)
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    gc.disable()  # libraries of tests have functions that are called when the garbage is collected
    sys.setprofile(counted)
    try:
        found = engine.map(article).findings
    finally:
        sys.setprofile(before)
        gc.enable()
    assert len(found) == 2
    return count


TEXT = f"They saw {letters(3)}x and {letters(5)}x there, and {letters(7)} too."


def test_twenty_thousand_forms_cost_an_article_no_more_than_a_hundred() -> None:
    few, many = (
        read("spell:\n" + "".join(f"      {letters(n)}: {letters(n)}x\n" for n in range(count)))
        for count in (100, 20_000)
    )
    assert len(many.rules) == 1
    assert calls(many, TEXT) == calls(few, TEXT)


def test_five_hundred_entries_cost_an_article_no_more_than_ten() -> None:
    few, many = (read(*(f"{{spell: {{{letters(n)}: {letters(n)}x}}}}" for n in range(count))) for count in (10, 500))
    assert len(many.rules) == 500
    assert calls(many, TEXT) == calls(few, TEXT)


def test_only_rules_whose_words_stand_in_an_article_are_run() -> None:
    found = read(*(f"{{spell: {{{letters(n)}: {letters(n)}x}}}}" for n in range(200)))
    engine = Engine(found.rules, found.knowledge)
    wanted = engine.plans.worded(engine.read(Article("a.txt", "a.txt", TEXT, Metadata())))
    assert [engine.plans.article[number].rule.id for number in sorted(wanted)] == sorted(
        f"names/{letters(n).lower()}" for n in (3, 5)
    )


def test_the_form_of_a_known_place_is_a_matter_of_names() -> None:
    place = RuleFile("desk/knowledge/places.yaml", "knowledge/places.yaml", "places:\n  - {name: Kyiv}\n")
    rules = RuleFile(
        "desk/style/x.yaml", "style/x.yaml", "rules:\n  - prefer: {Kyiv: Kiev}\n  - prefer: {match: game}\n"
    )
    assert [rule.id for rule in load([place, rules]).rules] == ["names/kyiv", "style/match"]


@pytest.mark.parametrize(("packs", "problems"), [(("desk", "desk"), 1), (("rules", "desk"), 0)], ids=["one", "two"])
def test_only_another_pack_may_replace_a_rule(packs: tuple[str, str], problems: int) -> None:
    text = "rules:\n  - prefer: {match: game}\n"
    files = [
        RuleFile(f"{pack}/style/{name}.yaml", f"style/{name}.yaml", text, pack)
        for pack, name in zip(packs, "ab", strict=True)
    ]
    ruleset = load(files)
    assert len(ruleset.problems) == problems
    assert len(ruleset.overridden) == 1 - problems
    assert [rule.id for rule in ruleset.rules] == ["style/match"]
