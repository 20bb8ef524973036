"""The words of taking stock: headings, what to do, and what each finding says."""

from collections.abc import Mapping

from zorgpact_site import wording
from zorgpact_site.dates import PartialDate
from zorgpact_site.reporting.messages import Messages
from zorgpact_site.stocktaking import Finding, Stock, Topic


def headings(messages: Messages) -> Mapping[Topic, tuple[str, str]]:
    """The heading of each chapter, and what an editor can do about it."""
    text = messages.text
    return {
        Topic.AROUND_NOW: (
            text("Meetings around today"),
            text("Is the report written? Then note the day at published or updated."),
        ),
        Topic.UNREPORTED: (
            text("Announced, but no report"),
            text("Write the report, or say in the text what became of the plan."),
        ),
        Topic.KOPLOPERS: (
            text("Koplopers that were not heard of"),
            text("Ask how they are doing. Has one stopped? Then note that at left."),
        ),
        Topic.THEMES: (
            text("Themes without a meeting"),
            text("Is the theme still alive? Plan a meeting, or tell in its text how it ended."),
        ),
        Topic.REGIONS: (
            text("Regions without a meeting"),
            text("Ask the region what is planned, and whether a report is missing."),
        ),
        Topic.CONTACTS: (
            text("Contacts that expire"),
            text("Ask whether the details still hold and may stay; then give a later day."),
        ),
        Topic.ORPHANS: (
            text("Pages nothing leads to"),
            text("Name the page in a text that belongs to it."),
        ),
        Topic.WARNED: (
            text("Texts with many warnings"),
            text("zorgpact check shows each with its line and what to do."),
        ),
        Topic.SUMMARIES: (
            text("Texts without a summary"),
            text("Lists and search show their first sentences instead. Fill in summary."),
        ),
        Topic.PICTURES: (
            text("Articles without a picture"),
            text("A picture is no duty. Do you have a fitting one, then fill in image."),
        ),
        Topic.UNDATED: (
            text("Articles without a date"),
            text("They stand apart in the archive. A year alone will do: date: 2018."),
        ),
        Topic.DRAFTS: (
            text("Drafts that wait"),
            text("Finish them and remove draft: true, or throw them away."),
        ),
    }


def in_words(finding: Finding, topic: Topic, messages: Messages) -> str:
    """What a finding says besides the title of the text; may be empty."""
    if finding.told is not None:
        return messages.message(finding.told)
    date = day(finding.date, messages) if finding.date else ""
    match topic:
        case Topic.KOPLOPERS | Topic.THEMES | Topic.REGIONS:
            return _last(finding, date, messages)
        case Topic.AROUND_NOW | Topic.CONTACTS:
            return _days(finding.number, date, messages)
        case Topic.WARNED:
            return messages.count("{number} warning", "{number} warnings", finding.number)
    return date


def _days(number: int, date: str, messages: Messages) -> str:
    if number == 0:
        return messages.text("{date}, that is today", date=date)
    if number < 0:
        ago = messages.count("{number} day ago", "{number} days ago", -number)
        return f"{date}, {ago}"
    ahead = messages.count("in {number} day", "in {number} days", number)
    return f"{date}, {ahead}"


def _last(finding: Finding, date: str, messages: Messages) -> str:
    if not finding.number:
        return messages.text("never yet")
    if not date:
        return messages.text("only in articles without a date")
    return messages.text("last on {date}", date=date)


def day(date: PartialDate, messages: Messages) -> str:
    """A date as readers of the language write it."""
    return wording.date_text(date) if messages.language == "nl" else str(date)


def summary(stock: Stock, messages: Messages) -> str:
    """How much asks for attention, in a sentence."""
    return messages.count(
        "{number} thing asks for attention", "{number} things ask for attention", stock.count
    )


def quiet_for(stock: Stock, messages: Messages) -> str:
    """What counts as quiet."""
    return messages.count(
        "Quiet means: nothing for {number} month.",
        "Quiet means: nothing for {number} months.",
        stock.months,
    )


def errors_first(stock: Stock, messages: Messages) -> str:
    """That there are errors, which may hide things; empty when there are none."""
    if not stock.errors:
        return ""
    return messages.text(
        "The texts have errors ({number}), so this may be incomplete. First do: zorgpact check",
        number=stock.errors,
    )
