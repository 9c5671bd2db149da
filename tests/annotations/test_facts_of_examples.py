"""The facts of examples of the shipped rules, of ``phrases.txt`` and ``passages.txt``, kind by kind, in golden files.

Whoever changes how facts are found sees there which of them change: ``pytest --update-golden``, and look at the diff.
Whoever writes a rule or an example need not: a text that the golden files do not know is not compared.
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factlint.annotations import Reading, kinds
from factlint.app.session import opened
from factlint.article import Annotation, Article, Metadata, computed
from factlint.text.literals import Literals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factlint.app.session import Session

GOLDEN = Path(__file__).with_name("golden")
# Where something stands is said by its place, and what depends on that alone is not said again.
PLACED = frozenset({"start", "end", "text", "place"})
# Of these there are very many, and their edges say nearly all.
EDGES = frozenset({"mark", "paragraph", "section", "sentence"})


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTLINT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))
        yield opened(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def readings(session: Session) -> list[tuple[str, Reading]]:
    """Each text once, with the rule that has it."""
    texts = {
        sample.text: (rule.id, sample.published)
        for rule in reversed(session.ruleset.rules)
        for example in reversed(rule.examples)
        for sample in example.samples
    }
    articles = [
        (rule, Article("a.txt", "a.txt", text, Metadata(published=day)))
        for text, (rule, day) in reversed(texts.items())
    ]
    lines = (Path(__file__).parent / "phrases.txt").read_text("utf-8").splitlines()
    # Each line alone, and all of them as one long article with a day of publication.
    phrases = [Article("a.txt", "a.txt", line, Metadata()) for line in lines]
    whole = Article("a.txt", "a.txt", "\n\n".join(lines), Metadata(published=datetime.date(2026, 5, 14)))
    articles += [(f"phrase {number}", article) for number, article in enumerate(phrases, 1)]
    articles.append(("all phrases", whole))
    passages = (Path(__file__).parent / "passages.txt").read_text("utf-8").rstrip("\n").split("\n===\n")
    for number, text in enumerate(passages, 1):
        day = datetime.date(2026, 5, 14) if number % 2 else None
        articles.append((f"passage {number}", Article("a.txt", "a.txt", text, Metadata(published=day))))
    return [(rule, Reading(article, session.knowledge, Literals([]))) for rule, article in articles]


def shown(value: Any) -> str:
    """A value in a few characters; another fact by where it stands."""
    if isinstance(value, Annotation):
        return f"{value.start}-{value.end}"
    if isinstance(value, frozenset | tuple):
        items = sorted(map(shown, value)) if isinstance(value, frozenset) else map(shown, value)
        return f"[{', '.join(items)}]"
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def told(fact: Annotation) -> str:
    """A fact on a line: where it stands, its words, and what else is known of it."""
    names = [*(field.name for field in dataclasses.fields(fact) if field.name not in PLACED), *computed(type(fact))]
    values = {name: getattr(fact, name) for name in names}
    said = [f"{name}={shown(value)}" for name, value in values.items() if value not in (None, False, (), "", 0)]
    return f"  {fact.start}-{fact.end} {fact.text!r} {' '.join(said)}".replace(" section=body", "").rstrip()


def block(kind: str, rule: str, reading: Reading) -> str:
    """The facts of a text, below the digest of the text."""
    facts = reading.facts(kind)
    head = f"{digest(reading)} {rule}"
    if not facts:
        return ""
    if kind in EDGES:
        return " ".join([head, *(f"{fact.start}-{fact.end}" for fact in facts)])
    return "\n".join([f"{head}: {reading.article.text[:30]!r}", *map(told, facts)])


def digest(reading: Reading) -> str:
    said = f"{reading.article.metadata.published} {reading.article.text}"
    return hashlib.sha256(said.encode()).hexdigest()[:10]


def pinned(text: str, known: set[str]) -> list[str]:
    """The blocks of a golden file whose texts are still there."""
    blocks: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith("  "):
            blocks[-1].append(line)
        elif line:
            blocks.append([line])
    return ["\n".join(each) for each in blocks if each[0].split()[0] in known]


def test_the_facts_are_those_that_were_looked_at(
    readings: list[tuple[str, Reading]], golden: Callable[[str, str], None], request: pytest.FixtureRequest
) -> None:
    there = [digest(reading) for _, reading in readings]
    update = request.config.getoption("--update-golden")
    texts = GOLDEN / "texts.txt"
    if update:
        golden(texts.name, "\n".join(sorted(set(there))) + "\n")
    looked_at = set(texts.read_text("utf-8").split())
    both = looked_at & set(there)
    assert len(both) > 0.8 * len(looked_at), "a fifth of the texts is gone: pytest --update-golden"
    for kind in kinds():
        blocks = [block(kind, rule, reading) for rule, reading in readings if digest(reading) in both]
        found = [one for one in blocks if one]
        if update:
            golden(f"{kind}.txt", "\n".join(found) + "\n")
        else:
            before = GOLDEN / f"{kind}.txt"
            assert sorted(found) == sorted(pinned(before.read_text("utf-8") if before.exists() else "", both)), kind


def test_what_each_piece_of_evidence_weighs(golden: Callable[[str, str], None]) -> None:
    """A weight is measured, not guessed: whoever changes one measures anew."""
    lines = [f"{name}: {words}: {weight:g}" for name, kind in kinds().items() for words, weight in kind.scorecard]
    golden("scorecards.txt", "\n".join(lines) + "\n")
