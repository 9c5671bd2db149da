"""Changing YAML in place: something is added, everything else stays, or nothing is changed at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factlint.text.editing import UnsafeEditError, root_of, with_entry, with_key, with_word
from factlint.text.marked import Items, Keys, read_marked
from factlint.text.quoting import yaml_word

if TYPE_CHECKING:
    from factlint.text.marked import Node

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


@given(WORDS)
def test_a_word_is_read_back_as_it_was(word: str) -> None:
    for text in (f"a: {yaml_word(word)}\n", f"a: [x, {yaml_word(word)}, y]\n", f"{{{yaml_word(word)}: a}}\n"):
        read = yaml.load(text, Loader=yaml.BaseLoader)
        assert word in (read.get("a"), *(read["a"] if isinstance(read.get("a"), list) else ()), *read)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "p:\n  - new\n"),
        ("p:\n", "p:\n  - new\n"),
        ("p: []", "p: [new]"),
        ("p: [a, ]\n", "p: [a, new, ]\n"),
        ("p: [a, # first\n  b]\n", "p: [a, # first\n  b, new]\n"),
        ("p:\n- a\nq: x\n", "p:\n- a\n- new\nq: x\n"),
        ("p:\n    - a\n    # end\n\nq: x\n", "p:\n    - a\n    - new\n    # end\n\nq: x\n"),
        ("p:\n  - |\n    a\n\n    b\n\nq: x\n", "p:\n  - |\n    a\n\n    b\n  - new\n\nq: x\n"),
        ("q: x # y", "q: x # y\n\np:\n  - new\n"),
        ("{q: x}\n", "{q: x, p: [new]}\n"),
    ],
    ids=[
        "empty",
        "no list yet",
        "empty list",
        "comma",
        "comment",
        "not indented",
        "indented",
        "block",
        "root",
        "braces",
    ],
)
def test_an_entry_stands_at_the_end_of_its_list(before: str, after: str) -> None:
    assert with_entry(before, "p", "new") == after


@pytest.mark.parametrize(
    "text",
    ["- a\n", "p: {a: b}\n", "p: text\n", "p: [a\n", "p: &x [a]\nq: *x\n", "p: [a]\n...\nq: x\n"],
    ids=["a list", "keys", "a word", "broken", "references", "two documents"],
)
def test_what_is_not_understood_is_not_changed(text: str) -> None:
    with pytest.raises(UnsafeEditError):
        with_entry(text, "p", "new")


def test_words_and_keys_of_an_entry() -> None:
    text = "- {name: a, also: b}\n- name: c\n  also:\n    - d\n"
    text = with_word(text, child(text, 0, "also"), "x y")
    assert text.startswith("- {name: a, also: [b, x y]}\n")
    text = with_word(text, child(text, 1, "also"), "e: f")
    assert text.endswith('    - d\n    - "e: f"\n')
    text = with_key(text, entry(text, 0), "note", "n")
    text = with_key(text, entry(text, 1), "note", "[n]")
    assert text == ('- {name: a, also: [b, x y], note: n}\n- name: c\n  also:\n    - d\n    - "e: f"\n  note: [n]\n')


def entry(text: str, number: int) -> Keys:
    root = root_of(text)
    assert isinstance(root, Items)
    found = root.values[number]
    assert isinstance(found, Keys)
    return found


def child(text: str, number: int, key: str) -> Node:
    found = entry(text, number).get(key)
    assert found is not None
    return found


LAYOUTS = st.sampled_from(
    [
        "people: # here\n  - name: {0}\n    wrong: {{A: [B]}}\n  # and\n  - {{name: {1}}}\n",
        "people: [{{name: {0}}},\n  {{name: {1}}}] # two\n",
        "# none\nplaces:\n- name: {0}\n\n- name: {1}\n",
    ]
)


@given(LAYOUTS, WORDS, WORDS, WORDS)
def test_every_line_stays_and_the_new_name_is_there(layout: str, one: str, other: str, new: str) -> None:
    before = layout.format(yaml_word(one), yaml_word(other))
    _, root = read_marked("", before)
    after = with_entry(before, "people", (("name", yaml_word(new)),))
    read, was = (yaml.load(text, Loader=yaml.BaseLoader) for text in (after, before))
    assert root is not None
    assert read.get("people") == [*was.get("people", []), {"name": new}]
    assert {key: value for key, value in read.items() if key != "people"} == {
        key: value for key, value in was.items() if key != "people"
    }
    rest = iter(after)
    assert all(char in rest for char in before), "the old text is no longer in it"
