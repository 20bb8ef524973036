"""A meeting that lies ahead and does not say since when it stands on the site."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.entries import ArticleKind
from zorgpact_site.model.site import Site
from zorgpact_site.web_addresses import FROM_DISK

RULE = Rule(
    "announcement-without-published",
    Severity.WARNING,
    "this meeting lies ahead, and nothing tells when it was announced: who follows the site does "
    "not hear of it",
    "add a line with the day it comes online, such as published: {day}",
    "Feeds show articles by the day they came out. Of a report that is the day of its meeting, if "
    "it does not say otherwise; of a meeting that lies ahead that day is yet to come, so feeds "
    "leave it out until then. The key published: tells the day that it was announced, and puts it "
    "in the feeds at once.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Look at the announcements, where there are feeds; a meeting of today is news of today."""
    if site.settings.base_url in {"", FROM_DISK}:
        return
    for article in site.articles:
        if article.kind is not ArticleKind.ANNOUNCEMENT or article.published or not article.date:
            continue
        if article.date.last_day > site.today:
            yield problem(RULE, article.place_of("date"), day=str(site.today))
