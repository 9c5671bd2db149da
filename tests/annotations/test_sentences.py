"""Sentences: where one ends, and where only an abbreviation does."""

from __future__ import annotations

import pytest
from hypothesis import given
from readings import assert_sound, facts, reading, texts


def sentences(text: str) -> list[str]:
    return [fact.text for fact in facts("sentence", text)]


@pytest.mark.parametrize(
    "text",
    [
        "It left. | The next one came.",
        "Has it left? | Nobody knew!",
        "“It left.” | He looked up.",
        '"It left." | "When?" he asked.',
        "He called it “done.” | Nobody agreed.",
        "It left (at last). | The pier was empty.",
        "It left…  | Nobody saw it.",
        "It left ... | Nobody saw it.",
        "It moved to the U.S. | The owners stayed.",
        "It sails at 9 a.m. | Tickets are sold on board.",
        "It belongs to Ferries Inc. | The owners stayed.",
        "Was it late? No. | The crew was.",
        "It was built in 1911. | 2,000 people came.",
        "The fare is high. | €5 is too much.",
        "The crew left. | iPhone owners filmed it.",
        "It was Plan I. | The board had another.",
        "It cost £20m. | The owners paid.",
        "It asked for co-operation. | “Nobody came,” he said.",
        "It was over (so he said). | “Nobody came,” he said.",
        "Nobody came. | 'It left,' he said.",
    ],
)
def test_a_stop_ends_a_sentence(text: str) -> None:
    parts = text.split("|")
    found = sentences(text.replace("|", ""))
    assert len(found) >= len(parts)
    assert found[-1] == parts[-1].strip()


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Doe and Sen. Roe met Gen. Poe at St. Mary church.",
        "It sailed on Dec. 15 with No. 5 on its side.",
        "The U.S. Coast Guard stopped it.",
        "J. R. Doe and John Q. Public waited.",
        "It sails at 9 a.m. Monday and 10 p.m. ET on Friday.",
        "It costs 1.5 million, or 3.4 percent more.",
        "Doe vs. Roe was heard by Ferries Ltd. and others.",
        "“Where is it?” one islander asked.",
        "“Where is it?” Jane Doe asked.",
        "“Stop!” shouted the mate.",
        "The road, e.g. Harbour Street, is narrow.",
        "It left ... and came back.",
        "He (the mate.) left",
        "It belongs to (Ferries Ltd. Oslo) and others.",
        "The ferry Yahoo! belongs to him",
        "Wait. . . . .",
    ],
)
def test_an_abbreviation_ends_none(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_a_line_break_always_ends_a_sentence(line_break: str) -> None:
    assert sentences(f"By Mr.{line_break}Doe and others{line_break}{line_break}left") == [
        "By Mr.",
        "Doe and others",
        "left",
    ]


def test_a_line_separator_is_no_line_break() -> None:
    assert sentences("one\u2028two") == ["one\u2028two"]


def test_index_and_words_are_counted() -> None:
    first, second = facts("sentence", "The ferry’s crew left. A well-known mate stayed.")
    assert (first.index, first.words, second.index, second.words) == (0, 4, 1, 4)


def test_nothing_is_no_sentence() -> None:
    assert sentences("") == sentences(" \n\r\n\t") == []


@given(texts)
def test_sentences_fill_their_paragraphs(text: str) -> None:
    found = assert_sound("sentence", text)
    assert all(fact.text == fact.text.strip() for fact in found)
    whole = reading(text)
    joined = "".join("".join(fact.text.split()) for fact in found)
    assert joined == "".join("".join(text[start:end].split()) for start, end in whole.paragraphs)
    assert [fact.sentence for fact in found] == list(range(len(found)))
