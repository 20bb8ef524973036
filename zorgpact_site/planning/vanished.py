"""Addresses that readers keep, and those among them that the site no longer has."""

from collections.abc import Iterable, Mapping, Sequence

from zorgpact_site.diagnostics import Diagnostic, Severity, field_rules, problem
from zorgpact_site.diagnostics.reference_rules import VANISHED_ADDRESS, WITHDRAWN_ADDRESS
from zorgpact_site.fields import table
from zorgpact_site.model.draft import Reading
from zorgpact_site.model.ledger import Ledger
from zorgpact_site.model.settings import Settings
from zorgpact_site.model.site import Site
from zorgpact_site.planning.addresses import NOT_FOUND, Addresses, earlier_address
from zorgpact_site.planning.archive import UNDATED
from zorgpact_site.planning.page import Page
from zorgpact_site.planning.successors import successors

# Of properties. None of these can be weighed down, so none lets a site be published.
_REFUSALS = frozenset(rule for rule in field_rules.RULES if rule.severity is Severity.ERROR)


def lasting(pages: Iterable[Page], settings: Settings) -> tuple[str, ...]:
    """The addresses that a site promises to keep, sorted: of texts, overviews and redirects.

    Numbered parts of long lists are left out: readers share what is listed there, hardly ever
    the part. So is the list of what has no date, which is meant to run empty.
    """
    passing = {NOT_FOUND, f"{Addresses(settings.sections).section('archive')}{UNDATED}/"}
    return tuple(
        sorted(
            page.address
            for page in pages
            if page.address not in passing and (page.source or not Addresses.is_part(page.address))
        )
    )


def vanished(
    ledger: Ledger, site: Site, pages: Iterable[Page], readings: Sequence[Reading]
) -> Iterable[Diagnostic]:
    """The published addresses at which there is neither a page nor a redirect any more.

    While a file or one of its properties cannot be read, nobody knows which addresses it gives, so
    nothing is said: that mistake stops publication by itself, and an archive without its only
    article is no second one.
    """
    addresses = Addresses(site.settings.sections)
    given = {page.address for page in pages}
    # With an earlier day for today a year is not over yet, which does not make its review gone.
    given |= {addresses.review(one.date.year) for one in site.articles if one.date}
    gone = [one for one in ledger if one.address not in given]
    with_drafts = site.settings.drafts
    if not gone or any(_is_unclear(one, with_drafts=with_drafts) for one in readings):
        return
    kept = {one.address for one in ledger}
    drafts = {} if with_drafts else _of_drafts(readings, addresses)
    lost = [one.address for one in gone if one.address not in drafts]
    found = successors(site, lost, kept)
    for one in gone:
        shown = f"/{one.address}"
        if one.address in drafts:
            file = drafts[one.address]
            yield problem(WITHDRAWN_ADDRESS, one.where, file=file, address=shown)
        else:
            near, fix = found.of(one.address)
            yield problem(VANISHED_ADDRESS, one.where, near=near, fix=fix, address=shown)


def _is_unclear(reading: Reading, *, with_drafts: bool) -> bool:
    """Whether it may give other addresses once it is mended. What is no page now gives none."""
    if reading.draft is None:
        return True
    is_page = with_drafts or not reading.draft.values.get(table.DRAFT)
    return is_page and any(one.rule in _REFUSALS for one in reading.diagnostics)


def _of_drafts(readings: Iterable[Reading], addresses: Addresses) -> Mapping[str, str]:
    """The files of drafts by the addresses they would give."""
    found: dict[str, str] = {}
    for reading in readings:
        if reading.draft and reading.draft.values.get(table.DRAFT):
            earlier = reading.draft.values.get(table.REDIRECT_FROM) or ()
            typed = (earlier_address(one.text) for one in earlier)
            for address in (addresses.of(reading.key), *typed):
                found.setdefault(address, reading.path)
    return found
