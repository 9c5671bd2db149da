"""YAML of other programs: rules of Vale, and dictionaries of prh."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.app.importing.carried import Carried, Pair
from factlint.app.importing.vale import paired, read_rule
from factlint.text.marked import Items, Keys, Text, read_marked
from factlint.text.problem import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.text.marked import MarkedFile, Node

_REGEX = re.compile(r"/(.*)/([a-z]*)")
# A spec is a test of a rule; one of more words than this is a sentence and no form.
_FEW_WORDS = 4


def read_yaml(path: str, data: bytes) -> Carried:
    """A YAML list. Raises ProblemError where it is none of those known."""
    from factlint.sources.encoding import decode

    file, root = read_marked(path, decode(path, data))
    if file.problems:
        raise ProblemError(*file.problems)
    if isinstance(root, Keys) and root.get("extends") is not None:
        return read_rule(file, root)
    if isinstance(root, Keys) and isinstance(root.get("rules"), Items):
        return _read_prh(file, root)
    hint = "a rule of Vale has “extends”, a dictionary of prh has “rules”"
    raise ProblemError(Problem(path, "this YAML is neither a rule of Vale nor a dictionary of prh", hint))


def _read_prh(file: MarkedFile, root: Keys) -> Carried:
    imports = root.get("imports")
    if imports is not None:
        file.complain(imports, "other dictionaries are not followed", "import these files too", level="note")
    pairs = tuple(pair for rule in file.items(root.get("rules"), "rules") for pair in _rule(file, rule))
    return Carried(pairs=pairs, left=tuple(file.problems))


def _rule(file: MarkedFile, node: Node) -> Iterator[Pair]:
    """The pairs of one rule: its patterns; of a rule whose patterns have no plain form, its specs."""
    rule = file.mapping(node, "a rule")
    expected = file.text_of(rule.get("expected"), "expected") if rule is not None else None
    if rule is None or expected is None:
        return
    patterns = [text for key in ("pattern", "patterns") for text in _texts(file, rule.get(key))]
    if not patterns:
        hint = "capitals are not compared here; list other spellings by hand"
        file.complain(rule, f"“{expected}” has no pattern and only means its capitals", hint, level="note")
        return
    before = len(file.problems)
    found = [pair for text in patterns for pair in paired(file, _bare(text), expected)]
    if not found:
        found = list(_specs(file, rule))
        if found:
            del file.problems[before:]
            said = f"the pattern of “{expected}” has no plain form; its specs are carried over instead"
            file.complain(patterns[0], said, "add the forms that they leave out", level="note")
    yield from found


def _texts(file: MarkedFile, node: Node | None) -> list[Text]:
    if isinstance(node, Text):
        return [node]
    return [item for item in file.items(node, "patterns") if isinstance(item, Text)]


def _bare(text: Text) -> Text:
    """A pattern without the slashes of a regular expression; a plain text is none and has no special signs."""
    match = _REGEX.fullmatch(text.value)
    if match is None:
        value = re.sub(r"([\\^$.|?*+()\[\]{}])", r"\\\1", text.value)
    else:
        value = f"(?i){match[1]}" if "i" in match[2] else match[1]
    return Text(value, text.start, text.end, text.style)


def _specs(file: MarkedFile, rule: Keys) -> Iterator[Pair]:
    for node in file.items(rule.get("specs"), "specs"):
        spec = file.mapping(node, "a spec")
        wrong = file.text_of(spec.get("from"), "from") if spec is not None else None
        right = file.text_of(spec.get("to"), "to") if spec is not None else None
        start = spec.get("from") if spec is not None else None
        if wrong and right and isinstance(start, Text) and len(wrong.split()) <= _FEW_WORDS:
            yield from paired(file, _bare(Text(wrong, start.start, start.end)), right)
