"""The server of the review page, asked over real sockets: it answers its own page on this machine, and nobody else."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from typing import TYPE_CHECKING, Any

import pytest
from desks import HARBOUR, desk_in, key_of, written

from factlint.review.server import LOOPBACK, TOKEN_HEADER, ReviewServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReviewServer]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTLINT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))
        one = ReviewServer(desk_in(written(tmp_path_factory.mktemp("desk"))))
        thread = threading.Thread(target=one.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield one
        one.shutdown()
        one.server_close()
        thread.join()


def folder_of(server: ReviewServer) -> Path:
    return server.desk.session.cwd


def asked(
    server: ReviewServer, method: str, path: str, headers: dict[str, str] | None = None, body: bytes | None = None
) -> tuple[int, http.client.HTTPMessage, bytes]:
    connection = http.client.HTTPConnection(LOOPBACK, server.server_address[1], timeout=30)
    try:
        connection.request(method, path, body=body, headers=headers or {})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def own(server: ReviewServer, **changed: str | None) -> dict[str, str]:
    """The headers that our own page sends, some of them changed or left out."""
    headers: dict[str, str | None] = {
        "Origin": f"http://{server.hosts[0]}", "Content-Type": "application/json", TOKEN_HEADER: server.token, **changed
    }  # fmt: skip
    return {name: value for name, value in headers.items() if value is not None}


def sent(server: ReviewServer, what: str, body: Any, **changed: str | None) -> tuple[int, dict[str, Any]]:
    status, _, data = asked(
        server, "POST", f"/{server.token}/{what}", own(server, **changed), json.dumps(body).encode()
    )
    found: dict[str, Any] = json.loads(data)
    return status, found


def test_it_listens_on_loopback_alone(server: ReviewServer) -> None:
    assert server.socket.getsockname()[0] == LOOPBACK
    assert server.url.startswith(f"http://{LOOPBACK}:")


def test_the_page_comes_with_its_guards(server: ReviewServer) -> None:
    status, headers, body = asked(server, "GET", f"/{server.token}/")
    assert status == 200
    assert body.startswith(b"<!doctype html>")
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"
    assert not [name for name in headers if name.lower().startswith("access-control")]
    assert "Python" not in headers["Server"]


@pytest.mark.parametrize(
    "path",
    [
        "/", "/x", "/x/", "//", "/{token}", "/{token}x/", "/{token}/../factlint.yml", "/{token}/%2e%2e/factlint.yml",
        "/{token}/articles/harbour.txt", "/{token}//etc/passwd", "/{token}/..%2f..%2fetc%2fpasswd", "/{token}/data/x",
        "http://{host}/{token}/", "/../{token}/", "/favicon.ico",
    ],
)  # fmt: skip
def test_no_other_path_leads_anywhere(server: ReviewServer, path: str) -> None:
    status, _, body = asked(server, "GET", path.format(token=server.token, host=server.hosts[0]))
    assert status == 404
    assert b"Lindkvist" not in body
    assert b"rules:" not in body


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1", "", "127.0.0.1:1", "localhost.evil.example"]
)
def test_another_host_is_sent_away(server: ReviewServer, host: str) -> None:
    assert asked(server, "GET", f"/{server.token}/", {"Host": host})[0] == 421
    assert sent(server, "reload", {}, Host=host)[0] == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "https://127.0.0.1"},
        {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_another_page_is_sent_away(server: ReviewServer, method: str, headers: dict[str, str]) -> None:
    status, answered, body = asked(server, method, f"/{server.token}/data", {**own(server), **headers}, b"{}")
    assert status == 403
    assert b"Lindkvist" not in body
    assert "Access-Control-Allow-Origin" not in answered


@pytest.mark.parametrize(
    "changed",
    [{"Origin": None}, {TOKEN_HEADER: None}, {TOKEN_HEADER: "x"}, {TOKEN_HEADER: ""}, {TOKEN_HEADER: "ü"}],
    ids=["no-origin", "no-secret", "wrong-secret", "empty-secret", "odd-secret"],
)
def test_nothing_is_changed_without_origin_and_secret(server: ReviewServer, changed: dict[str, str | None]) -> None:
    key = key_of(server.desk, "names/misspelled")
    assert sent(server, "fix", {"key": key, "way": 0}, **changed)[0] == 403
    assert (folder_of(server) / "articles" / "harbour.txt").read_text(encoding="utf-8") == HARBOUR


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "HEAD", "TRACE"])
def test_other_methods_are_not_known(server: ReviewServer, method: str) -> None:
    assert asked(server, method, f"/{server.token}/data")[0] == 501


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({"Content-Type": "text/plain"}, b"{}", 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, b"a=b", 415),
        ({"Content-Length": "x"}, b"", 411),
        ({"Content-Length": "-1"}, b"", 411),
        ({"Content-Length": "9999999999"}, b"", 413),
        ({"Content-Length": "9" * 5000}, b"", 413),
        ({}, b"{", 400),
        ({}, b"[]", 400),
        ({}, b"[" * 100_000, 400),
        ({}, b"\xff", 400),
    ],
    ids=["plain", "form", "no-number", "negative", "long", "very-long", "cut", "list", "deep", "no-utf-8"],
)
def test_what_is_no_request_of_ours_is_refused(
    server: ReviewServer, headers: dict[str, str], body: bytes, status: int
) -> None:
    got, _, answer = asked(server, "POST", f"/{server.token}/reload", {**own(server), **headers}, body)
    assert got == status
    assert json.loads(answer)["error"]


@pytest.mark.parametrize(
    ("what", "body", "status"),
    [
        ("nothing", {}, 404),
        ("../fix", {}, 404),
        ("fix", {}, 400),
        ("fix", {"key": "x", "way": 0}, 409),
        ("fix", {"key": "x", "way": True}, 400),
        ("fix", {"key": 1, "way": 0}, 400),
        ("dismiss", {"key": "x", "scope": "place", "reason": "r"}, 409),
        ("dismiss", {"key": "x", "scope": "place", "reason": "r" * 501}, 400),
        ("dismiss", {"key": "x", "scope": "place", "reason": "r", "until": "tomorrow"}, 400),
        ("add", {}, 400),
        ("add", {"one": "Novotny"}, 400),
        ("paste", {"name": "a.txt", "text": " "}, 400),
        ("paste", {"name": "a.txt", "text": "x" * 1_500_001}, 400),
        ("save", {}, 409),
        ("undo", {}, 409),
    ],
)
def test_a_wrong_request_is_told_what_is_wrong(
    server: ReviewServer, what: str, body: dict[str, Any], status: int
) -> None:
    got, answer = sent(server, what, body)
    assert got == status
    assert answer["error"]
    assert "Traceback" not in answer["error"]


@pytest.mark.parametrize(
    "name",
    ["../a.txt", "a/b.txt", "/a.txt", ".a.txt", "a.yml", "a.txt\n", "..", "", "a\\b.txt/", "C:\\a.txt", "a.txt\x00"],
)
def test_a_text_cannot_be_called_like_a_path(server: ReviewServer, name: str) -> None:
    status, answer = sent(server, "paste", {"name": name, "text": "Some words."})
    assert status == 400 or (status == 200 and name.strip() == "a.txt"), answer
    sent(server, "forget", {})
    assert not list(folder_of(server).rglob("a*.txt"))


def test_decisions_come_back_with_the_data(server: ReviewServer) -> None:
    key = key_of(server.desk, "names/misspelled")
    status, answer = sent(server, "mark", {"key": key, "on": True, "note": "Ask her", "by": "Ada"})
    assert status == 200
    assert answer["data"]["marks"][key]["note"] == "Ask her"
    _, _, changes = asked(server, "GET", f"/{server.token}/changes")
    assert json.loads(changes)["revision"] == answer["data"]["live"]["revision"]
    assert sent(server, "mark", {"key": key, "on": False})[1]["data"]["marks"] == {}


def test_many_pages_at_once_lose_nothing(server: ReviewServer) -> None:
    keys = [one["key"] for one in server.desk.page("")["findings"]]
    senders = [threading.Thread(target=sent, args=(server, "mark", {"key": key, "on": True})) for key in keys]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert set(server.desk.page("")["marks"]) == set(keys)
    for key in keys:
        sent(server, "mark", {"key": key, "on": False})


def test_a_browser_that_hangs_up_harms_nobody(server: ReviewServer, capfd: pytest.CaptureFixture[str]) -> None:
    with socket.create_connection((LOOPBACK, server.server_address[1])) as line:
        line.sendall(f"POST /{server.token}/reload HTTP/1.1\r\nHost: {server.hosts[0]}\r\nContent-Le".encode())
    assert asked(server, "GET", f"/{server.token}/changes")[0] == 200
    assert capfd.readouterr().err == ""
