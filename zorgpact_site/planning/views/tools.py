"""The overview of tools."""

from dataclasses import dataclass

from zorgpact_site.planning.pieces import Link, ThemeTag
from zorgpact_site.planning.views.chrome import Chrome


@dataclass(frozen=True, slots=True)
class ToolView:
    """A tool in a list. `href` is its page; `source` where the tool itself is, and how it is got.

    `source` None means that it is not online; `info` tells the type and size of a file.
    """

    title: str
    href: str
    kind: str
    when: str
    summary: str
    regions: tuple[Link, ...]
    themes: tuple[ThemeTag, ...]
    source: Link | None
    info: str


@dataclass(frozen=True, slots=True)
class ToolGroup:
    """Tools of one kind; a list that is not grouped is one group without a title."""

    title: str
    anchor: str
    count: str
    tools: tuple[ToolView, ...]


@dataclass(frozen=True, slots=True)
class ToolsView:
    """All tools, by kind when there are many; `narrowed` when readers may want fewer."""

    chrome: Chrome
    intro: str
    count: str
    narrowed: bool
    groups: tuple[ToolGroup, ...]
