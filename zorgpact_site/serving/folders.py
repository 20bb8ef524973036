"""Where the files of a site lie on this machine: what to watch, and what an editor can open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from zorgpact_site.scan import CONTENT, TEMPLATES, default_templates


@dataclass(frozen=True, slots=True)
class Folders:
    """The folder of the site, and that of the templates that come along."""

    site: Path
    defaults: Path

    @property
    def watched(self) -> tuple[Path, ...]:
        """All folders whose files go into a build, each once."""
        own = (self.site / CONTENT, self.site / TEMPLATES)
        return tuple(dict.fromkeys((*own, self.defaults)))

    def locate(self, path: str) -> Path:
        """The absolute path of a file that a diagnostic names from the site."""
        own = self.site / path
        template = path.removeprefix(f"{TEMPLATES}/")
        if template != path and not own.exists():
            return self.defaults / template
        return own


def folders_of(site: Path) -> Folders:
    """The folders of the site in `site`."""
    return Folders(site.resolve(), default_templates())
