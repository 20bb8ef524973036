"""Drafts become entries: the same texts with their names, pictures and links resolved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from zorgpact_site.dates import PartialDate
from zorgpact_site.diagnostics import Location
from zorgpact_site.fields import Field, Values, table
from zorgpact_site.fields.types import Named
from zorgpact_site.kinds import Kind
from zorgpact_site.linking.resolve import Resolver
from zorgpact_site.media import DOCUMENTS, PICTURES
from zorgpact_site.model.body import EXCERPT, Pieces, filled
from zorgpact_site.model.draft import Draft
from zorgpact_site.model.entries import (
    Article,
    ArticleKind,
    ContactPerson,
    Document,
    Entry,
    InfoPage,
    Koploper,
    Linked,
    LinkedBody,
    MeetingStatus,
    Picture,
    Place,
    Region,
    Theme,
    ToMedia,
    Tool,
    ToWeb,
)
from zorgpact_site.model.keys import Key
from zorgpact_site.wording import educated

E = TypeVar("E", bound=Entry)
_LISTS = (
    (table.REGION, Kind.REGION),
    (table.REGIONS, Kind.REGION),
    (table.KOPLOPERS, Kind.KOPLOPER),
    (table.THEMES, Kind.THEME),
)


@dataclass(frozen=True, slots=True)
class Linker:
    """Makes entries in the order in which they need each other; earlier ones stay at hand."""

    resolver: Resolver
    today: date
    regions: dict[Key, Region] = field(default_factory=dict)
    themes: dict[Key, Theme] = field(default_factory=dict)
    koplopers: dict[Key, Koploper] = field(default_factory=dict)

    def region(self, draft: Draft) -> Region:
        """A region; nothing else is needed for it."""
        get = draft.values.get
        made = Region(
            **self._common(draft),
            place=get(table.PLACE) or "",
            lat=get(table.LAT),
            lon=get(table.LON),
            partners=tuple(educated(name) for name in get(table.PARTNERS) or ()),
            website=get(table.WEBSITE) or "",
        )
        self.regions[made.key] = made
        return made

    def theme(self, draft: Draft) -> Theme:
        """A theme; nothing else is needed for it."""
        get = draft.values.get
        made = Theme(
            **self._common(draft),
            since=get(table.SINCE),
            color=get(table.COLOR) or "",
            sign=get(table.SIGN) or "",
            order=int(get(table.ORDER) or 0),
        )
        self.themes[made.key] = made
        return made

    def koploper(self, draft: Draft) -> Koploper:
        """A koploper, after the regions and themes."""
        get = draft.values.get
        mention = get(table.MENTION)
        made = Koploper(
            **self._common(draft),
            regions=self._named(draft, table.REGION, Kind.REGION, self.regions),
            themes=self._named(draft, table.THEMES, Kind.THEME, self.themes),
            joined=get(table.JOINED),
            left=get(table.LEFT),
            website=get(table.WEBSITE) or "",
            mention=True if mention is None else mention,
        )
        self.koplopers[made.key] = made
        return made

    def tool(self, draft: Draft) -> Tool:
        """A tool, after the koplopers."""
        get = draft.values.get
        return Tool(
            **self._common(draft),
            kind_of_tool=get(table.TOOL_KIND) or "",
            regions=self._named(draft, table.REGIONS, Kind.REGION, self.regions),
            themes=self._named(draft, table.THEMES, Kind.THEME, self.themes),
            koplopers=self._named(draft, table.KOPLOPERS, Kind.KOPLOPER, self.koplopers),
            target=self._target(draft.path, draft.values, table.FILE, table.URL),
            date=get(table.DATE),
        )

    def page(self, draft: Draft) -> InfoPage:
        """A page about the site."""
        return InfoPage(**self._common(draft))

    def article(self, draft: Draft) -> Article:
        """An article, after the koplopers."""
        get = draft.values.get
        follows = get(table.FOLLOWS)
        before = self.resolver.names([follows], Kind.ARTICLE) if follows else ()
        membership = get(table.MEMBERSHIP)
        status = MeetingStatus(get(table.STATUS) or "")
        return Article(
            **self._common(draft),
            kind=article_kind(
                get(table.EVENT) or "", get(table.DATE), get(table.END), self.today, status
            ),
            event=educated(get(table.EVENT) or ""),
            date=get(table.DATE),
            end=get(table.END),
            starts=get(table.STARTS) or "",
            ends=get(table.ENDS) or "",
            status=status,
            moved_from=get(table.MOVED_FROM),
            place=_place(get(table.LOCATION)),
            regions=self._named(draft, table.REGION, Kind.REGION, self.regions),
            themes=self._named(draft, table.THEMES, Kind.THEME, self.themes),
            koplopers=self._named(draft, table.KOPLOPERS, Kind.KOPLOPER, self.koplopers),
            series=educated(get(table.SERIES) or ""),
            follows=before[0] if before else None,
            organizers=tuple(educated(name) for name in get(table.ORGANIZERS) or ()),
            attendance=educated(get(table.ATTENDANCE) or ""),
            membership=None if membership is None else int(membership),
            authors=get(table.AUTHORS) or (),
            published=get(table.PUBLISHED),
        )

    def any(self, draft: Draft) -> Linked:
        """A text of whatever kind."""
        make: dict[Kind, Callable[[Draft], Linked]] = {
            Kind.REGION: self.region,
            Kind.THEME: self.theme,
            Kind.KOPLOPER: self.koploper,
            Kind.TOOL: self.tool,
            Kind.PAGE: self.page,
            Kind.ARTICLE: self.article,
        }
        return make[draft.key.kind](draft)

    def _common(self, draft: Draft) -> dict[str, Any]:
        """What all kinds of text have, as arguments for their type."""
        get = draft.values.get
        own = frozenset(heading.anchor for heading in draft.body.headings)
        targets = self.resolver.references(draft.body.references, draft.path, own)
        text = LinkedBody(draft.body, targets)
        return {
            "key": draft.key,
            "path": draft.path,
            "title": draft.title,
            "summary": educated(get(table.SUMMARY) or "") or excerpt(text),
            "text": text,
            "aliases": get(table.ALIASES) or (),
            "picture": self._picture(draft),
            "documents": self._documents(draft),
            "contacts": _contacts(draft),
            "updated": get(table.UPDATED),
            "earlier": get(table.REDIRECT_FROM) or (),
            "places": draft.values.places,
            "named_at": self._named_at(draft),
        }

    def _named_at(self, draft: Draft) -> dict[Key, Location]:
        """Where the front matter names which thing; the first place when it does so twice.

        A misspelt name counts for what it was perhaps meant for, so that the one mistake does
        not make others.
        """
        places: dict[Key, Location] = {}
        for listing, kind in _LISTS:
            for name in draft.values.get(listing) or ():
                for key in self.resolver.meant(name, kind):
                    places.setdefault(key, name.where)
        return places

    def _named(
        self,
        draft: Draft,
        field: Field[tuple[Named, ...]],
        kind: Kind,
        made: Mapping[Key, E],
    ) -> tuple[E, ...]:
        keys = self.resolver.names(draft.values.get(field) or (), kind)
        return tuple(made[key] for key in keys if key in made)

    def _picture(self, draft: Draft) -> Picture | None:
        values = draft.values.get(table.IMAGE)
        src = values.get(table.SRC) if values else None
        where = values.place(table.SRC) if values else None
        if values is None or src is None or where is None:
            return None
        found = self.resolver.file(src, draft.path, where, PICTURES)
        if found is None:
            return None
        alt, caption = values.get(table.ALT) or "", values.get(table.CAPTION) or ""
        described = values.place(table.ALT) or where
        return Picture(found.media, educated(alt), educated(caption), described)

    def _documents(self, draft: Draft) -> tuple[Document, ...]:
        return tuple(
            Document(
                educated(values.get(table.DOCUMENT_TITLE) or ""),
                educated(values.get(table.DOCUMENT_NOTE) or ""),
                self._target(draft.path, values, table.DOCUMENT_FILE, table.DOCUMENT_URL),
                values.place(table.DOCUMENT_URL) or Location(draft.path),
            )
            for values in draft.values.get(table.DOCUMENTS) or ()
        )

    def _target(
        self, path: str, values: Values, file: Field[str], url: Field[str]
    ) -> ToMedia | ToWeb | None:
        typed, where, web = values.get(file), values.place(file), values.get(url)
        if typed and where:
            return self.resolver.file(typed, path, where, DOCUMENTS + PICTURES)
        return ToWeb(web) if web else None


def article_kind(
    event: str,
    date: PartialDate | None,
    end: PartialDate | None,
    today: date,
    status: MeetingStatus = MeetingStatus.AS_PLANNED,
) -> ArticleKind:
    """A meeting is ahead until its last (possible) day is over; from then on it is reported.

    This alone decides what is ahead, so that all lists of a site agree: a meeting of today, or of
    several days of which today is one, still counts. Of one that was called off there is nothing
    to report.
    """
    if not event:
        return ArticleKind.ARTICLE
    if date is not None and (end or date).last_day >= today:
        return ArticleKind.ANNOUNCEMENT
    if status is MeetingStatus.CANCELLED:
        return ArticleKind.ARTICLE
    return ArticleKind.REPORT


def excerpt(text: LinkedBody) -> str:
    """The first sentence or sentences of a text, for where it has no summary."""
    words = ""
    for pieces in text.body.opening:
        sentence = sentence_text(text, pieces)
        if words and len(words) + len(sentence) > EXCERPT:
            break
        words = f"{words} {sentence}".strip()
    return words if len(words) <= 2 * EXCERPT else f"{words[: 2 * EXCERPT].rsplit(' ', 1)[0]}…"


def sentence_text(text: LinkedBody, sentence: Pieces) -> str:
    """A sentence of a text with the names in its links filled in."""
    return filled(sentence, lambda slot: text.label(slot.index))


def _contacts(draft: Draft) -> tuple[ContactPerson, ...]:
    """Those with a day until which they hold; for one without it reading has told."""
    found: list[ContactPerson] = []
    for values in draft.values.get(table.CONTACT) or ():
        until, where = values.get(table.CONTACT_UNTIL), values.place(table.CONTACT_UNTIL)
        if until is not None and where is not None:
            name = educated(values.get(table.CONTACT_NAME) or "")
            mail = values.get(table.CONTACT_MAIL) or ""
            phone = values.get(table.CONTACT_PHONE) or ""
            found.append(ContactPerson(name, mail, phone, until, where))
    return tuple(found)


def _place(values: Values | None) -> Place | None:
    if values is None:
        return None
    name, town = values.get(table.PLACE_NAME) or "", values.get(table.PLACE_TOWN) or ""
    return Place(educated(name), educated(town))
