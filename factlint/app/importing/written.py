"""What was carried over, as the text of a rule file."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from factlint.knowledge.people import key_of
from factlint.text.quoting import yaml_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factlint.app.importing.carried import Carried, Pair


def written(carried: Carried, form: str, names: Sequence[str], is_name: Callable[[Pair], bool]) -> str:
    """A rule file with a comment on where it comes from; empty where there is nothing to write.

    ``is_name`` says which pairs are about names that the desk knows.

    Words to avoid have no right form and are a query, which fills a file of its own; beside pairs they are a comment.
    """
    head = [f"# From {', '.join(names)}, by factlint import: read it through before it runs."]
    rules = _rules(carried, form, names, is_name)
    if rules:
        return _text([*head, *_remarks("words to avoid, of no right form", carried.avoid), *_right(carried), *rules])
    if carried.avoid:
        return _text([*head, *_right(carried), *_query(carried)])
    return _text([*head, *_right(carried)]) if carried.right else ""


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def _rules(carried: Carried, form: str, names: Sequence[str], is_name: Callable[[Pair], bool]) -> list[str]:
    """A rule for the words, for the names that the desk knows, and for the forms that begin or end with a sign.

    The names are of the family of all rules for names, which report one place once; signs get no suggestion.
    """
    parts: dict[str, list[Pair]] = {"words": [], "names": [], "signs": []}
    for pair in carried.pairs:
        named = "names" if form != "spell" and is_name(pair) else "words"
        parts[named if _is_worded(pair) else "signs"].append(pair)
    slug = (key_of(PurePath(names[0]).stem) if len(names) == 1 else "") or "lists"
    family = "names" if form == "spell" else "style"
    ids = {"words": f"{family}/imported-{slug}", "names": f"names/imported-{slug}"}
    lines = []
    for part, pairs in parts.items():
        if pairs:
            lines += [f"  - id: {ids.get(part, f'{family}/imported-{slug}-{part}')}"]
            lines += [f"    severity: {carried.severity}"] if carried.severity else []
            lines += [f"    {form}:", *_entries(pairs)]
    return ["rules:", *lines] if lines else []


def _entries(pairs: Iterable[Pair]) -> Iterable[str]:
    forms: dict[str, list[str]] = {}
    for pair in pairs:
        forms.setdefault(pair.right, []).append(pair.wrong)
    for right, wrong in forms.items():
        yield f"      {yaml_word(right)}: [{', '.join(yaml_word(form) for form in wrong)}]"


def _is_worded(pair: Pair) -> bool:
    return all(text[0].isalnum() and text[-1].isalnum() for text in (pair.right, pair.wrong))


def _right(carried: Carried) -> list[str]:
    """Right forms need no rule here; the names among them are better known."""
    names = [form for form in carried.right if len(form.split()) in (2, 3) and form.istitle()]
    rest = [form for form in carried.right if form not in names]
    lines = _remarks("right words: nothing here looks words up, so they need no list", rest)
    if names:
        lines += ["# Names of people among these belong under people: in a knowledge file:"]
        lines += [f"#  - name: {yaml_word(name)}" for name in names]
    return lines


def _remarks(what: str, forms: Sequence[str]) -> list[str]:
    return [f"# {what}:", *(f"#  {form}" for form in forms)] if forms else []


def _query(carried: Carried) -> list[str]:
    listed = ", ".join('"' + form.replace("\\", "\\\\").replace('"', '\\"') + '"' for form in carried.avoid)
    bad = yaml_word(f"They wrote of [[{carried.avoid[0]}]] that day.")
    return [
        f"severity: {carried.severity or 'warning'}",
        "find: |",
        f"  from word w not in quotes where w.form in [{listed}]",
        'message: "{w.text} is a form that the desk avoids"',
        "why: |",
        "  The desk's list has these as forms that are not used. It names no other form in their place.",
        "examples:",
        f"  bad: [{bad}]",
        '  good: ["They wrote of nothing that day."]',
    ]
