"""What nginx is told: a map of redirects, and the headers and types of a site's files."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from zorgpact_site.planning.hosting.headers import FRESH
from zorgpact_site.planning.hosting.media_types import is_textual
from zorgpact_site.planning.views.hosting import HeaderRule, Headers, NginxMap, NginxSite

_TYPE = "Content-Type"
_MAP_HEAD = """\
# Where old addresses lead. Made by zorgpact; put in the http block of nginx, before the server:
#     include /path/to/output/_nginx/redirects.map;
"""
_SITE_HEAD = """\
# Headers, types and redirects of a site. Made by zorgpact; put in the server block of nginx:
#     include /path/to/output/_nginx/site.conf;
# It names all that it sends: add_header in a block drops those of the block around it.
"""
# Signs of a path that mean nothing to nginx, not in a string and not in a regular expression.
_HARMLESS = re.compile(rb"[A-Za-z0-9/_]")


def nginx_map(view: NginxMap) -> bytes:
    """A map from the address that is asked for to the one it leads to; empty for all others.

    As regular expressions, because those have no bounds that a long address could break; they
    overlook capitals and take the address with its slash, without it and with `index.html`.
    Source: ngx_http_map_module.
    """
    lines = [_MAP_HEAD, f"map $uri ${view.variable} {{\n", '    default "";\n']
    for one in view.redirects:
        old = one.old.removesuffix("/")
        tail = r"(?:/(?:index\x2ehtml)?)?" if one.old != old else ""
        to = quote(f"{view.root}{one.to}", safe="/")
        lines.append(f'    "~*^{pattern(view.root + old)}{tail}$" "{to}";\n')
    return "".join([*lines, "}\n"]).encode()


def nginx_site(view: NginxSite) -> bytes:
    """Everything for the server block but where the files lie, and the names and certificates."""
    everywhere, *others = view.rules
    parts = (
        _SITE_HEAD,
        _serving(view),
        "".join(_headers((*everywhere.headers, FRESH), "")),
        f"\nif (${view.variable}) {{ return 301 ${view.variable}$is_args$args; }}\n",
        "\n# Not for readers.\n",
        *_refused(view.root),
        *_locations(view, everywhere.headers, others),
    )
    return "".join(parts).encode()


def pattern(path: str) -> str:
    """A path for a regular expression: all but the most harmless signs as their bytes."""
    return "".join(
        chr(byte) if _HARMLESS.match(bytes([byte])) else f"\\x{byte:02x}" for byte in path.encode()
    )


def _serving(view: NginxSite) -> str:
    textual = sorted({one for one in view.types.values() if is_textual(one)} - {"text/html"})
    textual.append("application/feed+json")
    types = "".join(f"    {kind} {ending};\n" for ending, kind in view.types.items())
    return f"""\
index index.html;
absolute_redirect off;
error_page 404 "{quote(view.root, safe="/")}404.html";
charset utf-8;
charset_types {" ".join(textual)};
default_type application/octet-stream;
types {{
{types}}}
gzip on;
gzip_vary on;
gzip_min_length 1024;
gzip_types {" ".join(textual)};
{_STATIC if view.compressed else ""}
"""


_STATIC = """\
gzip_static on;
# With the package libnginx-mod-http-brotli-static:
# brotli_static on;
"""


def _headers(headers: Headers, indent: str) -> Iterator[str]:
    return (f'{indent}add_header {name} "{value}" always;\n' for name, value in headers)


def _refused(root: str) -> Iterable[str]:
    start = pattern(root)
    yield f'location ~ "^{start}404\\x2ehtml$" {{ internal; }}\n'
    yield f'location ~ "^{start}(?:_nginx/|_headers$|_redirects$)" {{ return 404; }}\n'
    yield f'location ~ "^{start}(?:.*/)?\\.(?!well-known/)" {{ return 404; }}\n'


def _locations(view: NginxSite, everywhere: Headers, rules: Iterable[HeaderRule]) -> Iterator[str]:
    """A block for all addresses with the same headers, which those for every address join."""
    alike: defaultdict[tuple[str, Headers], list[str]] = defaultdict(list)
    for rule in rules:
        own = dict(rule.headers)
        kind = own.pop(_TYPE, "")
        known = view.types.get(rule.end.rpartition(".")[2], "")
        own.setdefault(*FRESH)
        where = f"{pattern(rule.start)}.*{pattern(rule.end)}"
        unknown = kind if kind.partition(";")[0] != known else ""
        alike[unknown, tuple(own.items())].append(where)
    for (kind, headers), patterns in alike.items():
        typed = f'    types {{ }}\n    default_type "{kind}";\n' if kind else ""
        lines = "".join(_headers((*everywhere, *headers), "    "))
        where = f"^{pattern(view.root)}(?:{'|'.join(patterns)})$"
        yield f'\nlocation ~ "{where}" {{\n{typed}{lines}}}\n'
