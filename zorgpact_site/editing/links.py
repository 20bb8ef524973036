"""Where exactly a link names what it leads to: in `[[…]]`, behind `](`, or in its definition."""

import re
from urllib.parse import quote, unquote

from zorgpact_site.diagnostics import Location
from zorgpact_site.editing.original import Doubt, Original, Splice, Unsafe

_WIKI = re.compile(r"\[\[(?P<space>\s*)(?P<target>[^\[\]|#\n\\]*[^\[\]|#\n\\\s])?")
_INLINE = re.compile(r"\]\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s<>()]+(?:\([^\s()]*\))*))")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s*<?(?P<bare>[^\s<>]+)", re.MULTILINE)
_ANCHOR = re.compile(r"#[^\s\[\]()|<>\\]*")
# A bracket, or what may hold one that is none: a sign that is escaped, and code.
_BRACKET = re.compile(r"\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|[\[\]]", re.DOTALL)
_NOT_BARE = frozenset(" ()")  # end an address that stands without `<` and `>`
_KEPT = "/:@!$&'*+,;=~"


def relinked(original: Original, where: Location, typed: str, target: str) -> Splice:
    """The splice that lets a link lead to `target` instead of `typed`, both without `#anchor`.

    Links by name and by path are told apart by how the link starts. Unsafe when the file does
    not hold such a link at this place.
    """
    start, _end = original.span(where)
    if original.content.startswith("[[", start):
        return _wiki(original, start, typed, target)
    splice = _destination(original.content, start, typed, target)
    return splice or _in_row(original, where, typed, target)


def with_anchor(original: Original, splice: Splice, anchor: str) -> Splice:
    """The same splice, which gives the anchor behind the target way to another too."""
    match = _ANCHOR.match(original.content, splice.end)
    if match is None:
        raise Unsafe(Doubt.NO_LINK)
    return Splice(splice.start, match.end(), f"{splice.text}#{anchor}")


def _wiki(original: Original, start: int, typed: str, target: str) -> Splice:
    match = _WIKI.match(original.content, start)
    if match is None or (match["target"] or "") != typed:
        raise Unsafe(Doubt.NO_LINK)
    return Splice(match.end() - len(typed), match.end(), target)


def _destination(text: str, start: int, typed: str, target: str) -> Splice | None:
    """Behind the words of the link, else in a definition such as `[label]: path`."""
    match = _INLINE.match(text, _closing_bracket(text, start))
    if match is not None:
        group = "angled" if match["angled"] is not None else "bare"
        return _same(match, group, typed, target)
    found = (_same(match, "bare", typed, target) for match in _DEFINITION.finditer(text))
    return next((splice for splice in found if splice), None)


def _closing_bracket(text: str, start: int) -> int:
    """Where the bracket stands that closes the one at `start`; the end of the text if nowhere."""
    depth = 0
    for match in _BRACKET.finditer(text, start):
        depth += (match[0] == "[") - (match[0] == "]")
        if match[0] == "]" and depth <= 0:
            return match.start()
    return len(text)


def _same(match: re.Match[str], group: str, typed: str, target: str) -> Splice | None:
    """The splice when this destination is the typed one; spaces and the like are escaped."""
    path = match[group].partition("#")[0]
    start = match.start(group)
    ends = group == "bare" and not _NOT_BARE.isdisjoint(target)
    new = quote(target, safe=_KEPT) if ends else target
    return Splice(start, start + len(path), new) if unquote(path) == typed else None


def _in_row(original: Original, where: Location, typed: str, target: str) -> Splice:
    """In a table the place may be that of the row; then the name must stand there once."""
    start = original.offset(where.line)
    row = original.text.line(where.line)
    found = [one for one in _WIKI.finditer(row) if (one["target"] or "") == typed]
    if len(found) != 1:
        raise Unsafe(Doubt.NO_LINK)
    return Splice(start + found[0].start("target"), start + found[0].end("target"), target)
