"""Where pages went of files that got another name while a preview runs.

Who looks at such a page would else be told that there is none, right after tidying up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from zorgpact_site.planning.home import REDIRECT
from zorgpact_site.planning.page import DataFile, Page
from zorgpact_site.source import Source


@dataclass(slots=True)
class Moves:
    """Knows the page of each file, and which file went by which name before."""

    _pages: Mapping[str, str] = field(default_factory=dict)
    _files: dict[str, str] = field(default_factory=dict)

    def note(self, before: Iterable[Source], now: Iterable[Source]) -> None:
        """Note which files are there under another name, with the same bytes as before."""
        old, new = ({one.path: one.data for one in sources} for sources in (before, now))
        gone = {old[path]: path for path in old.keys() - new.keys()}
        came = {gone[new[path]]: path for path in new.keys() - old.keys() if new[path] in gone}
        self._files |= {page: came[file] for page, file in self._files.items() if file in came} | {
            self._pages[file]: path for file, path in came.items() if file in self._pages
        }

    def show(self, wanted: Iterable[Page | DataFile]) -> None:
        """Note the page of each file, once there is nothing wrong with the site."""
        self._pages = {
            one.source: one.path
            for one in wanted
            if isinstance(one, Page) and one.source and one.template != REDIRECT
        }

    def of(self, page: str) -> str | None:
        """The page that shows what a page without a file showed, by their paths; None if none."""
        return self._pages.get(self._files.get(page, ""))
