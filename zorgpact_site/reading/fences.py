"""The two lines of dashes around the properties: where they stand, and what was typed for them."""

import re
from collections.abc import Sequence

from zorgpact_site.diagnostics import Diagnostic, Replace, problem
from zorgpact_site.diagnostics import front_matter_rules as rules
from zorgpact_site.source import Text

FENCE = re.compile(r"---[ \t]*")
# Two dashes or four, a dash that a word processor made of three, an indent, other signs.
_DASHES = re.compile(r"-{2,}|[‐‑‒–—−-]{1,4}")
_OTHERS = re.compile(r"\*{3,}|_{3,}|={3,}|\+{3,}|(?:`{3,}|~{3,}) ?(?:ya?ml)?")
_TITLE = re.compile(r"[Tt]it(?:le|el):[ \t]+\S")
_PROPERTY = re.compile(r"[\w-]+:(?:[ \t]|$)")
_OF_PROPERTIES = re.compile(r"[\w-]+:(?:[ \t]|$)|[ \t]*-[ \t]|[ \t]+\S|#")
_ABOVE = 20  # lines in which a block that starts too late is looked for


def closing_fence(text: Text) -> int:
    """The number of the line that closes the block, 0 when there is none."""
    for number, line in enumerate(text.lines[1:], 2):
        if line.startswith("---") and FENCE.fullmatch(line):
            return number
    return 0


def not_opened(text: Text) -> Diagnostic:
    """What to say of a file whose first line is not one of three dashes."""
    for number in range(1, _ABOVE):
        if not _PROPERTY.match(text.line(number + 1)):
            continue
        line = text.line(number)
        if number > 1 and FENCE.fullmatch(line):
            return _late(text, number)
        if _is_meant(line) or (_OTHERS.fullmatch(line.strip()) and number == 1):
            return _mistyped(text, number)
    return problem(rules.MISSING, text.whole_line(1), fix=_both(text))


def _both(text: Text) -> tuple[Replace, ...]:
    """The lines of dashes that are missing, when it is sure which lines are the properties."""
    opening = Replace(text.at(1), "---\n")
    if not _PROPERTY.match(text.line(1)):
        return ()
    if closing_fence(text):
        return (opening,)
    end = _sure_end(text.lines)
    # Without a title they are as likely the head of a pasted mail.
    if not any(_TITLE.match(line) for line in text.lines[:end]):
        return ()
    return (opening, Replace(text.at(end + 1), "---\n"))


def not_closed(text: Text, before: int) -> Diagnostic | None:
    """What to say of a block in which no line up to number `before` ends the properties.

    None when nothing among these lines looks like such an end.
    """
    closing = closing_fence(text)
    end = _sure_end(text.lines[1 : closing - 1 if closing else None])
    meant = next((number for number in range(2, before) if _is_meant(text.line(number))), 0)
    if meant and not 0 < end < meant - 1:  # below an empty line and prose a dash ends nothing
        return _mistyped(text, meant)
    if not end:
        return None
    return problem(rules.UNCLOSED, text.at(1, 1, 3), fix=(Replace(text.at(end + 2), "---\n"),))


def _late(text: Text, number: int) -> Diagnostic:
    above = text.lines[: number - 1]
    size = sum(len(line) + 1 for line in above)
    fix = () if any(map(str.strip, above)) else (Replace(text.at(1, 1, size), ""),)
    return problem(rules.NOT_FIRST, text.whole_line(number), fix=fix)


def _mistyped(text: Text, number: int) -> Diagnostic:
    where = text.at(number, 1, len(text.line(number)))
    return problem(rules.MISTYPED_FENCE, where, fix=(Replace(where, "---"),))


def _is_meant(line: str) -> bool:
    signs = line.strip()
    return bool(_DASHES.fullmatch(signs)) and not FENCE.fullmatch(line) and signs != "-"


def _sure_end(lines: Sequence[str]) -> int:
    """How many lines of properties stand before an empty line and prose; 0 when unsure."""
    end = next((at for at, line in enumerate(lines) if not line.strip()), 0)
    after = next((line for line in lines[end:] if line.strip()), "")
    prose = after and not _OF_PROPERTIES.match(after)
    if any(map(_PROPERTY.match, lines[end:])):
        return 0  # the empty line stands within the properties
    return end if prose and all(map(_OF_PROPERTIES.match, lines[:end])) else 0
