"""What hosts are told: where old addresses lead, and which headers go with a file."""

from collections.abc import Mapping
from dataclasses import dataclass

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that a page or file once had, and its present one, both without first slash."""

    old: str
    to: str


@dataclass(frozen=True, slots=True)
class HeaderRule:
    """Headers for every address on this site that starts and ends so; both may be empty."""

    start: str
    end: str
    headers: Headers

    def fits(self, address: str) -> bool:
        """Whether an address, without its first slash, gets these headers."""
        long_enough = len(address) >= len(self.start) + len(self.end)
        return long_enough and address.startswith(self.start) and address.endswith(self.end)


@dataclass(frozen=True, slots=True)
class RedirectsFile:
    """Redirects for a host that reads `_redirects`.

    `root` is the path of the site with slashes around it. With `forced` a redirect holds though
    a file lies at the old address.
    """

    root: str
    redirects: tuple[Redirect, ...]
    forced: bool


@dataclass(frozen=True, slots=True)
class HeadersFile:
    """Headers for a host that reads `_headers`; `root` as in `RedirectsFile`."""

    root: str
    rules: tuple[HeaderRule, ...]


@dataclass(frozen=True, slots=True)
class NginxMap:
    """Redirects for nginx, as a map named `variable`; `root` as in `RedirectsFile`."""

    root: str
    variable: str
    redirects: tuple[Redirect, ...]


@dataclass(frozen=True, slots=True)
class NginxSite:
    """All else that nginx needs to know of a site.

    `rules` start with the one for every address; `types` are the kinds of file by ending. With
    `compressed` there are `.gz` files to serve.
    """

    root: str
    variable: str
    rules: tuple[HeaderRule, ...]
    types: Mapping[str, str]
    compressed: bool
