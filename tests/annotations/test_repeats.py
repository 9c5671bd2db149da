"""Words, sentences and paragraphs that are printed twice, and doubles that are right."""

from __future__ import annotations

import pytest
from hypothesis import given
from readings import assert_sound, facts, seed, texts

from factlint.annotations.repeats import Repeat

ONE = "The harbour board voted on Tuesday to close the old ferry pier for good."
TWO = "Islanders had asked for a delay, because the road to the new terminal is narrow and often blocked."


def repeats(text: str, unit: str) -> list[str]:
    return [fact.text for fact in facts("repeat", text) if fact.unit == unit]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It closed the the pier.", "the the"),
        ("The the pier closed.", "The the"),
        ("They want to to close it.", "to to"),
        ("It is a a pier.", "a a"),
        ("A a pier closed.", "A a"),
        ("The hostility hostility grew.", "hostility hostility"),
        ("It opens on  on Tuesday.", "on  on"),
        ("He said at at the pier that it closed.", "at at"),
        ("It was caused by by the storm.", "by by"),
        ("The pier is is closed.", "is is"),
        ("She said it it had closed.", "it it"),
        ("“We closed the the pier,” she said.", "the the"),
        ("“The celebrities celebrities came,” she said.", "celebrities celebrities"),
        ("I think I I know.", "I I"),
        ("İzmir closed the\u00a0\tthe pier.", "the\u00a0\tthe"),
    ],
)
def test_a_doubled_word_is_found(text: str, expected: str) -> None:
    assert repeats(text, "word") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "She had had enough.",
        "He said that that was it.",
        "It was very very cold.",
        "There was a break-in in 1999.",
        "The state we were placed in in the past was bad.",
        "It is what is going on on the ground.",
        "He had been waiting for for years.",
        "Duran Duran played in Baden Baden.",
        "NO NO was written on it.",
        "They read it in the The Times.",
        "What it is is a pier.",
        "Without it it would sink.",
        "Add to this this new law.",
        "He gave her her ticket.",
        "“It was a fast fast boat,” she said.",
        "It closed the\nthe pier.",
        "They won 6 6 and 2 2.",
        "They sold type_a type_a and mp3s mp3s.",
        "It closed. Closed it was.",
        "New York, New York is far.",
        "ha ha and bye bye",
    ],
)
def test_a_double_that_may_be_right_is_left_alone(text: str) -> None:
    assert repeats(text, "word") == []


def test_a_doubled_word_spans_both_and_knows_the_first() -> None:
    (found,) = facts("repeat", "It closed the the pier.")
    assert (found.start, found.end, found.first_start, found.first_end) == (10, 17, 10, 13)


@pytest.mark.parametrize(
    ("text", "once"), [("It closed the the pier.", "the"), ("The  the pier closed.", "The"), (f"{ONE} {ONE}", None)]
)
def test_the_doubled_word_once(text: str, once: str | None) -> None:
    (found,) = facts("repeat", text)
    assert isinstance(found, Repeat)
    assert found.once == once


def test_a_sentence_printed_twice_in_a_row_is_found_at_the_second_place() -> None:
    text = f"{ONE} {ONE}"
    (found,) = facts("repeat", text)
    assert (found.unit, found.start, found.first_start, found.first_end) == ("sentence", len(ONE) + 1, 0, len(ONE))


def test_a_doubled_paragraph_is_reported_once_and_not_by_its_sentences() -> None:
    assert [fact.unit for fact in facts("repeat", f"{ONE} {TWO}\n\n{ONE} {TWO}")] == ["paragraph"]


def test_a_long_sentence_is_found_again_anywhere() -> None:
    assert repeats(f"{TWO}\n{ONE}\n{TWO}", "paragraph") == [TWO]


def test_glyphs_and_case_make_no_difference() -> None:
    assert repeats("The board’s vote ended the matter. THE BOARD'S vote ended the matter.", "sentence") != []


@pytest.mark.parametrize(
    "text",
    [
        "It closed. It closed.",
        f"“We know no other way.” “We know no other way.”\n{ONE}",
        "Why did the board close the pier?\nWhy did the board close the pier?",
        f"The harbour board votes to close the old pier\n{TWO}\nThe harbour board votes to close the old pier\n{ONE}",
        "Doe, Roe, Poe, Noe and Moe\nDoe, Roe, Poe, Noe and Moe",
        f"The board has closed the pier.\n{TWO}\nThe board has closed the pier.",
        "The board has seen the port at last. The port has seen the board at last.",
    ],
    ids=["short", "quoted", "question", "headline", "table", "short-and-apart", "same-letters"],
)
def test_passages_that_may_stand_twice(text: str) -> None:
    assert facts("repeat", text) == ()


def test_a_mark_behind_its_letter_belongs_to_the_word() -> None:
    assert facts("repeat", "the best cafe cafe\u0301 of the town") == ()
    assert [found.text for found in facts("repeat", "a note from re\u0301sume\u0301 re\u0301sume\u0301 readers")] == [
        "re\u0301sume\u0301 re\u0301sume\u0301"
    ]


@given(texts)
def test_repeats_are_sound(text: str) -> None:
    for found in assert_sound("repeat", text):
        assert found.unit in {"word", "sentence", "paragraph"}
        assert found.first_start <= found.start
        assert found.first_start < found.first_end <= found.end


def test_the_doubled_pitch_of_a_real_article() -> None:
    (found,) = facts("repeat", seed("000"))
    assert (found.unit, found.section) == ("paragraph", "boilerplate")


@pytest.mark.parametrize("number", ["001", "002", "003", "004"])
def test_real_articles_without_repeats(number: str) -> None:
    assert facts("repeat", seed(number)) == ()
