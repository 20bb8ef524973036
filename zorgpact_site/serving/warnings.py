"""Warnings in the preview: their number at the corner of each page, and a page that tells them.

Only what is served has them: the files of the preview are those of a build.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from importlib import resources

# The published tree has no hidden folders, so no page of the site can have these addresses.
ADDRESS = "/.zorgpact/warnings"
STYLE_ADDRESS = "/.zorgpact/badge.css"
_HEAD_END = re.compile(rb"</head\s*>", re.IGNORECASE)
_BODY_END = re.compile(rb"</body\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Warnings:
    """Their number in words, and the page that tells them; both empty when there are none."""

    label: str = ""
    page: bytes = b""


def with_badge(html: bytes, warnings: Warnings) -> bytes:
    """Put the number of warnings on a page; by files of our own, as inline breaks a strict CSP."""
    head, body = _HEAD_END.search(html), _BODY_END.search(html)
    if not warnings.label or head is None or body is None:
        return html
    style = f'<link rel="stylesheet" href="{STYLE_ADDRESS}">'.encode()
    badge = f'<a class="zorgpact-warnings" href="{ADDRESS}">{escape(warnings.label)}</a>'.encode()
    start, end = head.start(), body.start()
    return html[:start] + style + html[start:end] + badge + html[end:]


def style() -> bytes:
    """The style of the badge."""
    return (resources.files("zorgpact_site.serving") / "badge.css").read_bytes()
