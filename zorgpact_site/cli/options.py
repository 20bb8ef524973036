"""Options that several commands share, and what they mean together."""

import os
import shlex
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from zorgpact_site.asked import Options
from zorgpact_site.cli.usage import mistaken
from zorgpact_site.dates import parse_date
from zorgpact_site.kinds import SETTINGS_FILE
from zorgpact_site.reporting.messages import LANGUAGES, Messages, messages_in
from zorgpact_site.web_addresses import FROM_DISK, is_web_address

if TYPE_CHECKING:
    from zorgpact_site.build import Built, Make
    from zorgpact_site.inputs import Inputs
    from zorgpact_site.parallel import Spread
    from zorgpact_site.remembering.memory import Means

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("text", "json", "github", "sarif")
# Processes, unless asked otherwise. A container sees all processors of its machine, often dozens,
# and has the time of a few; each process takes memory, of which there is little too.
_MOST = 8


@dataclass(frozen=True, slots=True)
class Common:
    """What was asked for, whatever the command; `unkept` is what could not be remembered."""

    site: Path
    today: date
    options: Options
    messages: Messages
    format: str
    strict: bool
    verbose: int
    jobs: int = 1
    unkept: list[OSError] = field(default_factory=list)

    def means(
        self, output: Path | None, spread: "Spread", *, no_cache: bool
    ) -> AbstractContextManager["Means"]:
        """How a build for `output` reads texts and makes pages: from memory, else by `spread`.

        Without an output nothing is to be published of it.
        """
        # Here, as commands that build nothing can do without.
        from zorgpact_site.remembering.memory import from_memory, without_memory  # noqa: PLC0415

        if no_cache:
            return nullcontext(without_memory(spread))
        return from_memory(self.site, output, spread)

    def look(self, inputs: "Inputs", *, no_cache: bool = False) -> "Built":
        """Build the site to see what comes of it, from memory where that knows; publish nothing."""
        # Here, as commands that answer from less can do without.
        from zorgpact_site.build import build  # noqa: PLC0415
        from zorgpact_site.parallel import processes  # noqa: PLC0415
        from zorgpact_site.remembering.texts import MemoryLost  # noqa: PLC0415

        try:
            with (
                processes(self.jobs) as spread,
                self.means(None, spread, no_cache=no_cache or inputs.settings is None) as means,
            ):
                built = build(inputs, means.read, _pages_alone(means.make))
                means.keep((), b"")
                return built
        except MemoryLost:  # another build was at it
            return build(inputs)

    def scan(self) -> "Inputs":
        """Look at the site as it is now."""
        # Here, as a build of what did not change can do without.
        from zorgpact_site.scan import scan  # noqa: PLC0415

        return scan(self.site, self.today, self.options)

    @property
    def prefix(self) -> str:
        """Where the site lies from the folder that the command runs in, such as `docs/`.

        For programs that count paths from there; empty when the site lies elsewhere.
        """
        site, here = self.site.resolve(), Path.cwd()
        if site == here or not site.is_relative_to(here):
            return ""
        return f"{site.relative_to(here).as_posix()}/"

    @property
    def search_memory(self) -> Path:
        """Where search indexes are remembered."""
        return self.site / ".zorgpact" / "memory" / "search"


def _pages_alone(make: "Make") -> "Make":
    """Make no files for programs: of those no mistake can come that nothing else tells."""
    from zorgpact_site.planning.page import Page  # noqa: PLC0415 - as in `look`

    return lambda templates, wanted, site: make(
        templates, [one for one in wanted if isinstance(one, Page)], site
    )


def read_today(_context: click.Context, _parameter: click.Parameter, typed: str | None) -> date:
    """The day that counts as today: as asked, else `SOURCE_DATE_EPOCH`, else the clock."""
    if typed is not None:
        found = parse_date(typed)
        if found is None or not found.exact:
            raise mistaken("“{typed}” is no day; write it as 2018-03-27", typed)
        return found.first_day
    return today()


def today() -> date:
    """The day of `SOURCE_DATE_EPOCH`, else of the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now().astimezone().date()
    if not (epoch.isascii() and epoch.isdecimal()) or len(epoch) > 11:  # noqa: PLR2004 - the year 5138 and beyond
        raise mistaken(
            "SOURCE_DATE_EPOCH is “{typed}”; it must be seconds since 1970, or not be set",
            epoch,
        )
    return datetime.fromtimestamp(int(epoch), UTC).date()


def read_base_url(context: click.Context, _parameter: click.Parameter, typed: str) -> str:
    """The address of the site, with a slash at the end."""
    unasked = context.get_parameter_source("base_url") is ParameterSource.DEFAULT
    if typed == FROM_DISK or (not typed and unasked):
        return typed
    if not is_web_address(typed) or "?" in typed or "#" in typed:
        raise mistaken(
            "“{typed}” is no address of a site; write it as https://voorbeeld.nl/pad/", typed
        )
    return typed.rstrip("/") + "/"


def read_site(_context: click.Context, _parameter: click.Parameter, typed: Path) -> Path:
    """The folder of the site; one or two levels down is a mistake that is easily made."""
    content = Path(SETTINGS_FILE).parent
    if (typed / content).exists():
        return typed
    within = typed.resolve()
    for level, folder in enumerate((within, *within.parents)):
        if folder.name == content.name and (folder.parent / SETTINGS_FILE).is_file():
            around = os.path.normpath(typed.joinpath(*[os.pardir] * (level + 1)))
            raise mistaken(
                "“{typed}” lies within a site; name the folder of that: --site {around}",
                str(typed),
                around=shlex.quote(around),
            )
    return typed


SITE_OPTION = click.option(
    "--site",
    metavar="MAP",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    callback=read_site,
    default=".",
    show_default=True,
    help="Map met de site; de teksten staan daarin in content/.",
)
_COMMON = (
    SITE_OPTION,
    click.option(
        "--today",
        metavar="JJJJ-MM-DD",
        callback=read_today,
        help="Dag die als vandaag geldt (anders SOURCE_DATE_EPOCH, anders de klok).",
    ),
    click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        default="nl",
        show_default=True,
        help="Taal van de meldingen.",
    ),
    click.option("-v", "--verbose", count=True, help="Vertel meer: tijd per stap."),
    click.option("-q", "--quiet", count=True, help="Vertel alleen wat er mis is."),
)
_PUBLISHED = (
    click.option(
        "--base-url",
        default="",
        metavar="URL",
        callback=read_base_url,
        help="Adres waar de site komt te staan; file: om haar van schijf te lezen.",
    ),
    click.option("--drafts", is_flag=True, help="Neem ook concepten mee (draft: true)."),
)
_JUDGING = (
    click.option("--strict", is_flag=True, help="Ook bij een waarschuwing is het resultaat fout."),
    click.option(
        "--format",
        "format_",
        type=click.Choice(FORMATS),
        default="text",
        show_default=True,
        help="Vorm van de meldingen.",
    ),
)


def common(function: F) -> F:
    """Add the options that every command has."""
    for option in reversed(_COMMON):
        function = option(function)
    return function


def published(function: F) -> F:
    """Add the options that decide what is published and where."""
    for option in reversed(_PUBLISHED):
        function = option(function)
    return function


def judging(function: F) -> F:
    """Add the options of commands that judge the content."""
    for option in reversed(_JUDGING):
        function = option(function)
    return function


def output_option(function: F) -> F:
    """Add the option for the folder to publish into."""
    return click.option(
        "--output",
        metavar="MAP",
        type=click.Path(path_type=Path),
        help="Map voor de gemaakte site; anders output/ in de map van de site.",
    )(function)


def require_place_of_its_own(place: Path | None, site: Path) -> None:
    """Refuse to write where the texts and templates of a site are, which would be lost."""
    if place is None:
        return
    whole = place.resolve()
    if not whole.name or any(
        whole.is_relative_to((site / folder).resolve()) for folder in ("content", "templates")
    ):
        raise mistaken(
            "“{typed}” is no place to write to: it would go among the texts and templates of the "
            "site, or in the place of all there is",
            str(place),
        )


def processors() -> int:
    """How many processors this process may use, and no more than `_MOST`."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), _MOST)
    return min(os.cpu_count() or 1, _MOST)


def jobs_option(function: F) -> F:
    """Add the option for how many processes do the work."""
    return click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="Aantal processen dat tegelijk werkt; anders zoveel als er processoren zijn, tot 8.",
    )(function)


def gather(
    *,
    site: Path,
    today: date,
    lang: str,
    verbose: int,
    quiet: int,
    base_url: str = "",
    drafts: bool = False,
    strict: bool = False,
    format_: str = "text",
    jobs: int | None = None,
) -> Common:
    """Bring the options of a command together."""
    options = Options(base_url=base_url, drafts=drafts)
    messages, told = messages_in(lang), verbose - quiet
    return Common(site, today, options, messages, format_, strict, told, jobs or processors())
