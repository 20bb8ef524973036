"""Reads what pages tell programs, as a browser finds it in them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

SELECTOR = 'script[type="application/ld+json"]'


def blocks_of(html: str) -> list[Any]:
    """Every block of data on a page; raises ValueError for one that is no JSON."""
    return [json.loads(one.text()) for one in LexborHTMLParser(html).css(SELECTOR)]


def told_by(html: str) -> Any:
    """The one block of a page; None when it has none."""
    blocks = blocks_of(html)
    assert len(blocks) <= 1
    return blocks[0] if blocks else None


@cache
def documents(folder: Path) -> dict[str, Any]:
    """The blocks of all pages below a folder, by the path of the page; None for those without."""
    return {
        str(path.relative_to(folder)): told_by(path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.html"))
    }


def only(document: Any, kind: str) -> Any:
    """The one node of a type at the top of a graph."""
    (found,) = [one for one in document["@graph"] if one["@type"] == kind]
    return found
