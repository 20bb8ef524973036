"""Explanations as text for a terminal: a page with its reasons, a rule with its meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import Formatter
from textwrap import fill

from zorgpact_site.diagnostics import Location
from zorgpact_site.explaining import Absent, Explained, Item, Part, Reason
from zorgpact_site.explaining.rules import RuleExplained
from zorgpact_site.reporting import reasons
from zorgpact_site.reporting.messages import Messages
from zorgpact_site.reporting.text import Paint, TextReport, plain
from zorgpact_site.source import Text

_WIDTH = 96
_LISTED = 25  # of one part; more is no reading matter
_EXAMPLES = 3  # of what a rule says now


@dataclass(frozen=True, slots=True)
class Explainer:
    """Puts explanations into words; `texts` are the files, whose lines it repeats."""

    messages: Messages
    texts: Mapping[str, Text]
    paint: Paint = plain

    def page(self, told: Explained) -> str:
        """A page: where it is, what makes it, and its parts with their reasons."""
        text = self.messages.text
        facts = (
            (text("located at"), f"/{told.address}"),
            (text("kind"), reasons.kinds(self.messages)[told.kind]),
            (text("file"), told.path or text("none: the site makes this page itself")),
            (text("template"), told.template),
        )
        parts = (self._part(part, told.path) for part in told.parts)
        return "\n\n".join([self._head(told.title, facts), *parts])

    def absent(self, told: Absent) -> str:
        """A file that makes no page, and why."""
        text = self.messages.text
        facts = (
            (text("file"), told.path),
            (text("page"), text("none: {reason}", reason=self._reason(told.reason, told.path))),
            (text("located at"), text("would be /{address}", address=told.address)),
        )
        return self._head(told.title, facts)

    def rule(self, told: RuleExplained) -> str:
        """A rule: what it says and means, how heavy it weighs, how to silence it."""
        text, rule = self.messages.text, told.rule
        weight = self.messages.severity(told.weight)
        if told.weight is not rule.severity:
            usual = self.messages.severity(rule.severity)
            weight = text("{weight} on this site, usually {usual}", weight=weight, usual=usual)
        free = text("can be set") if told.settable else text("always holds")
        said = [with_dots(text(rule.message)), with_dots(text(rule.hint))]
        parts = [
            self._head(rule.slug, ((text("weight"), f"{weight} ({free})"),)),
            _wrapped(text(rule.about)),
            "\n".join([text("It says:"), *(f"  {line}" for line in said)]),
            *([self._ignoring(told)] if told.settable else []),
            self._found(told),
        ]
        return "\n\n".join(parts)

    def _head(self, title: str, facts: Sequence[tuple[str, str]]) -> str:
        width = max(len(label) for label, _fact in facts)
        lines = (f"  {label.ljust(width)}  {fact}" for label, fact in facts)
        return "\n".join([self.paint(title, "title"), *lines])

    def _part(self, part: Part, own: str) -> str:
        text = self.messages.text
        name = self.paint(reasons.parts(self.messages)[part.name], "title")
        more = len(part.items) - _LISTED
        rest = [text("  and {number} more; --format json has them all", number=more)]
        return "\n".join(
            [
                f"{name} ({len(part.items)})",
                *(self._item(one, own) for one in part.items[:_LISTED]),
                *(rest if more > 0 else []),
            ]
        )

    def _item(self, item: Item, own: str) -> str:
        address = self.paint(f"/{item.address}", "quiet")
        lines = [f"  {item.title}  {address}"]
        lines += [f"    {self._reason(reason, own)}" for reason in item.reasons]
        if item.sentence:
            lines.append(_wrapped(f"“{item.sentence}”", "    "))
        return "\n".join(lines)

    def _reason(self, reason: Reason, own: str) -> str:
        said = reasons.in_words(reason, self.messages)
        if reason.where is None:
            return said
        return f"{said} ({self._place(reason.where, own)})"

    def _place(self, where: Location, own: str) -> str:
        """The line that says so, by its number alone when it is in the page's own file."""
        place = f"{where.path}:{where.line}"
        if where.path == own:
            place = self.messages.text("line {line}", line=where.line)
        text = self.texts.get(where.path)
        line = text.line(where.line).strip() if text and where.length else ""
        shown = self.paint(line, "quoted")
        return f"{place}: {shown}" if line and len(line) <= _WIDTH // 2 else place

    def _ignoring(self, told: RuleExplained) -> str:
        text, slug = self.messages.text, told.rule.slug
        lines = [
            text("To silence it in one file, with the reason, in its front matter:"),
            "  ignore:",
            f"    {slug}: {text('why it does not hold here')}",
            text("To set it for the whole site, to error, warning or off, in content/site.yaml:"),
            "  rules:",
            f"    {slug}: off",
        ]
        if told.ignored:
            lines.append(text("Silenced now:"))
            lines += [f"  {one.where.path}:{one.where.line}  {one.reason}" for one in told.ignored]
        return "\n".join(lines)

    def _found(self, told: RuleExplained) -> str:
        text, found = self.messages.text, told.found
        if not found:
            return text("On this site it has nothing to say now.")
        report = TextReport(self.messages, self.texts, self.paint)
        head = self.messages.count(
            "On this site it now says {number} thing:",
            "On this site it now says {number} things:",
            len(found),
        )
        more = len(found) - _EXAMPLES
        rest = [text("and {number} more: zorgpact check", number=more)] if more > 0 else []
        return "\n\n".join([head, *(report.one(one) for one in found[:_EXAMPLES]), *rest])


def with_dots(text: str) -> str:
    """A message as editors see it, with dots where it repeats their own words."""
    holes = {name for _before, name, _form, _how in Formatter().parse(text) if name}
    return text.format(**dict.fromkeys(holes, "…"))


def _wrapped(text: str, indent: str = "") -> str:
    return fill(
        text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )
