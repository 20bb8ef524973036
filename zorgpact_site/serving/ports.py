"""A port of this machine for the preview, that only this machine can reach."""

from __future__ import annotations

import errno
import socket
from itertools import chain

LOCAL = "127.0.0.1"
_FIRST_FREE_FOR_ALL = 1024  # ports below it may be kept for the administrator
_LAST = 65535
_CALLERS = 128  # that may wait for the first build
_REFUSALS = frozenset({errno.EADDRINUSE, errno.EACCES})


class PortTaken(Exception):
    """`port` cannot be had; `free` can, or is 0 when there is none."""

    def __init__(self, port: int, free: int) -> None:
        super().__init__(port, free)
        self.port = port
        self.free = free


def claim(port: int) -> socket.socket:
    """Take a port and queue callers; port 0 takes any. Raises `PortTaken`."""
    found = _try(port)
    if found is None:
        raise PortTaken(port, _next_free(port))
    return found


def _try(port: int) -> socket.socket | None:
    try:
        found = socket.create_server((LOCAL, port), backlog=_CALLERS)
    except OSError as error:
        if error.errno in _REFUSALS:
            return None
        raise
    found.setblocking(False)
    return found


def _next_free(port: int) -> int:
    later = range(max(port + 1, _FIRST_FREE_FOR_ALL), _LAST + 1)
    for candidate in chain(later, range(_FIRST_FREE_FOR_ALL, port)):
        found = _try(candidate)
        if found is not None:
            found.close()
            return candidate
    return 0
