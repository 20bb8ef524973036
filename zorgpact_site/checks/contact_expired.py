"""Somebody’s address or number whose last day on the site is past."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.site import Site

RULE = Rule(
    "contact-expired",
    Severity.ERROR,
    "these contact details were to stand on the site until {value} and no longer",
    "ask whether they still hold and give until: a later day, or take the group at contact: away",
    "An agreed day is past, so the details may be wrong by now, or no longer wanted. Take them "
    "away from the text too. The last possible day counts: until: 2018 holds to the end of that "
    "year. Readers do not see a group at contact: after its day, whatever this check is set to.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Compare the last day of each contact with today."""
    for entry in site.entries:
        for one in entry.contacts:
            if one.expired(site.today):
                yield problem(RULE, one.where, value=str(one.until))
