"""What came along when a mail was pasted: its head, its pictures, what a telephone adds."""

import re
from collections.abc import Iterator

from zorgpact_site.diagnostics import Diagnostic, problem
from zorgpact_site.diagnostics import literal_rules as rules
from zorgpact_site.fields.types import shown
from zorgpact_site.reading.markdown.places import Block

# How a picture within a mail is told of in plain text.
PICTURE = r"cid:[^\]\s]{1,200}\]|(?i:image|afbeelding|inline afbeelding): [^\]\n]{1,200}\](?![(\[])"
MAIL_STARTS = ("Van:", "From:", "**Van:", "**From:", "---", "Op ", "Ver", "Sent from ")
_HEAD = re.compile(r"\b(Van|From|Aan|To|Cc|CC|Verzonden|Sent|Datum|Date|Onderwerp|Subject):")
_FROM, _ABOUT = frozenset({"Van", "From"}), frozenset({"Onderwerp", "Subject"})
_FEW = 3  # names in a head; fewer may be those of an appointment
_REMAINS = re.compile(
    r"-{3,} ?(?:Oorspronkelijk bericht|Doorgestuurd bericht|Original Message|Forwarded message)"
    r"[ -]+"
    r"|Op [^\n@]{6,60}:\d\d schreef [^\n@]{0,80}@[^\n]{1,80}:$"
    r"|(?:Verstuurd|Verzonden) (?:vanaf|vanuit) (?:mijn |Outlook\b|Mail\b)[^\n]{0,40}"
    r"|Sent from (?:my |Outlook\b|Mail\b)[^\n]{0,40}"
)


def of_a_mail(block: Block) -> Iterator[Diagnostic]:
    """What to say of a paragraph with one of these starts, if it is of a mail."""
    content = block.content
    match = _REMAINS.match(content)
    end = match.end() if match else _end_of_head(content)
    if end:
        yield problem(rules.MAIL_REMAINS, block.locate(0, end), value=shown(content[:end]))


def _end_of_head(content: str) -> int:
    """Where the first line of the head of a mail ends; 0 when there is none.

    Who ends each line with a backslash shows a letter as it was.
    """
    names = set(_HEAD.findall(content))
    is_head = len(names) >= _FEW and not _FROM.isdisjoint(names) and not _ABOUT.isdisjoint(names)
    if not is_head or "\\\n" in content or "  \n" in content:
        return 0
    return len(content.partition("\n")[0])
