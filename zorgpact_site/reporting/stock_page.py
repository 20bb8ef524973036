"""Taking stock as one page for editors, which asks nothing of another file or host."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from urllib.parse import quote

from jinja2 import Environment, StrictUndefined, Template

from zorgpact_site import wording
from zorgpact_site.reporting import stock_words
from zorgpact_site.reporting.messages import Messages
from zorgpact_site.stocktaking import Chapter, Finding, Stock, Topic


@dataclass(frozen=True, slots=True)
class Row:
    """A finding as the page shows it; `href` leads to the page on the site, if that is known."""

    title: str
    href: str
    said: str
    place: str


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter as the page shows it."""

    anchor: str
    title: str
    advice: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class View:
    """All that the page shows, in the language of the messages."""

    language: str
    title: str
    lead: str
    summary: str
    quiet: str
    errors: str
    in_order: str
    contents: str
    page: str
    what: str
    file: str
    note: str
    sections: tuple[Section, ...]


def as_page(stock: Stock, messages: Messages) -> str:
    """The page as HTML."""
    text = messages.text
    today = stock.today.isoformat()
    if messages.language == "nl":
        today = wording.day(stock.today)
    view = View(
        language=messages.language,
        title=text("For the editors of {site}", site=stock.site),
        lead=text("As things stood on {date}.", date=today),
        summary=stock_words.summary(stock, messages),
        quiet=stock_words.quiet_for(stock, messages),
        errors=stock_words.errors_first(stock, messages),
        in_order=_in_order(stock, messages),
        contents=text("Contents"),
        page=text("Page"),
        what=text("What there is to say"),
        file=text("File"),
        note=text("This page is made by zorgpact report and is not part of the site."),
        sections=tuple(_section(one, stock, messages) for one in stock.chapters if one.findings),
    )
    return _template().render(view=view)


def _in_order(stock: Stock, messages: Messages) -> str:
    """The chapters with nothing to do, so that a reader knows they were looked at."""
    titles = stock_words.headings(messages)
    names = [titles[one.topic][0] for one in stock.chapters if not one.findings]
    return messages.text("Nothing found: {topics}.", topics="; ".join(names)) if names else ""


def _section(chapter: Chapter, stock: Stock, messages: Messages) -> Section:
    title, advice = stock_words.headings(messages)[chapter.topic]
    rows = (_row(one, chapter.topic, stock, messages) for one in chapter.findings)
    return Section(chapter.topic.value, title, advice, tuple(rows))


def _row(finding: Finding, topic: Topic, stock: Stock, messages: Messages) -> Row:
    known = stock.base_url and finding.address
    return Row(
        title=finding.title,
        href=stock.base_url + quote(finding.address) if known else "",
        said=stock_words.in_words(finding, topic, messages),
        place=f"{finding.path}:{finding.line}" if finding.line else finding.path,
    )


@cache
def _template() -> Template:
    text = (resources.files("zorgpact_site") / "reporting" / "stock.html").read_text("utf-8")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(text)
