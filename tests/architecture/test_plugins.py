"""Every plug-in folder: one file adds one plug-in, nobody lists them, each is named, described and tested."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import keyword
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest

from factlint import annotations as facts
from factlint import cli, knowledge, registry, reports, sources
from factlint.article import Annotation
from factlint.cli import cli as program
from factlint.lang import functions
from factlint.ruleset.load import load, rule_files
from factlint.ruleset.rule import FAMILIES
from factlint.ruleset.shipped import shipped_rules

if TYPE_CHECKING:
    from types import ModuleType

    from factlint.ruleset.load import Ruleset

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "factlint"


@dataclass(frozen=True)
class Folder:
    """A plug-in folder. ``parts`` says that it also holds modules which the plug-ins share."""

    package: ModuleType
    object: str
    type: type[Any]
    parts: bool

    @property
    def name(self) -> str:
        return self.package.__name__.removeprefix("factlint.")

    def modules(self) -> list[str]:
        return registry.names(self.package)

    def module(self, name: str) -> ModuleType:
        return importlib.import_module(f"{self.package.__name__}.{name}")


FOLDERS = (
    Folder(facts, "KIND", facts.Kind, parts=False),
    Folder(knowledge, "KIND", knowledge.KnowledgeKind, parts=True),
    Folder(sources, "SOURCE", sources.Source, parts=True),
    Folder(reports, "REPORT", reports.Format, parts=False),
    Folder(functions, "FUNCTION", functions.Function, parts=False),
    Folder(cli, "command", click.Command, parts=True),
)
EVERY = [(folder, name) for folder in FOLDERS for name in folder.modules()]


def is_plug_in(folder: Folder, name: str) -> bool:
    return hasattr(folder.module(name), folder.object)


PLUG_INS = [(folder, name) for folder, name in EVERY if is_plug_in(folder, name)]
PARTS = [(folder, name) for folder, name in EVERY if not is_plug_in(folder, name)]


def ids(pairs: list[tuple[Folder, str]]) -> list[str]:
    return [f"{folder.name}/{name}" for folder, name in pairs]


def named(folder: Folder) -> dict[str, str]:
    """The modules of the plug-ins in a folder, each with the name that its plug-in goes by."""
    return {name: getattr(folder.module(name), folder.object).name for one, name in PLUG_INS if one is folder}


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported() -> tuple[tuple[str, str, str], ...]:
    """Who imports what from where in the package: the file, the module, the name."""
    return tuple(
        (path.relative_to(ROOT).as_posix(), node.module or "", alias.name)
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    )


@cache
def written_tests() -> str:
    """The text of all tests but those of this folder."""
    here = Path(__file__).parent
    files = sorted(path for path in (ROOT / "tests").rglob("*.py") if here not in path.parents)
    return "\n".join(f"{path.relative_to(ROOT)}\n{path.read_text(encoding='utf-8')}" for path in files)


@cache
def shipped_texts() -> str:
    """The text of all rules that ship; every one of them has examples."""
    return "\n".join(file.text for file in rule_files([(shipped_rules(), "rules")])[0] if not file.is_knowledge)


# -- every plug-in


@pytest.mark.parametrize(("folder", "name"), PLUG_INS, ids=ids(PLUG_INS))
def test_plug_in_is_of_its_type(folder: Folder, name: str) -> None:
    assert isinstance(getattr(folder.module(name), folder.object), folder.type)


@pytest.mark.parametrize(("folder", "name"), EVERY, ids=ids(EVERY))
def test_module_says_what_it_is(folder: Folder, name: str) -> None:
    assert len((folder.module(name).__doc__ or "").split()) >= 4


@pytest.mark.parametrize(("folder", "name"), PARTS, ids=ids(PARTS))
def test_module_without_a_plug_in_is_shared_by_others(folder: Folder, name: str) -> None:
    assert folder.parts, f"this module has no {folder.object}"
    own = f"{folder.package.__name__}.{name}"
    users = {file for file, module, word in imported() if module == own or f"{module}.{word}" == own}
    assert users, f"this module has no {folder.object}, and nobody imports it"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_names_are_taken_once(folder: Folder) -> None:
    names = list(named(folder).values())
    assert names
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("folder", "name"), PLUG_INS, ids=ids(PLUG_INS))
def test_nobody_lists_the_plug_in(folder: Folder, name: str) -> None:
    """Only the registry may take hold of the object, and the folder may not load one of its plug-ins by name."""
    own = f"{folder.package.__name__}.{name}"
    assert [file for file, module, word in imported() if module == own and word == folder.object] == []
    assert own not in at_import(Path(str(folder.package.__file__)))


def at_import(path: Path) -> set[str]:
    """What a module imports while it is imported."""
    found = {node for node in tree(path).body if isinstance(node, ast.ImportFrom)}
    return {f"{node.module}.{alias.name}" for node in found for alias in node.names} | {
        str(node.module) for node in found
    }


def spoken_of(folder: Folder, name: str) -> str:
    """The pattern of a text that uses a plug-in; a bare word is too common to say that much."""
    own = re.escape(named(folder)[name])
    if folder.package is functions:
        return rf"\b{own}\("
    if folder.package is cli:
        return rf'"{own}"'
    if folder.package is sources:
        return "|".join(rf"{re.escape(suffix)}\b" for suffix in folder.module(name).SOURCE.suffixes)
    return rf"\b({own}|{name})\b"


@pytest.mark.parametrize(("folder", "name"), PLUG_INS, ids=ids(PLUG_INS))
def test_plug_in_is_tested(folder: Folder, name: str) -> None:
    """By a test that speaks of it; a function may as well be tested by the examples of a rule that uses it."""
    examined = written_tests() + (shipped_texts() if folder.package is functions else "")
    spoken = re.search(spoken_of(folder, name), examined) is not None
    assert spoken, f"no test has {spoken_of(folder, name)}"


# -- what the folders ask of their own


def is_frozen(cls: type) -> bool:
    return dataclasses.is_dataclass(cls) and bool(vars(cls)["__dataclass_params__"].frozen)


@pytest.mark.parametrize("name", facts.kinds())
def test_kind_has_a_described_fact(name: str) -> None:
    fact = facts.kinds()[name].fact
    assert issubclass(fact, Annotation)
    assert fact is not Annotation
    assert dataclasses.is_dataclass(fact)
    assert "__slots__" in vars(fact)
    assert fact.__hash__ is not None
    assert len((fact.__doc__ or "").split()) >= 4
    assert not (fact.__doc__ or "").startswith(f"{fact.__name__}("), "dataclass made this docstring up"


@pytest.mark.parametrize(("module", "name"), named(FOLDERS[0]).items())
def test_kind_is_named_as_its_module(module: str, name: str) -> None:
    assert module == (f"{name[:-1]}ies" if name.endswith("ty") else f"{name}s")
    assert facts.kinds()[name].layer in {None, module}


@pytest.mark.parametrize("name", knowledge.kinds())
def test_kind_of_knowledge_has_a_described_frozen_row(name: str) -> None:
    kind = knowledge.kinds()[name]
    assert is_frozen(kind.row)
    assert len((kind.row.__doc__ or "").split()) >= 3
    assert (kind.section is None) == (kind.read is None)
    assert kind.read or kind.derive


@pytest.mark.parametrize(("module", "name"), named(FOLDERS[1]).items())
def test_kind_of_knowledge_is_named_as_its_module(module: str, name: str) -> None:
    # Other names would be taken for those of what the kinds share. Pairs of names read better under an adjective:
    # different: [[Novotny, Novotni]].
    assert knowledge.kinds()[name].section in {None, module, "different"}
    assert module in {f"{name}s", "people"}


@pytest.mark.parametrize("name", FOLDERS[1].modules())
def test_only_kinds_of_knowledge_are_modules_in_the_plural(name: str) -> None:
    assert is_plug_in(FOLDERS[1], name) == (name.endswith("s") or name == "people")


def test_facts_and_knowledge_share_no_word() -> None:
    assert facts.kinds().keys().isdisjoint(knowledge.kinds())


@pytest.mark.parametrize(("module", "name"), [*named(FOLDERS[2]).items(), *named(FOLDERS[3]).items()])
def test_format_is_named_as_its_module(module: str, name: str) -> None:
    assert module == name


def test_suffixes_are_taken_once_and_look_like_suffixes() -> None:
    suffixes = [suffix for source in sources.sources().values() for suffix in source.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(re.fullmatch(r"(\.[a-z0-9]+)+", suffix) for suffix in suffixes)


@pytest.mark.parametrize(("module", "name"), named(FOLDERS[4]).items())
def test_function_documents_how_it_is_written(module: str, name: str) -> None:
    first = (FOLDERS[4].module(module).__doc__ or "").splitlines()[0]
    written = re.match(r"``(\w+)\(([^)]*)\)``: ", first)
    assert written, first
    assert written[1] == name == module
    arguments = [part for part in written[2].split(",") if part.strip()]
    assert len(arguments) == len(functions.functions()[name].arguments)
    if functions.functions()[name].aggregate:
        assert len(arguments) == 1


@pytest.mark.parametrize(("module", "name"), named(FOLDERS[5]).items())
def test_command_is_named_as_its_module_and_helps(module: str, name: str) -> None:
    assert module == (f"{name}_" if keyword.iskeyword(name) else name)
    assert (FOLDERS[5].module(module).__doc__ or "").startswith(f"``factlint {name}``: ")
    command = FOLDERS[5].module(module).command
    assert command.help
    undescribed = [option.name for option in command.params if isinstance(option, click.Option) and not option.help]
    assert undescribed == []


def test_help_lists_all_commands_and_formats() -> None:
    context = click.Context(program)
    assert program.list_commands(context) == sorted(named(FOLDERS[5]).values())
    check = program.get_command(context, "check")
    assert check is not None
    page = check.get_help(click.Context(check))
    assert [name for name in reports.names() if name not in page] == []


# -- rules


@pytest.fixture(scope="module")
def ruleset() -> Ruleset:
    files, problems = rule_files([(shipped_rules(), "rules")])
    assert problems == []
    return load(files)


RULE_FILES = sorted(
    path.relative_to(ROOT / "rules").as_posix()
    for path in (ROOT / "rules").rglob("*")
    if path.is_file() and "knowledge" not in path.parts
)


def test_rules_and_knowledge_load_without_a_problem(ruleset: Ruleset) -> None:
    assert [problem.render() for problem in ruleset.problems] == []
    assert ruleset.overridden == ()


@pytest.mark.parametrize("file", RULE_FILES)
def test_rule_file_is_a_rule_file(ruleset: Ruleset, file: str) -> None:
    path = Path(file)
    assert path.suffix == ".yaml"
    assert len(path.parts) == 2
    assert path.parts[0] in FAMILIES
    assert [rule.id for rule in ruleset.rules if rule.path == f"rules/{file}"], "no rule comes out of it"


@pytest.mark.parametrize("file", RULE_FILES)
def test_rules_of_a_file_say_why_and_show_bad_and_good(ruleset: Ruleset, file: str) -> None:
    family, name = Path(file).with_suffix("").parts
    for rule in (rule for rule in ruleset.rules if rule.path == f"rules/{file}"):
        assert rule.family == family
        if rule.form == "find":
            assert rule.id == f"{family}/{name}"
        assert len(rule.why.split()) >= 5
        assert {"bad", "good"} <= {example.verdict for example in rule.examples}
