"""Pages of single articles."""

from dataclasses import dataclass

from zorgpact_site.planning.pieces import (
    BodyView,
    Card,
    ContactView,
    DocumentView,
    Link,
    MentionView,
    PictureView,
    RelatedView,
    ThemeTag,
    ThingCard,
    TocItem,
    When,
)
from zorgpact_site.planning.views.chrome import Chrome


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article. Empty texts and tuples are facts that are not known and not shown.

    `notice` is the start of a sentence about a meeting ahead that ends with the date, and a whole
    one about a meeting that is off. `calendar` is the file for readers' own calendars, and
    `no_calendar` says why a meeting ahead has none.
    `until` is the last possible day of a meeting that is ahead, in ISO form.
    `summary` is what stands above the text, as an editor wrote it.
    """

    chrome: Chrome
    kind: str
    label: str
    summary: str
    event: str
    notice: str
    when: When | None
    moved_from: When | None
    until: str
    hours: str
    place: str
    series: Link | None
    calendar: Link | None
    no_calendar: str
    organizers: str
    attendance: str
    regions: tuple[Link, ...]
    koplopers: tuple[Link, ...]
    themes: tuple[ThemeTag, ...]
    authors: str
    contacts: tuple[ContactView, ...]
    published: When | None
    updated: When | None
    picture: PictureView | None
    contents: tuple[TocItem, ...]
    body: BodyView
    documents: tuple[DocumentView, ...]
    tools: tuple[ThingCard, ...]
    previous: Card | None
    next: Card | None
    related: tuple[RelatedView, ...]
    mentions: tuple[MentionView, ...]
