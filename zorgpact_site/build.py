"""The whole build, read aloud: read, link, check, plan, and then render."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from zorgpact_site.artifact import Artifact, CopyOf
from zorgpact_site.checks import check
from zorgpact_site.diagnostics import Diagnostic, Severity
from zorgpact_site.inputs import Inputs
from zorgpact_site.linking import link
from zorgpact_site.model.draft import Reading
from zorgpact_site.model.settings import Settings
from zorgpact_site.model.site import Site
from zorgpact_site.noticing import Noted, Reader, Things, by_key, things_in
from zorgpact_site.outputs.writing import write_file
from zorgpact_site.planning import Plan, plan
from zorgpact_site.planning.page import Page
from zorgpact_site.planning.pictures import published_path
from zorgpact_site.planning.vanished import lasting, vanished
from zorgpact_site.reading.files import check_files
from zorgpact_site.reading.ledger import read_ledger
from zorgpact_site.reading.settings import read_settings
from zorgpact_site.recipes import ToMake
from zorgpact_site.rendering import Rendered, renderer
from zorgpact_site.source import Source
from zorgpact_site.weighing import RULE_NAMES, weigh

A = TypeVar("A")
B = TypeVar("B")


class Spread(Protocol):
    """How a function is laid over many values: `map`, or something with its manners."""

    def __call__(self, function: Callable[[A], B], values: Iterable[A], /) -> Iterable[B]:
        """Give the results in the order of the values."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gave: files to publish (none when there are errors), and all mistakes.

    `to_make` are pictures that are still to be made of those in `content/`, or drawn.
    The readings and pages it was made of are there for who wants to know why, and
    `addresses` are those of the site that readers may keep.
    """

    artifacts: tuple[Artifact, ...]
    diagnostics: tuple[Diagnostic, ...]
    site: Site | None = None
    to_make: tuple[ToMake, ...] = ()
    readings: tuple[Reading, ...] = ()
    pages: tuple[Page, ...] = ()
    addresses: tuple[str, ...] = ()

    @property
    def errors(self) -> int:
        """How many mistakes stop publication."""
        return sum(one.weight is Severity.ERROR for one in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many mistakes do not."""
        return len(self.diagnostics) - self.errors


@dataclass(frozen=True, slots=True)
class Examined:
    """A site up to its plan, with all mistakes found so far as their rules weigh them.

    `whole` is None when the settings cannot be read: nothing can be linked without them.
    """

    readings: tuple[Reading, ...]
    found: tuple[Diagnostic, ...]
    whole: tuple[Settings, Site, Plan] | None

    def weighed(self, more: Iterable[Diagnostic] = ()) -> tuple[Diagnostic, ...]:
        """All mistakes, and `more` that were found since, as this site weighs them."""
        if self.whole is None:
            return weigh(self.found, {}, self.readings)
        settings = self.whole[0]
        found = (*self.found, *more)
        return weigh(found, settings.severities, self.readings, drafts=settings.drafts)


def examine(
    inputs: Inputs,
    reader: Callable[[Things], Callable[[Source], Noted]] = Reader,
    spread: Spread = map,
    begin: Callable[[str], None] = lambda _stage: None,
) -> Examined:
    """Read, link, check and plan a site: all that can be told of it without making a page."""
    begin("read")
    found = list(check_files(inputs.links, inputs.others))
    settings, problems = read_settings(inputs.settings, inputs.options, RULE_NAMES)
    things = things_in(inputs.sources, settings) if settings else Things()
    noted = tuple(spread(reader(things), inputs.sources))
    readings = tuple(one.reading for one in noted)
    found += [*problems, *(one for reading in readings for one in reading.diagnostics)]
    if settings is None:
        return Examined(readings, tuple(found), None)

    begin("link")
    site, problems = link(readings, settings, inputs.media, inputs.today, by_key(noted))
    found += problems

    begin("check")
    found += check(site)

    begin("plan")
    planned, problems = plan(site, inputs.assets)
    ledger, more = read_ledger(inputs.ledger)
    found += [*problems, *more, *vanished(ledger, site, planned.pages, readings)]
    return Examined(readings, tuple(found), (settings, site, planned))


def build(
    inputs: Inputs,
    reader: Callable[[Things], Callable[[Source], Noted]] = Reader,
    spread: Spread = map,
    begin: Callable[[str], None] = lambda _stage: None,
) -> Built:
    """Build a site from its inputs. Pure: same inputs, same result.

    `reader` and `spread` say how the two maps are done (plainly, remembering, in parallel);
    `begin` is told the name of each stage as it starts.
    """
    examined = examine(inputs, reader, spread, begin)
    if examined.whole is None:
        return Built((), examined.weighed(), readings=examined.readings)
    settings, site, planned = examined.whole

    begin("render")
    rendered = tuple(spread(renderer(inputs.templates), planned.pages))

    built = Built(
        (),
        examined.weighed(one for page in rendered for one in page.diagnostics),
        site,
        readings=examined.readings,
        pages=planned.pages,
        addresses=lasting(planned.pages, settings),
    )
    if built.errors:
        return built
    files = tuple(spread(write_file, planned.files))
    artifacts = _artifacts(planned, rendered, files)
    return replace(built, artifacts=artifacts, to_make=planned.to_make)


def _artifacts(
    planned: Plan, rendered: Iterable[Rendered], files: Iterable[Artifact]
) -> tuple[Artifact, ...]:
    pages = (page.artifact for page in rendered if page.artifact)
    assets = (Artifact(path, data) for path, data in planned.assets.files.items())
    media = (Artifact(published_path(one), CopyOf(one.file)) for one in planned.media)
    return (*pages, *files, *assets, *media)
