"""The page that tells how to follow the site, or one part of it."""

from collections.abc import Iterator
from functools import partial

from zorgpact_site.kinds import Kind
from zorgpact_site.model.site import Site
from zorgpact_site.planning.addresses import Here
from zorgpact_site.planning.axes import AGENDA, FEED, JSON_FEED, Axis
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.following import anchor_of
from zorgpact_site.planning.page import Page
from zorgpact_site.planning.pieces import Link
from zorgpact_site.planning.views.feeds import FollowView, Way, WayGroup

_GROUPS = ((Kind.REGION, "regions"), (Kind.THEME, "themes"), (Kind.KOPLOPER, "koplopers"))


def follow_page(site: Site, frame: Frame) -> Iterator[Page]:  # noqa: ARG001 - as all planners
    """The page with all feeds and calendars. It is there without them too, and says so."""
    yield Page(frame.addresses.section("feeds"), "follow.html", partial(_view, frame))


def _view(frame: Frame) -> FollowView:
    here = frame.at(frame.addresses.section("feeds"))
    whole = frame.followed.get("")
    intro = "Zo hoort u wat er nieuw is, zonder de site steeds te bezoeken."
    return FollowView(
        chrome=frame.chrome(here, frame.settings.sections["feeds"].label, description=intro),
        intro=intro,
        whole=_way(whole, here) if whole else None,
        full=here.absolute(FEED),
        groups=tuple(group for group in _groups(frame, here) if group.ways),
    )


def _groups(frame: Frame, here: Here) -> Iterator[WayGroup]:
    axes = [axis for axis in frame.followed.values() if axis.address]
    for kind, section in _GROUPS:
        members = (axis for axis in axes if axis.key and axis.key.kind is kind)
        title = frame.settings.sections[section].label
        yield WayGroup(title, tuple(_way(axis, here) for axis in members))
    series = (axis for axis in axes if axis.key is None)
    yield WayGroup("Reeksen", tuple(_way(axis, here) for axis in series))


def _way(axis: Axis, here: Here) -> Way:
    return Way(
        page=Link(axis.title, here.to(axis.address)),
        anchor=anchor_of(axis),
        atom=here.to(f"{axis.address}{FEED}"),
        json=here.to(f"{axis.address}{JSON_FEED}"),
        agenda=here.to(f"{axis.address}{AGENDA}"),
    )
