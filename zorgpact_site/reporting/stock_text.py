"""Taking stock as text for a terminal, and as JSON for programs."""

import json
from typing import Any

from zorgpact_site.reporting import stock_words
from zorgpact_site.reporting.machine import diagnostic_values
from zorgpact_site.reporting.messages import Messages
from zorgpact_site.reporting.text import Paint, plain
from zorgpact_site.stocktaking import Chapter, Finding, Stock, Topic

VERSION = 1
_LISTED = 15  # of one chapter; the page for editors has all


def as_text(stock: Stock, messages: Messages, paint: Paint = plain) -> str:
    """The chapters that have findings, each with what to do."""
    head = [
        paint(stock_words.summary(stock, messages), "title"),
        stock_words.quiet_for(stock, messages),
        *filter(None, [stock_words.errors_first(stock, messages)]),
    ]
    chapters = (_chapter(one, messages, paint) for one in stock.chapters if one.findings)
    return "\n\n".join(["\n".join(head), *chapters])


def _chapter(chapter: Chapter, messages: Messages, paint: Paint) -> str:
    title, advice = stock_words.headings(messages)[chapter.topic]
    shown = chapter.findings[:_LISTED]
    lines = [f"{paint(title, 'title')} ({len(chapter.findings)})", f"  {advice}"]
    lines += [_line(one, chapter.topic, messages, paint) for one in shown]
    more = len(chapter.findings) - len(shown)
    if more:
        lines.append(messages.text("  and {number} more; --html has them all", number=more))
    return "\n".join(lines)


def _line(finding: Finding, topic: Topic, messages: Messages, paint: Paint) -> str:
    said = stock_words.in_words(finding, topic, messages)
    place = f"{finding.path}:{finding.line}" if finding.line else finding.path
    title = f"{finding.title}: {said}" if said else finding.title
    return f"  - {title}  {paint(place, 'quiet')}"


def as_json(stock: Stock, messages: Messages) -> str:
    """A JSON object with `version`, the day and all chapters, also those without findings."""
    made = {
        "version": VERSION,
        "today": stock.today.isoformat(),
        "months": stock.months,
        "errors": stock.errors,
        "chapters": {
            one.topic.value: [_values(finding, one.topic, messages) for finding in one.findings]
            for one in stock.chapters
        },
    }
    return json.dumps(made, ensure_ascii=False, indent=2)


def _values(finding: Finding, topic: Topic, messages: Messages) -> dict[str, Any]:
    return {
        "title": finding.title,
        "file": finding.path,
        "line": finding.line,
        "address": f"/{finding.address}" if finding.address else "",
        "date": str(finding.date or ""),
        "number": finding.number,
        "text": stock_words.in_words(finding, topic, messages),
        "diagnostic": diagnostic_values(finding.told, messages) if finding.told else None,
    }
