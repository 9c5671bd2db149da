"""Vale: vocabularies (one pattern a line), rules that extend ``substitution`` or ``existence``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factlint.app.importing.carried import Carried, Pair, why_not
from factlint.app.importing.patterns import NoPlainFormError, words_of
from factlint.text.marked import MarkedFile, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.text.marked import Keys, Node, Text

_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}
_PATTERN = "this pattern has no plain form"


def read_vocabulary(path: str, data: bytes) -> Carried:
    """``accept.txt`` or ``reject.txt``; Vale reads both as patterns, and a line with # before it as a comment."""
    from factlint.sources.encoding import decode

    file = MarkedFile(path, decode(path, data))
    forms: list[str] = []
    start = 0
    for line in file.text.splitlines(keepends=True):
        entry = line.strip()
        if entry and not entry.startswith("#"):
            try:
                forms += words_of(entry)
            except NoPlainFormError:
                hint = "list the forms that it means one by one"
                file.complain_at(start, start + len(line.rstrip()), _PATTERN, hint, level="note")
        start += len(line)
    left = tuple(file.problems)
    if Path(path).name.lower() == "accept.txt":
        return Carried(right=tuple(forms), left=left)
    return Carried(avoid=tuple(forms), left=left, severity="error")


def read_rule(file: MarkedFile, rule: Keys) -> Carried:
    """A rule in YAML; one that extends anything else has no counterpart among lists."""
    extends = file.text_of(rule.get("extends"), "extends")
    severity = _LEVELS.get(file.text_of(rule.get("level"), "level") or "")
    any_case = file.flag(rule.get("ignorecase"), "ignorecase") or False
    if extends == "substitution":
        pairs = tuple(_swapped(file, rule.get("swap"), any_case=any_case))
        return Carried(pairs=pairs, left=tuple(file.problems), severity=severity)
    if extends == "existence":
        tokens = rule.get("tokens")
        forms = (
            [form for text in walk(tokens) for form in plain_forms(file, text, any_case=any_case)]
            if tokens is not None
            else []
        )
        return Carried(avoid=tuple(forms), left=tuple(file.problems), severity=severity)
    file.complain(rule.get("extends") or rule, f"a rule that extends “{extends}” is no list", "", level="note")
    return Carried(left=tuple(file.problems))


def _swapped(file: MarkedFile, node: Node | None, *, any_case: bool) -> Iterator[Pair]:
    """The pairs of ``swap``, a mapping or a list of mappings; of several right forms the first."""
    mappings = [node] if node is not None and hasattr(node, "entries") else list(file.items(node, "swap"))
    for one in mappings:
        mapping = file.mapping(one, "swap")
        for key, value in mapping.entries if mapping is not None else ():
            right = file.text_of(value, f"“{key.value}” in swap")
            if right is None:
                continue
            first, *others = right.split("|")
            if others:
                said = f"of several right forms only the first is carried over: {first}"
                file.complain(value, said, "add an entry for the others by hand, if they are needed", level="note")
            yield from paired(file, key, first.strip(), any_case=any_case)


def paired(file: MarkedFile, wrong: Text, right: str, *, any_case: bool = False) -> Iterator[Pair]:
    """The pairs of one wrong pattern and a right form."""
    if "$" in right:
        hint = "list the forms that it means one by one"
        file.complain(wrong, "the right form is made of parts of the wrong one", hint, level="note")
        return
    for form in plain_forms(file, wrong, any_case=any_case):
        pair = Pair(right, form)
        if pair.right == pair.wrong:
            continue  # a pattern may mean its own right form among others
        reason = why_not(pair)
        if reason:
            file.complain(wrong, f"“{form}” for “{right}” is left out: {reason}", "", level="note")
        else:
            yield pair


def plain_forms(file: MarkedFile, text: Text, *, any_case: bool = False) -> tuple[str, ...]:
    """The words that a pattern stands for; none, with a remark, where it has no plain form."""
    try:
        return words_of(text.value, any_case=any_case)
    except NoPlainFormError:
        file.complain(text, f"{_PATTERN}: {text.value}", "list the forms that it means one by one", level="note")
        return ()
