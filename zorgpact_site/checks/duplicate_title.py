"""Two articles that readers cannot tell apart."""

from collections import Counter
from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.entries import Article
from zorgpact_site.model.site import Site
from zorgpact_site.names import fold

RULE = Rule(
    "duplicate-title",
    Severity.WARNING,
    "another article on {date} {part}",
    "give each a title of its own, or make one article of the two",
    "In a list two such articles look the same. Often one of them was made by mistake, as when a "
    "report is written beside its announcement: change the announcement itself, for its address "
    "stays. Meetings with one name on one day are the same only when they name the same regions, "
    "and when no other hour stands at starts. "
    "Capitals, accents and spaces make no difference.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Look for two articles of one date with the same title, or about the same meeting."""
    days = Counter(article.date for article in site.articles)
    titles: dict[tuple[str, str], Article] = {}
    events: dict[tuple[str, str, frozenset[str]], list[Article]] = {}
    for article in sorted(site.articles, key=lambda article: article.path):
        if article.date is None or days[article.date] == 1:
            continue
        day = str(article.date)
        other = titles.setdefault((fold(article.title), day), article)
        if other is not article:
            where = article.place_of("title")
            yield problem(RULE, where, file=other.path, date=day, part="has the same title")
        elif article.event:
            regions = frozenset(region.key.slug for region in article.regions)
            others = events.setdefault((fold(article.event), day, regions), [])
            same = next((one for one in others if _may_begin_together(one, article)), None)
            if same:
                where = article.place_of("event")
                yield problem(
                    RULE, where, file=same.path, date=day, part="is about the same meeting"
                )
            others.append(article)


def _may_begin_together(one: Article, other: Article) -> bool:
    """Whether two meetings can be one, by the hour; one that is given once says nothing."""
    return not (one.starts and other.starts) or one.starts == other.starts
