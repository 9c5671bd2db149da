"""Listed forms in a text: whole words, any case that a headline gives them, whatever else is listed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.text.literals import Literals


def found(text: str, *forms: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in Literals(forms).find(text)]


@pytest.mark.parametrize(
    ("text", "forms", "wanted"),
    [
        pytest.param(
            "Kiev, Kiev’s, KIEV, Kievan, kiev", ("Kiev",), ["Kiev", "Kiev", "KIEV"], id="whole words and capitals"
        ),
        pytest.param("Per cent and per cent, percent", ("per cent",), ["Per cent", "per cent"], id="sentence start"),
        pytest.param("per\ncent", ("per cent",), [], id="never over a line break"),
        pytest.param(
            "the U.S. and the U.S.A., a US$5 note, US-led", ("U.S.", "US"), ["U.S.", "US"], id="abbreviations"
        ),
        pytest.param("90% of it", ("%",), ["%"], id="a sign"),
        pytest.param(
            "Lugansk People’s Republic", ("Lugansk People's Republic",), ["Lugansk People’s Republic"], id="apostrophes"
        ),
        pytest.param("US Steel", ("US", "US Steel"), ["US Steel", "US"], id="forms may overlap"),
        pytest.param(
            "John Doe, John Roe, JOHN DOE, John",
            ("John Doe", "John Poe"),
            ["John Doe", "JOHN DOE"],
            id="one first word",
        ),
        pytest.param("USUS (US) US", ("US",), ["US", "US"], id="within another piece of the text"),
        pytest.param("a non‑stop, a non-stop and a non stop", ("non-stop",), ["non‑stop", "non-stop"], id="hyphens"),
        pytest.param("x" * 50 + "-US", ("US",), ["US"], id="a long piece"),
        pytest.param("", ("US",), [], id="nothing"),
    ],
)
def test_find(text: str, forms: tuple[str, ...], wanted: list[str]) -> None:
    assert found(text, *forms) == wanted


@given(st.text(), st.lists(st.text(max_size=8), max_size=5))
def test_every_hit_is_a_form(text: str, forms: list[str]) -> None:
    for hit in Literals(forms).find(text):
        assert 0 <= hit.start < hit.end <= len(text)
        assert hit.form in forms


@given(st.lists(st.sampled_from(["Kiev", "US", "US Steel", "per cent", "of", "the", ".", "\n"]), max_size=20))
def test_other_lists_hide_nothing(words: list[str]) -> None:
    text = " ".join(words)
    alone = Literals(["US"]).find(text)
    assert alone == [hit for hit in Literals(["US", "US Steel", "Kiev", "per cent"]).find(text) if hit.form == "US"]


@given(
    st.lists(st.text(alphabet="aAé\u0301.-’%5 \n", max_size=12), max_size=6), st.lists(st.text(max_size=4), max_size=4)
)
def test_what_was_read_before_changes_nothing(texts: list[str], forms: list[str]) -> None:
    listed = Literals(["a", "A", "é", "5%", "a-a", *forms])
    for text in texts:
        assert listed.find(text) == Literals(["a", "A", "é", "5%", "a-a", *forms]).find(text)


def test_further_forms_are_asked_for_once_by_their_first_token() -> None:
    asked: list[str] = []

    def more(token: str) -> list[str]:
        asked.append(token)
        return ["Kiev Zoo", "Kiev"] if token == "Kiev" else []

    listed = Literals(["US"], more)
    for _ in range(2):
        assert [hit.form for hit in listed.find("The US, Kiev Zoo.")] == ["US", "Kiev Zoo", "Kiev"]
    assert sorted(asked) == [",", ".", "Kiev", "The", "US", "Zoo"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_may_be_marks_behind_their_letters(form: str) -> None:
    import unicodedata

    text = unicodedata.normalize(form, "Pedro Sánchez met Ana Sa.")
    assert found(text, unicodedata.normalize("NFC", "Sánchez"), "Sa") == [unicodedata.normalize(form, "Sánchez"), "Sa"]
