"""The pieces that pages are put together from: cards, mentions, pictures, documents, bodies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from urllib.parse import quote

from zorgpact_site import wording
from zorgpact_site.contact_details import dialled
from zorgpact_site.dates import PartialDate
from zorgpact_site.media import Media
from zorgpact_site.model.entries import (
    Article,
    ArticleKind,
    Document,
    Entry,
    Koploper,
    LinkedBody,
    Picture,
    Region,
    Target,
    Theme,
    ToAddress,
    ToHeading,
    ToMedia,
    Tool,
    ToPage,
    ToWeb,
)
from zorgpact_site.model.keys import Key
from zorgpact_site.model.site import Mention, Met, Related
from zorgpact_site.planning.addresses import Addresses, Here, address_of
from zorgpact_site.planning.moments import first_day, last_day
from zorgpact_site.planning.pictures import (
    IN_CARD,
    IN_TEXT,
    picture_view,
    published_path,
    widths,
)
from zorgpact_site.planning.pieces import (
    BodyView,
    Card,
    ContactView,
    DocumentView,
    Link,
    MentionView,
    MetView,
    PictureView,
    RelatedView,
    ThemeTag,
    ThingCard,
    TocItem,
    When,
)

LABELS = {
    ArticleKind.REPORT: "Verslag",
    ArticleKind.ANNOUNCEMENT: "Aankondiging",
    ArticleKind.ARTICLE: "Artikel",
}
_CANCELLED, _MOVED = "Afgelast", "Verplaatst"
_TOC_FROM = 3
_TOC_LEVEL = 3


@dataclass(frozen=True, slots=True)
class Parts:
    """Makes pieces as seen from one page."""

    here: Here
    addresses: Addresses
    signs: Mapping[Key, str]

    def link(self, entry: Entry) -> Link:
        """A link to a text."""
        return Link(entry.title, self.here.to(self.addresses.of(entry.key)))

    def links(self, entries: Iterable[Entry]) -> tuple[Link, ...]:
        """Links to texts."""
        return tuple(self.link(entry) for entry in entries)

    def tags(self, themes: Iterable[Theme]) -> tuple[ThemeTag, ...]:
        """Links to themes, with the name of their colour."""
        return tuple(
            ThemeTag(
                theme.title,
                self.here.to(self.addresses.of(theme.key)),
                theme.key.slug,
                self.signs.get(theme.key, ""),
            )
            for theme in themes
        )

    def card(self, article: Article) -> Card:
        """An article in a list."""
        return Card(
            title=article.title,
            href=self.here.to(self.addresses.of(article.key)),
            kind="cancelled" if article.cancelled else article.kind.value,
            label=label_of(article),
            when=when(article),
            summary=article.summary,
            regions=self.links(article.regions),
            themes=self.tags(article.themes),
            picture=self.picture(article.picture, IN_CARD),
        )

    def cards(self, articles: Iterable[Article]) -> tuple[Card, ...]:
        """Articles in a list."""
        return tuple(self.card(article) for article in articles)

    def cards_ahead(self, articles: Iterable[Article]) -> tuple[Card, ...]:
        """Meetings in a list of what is ahead, each with the day after which it is not."""
        return tuple(
            replace(self.card(one), date=first_day(one), until=last_day(one)) for one in articles
        )

    def thing(
        self,
        entry: Region | Theme | Koploper | Tool,
        facts: Iterable[str] = (),
        on: Key | None = None,
    ) -> ThingCard:
        """A region, theme, koploper or tool in a list; `on` is whose page names it already."""
        return ThingCard(
            title=entry.title,
            href=self.here.to(self.addresses.of(entry.key)),
            slug=entry.key.slug,
            summary=entry.summary,
            facts=tuple(fact for fact in facts if fact),
            regions=self.links(one for one in getattr(entry, "regions", ()) if one.key != on),
            themes=self.tags(one for one in getattr(entry, "themes", ()) if one.key != on),
            sign=self.signs.get(entry.key, ""),
            picture=self.picture(entry.picture, IN_CARD),
        )

    def mention(self, mention: Mention) -> MentionView:
        """A text that names the page."""
        source = mention.source
        article = source if isinstance(source, Article) else None
        return MentionView(
            title=source.title,
            href=self.here.to(self.addresses.of(source.key)),
            label=label_of(article) if article else KINDS[source.key.kind.value],
            when=when(article) if article else None,
            sentence=mention.sentence.rstrip(";,:"),  # what goes on elsewhere, as a list
        )

    def related(self, related: Related) -> RelatedView:
        """A related article and why it is."""
        article = related.article
        href = self.here.to(self.addresses.of(article.key))
        label = label_of(article) if article.cancelled else ""
        return RelatedView(article.title, href, when(article), ", ".join(related.shared), label)

    def met(self, met: Met) -> MetView:
        """A koploper met in reports."""
        return MetView(self.link(met.koploper), met.reports)

    def picture(self, picture: Picture | None, sizes: str = IN_TEXT) -> PictureView | None:
        """The main picture of a page, standing as wide as `sizes` says."""
        if picture is None:
            return None
        return picture_view(picture.media, picture.alt, picture.caption, sizes, self.here)

    def document(self, document: Document) -> DocumentView:
        """A document, with its type and size when it lies on this site."""
        href, info = self._document(document.target)
        return DocumentView(document.title, href, info, document.note)

    def contacts(self, entry: Entry, today: date) -> tuple[ContactView, ...]:
        """Who readers can turn to, as long as the agreed day is not past."""
        return tuple(
            ContactView(
                one.name,
                Link(one.mail, f"mailto:{quote(one.mail, safe='@+')}") if one.mail else None,
                Link(one.phone, f"tel:{dialled(one.phone)}") if one.phone else None,
            )
            for one in entry.contacts
            if not one.expired(today)
        )

    def target(self, title: str, target: ToMedia | ToWeb | None) -> tuple[DocumentView, ...]:
        """The file or address of a tool as a document; empty when it has neither."""
        href, info = self._document(target)
        return (DocumentView(title, href, info, ""),) if href else ()

    def body(self, text: LinkedBody) -> BodyView:
        """The text of a page with its links as seen from here."""
        return BodyView(
            text.body.laid,
            hrefs=tuple(self._href(target) for target in text.targets),
            labels=text.labels,
            pictures=tuple(
                picture_view(target.media, reference.alt, reference.title, IN_TEXT, self.here)
                if isinstance(target, ToMedia) and target.media.look.width
                else None
                for reference, target in zip(text.body.references, text.targets, strict=True)
            ),
        )

    def _href(self, target: Target) -> str:
        match target:
            case ToPage():
                return self.here.to(self.addresses.of(target.key), target.anchor)
            case ToAddress():
                return self.here.to(address_of(target.address), target.anchor)
            case ToMedia():
                return self.here.to(published_path(target.media))
            case ToHeading():
                return self.here.within(target.anchor)
            case ToWeb():
                return target.url

    def _document(self, target: ToMedia | ToWeb | None) -> tuple[str, str]:
        match target:
            case ToMedia(media):
                return self.here.to(published_path(media)), _type_and_size(media)
            case ToWeb(url):
                return url, ""
            case None:
                return "", ""


def label_of(article: Article) -> str:
    """What kind of text an article is, or what became of the meeting that it announces."""
    if article.cancelled:
        return _CANCELLED
    if article.moved and article.kind is ArticleKind.ANNOUNCEMENT:
        return _MOVED
    return LABELS[article.kind]


KINDS = {
    "articles": "Artikel",
    "regions": "Regio",
    "themes": "Thema",
    "koplopers": "Koploper",
    "tools": "Hulpmiddel",
    "pages": "Pagina",
}


def _type_and_size(media: Media) -> str:
    """`PDF, 1,2 MB`; of a picture that is yet to be made only the pixels are known."""
    if not media.is_raster:
        return f"{media.extension.upper()}, {wording.file_size(media.size)}"
    return f"WebP, {widths(media.look.width)[-1]} pixels breed"


def days_in_words(article: Article) -> str:
    """The days of an article's meeting, or that of its publication; empty without a date."""
    start, end = article.date, article.end
    return wording.date_range(start, end, weekday=bool(article.event)) if start else ""


def when(article: Article) -> When | None:
    """When an article's meeting is, or when it was published."""
    if article.date is None:
        return None
    return _when(article.date, article.end, meeting=bool(article.event), off=article.cancelled)


@lru_cache(maxsize=4096)
def _when(start: PartialDate, end: PartialDate | None, *, meeting: bool, off: bool) -> When:
    """The same days are told on many pages."""
    text = wording.whole(wording.date_range(start, end, weekday=meeting))
    iso = str(start) if end in {None, start} else ""
    return When(text, iso, *wording.leaf(start, end), off=off)


def scripts_for(text: LinkedBody) -> tuple[str, ...]:
    """The scripts that help with what stands in a text."""
    return ("notes.js",) if text.body.notes else ()


def contents(text: LinkedBody) -> tuple[TocItem, ...]:
    """The headings of a long text; empty when there are too few to be of use."""
    items = [item for item in text.body.headings if item.level <= _TOC_LEVEL]
    if len(items) < _TOC_FROM:
        return ()
    return tuple(TocItem(item.text, item.anchor, item.level) for item in items)
