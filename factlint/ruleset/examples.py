"""The examples of a rule: its documentation and its tests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.ruleset.rule import Example, Sample
from factlint.text.deferred import deferred
from factlint.text.marked import Items, Keys, Text

if TYPE_CHECKING:
    from factlint.text.marked import MarkedFile, Node

VERDICTS = ("bad", "good", "undecided")
_KEYS = ("text", "articles", "published", "source", "desk", "language")
_MARK = deferred(r"\[\[(.+?)(?: -> (.*?))?\]\]", re.DOTALL)


def read_examples(file: MarkedFile, node: Node | None) -> tuple[Example, ...]:
    """The examples under a rule's ``examples`` key."""
    entry = file.keys(node, VERDICTS, "examples")
    if entry is None:
        return ()
    found: list[Example] = []
    for key, value in entry.entries:
        for item in file.items(value, f"the {key.value} examples"):
            samples = _samples(file, item)
            if key.value == "bad" and samples and not any(sample.marks for sample in samples):
                file.complain(
                    item,
                    "a bad example must show what is wrong",
                    "put [[ and ]] around the words that must be reported",
                )
            found.append(Example(key.value, samples, *file.lines.position(item.start)))
    return tuple(found)


def _samples(file: MarkedFile, node: Node) -> tuple[Sample, ...]:
    if isinstance(node, Text):
        return (sample(node.value),)
    entry = file.keys(node, _KEYS, "an example")
    if entry is None:
        return ()
    articles = entry.get("articles")
    if isinstance(articles, Items):
        return tuple(part for item in articles.values for part in _samples(file, item))
    text = file.text_of(entry.get("text"), "the text of an example")
    if text is None:
        file.complain(entry, "an example needs its text", "add text: or articles:")
        return ()
    return (_with_metadata(file, entry, text),)


def _with_metadata(file: MarkedFile, entry: Keys, text: str) -> Sample:
    plain = sample(text)
    return Sample(
        plain.text,
        published=file.day(entry.get("published"), "published"),
        source=file.text_of(entry.get("source"), "source"),
        desk=file.text_of(entry.get("desk"), "desk"),
        language=file.text_of(entry.get("language"), "language"),
        marks=plain.marks,
    )


def sample(written: str) -> Sample:
    """An article from its text with marks: ``[[wrong]]`` is a place, ``[[wrong -> right]]`` also what replaces it."""
    pieces: list[str] = []
    marks: list[tuple[int, int, str | None]] = []
    length = last = 0
    for match in _MARK.finditer(written):
        pieces.append(written[last : match.start()])
        length += len(pieces[-1])
        words = match.group(1)
        marks.append((length, length + len(words), match.group(2)))
        pieces.append(words)
        length += len(words)
        last = match.end()
    pieces.append(written[last:])
    return Sample("".join(pieces), marks=tuple(marks))
