"""An article as a feed has it whole: HTML that can stand on any page, with addresses in full."""

from collections.abc import Iterator

from markupsafe import escape

from zorgpact_site import wording
from zorgpact_site.model.entries import Article, MeetingStatus
from zorgpact_site.planning.parts import Parts, days_in_words
from zorgpact_site.planning.pieces import DocumentView, PictureView
from zorgpact_site.planning.views.feeds import FeedText, image

_BREAK = "<br>"


def content_of(article: Article, parts: Parts) -> FeedText:
    """The text of an article and what stands around it; `parts` must see it from afar.

    Left out is what the page says on one day and not on another, so that a feed stays as it is:
    that a meeting is still to come, and who to turn to until when. A reader of feeds may keep
    addresses of people for ever.
    """
    picture = parts.picture(article.picture)
    documents = tuple(parts.document(one) for one in article.documents)
    before = (
        *_status(article),
        _lead(article),
        f"<p>{_BREAK.join(map(escape, _meeting(article)))}</p>\n" if article.event else "",
        _figure(picture) if picture else "",
    )
    after = _documents(documents) if documents else ""
    return FeedText("".join(before), parts.body(article.text), after, parts.here.canonical)


def _status(article: Article) -> Iterator[str]:
    match article.status:
        case MeetingStatus.CANCELLED:
            yield "<p><strong>Deze bijeenkomst is afgelast.</strong></p>\n"
        case MeetingStatus.MOVED:
            first = article.moved_from
            day = f" Eerst stond {wording.date_text(first)} gepland." if first else ""
            yield f"<p><strong>Deze bijeenkomst is verplaatst.</strong>{day}</p>\n"
        case MeetingStatus.AS_PLANNED:
            return


def _lead(article: Article) -> str:
    return f"<p>{escape(article.lead)}</p>\n" if article.lead else ""


def _meeting(article: Article) -> Iterator[str]:
    """What meeting it was or will be, when and where, a line each."""
    yield article.event
    if day := days_in_words(article):
        yield ", ".join(filter(None, (day, wording.hours(article.starts, article.ends))))
    if article.place:
        yield ", ".join(filter(None, (article.place.name, article.place.town)))


def _figure(picture: PictureView) -> str:
    words = f"<figcaption>{escape(picture.caption)}</figcaption>"
    return f"<figure>{image(picture)}{words if picture.caption else ''}</figure>\n"


def _documents(documents: tuple[DocumentView, ...]) -> str:
    items = "".join(_document(one) for one in documents)
    return f"<h2>Documenten</h2>\n<ul>\n{items}</ul>\n"


def _document(document: DocumentView) -> str:
    if document.href:
        title = f'<a href="{escape(document.href)}">{escape(document.title)}</a>'
    else:
        title = f"{escape(document.title)} (niet online)"
    more = ", ".join(filter(None, (document.info, document.note)))
    return f"<li>{title}{f' ({escape(more)})' if more else ''}</li>\n"
