"""The pieces of pages as templates may show them: finished texts and links, nothing to ask."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from zorgpact_site.model.body import Fill, Laid


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; `current` when they stand for the page itself."""

    text: str
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class ContactView:
    """Who readers can turn to, with links to mail and to call; None when there is no such way."""

    name: str
    mail: Link | None
    phone: Link | None


@dataclass(frozen=True, slots=True)
class Sign:
    """A drawn sign to be laid into the page once: its name, and what stands inside the `svg`."""

    name: str
    drawing: Markup


@dataclass(frozen=True, slots=True)
class When:
    """A date for readers, and for machines as in HTML's `datetime` (empty for a range).

    `day`, `month` and `year` are those of the leaf of a calendar, such as 27, mrt and 2018;
    what is not known is empty. `off` is true for the day of a meeting that was called off.
    """

    text: str
    iso: str = ""
    day: str = ""
    month: str = ""
    year: str = ""
    off: bool = False


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture; width and height are those of its largest file, in pixels.

    `avif` and `srcset` list files of several widths as HTML's `srcset` wants them, the second as
    WebP; `sizes` is how wide the picture stands on the page. All are empty for a drawing.
    """

    src: str
    alt: str
    caption: str
    width: int
    height: int
    sizes: str = ""
    srcset: str = ""
    avif: str = ""


@dataclass(frozen=True, slots=True)
class ThemeTag:
    """A link to a theme, with its drawn sign by name.

    `slug` names its colour in the style sheet (`theme-<slug>`); `sign` may be empty.
    """

    text: str
    href: str
    slug: str
    sign: str


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list. `kind` is report, announcement, article or cancelled.

    `label` is the word for readers; that of a meeting that was moved says so.
    In lists of meetings ahead `date` is the first day that is possible and `until` the last, in
    ISO form; elsewhere they are empty.
    """

    title: str
    href: str
    kind: str
    label: str
    when: When | None
    summary: str
    regions: tuple[Link, ...]
    themes: tuple[ThemeTag, ...]
    picture: PictureView | None = None
    date: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class ThingCard:
    """A region, theme, koploper or tool in a list; `facts` are short texts such as counts.

    `sign` is that of a theme, empty for other things.
    """

    title: str
    href: str
    slug: str
    summary: str
    facts: tuple[str, ...]
    regions: tuple[Link, ...] = ()
    themes: tuple[ThemeTag, ...] = ()
    sign: str = ""
    picture: PictureView | None = None


@dataclass(frozen=True, slots=True)
class MentionView:
    """A text that names the page, with the sentence in which it does so (may be empty)."""

    title: str
    href: str
    label: str
    when: When | None
    sentence: str


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A related article, with the reason in words: `Zorg en technologie en Zwolle`.

    `label` is empty unless its meeting was called off.
    """

    title: str
    href: str
    when: When | None
    reason: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document; `href` is empty when it is not online, `info` tells type and size."""

    title: str
    href: str
    info: str
    note: str


@dataclass(frozen=True, slots=True)
class MetView:
    """A koploper met, and in how many reports."""

    koploper: Link
    reports: int


@dataclass(frozen=True, slots=True)
class Pager:
    """Where in a long list this page is; `label` as in `Deel 3`. Links may be absent."""

    label: str
    newer: Link | None
    older: Link | None


@dataclass(frozen=True, slots=True)
class Group:
    """Articles under a heading such as a year."""

    title: str
    anchor: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class TocItem:
    """A heading in the table of contents; level 2 or deeper."""

    text: str
    anchor: str
    level: int


@dataclass(frozen=True, slots=True)
class BodyView:
    """The text of a page: iterate over it for HTML and pictures in turn.

    `laid` is its HTML, false when there is none; what belongs in its slots is listed by the
    references of the text.
    """

    laid: Laid
    hrefs: tuple[str, ...]
    labels: tuple[str, ...]
    pictures: tuple[PictureView | None, ...]

    def __iter__(self) -> Iterator["Markup | PictureView"]:
        """Give finished HTML, interrupted by pictures that a template draws."""
        parts: list[str] = []
        for piece in self.laid():
            if isinstance(piece, str):
                parts.append(piece)
                continue
            picture = self.pictures[piece.index] if piece.fill is Fill.IMAGE else None
            if picture is not None:
                yield Markup("".join(parts))  # noqa: S704 - made by our own Markdown writer
                yield picture
                parts = []
            else:
                filled = self.hrefs if piece.fill is Fill.HREF else self.labels
                parts.append(escape(filled[piece.index]))
        yield Markup("".join(parts))  # noqa: S704 - likewise
