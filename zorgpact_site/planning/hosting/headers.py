"""Which headers go with which file: one set of rules, for every host, the preview and the tests."""

from collections.abc import Mapping

from zorgpact_site.model.settings import Section
from zorgpact_site.planning.views.hosting import HeaderRule, Headers

# All that a page may do: nothing that is not named here. No style or script stands in a page, and
# nothing comes from another host. Blocks of data in a page are not run, so they need no mention.
# Source: Content Security Policy Level 3.
_POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    # Search without a server runs WebAssembly. That lets scripts of our own do so, and nothing
    # else; it holds for every page, as a host that gets two policies for one keeps to both.
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
# What pages never ask for, so that nothing that slips in can either. Source: Permissions Policy.
_DENIED = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
)


def policy(also_connect: str = "") -> str:
    """The Content Security Policy; `also_connect` are sources that scripts may ask besides ours."""
    lines = {**_POLICY, "connect-src": f"{_POLICY['connect-src']} {also_connect}".rstrip()}
    return "; ".join(f"{name} {sources}" for name, sources in lines.items())


POLICY = policy()
# A year, which is the least that counts (internet.nl). Without includeSubDomains: other sites
# below the same name are not ours to decide for. Without Cross-Origin-Opener-Policy too: a page
# that opened ours can take nothing from it, and on a telephone the process of its own that a
# browser then starts costs a sixth of a second (Lighthouse).
SECURITY: Headers = (
    ("Content-Security-Policy", POLICY),
    ("Strict-Transport-Security", "max-age=31536000"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", ", ".join(f"{name}=()" for name in _DENIED)),
)
_CACHE = "Cache-Control"
# Browsers may keep a page, but ask before each use whether it is still the same.
FRESH = (_CACHE, "no-cache")
# The name follows from the contents, so what lies there never changes. Source: RFC 8246.
_LASTING = (_CACHE, "public, max-age=31536000, immutable")
# Other sites may show or read it: readers of feeds, calendars, who works with the data.
_SHOWN_ELSEWHERE = ("Cross-Origin-Resource-Policy", "cross-origin")
_READ_ELSEWHERE = (("Access-Control-Allow-Origin", "*"), _SHOWN_ELSEWHERE)
_OURS_ALONE = ("Cross-Origin-Resource-Policy", "same-origin")


def header_rules(sections: Mapping[str, Section]) -> tuple[HeaderRule, ...]:
    """The rules of a site, the one for every address first.

    No address fits two of the others, and none of those names a header of the first: hosts join
    the values of a header that comes twice, and nginx takes one rule only.
    """
    index = f"{sections['search'].address}/index/"
    data = f"{sections['data'].address}/"
    hashed = ("pf_fragment", "pf_index", "pf_filter", "pf_meta")
    return (
        HeaderRule("", "", SECURITY),
        HeaderRule("assets/", "", (_LASTING, _OURS_ALONE)),
        *(HeaderRule(index, f".{ending}", (_LASTING, _OURS_ALONE)) for ending in hashed),
        HeaderRule("kaarten/", ".png", (_LASTING, _SHOWN_ELSEWHERE)),
        HeaderRule("media/", ".avif", (_LASTING, _SHOWN_ELSEWHERE)),
        HeaderRule("media/", ".webp", (_LASTING, _SHOWN_ELSEWHERE)),
        HeaderRule("", ".atom", (_type("application/atom+xml; charset=utf-8"), *_READ_ELSEWHERE)),
        HeaderRule("", "feed.json", (_type("application/feed+json"), *_READ_ELSEWHERE)),
        HeaderRule("", ".ics", (_type("text/calendar; charset=utf-8"), *_READ_ELSEWHERE)),
        HeaderRule("", ".txt", (_type("text/plain; charset=utf-8"),)),
        HeaderRule(data, ".csv", (_type("text/csv; charset=utf-8"), *_READ_ELSEWHERE)),
        HeaderRule(data, ".json", _READ_ELSEWHERE),
    )


def _type(media_type: str) -> tuple[str, str]:
    return ("Content-Type", media_type)
