"""Why a text stands on a page: by the page's template, and by what the text itself says."""

from collections.abc import Callable, Iterator, Mapping

from zorgpact_site.dates import PartialDate
from zorgpact_site.diagnostics import Location
from zorgpact_site.explaining.explained import Reason, Why
from zorgpact_site.explaining.survey import Survey
from zorgpact_site.fields import table
from zorgpact_site.kinds import Kind
from zorgpact_site.model.entries import Article, Koploper, Linked, Tool, ToPage
from zorgpact_site.model.keys import Key
from zorgpact_site.planning.meetings import meetings_ahead
from zorgpact_site.planning.page import Page


def reasons_on(page: Page, entry: Linked, survey: Survey) -> tuple[Reason, ...]:
    """Why a text stands on a page that is not its own; empty when it does not by its own doing."""
    owner = survey.owner(page)
    if owner is not None:
        return tuple(naming(entry, owner.key))
    find = _BY_TEMPLATE.get(page.template)
    return tuple(find(entry, survey)) if find else ()


def naming(entry: Linked, key: Key) -> Iterator[Reason]:
    """Where a text names another: in its front matter, and with links."""
    listed = entry.named_at.get(key)
    if listed is not None:
        yield Reason(Why.LISTED, listed, _key_for(entry, key.kind))
    for reference, target in zip(entry.text.body.references, entry.text.targets, strict=True):
        if isinstance(target, ToPage) and target.key == key:
            yield Reason(Why.LINKED, reference.where)


def _key_for(entry: Linked, kind: Kind) -> str:
    """The key of the front matter that names things of a kind."""
    if kind is Kind.REGION:
        return (table.REGIONS if isinstance(entry, Tool) else table.REGION).key
    return kind.value


def _dated(entry: Linked, _survey: Survey) -> Iterator[Reason]:
    date = entry.date if isinstance(entry, Article | Tool) else None
    if date is not None:
        yield _on(Why.DATED, entry, date)
    else:
        yield Reason(Why.UNDATED, Location(entry.path))


def _reviewed(entry: Linked, survey: Survey) -> Iterator[Reason]:
    if isinstance(entry, Koploper) and entry.joined:
        yield Reason(Why.JOINED, entry.place_of(table.JOINED.key), str(entry.joined))
    elif isinstance(entry, Article | Tool):
        yield from _dated(entry, survey)
    else:
        yield Reason(Why.COUNTED)


def _meeting(entry: Linked, survey: Survey) -> Iterator[Reason]:
    if isinstance(entry, Article) and entry.date:
        ahead = any(one.key == entry.key for one in meetings_ahead(survey.site))
        yield _on(Why.AHEAD if ahead else Why.PAST, entry, entry.date)


def _at_home(entry: Linked, survey: Survey) -> Iterator[Reason]:
    match entry:
        case Article():
            coming = [one for one in _meeting(entry, survey) if one.why is Why.AHEAD]
            yield from coming or [Reason(Why.NEWEST)]
        case Tool():
            yield Reason(Why.FIRST)
        case _:
            yield Reason(Why.EVERY, value=entry.key.kind.value)


def _series(entry: Linked, _survey: Survey) -> Iterator[Reason]:
    if isinstance(entry, Article):
        yield Reason(Why.SERIES, entry.place_of(table.SERIES.key), entry.series)


def _kopgroep(entry: Linked, survey: Survey) -> Iterator[Reason]:
    """Koplopers, and the articles that say how many there were, in the chart of growth."""
    if isinstance(entry, Article):
        stated = str(entry.membership or "")
        yield Reason(Why.MEMBERSHIP, entry.place_of(table.MEMBERSHIP.key), stated)
    else:
        yield from _every(entry, survey)


def _every(entry: Linked, _survey: Survey) -> Iterator[Reason]:
    yield Reason(Why.EVERY, value=entry.key.kind.value)


def _on(why: Why, entry: Linked, date: PartialDate) -> Reason:
    return Reason(why, entry.place_of(table.DATE.key), str(date))


_BY_TEMPLATE: Mapping[str, Callable[[Linked, Survey], Iterator[Reason]]] = {
    "home.html": _at_home,
    "articles.html": _every,
    "meetings.html": _meeting,
    "series.html": _series,
    "year.html": _dated,
    "review.html": _reviewed,
    "regions.html": _every,
    "themes.html": _every,
    "koplopers.html": _kopgroep,
    "koploper-themes.html": _every,
    "tools.html": _every,
    "search.html": _every,
    "follow.html": _every,
    "all-pages.html": _every,
}
