"""What no published file may hold, whatever was laid into the site: judged as its readers read."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator

from lxml import etree
from selectolax.lexbor import LexborHTMLParser, LexborNode

# What fetches, runs or frames; a page of ours has none of it but scripts that are files.
_NEVER = frozenset({"iframe", "frame", "object", "embed", "applet", "base", "portal", "style"})
_ASKS = frozenset({"src", "srcset", "poster", "data", "background", "action", "formaction"})
_LEADS = re.compile(r"(?:https?://|mailto:|tel:|(?![a-z][a-z0-9+.-]*:|//))", re.IGNORECASE)
_OWN = re.compile(r"(?![a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_DATA = "application/ld+json"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Signs that turn text around, or that no file of text may hold.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ufffe\uffff]")
_CALENDAR_LINE = re.compile(r"[A-Z][A-Z-]*(?:;[A-Z-]+=[^:;]+)*:.*")


def unsafe_in(path: str, data: bytes) -> list[str]:
    """Everything in a file that runs, fetches, or is not what the file is meant to be."""
    ending = path.rpartition(".")[2]
    judge = _JUDGES.get(ending)
    if judge is None:
        return []
    text = data.decode("utf-8")
    return [f"{path}: {one}" for one in (*judge(text), *_UNSEEN.findall(text))]


def _html(text: str) -> Iterator[str]:
    """A page, as browsers make a tree of it."""
    for node in LexborHTMLParser(text).css("*"):
        yield from _element(node)


def _element(node: LexborNode) -> Iterator[str]:
    tag, attributes = node.tag or "", {key: one or "" for key, one in node.attributes.items()}
    if tag in _NEVER or (tag == "meta" and "http-equiv" in attributes and not _moves(attributes)):
        yield f"<{tag}>"
    if tag == "script" and "src" not in attributes:
        if attributes.get("type") != _DATA:
            yield "a script in the page"
        json.loads(node.text())
    for key, value in attributes.items():
        if key.startswith("on") or key in {"style", "srcdoc", "ping"}:
            yield f"<{tag} {key}>"
        elif key in _ASKS or (key.endswith("href") and tag != "a"):
            mine = _OWN.match(value) or (tag == "link" and attributes.get("rel") == "canonical")
            if not mine:
                yield f'<{tag} {key}="{value}">'
        elif key == "href" and not _LEADS.match(value.strip()):
            yield f'<{tag} {key}="{value}">'


def _moves(attributes: dict[str, str]) -> bool:
    """Whether this is the way of an old address to the page that took its place."""
    wait, _, address = attributes.get("content", "").partition("url=")
    return wait.strip() == "0;" and bool(_OWN.match(address))


def _xml(text: str) -> Iterator[str]:
    tree = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False))
    if tree.getroottree().docinfo.doctype:
        yield "a document type"
    for node in tree.iter():
        if not isinstance(node.tag, str):
            yield f"{node}"
        elif node.get("type") == "html":
            yield from _html(node.text or "")


def _json(text: str) -> Iterator[str]:
    told = json.loads(text)
    for item in told.get("items", ()):
        yield from _html(item.get("content_html", ""))


def _csv(text: str) -> Iterator[str]:
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    if len({len(row) for row in rows}) != 1:
        yield "rows of unequal length"
    for row in rows:
        yield from (cell for cell in row if cell.startswith(_FORMULA) and not _number(cell))


def _number(cell: str) -> bool:
    return bool(re.fullmatch(r"-?\d+(?:,\d+)?", cell))


def _calendar(text: str) -> Iterator[str]:
    if text.replace("\r\n", "").count("\r") or text.replace("\r\n", "").count("\n"):
        yield "a line end that is none"
    lines = text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    yield from (line for line in lines if not _CALENDAR_LINE.fullmatch(line))
    open_ones: list[str] = []
    for line in lines:
        if line.startswith("BEGIN:"):
            open_ones.append(line.removeprefix("BEGIN:"))
        elif line.startswith("END:") and open_ones.pop() != line.removeprefix("END:"):
            yield line
    if {"VALARM", "VTODO"} & set(re.findall(r"^BEGIN:(\w+)", "\n".join(lines), re.MULTILINE)):
        yield "a part that we never write"


_JUDGES: dict[str, Callable[[str], Iterator[str]]] = {
    "html": _html,
    "atom": _xml,
    "xml": _xml,
    "json": _json,
    "csv": _csv,
    "ics": _calendar,
}
