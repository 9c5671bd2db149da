"""The keys of knowledge files: what each becomes, and what is said of a value that cannot be."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest

from factlint.knowledge.load import load
from factlint.knowledge.spellings import exceptions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factlint.knowledge import Knowledge

DAY = datetime.date


def fine(*texts: str) -> Knowledge:
    found = load([(f"{number}.yaml", text) for number, text in enumerate(texts, 1)])
    assert not found.problems, "\n".join(problem.render() for problem in found.problems)
    return found.knowledge


def said(text: str) -> list[tuple[int | None, int | None, str]]:
    return [(problem.line, problem.column, problem.message) for problem in load([("a.yaml", text)]).problems]


# -- people


def test_what_may_be_said_of_a_person() -> None:
    [anna] = fine(
        """
people:
  - name: Anna Holm
    wrong: {Holm: [Hollm]}
    pronouns: she/her
    since: 2023-01-01
    except: [Hollm Street]
    languages: [sv, en, zh-Hant]
    different: [Anna Holme]
    source: [a.org, b.org]
"""
    ).rows("person")
    assert (anna.pronouns, anna.since, anna.except_) == ("she/her", DAY(2023, 1, 1), ("Hollm Street",))
    assert (anna.languages, anna.different, anna.source) == (
        ("sv", "en", "zh-Hant"),
        ("Anna Holme",),
        ("a.org", "b.org"),
    )


@pytest.mark.parametrize(
    ("entry", "column", "message"),
    [
        pytest.param("pronouns: female", 30, "pronouns cannot be “female”", id="pronouns"),
        pytest.param("languages: [en, German]", 36, "“German” is no code of a language", id="languages"),
        pytest.param("since: 2023", 27, "since must be a day, not “2023”", id="since"),
        pytest.param("pronuons: she/her", 20, "a person has no key “pronuons”", id="unknown"),
    ],
)
def test_what_may_not(entry: str, column: int, message: str) -> None:
    assert said(f"people:\n  - {{name: Ann Ek, {entry}}}\n") == [(2, column, message)]


# -- two people


PAIRS = """
different:
  - [Novotny, Novotni]
  - [Karel Holm, Karel Hollm]
people:
  - {name: Ann Ek, different: [Ann Eek, Anne Ek]}
"""


def test_pairs_are_found_in_both_orders() -> None:
    found = {(row.one, row.other) for row in fine(PAIRS).rows("difference")}
    pairs = {
        ("Novotny", "Novotni"),
        ("Karel Holm", "Karel Hollm"),
        ("Holm", "Hollm"),
        ("Ann Ek", "Ann Eek"),
        ("Ek", "Eek"),
        ("Ann Ek", "Anne Ek"),
    }
    assert found == pairs | {(other, one) for one, other in pairs}


@pytest.mark.parametrize(
    ("pair", "words"),
    [
        pytest.param("[Holm]", "two names are told apart", id="one"),
        pytest.param("[Holm, Hollm, Hohlm]", "two names are told apart", id="three"),
        pytest.param("[Holm, HOLM]", "“Holm” and “HOLM” count as one form", id="one form"),
    ],
)
def test_a_pair_is_two_names(pair: str, words: str) -> None:
    [(line, column, message)] = said(f"different:\n  - {pair}\n")
    assert (line, column, words in message) == (2, 5, True)


# -- offices


OFFICE = """
people: [{name: Ann Ek}, {name: Bo Ek}, {name: Cy Ek}]
offices:
  - key: xx/head
    title: Head
    source: x.org
    checked: 2025-01-01
    terms:
      - {holder: Ann Ek, since: 2010-01-01, until: 2012-01-01, source: [a.org, b.org], checked: 2024-01-01}
      - {since: 2012-01-01, until: 2013-01-01}
      - {holder: unknown, since: 2013-01-01, until: 2014-01-01}
      - {holder: Bo Ek, since: 2014-01-01, acting: yes}
"""


def test_terms_have_what_their_office_says() -> None:
    terms = fine(OFFICE).rows("office")
    assert [term.holder for term in terms] == ["ann-ek", None, None, "bo-ek"]
    assert [term.source for term in terms] == [("a.org", "b.org"), ("x.org",), ("x.org",), ("x.org",)]
    assert [term.checked for term in terms] == [DAY(2024, 1, 1), *3 * [DAY(2025, 1, 1)]]
    assert [term.acting for term in terms] == [False, False, False, True]
    assert terms[-1].assured == DAY(2025, 1, 1) + datetime.timedelta(days=180)


TWO = OFFICE.replace("until: 2012-01-01", "until: 2014-06-01")


def test_terms_overlap_only_where_several_hold_the_office() -> None:
    assert [message.split(":")[0] for _, _, message in said(TWO)] == 3 * ["two terms of “xx/head” overlap"]
    assert all(term.co for term in fine(TWO.replace("title: Head", "title: Head\n    co: yes")).rows("office"))


# -- organisations and events


def test_an_organisation() -> None:
    [row] = fine(
        "organisations: [{name: Exland Bank, acronym: [EB, E.B.], also: [Bank of Exland], kind: company, nation: XX}]"
    ).rows("organisation")
    assert (row.key, row.acronyms, row.also, row.kind, row.nation) == (
        "exland-bank",
        ("EB", "E.B."),
        ("Bank of Exland",),
        "company",
        "XX",
    )


def test_a_later_file_adds_to_an_organisation() -> None:
    [row] = fine("organisations: [{name: EB}]", "organisations: [{name: EB, acronym: E.B.}]").rows("organisation")
    assert row.acronyms == ("E.B.",)


@pytest.mark.parametrize(
    ("days", "since", "until"),
    [
        pytest.param("date: 1989-11-09", DAY(1989, 11, 9), DAY(1989, 11, 9), id="a day"),
        pytest.param("since: 1939-09-01, until: 1945-09-02", DAY(1939, 9, 1), DAY(1945, 9, 2), id="from and to"),
        pytest.param("since: 2022-02-24", DAY(2022, 2, 24), None, id="from on"),
    ],
)
def test_an_event(days: str, since: datetime.date, until: datetime.date | None) -> None:
    [row] = fine(f"events: [{{name: the Change, {days}, also: [the Turn]}}]").rows("event")
    assert (row.key, row.since, row.until, row.also) == ("the-change", since, until, ("the Turn",))


@pytest.mark.parametrize(
    ("days", "words"),
    [
        pytest.param("also: [x]", "an event needs its day", id="none"),
        pytest.param("since: 2020-01-02, until: 2020-01-01", "ends before it begins", id="backwards"),
        pytest.param("date: 2020-01-02, until: 2020-01-03", "“date” and “until” stand here side by side", id="both"),
        pytest.param("date: yesterday", "the day of an event must be a day", id="no day"),
    ],
)
def test_the_days_of_an_event(days: str, words: str) -> None:
    assert any(words in message for _, _, message in said(f"events: [{{name: the Change, {days}}}]"))


# -- about


ABOUT = """
about: {source: [x.org, y.org], checked: 2026-01-02}
people: [{name: Ann Ek}, {name: Bo Ek, source: b.org, checked: 2025-03-04}]
places: [{name: Exville}]
outlets: [{name: The Ex}]
events: [{name: the Change, date: 2020-01-01}]
organisations: [{name: Exland Bank}]
different: [[Ek, Eek]]
offices:
  - {key: xx/head, title: Head, terms: [{holder: Ann Ek, since: 2020-01-01}]}
"""


def test_a_file_says_once_where_its_entries_are_from() -> None:
    knowledge = fine(ABOUT)
    rows = [row for kind in ("place", "outlet", "event", "organisation", "office") for row in knowledge.rows(kind)]
    ann, bo = knowledge.rows("person")
    for row in (ann, *rows):
        assert (row.source, row.checked) == (("x.org", "y.org"), DAY(2026, 1, 2)), row
    assert (bo.source, bo.checked) == (("b.org",), DAY(2025, 3, 4))


def test_about_has_two_keys() -> None:
    assert said("about: {sourse: x.org}\n") == [(1, 9, "about has no key “sourse”")]


# -- what the keys do in rules


def test_a_phrase_of_a_person_keeps_a_wrong_form() -> None:
    knowledge = fine(
        "people: [{name: Ann Ek, wrong: {Ek: [Eck]}, except: [Eck Street]}]\nplaces: [{name: Kyiv, except: [chicken Kiev]}]"
    )
    assert knowledge.once(exceptions) == {"Eck Street", "chicken Kiev"}


RULE = """
severity: warning
find: |
  from name n, name m where n.surname is close to m.surname within 1 edits and n.given = m.given
    and no(difference d where d.one = n.surname and d.other = m.surname)
message: "{n.surname} and {m.surname}"
why: Two names of nearly one spelling are one name as a rule.
"""


@pytest.mark.parametrize(
    ("pair", "found"), [("[novotny, NOVOTNI]", 0), ("[Novotni, Novotny]", 0), ("[Novotny, Novak]", 1)]
)
def test_a_rule_can_ask_whether_two_names_are_two_people(
    pair: str, found: int, tmp_path: Path, factlint: Callable[..., Any]
) -> None:
    for name, text in {
        "factlint.yml": "rules: [desk/]\n",
        "desk/knowledge/names.yaml": f"different: [{pair}]\n",
        "desk/names/pair.yaml": RULE.lstrip(),
        "a.txt": "The mediators Karel Novotny and Karel Novotni spoke for two hours on Monday, officials said.\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    ended = factlint("check", "a.txt", "--select", "names/pair", "--format", "jsonl")
    assert ("error" in ended.err, len(ended.out.splitlines())) == (False, found)
