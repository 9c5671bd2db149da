"""The reading of an article: every offset has its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from readings import reading, texts


@given(texts, st.integers(min_value=0, max_value=200))
def test_a_place_is_where_the_parts_say(text: str, offset: int) -> None:
    read = reading(text)
    place = read.place(offset)
    begun = [part.kind for part in read.sections if part.start <= offset]
    assert place.section == read.section_at(offset) == (begun[-1] if begun else "body")
    assert place.paragraph == max(0, sum(start <= offset for start, _ in read.paragraphs) - 1)
    assert place.sentence == max(0, sum(start <= offset for start, _ in read.sentences) - 1)
    assert place.quoted == read.in_quotes(offset) == any(start <= offset < end for start, end in read.quoted_spans)


def test_a_dateline_ends_within_its_sentence() -> None:
    lead = "Ferries moved to the new terminal on Monday after a long and costly delay, the harbour board said."
    text = f"Board closes the old pier\nOSLO (AP) — {lead}\nIt had voted for it in June."
    read = reading(text)
    dateline, body = read.place(text.index("OSLO")), read.place(text.index("Ferries"))
    assert (dateline.section, body.section) == ("dateline", "body")
    assert (dateline.paragraph, dateline.sentence) == (body.paragraph, body.sentence)


def test_the_bounds_of_a_sentence_hold_its_offsets() -> None:
    text = "One left. Two stayed. “Three” came."
    read = reading(text)
    assert [text[slice(*read.sentence_bounds(at))] for at in (0, 9, 10, 20, 30)] == [
        "One left.",
        "One left.",
        "Two stayed.",
        "Two stayed.",
        "“Three” came.",
    ]
    assert reading("").sentence_bounds(0) == (0, 0)
