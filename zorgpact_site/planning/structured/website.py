"""The site, and whose it is: what the settings hold of it."""

from urllib.parse import urljoin

from zorgpact_site.planning.structured.identities import Identities
from zorgpact_site.planning.structured.nodes import Node, node, reference

_QUERY = "woorden"


def website(names: Identities) -> Node:
    """The site as every page names it."""
    return node(
        "WebSite",
        names.website,
        name=names.settings.title,
        url=names.page(""),
        publisher=reference(names.organization),
    )


def organization(names: Identities) -> Node:
    """The organization as every page names it: it is called as its site is."""
    settings = names.settings
    return node("Organization", names.organization, name=settings.title, url=names.page(""))


def whole_website(names: Identities) -> Node:
    """The site on its first page: what it is about, and that it can be searched."""
    settings = names.settings
    told = node(
        "WebSite",
        description=settings.description,
        inLanguage=settings.language,
        potentialAction=_search(names),
    )
    return website(names) | told


def whole_organization(names: Identities, icon: str) -> Node:
    """The organization on the first page; `icon` is the path of the sign beside its name."""
    settings = names.settings
    contact = settings.contact
    url = ""
    if contact:
        url = names.page(f"{contact.page.to}/") if contact.page else contact.url
    told = node(
        "Organization",
        slogan=settings.slogan,
        logo=names.page(icon) if icon else "",
        contactPoint=node("ContactPoint", name=contact.name, url=urljoin(names.page(""), url))
        if contact and url
        else None,
    )
    return organization(names) | told


def _search(names: Identities) -> Node:
    """Words in the address of the search page. Source: schema.org/docs/actions.html, -input."""
    address = names.page(names.addresses.section("search"))
    target = node("EntryPoint", urlTemplate=f"{address}?q={{{_QUERY}}}")
    search = node("SearchAction", target=target)
    return {**search, "query-input": f"required name={_QUERY}"}
