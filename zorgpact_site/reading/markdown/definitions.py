"""Link definitions, `[word]: address`: which ones the text uses."""

from typing import Any

from zorgpact_site.diagnostics import Diagnostic, problem
from zorgpact_site.diagnostics import text_rules as rules
from zorgpact_site.fields.types import shown
from zorgpact_site.source import Text


class Definitions(dict[str, Any]):
    """What markdown-it gathers under `references`; notes which ones links looked up."""

    def __init__(self) -> None:
        super().__init__()
        self.used: set[str] = set()

    def get(self, label: str, default: Any = None, /) -> Any:
        """Give a definition to the link or picture that looks it up."""
        self.used.add(label)
        return super().get(label, default)


def check_definitions(
    text: Text,
    definitions: Definitions,
    env: dict[str, Any],
    first: int,
    found: list[Diagnostic],
) -> None:
    """Tell of definitions that no link uses, and of second ones with the same label."""
    unused = [one for label, one in definitions.items() if label not in definitions.used]
    for one in [*unused, *env.get("duplicate_refs", ())]:
        where = text.whole_line(one["map"][0] + first)
        label = shown(text.line(where.line).strip().partition("]")[0].lstrip("["))
        found.append(problem(rules.UNUSED_DEFINITION, where, label=label))
