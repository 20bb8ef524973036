"""The files in which hosts read redirects and headers."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from urllib.parse import unquote, urlsplit

from zorgpact_site.model.settings import Host, Settings
from zorgpact_site.model.site import Site
from zorgpact_site.planning.hosting.headers import header_rules
from zorgpact_site.planning.hosting.media_types import MEDIA_TYPES
from zorgpact_site.planning.hosting.redirects import redirects
from zorgpact_site.planning.page import DataFile, Form
from zorgpact_site.planning.views import (
    HeadersFile,
    NginxMap,
    NginxSite,
    RedirectsFile,
    TextFile,
)
from zorgpact_site.planning.views.hosting import Redirect
from zorgpact_site.web_addresses import FROM_DISK

HEADERS = "_headers"
REDIRECTS = "_redirects"
NGINX = "_nginx/"
NO_JEKYLL = ".nojekyll"
_EVERY = frozenset({None})
_NO_NAME = re.compile(r"[^a-z0-9]+")


def host_files(site: Site, files: Iterable[DataFile]) -> Iterator[DataFile]:
    """The files for the host of a site, which knows its other `files`.

    While the host is not known they are made for every host, in the form that harms nowhere. A
    site to be read from disk has no host.
    """
    settings = site.settings
    host = settings.publication.host
    if settings.base_url == FROM_DISK:
        return
    found = redirects(site, files)
    rules = header_rules(settings.sections)
    root = root_of(settings)
    if host in _EVERY | {Host.NETLIFY, Host.CLOUDFLARE}:
        yield DataFile(HEADERS, Form.HEADERS, partial(HeadersFile, root, rules))
    told = tuple(one for one in found if can_be_told(one))
    if told and host in _EVERY | {Host.NETLIFY, Host.CLOUDFLARE, Host.GITLAB}:
        # Elsewhere the sign for that is a mistake; there a file at the old address goes first
        # without it, and the page at that address leads on just as well.
        forced = host is Host.NETLIFY
        yield DataFile(REDIRECTS, Form.REDIRECTS, partial(RedirectsFile, root, told, forced))
    if host in _EVERY | {Host.NGINX}:
        name = _variable(settings)
        compressed = settings.publication.compress
        conf = partial(NginxSite, root, name, rules, dict(MEDIA_TYPES), compressed)
        moved = partial(NginxMap, root, name, found)
        yield DataFile(f"{NGINX}redirects.map", Form.NGINX_MAP, moved)
        yield DataFile(f"{NGINX}site.conf", Form.NGINX_SITE, conf)
    if host in _EVERY | {Host.GITHUB}:
        # Else GitHub Pages leaves out what starts with a low line, and takes long to do so.
        yield DataFile(NO_JEKYLL, Form.TEXT, partial(TextFile, ""))


def is_for_hosts(address: str) -> bool:
    """Whether a file is for the host alone, never for readers."""
    return address in {HEADERS, REDIRECTS, NO_JEKYLL} or address.startswith(NGINX)


def root_of(settings: Settings) -> str:
    """The path of the site at its host, with a slash on both sides."""
    path = unquote(urlsplit(settings.base_url).path)
    return f"/{path.strip('/')}/" if path.strip("/") else "/"


def can_be_told(redirect: Redirect) -> bool:
    """Whether a line of `_redirects` can hold it: there a star stands for anything."""
    return "*" not in redirect.old


def _variable(settings: Settings) -> str:
    """A name for nginx that two sites on one machine do not share."""
    parts = urlsplit(settings.base_url)
    own = _NO_NAME.sub("_", f"{parts.netloc}{parts.path}".lower()).strip("_")
    return f"zorgpact_{own}" if own else "zorgpact"
