"""The commands that give a text another name, and that let two texts become one."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from zorgpact_site.cli.asking import agreed, on_terminal
from zorgpact_site.cli.changing import say, say_no_site, show_diff, stored
from zorgpact_site.cli.exits import Exit, speaking_of_trouble
from zorgpact_site.cli.options import Common, common, gather
from zorgpact_site.diagnostics import Diagnostic, Severity
from zorgpact_site.kinds import Kind

if TYPE_CHECKING:
    from zorgpact_site.editing.renaming import Reshaped
    from zorgpact_site.inputs import Inputs

_OUR_WORDS = frozenset({"kind", "reason"})
_SHOWN = 20  # places; more would push the diff off the screen
_NAMES = {
    Kind.ARTICLE: "een artikel",
    Kind.KOPLOPER: "een koploper",
    Kind.REGION: "een regio",
    Kind.THEME: "een thema",
    Kind.TOOL: "een hulpmiddel",
    Kind.PAGE: "een pagina over de site zelf",
}
_OLD = " OUD is de titel, een andere naam of het bestand ervan."
_yes = click.option("--yes", is_flag=True, help="Voer de wijzigingen door zonder te vragen.")


@click.group()
def rename() -> None:
    """Geef een tekst een andere naam, overal op de site.

    Titel, bestandsnaam en alle verwijzingen veranderen mee; de oude naam en het oude adres blijven
    werken. U ziet eerst wat er verandert.
    """


@click.group()
def merge() -> None:
    """Voeg twee teksten over hetzelfde samen tot één.

    De tekst van OUD komt onder een kop in die van NAAR; wie naar OUD verwees, verwijst daarna naar
    NAAR. U ziet eerst wat er verandert.
    """


def _reshape(how: "Callable[[Inputs], Reshaped]", *, yes: bool, **asked: Any) -> None:
    """Show what would change, ask, and write all of it or nothing."""
    from zorgpact_site.editing.things import Refused  # noqa: PLC0415 - slow to load

    common = gather(**asked)
    text = common.messages.text
    with speaking_of_trouble(common.messages):
        inputs = common.scan()
        if inputs.settings is None:
            say_no_site(common.messages)
            raise SystemExit(Exit.USAGE)
        try:
            shaped = how(inputs)
        except Refused as refused:
            say(_refusal(refused.refusal.value, refused.values, common))
            raise SystemExit(Exit.USAGE) from None
        if not shaped.changes:
            click.echo(text("there is nothing to change"), err=True)
            raise SystemExit(Exit.FINE)
        show_diff(shaped.changes)
        _tell(shaped, inputs, common)
        if any(one.weight is Severity.ERROR for one in shaped.new):
            say(text("this would bring new mistakes, so nothing was written"))
            raise SystemExit(Exit.CONTENT)
        if not yes and not on_terminal():
            say(text("nothing was written; add --yes to make these changes"))
            raise SystemExit(Exit.USAGE)
        if not yes and not agreed(text("make these changes? (y/n)")):
            say(text("nothing was written"))
            raise SystemExit(Exit.USAGE)
        moved = stored(common.site, shaped.changes, common.messages)
    if moved:
        say(text("{path} changed while this ran, so nothing was written; try again", path=moved))
        raise SystemExit(Exit.ENVIRONMENT)
    if common.verbose >= 0:
        number = len(shaped.changes)
        told = common.messages.count("{number} file changed", "{number} files changed", number)
        click.echo(
            text("{told}; the page is at /{address}", told=told, address=shaped.address), err=True
        )


def _tell(shaped: "Reshaped", inputs: "Inputs", common: Common) -> None:
    """What a check would say anew, and what is left for the editor."""
    from zorgpact_site.reporting.text import TextReport, texts_of  # noqa: PLC0415 - slow to load
    from zorgpact_site.source import Source  # noqa: PLC0415 - as above

    text = common.messages.text
    after = [Source(one.target, one.after) for one in shaped.changes if one.after is not None]
    texts = texts_of((inputs.settings, *inputs.sources, *after))
    click.echo(TextReport(common.messages, texts).all(_ordered(shaped.new)), nl=False, err=True)
    if shaped.spoken:
        click.echo(text("the old name still stands in running text here:"), err=True)
        for place in shaped.spoken[:_SHOWN]:
            click.echo(f"  {place.path}:{place.line}:{place.column}", err=True)
        if len(shaped.spoken) > _SHOWN:
            more = len(shaped.spoken) - _SHOWN
            click.echo(f"  {text('and {more} more', more=more)}", err=True)
    for path in shaped.unread:
        click.echo(text("{path} cannot be read, so it stays as it is", path=path), err=True)


def _ordered(found: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    return sorted(found, key=lambda one: one.where)


def _refusal(english: str, values: dict[str, str], common: Common) -> str:
    text = common.messages.text
    told = {name: text(it) if name in _OUR_WORDS else it for name, it in values.items()}
    return text(english, **told) if told else text(english)


def _renaming(kind: Kind) -> click.Command:
    @click.command(kind.singular, help=f"Geef {_NAMES[kind]} een andere naam.{_OLD}")
    @common
    @click.option("--slug", metavar="TEKST", help="Eigen laatste deel van het adres.")
    @click.option(
        "--text",
        "in_text",
        is_flag=True,
        help="Verander de naam ook in lopende tekst, waar die er precies zo staat.",
    )
    @_yes
    @click.argument("old", metavar="OUD")
    @click.argument("title", metavar="NIEUW")
    def command(old: str, title: str, slug: str | None, in_text: bool, **asked: Any) -> None:
        from zorgpact_site.editing.renaming import Naming, rename  # noqa: PLC0415 - slow to load

        naming = Naming(kind, old, title, slug or "", in_text)
        _reshape(lambda inputs: rename(inputs, naming), **asked)

    return command


def _merging(kind: Kind) -> click.Command:
    @click.command(kind.singular, help=f"Laat {_NAMES[kind]} opgaan in een andere tekst.{_OLD}")
    @common
    @_yes
    @click.argument("old", metavar="OUD")
    @click.argument("into", metavar="NAAR")
    def command(old: str, into: str, **asked: Any) -> None:
        from zorgpact_site.editing.merging import merge  # noqa: PLC0415 - slow to load

        _reshape(lambda inputs: merge(inputs, kind, old, into), **asked)

    return command


for _kind in Kind:
    rename.add_command(_renaming(_kind))
    merge.add_command(_merging(_kind))
