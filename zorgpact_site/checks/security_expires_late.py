"""What security.txt says would hold for longer than anybody can promise."""

from collections.abc import Iterable
from datetime import date, timedelta

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.site import Site

_LONGEST = timedelta(days=364)
RULE = Rule(
    "security-expires-late",
    Severity.WARNING,
    "where leaks can be reported would hold until {value}, a year or more from now",
    "give expires: a day up to {latest}",
    "Whoever looks after the site changes, and so do addresses. RFC 9116 advises a day less than a "
    "year ahead, so that somebody looks at them every year.",
)


def latest(today: date) -> str:
    """The last day that is less than a year ahead."""
    return (today + _LONGEST).isoformat()


def check(site: Site) -> Iterable[Diagnostic]:
    """Compare the last day of security.txt with a year from now."""
    security = site.settings.security
    if security and security.expires - site.today > _LONGEST:
        value = security.expires.isoformat()
        yield problem(RULE, security.where, value=value, latest=latest(site.today))
