"""The command that mends what a machine can be sure of."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zorgpact_site.cli.changing import say, say_no_site, show_diff, stored
from zorgpact_site.cli.exits import Exit, speaking_of_trouble
from zorgpact_site.cli.named_texts import files_argument, texts_named
from zorgpact_site.cli.options import Common, common, gather
from zorgpact_site.cli.usage import mistaken
from zorgpact_site.diagnostics import Add, Diagnostic
from zorgpact_site.fields.types import LINE_END, shown
from zorgpact_site.names import nearest
from zorgpact_site.weighing import RULE_NAMES

if TYPE_CHECKING:
    from zorgpact_site.editing.changes import Change
    from zorgpact_site.editing.mending import Left, Mended, Step
    from zorgpact_site.inputs import Inputs


def read_rules(
    _context: click.Context, _parameter: click.Parameter, typed: tuple[str, ...]
) -> frozenset[str]:
    """Names of checks, each of which exists."""
    for name in typed:
        if name not in RULE_NAMES.known:
            near = " / ".join(nearest(name, RULE_NAMES.known))
            raise (
                mistaken("no check is called {typed}; did you mean {near}?", name, near=near)
                if near
                else mistaken("no check is called {typed}; take the name from a message", name)
            )
    return frozenset(typed)


@click.command()
@common
@click.option("--drafts", is_flag=True, help="Kijk ook concepten na (draft: true).")
@click.option(
    "--dry-run", is_flag=True, help="Laat alleen zien wat er zou veranderen; schrijf niets."
)
@click.option(
    "--rule",
    "rules",
    multiple=True,
    metavar="CONTROLE",
    callback=read_rules,
    help="Herstel alleen wat deze controle meldt (vaker te geven).",
)
@files_argument
def fix(
    *,
    dry_run: bool,
    rules: frozenset[str],
    files: tuple[Path, ...],
    **asked: Any,
) -> None:
    """Herstel fouten waarvan zeker is hoe het wel moet.

    Alleen wat de melding aanwijst verandert; de rest van een tekst blijft teken voor teken zoals
    die was. Zonder BESTAND worden alle teksten nagekeken. Exitcode 0: er zijn geen fouten meer;
    1: er zijn nog fouten die u zelf moet herstellen.
    """
    common = gather(**asked)
    with speaking_of_trouble(common.messages):
        inputs = common.scan()
        if inputs.settings is None:
            say_no_site(common.messages)
            raise SystemExit(Exit.CONTENT)
        wanted = texts_named(files, inputs, common)
        changed_meanwhile: set[str] = set()
        while True:
            mended = _mended(inputs, rules, wanted, changed_meanwhile)
            changes = _changes(inputs, mended.inputs)
            moved = "" if dry_run else stored(common.site, changes, common.messages)
            if not moved:
                break
            changed_meanwhile.add(moved)
    if dry_run:
        show_diff(changes)
    else:
        _tell_steps(mended.done, common)
    _tell_rest(mended, changes, sorted(changed_meanwhile), common, dry_run=dry_run)
    raise SystemExit(Exit.CONTENT if mended.judged.errors else Exit.FINE)


def _mended(
    inputs: "Inputs", rules: frozenset[str], files: frozenset[str], spared: set[str]
) -> "Mended":
    from zorgpact_site.editing.edits import place_of  # noqa: PLC0415 - other commands need no edits
    from zorgpact_site.editing.mending import Mender  # noqa: PLC0415 - as above

    def wanted(one: Diagnostic) -> bool:
        paths = {place_of(edit).path for edit in one.fix}
        return (
            (not rules or one.rule.slug in rules)
            and (not files or paths <= files)
            and paths.isdisjoint(spared)
        )

    return Mender(inputs, wanted).mend()


def _changes(before: "Inputs", after: "Inputs") -> "list[Change]":
    from zorgpact_site.editing.changes import Change  # noqa: PLC0415 - as above

    pairs = [*zip(before.sources, after.sources, strict=True)]
    if before.settings and after.settings:
        pairs.append((before.settings, after.settings))
    return [Change(old.path, old.data, new.data) for old, new in pairs if old.data != new.data]


def _tell_steps(steps: "Iterable[Step]", common: Common) -> None:
    """What was mended, file by file, with the line it stood on."""
    ordered = sorted(steps, key=lambda one: one.diagnostic.where.path)
    for path, group in groupby(ordered, key=lambda one: one.diagnostic.where.path):
        click.echo(click.style(path, bold=True))
        for step in group:
            for number, words in _told(step, common):
                line = common.messages.text("line {line}", line=number)
                click.echo(f"  {line}  {step.diagnostic.rule.slug}  {words}")
        click.echo()


def _told(step: "Step", common: Common) -> Iterable[tuple[int, str]]:
    """The line of each edit of a step, and what became of it."""
    text = common.messages.text
    for edit, before, after in step.words:
        line = step.diagnostic.where.line if isinstance(edit, Add) else edit.where.line
        if isinstance(edit, Add):
            yield line, text("“{value}” added to {key}", value=edit.value, key=edit.key)
        elif not before:
            yield line, text("“{value}” added", value=_visible(after))
        elif not after:
            yield line, text("“{value}” removed", value=_visible(before))
        else:
            same = _visible(before) == _visible(after)  # no more than space went or came
            show = _spaced if same else _visible
            words = {"before": show(before), "after": show(after)}
            yield line, text("“{before}” became “{after}”", **words)


def _visible(words: str) -> str:
    """Words in a line, with a sign for spaces and line ends that nobody would see."""
    return shown(words.replace("\u00a0", "␣").replace("\n", LINE_END))


def _spaced(words: str) -> str:
    """Words with a sign for every space and tab."""
    return _visible(words.replace(" ", "␣").replace("\t", "⇥"))


def _tell_rest(
    mended: "Mended",
    changes: "Sequence[Change]",
    moved: Sequence[str],
    common: Common,
    *,
    dry_run: bool,
) -> None:
    """What was left alone, and what remains for the editor, counted."""
    text, count = common.messages.text, common.messages.count
    for path in moved:
        say(text("{path} changed while this ran, so it was left alone; run it again", path=path))
    for one in mended.left:
        say(_why_left(one, common))
    if common.verbose < 0:
        return
    number = len(mended.done)
    if not number:
        click.echo(text("there is nothing that can be mended with certainty"), err=True)
    elif dry_run:
        told = count("{number} fix is possible", "{number} fixes are possible", number)
        click.echo(f"{told}; {text('nothing was written')}", err=True)
    else:
        told = count("{number} fix made", "{number} fixes made", number)
        files = count("in {number} file", "in {number} files", len(changes))
        click.echo(f"{told} {files}", err=True)
    errors = mended.judged.errors
    if errors:
        told = count("{number} error remains", "{number} errors remain", errors)
        click.echo(text("{errors}; zorgpact check shows what to do", errors=told), err=True)


def _why_left(left: "Left", common: Common) -> str:
    where = left.diagnostic.where
    return common.messages.text(
        "{place} {rule} was left alone: {reason}",
        place=f"{where.path}:{where.line}",
        rule=left.diagnostic.rule.slug,
        reason=common.messages.text(left.reason.value),
    )
