"""A picture or document that no text names."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Location, Rule, Severity, problem
from zorgpact_site.model.site import Site

RULE = Rule(
    "unused-media",
    Severity.WARNING,
    "no text names this file, so it is not on the site",
    "use it in a text, or take the file away",
    "Files that nobody uses make the folder hard to look through, and a photo of somebody may not "
    "be kept without a reason. A file that only a draft names is in use. As long as a text cannot "
    "be read, this check is silent, for that text may name the file.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell of each file that linking found nobody asked for."""
    for path in site.unused_media:
        yield problem(RULE, Location(path))
