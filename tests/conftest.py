"""What all tests share: golden files, and properties that are tried the same way on every machine."""

from __future__ import annotations

import io
import os
import signal
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Nobody's own settings take part in a test.
os.environ["XDG_CONFIG_HOME"] = os.devnull
# A shell starts what runs in its background with Ctrl-C ignored, and programs that the tests start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
settings.register_profile("factlint", deadline=None, derandomize=True, database=None)
settings.load_profile("factlint")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files instead of comparing with them"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the file of that name in ``golden/`` beside the test, byte for byte."""

    def check(name: str, text: str) -> None:
        path = request.path.parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
        assert path.exists(), f"no {path.name} yet; look at the output, then run pytest --update-golden"
        assert text == path.read_bytes().decode()

    return check


@dataclass(frozen=True)
class Ended:
    """How a run of the program ended: its exit code and what it wrote."""

    code: int
    out: str
    err: str


@pytest.fixture
def factlint(
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., Ended]:
    """Runs the program in this process and in an empty folder, ``tmp_path``, with a cache that the tests share."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))

    def run(*arguments: str, stdin: bytes | None = None) -> Ended:
        from factlint.cli import main

        monkeypatch.setattr(sys, "argv", ["factlint", *arguments])
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        written = capsys.readouterr()
        assert "Traceback" not in written.err, written.err
        return Ended(int(ended.value.code or 0), written.out, written.err)

    return run
