"""A meeting that follows one that came after it."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.site import Site

RULE = Rule(
    "follows-later",
    Severity.WARNING,
    "the meeting before this one ({other}) would be later than this one ({own})",
    "check the dates of both articles, or the name at follows",
    "The key follows names the meeting that came before; its date must be earlier.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Compare the dates of a meeting and the one it follows."""
    by_key = {article.key: article for article in site.articles}
    for article in site.articles:
        other = by_key.get(article.follows) if article.follows else None
        if other is None or article.date is None or other.date is None:
            continue
        if other.date.first_day > article.date.last_day:
            own, later = str(article.date), str(other.date)
            where = article.place_of("follows")
            yield problem(RULE, where, file=other.path, own=own, other=later)
