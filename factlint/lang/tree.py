"""The tree of a query. Every node knows its place (code points of the query's text) and is plain data."""

from __future__ import annotations

from dataclasses import fields

from factlint.text.values import plain


@plain
class Node:
    """Anything of a query, at ``start`` to ``end`` (exclusive) of its text."""

    start: int
    end: int


@plain
class Expr(Node):
    """Anything that has a value."""


@plain
class Text(Expr):
    """A text in quotes."""

    value: str


@plain
class Number(Expr):
    """A number; a percentage is its hundredth (60% is 0.6)."""

    value: float


@plain
class Day(Expr):
    """A calendar day in ISO form."""

    value: str


@plain
class Duration(Expr):
    """A count of days, weeks, months or years, in days (a month is 30.44, a year 365.25)."""

    days: float
    unit: str


@plain
class ListOf(Expr):
    """Several values in square brackets."""

    items: tuple[Expr, ...]


@plain
class Name(Node):
    """A plain name: of a kind, a variable, a field, a section."""

    value: str


@plain
class Path(Expr):
    """A variable, ``article`` or ``story``, and fields after dots."""

    base: Name
    fields: tuple[Name, ...]

    @property
    def written(self) -> str:
        """The path as it is written."""
        return ".".join((self.base.value, *(field.value for field in self.fields)))


@plain
class Call(Expr):
    """A function and its arguments."""

    function: Name
    arguments: tuple[Expr, ...]


@plain
class Binding(Node):
    """A variable that runs over the facts of one kind.

    ``sections`` limits it to sections (``excluded``: to all but these); ``of`` is the list field it runs over instead.
    """

    kind: Name
    name: Name
    sections: tuple[Name, ...] = ()
    excluded: bool = False
    of: Path | None = None


@plain
class Quantified(Expr):
    """``any``, ``no``, ``every`` or ``count`` over the facts of a binding."""

    quantifier: Name
    binding: Binding
    where: Expr | None


@plain
class Not(Expr):
    """The opposite; of unknown: unknown."""

    value: Expr


@plain
class And(Expr):
    """True if all are, false if one is false, else unknown."""

    items: tuple[Expr, ...]


@plain
class Or(Expr):
    """True if one is, false if all are false, else unknown."""

    items: tuple[Expr, ...]


@plain
class Compare(Expr):
    """``=``, ``!=``, ``<``, ``<=``, ``>``, ``>=``, ``in`` or ``contains``."""

    operator: str
    left: Expr
    right: Expr


@plain
class Known(Expr):
    """Whether a value is known (``wanted``) or unknown (not ``wanted``); never unknown itself."""

    value: Expr
    wanted: bool


@plain
class Matches(Expr):
    """Whether a regular expression is found in a text."""

    value: Expr
    pattern: str
    fold: bool


@plain
class Between(Expr):
    """Whether a value lies between two others, both included."""

    value: Expr
    low: Expr
    high: Expr


@plain
class Like(Expr):
    """Whether two texts share at least a part of their words."""

    left: Expr
    right: Expr
    least: float


@plain
class Close(Expr):
    """Whether two words are nearly the same, but not the same."""

    left: Expr
    right: Expr
    edits: int


@plain
class Sounds(Expr):
    """Whether two names have the same sounds when transliteration is folded."""

    left: Expr
    right: Expr


@plain
class Arithmetic(Expr):
    """A sum or a difference."""

    operator: str
    left: Expr
    right: Expr


@plain
class Placement(Node):
    """How the bindings stand to each other.

    ``relation`` is ``same`` (of the same sentence, paragraph, section, article or story) or ``different`` (of different
    articles of one story, or of the run).
    """

    relation: str
    unit: str


@plain
class Query(Node):
    """What a rule finds."""

    bindings: tuple[Binding, ...]
    placement: Placement | None = None
    where: Expr | None = None
    grouped_by: tuple[Path, ...] = ()
    having: Expr | None = None
    report: Path | None = None
    report_where: Expr | None = None

    @property
    def across(self) -> bool:
        """Whether it joins facts of several articles."""
        return self.placement is not None and (
            self.placement.relation == "different" or self.placement.unit in ("story", "run")
        )


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly below a node, in order."""
    return tuple(_below(node, _BRANCHES[type(node)]))


def parts(node: Node) -> list[Node]:
    """The same without names, below which there is nothing: what a walk for anything but names goes on with."""
    return _below(node, _LARGE_BRANCHES[type(node)])


def _below(node: Node, names: tuple[str, ...]) -> list[Node]:
    found: list[Node] = []
    for name in names:
        value = getattr(node, name)
        if isinstance(value, Node):
            found.append(value)
        elif isinstance(value, tuple):
            found += [item for item in value if isinstance(item, Node)]
    return found


class _Branches(dict[type, tuple[str, ...]]):
    """The fields of each class that may have nodes in them."""

    def __init__(self, without: frozenset[str]) -> None:
        super().__init__()
        self._without = without

    def __missing__(self, cls: type) -> tuple[str, ...]:
        found = self[cls] = tuple(field.name for field in fields(cls) if field.type not in self._without)
        return found


_PLAIN = frozenset({"str", "int", "float", "bool"})
_BRANCHES = _Branches(_PLAIN)
_LARGE_BRANCHES = _Branches(_PLAIN | {"Name", "tuple[Name, ...]"})


def conjuncts(expr: Expr | None) -> tuple[Expr, ...]:
    """The parts of an expression that must all be true."""
    if expr is None:
        return ()
    if isinstance(expr, And):
        return tuple(part for item in expr.items for part in conjuncts(item))
    return (expr,)


def variables(node: Node) -> frozenset[str]:
    """The variables a node uses from outside itself (``article`` and ``story`` among them)."""
    if isinstance(node, Path):
        return frozenset({node.base.value})
    if isinstance(node, Quantified):
        inner = variables(node.binding.of) if node.binding.of else frozenset()
        body = variables(node.where) if node.where else frozenset()
        return inner | (body - {node.binding.name.value})
    return frozenset[str]().union(*(variables(part) for part in parts(node)))
