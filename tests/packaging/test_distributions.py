"""A wheel, an sdist, an editable install and a checkout are the same program with the same rules."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bench.corpus import written
from dev_tools import need_module

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
WAYS = ("wheel", "native wheel", "sdist", "editable", "unpacked sdist")

# Any socket that a run opens, or any name that it looks up, ends it.
NO_NETWORK = """
import sys

def _guard(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError(f"network: {event}")

sys.addaudithook(_guard)
"""


def environment(**more: str) -> dict[str, str]:
    """The variables of this process without those that point Python elsewhere, and some more."""
    left_out = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "FACTLINT_CACHE_DIR")
    return {**{name: value for name, value in os.environ.items() if name not in left_out}, **more}


def run(*command: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=dict(env or environment()),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def built(*command: str | Path, cwd: Path, **more: str) -> None:
    done = run(*command, cwd=cwd, env=environment(**more))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist, and the wheel that was built from it."""
    need_module("build", "build")
    folder = tmp_path_factory.mktemp("dist")
    built(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Path:
    (only,) = dist.glob("*.whl")
    return only


@pytest.fixture(scope="module")
def native_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel with native code."""
    if os.environ.get("FACTLINT_TEST_NATIVE", "") in ("", "0"):
        pytest.skip("native code takes minutes to compile: it is tested with FACTLINT_TEST_NATIVE=1")
    need_module("build", "build")
    folder = tmp_path_factory.mktemp("native")
    built(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, cwd=folder, FACTLINT_NATIVE="1")
    (only,) = folder.glob("*.whl")
    return only


@pytest.fixture(scope="module")
def sdist(dist: Path) -> Path:
    (only,) = dist.glob("*.tar.gz")
    return only


@pytest.fixture(scope="module")
def in_wheel(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def in_sdist(sdist: Path) -> set[str]:
    with tarfile.open(sdist) as archive:
        return {member.name.partition("/")[2] for member in archive.getmembers() if member.isfile()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of articles that is not the checkout, without any configuration."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    shutil.copytree(ROOT / "seeds", elsewhere / "seeds")
    return elsewhere


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Callable[[str], list[str]]:
    """How factlint is started when it was installed in one of the ways, each in an environment of its own."""
    commands: dict[str, list[str]] = {}

    def program(*what: str) -> list[str]:
        home = tmp_path_factory.mktemp("environment")
        # An environment without pip is made in no time; the pip of the tests installs into it.
        built(sys.executable, "-m", "venv", "--without-pip", home, cwd=home)
        scripts = home / ("Scripts" if os.name == "nt" else "bin")
        pip = (sys.executable, "-m", "pip", "--python", scripts / "python", "install", "--quiet")
        built(*pip, *what, cwd=home)
        return [str(scripts / "factlint")]

    def unpacked() -> list[str]:
        target = tmp_path_factory.mktemp("unpacked")
        with tarfile.open(request.getfixturevalue("sdist")) as archive:
            # The first releases of Python 3.11 know no filters.
            archive.extraction_filter = getattr(tarfile, "data_filter", None)
            archive.extractall(target)
        (source,) = target.iterdir()
        return [
            sys.executable,
            "-c",
            f"import sys; sys.path.insert(0, {str(source)!r}); import factlint.__main__ as m; m.main()",
        ]

    def start(way: str) -> list[str]:
        if way not in commands:
            if way == "unpacked sdist":
                commands[way] = unpacked()
            elif way == "editable":
                commands[way] = program("--editable", str(ROOT))
            else:
                commands[way] = program(str(request.getfixturevalue(way.replace(" ", "_"))))
        return commands[way]

    return start


@pytest.fixture(scope="module")
def expected(folder: Path) -> str:
    """What ``python -m factlint`` in the checkout says about the articles."""
    done = run(
        sys.executable, "-m", "factlint", "--format", "json", "seeds", cwd=folder, env=environment(PYTHONPATH=str(ROOT))
    )
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["errors"] == []
    return done.stdout


def files(folder: str, pattern: str = "*") -> Iterator[str]:
    for path in (ROOT / folder).rglob(pattern):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(ROOT).as_posix()


def test_wheel_holds_every_module(in_wheel: set[str]) -> None:
    assert {name for name in in_wheel if name.endswith(".py")} == set(files("factlint", "*.py"))


def test_wheel_holds_every_rule_inside_the_package(in_wheel: set[str]) -> None:
    rules = {f"factlint/{name}" for name in files("rules")}
    assert any(name.startswith("factlint/rules/knowledge/") for name in rules)
    assert {name for name in in_wheel if name.startswith("factlint/rules/")} == rules


def test_wheel_brings_its_rules_compiled(
    in_wheel: set[str], installed: Callable[[str], list[str]], folder: Path, tmp_path: Path
) -> None:
    assert {"rules", "knowledge"} <= {Path(name).name.split("-")[0] for name in in_wheel if "/compiled/" in name}
    cache = tmp_path / "cache"
    env = environment(FACTLINT_CACHE_DIR=str(cache))
    done = run(*installed("wheel"), "--no-cache", "seeds", cwd=folder, env=env)
    assert done.returncode == 1, done.stderr
    assert not cache.exists(), "the first run had to compile something"


@pytest.mark.parametrize("name", ["factlint/py.typed", "factlint/lang/grammar.lark"])
def test_wheel_holds_package_data(in_wheel: set[str], name: str) -> None:
    assert name in in_wheel


def test_wheel_holds_nothing_else(in_wheel: set[str]) -> None:
    (information,) = {name.split("/")[0] for name in in_wheel if ".dist-info/" in name}
    assert {name.split("/")[0] for name in in_wheel} == {"factlint", information}
    stray = [name for name in in_wheel if name.endswith((".pyc", ".txt", ".md")) and information not in name]
    assert stray == ["factlint/text/background.LICENSE.txt"]
    assert f"{information}/licenses/LICENSE" in in_wheel


def test_wheel_fits_every_machine(wheel: Path, in_wheel: set[str]) -> None:
    assert wheel.name.endswith("-py3-none-any.whl")
    assert not [name for name in in_wheel if name.endswith((".so", ".pyd"))]


def test_native_wheel_says_for_which_machine(native_wheel: Path) -> None:
    tag = f"cp{sys.version_info.major}{sys.version_info.minor}"
    assert f"-{tag}-{tag}-" in native_wheel.name
    with zipfile.ZipFile(native_wheel) as archive:
        native = {name.split(".")[0] for name in archive.namelist() if name.endswith((".so", ".pyd"))}
    assert {"factlint__mypyc", "factlint/annotations/names/find", "factlint/article/annotation"} <= native


def test_native_code_reads_the_same_facts(installed: Callable[[str], list[str]], tmp_path: Path) -> None:
    written(tmp_path / "corpus", 60)
    ways = [run(*installed(way), "facts", "corpus", cwd=tmp_path) for way in ("native wheel", "wheel")]
    assert ways[0].returncode == 0, ways[0].stderr
    assert ways[0].stdout == ways[1].stdout
    assert ways[0].stdout


@pytest.mark.parametrize("folder", ["factlint", "rules", "seeds", "tests"])
def test_sdist_holds_the_whole_folder(in_sdist: set[str], folder: str) -> None:
    assert {name for name in in_sdist if name.startswith(f"{folder}/")} == set(files(folder))


@pytest.mark.parametrize(
    "name", ["README.md", "LICENSE", "pyproject.toml", ".pre-commit-hooks.yaml", ".ci/run", ".build/hook.py"]
)
def test_sdist_holds_what_stands_beside(in_sdist: set[str], name: str) -> None:
    assert name in in_sdist


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_install_finds_the_same(
    way: str, installed: Callable[[str], list[str]], folder: Path, expected: str
) -> None:
    done = run(*installed(way), "--format", "json", "seeds", cwd=folder)
    assert done.stderr == ""
    assert done.returncode == 1
    assert done.stdout == expected


def test_rule_examples_hold_where_the_wheel_is_installed(installed: Callable[[str], list[str]], folder: Path) -> None:
    done = run(*installed("wheel"), "test", "--strict", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr


def test_first_run_needs_no_home_no_cache_and_no_network(
    installed: Callable[[str], list[str]], folder: Path, expected: str, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    # Nobody, not even root, makes a folder below a file.
    nowhere = tmp_path / "file"
    nowhere.touch()
    closed = environment(
        HOME=str(nowhere / "home"),
        XDG_CACHE_HOME=str(nowhere / "cache"),
        FACTLINT_CACHE_DIR=str(nowhere / "factlint"),
        PYTHONPATH=str(tmp_path),
    )
    guarded = run(sys.executable, "-c", "import socket; socket.socket()", cwd=folder, env=closed)
    assert "network: socket." in guarded.stderr
    done = run(*installed("wheel"), "--format", "json", "seeds", cwd=folder, env=closed)
    assert done.stderr == ""
    assert done.stdout == expected


def test_a_run_leaves_nothing_behind_but_its_cache(
    installed: Callable[[str], list[str]], folder: Path, expected: str, tmp_path: Path
) -> None:
    before = sorted(path for path in folder.rglob("*"))
    cache = tmp_path / "cache"
    env = environment(FACTLINT_CACHE_DIR=str(cache), HOME=str(tmp_path / "home"))
    first = run(*installed("wheel"), "--format", "json", "seeds", cwd=folder, env=env)
    second = run(*installed("wheel"), "--format", "json", "seeds", cwd=folder, env=env)
    assert first.stdout == second.stdout == expected
    assert sorted(path for path in folder.rglob("*")) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache"]
    assert all(path.stat().st_mode & 0o077 == 0 for path in cache.rglob("*") if os.name != "nt")
