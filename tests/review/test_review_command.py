"""``factlint review`` as it is typed: it serves until Ctrl-C, and says what to do where it cannot."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from typing import TYPE_CHECKING

import pytest
from desks import written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to another program on Windows")
def test_it_serves_the_page_until_ctrl_c(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = written(tmp_path)
    environment = {
        **os.environ, "FACTLINT_CACHE_DIR": str(tmp_path_factory.getbasetemp() / "cache"), "PYTHONUNBUFFERED": "1",
    }  # fmt: skip
    with subprocess.Popen(
        [sys.executable, "-m", "factlint", "review", "articles", "--no-browser"],
        cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as program:  # fmt: skip
        assert program.stdout is not None
        word, url = program.stdout.readline().split()
        assert word == "Review:"
        with urllib.request.urlopen(url, timeout=30) as answer:
            assert "Lindkvist" in answer.read().decode("utf-8")
        program.send_signal(signal.SIGINT)
        # A server that goes on is killed, so that a test of it ends.
        limit = threading.Timer(30, program.kill)
        limit.start()
        out, err = program.communicate()
        limit.cancel()
    assert program.returncode == 0
    assert "Ended" in out
    assert err == ""


def test_it_asks_for_articles(factlint: Callable[..., object]) -> None:
    ended = factlint("review")
    assert getattr(ended, "code") == 2  # noqa: B009
    assert "no article is named" in getattr(ended, "err")  # noqa: B009


def test_a_taken_port_is_said(factlint: Callable[..., object], tmp_path: Path) -> None:
    written(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ended = factlint("review", "articles", "--no-browser", "--port", str(taken.getsockname()[1]))
    assert getattr(ended, "code") == 2  # noqa: B009
    assert "leave --port out" in getattr(ended, "err")  # noqa: B009
