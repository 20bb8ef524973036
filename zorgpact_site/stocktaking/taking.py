"""Gather all chapters, in the order in which they ask for attention."""

from collections.abc import Iterable, Mapping

from zorgpact_site.build import Built
from zorgpact_site.model.site import Site
from zorgpact_site.planning.addresses import Addresses
from zorgpact_site.stocktaking import gaps, quiet
from zorgpact_site.stocktaking.stock import Chapter, Finding, Stock, Topic
from zorgpact_site.web_addresses import FROM_DISK

# Rules that speak of one topic; those that a site has set to off stay silent here too.
_UNREPORTED = frozenset({"silent-event", "unkept-promise"})
_CONTACTS = frozenset({"personal-data"})
_ORPHANS = frozenset({"orphan"})


def take_stock(built: Built, site: Site, months: int) -> Stock:
    """Take stock of a site that was built; quiet is what has no article for so many months."""
    addresses = Addresses(site.settings.sections)
    found: Mapping[Topic, Iterable[Finding]] = {
        Topic.AROUND_NOW: gaps.meetings_around(site, addresses),
        Topic.UNREPORTED: gaps.said_by(_UNREPORTED, built, addresses),
        Topic.KOPLOPERS: quiet.quiet_koplopers(site, addresses, months),
        Topic.THEMES: quiet.quiet_things(site.themes, site, addresses, months),
        Topic.REGIONS: quiet.quiet_things(site.regions, site, addresses, months),
        Topic.CONTACTS: (
            *gaps.ending_contacts(site.entries, site, addresses),
            *gaps.said_by(_CONTACTS, built, addresses),
        ),
        Topic.ORPHANS: gaps.said_by(_ORPHANS, built, addresses),
        Topic.WARNED: gaps.much_warned(built, site, addresses),
        Topic.SUMMARIES: gaps.without_summary(site, addresses),
        Topic.PICTURES: gaps.without_picture(site, addresses),
        Topic.UNDATED: gaps.undated(site, addresses),
        Topic.DRAFTS: gaps.waiting_drafts(built),
    }
    base_url = site.settings.base_url
    return Stock(
        site=site.settings.title,
        base_url="" if base_url == FROM_DISK else base_url,
        today=site.today,
        months=months,
        errors=built.errors,
        chapters=tuple(Chapter(topic, tuple(findings)) for topic, findings in found.items()),
    )
