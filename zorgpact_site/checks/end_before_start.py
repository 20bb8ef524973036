"""A meeting that is over before it has begun."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.site import Site

RULE = Rule(
    "end-before-start",
    Severity.ERROR,
    "the meeting ends ({end}) before it starts ({start})",
    "check both dates or times",
    "The last day cannot lie before the first, and on one day the end comes after the start.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Compare the days, and the hours of meetings of one day."""
    for article in site.articles:
        if article.date and article.end and article.end.last_day < article.date.first_day:
            where = article.place_of("end")
            yield problem(RULE, where, start=str(article.date), end=str(article.end))
        one_day = article.end in {None, article.date}
        if one_day and article.starts and article.ends and article.ends <= article.starts:
            where = article.place_of("ends")
            yield problem(RULE, where, start=article.starts, end=article.ends)
