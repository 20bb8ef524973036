"""The words of explanations: kinds of page, parts of them, and reasons."""

from collections.abc import Mapping

from zorgpact_site import wording
from zorgpact_site.dates import parse_date
from zorgpact_site.explaining import PartName, Reason, Why
from zorgpact_site.kinds import Kind
from zorgpact_site.reporting.messages import Messages

_DATES = frozenset({Why.DATED, Why.AHEAD, Why.PAST, Why.JOINED})


def in_words(reason: Reason, messages: Messages) -> str:
    """One reason as a clause, without its place."""
    value = reason.value
    if reason.why in _DATES and messages.language == "nl":
        date = parse_date(value)
        value = wording.date_text(date) if date else value
    if reason.why is Why.EVERY:
        value = _every(messages)[value]
    said = _reasons(messages)[reason.why]
    return said.format(value=value, number=reason.number, total=reason.total)


def kinds(messages: Messages) -> Mapping[str, str]:
    """What a page is."""
    text = messages.text
    return {
        "report": text("report of a meeting"),
        "announcement": text("announcement of a meeting"),
        "cancelled": text("meeting that was called off"),
        "article": text("article"),
        "region": text("region"),
        "theme": text("theme"),
        "koploper": text("koploper"),
        "tool": text("tool"),
        "page": text("page about the site"),
        "overview": text("overview"),
        "redirect": text("earlier address that leads on"),
    }


def parts(messages: Messages) -> Mapping[PartName, str]:
    """The heading of each part."""
    text = messages.text
    return {
        PartName.STANDS_IN: text("Stands in these lists"),
        PartName.SERIES: text("Previous and next meeting"),
        PartName.RELATED: text("Related articles, best first"),
        PartName.REPORTS: text("Reports and articles that stand here"),
        PartName.KOPLOPERS: text("Koplopers that stand here"),
        PartName.TOOLS: text("Tools that stand here"),
        PartName.MET: text("Koplopers met in the same reports"),
        PartName.MENTIONS: text("Other pages that mention this one"),
        PartName.LISTS: text("What stands on this page"),
        PartName.REDIRECTS: text("Earlier addresses that lead here"),
        PartName.LEADS_TO: text("Leads on to"),
    }


def _reasons(messages: Messages) -> Mapping[Why, str]:
    text = messages.text
    return {
        Why.LISTED: text("named under {value}"),
        Why.LINKED: text("the text links to it"),
        Why.DATED: text("the date is {value}"),
        Why.UNDATED: text("there is no date"),
        Why.AHEAD: text("the meeting of {value} is not over yet"),
        Why.PAST: text("the meeting was on {value}"),
        Why.SERIES: text("belongs to the series {value}"),
        Why.FOLLOWS: text("named under follows, in “{value}”"),
        Why.JOINED: text("joined the Kopgroep on {value}"),
        Why.MEMBERSHIP: text("says that there were {value} koplopers"),
        Why.COUNTED: text("counted in the articles of that year"),
        Why.NEWEST: text("one of the newest articles"),
        Why.FIRST: text("one of the first tools in alphabetical order"),
        Why.EVERY: text("here stands {value}"),
        Why.SHARED: text("both have {value}, as {number} of the {total} articles do"),
        Why.NEAR: text("days between them: {number}"),
        Why.MET: text("reports that name both: {number}"),
        Why.REDIRECT: text("named under redirect_from"),
        Why.DRAFT: text("it is a draft, so it is not published"),
        Why.UNREADABLE: text("its front matter cannot be read; zorgpact check says why"),
        Why.CLASH: text("another file has the same address: {value}"),
    }


def _every(messages: Messages) -> Mapping[str, str]:
    text = messages.text
    return {
        Kind.ARTICLE: text("every article"),
        Kind.REGION: text("every region"),
        Kind.THEME: text("every theme"),
        Kind.KOPLOPER: text("every koploper"),
        Kind.TOOL: text("every tool"),
        Kind.PAGE: text("every page about the site"),
    }
