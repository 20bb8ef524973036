"""What an editor reads of an import besides diagnostics."""

from collections.abc import Iterator, Sequence

from zorgpact_site.editing.importing.decoding import MAX_BYTES, Reason
from zorgpact_site.reporting.messages import Messages

_LONGEST = 80


def why(reason: Reason, messages: Messages) -> str:
    """Why an old file cannot be imported."""
    text = messages.text
    match reason:
        case Reason.TOO_LARGE:
            return text("this file is larger than {limit} kB", limit=MAX_BYTES // 1000)
        case Reason.NO_TEXT:
            return text("this is no text; save it as plain text or HTML first")
        case Reason.EMPTY:
            return text("there are no words in this file")
        case Reason.TOO_DEEP:
            return text("the HTML is nested too deep to be a text")


def left_out(name: str, lines: Sequence[str], messages: Messages) -> Iterator[str]:
    """What was navigation and is not in the draft."""
    for line in lines:
        shown = line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
        yield messages.text("left out of {name}, as navigation: “{line}”", name=name, line=shown)
