"""What security.txt says held until a day that is past."""

from collections.abc import Iterable

from zorgpact_site.checks.security_expires_late import latest
from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.site import Site

RULE = Rule(
    "security-expired",
    Severity.WARNING,
    "where leaks can be reported held until {value}; security.txt is not made any more",
    "try whether contact: still works, and give expires: a day up to {latest}",
    "After its day nobody may rely on security.txt (RFC 9116), so it is left out until there is a "
    "new one. That is a warning: an error would keep every other text waiting, and leave the file "
    "that holds no longer where it stands. Make it an error in site.yaml if you would rather have "
    "that.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Compare the last day of security.txt with today."""
    security = site.settings.security
    if security and security.expires < site.today:
        value = security.expires.isoformat()
        yield problem(RULE, security.where, value=value, latest=latest(site.today))
