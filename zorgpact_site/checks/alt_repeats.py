"""A description of a picture that says what stands beside it already."""

from collections.abc import Iterable, Iterator

from zorgpact_site.diagnostics import Diagnostic, Location, Rule, Severity, problem
from zorgpact_site.model.body import Manner
from zorgpact_site.model.entries import Linked
from zorgpact_site.model.site import Site
from zorgpact_site.names import say_the_same

RULE = Rule(
    "alt-repeats",
    Severity.WARNING,
    "this description of a picture repeats {part}",
    "tell in one sentence what is to be seen",
    "Readers who do not see the picture hear the same words twice, and learn nothing of what "
    "others see. Source: WCAG 2.2, 1.1.1.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Compare each description with the caption and with the title of the page."""
    for entry in site.entries:
        for alt, caption, where in descriptions(entry):
            if say_the_same(alt, caption):
                yield problem(RULE, where, part="its caption")
            elif say_the_same(alt, entry.title):
                yield problem(RULE, where, part="the title of the page")


def descriptions(entry: Linked) -> Iterator[tuple[str, str, Location]]:
    """Description, caption and place of each picture of a text."""
    if entry.picture:
        yield entry.picture.alt, entry.picture.caption, entry.picture.where
    for one in entry.text.body.references:
        if one.manner is Manner.IMAGE:
            yield one.alt, one.title, one.where
