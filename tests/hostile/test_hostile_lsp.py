"""A language server that is sent what no editor sends: it answers, or ends, with a line about it, and says no more."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest.importorskip("pygls")

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 120
"""Seconds after which a server that has not ended hangs; no measure of speed."""


class Session(NamedTuple):
    """How a session ended: the exit code, what was answered by the number of the request, and what went to the log."""

    code: int
    answers: dict[Any, dict[str, Any]]
    log: str


def framed(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def message(method: str, params: object = None, number: int | None = None) -> bytes:
    value = {"jsonrpc": "2.0", "method": method, "params": params, "id": number}
    return framed(json.dumps({name: part for name, part in value.items() if part is not None}).encode())


def about(method: str, uri: str, number: int | None = None, **more: object) -> bytes:
    return message(f"textDocument/{method}", {"textDocument": {"uri": uri, "version": 2}, **more}, number)


def opened(uri: str, text: str) -> bytes:
    document = {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}
    return message("textDocument/didOpen", {"textDocument": document})


def spoken(folder: Path, sent: bytes, until: bytes = b"") -> Session:
    """A session in which something is sent between a sound beginning and a sound end, that waits for some words."""
    first: dict[str, object] = {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}}
    begin = message("initialize", first, 1) + message("initialized", {})
    end = message("shutdown", number=99) + message("exit")
    with subprocess.Popen(
        [sys.executable, "-m", "factlint", "lsp"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        limit = threading.Timer(SECONDS, process.kill)
        limit.start()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            early = b""
            if until:
                process.stdin.write(begin + sent)
                process.stdin.flush()
                while until not in early and (more := os.read(process.stdout.fileno(), 65536)):
                    early += more
            out, log = process.communicate(end if until else begin + sent + end)
        finally:
            limit.cancel()
    return Session(process.returncode, _answers(early + out), log.decode("utf-8", "replace"))


def _answers(out: bytes) -> dict[Any, dict[str, Any]]:
    found = {}
    while out:
        head, _, rest = out.partition(b"\r\n\r\n")
        size = next(int(line.split(b":")[1]) for line in head.splitlines() if line.startswith(b"Content-Length"))
        value = json.loads(rest[:size])
        found[value.get("id")] = value
        out = rest[size:]
    return found


def assert_ended_well(session: Session) -> None:
    assert session.code == 0, session.log[-2000:]
    assert "Traceback" not in session.log
    assert all(len(line) <= 500 for line in session.log.splitlines())


HERE = "file:///none/a.txt"
SPOT = {"line": 10**9, "character": 10**9}
ODD = {
    "nothing": b"",
    "cut JSON": framed(b"{"),
    "no UTF-8": framed(b'{"jsonrpc":"2.0","method":"\xff\xfe"}'),
    "a list": framed(b"[]"),
    "null": framed(b"null"),
    "deep": framed(b"[" * 100_000),
    "no length": b"Foo: 1\r\n\r\n",
    "a negative length": b"Content-Length: -5\r\n\r\n",
    "a length of no number": b"Content-Length: x\r\n\r\n",
    "a length of many digits": b"Content-Length: " + b"9" * 10_000 + b"\r\n",
    "an endless header": b"X: " + b"a" * 1_000_000 + b"\r\n",
    "an unknown notice": message("no/such", {}),
    "an unknown request": message("no/such", {}, 7),
    "wrong parameters": message("textDocument/hover", {"x": 1}, 8),
    "parameters of another kind": message("textDocument/didOpen", [1, 2]),
    "a change of what is not open": about("didChange", HERE, contentChanges=[{"text": "a"}]),
    "a change without a change": opened(HERE, "a") + about("didChange", HERE, contentChanges=[]),
    "closed and never opened": about("didClose", HERE),
    "saved and never opened": about("didSave", HERE),
    "opened twice": opened(HERE, "a") + opened(HERE, "b"),
    "changed after it was closed": opened(HERE, "a") + about("didClose", HERE)
    + about("didChange", HERE, contentChanges=[{"text": "b"}]),
    "another scheme": opened("untitled:Untitled-1", "a") + opened("http://a.example/%2e%2e/b.txt", "a"),
    "no address": opened("", "a") + opened("file://", "a") + opened("file:///%00", "a") + opened("\ud800", "a"),
    "half a sign": opened(HERE, "a \ud800 b"),
    "begun again": message("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 5),
}  # fmt: skip


@pytest.mark.parametrize("sent", ODD.values(), ids=ODD)
def test_what_no_editor_sends_leaves_the_session_alive(tmp_path: Path, sent: bytes) -> None:
    session = spoken(tmp_path, sent)
    assert_ended_well(session)
    assert 99 in session.answers, "the rest of the session was not heard"


@pytest.mark.parametrize("method", ["hover", "completion", "definition"])
@pytest.mark.parametrize("spot", [SPOT, {"line": 0, "character": 10**9}], ids=["no such line", "no such column"])
def test_a_place_beyond_the_text_is_answered(tmp_path: Path, method: str, spot: dict[str, int]) -> None:
    (tmp_path / "a.txt").write_text("Steve Whitcoff came.", encoding="utf-8")
    uri = (tmp_path / "a.txt").as_uri()
    asked = opened(uri, "Steve Whitcoff came.") + about(method, uri, 7, position=spot)
    session = spoken(tmp_path, asked, until=b'"id": 7')
    assert_ended_well(session)
    assert "error" not in session.answers[7]


def test_a_request_that_is_not_known_gets_an_error(tmp_path: Path) -> None:
    assert spoken(tmp_path, ODD["an unknown request"]).answers[7]["error"]["code"] == -32601


@pytest.mark.parametrize("size", [64_000_001, 99_999_999_999])
def test_a_message_of_no_measure_ends_the_session(tmp_path: Path, size: int) -> None:
    session = spoken(tmp_path, b"Content-Length: %d\r\n\r\n{}" % size)
    assert_ended_well(session)
    assert "too long" in session.log


def test_a_length_that_is_wrong_ends_in_a_line(tmp_path: Path) -> None:
    assert_ended_well(spoken(tmp_path, b'Content-Length: 5\r\n\r\n{"jsonrpc": "2.0"}'))


def test_a_huge_text(tmp_path: Path) -> None:
    uri = (tmp_path / "a.txt").as_uri()
    session = spoken(tmp_path, opened(uri, "Steve Whitcoff came. " * 500_000))
    assert_ended_well(session)
    assert 99 in session.answers


BEGIN = message("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1) + message("initialized", {})
END = message("shutdown", number=99) + message("exit")
NO_EDITOR = {
    "nothing": b"",
    "half a header": b"Content-Length: 1",
    "half a message": BEGIN[:60],
    "a header without a body": b"Content-Length: 100\r\n\r\n",
    "a long first message": b"Content-Length: 2000000\r\n\r\n",
    "no length": b"Content-Type: text/plain\r\n\r\n",
    "a blank line": b"\r\n\r\n",
    "an endless line": b"a" * 1_000_000,
    "another language": b"\x16\x03\x01\x02\x00\x01",
    "a page's request": b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n" + BEGIN,
}


class Open(NamedTuple):
    """A server that listens at a port."""

    port: int
    process: subprocess.Popen[bytes]

    def line(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=SECONDS)

    def heard(self, line: socket.socket, sent: bytes) -> dict[Any, dict[str, Any]]:
        """What is answered to some bytes, until the server hangs up."""
        line.sendall(sent)
        found = b""
        with contextlib.suppress(ConnectionError):  # the server hangs up before it has read all
            while more := line.recv(65536):
                found += more
        return _answers(found)

    def log(self) -> str:
        return self.process.communicate(timeout=SECONDS)[1].decode("utf-8", "replace")


@pytest.fixture
def at_port(tmp_path: Path) -> Iterator[Open]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "factlint", "lsp", "--tcp", str(port)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
    )
    try:
        for _ in range(10 * SECONDS):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.1)
        yield Open(port, process)
    finally:
        process.kill()
        process.communicate()


def test_nobody_but_an_editor_is_heard_at_a_port_and_nobody_waits_for_another(at_port: Open) -> None:
    with contextlib.ExitStack() as stack:
        for sent in NO_EDITOR.values():
            line = stack.enter_context(at_port.line())
            with contextlib.suppress(OSError):
                line.sendall(sent)
        page = stack.enter_context(at_port.line())
        assert at_port.heard(page, NO_EDITOR["a page's request"]) == {}
        editor = stack.enter_context(at_port.line())
        assert {1, 99} <= at_port.heard(editor, BEGIN + END).keys()
    assert "Traceback" not in at_port.log()
    assert at_port.process.returncode == 0


@pytest.mark.parametrize(
    ("sent", "said"),
    [(b"Content-Length: 99999999999\r\n\r\n", "too long"), (b"X: " + b"a" * 1_000_000 + b"\r\n" + END, "")],
    ids=["a message of no measure", "an endless header"],
)
def test_a_port_bears_no_more_than_standard_input(at_port: Open, sent: bytes, said: str) -> None:
    with at_port.line() as line:
        assert 1 in at_port.heard(line, BEGIN + sent)
    log = at_port.log()
    assert at_port.process.returncode == 0
    assert "Traceback" not in log
    assert said in log


def test_an_editor_that_goes_without_a_word_ends_the_session(at_port: Open) -> None:
    with at_port.line() as line:
        line.sendall(BEGIN + opened(HERE, "Steve Whitcoff came. " * 1_000))
    log = at_port.log()
    assert at_port.process.returncode == 0
    assert "Traceback" not in log


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ended = subprocess.run(
            [sys.executable, "-m", "factlint", "lsp", "--tcp", str(port)],
            cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False, timeout=SECONDS,
        )  # fmt: skip
    assert ended.returncode == 2
    assert f"--tcp {port}: error: this port cannot be opened".encode() in ended.stderr
