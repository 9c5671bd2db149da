"""House style for names: what a desk prefers, one form in an article, and the acronyms that want their long form."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factlint.app.examples import run_examples
from factlint.article import Article, Metadata
from factlint.engine.run import Engine
from factlint.findings.merge import merge
from factlint.ruleset.load import RuleFile, Ruleset, load, rule_files
from factlint.ruleset.shipped import shipped_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

ARTICLES = Path(__file__).resolve().parents[2] / ".." / "shared" / "seeds"
KNOWLEDGE = """\
people:
  - {name: Volodymyr Zelenskyy, accepted: [Zelensky, Zelenskiy], alone: yes}
  - {name: Recep Tayyip Erdogan, accepted: [Erdoğan, Recep Tayyip Erdoğan]}
  - {name: Xi Jinping, surname: Xi, accepted: [Hsi]}
  - {name: Ronaldo}
places:
  - {name: Kyiv}
organisations:
  - {name: Harbour Workers Board, acronym: HWB}
"""
ZELENSKY = "{prefer: {Zelensky: [Zelenskyy, Zelenskiy, Zelenski]}}"


def desk(*entries: str) -> Ruleset:
    """The rules of a desk that knows these people and places."""
    rules = "rules:\n" + "".join(f"  - {entry}\n" for entry in entries)
    return load(
        [
            RuleFile("desk/knowledge/names.yaml", "knowledge/names.yaml", KNOWLEDGE),
            RuleFile("desk/names/style.yaml", "names/style.yaml", rules),
        ]
    )


@pytest.fixture(scope="module")
def shipped() -> Callable[..., Ruleset]:
    """The shipped rules of some ids, with the knowledge that ships."""
    files, _ = rule_files([(shipped_rules(), "rules")])
    everything = load(files)

    def chosen(*ids: str) -> Ruleset:
        rules = tuple(rule.with_severity("note") for rule in everything.rules if rule.id in ids)
        assert len(rules) == len(ids)
        return Ruleset(rules, everything.knowledge, (), ())

    return chosen


def findings(rules: Ruleset, *texts: str, **about: Any) -> list[Finding]:
    engine = Engine(rules.rules, rules.knowledge)
    articles = [
        Article(f"{n}.txt", f"{n}.txt", textwrap.dedent(text), Metadata(**about)) for n, text in enumerate(texts)
    ]
    return list(merge(engine.reduce([engine.map(article) for article in articles], "all").findings))


def words(rules: Ruleset, *texts: str, **about: Any) -> list[str]:
    """The words that are reported, in text order."""
    return [place.text for place in sorted(place for one in findings(rules, *texts, **about) for place in one.places)]


# -- a desk prefers one form of a person's name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("President Zelenskyy spoke first.", ["Zelenskyy"]),
        ("Volodymyr Zelenskiy’s envoy met Zelenskyy’s guests.", ["Zelenskiy", "Zelenskyy"]),
        ("Volodymyr Zelensky spoke first.", []),
        ("“Zelenskyy came late,” he said.", []),
        ("The pianist Anna Zelenskyy played. Zelenskyy won.", []),
        ("Volodymyr Zelenski met them. Mr Zelenski left.", ["Zelenski", "Zelenski"]),
        ("The pianist Anna Zelenski played. Ms Zelenski won.", []),
        ("They sat in the Zelenskyyhof.", []),
    ],
)
def test_only_the_person_is_reported(text: str, found: list[str]) -> None:
    assert words(desk(ZELENSKY), text) == found


@pytest.mark.parametrize(
    ("entry", "text", "right"),
    [
        (ZELENSKY, "Zelenskyy agrees to talks in Berlin\n\nThe talks began on Monday, officials said.", "Zelensky"),
        (ZELENSKY, "ZELENSKYY AGREES\n\nThe talks began on Monday, officials in the city said.", "ZELENSKY"),
        ("{prefer: {Erdogan: [Erdoğan]}}", "President Recep Tayyip Erdoğan spoke first.", "Erdogan"),
        ("{prefer: {Erdoğan: [Erdogan]}}", "President Recep Tayyip Erdogan spoke first.", "Erdoğan"),
    ],
)
def test_the_preferred_form_is_suggested_in_the_same_case(entry: str, text: str, right: str) -> None:
    [finding] = findings(desk(entry), text)
    assert [edit.replacement for one in finding.suggestions for edit in one.edits] == [right]


@pytest.mark.parametrize(("about", "count"), [({}, 0), ({"source": "Reuters"}, 1), ({"desk": "reuters"}, 1)], ids=str)
def test_an_outlet_has_a_form_of_its_own(about: dict[str, str], count: int) -> None:
    rules = desk("{prefer: {Zelenskiy: [Zelenskyy, Zelensky]}, for: [Reuters]}")
    assert len(words(rules, "President Zelenskyy spoke first.", **about)) == count


def test_a_name_and_a_word_in_one_entry() -> None:
    rules = desk("{prefer: {Erdogan: Erdoğan, colour: color}}")
    assert words(rules, "The color of Recep Tayyip Erdoğan’s car, and Anna Erdoğan’s color.") == [
        "color",
        "Erdoğan",
        "color",
    ]


@pytest.mark.parametrize(
    ("entry", "own"),
    [
        (ZELENSKY, "names/zelensky"),
        ("{prefer: {Kyiv: Kiev}}", "names/kyiv"),
        ("{prefer: {match: game}}", "style/match"),
        ("{prefer: {Jinping Xi: Xi Jinping}}", "names/jinping-xi"),
        ("{prefer: {Ronaldo: Ronaldho}}", "names/ronaldo"),
        ("{prefer: {Hsi: Xi}}", "names/hsi"),
    ],
)
def test_names_are_of_their_family_and_the_examples_hold(entry: str, own: str) -> None:
    rules = desk(entry)
    assert rules.problems == ()
    assert [rule.id for rule in rules.rules] == [own]
    assert run_examples(rules.rules, rules.knowledge, strict=True).failures == ()


# -- one form in an article, and in a story


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ("one-form", "Volodymyr Zelenskyy spoke. Zelenskyy left. Mr Zelensky smiled.", ["Zelensky"]),
        ("one-form", "Volodymyr Zelensky spoke. Zelensky left.", []),
        ("one-form", "Volodymyr Zelenskyy spoke. “Zelensky left,” he said.", []),
        ("one-form", "Volodymyr Zelenskyy spoke. Anna Zelensky left.", []),
        ("one-given-form", "Viktor Yanukovych spoke. Then Victor Yanukovych left.", ["Victor Yanukovych"]),
        ("one-given-form", "Joe Biden spoke. Then Joseph Biden left.", []),
        ("accents", "Recep Tayyip Erdoğan spoke. Mr Erdoğan left. Mr Erdogan smiled.", ["Erdogan"]),
        ("accents", "The striker Jonas Müller spoke. The referee Helga Muller left.", []),
        ("preferred-form", "President Volodymyr Zelensky spoke first.", ["Zelensky"]),
        (
            "no-accents",
            "President Recep Tayyip Erdoğan spoke first. Mr Erdoğan left.",
            ["Recep Tayyip Erdoğan", "Erdoğan"],
        ),
        ("no-accents", "President Recep Tayyip Erdogan spoke first.", []),
        ("preferred-form", "The pianist Anna Zelensky spoke first.", []),
        ("full-name-first", "Mr Novotny spoke first. The mediator Karel Novotny left.", ["Novotny"]),
        ("full-name-first", "The mediator Karel Novotny spoke first. Mr Novotny left.", []),
        ("full-name-first", "President Bush spoke first. Then George W. Bush left.", []),
    ],
)
def test_a_name_in_an_article(shipped: Callable[..., Ruleset], rule: str, text: str, found: list[str]) -> None:
    reported = [one.primary.text for one in findings(shipped(f"names/{rule}"), text)]
    assert reported == found


def test_the_desk_s_own_line_goes_before_the_form_of_the_majority() -> None:
    files, _ = rule_files([(shipped_rules(), "rules")])
    line = RuleFile("desk/names/x.yaml", "names/x.yaml", f"rules:\n  - {ZELENSKY}\n", "desk")
    rules = load([*files, line])
    active = tuple(rule for rule in rules.rules if rule.id in ("names/zelensky", "names/one-form"))
    text = "Volodymyr Zelenskyy spoke. Zelenskyy left. Mr Zelensky smiled."
    assert words(Ruleset(active, rules.knowledge, (), ()), text) == ["Zelenskyy", "Zelenskyy"]


LINES = ("The conductor {} came to Berlin on Sunday. {} spoke first.", "The conductor {} left Berlin on Monday.")


@pytest.mark.parametrize(
    ("rule", "forms", "found"),
    [
        ("forms-in-story", ("Sergei Melnikov", "Melnikov", "Sergey Melnikoff"), ["Melnikoff"]),
        ("forms-in-story", ("Sergei Melnikov", "Melnikov", "Boris Melnikoff"), []),
        ("forms-in-story", ("Sergei Melnikov", "Melnikov", "Sergei Melnykow"), ["Melnykow"]),
        ("forms-in-story", ("Jonas Müller", "Müller", "Jonas Muller"), []),
        ("forms-in-story", ("Anna Lee", "Lee", "Anna Li"), []),
        ("given-forms-in-story", ("Sergei Melnikov", "Sergei Melnikov", "Sergey Melnikov"), ["Sergey Melnikov"]),
        ("given-forms-in-story", ("Sergei Melnikov", "Sergei Melnikov", "S. Melnikov"), []),
        ("forms-in-run", ("Sergei Melnikov", "Melnikov", "Sergei Melnikoff"), ["Melnikoff"]),
        ("forms-in-run", ("Sergei Melnikov", "Melnikov", "Boris Melnikoff"), []),
    ],
)
def test_a_name_in_several_articles(
    shipped: Callable[..., Ruleset], rule: str, forms: tuple[str, str, str], found: list[str]
) -> None:
    texts = LINES[0].format(*forms[:2]), LINES[1].format(forms[2])
    reported = [one.primary.text for one in findings(shipped(f"names/{rule}"), *texts)]
    assert reported == found


@pytest.fixture
def five_articles() -> list[str]:
    if not ARTICLES.is_dir():
        pytest.skip("the five real articles are not beside this checkout")
    return [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]


@pytest.mark.parametrize("known", [True, False], ids=["with knowledge", "without"])
def test_three_forms_in_five_articles_are_one_note(five_articles: list[str], known: bool) -> None:
    files, _ = rule_files([(shipped_rules(), "rules")])
    everything = load([file for file in files if known or not file.is_knowledge])
    active = tuple(rule for rule in everything.rules if rule.severity != "off" and rule.family == "names")
    found = findings(Ruleset(active, everything.knowledge, (), ()), *five_articles)
    about = [one for one in found if any(place.text.startswith("Zelensk") for place in one.places)]
    assert [(one.rule, one.severity) for one in about] == [("names/forms-in-story", "note")]


# -- acronyms


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        ("{'*': required}", "The QZB met. The QZB left. The QZB slept.", ["QZB"]),
        ("{'*': required}", "The QZB met. The QZB left.", []),
        ("{'*': required, QZB: known}", "The QZB met. The QZB left. The QZB slept.", []),
        ("{'*': required}", "The Quay Zone Board (QZB) met. The QZB left. The QZB slept.", []),
        ("{'*': required}", "The harbour council (QZB) met. The QZB left. The QZB slept.", []),
        ("{'*': required}", "The HWB met. The HWB left. The HWB slept.", []),
        ("{'*': required, QZB: Quay Zone Board}", "The QZB met.", ["QZB"]),
        ("{QZB: Quay Zone Board}", "The QZB met. The XYB met. The XYB met. The XYB met.", ["QZB"]),
    ],
)
def test_which_acronyms_want_their_long_form(entry: str, text: str, found: list[str]) -> None:
    assert words(desk(f"{{define: {entry}}}"), text) == found


@pytest.mark.parametrize(
    "entry", ["{'*': required}", "{'*': required, NATO: known}", "{'*': required, QZB: Quay Zone Board}"]
)
def test_the_examples_of_define_hold(entry: str) -> None:
    rules = desk(f"{{define: {entry}}}")
    assert rules.problems == ()
    assert run_examples(rules.rules, rules.knowledge, strict=True).failures == ()


def test_all_others_can_only_be_required() -> None:
    [problem] = desk("{define: {'*': known, QZB: Quay Zone Board}}").problems
    assert "required" in problem.hint


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ("acronym-late", "The QZB met. The Quay Zone Board (QZB) left.", ["QZB"]),
        ("acronym-late", "The Quay Zone Board (QZB) met. The QZB left.", []),
        ("acronym-late", "“The QZB met,” he said. The Quay Zone Board (QZB) left.", []),
        ("acronym-twice", "The Quay Zone Board (QZB) met. The Quay Zone Board (QZB) left.", ["QZB"]),
        ("acronym-twice", "The Quay Zone Board (QZB) met. The Quiet Zebra Band (QZB) left.", []),
        ("acronym-unused", "The Quay Zone Board (QZB) met.", ["QZB"]),
        ("acronym-unused", "The Quay Zone Board (QZB) met. The QZB left.", []),
        ("acronym-forms", "The QZB met. The QZB left. The Q.Z.B. slept.", ["Q.Z.B."]),
        ("acronym-forms", "The QZB met. “The Q.Z.B. left,” he said.", []),
        ("acronym-forms", "Men of OPEC met. Men of OPEC left. Men of Opec slept.", ["Opec"]),
        ("acronym-forms", "They were DEAD OR ALIVE. He was alive. Men of Alive slept.", []),
        ("acronym-letters", "The International Atomic Energy Agency (IAAE) met.", ["IAAE"]),
        ("acronym-letters", "The International Atomic Energy Agency (IAEA) met.", []),
        ("acronym-letters", "The Democratic Republic of Congo (RDC) met.", []),
        ("acronym-letters", "The Kurdistan Workers' Party (PKK) met.", []),
        ("acronym-long-form", "The International Atomic Energy Association (IAEA) met.", ["IAEA"]),
        ("acronym-long-form", "The International Labor Organization (ILO) met.", []),
        ("acronym-long-form", "The Iowa Alpine Explorers Association (IAEA) met.", []),
    ],
)
def test_an_acronym_in_an_article(shipped: Callable[..., Ruleset], rule: str, text: str, found: list[str]) -> None:
    assert words(shipped(f"style/{rule}"), text)[: len(found) or None] == found


# -- the form that an article has


@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        ("Volodymyr Zelensky spoke. Mr Zelenksy left.", ["Zelensky"]),
        ("Volodymyr Zelensky spoke. MR ZELENKSY LEFT.", ["ZELENSKY"]),
        ("Volodymyr Zelenskyy spoke. Mr Zelenksy left.", ["Zelenskyy"]),
        ("Volodymyr Zelensky spoke. Zelenskiy sat down. Mr Zelenksy left.", ["Zelenskyy"]),
        ("The pianist Anna Zelensky played. Mr Zelenksy left.", ["Zelenskyy"]),
        ("Mr Zelenksy left.", ["Zelenskyy"]),
        ("Emmanuel Macron spoke. Mr Zelenksy left.", ["Zelenskyy"]),
    ],
    ids=["its own", "in capitals", "the preferred one", "several", "somebody else's", "none", "of other people"],
)
def test_a_wrong_form_becomes_the_form_that_the_article_has(
    shipped: Callable[..., Ruleset], text: str, fixes: list[str]
) -> None:
    (finding,) = findings(shipped("names/misspelled"), text)
    assert [edit.replacement for way in finding.suggestions for edit in way.edits] == fixes


@pytest.mark.parametrize(
    ("about", "found"),
    [({"source": "Reuters"}, []), ({"source": "AFP"}, ["Zelenskiy"]), ({}, ["Zelenskiy"]), ({"desk": "reuters"}, [])],
    ids=["for the outlet", "for another", "for none", "for the desk"],
)
def test_a_preference_of_one_outlet_is_none_of_the_others(about: dict[str, str], found: list[str]) -> None:
    files, _ = rule_files([(shipped_rules(), "rules")])
    line = "rules:\n  - {prefer: {Zelenskiy: [Zelenskyy]}, for: [Reuters]}\n"
    rules = load([*files, RuleFile("desk/names/x.yaml", "names/x.yaml", line, "desk")])
    active = tuple(rule for rule in rules.rules if rule.id == "names/one-form")
    text = "Volodymyr Zelenskyy spoke. Zelenskyy left. Mr Zelenskiy smiled."
    assert words(Ruleset(active, rules.knowledge, (), ()), text, **about) == found
