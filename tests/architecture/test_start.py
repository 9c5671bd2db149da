"""What a start loads: every run pays for each module, and most runs are small."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = {
    "a.txt": "The envoy Steve Whitcoff met the ministers in Kiev on Monday.\n\n“We are closer than ever to peace,” he said.\n",
    "b.txt": "Steve Witkoff met the ministers in Kyiv on Monday.\n\n“We are closer to peace than ever,” he told reporters.\n",
}
# What a check of plain text may load beside factlint and what comes with the interpreter's own start.
THIRD_PARTY = {
    "click": "the command line",
    "rapidfuzz": "how near two words or quotations are",
}
# Modules of Python that cost more than they are worth to such a run, each with what would load it.
HEAVY = {
    "asyncio": "a server",
    "concurrent": "work in threads",
    "csv": "a list or a report of that form",
    "email": "importlib.metadata",
    "http": "a server",
    "importlib.metadata": "packs that are installed",
    "json": "a format that is written so",
    "logging": "lark",
    "multiprocessing": "work in several processes",
    "pickle": "work in several processes",
    "random": "tempfile",
    "shutil": "the width of a terminal",
    "socket": "a server",
    "sqlite3": "the cache of articles, which --no-cache does without",
    "ssl": "a server",
    "tempfile": "a file that is written",
    "tomllib": "a configuration in TOML",
    "unittest": "nothing",
    "xml": "a format that is written so",
}
# Run twice: the first one compiles what the second one finds in the cache.
PROGRAM = """
import sys
before = set(sys.modules)
from factlint.cli import main
try:
    main()
except SystemExit:
    pass
print(*sorted(set(sys.modules) - before), sep="\\n", file=sys.stderr)
"""


def loaded(tmp_path: Path, *arguments: str) -> set[str]:
    """The modules that a run loads once its rules are in the cache."""
    desk = tmp_path / "desk"
    desk.mkdir()
    for name, text in ARTICLES.items():
        (desk / name).write_text(text, encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT), "FACTLINT_CACHE_DIR": str(tmp_path / "cache")}
    command = [sys.executable, "-c", PROGRAM, *arguments]
    for _ in range(2):
        done = subprocess.run(command, cwd=desk, env=env, capture_output=True, encoding="utf-8", check=True)
    return set(done.stderr.splitlines())


def within(names: set[str], module: str) -> bool:
    return any(name == module or name.startswith(f"{module}.") for name in names)


@pytest.fixture(scope="module")
def plain_run(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    return loaded(tmp_path_factory.mktemp("plain"), "a.txt", "b.txt", "--no-cache")


def test_check_loads_no_other_package(plain_run: set[str]) -> None:
    roots = {name.partition(".")[0] for name in plain_run} - {"factlint"}
    own = {name for name in roots if name not in sys.stdlib_module_names and not name.startswith("_")}
    # Python's own zipimport and the like look for Java and Windows under these names.
    more = own - THIRD_PARTY.keys() - {"cython_runtime", "org"}
    assert sorted(more) == [], "a plain check loads what it need not: import it inside the function that uses it"


@pytest.mark.parametrize("module", HEAVY)
def test_check_loads_nothing_heavy(plain_run: set[str], module: str) -> None:
    assert not within(plain_run, module), f"only {HEAVY[module]} needs it: import it inside the function that does"


@pytest.mark.parametrize(
    "module",
    ["factlint.lang.parse", "factlint.lang.check", "factlint.knowledge.load", "factlint.ruleset.read", "factlint.lsp"],
)
def test_check_reads_no_rule_anew(plain_run: set[str], module: str) -> None:
    assert not within(plain_run, module), "rules come from the cache ready to be used"


@pytest.mark.parametrize("arguments", [("--version",), ("--help",)], ids=lambda given: given[0])
def test_a_word_about_itself_loads_next_to_nothing(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    found = loaded(tmp_path, *arguments)
    assert not [part for part in ("engine", "annotations", "lang", "knowledge") if within(found, f"factlint.{part}")]
    # click itself asks how wide the terminal is for a page of help.
    assert sorted(name for name in HEAVY.keys() - {"shutil"} if within(found, name)) == []
