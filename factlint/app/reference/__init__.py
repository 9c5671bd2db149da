"""The reference of the rule language and of the rules, made of the code and the rules themselves: it is always current.

Kinds of fact and of knowledge are described by the docstrings of their classes, functions by those of their modules,
rules by their ``why`` and their examples. Only the syntax has a table of its own, beside this module.
"""

from __future__ import annotations

import inspect
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint import registry
from factlint.annotations import kinds as fact_kinds
from factlint.app.reference.syntax import ALIKE, FORMS, SHARED, SYNTAX
from factlint.article import SECTION_KINDS, computed
from factlint.knowledge import kinds as knowledge_kinds
from factlint.lang import functions
from factlint.lang.types import field_table
from factlint.text.problem import Problem, ProblemError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.app.session import Session
    from factlint.lang.functions import Function
    from factlint.ruleset.rule import Example, Rule

GROUPS = ("syntax", "forms", "facts", "knowledge", "functions", "rules")
"""The parts of the reference, in order."""

_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[`A-Z“])")
# The stop of an abbreviation (Nov., b.) ends no sentence.
_END = re.compile(r"(?<=[a-z0-9)”][a-z0-9)”%])[.:;]\s(?=[A-Z“])|\n")
_LITERAL = re.compile(r"``(.+?)``")


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a table: a field, an operator, a property of a rule; its type (empty for none) and what it is."""

    name: str
    type: str
    about: str


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing of the reference: the part that it belongs to, its name, what it is, a table, texts as examples.

    ``title`` is one line. ``examples`` pairs a heading (Wrong, Right, ...) with a text.
    """

    group: str
    name: str
    title: str
    about: str = ""
    items: tuple[Item, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()


def topics(session: Session) -> tuple[Topic, ...]:
    """The whole reference, for the rules of a session."""
    running = {rule.id: rule for rule in session.rules}
    return (
        *(Topic("syntax", name, title, items=_items(rows)) for name, title, rows in SYNTAX),
        *(Topic("forms", name, title, examples=(("As in", example),)) for name, title, example in FORMS),
        *_kinds("facts", {name: kind.fact for name, kind in fact_kinds().items()}),
        *_kinds("knowledge", {name: kind.row for name, kind in knowledge_kinds().items()}),
        *_others(),
        *(_function(module.FUNCTION, module.__doc__ or "") for _, module in registry.modules(functions)),
        *(_rule(rule, running[rule.id].severity if rule.id in running else "off") for rule in session.ruleset.rules),
    )


def found(everything: Sequence[Topic], name: str) -> tuple[Topic, ...]:
    """The topics of a name: one, or all of a part. Raises ProblemError where there is none."""
    wanted = tuple(topic for topic in everything if name in (topic.name, topic.group))
    if wanted:
        return wanted
    hint = did_you_mean(name, [*GROUPS, *(topic.name for topic in everything)])
    nearest = hint if hint.startswith("did you mean") else f"the parts are: {', '.join(GROUPS)}"
    raise ProblemError(Problem("command line", f"the reference has nothing called “{name}”", nearest))


def _items(rows: Iterable[tuple[str, str]]) -> tuple[Item, ...]:
    return tuple(Item(name, "", about) for name, about in rows)


# -- kinds


def _kinds(group: str, classes: dict[str, type]) -> Iterator[Topic]:
    for name, cls in classes.items():
        text = plain(inspect.getdoc(cls) or "")
        yield Topic(group, name, _first(text), text, _fields(name, cls))


def _others() -> Iterator[Topic]:
    """What fields lead to and nobody binds: an article, a story, the parts of facts."""
    from factlint.article import Anchor, Card, Story

    classes: dict[str, type] = {"article": Card, "story": Story, "anchor": Anchor}
    yield from _kinds("facts", classes)
    for name in field_table().keys() - {*fact_kinds(), *knowledge_kinds(), *classes}:
        yield Topic("facts", name, SHARED[name], items=_fields(name, _part(name)))


def _part(name: str) -> type:
    """The class of a part of facts, such as the items of a list; ``object`` for a day, which is the calendar's."""
    modules = [sys.modules[kind.fact.__module__] for kind in fact_kinds().values()]
    found = (getattr(module, name.capitalize(), None) for module in modules)
    return next((one for one in found if isinstance(one, type)), object)


def _fields(kind: str, cls: type) -> tuple[Item, ...]:
    return tuple(Item(name, str(type_), _field(kind, cls, name)) for name, type_ in field_table()[kind].items())


def _field(kind: str, cls: type, name: str) -> str:
    """What a field is: the docstring of its property, the sentences about it in its class's, or what many share."""
    if name in ALIKE or f"{kind}.{name}" in SHARED:
        return SHARED.get(f"{kind}.{name}") or SHARED[name]
    own = computed(cls).get(f"{name}_" if name == "except" else name)
    if own is not None and own[1]:
        return plain(own[1])
    for base in cls.__mro__ if cls is not object else ():
        text = " ".join((base.__doc__ or "").split())
        told = [part for part in _SENTENCE.split(text) if re.search(rf"``{name}_?``", part)]
        if told and base.__module__.startswith("factlint"):
            return plain(" ".join(told))
    return SHARED.get(name, "")


def plain(text: str) -> str:
    """A docstring as prose: paragraphs kept, literals between quotation marks, in the words of the rule language."""
    text = text.replace("``factlint.article.SECTION_KINDS``", ", ".join(SECTION_KINDS))
    text = re.sub(r"\bNone\b", "unknown", text)
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    return _LITERAL.sub(r"“\1”", "\n\n".join(part for part in paragraphs if part))


def _first(text: str) -> str:
    return _END.split(text, maxsplit=1)[0].rstrip(".:")


# -- functions and rules


def _function(function: Function, docstring: str) -> Topic:
    call, _, about = " ".join(docstring.split()).partition(": ")
    about = plain(about)
    items = [Item("takes", ", ".join(map(str, function.arguments)) or "nothing", "")]
    items.append(Item("gives", str(function.result), ""))
    if function.aggregate:
        items.append(Item("for", "", "groups: behind “grouped by”, in “having”, “report” and the message"))
    if function.of_run:
        items.append(Item("for", "", "rules of the run: “of the same run”, “of different articles of the run”"))
    return Topic("functions", function.name, plain(call).strip("“”"), about[:1].upper() + about[1:], tuple(items))


def _rule(rule: Rule, severity: str) -> Topic:
    items = [Item("severity", severity, ""), Item("found by", "", rule.find)]
    items += [Item("only for", ", ".join(rule.outlets), "")] if rule.outlets else []
    items.append(Item("written in", f"{rule.path}:{rule.line}", ""))
    examples = [
        (heading, text)
        for verdict, heading in (("bad", "Wrong"), ("good", "Right"), ("undecided", "Cannot be told"))
        for text in [_example(one) for one in rule.examples if one.verdict == verdict][:2]
    ]
    return Topic("rules", rule.id, rule.title, rule.why, tuple(items), tuple(examples))


def _example(example: Example) -> str:
    """The texts of an example; what must be reported stands between brackets."""
    shown: list[str] = []
    for sample in example.samples:
        text, last = "", 0
        for start, end, fix in sample.marks:
            text += sample.text[last:start] + f"[[{sample.text[start:end]}{f' -> {fix}' if fix else ''}]]"
            last = end
        shown.append((text + sample.text[last:]).strip())
    return "\n---\n".join(shown)
