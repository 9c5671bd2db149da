"""Places in the units of an editor, and the place in a YAML file where somebody writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pygls", reason="the language server needs the extra factlint[lsp]")

from lsprotocol import types

from factlint.lsp.actions import arguments_of
from factlint.lsp.completion import completions
from factlint.lsp.positions import Positions
from factlint.lsp.writing import spot

TEXTS = st.text(st.sampled_from("ab é€😀𝔉\n\r\u2028\x0c"), max_size=40)
UNITS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


@pytest.mark.parametrize("encoding", UNITS)
@given(text=TEXTS, data=st.data())
def test_offsets_come_back_and_columns_are_those_of_the_encoding(encoding: str, text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    positions = Positions(text, encoding)
    position = positions.at(offset)
    inside_break = text[offset - 1 : offset + 1] == "\r\n"
    assert positions.offset(position) == (offset - 1 if inside_break else offset)
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n") if not inside_break else text[: offset - 1]
    line = before.replace("\r\n", "\n").replace("\r", "\n").rsplit("\n", 1)[-1]
    if not inside_break:
        assert (
            position.character
            == len(line.encode(f"{encoding}-le" if encoding != "utf-8" else encoding)) // (UNITS[encoding])
        )


@given(text=TEXTS, line=st.integers(0, 50), character=st.integers(0, 200))
def test_any_position_is_somewhere_in_the_text(text: str, line: int, character: int) -> None:
    assert 0 <= Positions(text, "utf-16").offset(types.Position(line, character)) <= len(text)


def test_half_a_character_counts_as_its_beginning() -> None:
    assert Positions("a😀b", "utf-16").offset(types.Position(0, 2)) == 1
    assert Positions("a😀b", "utf-8").offset(types.Position(0, 4)) == 1


@given(
    text=st.text(st.sampled_from("ab:-{}[]\"'|\n #,."), max_size=60),
    kind=st.sampled_from(["rule", "knowledge", "config"]),
)
def test_any_yaml_has_a_place_and_completions(text: str, kind: str) -> None:
    for offset in range(len(text) + 1):
        assert 0 <= spot(text, offset).start <= len(text)
    completions(kind, text, len(text))


@pytest.mark.parametrize(
    ("text", "keys", "value"),
    [
        ("a:\n  b: |\n    words and more", ("a", "b"), True),
        ("a:\n  - b: 1\n    c", ("a",), False),
        ("a:\n  - {b: {x: [1, 2]}, c: ", ("a", "c"), True),
        ("a: [1, 2]\nb", (), False),
        ("a:\n- b: ", ("a", "b"), True),
        ("not in: ", ("not in",), True),
    ],
)
def test_place_of_writing(text: str, keys: tuple[str, ...], value: bool) -> None:
    found = spot(text, len(text))
    assert (found.keys, found.value) == (keys, value)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("right as it is? factlint add 'Ann Bolt'", {"name": "Ann Bolt", "wrong": [], "place": False}),
        ("two? factlint add --different A 'B C'", {"different": ["A", "B C"], "wrong": [], "place": False}),
        ("our style? factlint add Kiev --place", {"name": "Kiev", "wrong": [], "place": True}),
        ("write to the desk", None),
        ("factlint add 'open", None),
        ("factlint add --new A", None),
    ],
)
def test_lines_to_type_become_arguments(line: str, found: dict[str, object] | None) -> None:
    assert arguments_of(line) == found
