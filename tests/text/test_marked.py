"""YAML with the place of every value: what is read, what is refused, and where a fault stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.text.marked import Items, Keys, Text, read_marked, walk


def test_every_value_knows_its_place() -> None:
    text = "a: [No, 12:30]\nb:\n  'c d': |\n    two\n    lines\n"
    file, root = read_marked("x.yaml", text)
    assert not file.problems
    assert isinstance(root, Keys)
    assert isinstance(root.get("a"), Items)
    assert [value.value for value in walk(root)] == ["No", "12:30", "two\nlines\n"]
    first = next(walk(root))
    assert text[first.start : first.end] == "No"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", (3, 1), "“a” stands here twice", id="a key twice"),
        pytest.param("? [a]\n: b\n", (1, 3), "a key must be a text", id="a list as a key"),
        pytest.param("a: &x 1\nb: *x\n", (2, 4), "references", id="a reference"),
        pytest.param("a: b: c\n", (1, 5), "not valid YAML", id="two colons"),
        pytest.param("a: 1\n---\nb: 2\n", (2, 1), "another document", id="two documents"),
        pytest.param("[" * 60, (1, 51), "nested too deeply", id="nested"),
        pytest.param("a: 1\na: 2\nb: [\n", (4, 1), "not valid YAML", id="the grave fault alone"),
    ],
)
def test_a_fault_stands_at_its_place(text: str, place: tuple[int, int], words: str) -> None:
    file, _ = read_marked("x.yaml", text)
    [problem] = file.problems
    assert (problem.line, problem.column) == place
    assert words in problem.message


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n...\n"])
def test_nothing_is_no_fault(text: str) -> None:
    file, root = read_marked("x.yaml", text)
    assert not file.problems
    assert root is None or isinstance(root, Text)


@given(st.text(st.sampled_from("ab:- \n\"'[]{},|>&*!?#%@\t0"), max_size=40))
def test_it_never_raises_and_stays_inside(text: str) -> None:
    _, root = read_marked("x.yaml", text)
    for value in walk(root) if root is not None else ():
        assert 0 <= value.start <= value.end <= len(text)
