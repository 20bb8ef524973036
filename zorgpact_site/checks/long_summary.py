"""A summary that is no summary any more."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.site import Site
from zorgpact_site.reading.markdown.sentences import split_sentences

RULE = Rule(
    "long-summary",
    Severity.WARNING,
    "this summary has {size} characters in {count} sentences",
    "keep to two or three sentences, {limit} characters at most; the rest belongs in the text",
    "A summary stands in lists, in search results and under a link that somebody shares, where "
    "long ones are cut off or push the others from the screen.",
)
LONGEST = 300
_MOST_SENTENCES = 3


def check(site: Site) -> Iterable[Diagnostic]:
    """Measure the summaries that editors wrote; those the site makes are short."""
    for entry in site.entries:
        if "summary" not in entry.places:
            continue
        size, count = len(entry.summary), len(split_sentences(entry.summary))
        if size > LONGEST or count > _MOST_SENTENCES:
            where = entry.place_of("summary")
            yield problem(RULE, where, size=size, count=count, limit=LONGEST)
