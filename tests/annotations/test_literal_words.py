"""Forms that rules wait for, as facts of the kind ``word``."""

from __future__ import annotations

from readings import article

from factlint.annotations import Reading
from factlint.knowledge import Knowledge
from factlint.text.literals import Literals


def words(text: str) -> list[tuple[int, str]]:
    found = Reading(article(text), Knowledge({}), Literals(["ferry", "harbor board"]))
    return [(word.start, word.text) for word in found.facts("word")]


def test_a_form_is_found_in_copy_however_often() -> None:
    assert words("The ferry left; a ferry came.") == [(4, "ferry"), (18, "ferry")]
    assert words("The harbor\xa0board met.") == [(4, "harbor\xa0board")]


def test_a_form_in_an_address_stands_for_itself_and_others_do_not() -> None:
    assert words("See https://example.org/ferry for the ferry.") == [(38, "ferry")]
    assert words("The ferry [sic] is one, the ferry another.") == [(28, "ferry")]
