"""Where the texts of a site link to other sites."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from zorgpact_site.diagnostics import Location
from zorgpact_site.model.entries import Koploper, Linked, Region, Tool, ToWeb
from zorgpact_site.model.site import Site
from zorgpact_site.source import Text
from zorgpact_site.web_addresses import is_web_address


@dataclass(frozen=True, slots=True)
class Outside:
    """A link to another site. It is `exact` when its place holds the address and nothing else."""

    url: str
    where: Location
    exact: bool = False

    @property
    def page(self) -> str:
        """The address to visit: what stands after `#` is for the browser alone."""
        return self.url.partition("#")[0]


def outside_links(site: Site, texts: Mapping[str, Text]) -> tuple[Outside, ...]:
    """All links of a site to others, in the order of the files; `texts` are the files by path.

    Addresses of the site itself are left out: what counts is the site that will be, and not the
    one that is online now.
    """
    found = [one for entry in site.entries for one in _of_entry(entry)]
    contact = site.settings.contact
    if contact and contact.url:
        found.append((contact.url, contact.where))
    own = site.settings.base_url
    links = (
        _narrowed(url, where, texts.get(where.path))
        for url, where in found
        if is_web_address(url) and not (own and f"{url}/".startswith(own))
    )
    return tuple(sorted(dict.fromkeys(links), key=lambda one: (one.where, one.url)))


def _of_entry(entry: Linked) -> Iterator[tuple[str, Location]]:
    for target, reference in zip(entry.text.targets, entry.text.body.references, strict=True):
        if isinstance(target, ToWeb):
            yield target.url, reference.where
    for document in entry.documents:
        if isinstance(document.target, ToWeb):
            yield document.target.url, document.where
    match entry:
        case Region() | Koploper() if entry.website:
            yield entry.website, entry.place_of("website")
        case Tool(target=ToWeb(url)):
            yield url, entry.place_of("url")


def _narrowed(url: str, where: Location, text: Text | None) -> Outside:
    """The link at the place of its address, within that of `[words](address)`."""
    start = where.column - 1
    typed = text.line(where.line)[start : start + where.length] if text else ""
    at = _place_of(url, typed)
    if at < 0:
        return Outside(url, where)
    return Outside(url, replace(where, column=where.column + at, length=len(url)), exact=True)


def _place_of(url: str, typed: str) -> int:
    """Where the address stands in what was typed, -1 where that is not sure.

    Words of a link may look like its address, which may itself be typed with backslashes.
    """
    if "](" not in typed:
        return typed.find(url) if typed.count(url) == 1 else -1
    for sign in ("](", "](<"):
        before = typed.rfind(f"{sign}{url}")
        if before >= 0:
            return before + len(sign)
    return -1
