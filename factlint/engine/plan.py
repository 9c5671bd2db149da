"""How a rule is carried out: in which order its variables are bound, and by which index each is found."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from factlint.article import DEFAULT_SECTIONS
from factlint.engine.conditions import LOOSE, Check, asks_around, asks_facts, check, paths, quantified
from factlint.engine.listed import constant, listed
from factlint.engine.sizes import least_articles, least_rows, varied
from factlint.engine.verdicts import decisive
from factlint.lang import tree
from factlint.lang.compile import compiled, compiled_of_fact, is_field_of
from factlint.lang.template import compiled_template, shown
from factlint.lang.types import fact_kinds, knowledge_kinds, placeless
from factlint.text.quoting import shell_word
from factlint.text.values import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factlint.engine.forms import Forms
    from factlint.engine.listed import Listed
    from factlint.engine.sizes import Varied
    from factlint.knowledge import Knowledge
    from factlint.lang.paths import OfFact
    from factlint.lang.scope import Row, Scope, Value
    from factlint.ruleset.rule import Rule

# Fields of a date that may come from an inferred day of publication.
RESOLVED = frozenset({"resolved", "value", "anchor"})

# Fields that every fact has.
NEVER_UNKNOWN = frozenset({"start", "end", "text", "section", "paragraph", "sentence", "quoted"})

# Where a condition stands that no rule has written.
_NOWHERE = 0, 0


@plain
class Join:
    """How a variable is found from those bound before it.

    The values of two expressions are ``equal``, ``close``, ``like`` each other, or ``sounds`` alike. ``field`` is the
    variable's own side, where that is one plain field; ``asked`` the variable and the field of the other side.
    """

    how: str
    own: Value
    other: Value
    edits: int
    field: str | None
    asked: tuple[str, str] | None


@plain
class Step:
    """One variable: where its facts come from, what they must satisfy alone, how they join, what is asked then.

    ``decisive`` are the fields that alone decide several of the ``checks``, in rules across articles.
    ``is_knowledge`` says that it runs over what the desk knows.
    """

    name: str
    kind: str
    sections: frozenset[str]
    excluded: bool
    of: Value | None
    of_base: str
    constant: tuple[str, str] | None
    filters: tuple[Check, ...]
    join: Join | None
    checks: tuple[Check, ...]
    decisive: tuple[Value, ...]
    is_knowledge: bool


@plain
class Plan:
    """A rule, ready to run; one that goes ``across`` needs the other articles of the story.

    ``facts`` are the steps that run over a kind of fact as a whole. Nothing is found in fewer than ``least_rows`` rows
    of one group, nor in a story of fewer than ``least_articles`` articles. ``group_fields`` are the ``group_keys`` as
    variables and functions from their facts, where each asks no more than that.
    """

    rule: Rule
    steps: tuple[Step, ...]
    facts: tuple[Step, ...]
    primary: str
    default: frozenset[str]
    words: Forms | None
    unless: frozenset[str]
    asked: Forms
    different: bool
    kinds: frozenset[str]
    message: Callable[[Scope], str | None]
    suggest: tuple[Callable[[Scope], str | None], ...]
    accept: tuple[Callable[[Scope], str | None], ...]
    group_keys: tuple[Value, ...]
    group_fields: tuple[tuple[str, OfFact], ...]
    having: Value | None
    warning: Value | None
    label: Callable[[Scope], str | None] | None
    report_where: Value | None
    alike: bool
    part: Value | None
    by_clock: bool
    shown: tuple[Value, ...]
    least_rows: int
    least_articles: int
    varied: tuple[Varied, ...]
    across: bool

    def sections_of(self, step: Step) -> frozenset[str]:
        """The sections in which a step may find something, be it in quotations or not."""
        if step.excluded:
            return self.default - step.sections
        return step.sections | self.default if "quotes" in step.sections else step.sections or self.default

    def in_sections(self, row: Row, sections: frozenset[str], excluded: bool) -> bool:
        """Whether a fact stands where the rule looks: the rule's default sections, but for what the binding says."""
        place = row.fact.place
        quoted = "quotes" in sections and place.quoted and place.section in self.default
        listed = quoted or place.section in sections
        if excluded:
            return place.section in self.default and not listed
        return listed if sections else place.section in self.default


class Pending:
    """A rule that waits for its words, or for facts of the kind it begins with; its plan is made when they are there.

    Most rules find nothing to begin with in most articles, and a plan takes longer than to look for that.
    """

    def __init__(self, rule: Rule, knowledge: Knowledge) -> None:
        self.rule = rule
        self.forms = listed(rule, knowledge)
        facts = (one.kind.value for one in _ordered(rule.query) if one.of is None and one.kind.value in fact_kinds())
        self.first = next(facts, None)

    @cached_property
    def plan(self) -> Plan:
        """How the rule is carried out."""
        return _planned(self.rule, self.forms)


def planned(rule: Rule, knowledge: Knowledge) -> Plan:
    """The plan of a rule."""
    return Pending(rule, knowledge).plan


def _planned(rule: Rule, forms: Listed) -> Plan:
    query = rule.query
    bindings = _ordered(query)
    whole = tree.conjuncts(query.where)
    conjuncts = list(whole)
    steps: list[Step] = []
    bound: set[str] = set()
    for binding in bindings:
        steps.append(_step(binding, conjuncts, bound, query))
        bound.add(binding.name.value)
    steps = list(_joinable(steps, query))
    first = next(b.name.value for b in query.bindings if b.kind.value not in placeless())
    message = compiled_template(rule.message)
    different = query.placement is not None and query.placement.relation == "different"
    grouped_by = query.grouped_by or rule.grouped_paths
    return Plan(
        rule=rule,
        steps=tuple(steps),
        facts=tuple(step for step in steps if step.of is None and not step.is_knowledge),
        primary=query.report.base.value if query.report else first,
        default=DEFAULT_SECTIONS | {"boilerplate"} if rule.family == "text" else DEFAULT_SECTIONS,
        words=forms.words,
        unless=forms.unless,
        asked=forms.asked,
        different=different,
        kinds=_quantified_kinds(query),
        message=message,
        suggest=tuple(compiled_template(template) for template in rule.suggest),
        accept=tuple(compiled_template(template, _typed) for template in rule.accept),
        group_keys=tuple(compiled(path) for path in grouped_by),
        group_fields=_fields_of(grouped_by),
        having=compiled(query.having) if query.having else None,
        warning=compiled(rule.warning) if rule.warning else None,
        label=compiled_template(rule.label) if rule.label else None,
        report_where=compiled(query.report_where) if query.report_where else None,
        part=compiled(query.report) if query.report and query.report.fields else None,
        by_clock=any(name.value in RESOLVED for path in paths(query) for name in path.fields),
        alike=query.across and not query.grouped_by and any(isinstance(part, tree.Like) for part in whole),
        shown=tuple(compiled(expression) for expression in rule.message.expressions),
        least_rows=least_rows(query.having),
        least_articles=max(least_articles(query.having), 1 + different),
        varied=varied(query.having),
        across=query.across,
    )


def _fields_of(paths: Sequence[tree.Path]) -> tuple[tuple[str, OfFact], ...]:
    """Paths as variables and functions from their facts; empty if one of them leads elsewhere."""
    found = [(path.base.value, get) for path in paths if (get := compiled_of_fact(path)) is not None]
    return tuple(found) if len(found) == len(paths) and LOOSE.isdisjoint([name for name, _ in found]) else ()


def _typed(value: Any) -> str:
    """A value as one word of a command line."""
    return shell_word(shown(value))


def _ordered(query: tree.Query) -> list[tree.Binding]:
    """Facts first, then what the desk knows: a fact narrows the knowledge down, never the other way round."""
    late: set[str] = set()
    for binding in query.bindings:
        if binding.of.base.value in late if binding.of else binding.kind.value in knowledge_kinds():
            late.add(binding.name.value)
    return sorted(query.bindings, key=lambda binding: binding.name.value in late)


def _step(binding: tree.Binding, conjuncts: list[tree.Expr], bound: set[str], query: tree.Query) -> Step:
    """Takes out of ``conjuncts`` those that can be asked once this variable is bound."""
    name = binding.name.value
    is_knowledge = binding.kind.value in knowledge_kinds() and binding.of is None
    ready = [part for part in conjuncts if tree.variables(part) - LOOSE <= bound | {name}]
    conjuncts[:] = [part for part in conjuncts if part not in ready]
    # What the desk knows is the same in all articles, and a story is not whole before all are read: a question to the
    # facts around waits until then.
    waits = is_knowledge or query.across
    alone = [part for part in ready if tree.variables(part) == {name} and not (waits and asks_around(part))]
    rest = [part for part in ready if part not in alone]
    constants = [found for part in alone if (found := constant(part, name))] if is_knowledge else []
    joins = [link for part in rest if (link := _join(part, name, bound))] if bound and binding.of is None else []
    checks = (*(check(part, query) for part in rest), *_placed(query, name, bound))
    return Step(
        name=name,
        kind=binding.kind.value,
        sections=frozenset(section.value for section in binding.sections),
        excluded=binding.excluded,
        of=compiled(binding.of) if binding.of else None,
        of_base=binding.of.base.value if binding.of else "",
        constant=constants[0] if constants else None,
        filters=tuple(check(part, query) for part in alone),
        join=joins[0] if joins else None,
        checks=checks,
        decisive=decisive(checks),
        is_knowledge=is_knowledge,
    )


def _placed(query: tree.Query, name: str, bound: set[str]) -> tuple[Check, ...]:
    """``of the same sentence`` (paragraph, section) as conditions against the variables before."""
    placement = query.placement
    if placement is None or placement.relation != "same" or placement.unit in ("article", "story", "run"):
        return ()
    unit = placement.unit
    facts = {b.name.value for b in query.bindings if b.kind.value in fact_kinds() or b.of is not None}
    if name not in facts:
        return ()

    def together(other: str) -> Value:
        return lambda scope: getattr(scope.rows[name].fact, unit) == getattr(scope.rows[other].fact, unit)

    return tuple(Check(together(other), ()) for other in sorted(bound & facts))


_JOINING: Mapping[type, str] = {tree.Compare: "equal", tree.Close: "close", tree.Like: "like", tree.Sounds: "sounds"}


def _join(part: tree.Expr, name: str, bound: set[str]) -> Join | None:
    """The index that a condition between this variable and earlier ones allows."""
    if not isinstance(part, tree.Compare | tree.Close | tree.Like | tree.Sounds):
        return None
    if isinstance(part, tree.Compare) and part.operator not in ("=", "in"):
        return None
    edits = part.edits if isinstance(part, tree.Close) else 0
    for own, other in ((part.left, part.right), (part.right, part.left)):
        own_names, other_names = tree.variables(own), tree.variables(other)
        if own_names == {name} and other_names and other_names - LOOSE <= bound and not asks_facts(own):
            _, field = _plain_field(own) or ("", None)
            return Join(_JOINING[type(part)], compiled(own), compiled(other), edits, field, _plain_field(other))
    return None


def _plain_field(expr: tree.Expr) -> tuple[str, str] | None:
    """A variable and its field, where an expression is no more than that."""
    if isinstance(expr, tree.Path) and is_field_of(expr, expr.base.value) and expr.base.value not in LOOSE:
        return expr.base.value, expr.fields[0].value
    return None


def _joinable(steps: Sequence[Step], query: tree.Query) -> tuple[Step, ...]:
    """The steps, each with the condition that what it is joined by is known: an unknown value joins nothing."""
    joined = [(step.name, step.join.field) for step in steps if step.join is not None and step.join.field is not None]
    joined += [step.join.asked for step in steps if step.join is not None and step.join.asked is not None]
    return tuple(
        replace(step, filters=_definite_first((*step.filters, *_known(step.name, joined, query))))
        if step.kind in fact_kinds() and step.of is None
        else step
        for step in steps
    )


def _known(name: str, joined: Sequence[tuple[str, str]], query: tree.Query) -> Iterator[Check]:
    for field in sorted({field for variable, field in joined if variable == name} - NEVER_UNKNOWN):
        path = tree.Path(*_NOWHERE, tree.Name(*_NOWHERE, name), (tree.Name(*_NOWHERE, field),))
        yield check(tree.Known(*_NOWHERE, path, wanted=True), query)


def _definite_first(checks: Iterable[Check]) -> tuple[Check, ...]:
    """Conditions in their order, each once, but those that are never unknown first: they cost least."""
    once = {one.meaning or id(one): one for one in checks}
    return tuple(sorted(once.values(), key=lambda one: not one.definite))


def _quantified_kinds(query: tree.Query) -> frozenset[str]:
    """Kinds of fact that a quantifier of the query runs over, so that a story rule has them at hand."""
    return frozenset(binding.kind.value for binding, _ in quantified(query)) & fact_kinds()
