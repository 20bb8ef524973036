"""A link to this site itself, written as one to another site."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Relink, Rule, Severity, problem
from zorgpact_site.model.body import Manner
from zorgpact_site.model.site import Site
from zorgpact_site.web_addresses import FROM_DISK

RULE = Rule(
    "own-address",
    Severity.WARNING,
    "this link leads to this site itself, and nobody checks whether the page exists",
    "leave out {base}: write the path alone, beginning with a slash",
    "Who copies an address of this site from a browser gets it in full. Such a link is taken for "
    "one to another site: it is not checked, and in a preview it leads away from it. Better "
    "still is the name of the page, as in [[Sparkcentres]]: that goes on working when it moves.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Look at the links of each text that lead to other sites."""
    base = site.settings.base_url
    if base in {"", FROM_DISK}:
        return
    own = base.partition("://")[2].rstrip("/")
    for entry in site.entries:
        elsewhere = [one for one in entry.text.body.references if "://" in one.target]
        for one in elsewhere:
            path = _path(one.target, own) if one.manner is Manner.LINK else ""
            if path:
                typed, meant = one.target.partition("#")[0], path.partition("#")[0]
                fix = (Relink(one.where, typed, meant),)
                yield problem(RULE, one.where, near=(path,), fix=fix, base=base)


def _path(url: str, own: str) -> str:
    """The path of an address of this site; nothing for others, nor for questions to a page."""
    scheme, _, rest = url.partition("://")
    is_own = scheme.lower() in {"http", "https"} and rest.lower().startswith(own.lower())
    path = rest[len(own) :] if is_own else ""
    return path if path.startswith("/") and "?" not in path else ""
