"""A connection to a host, but never to what lies in a private network.

A link in a proposed text must not make the machine that checks it look at its own neighbours.
So a name is resolved once, each of its addresses is judged, and just those are connected to.
"""

import errno
import socket
import ssl
from functools import cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from zorgpact_site.outside import Cause

_AT_MOST = 3  # addresses of one name that are tried
_NAT64 = ip_network("64:ff9b::/96")
_AWAY = {errno.ENETUNREACH, errno.ENETDOWN}
_NO_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


class Failed(Exception):
    """There was no answer; `cause` tells why, `near` that the host is in a private network."""

    def __init__(self, cause: Cause, *, near: bool = False) -> None:
        super().__init__(cause)
        self.cause, self.near = cause, near


def reach(
    host: str, port: int, *, seconds: float, secure: bool, allow_local: bool
) -> socket.socket:
    """Connect to a host, with TLS when `secure`; each step takes at most so many seconds.

    Raises Failed.
    """
    try:
        name = host if ":" in host else host.encode("idna").decode("ascii")
        found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except UnicodeError:
        raise Failed(Cause.NO_HOST) from None
    except socket.gaierror as error:
        raise Failed(Cause.NO_HOST if error.errno in _NO_NAME else Cause.OFFLINE) from None
    places = list(dict.fromkeys((family, place) for family, *_rest, place in found))
    near = not all(is_public(str(place[0])) for _family, place in places)
    if near and not allow_local:
        raise Failed(Cause.PRIVATE, near=near)
    trouble = Failed(Cause.NO_CONNECTION, near=near)
    for family, place in places[:_AT_MOST]:
        try:
            return _connected(family, place, name, seconds, secure=secure)
        except (OSError, ValueError) as error:
            trouble = Failed(cause_of(error), near=near)
    raise trouble


def _connected(
    family: int, place: tuple[object, ...], name: str, seconds: float, *, secure: bool
) -> socket.socket:
    plain = socket.socket(family, socket.SOCK_STREAM)
    try:
        plain.settimeout(seconds)
        plain.connect(place)
        return _trust().wrap_socket(plain, server_hostname=name) if secure else plain
    except BaseException:
        plain.close()
        raise


@cache
def _trust() -> ssl.SSLContext:
    """The certificates that this machine trusts; they take a while to load."""
    return ssl.create_default_context()


def cause_of(error: Exception) -> Cause:
    """Why a connection was not made, or broke."""
    match error:
        case TimeoutError():
            return Cause.SLOW
        case ssl.SSLError():
            return Cause.INSECURE
        case OSError(errno=number) if number in _AWAY:
            return Cause.OFFLINE
        case OSError():
            return Cause.NO_CONNECTION
        case _:
            return Cause.ODD


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the internet at large, also when IPv6 wraps an IPv4 one."""
    found = ip_address(address.partition("%")[0])
    return all(one.is_global and not one.is_multicast for one in (found, *_wrapped(found)))


def _wrapped(address: IPv4Address | IPv6Address) -> tuple[IPv4Address, ...]:
    if isinstance(address, IPv4Address):
        return ()
    inside = (address.ipv4_mapped, address.sixtofour, *(address.teredo or ()))
    translated = IPv4Address(address.packed[-4:]) if address in _NAT64 else None
    return tuple(one for one in (*inside, translated) if one is not None)
