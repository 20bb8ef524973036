"""What taking stock gives: chapters, each with the texts that ask for an editor's attention."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zorgpact_site.dates import PartialDate
from zorgpact_site.diagnostics import Diagnostic
from zorgpact_site.model.entries import Entry


class Topic(StrEnum):
    """What a chapter is about."""

    AROUND_NOW = "around-now"
    UNREPORTED = "unreported"
    KOPLOPERS = "quiet-koplopers"
    THEMES = "quiet-themes"
    REGIONS = "quiet-regions"
    CONTACTS = "contacts"
    ORPHANS = "orphans"
    WARNED = "warned"
    SUMMARIES = "without-summary"
    PICTURES = "without-picture"
    UNDATED = "undated"
    DRAFTS = "drafts"


@dataclass(frozen=True, slots=True)
class Finding:
    """One text that asks for attention; `line` is 0 when no line in particular does.

    `date` and `number` mean what the topic makes of them: when something was heard of last and
    in how many articles, the day of a meeting or contact and how many days ahead that is
    (negative when past), how many warnings. `told` is what a rule says, where one does.
    """

    title: str
    path: str
    line: int = 0
    address: str = ""
    date: PartialDate | None = None
    number: int = 0
    told: Diagnostic | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """The findings on one topic, the most urgent first."""

    topic: Topic
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Stock:
    """All that asks for attention on a day; quiet is what was not heard of for so many months.

    `base_url` is where the site is, empty when that is not known. `errors` counts the mistakes
    that stop publication, which `check` tells of.
    """

    site: str
    base_url: str
    today: date
    months: int
    errors: int
    chapters: tuple[Chapter, ...]

    @property
    def count(self) -> int:
        """How many findings there are together."""
        return sum(len(chapter.findings) for chapter in self.chapters)


def about(
    entry: Entry, address: str, date: PartialDate | None = None, number: int = 0, line: int = 0
) -> Finding:
    """A finding about a text as a whole, or about one line of it."""
    return Finding(entry.title, entry.path, line, address, date, number)
