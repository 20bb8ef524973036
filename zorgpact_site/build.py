"""The whole build, read aloud: read, link, check, plan, and then render."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from zorgpact_site.artifact import Artifact, CopyOf
from zorgpact_site.checks import check
from zorgpact_site.diagnostics import Diagnostic, Severity
from zorgpact_site.inputs import Inputs
from zorgpact_site.linking import link
from zorgpact_site.linking.told_by import told_by
from zorgpact_site.maker import Maker
from zorgpact_site.model.draft import Reading
from zorgpact_site.model.noticed import NOTHING_AT_ALL
from zorgpact_site.model.settings import Settings
from zorgpact_site.model.site import Site
from zorgpact_site.noticing import Noted, Reader, Things, by_key, things_in
from zorgpact_site.planning.page import DataFile, Page
from zorgpact_site.planning.pictures import published_path
from zorgpact_site.planning.plan import Plan, plan
from zorgpact_site.planning.vanished import lasting, vanished
from zorgpact_site.reading.files import check_files
from zorgpact_site.reading.ledger import read_ledger
from zorgpact_site.reading.settings import read_settings
from zorgpact_site.recipes import ToMake
from zorgpact_site.rendering import Rendered
from zorgpact_site.source import Source
from zorgpact_site.weighing import RULE_NAMES, tells_how, weigh

# How texts are read with the things of the site at hand, and pages and files are made: plainly,
# from memory, by several processes. The results come in the order of what is given.
Read: TypeAlias = Callable[[Things, Sequence[Source]], Iterable[Noted]]
Make: TypeAlias = Callable[
    [Mapping[str, bytes], Sequence[Page | DataFile], Site], Iterable[Rendered]
]


def read_plainly(things: Things, sources: Sequence[Source]) -> Iterable[Noted]:
    """Read one text after another."""
    return map(Reader(things), sources)


def make_plainly(
    templates: Mapping[str, bytes], wanted: Sequence[Page | DataFile], _site: Site
) -> Iterable[Rendered]:
    """Make one page or file after another."""
    return map(Maker(templates), (one.drawn() for one in wanted))


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gave: files to publish (none when there are errors), and all mistakes.

    `to_make` are pictures that are still to be made of those in `content/`, or drawn.
    The readings and pages it was made of are there for who wants to know why, and
    `addresses` are those of the site that readers may keep. `made` counts pages and files that
    were made of views.
    """

    artifacts: tuple[Artifact, ...]
    diagnostics: tuple[Diagnostic, ...]
    site: Site | None = None
    to_make: tuple[ToMake, ...] = ()
    readings: tuple[Reading, ...] = ()
    pages: tuple[Page, ...] = ()
    made: int = 0
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

    def lean(self) -> "Examined":
        """The same for who makes pages: no readings but those that tell how mistakes weigh."""
        return replace(self, readings=tuple(filter(tells_how, self.readings)))

    def weighed(self, more: Iterable[Diagnostic] = ()) -> tuple[Diagnostic, ...]:
        """All mistakes, and `more` that were found since, as this site weighs them."""
        if self.whole is None:
            return weigh(self.found, {}, self.readings, checked=False)
        settings = self.whole[0]
        found = (*self.found, *more)
        return weigh(found, settings.severities, self.readings, drafts=settings.drafts)


def examine(
    inputs: Inputs,
    read: Read = read_plainly,
    begin: Callable[[str], None] = lambda _stage: None,
) -> Examined:
    """Read, link, check and plan a site: all that can be told of it without making a page."""
    begin("read")
    found = list(check_files(inputs.links, inputs.others, inputs.media))
    settings, problems = read_settings(inputs.settings, inputs.options, RULE_NAMES)
    things = things_in(inputs.sources, settings) if settings else Things()
    noted = tuple(read(things, inputs.sources))
    readings = tuple(one.reading for one in noted)
    found += [*problems, *told_by(readings, inputs.media)]
    if settings is None:
        return Examined(readings, tuple(found), None)

    begin("link")
    site, problems = link(readings, settings, inputs.media, inputs.today, by_key(noted))
    found += problems

    begin("check")
    found += check(site)
    site = replace(site, noticed=NOTHING_AT_ALL)  # it has been judged, and is much

    begin("plan")
    planned, problems = plan(site, inputs.assets)
    ledger, more = read_ledger(inputs.ledger)
    found += [*problems, *more, *vanished(ledger, site, planned.pages, readings)]
    return Examined(readings, tuple(found), (settings, site, planned))


def build(
    inputs: Inputs,
    read: Read = read_plainly,
    make: Make = make_plainly,
    begin: Callable[[str], None] = lambda _stage: None,
) -> Built:
    """Build a site from its inputs. Pure: same inputs, same result.

    `read` and `make` say how the two maps are done (plainly, remembering, in parallel);
    `begin` is told the name of each stage as it starts.
    """
    return finish(inputs, examine(inputs, read, begin), make, begin)


def finish(
    inputs: Inputs,
    examined: Examined,
    make: Make = make_plainly,
    begin: Callable[[str], None] = lambda _stage: None,
) -> Built:
    """Make the pages and files of a site that was examined."""
    if examined.whole is None:
        return Built((), examined.weighed(), readings=examined.readings)
    settings, site, planned = examined.whole

    begin("render")
    wanted: tuple[Page | DataFile, ...] = (*planned.pages, *planned.files)
    made = tuple(make(inputs.templates, wanted, site))

    built = Built(
        (),
        examined.weighed(one for each in made for one in each.diagnostics),
        site,
        readings=examined.readings,
        pages=planned.pages,
        made=len(wanted),
        addresses=lasting(planned.pages, settings),
    )
    if built.errors:
        return built
    artifacts = _artifacts(planned, made)
    return replace(built, artifacts=artifacts, to_make=planned.to_make)


def _artifacts(planned: Plan, made: Iterable[Rendered]) -> tuple[Artifact, ...]:
    ready = (one.artifact for one in made if one.artifact)
    assets = (Artifact(path, data) for path, data in planned.assets.files.items())
    media = (Artifact(published_path(one), CopyOf(one.file)) for one in planned.media)
    return (*ready, *assets, *media)
