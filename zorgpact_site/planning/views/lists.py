"""Lists of articles and meetings, and the archive."""

from dataclasses import dataclass

from zorgpact_site.planning.pieces import Card, Group, Link, Pager
from zorgpact_site.planning.views.chrome import Chrome


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of articles, in groups, perhaps one part of several."""

    chrome: Chrome
    intro: str
    groups: tuple[Group, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class MeetingsView:
    """The agenda, the past, and the series of meetings, each with how many and when."""

    chrome: Chrome
    first: bool
    ahead: tuple[Card, ...]
    past: tuple[Group, ...]
    pager: Pager | None
    series: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """The years there are articles of, with how many; the last may be those without a date."""

    chrome: Chrome
    years: tuple[tuple[Link, str], ...]
