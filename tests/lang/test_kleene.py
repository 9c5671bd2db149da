"""Unknown is a value: Kleene's strong logic, as rules see it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lang.compile import compiled
from factlint.lang.logic import key_value
from factlint.lang.parse import parse_expression
from factlint.lang.scope import Row, Scope

VALUES = {"yes": True, "no": False, "maybe": None}


@dataclass(frozen=True)
class Thing:
    """Something with one field of each kind of answer, and of each kind of value."""

    yes: bool = True
    no: bool = False
    maybe: bool | None = None
    one: int = 1
    word: str = "Kyiv"
    words: tuple[str, ...] = ("Kyiv", "Lviv")
    number: int | None = None
    text: str | None = None
    texts: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Flag:
    """One of many things that a quantifier runs over."""

    on: bool | None
    key: str | None = "a"


def value(text: str, flags: tuple[Flag, ...] = ()) -> Any:
    rows = [Row(flag, None) for flag in flags]

    def index(kind: str, field: str) -> dict[Any, list[Row]]:
        found: dict[Any, list[Row]] = {}
        for row in rows:
            found.setdefault(key_value(getattr(row.fact, field)), []).append(row)
        return found

    scope = Scope({"x": Row(Thing(), None)}, lambda kind: rows, index, lambda row, sections, excluded: True)
    return compiled(parse_expression(text))(scope)


def all_of(values: Any) -> bool | None:
    return False if False in values else None if None in values else True


def opposite(known: bool | None) -> bool | None:
    return None if known is None else not known


@pytest.mark.parametrize(("left", "right"), list(product(VALUES, repeat=2)))
def test_and_or_of_two(left: str, right: str) -> None:
    pair = VALUES[left], VALUES[right]
    assert value(f"x.{left} and x.{right}") is all_of(pair)
    assert value(f"x.{left} or x.{right}") is opposite(all_of([opposite(one) for one in pair]))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('f.key = "A"', True),
        ('f.key != "A"', False),
        ('f.key != "b"', True),
        ('f.key in ["b", "A"]', True),
        ('f.key in ["b", "ab"]', False),
        ('f.key in ["b", f.key]', True),
        ("f.key = f.key", True),
    ],
)
def test_a_text_beside_those_that_stand_in_a_rule(text: str, wanted: bool) -> None:
    rows = {"f": Row(Flag(None), None)}
    scope = Scope(rows, lambda _: [], lambda *_: {}, lambda *_: True)
    assert compiled(parse_expression(text))(scope) is wanted


@pytest.mark.parametrize("one", VALUES)
def test_not(one: str) -> None:
    assert value(f"not x.{one}") is opposite(VALUES[one])
    assert value(f"not not x.{one}") is VALUES[one]


atoms = st.sampled_from(sorted(VALUES)).map(lambda field: f"x.{field}")
questions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        inner.map(lambda one: f"not ({one})"),
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(lambda parts: "({}) {} ({})".format(*parts)),
    ),
    max_leaves=8,
)


@given(questions, questions)
def test_de_morgan(left: str, right: str) -> None:
    assert value(f"not (({left}) and ({right}))") is value(f"not ({left}) or not ({right})")
    assert value(f"not (({left}) or ({right}))") is value(f"not ({left}) and not ({right})")


@given(questions)
def test_what_is_decided_stays_so_when_more_becomes_known(question: str) -> None:
    decided = value(question)
    for known in ("x.yes", "x.no"):
        assert decided is None or value(question.replace("x.maybe", known)) is decided


many = st.lists(st.sampled_from(sorted(VALUES)), max_size=5).map(
    lambda names: tuple(Flag(VALUES[name]) for name in names)
)


@given(many)
def test_quantifiers_are_long_ands_and_ors(flags: tuple[Flag, ...]) -> None:
    answers = [flag.on for flag in flags]
    assert value("every(flag f where f.on)", flags) is all_of(answers)
    assert value("any(flag f where f.on)", flags) is opposite(all_of(list(map(opposite, answers))))
    assert value("no(flag f where f.on)", flags) is opposite(value("any(flag f where f.on)", flags))
    assert value("every(flag f where f.on)", flags) is value("no(flag f where not f.on)", flags)


@given(many)
def test_a_count_is_known_only_if_every_answer_is(flags: tuple[Flag, ...]) -> None:
    answers = [flag.on for flag in flags]
    assert value("count(flag f where f.on)", flags) == (None if None in answers else sum(map(bool, answers)))
    assert value("count(flag f)", flags) == len(flags)


KEYED = (Flag(True, "Kyiv"), Flag(False, "Lviv"), Flag(True, None))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ('any(flag f where f.key = "kyiv" and f.on)', True),
        ('any(flag f where f.key = "Lviv" and f.on)', None),  # the flag without a key may be that one
        ('any(flag f where f.key = "Lviv" and f.on and f.key is known)', False),
        ('no(flag f where f.key = "Odesa")', None),
        ('every(flag f where f.key = "kyiv")', False),
        ('count(flag f where f.key = "kyiv" and f.key is known) = 1', True),
        ("any(flag f where f.key = x.text)", None),
        ("any(flag f where f.key = x.text and not f.on)", None),
        ("no(flag f where f.key = x.text and f.key is unknown and not f.on)", True),
    ],
)
def test_an_index_answers_as_if_every_row_were_asked(question: str, answer: bool | None) -> None:
    assert value(question, KEYED) is answer
    # Turned round so that no index fits.
    assert value(question.replace("f.key =", 'f.key + "" ='), KEYED) is answer


@pytest.mark.parametrize(
    "question",
    [
        "x.text = x.text",
        "x.text != x.text",
        "x.number < x.one",
        "x.one >= x.number",
        "x.number + 1 = 2",
        "x.one between x.number and 2",
        "x.text in x.words",
        "x.word in x.texts",
        'x.word in ["Odesa", x.text]',
        "[x.word, x.text] = [x.word, x.text]",
        "[x.word, x.text] != [x.word, x.text]",
        "x.texts contains x.word",
        "x.words contains x.text",
        'x.text contains "a"',
        "x.text matches /a/",
        "x.text is like x.word",
        "x.word is close to x.text",
        "x.text sounds like x.word",
        'lower(x.text) = "a"',
        "x.text.anything = 1",
        "any(flag f in x.texts where f.on)",
        "no(flag f in x.texts where f.on)",
        "every(flag f in x.texts where f.on)",
        "count(flag f in x.texts) = 0",
    ],
)
def test_a_question_about_something_unknown_is_unknown(question: str) -> None:
    assert value(question) is None


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("x.number > 1 and x.no", False),
        ("x.number > 1 or x.yes", True),
        ("x.number between 5 and 2", None),
        ("x.one between x.number and 0", False),  # whatever the lower bound is, 1 is more than 0
        ('x.word in ["Kyiv", x.text]', True),
        ('[x.word, x.text] = ["Lviv", "Lviv"]', False),
        ('[x.word, x.text] != ["Lviv", "Lviv"]', True),
    ],
)
def test_what_settles_the_answer_settles_it(question: str, answer: bool | None) -> None:
    assert value(question) is answer


@pytest.mark.parametrize(
    "part", ["x.maybe", "x.text", "x.number + 1", "x.text = x.text", "lower(x.text)", "x.yes", "x.no", "x.word"]
)
def test_whether_something_is_known_is_always_known(part: str) -> None:
    known = value(part) is not None
    assert value(f"({part}) is known") is known
    assert value(f"({part}) is unknown") is not known
