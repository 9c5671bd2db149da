"""What an expression gives for one fact; None where something that it asks for is not known."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

import pytest

from factlint.lang.compile import compiled, compiled_of_fact
from factlint.lang.errors import LangError
from factlint.lang.logic import member, same
from factlint.lang.parse import expected, parse_expression, parse_query
from factlint.lang.scope import Row, Scope
from factlint.lang.similar import close, has_words, likeness, runs_of
from factlint.lang.spoken import is_form, spoken

DAY = datetime.date(2025, 12, 15)


@dataclass(frozen=True)
class Thing:
    """One field of each kind."""

    word: str = "Kyiv"
    text: str = "The Kyiv school"
    words: tuple[str, ...] = ("Kyiv", "Lviv")
    holes: tuple[str | None, ...] = ("Kyiv", None)
    number: int = 3
    day: datetime.date = DAY
    last: datetime.date = datetime.date.max
    none: Any = None
    yes: bool = True


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('x.word = "KYIV"', True), ('x.word = "Kiev"', False), ('x.word != "kyiv"', False), ('x.none != "a"', None),
        ("x.word = x.text", False), ("x.word != x.text", True), ("x.word = x.none", None), ("x.none != x.none", None),
        ("x.words = x.words", True), ("x.words = x.holes", None), ('x.words = ["KYIV", "Lviv"]', True),
        ('x.words = ["Lviv", "Kyiv"]', False), ('x.words = ["Kyiv"]', False), ('x.words != ["Kyiv"]', True),
        ("x.number = 3", True), ("x.number != 3", False), ("x.number < 3", False), ("x.number <= 3", True),
        ("x.number > 3", False), ("x.number >= 3", True), ("x.none < 3", None), ("3 > x.number", False),
        ("3 >= x.number", True), ("x.number + 1 = 4", True), ("x.number - 1 = 2", True), ("x.none + 1 = 4", None),
        ('x.word + "!" = "Kyiv!"', True), ("x.number between 3 and 4", True), ("x.number between 2 and 3", True),
        ("x.number between 4 and 9", False), ("x.number between 0 and 2", False), ("x.none between 0 and 2", None),
        ("x.number between x.none and 2", False), ("x.number between x.none and 4", None),
        ("x.day = 2025-12-15", True), ("x.day + 7 days = 2025-12-22", True), ("x.day - 2 weeks = 2025-12-01", True),
        ("x.day - 2025-12-01 = 14 days", True), ("x.last + 1 day > x.day", None), ("x.day between 2025-12-15 and 2025-12-15", True),
        ('x.text contains "KYIV school"', True), ('x.text contains "Kyi"', False), ('x.words contains "lviv"', True),
        ('x.words contains "Odesa"', False), ("x.none contains 3", None), ('x.word in ["Odesa", "KYIV"]', True),
        ('x.word in ["Odesa", "Ky"]', False), ("x.word in x.words", True), ("x.text in x.words", False),
        ("x.word in x.holes", True), ("x.text in x.holes", None), ("x.none in x.words", None), ("x.word in x.none", None),
        ("x.number in [1, 3]", True), ("x.number in [1, 2]", False), ('x.none in ["a"]', None),
        ("x.word is known", True), ("x.none is known", False), ("x.none is unknown", True), ("x.word is unknown", False),
        ("x.text matches /kyiv/", False), ("x.text matches /kyiv/i", True), ("x.text matches /^The/", True),
        ("x.none matches /a/", None), ("x.text is like x.text", True), ("x.text is like x.word at least 100%", False),
        ("x.none is like x.word", None), ('x.word is close to "Kyev"', True), ('x.word is close to "Kyiv"', False),
        ('x.none is close to "Kyiv"', None), ('x.word sounds like "KYIV"', True), ('x.word sounds like "Lviv"', False),
        ("lower(x.word) = x.word", True), ("lower(x.none) = x.word", None), ("days_between(x.day, x.none) = 1", None),
        ("days_between(x.day, 2025-12-17) = 2", True), ("not x.yes", False), ("not x.none", None),
        ("variants(x.word) = 1", None),
    ],
)  # fmt: skip
def test_what_an_expression_gives(text: str, wanted: bool | None) -> None:
    expr = parse_expression(text)
    scope = Scope({"x": Row(Thing(), None)}, lambda _: [], lambda *_: {}, lambda *_: True)
    assert compiled(expr)(scope) is wanted
    alone = compiled_of_fact(expr)
    if "variants" in text:
        assert alone is None
    else:
        assert alone is not None
        assert alone(Thing()) is wanted


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("x.word is known", True),
        ("x is known", False),
        ("x.article.id is known", False),
        ("article.id is known", False),
        ("story.size > 1", False),
        ("x.yes and any(date d where d.year = 1)", False),
        ("x.yes and lower(x.word) = x.word", True),
        ("x.yes and lower(x.article.id) = x.word", False),
    ],
)
def test_what_can_be_asked_of_a_fact_alone(text: str, alone: bool) -> None:
    assert (compiled_of_fact(parse_expression(text)) is not None) is alone


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [("Kyiv", "KYIV", True), ("Kyiv", 3, False), (3, 3.0, True), ((), (), True), (("a",), ("a", "b"), False), (("a",), ("A",), True), ((None,), ("a",), None), ((None, "b"), ("a", "c"), False)],
)  # fmt: skip
def test_equality(one: Any, other: Any, wanted: bool | None) -> None:
    assert same(one, other) is wanted
    assert same(other, one) is wanted


def test_two_facts_are_one_only_if_they_are_the_same_object() -> None:
    thing = Thing()
    assert same(Row(thing, None), Row(thing, None)) is True
    assert same(Row(thing, None), Row(Thing(), None)) is False


@pytest.mark.parametrize("size", [1, 3, 4, 5, 20])
def test_one_of_many(size: int) -> None:
    items = tuple(f"Name{number}" for number in range(size))
    assert member("NAME0", items) is True
    assert member(items[-1].upper(), items) is True
    assert member("Name", items) is False
    assert member("Name", (*items, None)) is None
    assert member("name0", (*items, None)) is True
    assert member(None, items) is None
    assert member("Name0", None) is None


# -- faults of a query that cannot be read


@pytest.mark.parametrize(
    ("query", "words", "message"),
    [
        ("from date d where d.text == d.text", "==", "“==” cannot stand here"),
        ("from date d where d.text =) d.text", ")", "“)” cannot stand here"),
        ("from date d where d.text != = d.text", "=", "“=” cannot stand here"),
        ("from date d where", "e", "this stops too early"),
        ("from date d where   ", "e", "this stops too early"),
        ("", "", "this stops too early"),
        ("from date d where d.text & d.text", "&", "“&” cannot stand here"),
        ('from date d where d.text = "abc', '"', '“"” cannot stand here'),
    ],
)
def test_what_cannot_be_read(query: str, words: str, message: str) -> None:
    with pytest.raises(LangError) as raised:
        parse_query(query)
    assert (query[raised.value.start : raised.value.end], raised.value.message) == (words, message)


# -- words


@pytest.mark.parametrize(
    ("left", "right", "within", "wanted"),
    [
        ("Baker", "Bacer", 2, True),
        ("Abler", "Ablen", 2, True),  # five letters bear one edit
        ("Abler", "Abden", 2, False),
        ("Ablers", "Abdens", 2, True),  # six bear two
        ("Abler", "Abdens", 2, False),  # the shorter one counts
    ],
)
def test_how_many_slips_a_word_bears(left: str, right: str, within: int, wanted: bool) -> None:
    assert close(left, right, within) is wanted
    assert close(right, left, within) is wanted


LONG = "the council will meet again on the first"


@pytest.mark.parametrize(
    ("left", "right", "share"),
    [
        ("one two three four", "one two three five", 0.75),
        ("one two three four", "zero one two three five six", 0.75),
        # A long run that stands elsewhere counts twice, a shorter one once.
        (f"{LONG} a b c d e f g h", f"p q r s t u v w {LONG}", 1.0),
        (f"{LONG} a b c d e f g h i j k l", f"p q r s t u v w x y z o {LONG}", 0.8),
        (f"{LONG[4:]} a b c d e f g", f"p q r s t u v {LONG[4:]}", 0.5),
    ],
)
def test_how_alike_texts_are(left: str, right: str, share: float) -> None:
    assert likeness(left, right) == pytest.approx(share)
    assert likeness(right, left) == pytest.approx(share)


def test_runs_of_words() -> None:
    assert runs_of("A b, c d!") == {("a", "b", "c"), ("b", "c", "d")}
    assert runs_of("A b") == {("a", "b")}
    assert runs_of("a b c") == {("a", "b", "c")}
    assert runs_of("…") == frozenset()
    assert has_words("The cat’s tail", "CAT'S")
    assert not has_words("The cat’s tail", "cat")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He won’t go, can't he?", "he will not go can not he"),
        ("I'm sure they've said they'd come", "i am sure they have said they 'd come"),
        ("It's Ann's", "it 's ann's"),
        ("ninety per cent of 1,500 [sic] … (so)", "90 percent of 1500 [] [] []"),
        ("the U.S. and 3rd rock'n'roll", "the us and 3rd rock'n'roll"),
        ("don't", "do not"),
    ],
)
def test_words_as_they_are_spoken(text: str, words: str) -> None:
    from factlint.lang.spoken import DECLARED

    assert " ".join("[]" if word == DECLARED else word for word in spoken(text)) == words


@pytest.mark.parametrize(
    ("word", "other", "wanted"),
    [
        ("talk", "talks", True), ("duty", "duties", True), ("say", "said", True), ("adviser", "advisor", True),
        ("stop", "stopped", True), ("sing", "sings", True), ("sing", "singed", True), ("red", "reed", False),
        ("d***", "damn", True), ("d***n", "damned", False), ("use", "using", False), ("make", "making", True),
        ("plan", "plane", True), ("harbour", "harbor", True), ("bomb", "arms", False), ("cats", "cat's", True),
    ],
)  # fmt: skip
def test_forms_of_one_word(word: str, other: str, wanted: bool) -> None:
    assert is_form(word, other) is wanted
    assert is_form(other, word) is wanted


@pytest.mark.parametrize(
    ("text", "start", "may", "may_not"),
    [
        ("", "query", {"from"}, {"where"}),
        ("from date d ", "query", {"where", "in", "grouped"}, {"from", "and"}),
        ("d.year ", "expr", {"between", "is", "contains", "in"}, {"from"}),
        ("d.year = = ", "expr", set(), {"between"}),
        ("from date where d ( ", "query", set(), {"where"}),
        ("d.text = “", "expr", set(), {"between"}),
    ],
)
def test_what_may_follow(text: str, start: str, may: set[str], may_not: set[str]) -> None:
    found = expected(text, start)
    assert may <= found
    assert not may_not & found
    assert bool(found) is bool(may)
