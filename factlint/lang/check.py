"""The type checker: everything that can be wrong with a query is found when its rule is loaded."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factlint.article import SECTION_KINDS
from factlint.lang import tree
from factlint.lang.errors import LangError
from factlint.lang.functions import functions
from factlint.lang.patterns import fault
from factlint.lang.relations import unrelated, without_list
from factlint.lang.types import (
    ANY,
    DAY,
    DURATION,
    NUMBER,
    TEXT,
    YESNO,
    Type,
    fact_kinds,
    field_table,
    knowledge_kinds,
    list_of,
)
from factlint.text.problem import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

QUANTIFIERS = ("any", "no", "every", "count")
SCOPES = (*SECTION_KINDS, "quotes")


@dataclass(slots=True)
class Checker:
    """Checks one query and the templates of its rule; errors are collected, so that all are shown at once."""

    variables: dict[str, Type] = field(default_factory=dict)
    across: bool = False
    aggregates: bool = False
    of_run: bool = False
    errors: list[LangError] = field(default_factory=list)

    # -- the query

    def query(self, query: tree.Query) -> None:
        """Check a whole query; afterwards ``variables`` are those that templates may use."""
        self.across = query.across
        self.of_run = query.placement is not None and query.placement.unit == "run"
        for binding in query.bindings:
            self.bind(binding)
        self.condition(query.where)
        self.errors.extend(unrelated(query))
        for path in query.grouped_by:
            self.typed(path)
        self.aggregates = bool(query.grouped_by)
        self.condition(query.having)
        self._reportable(query.report)
        self.condition(query.report_where)
        self.aggregates = True

    def _reportable(self, path: tree.Path | None) -> None:
        """What is reported must have a place: a fact, or a part of one such as the family name of a name."""
        if path is None:
            return
        found = self.typed(path)
        if found is not ANY and "start" not in field_table().get(found.name, {}):
            self._error(path, f"{found} has no place to report", "report a variable that stands in the article")

    def bind(self, binding: tree.Binding) -> None:
        """Check a binding and make its variable known."""
        name = binding.name
        if name.value in self.variables or name.value in ("article", "story"):
            self._error(name, f"“{name.value}” is taken", "give every variable a name of its own")
        kind = self._kind(binding)
        for section in binding.sections:
            if section.value not in SCOPES:
                self._error(section, f"there is no section “{section.value}”", did_you_mean(section.value, SCOPES))
        if binding.sections and kind is not None and kind.name in knowledge_kinds():
            self._error(
                binding.sections[0], f"{kind} stands in no section", "sections are for what is found in articles"
            )
        self.variables[name.value] = kind or ANY

    def _kind(self, binding: tree.Binding) -> Type | None:
        written = binding.kind.value
        if binding.of is not None:
            found = self.typed(binding.of)
            if found.item is not None and found.item.name != written:
                self._error(
                    binding.kind, f"{binding.of.written} has no {written}s", f"did you mean “{found.item.name}”?"
                )
            elif found.item is None and found is not ANY:
                self._error(binding.of, f"{binding.of.written} is {found}, not a list", "a binding runs over a list")
            return found.item
        known = fact_kinds() | knowledge_kinds()
        if written not in known:
            self._error(binding.kind, f"there is no kind of fact called “{written}”", did_you_mean(written, known))
            return None
        return Type(written)

    def shown(self, expr: tree.Expr) -> None:
        """Check an expression whose value is written into a message or a suggestion."""
        found = self.typed(expr)
        if (found.item or found) not in (TEXT, NUMBER, DAY, DURATION, YESNO, ANY):
            self._error(expr, f"{found} cannot be written out", "name one of its fields, such as its text")

    def condition(self, expr: tree.Expr | None) -> None:
        """Check an expression that must be a yes/no question."""
        if expr is not None:
            found = self.typed(expr)
            if found not in (YESNO, ANY):
                self._error(
                    expr,
                    f"this needs a yes/no question, but it is {found}",
                    "compare it with something, or ask whether it “is known”",
                )

    # -- expressions

    def typed(self, expr: tree.Expr) -> Type:
        """The type of an expression; ANY after an error, so that one fault is told once."""
        method = getattr(self, f"_type_{type(expr).__name__.lower()}")
        result: Type = method(expr)
        return result

    def _type_text(self, _: tree.Text) -> Type:
        return TEXT

    def _type_number(self, _: tree.Number) -> Type:
        return NUMBER

    def _type_duration(self, _: tree.Duration) -> Type:
        return DURATION

    def _type_day(self, expr: tree.Day) -> Type:
        import datetime

        try:
            datetime.date.fromisoformat(expr.value)
        except ValueError:
            self._error(expr, f"{expr.value} is no day of the calendar", "write a real day, such as 2025-12-31")
        return DAY

    def _type_listof(self, expr: tree.ListOf) -> Type:
        first = self.typed(expr.items[0])
        for item in expr.items[1:]:
            self._same(item, first, self.typed(item))
        return list_of(first)

    def _type_path(self, expr: tree.Path) -> Type:
        found = self._base(expr.base)
        for name in expr.fields:
            if found is ANY:
                return ANY
            fields = field_table().get(found.name, {})
            if name.value not in fields:
                self._error(name, f"{found} has no field “{name.value}”", did_you_mean(name.value, fields))
                return ANY
            found = fields[name.value]
        return found

    def _base(self, base: tree.Name) -> Type:
        if base.value in self.variables:
            return self.variables[base.value]
        if base.value == "article":
            if self.across:
                self._error(
                    base,
                    "a rule across articles must say whose article",
                    f"write {next(iter(self.variables), 'a')}.article",
                )
            return Type("article")
        if base.value == "story":
            if not self.across:
                self._error(
                    base,
                    "only a rule “of the same story” knows its story",
                    "add “of the same story” after the bindings",
                )
            return Type("story")
        self._unbound(base)
        return ANY

    def _type_call(self, expr: tree.Call) -> Type:
        function = functions().get(expr.function.value)
        if function is None:
            self._error(
                expr.function,
                f"there is no function “{expr.function.value}”",
                did_you_mean(expr.function.value, [*functions(), *QUANTIFIERS]),
            )
            return ANY
        if function.aggregate and not self.aggregates:
            self._error(expr, f"{function.name}() is for groups", "use it in “having” or “report”, or in the message")
        if function.of_run and not self.of_run:
            self._error(expr, f"{function.name}() is for rules of the run", "write “of the same run”")
        if len(expr.arguments) != len(function.arguments):
            wanted = ", ".join(str(argument) for argument in function.arguments)
            self._error(
                expr,
                f"{function.name}() takes {len(function.arguments)}, not {len(expr.arguments)}",
                f"it takes {wanted}",
            )
            return function.result
        for argument, wanted_type in zip(expr.arguments, function.arguments, strict=True):
            self._same(argument, wanted_type, self.typed(argument))
        return function.result

    def _type_quantified(self, expr: tree.Quantified) -> Type:
        if expr.quantifier.value not in QUANTIFIERS:
            self._error(
                expr.quantifier,
                f"“{expr.quantifier.value}” asks nothing",
                did_you_mean(expr.quantifier.value, QUANTIFIERS),
            )
        inner = Checker(dict(self.variables), self.across, False, self.of_run, self.errors)
        inner.bind(expr.binding)
        inner.condition(expr.where)
        self.errors.extend(without_list(expr.binding, expr.where))
        return NUMBER if expr.quantifier.value == "count" else YESNO

    def _type_not(self, expr: tree.Not) -> Type:
        self.condition(expr.value)
        return YESNO

    def _type_and(self, expr: tree.And | tree.Or) -> Type:
        for item in expr.items:
            self.condition(item)
        return YESNO

    _type_or = _type_and

    def _type_compare(self, expr: tree.Compare) -> Type:
        left, right = self.typed(expr.left), self.typed(expr.right)
        if expr.operator == "in":
            self._member(expr, left, right)
        elif expr.operator == "contains":
            if ANY not in (left, right) and right != (TEXT if left == TEXT else left.item):
                self._error(expr, f"{left} cannot contain {right}", "a text contains a text, a list one of its items")
        else:
            self._same(expr, left, right)
            if expr.operator not in ("=", "!=") and left not in (NUMBER, DAY, DURATION, ANY):
                self._error(
                    expr,
                    f"{left} is neither more nor less than another",
                    "only numbers and days have an order; use = or !=",
                )
        return YESNO

    def _member(self, expr: tree.Compare, left: Type, right: Type) -> None:
        if right.item is None and right is not ANY:
            self._error(expr.right, f"{right} is not a list", 'write a list, such as ["a", "b"], or use =')
        elif right.item is not None:
            self._same(expr, left, right.item)

    def _type_known(self, expr: tree.Known) -> Type:
        self.typed(expr.value)
        return YESNO

    def _type_matches(self, expr: tree.Matches) -> Type:
        self._want(expr.value, TEXT)
        found = fault(expr.pattern, fold=expr.fold)
        if found is not None:
            place, message, hint = found
            first = expr.end - int(expr.fold) - 1 - len(expr.pattern)
            end = first + place + 1 if place else expr.end - int(expr.fold) - 1
            self.errors.append(LangError(first + place, end, message, hint))
        return YESNO

    def _type_between(self, expr: tree.Between) -> Type:
        found = self.typed(expr.value)
        if found not in (NUMBER, DAY, ANY):
            self._error(expr.value, f"{found} lies between nothing", "only numbers and days have an order")
        for bound in (expr.low, expr.high):
            self._same(bound, found, self.typed(bound))
        return YESNO

    def _type_like(self, expr: tree.Like | tree.Close | tree.Sounds) -> Type:
        if isinstance(expr, tree.Like) and not 0 < expr.least <= 1:
            self._error(expr, f"{expr.least:.0%} is no share of words", "write a share from 1% to 100%")
        self._want(expr.left, TEXT)
        self._want(expr.right, TEXT)
        return YESNO

    _type_close = _type_like
    _type_sounds = _type_like

    def _type_arithmetic(self, expr: tree.Arithmetic) -> Type:
        left, right = self.typed(expr.left), self.typed(expr.right)
        if ANY in (left, right):
            return ANY
        if left == DAY and right == DURATION:
            return DAY
        if left == right and left in (NUMBER, DURATION, TEXT if expr.operator == "+" else NUMBER):
            return left
        if left == right == DAY and expr.operator == "-":
            return DURATION
        self._error(expr, f"{left} {expr.operator} {right} has no meaning", "add numbers, texts, or “7 days” to a day")
        return ANY

    # -- errors

    def _want(self, expr: tree.Expr, wanted: Type) -> None:
        self._same(expr, wanted, self.typed(expr))

    def _same(self, node: tree.Node, wanted: Type, found: Type) -> None:
        if ANY not in (wanted, found) and wanted != found:
            if isinstance(node, tree.Compare):
                self._error(node, f"cannot compare {wanted} with {found}", "both sides must be of one kind")
            else:
                hint = _of_article(node) if wanted == Type("article") else ""
                self._error(node, f"this is {found}, but {wanted} is needed here", hint)

    def _unbound(self, name: tree.Name) -> None:
        known = [*self.variables, "story" if self.across else "article"]
        self._error(name, f"“{name.value}” is not bound", did_you_mean(name.value, known))

    def _error(self, node: tree.Node, message: str, hint: str) -> None:
        self.errors.append(LangError(node.start, node.end, message, hint))


def _of_article(node: tree.Node) -> str:
    """How to write the article of a variable."""
    return f"write {node.base.value}.article" if isinstance(node, tree.Path) else ""


def all_errors(errors: Iterable[LangError]) -> tuple[LangError, ...]:
    """The errors in text order, each place and message once."""
    unique = {(error.start, error.end, error.message): error for error in errors}
    return tuple(unique[key] for key in sorted(unique))
