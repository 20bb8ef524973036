"""What security.txt says holds for a few weeks more."""

from collections.abc import Iterable
from datetime import timedelta

from zorgpact_site.checks.security_expires_late import latest
from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.site import Site

_SOON = timedelta(days=30)
RULE = Rule(
    "security-expires-soon",
    Severity.WARNING,
    "where leaks can be reported holds until {value}, which is soon",
    "try whether contact: still works, and give expires: a day up to {latest}",
    "In the last thirty days there is time to see whether reports still reach somebody. After its "
    "day security.txt is not made any more.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Compare the last day of security.txt with the coming weeks."""
    security = site.settings.security
    if security and site.today <= security.expires <= site.today + _SOON:
        value = security.expires.isoformat()
        yield problem(RULE, security.where, value=value, latest=latest(site.today))
