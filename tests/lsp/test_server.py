"""How the server is started, and what it is asked from the command line."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]


def test_without_the_extra_the_command_says_what_to_install(
    factlint: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    there = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "pygls" else there(name))
    ended = factlint("lsp")
    assert ended.code == 2
    assert "pip install 'factlint[lsp]'" in ended.err
    assert ended.out == ""


def test_two_ways_to_talk_are_refused(factlint: Callable[..., Any]) -> None:
    ended = factlint("lsp", "--stdio", "--tcp", "4000")
    assert ended.code == 2
    assert "--stdio and --tcp" in ended.err


def test_other_commands_do_not_load_the_protocol() -> None:
    code = "import sys, factlint.cli.lsp, factlint.app.check; print({'pygls', 'lsprotocol'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "set()"


def test_an_editor_that_goes_away_ends_the_server(tmp_path: Path) -> None:
    pytest.importorskip("pygls")
    done = subprocess.run(
        [sys.executable, "-m", "factlint", "lsp"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout == b""


def test_a_port_is_open_to_this_machine_alone(tmp_path: Path) -> None:
    pytest.importorskip("pygls")
    from lsprotocol import types
    from pygls.lsp.client import LanguageClient

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    async def session() -> None:
        server = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "factlint", "lsp", "--tcp", str(port), cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        try:
            client = await connected(LanguageClient("test-editor", "1"), port)
            params = types.InitializeParams(capabilities=types.ClientCapabilities(), root_uri=tmp_path.as_uri())
            answer = await client.initialize_async(params)
            assert answer.server_info is not None
            assert answer.server_info.name == "factlint"
            with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.2", port), timeout=2):
                pass
            await client.shutdown_async(None)
            client.exit(None)
        finally:
            if server.returncode is None:
                server.kill()
            await server.wait()

    async def connected(client: LanguageClient, port: int) -> LanguageClient:
        for _ in range(200):
            try:
                await client.start_tcp("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.1)
            else:
                return client
        raise AssertionError("nobody listens")

    asyncio.run(asyncio.wait_for(session(), 90))
