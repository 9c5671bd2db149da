"""Python as it is written, spelled out for the compiler.

mypyc makes small, fast native classes of plain ones, but leaves to Python what a decorator writes when the program
runs: the constructor of a dataclass, a ``cached_property``. Here they are written out before the compiler sees them:

- ``@fact``, ``@plain``, ``@dataclass`` become ``__init__``, ``__eq__``, ``__hash__``, ``__repr__`` and the tables that
  ``dataclasses.fields`` and ``computed`` read;
- a ``cached_property`` becomes a property with a slot for what was found;
- the types of a named tuple's fields become text;
- a name of the module that is given a value once, and names no type, becomes ``Final``: the compiler then keeps the
  value where its code finds it at once, instead of looking it up at each use.

The written code stays the source: what is spelled out lives as long as a build. Every other line is kept as it is, so
that a traceback shows the lines that somebody wrote wherever nothing was added above them.
"""

from __future__ import annotations

import ast
import builtins
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

_HEADER = """\
from typing import TYPE_CHECKING as TYPE_CHECKING, Any as _Any, ClassVar as _ClassVar, Final as _Final
from factlint.text.described import described as _described
"""


@dataclass(frozen=True)
class Field:
    """One field of a dataclass; ``default`` and ``factory`` are expressions, ``home`` the module that wrote it."""

    name: str
    type: str
    home: str
    default: str | None = None
    factory: str | None = None
    given: bool = True
    by_name: bool = False


@dataclass(frozen=True)
class Spelled:
    """A dataclass: its own fields and those of what it derives from, in the order of the constructor."""

    fields: tuple[Field, ...]
    by_name: bool
    frozen: bool


class Module:
    """One module, as it is written."""

    def __init__(self, name: str, source: str) -> None:
        self.name = name
        self.source = source
        self.lines = source.splitlines(keepends=True)
        self.tree = ast.parse(source)
        self.classes = {node.name: node for node in self.tree.body if isinstance(node, ast.ClassDef)}
        self.imported = dict(_imports(self.tree))

    def text(self, node: ast.AST) -> str:
        """How a part of it is written, on one line."""
        return ast.unparse(node)


class Speller:
    """Spells out the modules of a package; it must know all of them, for a class may derive from another module's."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self.modules = {name: Module(name, source) for name, source in sources.items()}
        self._known: dict[tuple[str, str], Spelled | None] = {}
        self._types_named = {name for module in self.modules.values() for name in _names_in_types(module.tree)}

    def spelled(self, name: str) -> str:
        """The source of a module, spelled out; as it stands where nothing is to be done."""
        module = self.modules[name]
        edits: list[tuple[int, int, str]] = []
        wanted: set[str] = set()
        for node in module.classes.values():
            found = self._dataclass(name, node.name)
            if found is not None:
                edits += _without_decorator(node)
                edits += _bare_fields(module, node)
                edits.append((_end_of_fields(node), 0, _methods(node, found)))
                wanted |= {line for field in found.fields if field.home != name for line in self._types(field)}
            else:
                edits += _quoted_types(module, node)
            edits += _properties(module, node)
        edits += _finals(module, self._types_named)
        if not edits:
            return module.source
        header = _HEADER + "".join(f"if TYPE_CHECKING:\n    {line}\n" for line in sorted(wanted))
        edits.append((_after_future(module.tree), 0, header))
        return _edited(module.lines, edits)

    def _dataclass(self, module: str, name: str) -> Spelled | None:
        """A class with the fields that it inherits; None where it is no dataclass."""
        key = module, name
        if key not in self._known:
            self._known[key] = self._read(module, name)
        return self._known[key]

    def _read(self, module: str, name: str) -> Spelled | None:
        home, local = self._home(module, name)
        if home is None:
            return None
        if (home.name, local) != (module, name):
            return self._dataclass(home.name, local)
        node = home.classes[local]
        options = _options(node)
        if options is None:
            return None
        fields: dict[str, Field] = {}
        for base in node.bases:
            found = self._dataclass(module, base.id) if isinstance(base, ast.Name) else None
            fields.update((field.name, field) for field in found.fields) if found else None
        fields.update((field.name, field) for field in _own_fields(home, node, options["kw_only"]))
        ordered = sorted(fields.values(), key=lambda field: field.by_name)
        return Spelled(tuple(ordered), options["kw_only"], options["frozen"])

    def _home(self, module: str, name: str) -> tuple[Module | None, str]:
        """Where a name that a module uses is defined: through the packages that hand it on."""
        while module in self.modules and name not in self.modules[module].classes:
            if name not in self.modules[module].imported:
                return None, name
            module, name = self.modules[module].imported[name]
        return self.modules.get(module), name

    def _types(self, field: Field) -> Iterator[str]:
        """The imports that the type of an inherited field needs."""
        home = self.modules[field.home]
        for node in ast.walk(ast.parse(field.type, mode="eval")):
            if isinstance(node, ast.Name) and not hasattr(builtins, node.id):
                module, name = home.imported.get(node.id, (home.name, node.id))
                yield f"from {module} import {name} as {node.id}" if name else f"import {module}"


def _imports(tree: ast.Module) -> Iterator[tuple[str, tuple[str, str]]]:
    """What each imported name means: module and name, with an empty name for a module itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((alias.asname or alias.name, (node.module, alias.name)) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.asname or alias.name, (alias.name, "")) for alias in node.names)


def _options(node: ast.ClassDef) -> dict[str, bool] | None:
    """How a class is decorated: ``kw_only`` and ``frozen``; None for a class that is no dataclass."""
    for decorator in node.decorator_list:
        if isinstance(decorator, ast.Name) and decorator.id in ("fact", "plain"):
            return {"kw_only": decorator.id == "fact", "frozen": True}
        call = decorator.func if isinstance(decorator, ast.Call) else decorator
        if isinstance(call, ast.Name) and call.id == "dataclass":
            written = decorator.keywords if isinstance(decorator, ast.Call) else []
            given = {word.arg: getattr(word.value, "value", False) for word in written}
            return {"kw_only": bool(given.get("kw_only")), "frozen": bool(given.get("frozen"))}
    return None


def _annotated(node: ast.ClassDef) -> Iterator[tuple[ast.AnnAssign, str]]:
    for item in node.body:
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            yield item, item.target.id


def _own_fields(module: Module, node: ast.ClassDef, by_name: bool) -> Iterator[Field]:
    for item, name in _annotated(node):
        written = module.text(item.annotation)
        if written.startswith("ClassVar"):
            continue
        value = item.value
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "field":
            said = {word.arg: module.text(word.value) for word in value.keywords}
            given = said.get("init") != "False"
            yield Field(name, written, module.name, said.get("default"), said.get("default_factory"), given, by_name)
        else:
            yield Field(name, written, module.name, module.text(value) if value else None, by_name=by_name)


def _without_decorator(node: ast.ClassDef) -> Iterator[tuple[int, int, str]]:
    for decorator in node.decorator_list:
        yield decorator.lineno - 1, (decorator.end_lineno or decorator.lineno) - decorator.lineno + 1, "\n"


def _bare_fields(module: Module, node: ast.ClassDef) -> Iterator[tuple[int, int, str]]:
    """The fields without their defaults: those are the constructor's."""
    for item, name in _annotated(node):
        written = module.text(item.annotation)
        if item.value is not None and not written.startswith("ClassVar"):
            count = (item.end_lineno or item.lineno) - item.lineno + 1
            yield item.lineno - 1, count, f"    {name}: {written}\n" + "\n" * (count - 1)


def _quoted_types(module: Module, node: ast.ClassDef) -> Iterator[tuple[int, int, str]]:
    """The types of a named tuple's fields as text: the compiler would look for them as the program runs."""
    if not any(isinstance(base, ast.Name) and base.id == "NamedTuple" for base in node.bases):
        return
    for item, name in _annotated(node):
        value = f" = {module.text(item.value)}" if item.value else ""
        count = (item.end_lineno or item.lineno) - item.lineno + 1
        yield item.lineno - 1, count, f'    {name}: "{module.text(item.annotation)}"{value}\n' + "\n" * (count - 1)


def _end_of_fields(node: ast.ClassDef) -> int:
    """The line after the fields and what is said about them, where methods may begin."""
    first = next((item for item in node.body if isinstance(item, ast.FunctionDef)), None)
    if first is None:
        return node.end_lineno or node.lineno
    return min([first.lineno, *(decorator.lineno for decorator in first.decorator_list)]) - 1


def _methods(node: ast.ClassDef, spelled: Spelled) -> str:
    written = {item.name for item in node.body if isinstance(item, ast.FunctionDef)}
    parts = {
        "__init__": _constructor(spelled, "__post_init__" in written),
        "__eq__": _equality(node.name, spelled.fields),
        "__hash__": _hash(spelled.fields) if spelled.frozen else "",
        "__repr__": _repr(spelled.fields),
    }
    table = "".join(f"({field.name!r}, {field.type!r}, {field.given})," for field in spelled.fields)
    fields = f"    __dataclass_fields__: _ClassVar[dict[str, _Any]] = _described(({table}))\n"
    properties = "".join(f"{item.name!r}: {_said(item)}, " for item in node.body if _is_public_property(item))
    fields += f"    __computed__: _ClassVar[dict[str, tuple[str, str]]] = {{{properties}}}\n"
    return "\n" + fields + "\n" + "\n".join(text for name, text in parts.items() if name not in written and text)


def _is_public_property(item: ast.stmt) -> TypeGuard[ast.FunctionDef]:
    return (
        isinstance(item, ast.FunctionDef)
        and not item.name.startswith("_")
        and any(isinstance(decorator, ast.Name) and decorator.id == "property" for decorator in item.decorator_list)
    )


def _said(item: ast.FunctionDef) -> tuple[str, str]:
    """The type of a property, and its docstring."""
    return ast.unparse(item.returns) if item.returns else "", ast.get_docstring(item, clean=False) or ""


def _constructor(spelled: Spelled, finished: bool) -> str:
    given = [field for field in spelled.fields if field.given]
    parameters = ["self"]
    for index, field in enumerate(given):
        if field.by_name and not (index and given[index - 1].by_name):
            parameters.append("*")
        parameters.append(_parameter(field))
    lines = [f"    def __init__({', '.join(parameters)}) -> None:\n"]
    for field in given:
        value = f"{field.factory}() if {field.name} is None else {field.name}" if field.factory else field.name
        lines.append(f"        self.{field.name} = {value}\n")
    if finished:
        lines.append("        self.__post_init__()\n")
    return "".join(lines) if len(lines) > 1 else lines[0] + "        pass\n"


def _parameter(field: Field) -> str:
    if field.factory is not None:
        return f"{field.name}: {field.type} | None = None"
    return f"{field.name}: {field.type}" + (f" = {field.default}" if field.default is not None else "")


def _equality(name: str, fields: Iterable[Field]) -> str:
    same = " and ".join(f"self.{field.name} == other.{field.name}" for field in fields) or "True"
    return (
        "    def __eq__(self, other: object) -> _Any:\n"
        f"        if type(self) is not type(other) or not isinstance(other, {name}):\n"
        "            return NotImplemented\n"
        f"        return {same}\n"
    )


def _hash(fields: Iterable[Field]) -> str:
    values = "".join(f"self.{field.name}, " for field in fields)
    return f"    def __hash__(self) -> int:\n        return hash(({values}))\n"


def _repr(fields: Iterable[Field]) -> str:
    parts = ", ".join(f"{field.name}={{self.{field.name}!r}}" for field in fields)
    return f'    def __repr__(self) -> str:\n        return f"{{type(self).__qualname__}}({parts})"\n'


def _properties(module: Module, node: ast.ClassDef) -> Iterator[tuple[int, int, str]]:
    """Each ``cached_property`` as a property, its slots, and the function that finds the value."""
    for item in node.body:
        if not isinstance(item, ast.FunctionDef):
            continue
        for decorator in item.decorator_list:
            if isinstance(decorator, ast.Name) and decorator.id == "cached_property":
                at = decorator.lineno - 1
                name, kept = item.name, f"kept_{item.name.lstrip('_')}"
                yield at, 1, _property(name, kept, module.text(item.returns) if item.returns else "_Any")
                line = module.lines[item.lineno - 1]
                yield item.lineno - 1, 1, line.replace(f"def {name}(", f"def _find_{kept}(", 1)


def _property(name: str, kept: str, type_: str) -> str:
    return (
        f"    _{kept}: {type_}\n"
        f"    _has_{kept}: bool = False\n"
        "    @property\n"
        f"    def {name}(self) -> {type_}:\n"
        f"        if not self._has_{kept}:\n"
        f"            self._{kept} = self._find_{kept}()\n"
        f"            self._has_{kept} = True\n"
        f"        return self._{kept}\n"
    )


def _names_in_types(tree: ast.Module) -> Iterator[str]:
    """Every name that stands in a type."""
    for node in ast.walk(tree):
        for type_ in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            for part in ast.walk(type_) if isinstance(type_, ast.AST) else ():
                if isinstance(part, ast.Name):
                    yield part.id


def _finals(module: Module, types: Container[str]) -> Iterator[tuple[int, int, str]]:
    """The constants of a module."""
    given = Counter(name for name in _given(module.tree))
    for node in module.tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
        if isinstance(node, ast.AnnAssign) and node.value is not None:
            target = node.target
        if not isinstance(target, ast.Name) or given[target.id] > 1 or target.id in types or _makes_type(node):
            continue
        line = module.lines[node.lineno - 1]
        if isinstance(node, ast.AnnAssign):
            type_, end = node.annotation, node.annotation.end_col_offset or 0
            if type_.lineno == type_.end_lineno == node.lineno and line.isascii():
                written = f"{target.id}: _Final[{ast.unparse(type_)}]{line[end:]}"
                yield node.lineno - 1, 1, written
        else:
            yield node.lineno - 1, 1, f"{target.id}: _Final{line[len(target.id) :]}"


def _given(tree: ast.Module) -> Iterator[str]:
    """The names that a module gives a value, as often as it does; those that a function may change count twice."""
    for node in tree.body:
        for part in (node,) if isinstance(node, (ast.FunctionDef, ast.ClassDef)) else ast.walk(node):
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                yield part.id
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            yield from node.names * 2


def _makes_type(node: ast.stmt) -> bool:
    """Whether a value may be a type: ``tuple[int, int]``, ``str | None``, a type variable."""
    value = getattr(node, "value", None)
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        return value.func.id in {"TypeVar", "NewType", "NamedTuple", "ParamSpec"}
    return isinstance(value, (ast.Name, ast.Attribute, ast.Subscript))


def _after_future(tree: ast.Module) -> int:
    """The line after ``from __future__ import annotations``, which must stay first."""
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            return node.end_lineno or node.lineno
    return 0


def _edited(lines: list[str], edits: Iterable[tuple[int, int, str]]) -> str:
    """The lines with each edit made: (first line from 0, how many lines it replaces, what stands there instead)."""
    done = list(lines)
    for at, count, text in sorted(edits, key=lambda edit: (edit[0], edit[1]), reverse=True):
        done[at : at + count] = [text]
    return "".join(done)
