"""Near words of one article: which are candidates, which side is suspect, and what the scorecard makes of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from readings import assert_sound, facts, texts

from factlint.annotations.lookalikes import KIND, Lookalike

FULL = "The mediator Karel Novotny spoke to the ministers for two hours on Monday, officials said there."


def pairs(text: str) -> set[tuple[str, str]]:
    """Better form and suspect form of every pair."""
    return {(fact.other, fact.form) for fact in facts("lookalike", text) if fact.suspect}


def odds(text: str) -> float:
    [found] = {fact.odds for fact in facts("lookalike", text)}
    return found


@pytest.mark.parametrize(
    ("later", "suspect"),
    [
        ("Mr Novotni hoped for a truce.", "Novotni"),
        ("Mr Novoty hoped for a truce.", "Novoty"),
        ("Mr Novotnny hoped for a truce.", "Novotnny"),
        ("Mr Nootvny hoped for a truce.", None),
        ("Mr Novtony hoped for a truce.", "Novtony"),
        ("Mr Novotny’s hopes are high.", None),
        ("Mr NOVOTNY hoped for a truce.", None),
        ("Mr Novotný hoped for a truce.", None),
        ("The novotni hoped for a truce.", None),
        ("Mr Nova hoped for a truce.", None),
        ("His Novotny2 is a model car.", None),
        ("He is @Novotni on the network.", None),
    ],
)
def test_words_one_letter_or_one_sound_apart_are_a_pair(later: str, suspect: str | None) -> None:
    assert {wrong for _, wrong in pairs(f"{FULL} {later}")} == ({suspect} if suspect else set())


def test_contractions_are_no_pair() -> None:
    assert not pairs("We’re tired, they said. We’ve come far, they said. They’re late. They’ve gone.")


def test_each_place_of_both_sides_is_a_fact() -> None:
    found = facts("lookalike", f"{FULL} Mr Novotni left. Mr Novotny stayed. Mr Novotni came back.")
    assert [(fact.text, fact.suspect) for fact in found] == [
        ("Novotny", False),
        ("Novotni", True),
        ("Novotny", False),
        ("Novotni", True),
    ]
    assert len({fact.pair for fact in found}) == 1


def test_of_two_unknown_forms_the_rarer_is_suspect() -> None:
    assert pairs(f"Mr Zabrovic left early. {FULL} Mr Zabrowic stayed. Mr Zabrowic ate.") == {("Zabrowic", "Zabrovic")}


def test_the_right_form_is_named_only_where_there_is_little_doubt() -> None:
    even = facts("lookalike", "Mr Zabrovic left early. Mr Zabrowic stayed.")
    clear = facts("lookalike", "Mr Zabrovic left. Mr Zabrowic stayed. Mr Zabrowic ate. Mr Zabrowic slept.")
    assert {fact.likely for fact in even} == {None}
    assert {fact.likely for fact in clear if fact.suspect} == {"Zabrowic"}


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Mr Novotni hoped for a truce.", "Karla Novotni hoped for a truce."),
        ("Mr Novotni hoped for a truce.", "Mr Novotnys hoped for a truce."),
        ("Karel Novotni hoped for a truce.", "Helga Novotni hoped for a truce."),
        ("Mr Novotni hoped for a truce.", "Mr Smith met Johnson, Novotni, Baker, Hill, Cooper, Reed, Ford, Novotny."),
        ("Hopes of Novotni are high.", "Novotni Barrow hoped for a truce."),
        ("Hopes of Novotni are high there.", "C’est au nom des Novotni que nous sommes venus ici."),
    ],
    ids=[
        "another given name",
        "a plural",
        "the same given name",
        "a list of names",
        "a given name",
        "another language",
    ],
)
def test_evidence_moves_the_odds(more: str, less: str) -> None:
    assert odds(f"{FULL} {more}") > odds(f"{FULL} {less}")


def test_odds_are_the_base_and_what_counted() -> None:
    from factlint.annotations.lookalikes.evidence import BASE

    for fact in facts("lookalike", f"{FULL} Karel Novotni left."):
        assert fact.odds == pytest.approx(BASE + sum(weight for _, weight in fact.counted))
        assert "same given name" in fact.evidence


def test_the_scorecard_is_on_show() -> None:
    assert "same given name" in dict(KIND.scorecard)


def test_a_list_of_near_words_means_nothing() -> None:
    words = (f"Abc{one}{two}{three}e" for one in "defghi" for two in "defghi" for three in "defghi")
    assert not facts("lookalike", " ".join(words))


@given(texts)
def test_places_are_sound_on_any_text(text: str) -> None:
    assert_sound("lookalike", text)
    assert all(isinstance(fact, Lookalike) and fact.form != fact.other for fact in facts("lookalike", text))
