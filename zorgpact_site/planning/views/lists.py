"""Lists of articles and meetings."""

from dataclasses import dataclass

from zorgpact_site.planning.pieces import Card, Group, Link, Pager
from zorgpact_site.planning.views.chrome import Chrome


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of articles, in groups, perhaps one part of several; `onward` tells more of them."""

    chrome: Chrome
    intro: str
    groups: tuple[Group, ...]
    pager: Pager | None
    onward: Link | None = None


@dataclass(frozen=True, slots=True)
class MeetingsView:
    """The agenda, the past, and the series of meetings, each with how many and when."""

    chrome: Chrome
    first: bool
    ahead: tuple[Card, ...]
    past: tuple[Group, ...]
    pager: Pager | None
    series: tuple[tuple[Link, str], ...]
