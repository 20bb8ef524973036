"""What was not heard of for a long time: koplopers, themes and regions."""

import calendar
from collections.abc import Iterable, Iterator
from datetime import date

from zorgpact_site.dates import PartialDate
from zorgpact_site.model.entries import Article, Koploper, Linked, Region, Theme
from zorgpact_site.model.site import Site
from zorgpact_site.planning.addresses import Addresses
from zorgpact_site.stocktaking.stock import Finding, about


def quiet_koplopers(site: Site, addresses: Addresses, months: int) -> Iterator[Finding]:
    """Koplopers whom no article names or links to since then; those who left are no news."""
    since = months_before(site.today, months)
    present = (one for one in site.koplopers if not _over(one.left, site.today))
    found = ((one, _articles(one, site)) for one in present)
    yield from _quiet(found, addresses, since)


def quiet_things(
    things: Iterable[Theme | Region], site: Site, addresses: Addresses, months: int
) -> Iterator[Finding]:
    """Themes or regions without a meeting since then, held or announced."""
    since = months_before(site.today, months)
    found = ((one, [art for art in _articles(one, site) if art.takes_place]) for one in things)
    yield from _quiet(found, addresses, since)


def months_before(day: date, months: int) -> date:
    """The same day of the month so many months ago, or the last day of that month."""
    count = day.year * 12 + day.month - 1 - months
    year, month = max(count // 12, 1), count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _quiet(
    found: Iterable[tuple[Linked, list[Article]]], addresses: Addresses, since: date
) -> Iterator[Finding]:
    """The things without an article since then; never heard of first, then the longest ago."""
    quiet = [
        about(thing, addresses.of(thing.key), _last(articles), len(articles))
        for thing, articles in found
        if not _recent(_last(articles), since) and not (not articles and _new(thing, since))
    ]
    never = date.min
    yield from sorted(
        quiet, key=lambda one: (one.number > 0, one.date.last_day if one.date else never)
    )


def _articles(thing: Linked, site: Site) -> list[Article]:
    mentions = site.mentions.get(thing.key, ())
    return [one.source for one in mentions if isinstance(one.source, Article)]


def _last(articles: Iterable[Article]) -> PartialDate | None:
    days = (one.end or one.date or one.published for one in articles)
    return max((day for day in days if day), key=lambda day: day.last_day, default=None)


def _recent(last: PartialDate | None, since: date) -> bool:
    """Whether the last possible day counts: who knows the year only gets the benefit of doubt."""
    return last is not None and last.last_day >= since


def _new(thing: Linked, since: date) -> bool:
    """Whether something began so lately that silence says nothing yet."""
    begun = thing.joined if isinstance(thing, Koploper) else None
    begun = thing.since if isinstance(thing, Theme) else begun
    return begun is not None and begun.last_day >= since


def _over(left: PartialDate | None, today: date) -> bool:
    return left is not None and left.first_day <= today
