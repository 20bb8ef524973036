"""One question to one address: its answer's first lines, and nothing of the page itself."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from threading import Event, Timer
from urllib.parse import quote, urlsplit

from zorgpact_site.outside import Cause
from zorgpact_site.visiting.reaching import Failed, cause_of, is_public, reach

_WHOLE = 3  # times the seconds of one step: no answer may drip in for longer
_KEPT = "!#$%&'()*+,/:;=?@[]~"


@dataclass(frozen=True, slots=True)
class Response:
    """How a server answered; `location` and `retry_after` are as it sent them.

    `near` says that it is in a private network.
    """

    status: int
    location: str = ""
    retry_after: str = ""
    near: bool = False


class _Secure(HTTPConnection):
    """What is said over a line that has TLS already."""

    default_port = 443


def ask(
    url: str, method: str, *, agent: str, seconds: float, allow_local: bool = False
) -> Response:
    """Ask for an address without cookies or credentials. The page is not fetched.

    Of a `GET` only status and headers are read before the connection is closed, so that no
    answer can be too large, nor be packed in a harmful way. Raises Failed.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        target = quote(parts.path or "/", safe=_KEPT)
        target += f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
    except ValueError:
        raise Failed(Cause.ODD) from None
    secure = parts.scheme == "https"
    port = port or (443 if secure else 80)
    line = reach(host, port, seconds=seconds, secure=secure, allow_local=allow_local)
    near = _is_near(line)
    kind = _Secure if secure else HTTPConnection
    with _closing(line, seconds * _WHOLE):
        try:
            connection = kind(host.encode("idna").decode() if ":" not in host else host, port)
            connection.sock = line
            headers = {"User-Agent": agent, "Accept": "*/*", "Connection": "close"}
            connection.request(method, target, headers=headers)
            answer = connection.getresponse()
        except (OSError, HTTPException, ValueError) as error:
            raise Failed(cause_of(error), near=near) from None
    location, later = answer.getheader("Location"), answer.getheader("Retry-After")
    return Response(answer.status, _utf8(location), later or "", near)


def _is_near(line: socket.socket) -> bool:
    """Whether the other end is in a private network; of one that is gone already nobody knows."""
    with suppress(OSError):
        return not is_public(str(line.getpeername()[0]))
    return False


@contextmanager
def _closing(line: socket.socket, seconds: float) -> Iterator[None]:
    """Close a connection in the end, and break it off when that takes too long.

    What was heard until then is no answer. Raises Failed.
    """
    broken = Event()
    late = Timer(seconds, _break, [line, broken])
    late.daemon = True
    late.start()
    try:
        yield
    except Failed:
        if not broken.is_set():
            raise
    finally:
        late.cancel()
        line.close()
    if broken.is_set():
        raise Failed(Cause.SLOW)


def _break(line: socket.socket, broken: Event) -> None:
    broken.set()
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


def _utf8(header: str | None) -> str:
    """A header as servers mean it: the library takes every byte for a sign of its own."""
    return (header or "").encode("latin-1", "replace").decode("utf-8", "replace").strip()
