"""Reads `_headers` and `_redirects` as the documentation of hosts tells, apart from our writers.

Sources: Netlify, Custom headers, and Redirects and rewrites; Cloudflare Pages, Headers, and
Redirects; GitLab Pages, Redirects.
"""

import re
from dataclasses import dataclass
from urllib.parse import unquote


@dataclass(frozen=True)
class Line:
    """A redirect: from where, to where, how."""

    old: str
    to: str
    status: str


def read_redirects(text: str) -> list[Line]:
    """Each line has three words; comments and empty lines are passed over."""
    rows = [line.split() for line in text.splitlines() if line.strip() and line[0] != "#"]
    lines = [Line(*row) for row in rows]
    for one in lines:
        assert one.old.startswith("/"), one
        assert one.to.startswith("/"), one
        assert not set("*?#") & set(one.old + one.to), one
        assert "/:" not in one.old, one
        assert f"{one.old} {one.to} {one.status}".isascii(), one
        assert len(f"{one.old} {one.to} {one.status}") <= 1000, one  # Cloudflare Pages
    return lines


def led_to(lines: list[Line], path: str) -> str | None:
    """Where a host leads a path, by its signs and not by how those are encoded."""
    return next((unquote(one.to) for one in lines if unquote(one.old) == path), None)


def read_headers(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """A pattern on a line of its own, its headers indented below."""
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for line in text.splitlines():
        assert len(line) <= 2000  # Cloudflare Pages
        if not line.strip() or line.startswith("#"):
            continue
        if not line[0].isspace():
            assert line.startswith("/"), line
            assert line.count("*") <= 1, line  # Cloudflare Pages
            rules.append((line, []))
        else:
            name, _, value = line.strip().partition(": ")
            assert re.fullmatch(r"[A-Z][A-Za-z-]+", name), line
            rules[-1][1].append((name, value))
    assert len(rules) <= 100  # Cloudflare Pages
    return rules


def sent(rules: list[tuple[str, list[tuple[str, str]]]], path: str) -> dict[str, str]:
    """The headers of a path; a name that comes twice is joined, as hosts do."""
    found: dict[str, str] = {}
    for pattern, headers in rules:
        before, _, after = pattern.partition("*")
        if re.fullmatch(f"{re.escape(before)}.*{re.escape(after)}", path):
            for name, value in headers:
                found[name] = f"{found[name]}, {value}" if name in found else value
    return found
