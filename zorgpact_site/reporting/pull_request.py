"""What a change does to the site, as Markdown beside it: pages that come and go, and mistakes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from zorgpact_site.diagnostics import Diagnostic, Severity
from zorgpact_site.reporting.markdown_text import escaped, link
from zorgpact_site.reporting.messages import Messages
from zorgpact_site.reporting.tally import tally

# Below the 65,536 signs that a comment on GitHub holds, and far below a step's summary (1 MiB).
LONGEST = 60_000
_ROWS = (200, 100, 50, 20, 5)  # of each list, the first number with which it all fits
_OPEN = 10  # a longer list is folded


@dataclass(frozen=True, slots=True, order=True)
class ShownPage:
    """A page by its address, such as `artikelen/zwolle/`, and the title it has or had."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class SiteChanges:
    """Pages that a build added, changed and removed, and numbers of other files likewise."""

    added: tuple[ShownPage, ...]
    changed: tuple[ShownPage, ...]
    removed: tuple[ShownPage, ...]
    files: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PullRequestReport:
    """Writes the report.

    `source_url` is a web address with holes `{path}` and `{line}`, for places in texts; `base_url`
    is where the pages will be seen. Without either, what it is for is not a link. `prefix` is where
    the site lies in the repository, such as `docs/`.
    """

    messages: Messages
    source_url: str = ""
    base_url: str = ""
    prefix: str = ""

    def of(self, found: Sequence[Diagnostic], changes: SiteChanges | None) -> str:
        """The report on a build: mistakes, and what it changed; no `changes` when it failed."""
        for rows in _ROWS:
            report = self._report(found, changes, rows)
            if len(report) <= LONGEST:
                break
        return report

    def _report(self, found: Sequence[Diagnostic], changes: SiteChanges | None, rows: int) -> str:
        text = self.messages.text
        if changes is None:
            head = [f"## {text('The site is not published')}"]
        else:
            head = [f"## {text('What changes on the site')}", *self._changes(changes, rows)]
        return "\n\n".join([*head, *self._problems(found, rows)]) + "\n"

    def _changes(self, changes: SiteChanges, rows: int) -> list[str]:
        count, text = self.messages.count, self.messages.text
        added, changed, removed = changes.added, changes.changed, changes.removed
        new = count("{number} new page", "{number} new pages", len(added))
        other = count("{number} changed page", "{number} changed pages", len(changed))
        gone = count("{number} page is gone", "{number} pages are gone", len(removed))
        lists = ((added, new, self.base_url), (changed, other, self.base_url), (removed, gone, ""))
        parts = [
            self._folded(head, len(pages), (self._page(page, base) for page in pages[:rows]), "")
            for pages, head, base in lists
            if pages
        ]
        if not parts:
            parts = [text("No page changes.")]
        if any(changes.files):
            numbers = dict(zip(("added", "changed", "removed"), changes.files, strict=True))
            parts.append(
                text("Other files: {added} new, {changed} changed, {removed} removed.", **numbers)
            )
        return parts

    def _page(self, page: ShownPage, base_url: str) -> str:
        address = f"{base_url}{quote(page.address)}" if base_url else ""
        title = link(escaped(page.title or page.address, 120), address)
        return f"- {title} · {escaped(f'/{page.address}', 200)}"

    def _problems(self, found: Sequence[Diagnostic], rows: int) -> list[str]:
        if not found:
            return []
        place, what = self.messages.text("place"), self.messages.text("what is wrong, and the cure")
        head = f"| {place} | {what} |\n|---|---|\n"
        # Errors first: with many of both, those are what stops publication.
        by_weight = sorted(found, key=lambda one: one.weight is not Severity.ERROR)
        summary = tally(found).sentence(self.messages)
        return [self._folded(summary, len(found), map(self._problem, by_weight[:rows]), head)]

    def _problem(self, one: Diagnostic) -> str:
        where, messages = one.where, self.messages
        target = ""
        if self.source_url:
            path = quote(self.prefix + where.path, errors="surrogatepass")
            target = self.source_url.replace("{path}", path).replace("{line}", str(where.line))
        place = link(escaped(f"{where.path}:{where.line}", 250), target)
        said = f"**{messages.severity(one.weight)}** {escaped(messages.message(one))}"
        advice = escaped(messages.advice(one))
        return f"| {place} | {said}{f'<br>{advice}' if advice else ''} ({one.rule.slug}) |"

    def _folded(self, head: str, count: int, lines: Iterable[str], before: str) -> str:
        """The first lines of a list of so many under a head of ours; folded when it is long."""
        written = list(lines)
        shown = before + "\n".join(written)
        if count > len(written):
            shown += f"\n\n{self.messages.text('and {number} more', number=count - len(written))}"
        if count <= _OPEN:
            return f"### {head}\n\n{shown}"
        return f"<details><summary>{head}</summary>\n\n{shown}\n\n</details>"
