"""Rules are data: nothing in one reaches code, attributes of Python objects, files or the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import factlint

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = "Karel Novotny spoke in Vienna on Monday, Dec. 15, 2025."
REACHES = (
    "n.__class__",
    "n.text.__class__.__mro__",
    "n._replace",
    "n.place",
    "n.text.format",
    "__import__(n.text)",
    "open(n.text)",
    "eval(n.text)",
    "getattr(n, n.text)",
    "n[0]",
    "(lambda: n)()",
)


def rule(find: str = "from name n", message: str = '"{n.text}"', more: str = "") -> str:
    return f"severity: note\nfind: '{find}'\nmessage: {message}\nwhy: because\n{more}"


def tried(folder: Path, text: str) -> factlint.Result:
    (folder / "desk" / "style").mkdir(parents=True)
    (folder / "desk" / "style" / "own.yaml").write_text(text, encoding="utf-8")
    return factlint.run([ARTICLE], rules=[folder / "desk"], ignore=["names/*"])


def test_the_rule_itself_works(tmp_path: Path) -> None:
    result = tried(tmp_path, rule())
    assert result.problems == ()
    assert [finding.message for finding in result.findings] == ["Karel Novotny", "Vienna"]


@pytest.mark.parametrize("reach", REACHES)
def test_condition_reaches_no_object_of_python(tmp_path: Path, reach: str) -> None:
    result = tried(tmp_path, rule(f"from name n where {reach} = n.text"))
    assert result.problems
    assert result.findings == ()


@pytest.mark.parametrize("reach", [*REACHES, "n.text!r", "n.text:>1000000000", "n:{n.start}", ""])
def test_message_is_no_format_string(tmp_path: Path, reach: str) -> None:
    result = tried(tmp_path, rule(message='"{' + reach + '}"'))
    assert result.problems
    assert result.findings == ()


@pytest.mark.parametrize(
    "value",
    [
        "!!python/object/apply:os.system ['touch stolen']",
        "!!python/name:os.system",
        "!!python/module:os",
        "!include /etc/passwd",
    ],
)
def test_yaml_makes_no_objects(tmp_path: Path, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = tried(tmp_path, rule(message=value))
    assert not (tmp_path / "stolen").exists()
    assert all("root:" not in finding.message for finding in result.findings)
