"""The index of near words: for many words, one after the other, it says what a look at each of them says."""

from __future__ import annotations

from itertools import product

import pytest

from factlint.lang.near import NearIndex
from factlint.lang.similar import close

SYLLABLES = ("ka", "re", "bin", "tos", "ler", "man")
NAMES = ["".join(parts).capitalize() for parts in product(SYLLABLES, repeat=3)]


def slips(word: str) -> list[str]:
    """A word with each single slip: a letter dropped, doubled or replaced, two letters swapped."""
    at = range(len(word))
    dropped = [word[:i] + word[i + 1 :] for i in at]
    doubled = [word[: i + 1] + word[i:] for i in at]
    replaced = [word[:i] + "z" + word[i + 1 :] for i in at]
    swapped = [word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in at[:-1]]
    return [*dropped, *doubled, *replaced, *swapped]


def looked_up(listed: list[str], asked: str, edits: int) -> list[str]:
    return sorted({word for word in listed if close(asked, word, edits)})


@pytest.mark.parametrize("edits", [1, 2, 3])
def test_every_slip_in_a_name_is_found_among_many(edits: int) -> None:
    index = NearIndex(NAMES, edits)
    for asked in slips("Karebintos"[: 4 + 3 * edits]):
        assert index.near(asked) == looked_up(NAMES, asked, edits)


@pytest.mark.parametrize("edits", [2, 3])
def test_two_slips_in_a_long_name(edits: int) -> None:
    name = "Karebintoslerman"
    index = NearIndex([name, *NAMES], edits)
    found = 0
    for once in slips(name)[::3]:
        for asked in slips(once)[::5]:
            near = looked_up([name], asked, edits)
            assert [word for word in index.near(asked) if word == name] == near
            found += bool(near)
    assert found > 50


@pytest.mark.parametrize("edits", [1, 2])
def test_names_that_share_what_is_left_of_them(edits: int) -> None:
    listed = ["Bretten", "Brettan", "Bretton", "Brettin", "Bretxen", "Bretn"]
    index = NearIndex(listed, edits)
    assert [index.near(word) for word in listed] == [looked_up(listed, word, edits) for word in listed]
    assert index.near("Bretten") == index.near("Bretten")


@pytest.mark.parametrize("length", [38, 39, 40, 41, 42])
def test_a_very_long_name(length: int) -> None:
    word = ("Ka" + "rebintosler" * 4)[:length]
    index = NearIndex([word, "Other"], 1)
    assert [index.near(slip) for slip in slips(word)] == [looked_up([word], slip, 1) for slip in slips(word)]
