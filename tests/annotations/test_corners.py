"""The facts of odd sentences, kind by kind: what stands at an edge of the text, in brackets, twice, in capitals.

Each line of a file in ``corners/`` is an article, in which ``¶`` ends a paragraph; it may begin with the day of
publication (``@2026-05-14 ``). Its facts are in ``golden/corners/``.
They pin what is read, not what ought to be: whoever changes how facts are found sees there which of them change, with
``pytest --update-golden`` and a look at the diff.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from test_facts_of_examples import EDGES, told

from factlint.annotations import Reading, kinds
from factlint.app.session import opened
from factlint.article import Article, Metadata
from factlint.text.literals import Literals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factlint.app.session import Session

CORNERS = Path(__file__).with_name("corners")
DAY = datetime.date(2026, 5, 14)
# The kinds of facts that the sentences of a file are about.
KINDS = {
    "acronyms": ("acronym",),
    "conflicts": ("conflict", "figure"),
    "dates": ("date",),
    "figures": (
        *("age", "appointment", "birth", "calculation", "clocktime", "conversion", "edition", "enumeration", "feast"),
        *("jubilee", "list", "longyear", "milestone", "numeral", "occurrence", "range", "restatement", "shortdate"),
        *("spell", "timepair"),
    ),
    "lookalikes": ("lookalike", "name"),
    "layout": ("section", "paragraph", "sentence"),
    "lives": ("age", "birth", "occurrence", "timepair"),
    "marks": ("join", "mark", "paragraph", "section", "sentence", "stray", "word"),
    "names": ("name", "role"),
    "people": ("name", "role"),
    "quantities": ("quantity",),
    "quotes": ("quote",),
    "repeats": ("repeat",),
    "speakers": ("quote",),
    "signs": ("acronym", "join", "list", "mark", "repeat", "sentence", "stray"),
    "spans": (
        *("range", "spell", "jubilee", "milestone", "feast", "edition", "longyear", "shortdate", "numeral"),
        *("enumeration", "appointment"),
    ),
    "spelling": ("lookalike",),
    "sums": ("calculation", "conversion", "clocktime"),
    "tallies": ("figure", "conflict", "quantity"),
    "rows": ("figure", "conflict", "date", "restatement", "role", "quote", "calculation", "conversion"),
}


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTLINT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))
        yield opened(tmp_path_factory.mktemp("desk"))


@pytest.mark.parametrize("about", sorted(KINDS))
def test_the_facts_of_odd_sentences(about: str, session: Session, golden: Callable[[str, str], None]) -> None:
    found: list[str] = []
    for number, line in enumerate((CORNERS / f"{about}.txt").read_text("utf-8").splitlines(), 1):
        reading = Reading(written(line), session.knowledge, Literals([]))
        for kind in KINDS[about]:
            found += told_all(f"{number} {kind}", reading.facts(kind), edges=kind in EDGES - {"section"})
    golden(f"corners/{about}.txt", "\n".join(found) + "\n")


def written(line: str) -> Article:
    """The article that a line is."""
    day = DAY
    if line.startswith("@"):
        said, _, line = line[1:].partition(" ")
        day = datetime.date.fromisoformat(said)
    return Article("a.txt", "a.txt", line.replace(" ¶ ", "\n\n"), Metadata(published=day))


def told_all(head: str, facts: tuple[object, ...], *, edges: bool) -> list[str]:
    """The facts of one kind of a text, below a head."""
    if not facts:
        return []
    if edges:
        return [" ".join([head, *(f"{fact.start}-{fact.end}" for fact in facts)])]  # type: ignore[attr-defined]
    return [head, *map(told, facts)]  # type: ignore[arg-type]


def test_every_kind_has_its_odd_sentences() -> None:
    assert {path.stem for path in CORNERS.glob("*.txt")} == set(KINDS)
    assert {kind for named in KINDS.values() for kind in named} <= set(kinds())
