"""Where exactly a link names what it leads to: in `[[…]]`, behind `](`, or in its definition."""

import re
from urllib.parse import quote, unquote

from zorgpact_site.diagnostics import Location
from zorgpact_site.editing.original import Doubt, Original, Splice, Unsafe

_WIKI = re.compile(r"\[\[(?P<space>\s*)(?P<target>[^\[\]|#\n\\]*[^\[\]|#\n\\\s])?")
_INLINE = re.compile(r"\]\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s<>()]+(?:\([^\s()]*\))*))")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s*<?(?P<bare>[^\s<>]+)", re.MULTILINE)
_KEPT = "/:@!$&'*+,;=~"


def relinked(original: Original, where: Location, typed: str, target: str) -> Splice:
    """The splice that lets a link lead to `target` instead of `typed`, both without `#anchor`.

    Links by name and by path are told apart by how the link starts. Unsafe when the file does
    not hold such a link at this place.
    """
    start, _end = original.span(where)
    if original.content.startswith("[[", start):
        return _wiki(original, start, typed, target)
    splice = _destination(original, start, typed, target)
    if splice is None:
        splice = _in_row(original, where, typed, target)
    return splice


def _wiki(original: Original, start: int, typed: str, target: str) -> Splice:
    match = _WIKI.match(original.content, start)
    if match is None or (match["target"] or "") != typed:
        raise Unsafe(Doubt.NO_LINK)
    return Splice(match.start("target"), match.end("target"), target)


def _destination(original: Original, start: int, typed: str, target: str) -> Splice | None:
    """Behind the words of the link, else in a definition such as `[label]: path`."""
    text = original.content
    block_end = text.find("\n\n", start)
    for match in _INLINE.finditer(text, start, block_end if block_end >= 0 else len(text)):
        group = "angled" if match["angled"] is not None else "bare"
        splice = _same(match, group, typed, target)
        if splice is not None:
            return splice
    for match in _DEFINITION.finditer(text):
        splice = _same(match, "bare", typed, target)
        if splice is not None:
            return splice
    return None


def _same(match: re.Match[str], group: str, typed: str, target: str) -> Splice | None:
    """The splice when this destination is the typed one; spaces and the like are escaped."""
    path = match[group].partition("#")[0]
    start = match.start(group)
    escaped = quote(target, safe=_KEPT) if group == "bare" else target
    new = escaped if escaped.isascii() and (" " in target or "(" in target) else target
    return Splice(start, start + len(path), new) if unquote(path) == typed else None


def _in_row(original: Original, where: Location, typed: str, target: str) -> Splice:
    """In a table the place may be that of the row; then the name must stand there once."""
    start = original.offset(where.line)
    row = original.text.line(where.line)
    found = [one for one in _WIKI.finditer(row) if (one["target"] or "") == typed]
    if len(found) != 1:
        raise Unsafe(Doubt.NO_LINK)
    return Splice(start + found[0].start("target"), start + found[0].end("target"), target)
