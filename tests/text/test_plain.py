"""Texts made simple, and what is made of a text kept: no offset moves, nothing is forgotten wrongly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factlint.text.plain import lowered, plain
from factlint.text.remembered import Remembered


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(plain(text)) == len(lowered(text)) == len(text)
    assert plain(text).replace(" ", "") == text.replace("\r", "\n").translate(dict.fromkeys(map(ord, BLANKS)))


BLANKS = " \t\x0b\x0c\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"


def test_a_dotted_capital_stays() -> None:
    assert lowered("İZMİR’DE") == "İzmİr’de"


@given(st.lists(st.text(max_size=2)))
def test_what_is_remembered_is_what_is_made(texts: list[str]) -> None:
    remembered = Remembered(str.upper, most=3)
    assert [remembered[text] for text in texts] == [text.upper() for text in texts]
    assert len(remembered) <= 3
