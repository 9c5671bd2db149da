"""What stands behind a place of an article: the findings there, and what factlint read."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from factlint.annotations import kinds
from factlint.app.facts import plain
from factlint.article import Annotation
from factlint.findings.wording import in_marks
from factlint.lang.types import knowledge_kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factlint.annotations import Reading
    from factlint.findings import Finding
    from factlint.knowledge import Knowledge
    from factlint.ruleset.rule import Rule

# Fields that say where something stands, not what it is.
_PLACE = frozenset({"start", "end", "text", "place", "speaker_start", "words"})
# What covers whole lines says nothing about a word in them.
_WHOLE_LINES = frozenset({"section", "paragraph", "sentence"})
_MOST_PLACES = 8
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|"})


def facts_at(reading: Reading, place: Callable[[Annotation], tuple[int, int]], at: int) -> list[tuple[str, Annotation]]:
    """The facts at an offset of the file that ``factlint facts`` shows, each with its kind, the narrowest first.

    ``place`` tells where in the file a fact stands.
    """
    found = []
    for kind in kinds().values():
        for fact in reading.facts(kind.name) if kind.layer and kind.name not in _WHOLE_LINES else ():
            start, end = place(fact)
            if start <= at < end:
                found.append((end - start, kind.name, fact))
    return [(name, fact) for _, name, fact in sorted(found, key=lambda one: one[:2])]


def of_finding(finding: Finding, rule: Rule | None) -> str:
    """A finding in Markdown: the message, the places that speak for it, and why the rule is there."""
    about = f"{finding.severity} · `{finding.rule}` · confidence {finding.confidence}"
    parts = [f"**{escaped(finding.message)}**  \n{about}"]
    places = [one for one in finding.related if one.role != "same"]
    if places:
        lines = [_place(one.location.path, one.location.line, one.location.text, one.label) for one in places]
        more = [f"- and {len(lines) - _MOST_PLACES} more"] if len(lines) > _MOST_PLACES else []
        parts.append("\n".join([*lines[:_MOST_PLACES], *more]))
    if rule is not None and rule.why:
        parts.append(escaped(" ".join(rule.why.split())))
    return "\n\n".join(parts)


def _place(path: str, line: int, words: str, label: str) -> str:
    said = f": {escaped(label)}" if label else ""
    return f"- {escaped(path)}:{line} {escaped(in_marks(words))}{said}"


def of_fact(kind: str, fact: Annotation, knowledge: Knowledge) -> str:
    """A fact in Markdown: its kind and words, every field that says something, and who is meant."""
    rows = [f"- {name}: {_value(value)}" for name, value in _fields(fact)]
    known = [f"- {line}" for line in _behind(fact, knowledge)]
    return "\n".join([f"**{kind}** {escaped(in_marks(_short(fact.text)))}", "", *rows, *known])


def _fields(fact: Annotation) -> Iterator[tuple[str, Any]]:
    """The fields that differ from what they are where nothing was read."""
    for field in dataclasses.fields(fact):
        value = getattr(fact, field.name)
        if field.name not in _PLACE and value is not None and value != field.default and value not in ((), ""):
            yield field.name, value


def _value(value: Any) -> str:
    if isinstance(value, tuple) and all(isinstance(one, Annotation) for one in value):
        return ", ".join(escaped(in_marks(_short(one.text))) for one in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.15g}"
    return escaped(str(plain(value)))


def _behind(fact: Annotation, knowledge: Knowledge) -> Iterator[str]:
    """What the desk knows of whom, or what, a fact is about."""
    for key in dict.fromkeys(getattr(fact, field, None) for field in ("entity", "speaker_entity")):
        if key is not None:
            for kind, row in rows_of(key, knowledge):
                yield f"known {kind}: {escaped(row.name)}{_forms(row)}"
            yield from _terms(key, knowledge)


def rows_of(key: str, knowledge: Knowledge) -> Iterable[tuple[str, Any]]:
    """The entries of a key that have a name: people, places, organisations."""
    for kind in sorted(knowledge_kinds()):
        rows = knowledge.found(kind, "key", key) if _looks_up_keys(kind) else ()
        yield from ((kind, row) for row in rows if getattr(row, "name", None))


def _looks_up_keys(kind: str) -> bool:
    from factlint.knowledge import kinds as kinds_of_knowledge

    return "key" in kinds_of_knowledge()[kind].lookups


def _forms(row: Any) -> str:
    also = [*getattr(row, "accepted", ()), *getattr(row, "also", ())]
    return f" (also {escaped(', '.join(also))})" if also else ""


def _terms(key: str, knowledge: Knowledge) -> Iterator[str]:
    for term in knowledge.index("office", "holder").get(key, ()):
        nation = f"{term.nations[0]} " if term.nations else ""
        until = f" to {term.until}" if term.until else ""
        yield escaped(f"{nation}{term.title}: since {term.since}{until}")


def _short(words: str, most: int = 80) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1] + "…"


def escaped(words: str) -> str:
    """Words of an article or a rule as Markdown shows them: no sign of theirs is markup."""
    return words.translate(_SIGNS)


def page(parts: Sequence[str]) -> str:
    """Several parts as one page."""
    return "\n\n---\n\n".join(parts)
