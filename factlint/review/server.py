"""The server of the review page: for the browser of this machine alone.

It listens on loopback. A request must name this server as its host, come from its own page if it says where it comes
from, and know the secret in the address; one that changes anything must bring the secret in a header as well, which no
other page can make a browser send. No path of a request is ever a path of a file.
"""

from __future__ import annotations

import secrets
from hmac import compare_digest
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedReader, RawIOBase
from time import monotonic
from typing import TYPE_CHECKING, Any

from factlint.findings.wording import told
from factlint.reports.html.frame import page, policy
from factlint.reports.json import encoded
from factlint.review.actions import ACTIONS, BadRequestError
from factlint.text.problem import ProblemError

if TYPE_CHECKING:
    import socket

    from factlint.review.desk import Desk

LOOPBACK = "127.0.0.1"
TOKEN_HEADER = "X-Factlint-Token"  # noqa: S105 - the name of a header
_MOST_BYTES = 8_000_000
_OWN = "'self'"
_JSON, _HTML, _PLAIN = "application/json", "text/html", "text/plain"


class ReviewServer(ThreadingHTTPServer):
    """Serves one desk. ``port`` 0 takes a free one; ``url`` is the page's address with its secret."""

    daemon_threads = True
    patience = 20.0
    """Seconds that a whole request may take to come, and an answer to be taken."""

    def __init__(self, desk: Desk, port: int = 0) -> None:
        super().__init__((LOOPBACK, port), _Handler)
        self.desk = desk
        self.token = secrets.token_urlsafe(24)
        own = self.server_address[1]
        self.hosts = (f"{LOOPBACK}:{own}", f"localhost:{own}")
        self.url = f"http://{self.hosts[0]}/{self.token}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that hangs up."""
        del request, client_address


class _Refusal(Exception):  # noqa: N818 - it is an answer, not a fault
    """Ends a request with a status and a line for whoever reads it."""

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status = status


class _InTime(RawIOBase):
    """What comes over a connection until a certain moment: one who sends a byte now and then holds nothing for ever."""

    def __init__(self, connection: socket.socket, patience: float) -> None:
        self._connection, self._patience = connection, patience
        self.renew()

    def renew(self) -> None:
        """Begin to wait for another request."""
        self._end = monotonic() + self._patience

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Raises TimeoutError where it is too late."""
        self._connection.settimeout(max(0.001, self._end - monotonic()))
        try:
            return self._connection.recv_into(buffer)
        finally:
            self._connection.settimeout(self._patience)


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        """Read no longer than the server has patience."""
        super().setup()
        self.connection.settimeout(self.server.patience)
        self.rfile.close()
        self._incoming = _InTime(self.connection, self.server.patience)
        self.rfile = BufferedReader(self._incoming)

    def handle_one_request(self) -> None:
        """Read a request in its own time, and answer it."""
        self._incoming.renew()
        super().handle_one_request()

    def do_GET(self) -> None:
        """The page, its data, or what has changed."""
        self._guarded(self._get)

    def do_POST(self) -> None:
        """One decision; the answer is the page's data as they then are."""
        self._guarded(self._post)

    def _get(self) -> None:
        what = self._asked()
        desk = self.server.desk
        if what == "":
            self._answer(HTTPStatus.OK, _HTML, page(desk.page(self.server.token), connect=_OWN))
        elif what == "data":
            self._tell(HTTPStatus.OK, desk.page(self.server.token))
        elif what == "changes":
            self._tell(HTTPStatus.OK, desk.changes())
        else:
            raise _Refusal(HTTPStatus.NOT_FOUND, "there is nothing here")

    def _post(self) -> None:
        what = self._asked()
        if self.headers.get("Origin") is None:
            raise _Refusal(HTTPStatus.FORBIDDEN, "this request does not say which page it comes from")
        if not _equal(self.headers.get(TOKEN_HEADER, ""), self.server.token):
            raise _Refusal(HTTPStatus.FORBIDDEN, "open the page by the address that factlint review printed")
        sent = self._sent()
        action = ACTIONS.get(what)
        if action is None:
            raise _Refusal(HTTPStatus.NOT_FOUND, "there is no such action")
        try:
            said = action(self.server.desk, sent)
        except BadRequestError as error:
            raise _Refusal(HTTPStatus.BAD_REQUEST, str(error)) from None
        except ProblemError as error:
            raise _Refusal(HTTPStatus.CONFLICT, "\n".join(map(told, error.problems))) from None
        self._tell(HTTPStatus.OK, {"said": said, "data": self.server.desk.page(self.server.token)})

    # -- who asks, and for what

    def _asked(self) -> str:
        """What is asked for, once it is known that our page asks."""
        if self.headers.get("Host", "") not in self.server.hosts or len(self.headers.get_all("Host", [])) != 1:
            raise _Refusal(HTTPStatus.MISDIRECTED_REQUEST, "this server answers to its own address only")
        origin = self.headers.get("Origin")
        if origin is not None and origin != f"http://{self.headers['Host']}":
            raise _Refusal(HTTPStatus.FORBIDDEN, "this request comes from another page")
        if self.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none"):
            raise _Refusal(HTTPStatus.FORBIDDEN, "this request comes from another page")
        _, _, rest = self.path.partition("/")
        token, slash, what = rest.partition("/")
        if not slash or not _equal(token, self.server.token):
            raise _Refusal(HTTPStatus.NOT_FOUND, "open the page by the address that factlint review printed")
        return what

    def _sent(self) -> dict[str, Any]:
        import json

        if self.headers.get_content_type() != _JSON or self.headers.get("Transfer-Encoding"):
            raise _Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "send JSON")
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()):
            raise _Refusal(HTTPStatus.LENGTH_REQUIRED, "say how long it is")
        if len(length) > len(str(_MOST_BYTES)) or int(length) > _MOST_BYTES:
            raise _Refusal(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "this is too long: the longest text has 1,500,000 characters"
            )
        try:
            sent = json.loads(self.rfile.read(int(length)))
        except (ValueError, RecursionError):
            raise _Refusal(HTTPStatus.BAD_REQUEST, "this is no JSON") from None
        if not isinstance(sent, dict):
            raise _Refusal(HTTPStatus.BAD_REQUEST, "send an object")
        return sent

    # -- answers

    def _guarded(self, answer: Any) -> None:
        try:
            answer()
        except _Refusal as refusal:
            # What was sent may not have been read: the connection must not be used again.
            self.close_connection = True
            self._tell(refusal.status, {"error": str(refusal)})
        except OSError:
            self.close_connection = True
        except Exception as error:  # noqa: BLE001 - the page must get an answer
            self.close_connection = True
            message = f"this is a bug in factlint; please report it: {type(error).__name__}"
            self._tell(HTTPStatus.INTERNAL_SERVER_ERROR, {"error": message})

    def _tell(self, status: HTTPStatus, value: object) -> None:
        self._answer(status, _JSON, encoded(value))

    def _answer(self, status: HTTPStatus, kind: str, text: str) -> None:
        data = text.encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Security-Policy", f"{policy(connect=_OWN)}; frame-ancestors 'none'")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Cache-Control", "no-store")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(data)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the base class refuses goes out with our guards as well, and repeats nothing of the request."""
        del message, explain
        self.close_connection = True
        status = HTTPStatus(code)
        self._tell(status, {"error": status.phrase})

    def version_string(self) -> str:
        """Nothing about the versions of the machine."""
        return "factlint"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name of the base class
        """Say nothing of each request."""


def _equal(one: str, other: str) -> bool:
    return compare_digest(one.encode("utf-8", "surrogateescape"), other.encode("utf-8"))
