"""A page of which there is nothing to read."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Location, Rule, Severity, problem
from zorgpact_site.model.site import Site

RULE = Rule(
    "empty-text",
    Severity.WARNING,
    "there is no text below the properties",
    "write at least a few sentences below the second line ---",
    "A page without text disappoints readers who come from a list or a search.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Find texts that give nothing on their page."""
    for entry in (*site.articles, *site.themes, *site.pages):
        if not entry.text.body.laid:
            yield problem(RULE, Location(entry.path))
