"""Lists of articles and meetings."""

from dataclasses import dataclass

from zorgpact_site.planning.pieces import Card, Group, Link, Pager
from zorgpact_site.planning.views.chrome import Chrome


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of articles, in groups, perhaps one part of several; `onward` tells more of them.

    `calendar` is their agenda to subscribe to; only the first part of a series has one.
    """

    chrome: Chrome
    intro: str
    groups: tuple[Group, ...]
    pager: Pager | None
    onward: Link | None = None
    calendar: Link | None = None


@dataclass(frozen=True, slots=True)
class MeetingsView:
    """The agenda, the past, and the series of meetings, each with how many and when.

    `calendar` is the agenda to subscribe to.
    """

    chrome: Chrome
    first: bool
    ahead: tuple[Card, ...]
    past: tuple[Group, ...]
    pager: Pager | None
    series: tuple[tuple[Link, str], ...]
    calendar: Link | None
