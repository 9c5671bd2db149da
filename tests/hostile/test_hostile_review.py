"""A review page that others on this machine try to hang, to flood, to break and to put a script into."""

from __future__ import annotations

import http.client
import json
import re
import socket
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factlint.app.session import opened
from factlint.review.desk import Desk
from factlint.review.server import LOOPBACK, TOKEN_HEADER, ReviewServer

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPT = "</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>\u2028"
RULE = f"""severity: warning
find: from sentence s where s.text contains "quay"
message: {json.dumps(SCRIPT + " {s.text}")}
why: {json.dumps(SCRIPT)}
"""
PATIENCE = 60
"""Seconds after which a server that says nothing has failed; no measure of speed."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, shared_cache: None) -> Iterator[ReviewServer]:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "articles").mkdir()
    (folder / "articles" / "quay.txt").write_text(f"Steve Whitcoff stood on the quay. {SCRIPT}\n", encoding="utf-8")
    if sys.platform != "win32":
        (folder / "articles" / "<img onerror=alert(1)>.txt").write_text("They met on the quay.\n", encoding="utf-8")
    (folder / "desk" / "text").mkdir(parents=True)
    (folder / "desk" / "text" / "script.yaml").write_text(RULE, encoding="utf-8")
    (folder / "factlint.yml").write_text("rules: [desk/]\n", encoding="utf-8")
    one = ReviewServer(Desk(lambda: opened(folder), ["articles"]))
    thread = threading.Thread(target=one.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield one
    one.shutdown()
    one.server_close()
    thread.join()


def line_to(server: ReviewServer) -> socket.socket:
    return socket.create_connection((LOOPBACK, server.server_address[1]), timeout=PATIENCE)


def said_to(server: ReviewServer, data: bytes) -> bytes:
    """What is answered to some bytes, to the end of the connection; the other side is told that no more come."""
    with line_to(server) as line:
        try:
            line.sendall(data)
            line.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: line.recv(65536), b""))
        except TimeoutError:
            raise
        except OSError:  # the server hung up before it had read all
            return b""


def sent(server: ReviewServer, what: str, body: Any) -> tuple[int, dict[str, Any]]:
    connection = http.client.HTTPConnection(LOOPBACK, server.server_address[1], timeout=PATIENCE)
    headers = {"Origin": f"http://{server.hosts[0]}", "Content-Type": "application/json", TOKEN_HEADER: server.token}
    try:
        connection.request("POST", f"/{server.token}/{what}", json.dumps(body).encode(), headers)
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    finally:
        connection.close()


def page(server: ReviewServer) -> bytes:
    connection = http.client.HTTPConnection(LOOPBACK, server.server_address[1], timeout=PATIENCE)
    try:
        connection.request("GET", f"/{server.token}/")
        answer = connection.getresponse()
        assert answer.status == 200
        return answer.read()
    finally:
        connection.close()


def test_words_of_others_never_end_the_script_that_holds_them(server: ReviewServer) -> None:
    text = page(server).decode("utf-8")
    assert "alert(1)" in text, "the words are shown"
    assert "<script>alert" not in text
    assert "<img" not in text
    assert "<!--<" not in text
    assert len(re.findall(r"<script\b", text)) == len(re.findall(r"</script\b", text))


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd", "/{token}/../../../etc/passwd", "/{token}/%2e%2e/%2e%2e/etc/passwd",
        "/{token}/%252e%252e%252fetc%252fpasswd", "/{token}/..%c0%afetc%c0%afpasswd", "/{token}/..\\..\\etc\\passwd",
        "/{token}/%5c..%5cetc", "/{token}/....//....//etc/passwd", "/{token}/data%00.html", "/{token}/data;x=y",
        "/{token}/data?x=../../etc/passwd", "/{token}/file:///etc/passwd", "//evil.example/{token}/data",
        "/{token}/\xff\xfe", "*", "evil.example:443", "/{token}\t/data",
    ],
)  # fmt: skip
def test_no_spelling_of_a_path_leads_to_a_file(server: ReviewServer, path: str) -> None:
    target = path.format(token=server.token).encode("latin-1")
    answer = said_to(server, b"GET " + target + b" HTTP/1.1\r\nHost: " + server.hosts[0].encode() + b"\r\n\r\n")
    assert answer.split()[1] in (b"404", b"400"), answer[:100]
    assert b"root:" not in answer
    assert b"Whitcoff" not in answer


@pytest.mark.parametrize(
    "data",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"\r\n" * 1_000, b"\x00" * 10_000, b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/x\r\n\r\n", b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 10_000 + b"\r\n", b"GET / HTTP/1.1\r\nA: " + b"b" * 100_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: {host}\r\nHost: {host}\r\n\r\n", b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
        b"POST /{token}/reload HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST /{token}/reload HTTP/1.1\r\nHost: {host}\r\nContent-Length: 4\r\nContent-Length: 2\r\n\r\n{}",
        b"POST /{token}/reload HTTP/1.1\r\nHost: {host}\r\nExpect: 100-continue\r\n\r\n", b"<script>alert(1)</script>",
        b"<script>alert(1)</script> / HTTP/1.1\r\nHost: {host}\r\n\r\n",
    ],
    ids=[
        "tls", "blank lines", "nul", "no path", "another version", "no version", "a long path", "many headers",
        "a long header", "two hosts", "no colon", "chunks", "two lengths", "expects", "markup", "a method of markup",
    ],
)  # fmt: skip
def test_what_is_no_request_gets_a_refusal_or_nothing(
    server: ReviewServer, data: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    token, host = server.token.encode(), server.hosts[0].encode()
    answer = said_to(server, data.replace(b"{token}", token).replace(b"{host}", host))
    answer = answer.removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n")
    # One who speaks no version of HTTP that has headers gets the body alone.
    assert re.match(rb"HTTP/1\.1 [45]\d\d |\{\s*\"error\"|$", answer), answer[:200]
    assert not answer.startswith(b"HTTP") or b"\r\nContent-Security-Policy: default-src 'none'" in answer
    assert b"<" not in answer
    assert b"Traceback" not in answer
    assert capfd.readouterr().err == ""
    assert page(server)


def test_a_body_that_stops_before_its_length_is_refused(server: ReviewServer) -> None:
    head = (
        f"POST /{server.token}/reload HTTP/1.1\r\nHost: {server.hosts[0]}\r\nOrigin: http://{server.hosts[0]}\r\n"
        f"{TOKEN_HEADER}: {server.token}\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n"
    )
    assert said_to(server, head.encode() + b"{").split()[1] == b"400"


def test_lines_that_stay_half_open_keep_nobody_waiting(server: ReviewServer) -> None:
    lines = [line_to(server) for _ in range(100)]
    try:
        for number, line in enumerate(lines):
            line.sendall(f"GET /{server.token}/ HTTP/1.1\r\nHost: {server.hosts[0]}\r\n"[: number * 2].encode())
        assert page(server)
    finally:
        for line in lines:
            line.close()


@pytest.mark.parametrize(
    "begun", [b"", b"GET /", b"GET / HTTP/1.1\r\nHost: a\r\nX: ", b"POST /{token}/reload HTTP/1.1\r\n"]
)
def test_one_who_sends_a_byte_now_and_then_is_sent_away(
    server: ReviewServer, monkeypatch: pytest.MonkeyPatch, begun: bytes
) -> None:
    monkeypatch.setattr(ReviewServer, "patience", 0.5)
    with line_to(server) as line:
        line.sendall(begun.replace(b"{token}", server.token.encode()))
        assert any(_is_cut(line) for _ in range(10 * PATIENCE))
    assert page(server)


def _is_cut(line: socket.socket) -> bool:
    time.sleep(0.1)
    try:
        line.sendall(b"a")
    except ConnectionError:
        return True
    return False


@pytest.mark.parametrize("many", [300, pytest.param(10_000, marks=pytest.mark.slow)])
def test_many_requests_leave_nothing_behind(server: ReviewServer, many: int) -> None:
    before = threading.active_count()
    connection = http.client.HTTPConnection(LOOPBACK, server.server_address[1], timeout=PATIENCE)
    for number in range(many):
        connection.request("GET", "/" if number % 2 else f"/{server.token}/changes")
        answer = connection.getresponse()
        assert answer.status == (404 if number % 2 else 200)
        answer.read()
    connection.close()
    assert threading.active_count() <= before + 10
    assert page(server)


@pytest.mark.parametrize("text", ["half a \ud800 sign", "\x00", "\u202e", SCRIPT, "\x1b[2J"], ids=ascii)
def test_odd_signs_in_what_is_sent_do_not_break_the_page(server: ReviewServer, text: str) -> None:
    for what, body in (
        ("paste", {"name": "odd.txt", "text": f"They met on the quay. {text}"}),
        ("paste", {"name": text, "text": "They met on the quay."}),
        ("mark", {"key": text, "on": True, "note": text, "by": text}),
        ("dismiss", {"key": text, "scope": text, "reason": text}),
        ("add", {"one": text}),
        ("forget", {}),
    ):
        status, answer = sent(server, what, body)
        assert status < 500, answer
        assert "<script>alert" not in page(server).decode("utf-8")
    assert page(server)


def test_nothing_was_written_beside_the_desk(server: ReviewServer) -> None:
    folder = Path(server.desk.session.cwd)
    assert {path.name for path in folder.iterdir() if not path.name.startswith((".", "factlint"))} == {
        "articles",
        "desk",
    }
