"""security.txt: where leaks in the site can be reported."""

from collections.abc import Iterator, Sequence
from functools import partial
from urllib.parse import quote

from zorgpact_site.model.site import Site
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.page import DataFile, Form, Page
from zorgpact_site.planning.views import TextFile

SECURITY = ".well-known/security.txt"
_SECURE = "https://"
# The signs that an address may hold (RFC 3986), and the space between languages.
_PLAIN = "%:/?#[]@!$&'()*+,;=~ "


def security_file(
    site: Site,
    frame: Frame,
    pages: Sequence[Page],  # noqa: ARG001 - as all planners of files
) -> Iterator[DataFile]:
    """The file, as long as what it says holds: after its day it is not to be relied on.

    It counts at the root of a host only. Source: RFC 9116.
    """
    told = site.settings.security
    if told is None or not site.settings.at_root or told.expires < site.today:
        return
    canonical = frame.at(SECURITY).canonical
    fields = [
        *(("Contact", one) for one in told.contacts),
        # To the end of the day that the settings name as the last one.
        ("Expires", f"{told.expires.isoformat()}T23:59:59Z"),
        ("Encryption", told.encryption),
        ("Acknowledgments", told.acknowledgments),
        ("Preferred-Languages", ", ".join(told.languages)),
        ("Canonical", canonical if canonical.startswith(_SECURE) else ""),
        ("Policy", told.policy),
    ]
    lines = (f"{name}: {quote(value, safe=_PLAIN)}\n" for name, value in fields if value)
    yield DataFile(SECURITY, Form.TEXT, partial(TextFile, "".join(lines)))
