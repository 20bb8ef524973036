"""A meeting that no region page will show."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.site import Site

RULE = Rule(
    "report-without-region",
    Severity.WARNING,
    "this meeting names no region, so no region page will show it",
    "add region: with the name of the region; a national meeting names landelijk",
    "Readers look for meetings by region. A meeting for the whole country belongs to the region "
    "landelijk.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Find meetings whose front matter has no region at all."""
    for article in site.articles:
        if article.event and "region" not in article.places:
            yield problem(RULE, article.place_of("event"))
