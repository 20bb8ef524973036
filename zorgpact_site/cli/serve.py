"""The command `serve`: a preview that follows the editor's typing."""

import os
import re
import sys
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import click
from click.core import ParameterSource

from zorgpact_site.cli.exits import Exit, speaking_of_trouble, why_no_index
from zorgpact_site.cli.options import Common, common, gather, today
from zorgpact_site.cli.report import show_diagnostics, show_making
from zorgpact_site.cli.usage import mistaken
from zorgpact_site.inputs import Inputs
from zorgpact_site.outputs.search import searchables
from zorgpact_site.reporting.messages import Messages
from zorgpact_site.searching import IndexingFailed, last_index, search_index
from zorgpact_site.serving.error_page import ErrorPage, refusal
from zorgpact_site.serving.folders import folders_of
from zorgpact_site.serving.ports import LOCAL, PortTaken, claim
from zorgpact_site.serving.rebuilding import Outcome, Refused
from zorgpact_site.serving.tree import Trouble

_SCREENS = frozenset({"DISPLAY", "WAYLAND_DISPLAY"})
_EDITOR_LINK = re.compile(r"(?!javascript:|data:|vbscript:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def read_editor_url(_context: click.Context, _parameter: click.Parameter, typed: str) -> str:
    """A link that opens an editor, with holes for the place."""
    try:
        filled = typed.format(path="/x", line=1, column=1)
    except (LookupError, ValueError, AttributeError):
        filled = ""
    if typed and not ("{path}" in typed and _EDITOR_LINK.match(filled)):
        raise mistaken(
            "“{typed}” is no address with {{path}} in it that opens an editor; write it as "
            "vscode://file/{{path}}:{{line}}:{{column}}",
            typed,
        )
    return typed


@dataclass(frozen=True, slots=True)
class Narrator:
    """Tells in the terminal what the preview does."""

    common: Common
    address: str
    browser: bool

    def ready(self) -> None:
        """Where the preview is; and open it, when that was asked."""
        self._say("the preview is at {address} (Ctrl-C stops it)", address=self.address)
        if self.browser:
            # In a thread: some browsers only come back when they are closed.
            threading.Thread(target=webbrowser.open, args=(self.address,), daemon=True).start()

    def tell(self, outcome: Outcome) -> None:
        """What came of a rebuild: mistakes as `check` shows them, and the result in a line."""
        if isinstance(outcome, Refused):
            click.echo(f"zorgpact: {refusal(outcome.error, self.common.messages)}", err=True)
            return
        show_diagnostics(outcome.built.diagnostics, outcome.inputs, self.common)
        time = f"{datetime.now().astimezone():%H:%M:%S}"
        if outcome.changes is None:
            self._say("{time}  the preview waits until this is mended", time=time)
            return
        self._say(
            "{time}  {pages} pages, {changed} changed ({milliseconds} ms)",
            time=time,
            pages=sum(artifact.path.endswith(".html") for artifact in outcome.built.artifacts),
            changed=len(outcome.touched),
            milliseconds=outcome.milliseconds,
        )

    def tell_no_index(self, trouble: Trouble) -> None:
        """Why search in the preview lags behind; the pages do not."""
        messages = self.common.messages
        if isinstance(trouble, IndexingFailed):
            reason = why_no_index(trouble, messages)
        else:
            reason = refusal(trouble, messages)
        sentence = messages.text("search in the preview lags behind: {reason}", reason=reason)
        click.echo(f"zorgpact: {sentence}", err=True)

    def _say(self, english: str, **values: str | int) -> None:
        if self.common.verbose >= 0:
            click.echo(self.common.messages.text(english, **values), err=True)


@click.command()
@common
@click.option(
    "--output",
    metavar="MAP",
    type=click.Path(path_type=Path),
    help="Map voor de voorvertoning; anders .zorgpact/preview/ in de map van de site.",
)
@click.option(
    "--port",
    metavar="NUMMER",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Poort van deze computer; 0 neemt een willekeurige vrije.",
)
@click.option(
    "--open/--no-open",
    "open_",
    default=None,
    help="Open de browser; standaard alleen vanuit een terminal met een beeldscherm.",
)
@click.option("--no-drafts", is_flag=True, help="Laat concepten weg (draft: true).")
@click.option(
    "--editor-url",
    default="",
    envvar="ZORGPACT_EDITOR_URL",
    metavar="URL",
    callback=read_editor_url,
    help="Maak plaatsen op de foutpagina tot koppelingen die uw editor openen, zoals "
    "vscode://file/{path}:{line}:{column} (ook als ZORGPACT_EDITOR_URL).",
)
def serve(
    *,
    output: Path | None,
    port: int,
    open_: bool | None,
    no_drafts: bool,
    editor_url: str,
    **asked: Any,
) -> None:
    """Toon de site terwijl u schrijft: na elke keer bewaren ververst de browser vanzelf.

    Alleen deze computer kan de voorvertoning zien. Stop met Ctrl-C.
    """
    # Here, as tornado and livereload take longer to load than a `check` of most sites.
    from zorgpact_site.serving import server  # noqa: PLC0415

    common = gather(**asked)
    with speaking_of_trouble(common.messages):
        try:
            listening = claim(port)
        except PortTaken as taken:
            _stop_at_taken_port(taken.port, taken.free, common.messages)
        address = f"http://{LOCAL}:{listening.getsockname()[1]}/"
        options = replace(common.options, base_url=address, drafts=not no_drafts)
        folders = folders_of(common.site)
        pages = ErrorPage(common.messages, folders.locate, editor_url)
        place = output or common.site / ".zorgpact" / "preview"
        narrator = Narrator(common, address, wants_browser() if open_ is None else open_)
        preview = server.Preview(
            site=common.site,
            scan=_scan(replace(common, options=options)),
            remembering=partial(common.means, place, map, no_cache=False),
            watched=folders.watched,
            output=place,
            error_page=pages.of,
            warnings=pages.warnings,
            making=partial(show_making, common=common),
            tell=narrator.tell,
            ready=narrator.ready,
            index=lambda site: search_index(searchables(site), site.settings, common.search_memory),
            last_index=lambda site: last_index(site.settings, common.search_memory),
            tell_no_index=narrator.tell_no_index,
        )
        # To stop a preview is no accident, so it ends well.
        with suppress(KeyboardInterrupt):
            server.serve(preview, listening)


def _scan(common: Common) -> Callable[[], Inputs]:
    """How to look at the site; a preview that stays open sees each new day, unless told not to."""
    source = click.get_current_context().get_parameter_source("today")
    if source is not ParameterSource.DEFAULT:
        return common.scan
    return lambda: replace(common, today=today()).scan()


def wants_browser() -> bool:
    """Whether somebody sits at this terminal, with a screen for a browser."""
    screen = os.name == "nt" or sys.platform == "darwin"
    return sys.stdout.isatty() and (screen or not _SCREENS.isdisjoint(os.environ))


def _stop_at_taken_port(port: int, free: int, messages: Messages) -> NoReturn:
    sentence = messages.text("port {port} is taken", port=port)
    if free:
        sentence = messages.text(
            "port {port} is taken, but port {free} is free: zorgpact serve --port {free}",
            port=port,
            free=free,
        )
    click.echo(f"zorgpact: {sentence}", err=True)
    raise SystemExit(Exit.ENVIRONMENT)
