"""What is missing or waits: reports, summaries, pictures, dates, links, drafts."""

from collections import Counter
from collections.abc import Iterable, Iterator

from zorgpact_site.build import Built
from zorgpact_site.dates import PartialDate
from zorgpact_site.diagnostics import Severity
from zorgpact_site.fields import table
from zorgpact_site.model.entries import Article, Linked
from zorgpact_site.model.site import Site
from zorgpact_site.planning.addresses import Addresses
from zorgpact_site.stocktaking.stock import Finding, about

AHEAD = 30  # days in which an announced meeting is near, and in which its report is awaited
EXPIRES = 60  # days before which the end of a contact is told
MANY = 3  # warnings in one text


def meetings_around(site: Site, addresses: Addresses) -> Iterator[Finding]:
    """Meetings of the coming month, and of the past one when nothing was noted since.

    A text that was published or updated on the last day or later has been seen to.
    """
    near = []
    for article in site.articles:
        day = article.end or article.date
        if not article.takes_place or day is None or not day.exact:
            continue
        ahead = (day.last_day - site.today).days
        if abs(ahead) <= AHEAD and not (ahead < 0 and _seen_to(article, day)):
            near.append(about(article, addresses.of(article.key), day, ahead))
    yield from sorted(near, key=lambda one: one.number)


def _seen_to(article: Article, day: PartialDate) -> bool:
    noted = (article.published, article.updated)
    return any(one is not None and one.last_day >= day.last_day for one in noted)


def said_by(rules: frozenset[str], built: Built, addresses: Addresses) -> Iterator[Finding]:
    """What rules with these names say, where the site has them and they are not off."""
    titles = {entry.path: entry for entry in built.site.entries} if built.site else {}
    for one in built.diagnostics:
        if one.rule.slug in rules:
            entry = titles.get(one.where.path)
            title, address = (entry.title, addresses.of(entry.key)) if entry else ("", "")
            path, line = one.where.path, one.where.line if one.where.length else 0
            yield Finding(title or path, path, line, address, told=one)


def ending_contacts(
    entries: Iterable[Linked], site: Site, addresses: Addresses
) -> Iterator[Finding]:
    """Contacts that may not stand on the site for long, or not any more."""
    found = []
    for entry in entries:
        for contact in entry.contacts:
            ahead = (contact.until.last_day - site.today).days
            if ahead <= EXPIRES:
                where, line = addresses.of(entry.key), contact.where.line
                found.append(about(entry, where, contact.until, ahead, line))
    yield from sorted(found, key=lambda one: one.number)


def without_summary(site: Site, addresses: Addresses) -> Iterator[Finding]:
    """Texts whose lists and search results show their first sentences for want of a summary."""
    for entry in site.entries:
        if table.SUMMARY.key not in entry.places:
            yield about(entry, addresses.of(entry.key))


def without_picture(site: Site, addresses: Addresses) -> Iterator[Finding]:
    """Articles without a main picture."""
    for article in site.articles:
        if article.picture is None:
            yield about(article, addresses.of(article.key), article.date)


def undated(site: Site, addresses: Addresses) -> Iterator[Finding]:
    """Articles without a date: they stand apart in the archive."""
    for article in site.articles:
        if article.date is None:
            yield about(article, addresses.of(article.key))


def much_warned(built: Built, site: Site, addresses: Addresses) -> Iterator[Finding]:
    """Texts with many warnings, most first."""
    warnings = (one.where.path for one in built.diagnostics if one.weight is Severity.WARNING)
    counts = Counter(warnings)
    many = [
        about(entry, addresses.of(entry.key), number=counts[entry.path])
        for entry in site.entries
        if counts[entry.path] >= MANY
    ]
    yield from sorted(many, key=lambda one: -one.number)


def waiting_drafts(built: Built) -> Iterator[Finding]:
    """Texts with `draft: true`, by path, each with its date when it has one."""
    for reading in sorted(built.readings, key=lambda reading: reading.path):
        draft = reading.draft
        if draft and draft.values.get(table.DRAFT):
            where = draft.values.place(table.DRAFT)
            line = where.line if where else 0
            yield Finding(draft.title, draft.path, line, date=draft.values.get(table.DATE))
