"""Links and pictures as in Markdown, which editors type where a property takes a name or a path."""

import re

from zorgpact_site.diagnostics import Diagnostic, Location, Replace, problem
from zorgpact_site.diagnostics import front_matter_rules as rules

_LINK = re.compile(r"(?P<sign>!?)\[(?P<name>[^\[\]]+)\]\((?P<path>[^()\s]*)\)")
_NAME_LINK = re.compile(r"\[\[(?P<name>[^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
_TAKES_PATH = re.compile(r"\b(?:file|src|url|website|to):[ ]+$")
_DOCUMENT = re.compile(r"\.(?:csv|docx?|od[pst]|pdf|pptx?|xlsx?)$", re.IGNORECASE)
_PLAIN = re.compile(r"\w[\w ./-]*")  # needs no quotation marks between braces


def link_in(text: str, start: Location) -> Diagnostic | None:
    """What was meant by the links in a line that begins at `start`, if there are any."""
    if match := _LINK.search(text):
        where, meant = span(start, match), _meant(text[: match.start()], match)
        rule = rules.TAG if match["sign"] else rules.LINK_IN_PROPERTY
        return problem(rule, where, near=(meant,), fix=(Replace(where, meant),))
    found = tuple(_NAME_LINK.finditer(text))
    if not found:
        return None
    names = ", ".join(match["name"].strip() for match in found)
    near = f"[{names}]" if len(found) > 1 else names
    return problem(rules.LINK_IN_PROPERTY, span(start, found[0]), near=(near,))


def span(start: Location, match: re.Match[str], group: str = "") -> Location:
    """Where what was found stands in the file, in a line that begins at `start`."""
    begin, end = match.span(group or 0)
    return Location(start.path, start.line, begin + 1, end - begin)


def _meant(before: str, match: re.Match[str]) -> str:
    """The path where only that fits, the name of a page, or both of a picture or a document."""
    name, path = match["name"].strip(), match["path"]
    if _TAKES_PATH.search(before):
        return path
    if match["sign"]:
        return f"{{src: {path}, alt: {_between_braces(name)}}}"
    if not _DOCUMENT.search(path):
        return name
    key = "url" if "://" in path else "file"
    return f"{{title: {_between_braces(name)}, {key}: {path}}}"


def _between_braces(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else f'"{text}"'
