"""What pairs with nothing is left out of a run before it is compared; what comes of the run must not show it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdesk import article, outcome, query_rule

from factlint.engine import partners
from factlint.engine.pairing import columns
from factlint.engine.run import Engine, features_of
from factlint.engine.story import reduce_story
from factlint.engine.thinning import Thinned, thinned
from factlint.knowledge.load import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.article import Article
    from factlint.engine.article import Mapped
    from factlint.engine.run import Told
    from factlint.findings import Finding, Undecided
    from factlint.ruleset.load import Ruleset

CLOSE = query_rule(
    "from name n, name m of different articles of the run where n.text is close to m.text within 1 edits",
    "{n.text} {m.text}",
    own="names_close",
)
EQUAL = query_rule(
    "from name n, name m of different articles of the run where n.surname = m.surname and n.text != m.text",
    "{n.text} {m.text}",
    own="names_equal",
)
TOGETHER = query_rule(
    "from name n, name m of the same run where n.text is close to m.text within 1 edits",
    "{n.text} {m.text}",
    own="names_together",
)
DECIDED = query_rule(
    """
    from name n, name m of different articles of the run
    where n.text is close to m.text within 1 edits and familiar(n.text) < 3 and n.text != m.text + "t"
      and no(person p where p.name = m.text) and no(lookalike l where l.form = n.text and l.article = n.article)
    """,
    "{n.text} {m.text}",
    own="names_decided",
)
DECIDED = replace(DECIDED, knowledge=load([("a.yaml", "people: [Karla Novotny]\n")]).knowledge)
ONE_SIDED = query_rule(
    "from name n, name m of different articles of the run where n.text is close to m.text within 1 edits"
    " and m.surname != 'Novotni'",
    "{n.text} {m.text}",
    own="names_sided",
)
COUNTED = query_rule(
    "from name n, name m of different articles of the run where n.surname is close to m.surname within 1 edits"
    " and articles_with(n.surname) < 2",
    "{n.text} {m.text}",
    own="names_counted",
)
RULES = {
    "one-sided": ONE_SIDED,
    "counted": COUNTED,
    "close": CLOSE,
    "equal": EQUAL,
    "in one article too": TOGETHER,
    "decided by words": DECIDED,
}

NAMES = ["Karel Novotny", "Karel Novotni", "Karla Novotny", "Petra Lindqvist", "Petra Lindqvst", "Omar Haddad"]


def text(names: Sequence[str]) -> str:
    return " ".join(f"The mediator {name} spoke to the ministers for two hours on Monday." for name in names)


def left_of(engine: Engine, sent: Sequence[Mapped], own: Sequence[Any] | None = None) -> Thinned:
    own = own or [columns(engine.pairs, one.sent) for one in sent]
    return thinned(engine.pairs, own, engine.known.scope(words(sent)))


def mapped(rules: Ruleset, articles: Sequence[Article]) -> tuple[Engine, list[Mapped]]:
    engine = Engine(rules.rules, rules.knowledge)
    return engine, [engine.map(one) for one in articles]


def words(sent: Sequence[Mapped]) -> Counter[str]:
    return Counter(word for one in sent for word in features_of(one).words)


@pytest.mark.parametrize("rules", RULES.values(), ids=RULES)
@given(st.lists(st.lists(st.sampled_from(NAMES), max_size=4), min_size=1, max_size=5))
@settings(max_examples=25, deadline=None)
def test_a_run_finds_what_it_finds_among_all_facts(rules: Ruleset, named: list[list[str]]) -> None:
    engine, sent = mapped(rules, [article(text(one), f"{number}.txt") for number, one in enumerate(named)])
    everything = in_order(reduce_story("run", sent, engine.crossing, engine.known, words(sent)))
    assert in_order(engine.tell_run(sent, words(sent))) == everything
    assert in_order(engine.tell_run([engine.parcel(one) for one in sent], words(sent))) == everything


def in_order(told: Told) -> tuple[list[Finding], list[Undecided]]:
    return sorted(told[0], key=repr), sorted(told[1], key=repr)


def test_facts_without_a_partner_are_left_out() -> None:
    engine, sent = mapped(CLOSE, [article(text(one), f"{one[0]}.txt") for one in (NAMES[:1], NAMES[1:2], NAMES[5:])])
    own = [columns(engine.pairs, one.sent) for one in sent]
    left = left_of(engine, sent, own)
    [joined] = left.joined
    assert {asked: sorted(kept) for asked, kept in joined.kept} == {
        ("names/close", "n"): ["Karel Novotni", "Karel Novotny"],
        ("names/close", "m"): ["Karel Novotni", "Karel Novotny"],
    }
    assert not any(left.kept.values())
    assert set(left.many.values()) == {3}
    kept = [joined.thin(one.sent, values)["names/close", "n"] for one, values in zip(sent, own, strict=True)]
    assert list(map(len, kept)) == [1, 1, 0]


class Kept:
    """What earlier runs found out, as a cache keeps it."""

    def __init__(self) -> None:
        self.values: dict[str, bytes] = {}
        self.read = 0

    def recall(self, name: str) -> bytes | None:
        self.read += name in self.values
        return self.values.get(name)

    def keep(self, name: str, value: bytes) -> None:
        self.values[name] = value


RUNS = st.lists(st.lists(st.lists(st.sampled_from(NAMES), max_size=4), min_size=1, max_size=4), min_size=2, max_size=4)


@pytest.mark.parametrize("rules", RULES.values(), ids=RULES)
@given(RUNS)
@settings(max_examples=25, deadline=None)
def test_what_earlier_runs_had_makes_no_difference(rules: Ruleset, runs: list[list[list[str]]]) -> None:
    kept = Kept()
    for named in runs:
        engine, sent = mapped(rules, [article(text(one), f"{number}.txt") for number, one in enumerate(named)])
        told = engine.tell_run(sent, words(sent), memory=kept)
        assert in_order(told) == in_order(engine.tell_run(sent, words(sent)))


def test_a_value_may_be_new_on_one_side_alone() -> None:
    kept = Kept()
    for named, found in ((NAMES[:1], 0), (NAMES[:2], 1)):
        engine, sent = mapped(ONE_SIDED, [article(text([name]), f"{name}.txt") for name in named])
        assert len(engine.tell_run(sent, words(sent), memory=kept)[0]) == found


def test_only_what_is_new_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    kept, asked = Kept(), []
    holds = partners._may_hold
    monkeypatch.setattr(partners, "_may_hold", lambda checks, scope: asked.append(1) or holds(checks, scope))
    for more in ([], [], ["Omar Hadad"]):
        engine, sent = mapped(CLOSE, [article(text([name]), f"{name}.txt") for name in (*NAMES, *more)])
        engine.tell_run(sent, words(sent), memory=kept)
        asked.append(0)
    counts = "".join(map(str, asked)).split("0")
    assert counts[1] == ""
    assert 0 < len(counts[2]) < len(counts[0])


def test_a_rule_that_asks_the_run_remembers_nothing() -> None:
    rules = query_rule(
        "from name n, name m of different articles of the run where n.text is close to m.text within 1 edits"
        " and articles_with(n.surname) < 2",
        "{n.text}",
        own="names_x",
    )
    kept = Kept()
    engine, sent = mapped(rules, [article(text([name]), f"{name}.txt") for name in NAMES])
    assert engine.tell_run(sent, words(sent), memory=kept)[0]
    assert not kept.values


def test_near_names_of_one_article_do_not_pair_in_different_ones() -> None:
    engine, sent = mapped(CLOSE, [article(text(NAMES[:2]), "a.txt"), article(text(NAMES[5:]), "b.txt")])
    assert not left_of(engine, sent).joined


def test_a_pair_that_words_rule_out_is_left_out() -> None:
    rules = query_rule(
        "from name n, name m of different articles of the run where n.text is close to m.text within 1 edits"
        " and n.text != m.text + 'a' and m.text != n.text + 'a' and n.text != 'Karel Novotny'",
        "{n.text} {m.text}",
        own="names_apart",
    )
    named = (["Petra Lindqvist"], ["Petra Lindqvista"], NAMES[:1], NAMES[1:2])
    engine, sent = mapped(rules, [article(text(one), f"{one[0]}.txt") for one in named])
    [joined] = left_of(engine, sent).joined
    assert dict(joined.kept) == {("names/apart", "n"): {"Karel Novotni"}, ("names/apart", "m"): {"Karel Novotny"}}


def test_pairs_that_words_rule_out_take_no_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that stands everywhere, beside one with another ending, must not use up what may be tried."""
    monkeypatch.setattr("factlint.engine.join.ENOUGH", 10)
    monkeypatch.setattr("factlint.engine.join.ENOUGH_EACH", 0)
    rules = query_rule(
        "from name n, name m of different articles of the run where n.text is close to m.text within 1 edits"
        " and n.text != m.text + 'a' and m.text != n.text + 'a'",
        "{n.text} {m.text}",
        own="names_apart",
    )
    often = [article(text(["Petra Lindqvist"]), f"{number}.txt") for number in range(30)]
    rest = [article(text([name]), f"z{number}.txt") for number, name in enumerate(["Petra Lindqvista", *NAMES[:2]])]
    found = outcome(rules, *often, *rest)
    assert [one.message for one in found.findings] == ["Karel Novotny Karel Novotni"]
    assert not found.undecided


@pytest.mark.parametrize(
    "find",
    [
        "from name n of the same run where n.surname = 'Novotny'",
        "from name n, name m of different articles of the run where n.text is like m.text at least 60%",
        "from date d, date e of different articles of the run where d.month = e.month",
    ],
    ids=["one variable", "by runs of words", "values that are no text"],
)
def test_what_no_text_joins_stays_as_it_is(find: str) -> None:
    rules = query_rule(find, own="names_x")
    engine, sent = mapped(rules, [article(text(NAMES[:1]) + " It ended on 3 May.", f"{n}.txt") for n in range(2)])
    left = left_of(engine, sent)
    assert not left.kept
    everything = reduce_story("run", sent, engine.crossing, engine.known, words(sent))
    assert engine.tell_run([engine.parcel(one) for one in sent], words(sent)) == everything
