"""What other sites show beside a link to a page: a title, a sentence, a card."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from zorgpact_site import wording
from zorgpact_site.checks.theme_contrast import READABLE, contrast_with_white
from zorgpact_site.dates import PartialDate
from zorgpact_site.kinds import Kind
from zorgpact_site.model.entries import Article, Entry, Koploper, Region, Tool, themes_of
from zorgpact_site.model.keys import Key
from zorgpact_site.model.settings import Settings
from zorgpact_site.model.site import Site
from zorgpact_site.planning.addresses import Here
from zorgpact_site.planning.parts import days_in_words, label_of
from zorgpact_site.planning.views.chrome import Social
from zorgpact_site.recipes import SocialCard, ToMake, digest_of
from zorgpact_site.web_addresses import FROM_DISK

BRAND = "#0f4c5c"
_FOLDER = "kaarten"
_DIGEST = 10
_FEW = 3
_KINDS = {
    Kind.REGION: "Regio",
    Kind.THEME: "Thema",
    Kind.KOPLOPER: "Koploper",
    Kind.TOOL: "Hulpmiddel",
}
# Languages and where they are spoken, as the Open Graph protocol wants them.
_LOCALES = {"nl": "nl_NL", "fy": "fy_NL", "en": "en_GB", "de": "de_DE", "fr": "fr_FR"}


@dataclass(frozen=True, slots=True)
class Shared:
    """A card that other sites show, and what it says in words."""

    file: ToMake
    alt: str


Cards = Mapping[Key | None, Shared]


def cards_of(site: Site) -> Cards:
    """The card of each article, region, theme, koploper and tool; that of the site under None.

    There are none where the site has no address: other sites could not fetch them.
    """
    settings = site.settings
    if settings.base_url in {"", FROM_DISK}:
        return {}
    named = chain(site.articles, site.regions, site.themes, site.koplopers, site.tools)
    cards: dict[Key | None, Shared] = {entry.key: _of(entry, settings) for entry in named}
    facts = (settings.description,) if settings.description else ()
    cards[None] = _shared("site", SocialCard(settings.title, "", settings.title, facts, BRAND))
    return cards


def social_of(
    heading: str, about: Entry | None, here: Here, settings: Settings, cards: Cards
) -> Social:
    """What the page at `here` tells other sites; `about` is the text it is the page of."""
    card = cards.get(about.key if about else None) or cards.get(None)
    article = about if isinstance(about, Article) else None
    return Social(
        title=heading,
        type="article" if article else "website",
        url=here.canonical,
        locale=_LOCALES.get(settings.language, ""),
        image=here.absolute(card.file.path) if card else "",
        image_alt=card.alt if card else "",
        published=_day(_published(article)) if article else "",
        updated=_day(article.updated) if article else "",
    )


def _of(entry: Entry, settings: Settings) -> Shared:
    kind = label_of(entry) if isinstance(entry, Article) else _KINDS[entry.key.kind]
    facts = tuple(fact for fact in _facts(entry) if fact)
    card = SocialCard(settings.title, kind, entry.title, facts, _color(entry))
    return _shared(f"{entry.key.kind.singular}-{entry.key.slug}", card)


def _shared(name: str, card: SocialCard) -> Shared:
    path = f"{_FOLDER}/{name}-{digest_of(card)[:_DIGEST]}.{card.ending}"
    title = f"{card.kind}: {card.title}" if card.kind else card.title
    alt = " – ".join(filter(None, (title, ", ".join(card.facts))))
    return Shared(ToMake(path, card), alt)


def _facts(entry: Entry) -> tuple[str, ...]:
    match entry:
        case Article():
            return days_in_words(entry), _names(entry.regions)
        case Koploper():
            return (_names(entry.regions),)
        case Tool():
            date = wording.date_text(entry.date) if entry.date else ""
            return wording.capitalised(entry.kind_of_tool), date, _names(entry.regions)
        case _:
            return ()


def _names(regions: tuple[Region, ...]) -> str:
    if len(regions) > _FEW:
        return f"{len(regions)} regio’s"
    return wording.listing([region.title for region in regions])


def _color(entry: Entry) -> str:
    """The colour of the first theme that has one white letters can be read on."""
    colors = (theme.color for theme in themes_of(entry) if theme.color)
    readable = (color for color in colors if contrast_with_white(color) >= READABLE)
    return next(readable, BRAND)


def _published(article: Article) -> PartialDate | None:
    """The day of publication; the date of a meeting is another one."""
    return article.published or (None if article.event else article.date)


def _day(date: PartialDate | None) -> str:
    return str(date) if date and date.exact else ""
