"""The command `links`: whether the links to other sites still lead somewhere."""

import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from zorgpact_site import __version__
from zorgpact_site.cli.exits import Exit, speaking_of_trouble
from zorgpact_site.cli.options import Common, common, gather, judging
from zorgpact_site.cli.report import show_diagnostics
from zorgpact_site.diagnostics import Diagnostic, Severity, outside_rules
from zorgpact_site.inputs import Inputs
from zorgpact_site.linking import link
from zorgpact_site.model.draft import Reading
from zorgpact_site.model.settings import Settings
from zorgpact_site.outside import Answer, Outcome, Outside, is_offline, judge, outside_links
from zorgpact_site.reading.read import read_source
from zorgpact_site.reading.settings import read_settings
from zorgpact_site.reporting.text import texts_of
from zorgpact_site.web_addresses import FROM_DISK
from zorgpact_site.weighing import RULE_NAMES, weigh

if TYPE_CHECKING:
    from zorgpact_site.visiting.memory import Memory
    from zorgpact_site.visiting.visitor import Visitor


@click.command()
@common
@judging
@click.option(
    "--pause",
    type=click.FloatRange(min=0, max=60),
    default=1.0,
    show_default=True,
    metavar="SECONDEN",
    help="Tijd tussen twee vragen aan dezelfde site.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.1, max=300),
    default=10.0,
    show_default=True,
    metavar="SECONDEN",
    help="Hoe lang op een antwoord wordt gewacht.",
)
@click.option(
    "--fresh-days",
    type=click.FloatRange(min=0, max=60),
    default=7.0,
    show_default=True,
    metavar="DAGEN",
    help="Zo lang wordt een adres dat in orde was niet opnieuw bezocht; 0 bezoekt alles.",
)
@click.option("--allow-local", is_flag=True, help="Bezoek ook adressen in een besloten netwerk.")
def links(
    *, pause: float, timeout: float, fresh_days: float, allow_local: bool, **asked: Any
) -> None:
    """Bezoek de andere sites waarnaar de teksten linken, en meld wat verdween of verhuisde.

    Dit is nooit een deel van het bouwen. Elk adres krijgt een enkele vraag, en de pagina zelf
    wordt niet opgehaald. Exitcode 1: er is een dode link; 3: er is geen netwerk.
    """
    # Certificates and connections take long to load, and no other command needs them.
    from zorgpact_site.visiting import Manners, Pace, Visitor  # noqa: PLC0415

    common = gather(**asked)
    with speaking_of_trouble(common.messages):
        inputs = common.scan()
        settings, problems = read_settings(inputs.settings, inputs.options, RULE_NAMES)
        if settings is None:
            show_diagnostics(problems, inputs, common)
            raise SystemExit(Exit.CONTENT)
        readings = tuple(read_source(one).reading for one in inputs.sources)
        found = _links(inputs, settings, readings, common)
        manners = Manners(_agent(settings), timeout, allow_local=allow_local)
        round_ = _Round(Visitor(manners, Pace(pause)), fresh_days, common)
        answers = round_.answers(dict.fromkeys(one.page for one in found))
    weighed = _weighed(judge(found, answers), settings, readings)
    show_diagnostics(weighed, inputs, common)
    round_.tell(answers)
    failed = any(common.strict or one.weight is Severity.ERROR for one in weighed)
    raise SystemExit(Exit.CONTENT if failed else Exit.FINE)


def _links(
    inputs: Inputs, settings: Settings, readings: tuple[Reading, ...], common: Common
) -> tuple[Outside, ...]:
    site, _problems = link(readings, settings, inputs.media, inputs.today)
    if any(reading.draft is None for reading in readings):
        _say(
            common,
            "some files cannot be read, so their links are not looked at; see: zorgpact check",
        )
    return outside_links(site, texts_of(inputs.written))


def _weighed(
    found: Iterable[Diagnostic], settings: Settings, readings: tuple[Reading, ...]
) -> tuple[Diagnostic, ...]:
    """The diagnostics as settings and files weigh them, without what `check` tells already."""
    weighed = weigh(found, settings.severities, readings)
    return tuple(one for one in weighed if one.rule in outside_rules.RULES)


def _agent(settings: Settings) -> str:
    """The name to give at the door: who asks, for which site, and where that is."""
    where = "" if settings.base_url in {"", FROM_DISK} else f"; +{settings.base_url}"
    name = f"zorgpact/{__version__} (linkcontrole voor {settings.title}{where})"
    return name.encode("ascii", "replace").decode()


@dataclass(slots=True)
class _Round:
    """Visits to all addresses that no recent visit is remembered of."""

    visitor: "Visitor"
    days: float
    common: Common
    visited: dict[str, Answer] = field(default_factory=dict)

    def answers(self, urls: Iterable[str]) -> Mapping[str, Answer]:
        """What each address told, now or a few days ago."""
        from zorgpact_site.visiting import memory as memories  # noqa: PLC0415 - as above
        from zorgpact_site.visiting import visit_all  # noqa: PLC0415

        memory, now = memories.load(self.common.site), time.time()
        known = {url: memory.find(url, self.days, now) for url in urls}
        to_visit = [url for url, answer in known.items() if answer is None]
        try:
            visit_all(to_visit, self.visitor, lambda *told: self._told(len(to_visit), *told))
        finally:
            self._clear()
            self._remember(memory)
            memories.save(memory, self.common.site)
        if self._is_offline():
            _say(
                self.common, "no other site could be reached; is there a network here?", always=True
            )
            raise SystemExit(Exit.ENVIRONMENT)
        return {url: answer for url, answer in known.items() if answer} | self.visited

    def _remember(self, memory: "Memory") -> None:
        if not self._is_offline():
            now = time.time()
            for url, answer in self.visited.items():
                memory.keep(url, answer, now)

    def _is_offline(self) -> bool:
        near = self.visitor.near
        return is_offline(
            answer for url, answer in self.visited.items() if urlsplit(url).hostname not in near
        )

    def _told(self, total: int, url: str, answer: Answer) -> None:
        self.visited[url] = answer
        if self._shows:
            text = self.common.messages.text(
                "{done} of {total} addresses visited", done=len(self.visited), total=total
            )
            click.echo(f"\r{text}\x1b[K", nl=False, err=True)

    def _clear(self) -> None:
        if self._shows and self.visited:
            click.echo("\r\x1b[K", nl=False, err=True)

    @property
    def _shows(self) -> bool:
        quiet = self.common.verbose < 0 or self.common.format != "text"
        return not quiet and sys.stderr.isatty()

    def tell(self, answers: Mapping[str, Answer]) -> None:
        """The whole in a line or two."""
        counts = Counter(answer.outcome for answer in answers.values())
        _say(
            self.common,
            "{total} addresses of other sites: {fine} in order, {visited} visited just now",
            total=len(answers),
            fine=counts[Outcome.FINE],
            visited=len(self.visited),
        )
        if counts[Outcome.REFUSED]:
            refused = counts[Outcome.REFUSED]
            _say(self.common, "not open to programs, so look yourself: {number}", number=refused)
            if self.common.verbose > 0 and self.common.format == "text":
                shut = (url for url, one in answers.items() if one.outcome is Outcome.REFUSED)
                click.echo("".join(f"  {url}\n" for url in shut), nl=False, err=True)


def _say(common: Common, english: str, *, always: bool = False, **values: str | int) -> None:
    if always or (common.verbose >= 0 and common.format == "text"):
        click.echo(common.messages.text(english, **values), err=True)
