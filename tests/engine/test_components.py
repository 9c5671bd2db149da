"""What hangs together, by pairs, against a search from neighbour to neighbour."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factlint.engine.components import Components

PAIRS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=14)


def reached(start: int, pairs: list[tuple[int, int]]) -> set[int]:
    found, left = {start}, [start]
    while left:
        item = left.pop()
        for new in {other for pair in pairs if item in pair for other in pair} - found:
            found.add(new)
            left.append(new)
    return found


@given(PAIRS)
def test_the_least_of_a_group_leads_it(pairs: list[tuple[int, int]]) -> None:
    together = Components[int]()
    for one, other in pairs:
        together.join(one, other)
    assert [together.leader(item) for item in range(13)] == [min(reached(item, pairs)) for item in range(13)]


@given(PAIRS)
def test_all_that_hangs_together_is_told(pairs: list[tuple[int, int]]) -> None:
    together = Components[int]()
    for one, other in pairs:
        together.join(one, other)
    apart = {item: min(reached(item, pairs)) for item in range(13) if len(reached(item, pairs)) > 1}
    assert together.joined() == apart
