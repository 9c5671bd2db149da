"""A release: the same bytes from the same sources, a bill of materials, and lower bounds that hold."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from dev_tools import need_module

ROOT = Path(__file__).resolve().parents[2]
BILL = ROOT / ".build" / "bill.py"
PERMISSIVE = ("MIT", "BSD", "Apache", "Python Software Foundation", "PSF", "ISC")


def bill(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, str(BILL), *arguments], capture_output=True, check=False, encoding="utf-8", cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_dependency_has_a_lower_bound() -> None:
    pins = bill("lowest", "test", "lsp").splitlines()
    assert {pin.partition("==")[0] for pin in pins} >= {"click", "lark", "pyyaml", "pytest", "pygls"}
    assert [pin for pin in pins if "==" not in pin] == []


def test_changelog_has_the_version() -> None:
    import factlint

    assert factlint.__version__ in (ROOT / ".github" / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_bill_lists_what_is_needed_and_its_licences() -> None:
    made = json.loads(bill("sbom"))
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.5")
    assert made["metadata"]["component"]["name"] == "factlint"
    found = {one["name"]: [each["license"]["name"] for each in one["licenses"]] for one in made["components"]}
    assert {"click", "lark", "pyyaml", "rapidfuzz", "platformdirs", "wcwidth"} <= set(found)
    assert {name: own for name, own in found.items() if not any(word in str(own) for word in PERMISSIVE)} == {}


@pytest.mark.slow
def test_bill_is_sound_and_has_extras_when_they_are_named() -> None:
    need_module("cyclonedx", "cyclonedx-python-lib[json-validation]")
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    made = bill("sbom", "formats", "lsp")
    assert JsonStrictValidator(SchemaVersion.V1_5).validate_str(made) is None
    scopes = {one["name"]: one["scope"] for one in json.loads(made)["components"]}
    assert (scopes["click"], scopes["pyarrow"], scopes["pygls"]) == ("required", "optional", "optional")
    assert "pyarrow" not in bill("sbom")


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["--wheel", "--sdist"])
def test_two_builds_are_the_same_bytes_that_an_index_takes(kind: str, tmp_path: Path) -> None:
    need_module("build", "build")
    need_module("twine", "twine")
    made = []
    for number in ("first", "second"):
        env = {name: value for name, value in os.environ.items() if name != "FACTLINT_NATIVE"}
        command = [sys.executable, "-m", "build", kind, "--outdir", str(tmp_path / number), str(ROOT)]
        done = subprocess.run(
            command,
            cwd=tmp_path,
            env={**env, "SOURCE_DATE_EPOCH": "1700000000"},
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout + done.stderr
        [only] = (tmp_path / number).iterdir()
        made.append((only.name, only.read_bytes()))
    assert made[0] == made[1]
    checked = [sys.executable, "-m", "twine", "check", "--strict", str(only)]
    assert subprocess.run(checked, capture_output=True, check=False).returncode == 0
