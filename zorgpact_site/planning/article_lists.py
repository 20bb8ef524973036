"""Long lists of articles under a heading: a series of meetings, a year of the archive."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from zorgpact_site.model.entries import Article
from zorgpact_site.planning.articles import groups_by_year
from zorgpact_site.planning.calendars import agenda_link
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.moments import known_change
from zorgpact_site.planning.page import Page
from zorgpact_site.planning.paging import Part, address_of, name_of_part, pager, parts_of
from zorgpact_site.planning.pieces import Group, Link
from zorgpact_site.planning.views import ListView


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list of articles is called, where it starts, and where it belongs.

    `intro` stands above the newest part alone, so that all others stay as they are. `onward` is
    the text and address of a page that tells more; it may be absent. `followed` is true for lists
    that have an agenda.
    """

    start: str
    heading: str
    intro: str
    section: str
    template: str
    onward: tuple[str, str] | None = None
    followed: bool = False


def listed_pages(
    listed: Listed, articles: Sequence[Article], frame: Frame, today: date
) -> Iterator[Page]:
    """The pages of a list, in parts when it is long."""
    for part in parts_of(articles):
        draw = partial(_view, listed, part, frame)
        changed = known_change(part.items, today)
        address = address_of(listed.start, part)
        yield Page(address, f"{listed.template}.html", draw, changed=changed)


def _view(listed: Listed, part: Part[Article], frame: Frame) -> ListView:
    here = frame.at(address_of(listed.start, part))
    groups = groups_by_year(part.items, frame.parts(here))
    intro = listed.intro if part.newest else f"{name_of_part(part)}."
    return ListView(
        chrome=frame.chrome(
            here,
            listed.heading,
            description=listed.intro if part.newest else "",
            section=listed.section,
            parent=None if part.newest else Link(listed.heading, here.to(listed.start)),
        ),
        intro=intro,
        groups=_unnamed(groups) if listed.template == "year" else groups,
        pager=pager(listed.start, part, here),
        onward=Link(listed.onward[0], here.to(listed.onward[1])) if listed.onward else None,
        calendar=agenda_link(listed.start, here) if listed.followed and part.newest else None,
    )


def _unnamed(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Within one year its number says nothing: the cards stand without a heading."""
    return tuple(Group("", group.anchor, group.cards) for group in groups)
