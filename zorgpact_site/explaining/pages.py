"""What there is to tell of one page: where its text comes from, and what stands where and why."""

from collections.abc import Iterable, Iterator

from zorgpact_site.explaining.articles import in_series, related
from zorgpact_site.explaining.explained import Explained, Item, Part, PartName, Reason, Why
from zorgpact_site.explaining.reasons import naming, reasons_on
from zorgpact_site.explaining.survey import Survey, title_of
from zorgpact_site.fields import table
from zorgpact_site.model.entries import Article, InfoPage, Koploper, Linked, MeetingStatus
from zorgpact_site.model.site import Mention
from zorgpact_site.planning.addresses import earlier_address
from zorgpact_site.planning.page import Page

OVERVIEW, REDIRECT = "overview", "redirect"
_REDIRECT_TEMPLATE = "redirect.html"
_OF_ARTICLES = "article.html"


def explain_page(page: Page, survey: Survey) -> Explained:
    """Explain the page of a text, an overview, or an earlier address that leads on."""
    entry = survey.by_address.get(page.address)
    if entry is not None:
        kind = _kind(entry)
        path, parts = entry.path, _parts(entry, survey)
    elif page.template == _REDIRECT_TEMPLATE:
        kind, path, parts = REDIRECT, page.source, _leads_to(page, survey)
    else:
        # A later part of the list of a region or theme is an overview of that list.
        kind, path, parts = OVERVIEW, page.source, iter([_listing(page, survey)])
    shown = tuple(part for part in parts if part.items)
    return Explained(title_of(page), page.address, path, kind, page.template, shown)


def _kind(entry: Linked) -> str:
    if not isinstance(entry, Article):
        return entry.key.kind.singular
    return MeetingStatus.CANCELLED.value if entry.cancelled else entry.kind.value


def _parts(entry: Linked, survey: Survey) -> Iterator[Part]:
    yield Part(PartName.STANDS_IN, tuple(_stands_in(entry, survey)))
    if isinstance(entry, Article):
        yield Part(PartName.SERIES, tuple(in_series(entry, survey)))
        yield Part(PartName.RELATED, tuple(related(entry, survey)))
        yield _mentions(survey.site.mentions.get(entry.key, ()), entry, survey)
    elif isinstance(entry, InfoPage):
        yield _mentions(survey.site.mentions.get(entry.key, ()), entry, survey)
    else:
        yield from _of_dossier(entry, survey)
    yield Part(PartName.REDIRECTS, tuple(_redirects(entry)))


def _of_dossier(entry: Linked, survey: Survey) -> Iterator[Part]:
    dossier = survey.site.dossiers[entry.key]
    reports = (_mentioned(one, entry, survey) for one in dossier.reports)
    yield Part(PartName.REPORTS, tuple(reports))
    for name, things in (
        (PartName.KOPLOPERS, dossier.koplopers),
        (PartName.TOOLS, dossier.tools),
    ):
        yield Part(name, tuple(_item(one, survey, naming(one, entry.key)) for one in things))
    if isinstance(entry, Koploper):
        met = (
            _item(one.koploper, survey, [Reason(Why.MET, number=one.reports)])
            for one in dossier.met
        )
        yield Part(PartName.MET, tuple(met))
    yield _mentions(dossier.mentions, entry, survey)


def _stands_in(entry: Linked, survey: Survey) -> Iterator[Item]:
    own = survey.address(entry)
    for page in survey.pages.values():
        if page.address == own or page.template == _OF_ARTICLES:
            continue
        if any(one.key == entry.key for one in survey.shown_on(page)):
            reasons = reasons_on(page, entry, survey)
            if reasons:
                yield Item(title_of(page), page.address, page.source, reasons)


def _mentions(mentions: Iterable[Mention], entry: Linked, survey: Survey) -> Part:
    return Part(PartName.MENTIONS, tuple(_mentioned(one, entry, survey) for one in mentions))


def _mentioned(mention: Mention, entry: Linked, survey: Survey) -> Item:
    reasons = naming(mention.source, entry.key)
    return _item(mention.source, survey, reasons, mention.sentence)


def _redirects(entry: Linked) -> Iterator[Item]:
    where = entry.place_of(table.REDIRECT_FROM.key)
    for typed in entry.redirect_from:
        address = earlier_address(typed)
        yield Item(entry.title, address, entry.path, (Reason(Why.REDIRECT, where, typed),))


def _leads_to(page: Page, survey: Survey) -> Iterator[Part]:
    for entry in survey.site.entries:
        for item in _redirects(entry):
            if item.address == page.address:
                target = _item(entry, survey, item.reasons)
                yield Part(PartName.LEADS_TO, (target,))
                return


def _listing(page: Page, survey: Survey) -> Part:
    shown = (_item(one, survey, reasons_on(page, one, survey)) for one in survey.shown_on(page))
    return Part(PartName.LISTS, tuple(shown))


def _item(entry: Linked, survey: Survey, reasons: Iterable[Reason], sentence: str = "") -> Item:
    return Item(entry.title, survey.address(entry), entry.path, tuple(reasons), sentence)
