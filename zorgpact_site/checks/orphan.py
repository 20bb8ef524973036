"""A page that readers find by an overview only."""

from collections.abc import Iterable, Iterator

from zorgpact_site.diagnostics import Diagnostic, Location, Rule, Severity, problem
from zorgpact_site.model.entries import Article, InfoPage, ToAddress
from zorgpact_site.model.keys import Key
from zorgpact_site.model.site import Site

RULE = Rule(
    "orphan",
    Severity.WARNING,
    "nothing leads readers to this page but {part}",
    "name it in a text that belongs to it, or put it in the menu or at the bottom of the pages",
    "Lists, the archive and the search show every page by themselves, but readers go from text to "
    "text. So a region, theme, koploper or tool must be named by another text, in its properties "
    "or with a link; an article must name a region, theme, koploper or series itself, or be named "
    "by another; a page about the site must stand in the menu, at the bottom or as contact, or "
    "have a link. A page in the folder pages has no list of its own: without a link nobody finds "
    "it but by searching.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Find texts that nothing but an automatic list leads to."""
    reached = {*_followed(site), *(key for key, by in site.mentions.items() if by)}
    addresses = set(_addresses(site))
    ends = {tail for address in addresses for tail in _tails(address)}
    for entry in site.entries:
        if entry.key in reached:
            continue
        if isinstance(entry, InfoPage):
            if entry.key.slug not in addresses:
                yield problem(RULE, Location(entry.path), part="the search")
        elif isinstance(entry, Article):
            if not (entry.named or entry.series):
                yield problem(RULE, Location(entry.path), part="the list of all articles")
        elif entry.key.slug not in ends:
            yield problem(RULE, Location(entry.path), part="the list of its kind")


def _followed(site: Site) -> Iterator[Key]:
    """Articles that follow another or are followed: each leads to the other."""
    for article in site.articles:
        if article.follows:
            yield from (article.key, article.follows)


def _tails(address: str) -> Iterator[str]:
    """What stands after each slash."""
    parts = address.split("/")
    return ("/".join(parts[at:]) for at in range(1, len(parts)))


def _addresses(site: Site) -> Iterator[str]:
    """The addresses that the menu, the foot, the contact and the texts lead to, without slashes."""
    settings = site.settings
    for item in (*settings.navigation, *settings.footer):
        yield item.to.strip("/")
    if settings.contact and settings.contact.page:
        yield settings.contact.page.to.strip("/")
    for entry in site.entries:
        for target in entry.text.targets:
            if isinstance(target, ToAddress):
                yield target.address.strip("/")
