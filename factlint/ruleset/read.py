"""Rule files to rules. What the YAML may say is here; what a rule means is in the language and the engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from factlint.lang.check import Checker, all_errors
from factlint.lang.errors import LangError
from factlint.lang.parse import parse_expression, parse_query
from factlint.lang.template import Template, parse_template
from factlint.lang.types import knowledge_kinds
from factlint.ruleset.examples import read_examples
from factlint.ruleset.rule import FAMILIES, SEVERITIES, Rule
from factlint.ruleset.scalars import Scalar
from factlint.text.marked import Keys, MarkedFile, Node, Text

if TYPE_CHECKING:
    from factlint.lang import tree

KEYS = (
    "severity", "confidence", "find", "message", "suggest", "fix", "accept", "group", "evidence", "for", "why",
    "examples", "label", "warning", "status",
)  # fmt: skip
STATUSES = ("trial",)
GROUPS = ("article", "story")


@dataclass(slots=True)
class QueryReader:
    """Reads one query rule; a fault anywhere in it leaves the rule out and stands in ``file.problems``."""

    file: MarkedFile
    id: str
    entry: Keys
    checker: Checker = field(default_factory=Checker)

    def read(self) -> Rule | None:
        """The rule, or None where something in it is wrong."""
        before = len(self.file.problems)
        severity = self.file.choice(self.entry.get("severity"), SEVERITIES, "severity")
        confidence = self.file.choice(self.entry.get("confidence"), ("high", "medium", "low"), "confidence") or "high"
        query = self._query()
        message = self._template(self.entry.get("message"), "message")
        suggest, accept = self._templates("suggest"), self._templates("accept")
        group, paths = self._group()
        if query is not None and query.grouped_by and (node := self.entry.get("group")) is not None:
            self.file.complain(node, "find says already how to group", "leave group: or “grouped by” out", self.id)
        examples = read_examples(self.file, self.entry.get("examples"))
        why = self.file.text_of(self.entry.get("why"), "why") or ""
        self._needs(severity=severity, find=query, message=message)
        if len(self.file.problems) > before or query is None or message is None or severity is None:
            return None
        find = self.entry.get("find")
        assert isinstance(find, Text)  # noqa: S101 - the query was read from it
        rule = Rule(
            id=self.id,
            path=self.file.path,
            line=self.file.lines.position(find.start)[0],
            form="find",
            severity=severity,
            confidence=confidence,
            find=" ".join(find.value.split()),
            query=query,
            message=message,
            suggest=suggest,
            accept=accept,
            group=group,
            grouped_paths=paths,
            evidence=self.file.texts(self.entry.get("evidence"), "evidence"),
            automatic=self.file.choice(self.entry.get("fix"), ("automatic", "suggested"), "fix") == "automatic",
            basis=basis_of(query),
            outlets=self.file.texts(self.entry.get("for"), "for"),
            why=why.strip(),
            examples=examples,
            label=self._template(self.entry.get("label"), "label"),
            warning=self._warning(),
            trial=self.file.choice(self.entry.get("status"), STATUSES, "status") == "trial",
        )
        self._roles(rule)
        return None if len(self.file.problems) > before else rule

    def _needs(self, **values: object) -> None:
        for key, value in values.items():
            if value is None and self.entry.get(key) is None:
                self.file.complain(
                    Keys((), self.entry.start, self.entry.start + 1),
                    f"a rule needs “{key}”",
                    f"add {key}: to {self.id}",
                    self.id,
                )

    def _query(self) -> tree.Query | None:
        node = self.entry.get("find")
        if self.file.text_of(node, "find") is None or not isinstance(node, Text):
            return None
        scalar = Scalar(self.file, node, f"{self.id} › find")
        query = scalar.attempt(parse_query)
        if query is not None:
            self.checker.query(query)
            scalar.complain_all(all_errors(self.checker.errors))
            self.checker.errors.clear()
        return query

    def _warning(self) -> tree.Expr | None:
        node = self.entry.get("warning")
        if self.file.text_of(node, "warning") is None or not isinstance(node, Text):
            return None
        scalar = Scalar(self.file, node, f"{self.id} › warning")
        expression = scalar.attempt(parse_expression)
        if expression is not None and self.checker.variables:
            self.checker.condition(expression)
            scalar.complain_all(all_errors(self.checker.errors))
            self.checker.errors.clear()
        return expression

    def _template(self, node: Node | None, key: str) -> Template | None:
        if self.file.text_of(node, key) is None or not isinstance(node, Text):
            return None
        scalar = Scalar(self.file, node, f"{self.id} › {key}")
        template = scalar.attempt(parse_template)
        if template is not None and self.checker.variables:
            for expression in template.expressions:
                self.checker.shown(expression)
            scalar.complain_all(all_errors(self.checker.errors))
            self.checker.errors.clear()
        return template

    def _templates(self, key: str) -> tuple[Template, ...]:
        return tuple(found for node in self._texts(key) if (found := self._template(node, key)) is not None)

    def _group(self) -> tuple[str, tuple[tree.Path, ...]]:
        node = self.entry.get("group")
        if isinstance(node, Text) and node.value in GROUPS:
            return node.value, ()
        paths: list[tree.Path] = []
        for item in self._texts("group"):
            scalar = Scalar(self.file, item, f"{self.id} › group")
            path = scalar.attempt(_path)
            if path is not None and self.checker.variables:
                self.checker.typed(path)
                scalar.complain_all(all_errors(self.checker.errors))
                self.checker.errors.clear()
            if path is not None:
                paths.append(path)
        return ("paths" if paths else "message"), tuple(paths)

    def _texts(self, key: str) -> tuple[Text, ...]:
        node = self.entry.get(key)
        items = (node,) if isinstance(node, Text) else self.file.items(node, key)
        return tuple(item for item in items if isinstance(item, Text))

    def _roles(self, rule: Rule) -> None:
        node = self.entry.get("evidence")
        for name in rule.evidence:
            if name not in self.checker.variables and node is not None:
                self.file.complain(
                    node, f"“{name}” is not bound in find", "evidence lists variables of the query", self.id
                )
        fix = self.entry.get("fix")
        if rule.automatic and rule.basis != "listed" and fix is not None:
            self.file.complain(
                fix,
                "only a listed wrong form may be mended by itself",
                "bind a spelling, or write fix: suggested",
                self.id,
            )


def _path(text: str) -> tree.Path:
    from factlint.lang import tree as nodes

    expression = parse_expression(text)
    if not isinstance(expression, nodes.Path):
        raise LangError(expression.start, expression.end, "this is no field", "group by fields such as n.entity")
    return expression


def basis_of(query: tree.Query) -> str:
    """What findings of a query rest on: a list, what the desk knows, the story, or the pattern alone."""
    kinds = {binding.kind.value for binding in query.bindings}
    if "spelling" in kinds:
        return "listed"
    if kinds & knowledge_kinds():
        return "known"
    return "story" if query.across else "pattern"


def rule_id(relative: str) -> str:
    """The id of a query rule: its path under the rules folder without the suffix."""
    return PurePosixPath(relative).with_suffix("").as_posix()


def check_id(file: MarkedFile, node: Node, found: str) -> bool:
    """Whether an id begins with one of the families; records a problem if not."""
    family = found.split("/", 1)[0]
    if "/" in found and family in FAMILIES:
        return True
    file.complain(
        Keys((), node.start, node.start + 1),
        f"the rule id “{found}” has no family",
        f"the first part must be one of: {', '.join(FAMILIES)}",
    )
    return False
