"""The text of a new rule, and of a new file of knowledge: commented, valid, ready to be changed."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from factlint.app.scaffolding.samples import ENTRIES, FAMILIES
from factlint.text.quoting import yaml_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def rule_text(
    own: str, find: str | None, message: str | None, severity: str, bad: Sequence[str], good: Sequence[str]
) -> str:
    """The file of a query rule; what nobody said is that of the sample of its family."""
    sample = FAMILIES[own.split("/", 1)[0]]
    if find is None:
        bad, good = bad or (sample.bad,), good or (sample.good,)
        message = message or sample.message
    return "\n".join(
        [
            f"# {own}. Change what stands here, then run: factlint test {own}",
            f"severity: {severity}  # error, warning or note; “off” waits until a desk switches it on",
            "find: |  # factlint reference lists the kinds of fact, their fields and the functions",
            textwrap.indent(find.strip() if find is not None else sample.find, "  "),
            f"message: {yaml_word(message or _message(own, find or ''))}",
            '# suggest: "…"  # what to write instead, with {fields} as in the message',
            "why: |",
            "  Say in a sentence or two why this is worth a reader's or an editor's time.",
            *_examples(bad, good),
            "",
        ]
    )


def _message(own: str, find: str) -> str:
    """A message that names what is found: the first fact that the query binds."""
    from factlint.lang.errors import LangError
    from factlint.lang.parse import parse_query
    from factlint.lang.types import fact_kinds

    try:
        query = parse_query(find.strip())
    except LangError:
        # The faults of the query are told, at their places, when the rule is read.
        return "found"
    facts = [binding.name.value for binding in query.bindings if binding.kind.value in fact_kinds()]
    return f"{{{facts[0]}.text}}: {own.split('/', 1)[1].replace('-', ' ')}" if facts else "found"


def _examples(bad: Sequence[str], good: Sequence[str]) -> Iterator[str]:
    """The examples, or how to write them; the words to be reported stand between brackets."""
    if not bad and not good:
        yield "# Examples are the rule's tests. Take the # away and write your own; [[ and ]] mark what is wrong."
        yield "# examples:"
        yield '#   bad: ["A sentence with [[the words]] that must be reported."]'
        yield '#   good: ["The same sentence as it should be."]'
        return
    yield "examples:  # [[ and ]] mark what must be reported; [[wrong -> right]] also what is suggested"
    for verdict, texts in (("bad", bad), ("good", good)):
        if texts:
            yield f"  {verdict}:"
            yield from (f"    - {yaml_word(text)}" for text in texts)


def entry_text(kind: str, section: str, fields: Sequence[tuple[str, str]]) -> str:
    """A new file of knowledge with one entry, and in comments all that an entry of the kind may say."""
    said = {key for key, _ in fields}
    lines = [f"# {section.capitalize()} that your desk knows. Take a # away to say more.", f"{section}:"]
    lines += [f"  {'- ' if number == 0 else '  '}{key}: {value}" for number, (key, value) in enumerate(fields)]
    lines += [f"    # {line}" for line in optional_lines(kind, said)]
    return "\n".join(lines) + "\n"


def optional_lines(kind: str, said: set[str] | frozenset[str] = frozenset()) -> tuple[str, ...]:
    """What else an entry of a kind may say: the key with an example, and what it is for."""
    return tuple(f"{key}: {value}  # {why}" for key, value, why in ENTRIES[kind].optional if key not in said)
