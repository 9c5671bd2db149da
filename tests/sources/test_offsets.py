"""The map from a text to the file that it was taken from."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from factlint.text.lines import LineIndex
from factlint.text.offsets import Offsets, OffsetsBuilder, OriginLines, taken_from

# A source in pieces: what is skipped, what is taken as it is, what stands for one character.
PARTS = st.lists(st.tuples(st.sampled_from(["skip", "run", "one"]), st.integers(1, 4)), max_size=12)


def built(parts: list[tuple[str, int]]) -> tuple[Offsets, list[tuple[int, int]]]:
    """A map, and the place of each character as it must be."""
    made, places, at = OffsetsBuilder(), [], 0
    for what, length in parts:
        if what == "run":
            made.add(length, at, at + length)
            places += [(at + index, at + index + 1) for index in range(length)]
        elif what == "one":
            made.add(1, at, at + length)
            places.append((at, at + length))
        at += length
    return made.built(), places


@given(PARTS)
def test_every_character_and_every_range_has_its_place(parts: list[tuple[str, int]]) -> None:
    offsets, places = built(parts)
    assert [tuple(offsets.span(index, index + 1)) for index in range(len(places))] == places
    for start in range(len(places)):
        for end in range(start + 1, len(places) + 1):
            assert tuple(offsets.span(start, end)) == (places[start][0], places[end - 1][1])
            if offsets.exact(start, end):
                assert [place[0] for place in places[start:end]] == list(range(places[start][0], places[end - 1][1]))
    assert pickle.loads(pickle.dumps(offsets)) == offsets
    assert hash(pickle.loads(pickle.dumps(offsets))) == hash(offsets)


@given(PARTS, PARTS)
def test_a_map_within_a_map(inner: list[tuple[str, int]], outer: list[tuple[str, int]]) -> None:
    """HTML in a JSON string: the place of a character is that of its HTML in the file."""
    first, places = built(inner)
    second, lower = built([*outer, ("run", 60)])
    both = first.within(second)
    expected = [(lower[start][0], lower[end - 1][1]) for start, end in places]
    assert [tuple(both.span(index, index + 1)) for index in range(len(places))] == expected


@given(st.text(alphabet="ab\n\r", min_size=1, max_size=30), st.integers(0, 29), st.integers(1, 8))
def test_an_origin_keeps_the_lines_it_needs_and_counts_as_the_file(file: str, start: int, length: int) -> None:
    start = min(start, len(file) - 1)
    end = min(len(file), start + length)
    made = OffsetsBuilder()
    made.add(end - start, start, end)
    origin = taken_from(file, made.built())
    lines, whole = OriginLines(origin), LineIndex(file)
    assert file[origin.start :].startswith(origin.text)
    for offset in range(end - start):
        assert origin.span(offset, offset + 1) == (start + offset, start + offset + 1)
        assert lines.position(offset) == whole.position(start + offset)


def test_nothing_has_no_place() -> None:
    offsets = OffsetsBuilder().built()
    assert tuple(offsets.span(0, 0)) == (0, 0)
    assert OriginLines(taken_from("abc", offsets)).position(0) == (1, 1)
