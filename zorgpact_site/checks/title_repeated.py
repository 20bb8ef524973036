"""A summary or a first line that says nothing but what the title says."""

from collections.abc import Iterable, Iterator

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.passages import Passage, Role
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.site import Site
from zorgpact_site.names import say_the_same

RULE = Rule(
    "title-repeated",
    Severity.WARNING,
    "here stands the title once more",
    "take it away, or write what the title does not say: it stands above the text already",
    "A title often comes along when a text is copied from another program. Readers see it twice, "
    "and a summary that says the same tells nothing in a list or to a search engine.",
)


def _look(prose: Prose) -> Iterator[Diagnostic]:
    """Hold the summary and the first passage of the text against the title."""
    for passage in _first(prose):
        if say_the_same(passage.text, prose.entry.title):
            yield problem(RULE, passage.locate(0, len(passage.text)))


def _first(prose: Prose) -> Iterator[Passage]:
    yield from (one for one in prose.passages if one.role is Role.SUMMARY)
    for one in prose.words.passages[:1]:
        if one.role in {Role.TEXT, Role.HEADING}:
            yield one


NOTICE = Notice.alone(RULE, _look)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell what was noticed in each text."""
    return site.told(NOTICE)
