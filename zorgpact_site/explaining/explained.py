"""An explanation as a value: a page, its parts, what stands in each, and the reasons for it."""

from dataclasses import dataclass
from enum import StrEnum

from zorgpact_site.diagnostics import Location


class Why(StrEnum):
    """What makes one text appear with another."""

    LISTED = "listed"
    LINKED = "linked"
    DATED = "dated"
    UNDATED = "undated"
    AHEAD = "ahead"
    PAST = "past"
    SERIES = "series"
    FOLLOWS = "follows"
    JOINED = "joined"
    MEMBERSHIP = "membership"
    COUNTED = "counted"
    NEWEST = "newest"
    FIRST = "first"
    EVERY = "every"
    SHARED = "shared"
    NEAR = "near"
    MET = "met"
    REDIRECT = "redirect"
    DRAFT = "draft"
    UNREADABLE = "unreadable"
    CLASH = "clash"


class PartName(StrEnum):
    """What a part of an explanation is about, seen from the page."""

    STANDS_IN = "stands-in"
    SERIES = "series"
    RELATED = "related"
    REPORTS = "reports"
    KOPLOPERS = "koplopers"
    TOOLS = "tools"
    MET = "met"
    MENTIONS = "mentions"
    LISTS = "lists"
    REDIRECTS = "redirects"
    LEADS_TO = "leads-to"


@dataclass(frozen=True, slots=True)
class Reason:
    """One cause, with the place that says so; `value`, `number` and `total` fill its words.

    A listed thing has the key of the front matter for a value, a shared one its name.
    """

    why: Why
    where: Location | None = None
    value: str = ""
    number: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A page that stands in a part. `path` is its file, empty for pages the site makes itself.

    `sentence` is where a text names the page that is explained; it may be empty.
    """

    title: str
    address: str
    path: str
    reasons: tuple[Reason, ...]
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What belongs together in an explanation, in the order in which readers see it."""

    name: PartName
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A page: what it is called, where it is, the file and template that make it, and its parts.

    `kind` is that of the text, report, announcement or cancelled for meetings; `overview` or
    `redirect` for pages that come from no text of their own.
    """

    title: str
    address: str
    path: str
    kind: str
    template: str
    parts: tuple[Part, ...]
