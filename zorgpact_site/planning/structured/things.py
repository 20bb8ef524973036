"""Regions, themes, koplopers and tools for programs."""

from zorgpact_site import wording
from zorgpact_site.geography import find_place
from zorgpact_site.model.entries import Koploper, Region, Theme, ToMedia, Tool, ToWeb
from zorgpact_site.names import fold
from zorgpact_site.planning.pictures import published_path
from zorgpact_site.planning.structured.articles import image
from zorgpact_site.planning.structured.identities import Identities, is_area, type_of
from zorgpact_site.planning.structured.nodes import Json, Node, decimal, node

# Source: IANA, media types.
_MEDIA_TYPES = {
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ics": "text/calendar",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_MADE = "image/webp"  # what is published of pictures made of pixels


def thing(entry: Region | Theme | Koploper | Tool, names: Identities) -> Node:
    """What the page of a thing tells of it."""
    match entry:
        case Region():
            more = _region(entry)
        case Theme():
            more = {"inDefinedTermSet": names.theme_set}
        case Koploper():
            more = _koploper(entry, names)
        case Tool():
            more = _tool(entry, names)
    told = node(
        type_of(entry),
        names.of(entry),
        name=entry.title,
        alternateName=list(entry.aliases),
        description=entry.summary,
        image=image(entry.picture, names),
    )
    return told | more


def _region(region: Region) -> Node:
    """A pact with its partners and its area, an area, or a mere name."""
    site = {"url": region.website} if region.website else {}
    kind = type_of(region)
    if kind == "Organization":
        members = [node("Organization", name=partner) for partner in region.partners]
        area = node("Place", name=region.title, **_area(region)) if is_area(region) else None
        return node(kind, member=members, areaServed=area) | site
    return (_area(region) if kind == "Place" else {}) | site


def _area(region: Region) -> Node:
    """Where a region lies: by its own point, or by the town it is known by.

    A region that is called otherwise than its town is larger, so the point of the town is not
    its own. No point is made up for a province, or for a town that is not in the list.
    """
    if region.lat is not None and region.lon is not None:
        return {"geo": _geo(region.lat, region.lon)}
    if region.place and fold(region.place) != fold(region.title):
        return {"containsPlace": node("Place", name=region.place, **_town(region.place))}
    return _town(region.title)


def _town(name: str) -> Node:
    place = find_place(name)
    if place is None:
        return {}
    province = node("AdministrativeArea", name=place.province)
    return {"geo": _geo(place.lat, place.lon), "containedInPlace": province}


def _geo(lat: float, lon: float) -> Node:
    return node("GeoCoordinates", latitude=decimal(lat), longitude=decimal(lon))


def _koploper(koploper: Koploper, names: Identities) -> Node:
    return node(
        "Organization",
        url=koploper.website,
        areaServed=[_served(region, names) for region in koploper.regions],
        keywords=[names.named(theme) for theme in koploper.themes],
        memberOf=_membership(koploper, names),
    )


def _served(region: Region, names: Identities) -> Json:
    """A region as an area: one that is an organization, or no place at all, by its name alone."""
    return names.named(region) if type_of(region) == "Place" else region.title


def _membership(koploper: Koploper, names: Identities) -> Node | None:
    """Since when it is, or until when it was, a member of the Kopgroep.

    Without either it is not known to be one: the list also holds initiatives that worked along.
    The role keeps the dates apart from when the koploper itself began. Source: schema.org/Role.
    """
    if not (koploper.joined or koploper.left):
        return None
    return node(
        "OrganizationRole",
        memberOf=names.kopgroep,
        startDate=str(koploper.joined or ""),
        endDate=str(koploper.left or ""),
    )


def _tool(tool: Tool, names: Identities) -> Node:
    return node(
        type_of(tool),
        url=tool.target.url if isinstance(tool.target, ToWeb) else "",
        genre=tool.kind_of_tool,
        datePublished=str(tool.date or ""),
        dateModified=str(tool.updated or ""),
        encoding=_file(tool.target, names) if isinstance(tool.target, ToMedia) else None,
        about=[names.named(theme) for theme in tool.themes],
        mentions=[names.named(one) for one in (*tool.regions, *tool.koplopers)],
    )


def _file(target: ToMedia, names: Identities) -> Node:
    media = target.media
    return node(
        "MediaObject",
        contentUrl=names.page(published_path(media)),
        encodingFormat=_MADE if media.is_raster else _MEDIA_TYPES.get(media.extension, ""),
        contentSize="" if media.is_raster else wording.file_size(media.size).replace("\u00a0", " "),
    )
