"""Quotations that hold what was none, or start with `[!NOTE]`, which elsewhere makes a box."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from zorgpact_site.diagnostics import Diagnostic, Replace, problem
from zorgpact_site.diagnostics import literal_rules as rules
from zorgpact_site.diagnostics.block_rules import GLUED_TEXT
from zorgpact_site.fields.types import LINE_END, shown
from zorgpact_site.reading.markdown.lists import SENTENCE
from zorgpact_site.source import Text

_ALERT = re.compile(
    r"\[!(?P<name>NOTE|TIP|IMPORTANT|WARNING|CAUTION|INFO)\](?:[+-](?!\S))?", re.IGNORECASE
)
_ENDS = (".", "!", "?", "…", "”", '"')
_QUOTE = re.compile(r" {0,3}> ?")


def check_quotation(
    text: Text, tokens: list[Token], begin: int, first: int
) -> Iterator[Diagnostic]:
    """Tell of a sentence right below a quotation, which goes on in it, and of a box."""
    start, stop = tokens[begin].map or (0, 0)
    for line in range(start + first + 1, stop + first):
        above, typed = text.line(line - 1), text.line(line)
        if ">" in typed or not _QUOTE.match(above) or not SENTENCE.match(typed):
            continue
        if above.rstrip().endswith(_ENDS) and typed.rstrip().endswith(_ENDS):
            yield problem(GLUED_TEXT, text.whole_line(line), part="the quotation")
    yield from check_alert(text, tokens, begin, first)


def check_alert(text: Text, tokens: list[Token], begin: int, first: int) -> Iterator[Diagnostic]:
    """What to say of the quotation that begins at one of the tokens; nothing of a plain one."""
    quote, words = tokens[begin], tokens[min(begin + 2, len(tokens) - 1)]
    match = _ALERT.match(words.content)
    if match is None or quote.map is None:
        return
    begin, stop = (number + first for number in quote.map)
    lines = [text.line(number) for number in range(begin, stop)]
    while not lines[-1].strip():
        lines.pop()
    block = _as_block([_QUOTE.sub("", line, count=1) for line in lines], match)
    where = text.at(begin, lines[0].find(match[0]) + 1, len(match[0]))
    whole = text.at(begin, 1, len("\n".join(lines)))
    # A line that goes on without its sign, or a quotation in a list, takes an editor.
    is_sure = quote.level == 0 and len(lines) > 1 and all(map(_QUOTE.match, lines))
    fix = (Replace(whole, "\n".join(block)),) if is_sure else ()
    near = (shown(LINE_END.join(block)),)
    yield problem(rules.FOREIGN_ORDER, where, near=near, fix=fix, value=match[0])


def _as_block(lines: list[str], alert: re.Match[str]) -> list[str]:
    """The lines of a block that says the same; what stands behind the order is its title."""
    name = "tip" if alert["name"].upper() == "TIP" else "let-op"
    title = lines[0].partition(alert[0])[2].strip()
    return [f"::: {name} {title}".rstrip(), *lines[1:], ":::"]
