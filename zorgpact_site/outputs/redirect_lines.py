"""The files `_redirects` and `_headers`, as Netlify made them up and others took them over."""

from collections.abc import Iterator
from urllib.parse import quote

from zorgpact_site.planning.views.hosting import HeadersFile, Redirect, RedirectsFile

# What browsers leave as it is in a path. Source: URL Standard, path percent-encode set.
_PLAIN = "/!$&'()+,;=@[]|"


def redirect_lines(view: RedirectsFile) -> bytes:
    """One redirect a line: the old address, the present one, and that it is for good."""
    status = "301!" if view.forced else "301"
    root = quote(view.root, safe=_PLAIN)
    lines = [
        f"{root}{old} {root}{quote(one.to, safe=_PLAIN)} {status}\n"
        for one in view.redirects
        for old in _forms(one)
    ]
    return "".join(lines).encode()


def _forms(redirect: Redirect) -> Iterator[str]:
    """The old address with and without the slash behind it: not every host sees them as one."""
    old = quote(redirect.old, safe=_PLAIN)
    yield old
    if old.endswith("/"):
        yield old.removesuffix("/")


def header_lines(view: HeadersFile) -> bytes:
    """For each rule a pattern, and its headers indented below."""
    root = quote(view.root, safe=_PLAIN)
    blocks = []
    for rule in view.rules:
        # Without an ending the star stands last; a rule for one ending has it in between.
        pattern = f"{root}{quote(rule.start, safe=_PLAIN)}*{quote(rule.end, safe=_PLAIN)}"
        lines = "".join(f"  {name}: {value}\n" for name, value in rule.headers)
        blocks.append(f"{pattern}\n{lines}")
    return "\n".join(blocks).encode()
