"""The feeds of the site and of all that can be followed, as Atom and as JSON Feed."""

from collections.abc import Iterator, Sequence
from functools import partial

from zorgpact_site.model.site import Site
from zorgpact_site.planning.addresses import FromAfar, earlier_address
from zorgpact_site.planning.axes import FEED, JSON_FEED, Axis, identity
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.feed_content import content_of
from zorgpact_site.planning.following import Dated, newest
from zorgpact_site.planning.moments import timestamp
from zorgpact_site.planning.page import DataFile, Form, Page
from zorgpact_site.planning.views.feeds import FeedCategory, FeedEntry, FeedFile

# Programs ask for a feed every hour, so it must stay small; who was away for some weeks must
# still find all that is new. A site as a whole gains an article or two in a week, a part of it
# one in a month: so many are months of the first and most of a year of the second.
_WHOLE = 20
_PART = 10


def feed_files(
    site: Site,
    frame: Frame,
    pages: Sequence[Page],  # noqa: ARG001 - as all planners of files
) -> Iterator[DataFile]:
    """Two feeds below the address of all that can be followed, and below its earlier addresses.

    A reader of feeds does not follow the page at an earlier address on to the present one. So the
    feed goes on there, and names its present address as its own.
    """
    listed = {
        axis.address: newest(axis.articles, site.today)[: _PART if axis.address else _WHOLE]
        for axis in frame.followed.values()
    }
    moved = {
        frame.addresses.of(thing.key): (thing.redirect_from, thing.path)
        for thing in (*site.regions, *site.themes, *site.koplopers)
    }
    for axis in frame.followed.values():
        members = listed[axis.address]
        (last, *_others) = members or listed[""]
        draw = partial(_feed, axis, frame, timestamp(last.changed), members)
        earlier, source = moved.get(axis.address, ((), ""))
        yield from _both(draw, axis.address, "")
        for place in map(earlier_address, earlier):
            if place.endswith("/"):
                yield from _both(draw, place, source)


def _both(draw: partial[FeedFile], place: str, source: str) -> Iterator[DataFile]:
    """A feed in both forms; each knows its own address, wherever it is laid."""
    for name, form in ((FEED, Form.ATOM), (JSON_FEED, Form.JSON_FEED)):
        yield DataFile(f"{place}{name}", form, partial(draw, name), source)


def _feed(axis: Axis, frame: Frame, updated: str, members: Sequence[Dated], name: str) -> FeedFile:
    """The feed of an axis under the name of one of its forms."""
    settings = frame.settings
    here = FromAfar(axis.address, settings.base_url)
    title = f"{axis.title} – {settings.title}" if axis.address else settings.title
    about = f"Wat er nieuw is over {axis.title} op {settings.title}."
    return FeedFile(
        title=title,
        description=about if axis.address else settings.description,
        language=settings.language,
        url=here.to(f"{axis.address}{name}"),
        home=here.canonical,
        site=settings.title,
        site_url=here.to(""),
        icon=here.to(frame.assets.icon) if frame.assets.icon else "",
        updated=updated,
        entries=tuple(_entry(one, frame) for one in members),
    )


def _entry(one: Dated, frame: Frame) -> FeedEntry:
    article = one.article
    here = FromAfar(frame.addresses.of(article.key), frame.settings.base_url)
    parts = frame.parts(here)
    picture = parts.picture(article.picture)
    return FeedEntry(
        id=here.to(identity(article, frame.addresses)),
        url=here.canonical,
        title=article.title,
        summary=article.summary,
        content=content_of(article, parts),
        published=timestamp(one.published),
        updated=timestamp(one.changed),
        authors=article.authors,
        categories=tuple(
            FeedCategory(thing.key.slug, thing.title, here.to(frame.addresses.section(section)))
            for section, things in (
                ("themes", article.themes),
                ("regions", article.regions),
                ("koplopers", article.koplopers),
            )
            for thing in things
        ),
        image=picture.src if picture else "",
    )
