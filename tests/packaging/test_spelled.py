"""What is spelled out for the compiler does what was written."""

from __future__ import annotations

import dataclasses
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / ".build"))

from native import CannotCompileError, compiled, spelled_out  # noqa: E402 - a part of the build, not of the package
from spelled import Speller  # noqa: E402

BASE = '''
"""Facts of a test."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from factlint.article import fact


class At(NamedTuple):
    """Where."""

    day: datetime.date | None = None


@fact
class Seen(object):
    """Something seen ``at`` a place."""

    start: int
    at: At

    @property
    def first(self) -> int:
        """Where it begins, from 1."""
        return self.start + 1


@dataclass(frozen=True, slots=True)
class Pair:
    left: int
    right: str = "none"


@dataclass(slots=True)
class Box:
    """Things by name."""

    name: str
    things: list[int] = field(default_factory=list)
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = len(self.things)


class Slow:
    """Counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    @cached_property
    def answer(self) -> int | None:
        """Found once, even where it is None."""
        self.asked += 1
        return None
'''

DERIVED = '''
from __future__ import annotations

from factlint.article import fact
from spelled_base import Seen


@fact
class Named(Seen):
    """A name."""

    name: str
    kind: str = "unknown"
'''


def loaded(name: str, source: str) -> ModuleType:
    module = ModuleType(name)
    sys.modules[name] = module
    exec(compile(source, f"<{name}>", "exec"), vars(module))
    return module


@pytest.fixture(params=["written", "spelled"])
def module(request: pytest.FixtureRequest) -> Any:
    """Both modules as one, as they are written and spelled out: every test holds for either."""
    sources = {"spelled_base": BASE, "spelled_derived": DERIVED}
    speller = Speller(sources)
    found = ModuleType("both")
    for name, source in sources.items():
        text = source if request.param == "written" else speller.spelled(name)
        vars(found).update(vars(loaded(name, text)))
    yield found
    for name in sources:
        del sys.modules[name]


def test_facts_are_equal_by_value(module: Any) -> None:
    one, same = (module.Named(start=3, at=module.At(), name="Ann") for _ in range(2))
    assert one == same
    assert hash(one) == hash(same)
    assert one != module.Named(start=3, at=module.At(), name="Bo")
    assert one != "Ann"
    assert module.Seen(start=3, at=module.At()) != one


def test_facts_are_shown_with_their_fields(module: Any) -> None:
    shown = repr(module.Named(start=3, at=module.At(), name="Ann"))
    assert shown.endswith("Named(start=3, at=At(day=None), name='Ann', kind='unknown')")


def test_facts_take_their_fields_by_name_only(module: Any) -> None:
    with pytest.raises(TypeError):
        module.Seen(3, module.At())
    with pytest.raises(TypeError):
        module.Seen(start=3)


def test_fields_are_told_with_their_types(module: Any) -> None:
    told = [(field.name, field.type) for field in dataclasses.fields(module.Named)]
    assert told == [("start", "int"), ("at", "At"), ("name", "str"), ("kind", "str")]


def test_properties_are_told_with_their_types(module: Any) -> None:
    from factlint.article import computed

    assert computed(module.Named) == {"first": ("int", "Where it begins, from 1.")}
    assert module.Named(start=3, at=module.At(), name="Ann").first == 4


def test_a_fact_is_replaced(module: Any) -> None:
    one = module.Named(start=3, at=module.At(), name="Ann")
    assert dataclasses.replace(one, name="Bo").name == "Bo"


def test_plain_dataclasses_take_their_fields_in_order(module: Any) -> None:
    assert module.Pair(1) == module.Pair(1, "none")
    assert {module.Pair(1): "found"}[module.Pair(1)] == "found"


def test_each_box_has_things_of_its_own(module: Any) -> None:
    box, other = module.Box("a"), module.Box("b", [1, 2])
    box.things.append(3)
    assert (box.size, other.size, module.Box("c").things) == (0, 2, [])


def test_a_cached_property_is_found_once(module: Any) -> None:
    slow = module.Slow()
    assert (slow.answer, slow.answer, slow.asked) == (None, None, 1)


def test_the_types_of_named_tuples_are_text() -> None:
    assert 'day: "datetime.date | None"' in Speller({"spelled_base": BASE}).spelled("spelled_base")


def test_a_module_with_nothing_to_spell_out_stays_as_it_is() -> None:
    source = "from __future__ import annotations\n\nimport re\n\n\ndef one() -> int:\n    return 1\n"
    assert Speller({"one": source}).spelled("one") == source


CONSTANTS = """\
ONCE = frozenset({"a"})
TYPED: dict[str, int] = {"a": 1}
LONG = (
    1,
)
TWICE = 1
TWICE = 2
CHANGED = 0
Span = tuple[int, int]
Plain = int
Named = frozenset
def change(what: Named) -> Span:
    global CHANGED
    CHANGED += 1
"""


def test_constants_are_final_and_nothing_else_is() -> None:
    lines = Speller({"one": CONSTANTS}).spelled("one").splitlines()
    assert [line.partition(" =")[0] for line in lines if "Final" in line and "import" not in line] == [
        "ONCE: _Final",
        "TYPED: _Final[dict[str, int]]",
        "LONG: _Final",
    ]


def test_without_the_compiler_one_line_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "mypyc.build", None)
    with pytest.raises(CannotCompileError, match=r"\A.*mypyc.*\Z"):
        compiled(ROOT, tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_package_spelled_out_finds_the_same(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    spelled_out(ROOT, tree)
    shutil.copytree(ROOT / "rules", tree / "rules")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    assert _report(tree, tmp_path) == _report(ROOT, tmp_path)


def _report(where: Path, folder: Path) -> bytes:
    command = [sys.executable, "-m", "factlint", "check", "--no-cache", "--format", "json", "seeds"]
    env = {**os.environ, "PYTHONPATH": str(where), "FACTLINT_CACHE_DIR": str(folder / "cache")}
    done = subprocess.run(command, capture_output=True, cwd=folder, env=env, check=False)
    assert done.returncode == 1, done.stderr.decode()
    return done.stdout
