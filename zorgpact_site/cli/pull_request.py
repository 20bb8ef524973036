"""The report in Markdown of a build, for a pull request."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

import click

from zorgpact_site.artifact import Artifact, Kept, bytes_of
from zorgpact_site.cli.exits import Exit
from zorgpact_site.cli.options import Common
from zorgpact_site.diagnostics import Diagnostic
from zorgpact_site.named_errors import named
from zorgpact_site.publishing.tree import Changes
from zorgpact_site.reporting.pull_request import PullRequestReport, ShownPage, SiteChanges
from zorgpact_site.reporting.refusals import why
from zorgpact_site.web_addresses import FROM_DISK

_PAGE = ".html"
_INDEX = "index.html"
_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
_HEAD = 8192  # bytes: a title further on is not found, and the address stands for it


@dataclass(slots=True)
class Reporter:
    """Writes the report into a file, when that was asked.

    What goes with a publication has to be seen before it: `look` does that.
    """

    file: Path | None
    source_url: str
    common: Common
    titles: dict[str, str] = field(default_factory=dict)

    def look(self, artifacts: Iterable[Artifact], folder: Path) -> None:
        """Note the titles of pages, those that stand published now and will go among them."""
        if self.file is None:
            return
        with self._writing(), self.file.open("a", encoding="utf-8"):
            pass  # now, as what cannot be written must not be found out after the publication
        pages = [one for one in artifacts if one.path.endswith(_PAGE)]
        self.titles = {
            one.path: _title(bytes_of(one.data)) for one in pages if not isinstance(one.data, Kept)
        }
        for path in sorted(folder.rglob(f"*{_PAGE}")):
            name = path.relative_to(folder).as_posix()
            if name not in self.titles and path.is_file():
                with path.open("rb") as file:
                    self.titles[name] = _title(file.read(_HEAD))

    def write(self, found: tuple[Diagnostic, ...], changes: Changes | None) -> None:
        """Write it, for a build that published or one that found errors."""
        if self.file is None:
            return
        common = self.common
        asked = common.options.base_url
        base_url = "" if asked == FROM_DISK else asked
        report = PullRequestReport(common.messages, self.source_url, base_url, common.prefix)
        shown = None if changes is None else self._shown(changes)
        # Once the site is published, who called us has to tell of that beside what went wrong.
        with self._writing() if changes is None else nullcontext(), named(self.file):
            self.file.write_text(report.of(found, shown), "utf-8")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            messages = self.common.messages
            sentence = messages.text(
                "the report cannot be written: {reason} ({path})",
                reason=why(error, messages),
                path=str(self.file),
            )
            click.echo(f"zorgpact: {sentence}", err=True)
            raise SystemExit(Exit.ENVIRONMENT) from None

    def _shown(self, changes: Changes) -> SiteChanges:
        lists = (changes.added, changes.changed, changes.removed)
        added, changed, removed = (
            tuple(
                ShownPage(path.removesuffix(_INDEX), self.titles.get(path, ""))
                for path in paths
                if path.endswith(_PAGE)
            )
            for paths in lists
        )
        others = [sum(not path.endswith(_PAGE) for path in paths) for paths in lists]
        return SiteChanges(added, changed, removed, (others[0], others[1], others[2]))


def _title(html: bytes) -> str:
    """The title of a page, without the name of the site behind it; empty when there is none."""
    found = _TITLE.search(html, 0, _HEAD)
    if found is None:
        return ""
    title = unescape(found[1].decode("utf-8", "replace"))
    return title.rpartition(" – ")[0] or title
