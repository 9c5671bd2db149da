"""Nearly the same words and nearly the same texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lang.near import NearIndex
from factlint.lang.similar import close, has_words, likeness, runs_of, sounds_like
from factlint.text.forms import skeleton

# Few letters make near words likely.
words = st.text(alphabet="abdeikrst", min_size=1, max_size=9).map(str.capitalize)
edits = st.integers(1, 3)
sentences = st.lists(
    st.sampled_from(["we", "are", "closer", "to", "a", "deal", "now", "than", "ever", "we", "were", "before"]),
    max_size=14,
).map(" ".join)


@pytest.mark.parametrize(
    ("left", "right", "within"),
    [
        ("Witkoff", "Whitcoff", 2),
        ("Witkoff", "Witkof", 1),
        ("Grynkewich", "Greenkewich", 2),
        ("Merz", "Merts", 2),
        ("Zelensky", "Zelenskyy", 1),
        ("Zelensky", "Zelenskiy", 1),
        ("Macron", "Marcon", 1),  # two letters swapped
        ("Witkoff", "WITKOFF-", 1),
        ("Müller", "Muler", 1),
    ],
)
def test_close(left: str, right: str, within: int) -> None:
    assert close(left, right, within)


@pytest.mark.parametrize(
    ("left", "right", "within"),
    [
        ("Merz", "Merz", 2),
        ("Merz", "MERZ", 2),
        ("Müller", "Muller", 2),  # an accent is no slip
        ("Merz", "Mars", 2),  # short words bear one edit
        ("Witkoff", "Kitkoff", 2),  # another first sound
        ("Johnson", "Johansen", 1),
        ("Rutte", "Putin", 2),
        ("", "A", 2),
        ("Хай", "Рай", 2),  # other letters are left alone
    ],
)
def test_not_close(left: str, right: str, within: int) -> None:
    assert not close(left, right, within)


@given(words, words, edits)
def test_close_and_like_have_no_direction(left: str, right: str, within: int) -> None:
    assert close(left, right, within) == close(right, left, within)
    assert sounds_like(left, right) == sounds_like(right, left)
    assert not close(left, left, within)
    assert sounds_like(left, left) == bool(skeleton(left))


@given(words, words, edits)
def test_more_edits_are_never_less_close(left: str, right: str, within: int) -> None:
    assert not close(left, right, within) or close(left, right, within + 1)


@given(st.lists(words, max_size=30), words, edits)
def test_the_index_finds_what_a_look_at_each_word_finds(listed: list[str], asked: str, within: int) -> None:
    assert NearIndex(listed, within).near(asked) == sorted({word for word in listed if close(asked, word, within)})


@given(st.lists(words, max_size=30), edits)
def test_the_index_finds_the_same_for_its_own_words(listed: list[str], within: int) -> None:
    index = NearIndex(listed, within)
    assert [index.near(word) for word in listed] == [
        sorted({other for other in listed if close(word, other, within)}) for word in listed
    ]


@pytest.mark.parametrize("length", range(37, 43))
@pytest.mark.parametrize("within", [1, 2])
def test_a_very_long_name_is_near_one_that_is_a_letter_longer(length: int, within: int) -> None:
    word = "Ab" + "cdefg" * 9
    shorter, longer = word[:length], word[: length + 1]
    index = NearIndex([shorter, longer, "Other"], within)
    assert index.near(shorter) == [longer]
    assert index.near(longer) == [shorter]


def slip(word: str, at: int, how: str, letter: str) -> str:
    return {
        "drop": word[:at] + word[at + 1 :],
        "add": word[:at] + letter + word[at:],
        "replace": word[:at] + letter + word[at + 1 :],
        "swap": word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    }[how]


slips = st.tuples(st.integers(0, 9), st.sampled_from(["drop", "add", "replace", "swap"]), st.sampled_from("aekst"))


@given(words, st.lists(slips, min_size=1, max_size=3))
def test_the_index_misses_no_slip(word: str, made: list[tuple[int, str, str]]) -> None:
    slipped = word
    for at, how, letter in made:
        slipped = slip(slipped, at, how, letter)
    assert (word in NearIndex([word], len(made)).near(slipped)) == close(slipped, word, len(made))


@pytest.mark.parametrize("at", range(1, 9))
@pytest.mark.parametrize("within", [1, 2, 3])
def test_a_swap_may_stand_anywhere_in_a_long_name(at: int, within: int) -> None:
    word = "Abdirkesta"
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert NearIndex([word, "Other"], within).near(swapped) == [word]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Zelenskyy"),
        ("Zelensky", "Zelenskiy"),
        ("Merz", "Merts"),
        ("Chaykovsky", "Tchaikovskiy"),
        ("Philip", "Filip"),
    ],
)
def test_one_sound_in_two_spellings(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)
    assert sounds_like(one, other)


@pytest.mark.parametrize(("one", "other"), [("Merz", "Mertens"), ("Putin", "Rutte"), ("", "Merz"), ("Хай", "Рай")])
def test_two_sounds(one: str, other: str) -> None:
    assert not sounds_like(one, other)


# -- texts


@pytest.mark.parametrize(
    ("left", "right", "least", "most"),
    [
        ("we are closer to a deal than ever", "We are closer to a deal than ever!", 1, 1),
        ("we are closer to a deal than ever", "we are closer now to a deal than we have ever been", 0.8, 1),
        (
            "we are closer to a deal than ever",
            "than ever a deal to closer are we",
            0,
            0,
        ),  # the same words, no run of three
        ("to a deal", "we are closer to a deal", 1, 1),
        ("a deal", "we are closer to a deal", 0, 0),  # shorter than a run
        ("a deal", "A deal.", 1, 1),
        ("", "we are", 0, 0),
        ("", "", 0, 0),
    ],
)
def test_likeness(left: str, right: str, least: float, most: float) -> None:
    assert least <= likeness(left, right) <= most


@given(sentences, sentences)
def test_likeness_is_a_share_without_direction_and_only_with_a_shared_run(left: str, right: str) -> None:
    found = likeness(left, right)
    assert 0 <= found <= 1
    assert found == likeness(right, left)
    assert found == 0 or runs_of(left) & runs_of(right)
    assert likeness(left, left) == (1 if left else 0)


@pytest.mark.parametrize(
    ("text", "part", "found"),
    [
        ("It is a deal, they said", "a deal they", True),
        ("It is a deal", "A  DEAL", True),
        ("It is ideal", "deal", False),
        ("It’s a deal", "it's", True),
        ("a deal", "deal a", False),
    ],
)
def test_words_in_a_row(text: str, part: str, found: bool) -> None:
    assert has_words(text, part) is found


@pytest.mark.parametrize("length", [1, 2, 38, 39, 40, 41, 42])
def test_the_index_finds_a_slip_in_words_of_any_length(length: int) -> None:
    word = ("Abdirkestanov" * 4)[:length]
    slipped = [slip(word, length - 1, how, "z") for how in ("drop", "add", "replace")]
    found = [one for one in slipped if word in NearIndex([word, "Other"], 1).near(one)]
    assert found == [one for one in slipped if close(word, one, 1)]
    assert length < 3 or found
