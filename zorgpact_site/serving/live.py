"""The site in memory: each page is made when a browser asks for it, from what is known now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from zorgpact_site.artifact import Artifact
from zorgpact_site.inputs import Inputs
from zorgpact_site.maker import Maker
from zorgpact_site.planning.page import DataFile, Page
from zorgpact_site.planning.plan import Plan
from zorgpact_site.remembering.compiled import compiled_templates
from zorgpact_site.remembering.texts import MemoryLost


@dataclass(frozen=True, slots=True)
class Live:
    """All that a site without mistakes shows but for what is copied or made apart."""

    wanted: Mapping[str, Page | DataFile]
    assets: Mapping[str, bytes]
    make: Maker

    def __contains__(self, path: str) -> bool:
        return path in self.wanted or path in self.assets

    def get(self, path: str) -> bytes | None:
        """The bytes of a file; None when there is none, or a mistake in its template."""
        if path not in self.wanted:
            return self.assets.get(path)
        try:
            match self.make(self.wanted[path].drawn()).artifact:
                case Artifact(data=bytes() as data):
                    return data
        except MemoryLost:
            pass  # the next rebuild reads what is gone
        return None

    def with_pages(self, pages: Mapping[str, Page]) -> Live:
        """The same with other pages at some places."""
        return replace(self, wanted={**self.wanted, **pages}) if pages else self

    def tried(self) -> bool:
        """Whether each template gives a page; most mistakes in one show on any page."""
        return all(self.get(one.path) is not None for one in one_of_each(self.wanted.values()))


def one_of_each(wanted: Iterable[Page | DataFile]) -> Collection[Page]:
    """A page of each template."""
    return {one.template: one for one in wanted if isinstance(one, Page)}.values()


def live_of(inputs: Inputs, planned: Plan) -> Live:
    """The site of a plan."""
    pages = {one.path: one for one in planned.pages}
    files = {one.address: one for one in planned.files}
    make = Maker(inputs.templates, compiled_templates())
    return Live({**files, **pages}, planned.assets.files, make)
