"""The overview of tools: by kind, each with where it is to be had."""

from collections.abc import Iterator, Sequence
from functools import partial
from urllib.parse import urlsplit

from zorgpact_site import wording
from zorgpact_site.model.entries import ToMedia, Tool, ToWeb
from zorgpact_site.model.site import Site
from zorgpact_site.names import slug, sort_key
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.moments import known_change
from zorgpact_site.planning.narrowing import narrowing_scripts, worth_narrowing
from zorgpact_site.planning.page import Page
from zorgpact_site.planning.parts import Parts
from zorgpact_site.planning.pieces import Link
from zorgpact_site.planning.views.tools import ToolGroup, ToolsView, ToolView

_GROUPED_FROM = 9
_FEWEST_IN_GROUP = 2
_OTHERS = "Andere hulpmiddelen"


def tools_pages(site: Site, frame: Frame) -> Iterator[Page]:
    """The overview of all tools."""
    address = frame.addresses.section("tools")
    draw = partial(_view, site.tools, frame)
    yield Page(address, "tools.html", draw, changed=known_change(site.tools, site.today))


def _view(tools: Sequence[Tool], frame: Frame) -> ToolsView:
    here = frame.at(frame.addresses.section("tools"))
    told = frame.settings.sections["tools"]
    scripts = narrowing_scripts(tools)
    return ToolsView(
        chrome=frame.chrome(here, told.label, description=told.intro, scripts=scripts),
        intro=told.intro,
        count=wording.count(len(tools), "hulpmiddel", "hulpmiddelen"),
        narrowed=worth_narrowing(tools),
        groups=_groups(tools, frame.parts(here)),
    )


def tool_view(tool: Tool, parts: Parts) -> ToolView:
    """A tool in a list."""
    link = parts.link(tool)
    (document, *_rest) = (*parts.target(tool.title, tool.target), None)
    return ToolView(
        title=link.text,
        href=link.href,
        kind=wording.capitalised(tool.kind_of_tool),
        when=wording.date_text(tool.date) if tool.date else "",
        summary=tool.summary,
        regions=parts.links(tool.regions),
        themes=parts.tags(tool.themes),
        source=Link(how_to_get(tool), document.href) if document else None,
        info=document.info if document else "",
    )


def how_to_get(tool: Tool) -> str:
    """What a reader does to get the tool: download it, or go to another site."""
    match tool.target:
        case ToMedia():
            return "Download"
        case ToWeb(url):
            host = urlsplit(url).hostname
            return f"Bekijk op {host.removeprefix('www.')}" if host else "Bekijk"
        case None:
            return "niet online"


def _groups(tools: Sequence[Tool], parts: Parts) -> tuple[ToolGroup, ...]:
    """The tools by kind; kinds with a single tool are gathered at the end.

    Spellings with the same slug are one kind, as they are one series: it gives the anchor.
    """
    if len(tools) < _GROUPED_FROM:
        return (_group("", tools, parts),) if tools else ()
    kinds: dict[str, list[Tool]] = {}
    for tool in tools:
        kinds.setdefault(slug(tool.kind_of_tool), []).append(tool)
    named = [
        (wording.capitalised(group[0].kind_of_tool), group)
        for kind, group in kinds.items()
        if kind not in {"", slug(_OTHERS)} and len(group) >= _FEWEST_IN_GROUP
    ]
    named.sort(key=lambda pair: sort_key(pair[0]))
    apart = {tool.key for _title, group in named for tool in group}
    others = [tool for tool in tools if tool.key not in apart]
    if others:
        named.append((_OTHERS if named else "", others))
    return tuple(_group(title, group, parts) for title, group in named)


def _group(title: str, tools: Sequence[Tool], parts: Parts) -> ToolGroup:
    return ToolGroup(
        title=title,
        anchor=f"_soort-{slug(title)}" if title else "",
        count=wording.number(len(tools)),
        tools=tuple(tool_view(tool, parts) for tool in tools),
    )
