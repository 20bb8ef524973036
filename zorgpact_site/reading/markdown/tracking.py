"""Addresses with what newsletters, mail programs and search pages add to them."""

import re
from urllib.parse import unquote

from zorgpact_site.web_addresses import is_web_address

_ADDED = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|mkt_tok|_hs(?:enc|mi))="
)
# A page of another program on the way to the page that was meant, which stands within the address.
_AROUND = re.compile(
    r"https?://(?:[\w.-]+\.safelinks\.protection\.outlook\.com/|www\.google\.\w{2,3}/url"
    r"|l\.facebook\.com/l\.php)\?(?:[^#]*&)?(?:url|q|u)=(https?[^&#]+)"
)


def untracked(url: str) -> str:
    """The address without what was added; empty when it has nothing of the kind."""
    if "?" not in url:
        return ""
    around = _AROUND.match(url)
    meant = unquote(around[1]) if around else url
    before, hash_sign, anchor = meant.partition("#")
    page, _sign, query = before.partition("?")
    kept = "&".join(one for one in query.split("&") if one and not _ADDED.match(one))
    clean = f"{page}{'?' if kept else ''}{kept}{hash_sign}{anchor}"
    is_other = around or len(kept) < len(query.strip("&"))
    return clean if is_other and clean != url and is_web_address(clean) else ""
