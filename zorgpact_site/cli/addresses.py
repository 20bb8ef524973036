"""The command `addresses`: which addresses the site promises to keep."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import click

from zorgpact_site.build import Built
from zorgpact_site.cli.asking import agreed, on_terminal
from zorgpact_site.cli.exits import Exit, speaking_of_trouble
from zorgpact_site.cli.options import Common, common, gather
from zorgpact_site.cli.report import show_diagnostics
from zorgpact_site.diagnostics import Severity
from zorgpact_site.diagnostics.reference_rules import VANISHED_ADDRESS, WITHDRAWN_ADDRESS
from zorgpact_site.editing.keeping import keep
from zorgpact_site.inputs import Inputs
from zorgpact_site.kinds import LEDGER_FILE
from zorgpact_site.names import nearest
from zorgpact_site.reading.ledger import read_ledger

_GONE = frozenset({VANISHED_ADDRESS, WITHDRAWN_ADDRESS})


@click.command()
@common
@click.option("--update", is_flag=True, help="Zet nieuwe adressen in de lijst.")
@click.option(
    "--forget",
    multiple=True,
    metavar="ADRES",
    help="Haal een adres uit de lijst dat nergens meer hoeft uit te komen (vaker te geven).",
)
@click.option("--yes", is_flag=True, help="Vraag bij --forget niet of u het zeker weet.")
def addresses(*, update: bool, forget: tuple[str, ...], yes: bool, **asked: Any) -> None:
    """Vergelijk de adressen van de site met die ooit gepubliceerd zijn.

    Die staan in content/addresses.txt. Zonder optie ziet u wat nieuw is en wat verdween, en
    verandert er niets. Exitcode 1: er is een adres verdwenen, of er zijn fouten in de inhoud.
    """
    common = gather(**asked)
    with speaking_of_trouble(common.messages):
        inputs = common.scan()
        book = _open(inputs, common.look(inputs), common)
        if forget:
            book.forget(forget, sure=yes)
        if update:
            book.update()
        elif not forget:
            book.show()
    raise SystemExit(Exit.CONTENT if book.vanished() else Exit.FINE)


def _open(inputs: Inputs, built: Built, common: Common) -> "_Book":
    """The list beside the site as it is; with other mistakes nobody knows what that is."""
    wrong = tuple(
        one for one in built.diagnostics if one.weight is Severity.ERROR and one.rule not in _GONE
    )
    if wrong:
        show_diagnostics(wrong, inputs, common)
        _tell(common, "mend these mistakes first; the list of addresses is as it was")
        raise SystemExit(Exit.CONTENT)
    kept = {one.address for one in read_ledger(inputs.ledger)[0]}
    return _Book(inputs, built, common, kept)


@dataclass(slots=True)
class _Book:
    """The list of published addresses, `kept`, and the site that was built."""

    inputs: Inputs
    built: Built
    common: Common
    kept: set[str]

    @property
    def new(self) -> list[str]:
        return [one for one in self.built.addresses if one not in self.kept]

    def show(self) -> None:
        """Tell what is new; what vanished is told by `vanished`."""
        if self.inputs.ledger is None:
            _tell(
                self.common, "this site keeps no list yet; begin one: zorgpact addresses --update"
            )
        elif self.new:
            _tell(self.common, "new, not yet in {path}:", path=LEDGER_FILE)
            _list(self.new)
            _tell(self.common, "keep them with: zorgpact addresses --update")
        else:
            _tell(self.common, "all addresses of the site are in {path}", path=LEDGER_FILE)

    def update(self) -> None:
        """Add what is new to the list."""
        new = self.new
        self._write({*self.kept, *new})
        if new:
            _tell(self.common, "added to {path}:", path=LEDGER_FILE)
            _list(new)
        else:
            _tell(self.common, "all addresses of the site are in {path}", path=LEDGER_FILE)

    def forget(self, typed: tuple[str, ...], *, sure: bool) -> None:
        """Take addresses off the list, after asking."""
        wanted = [one.removeprefix("/") for one in typed]
        for address in wanted:
            self._check(address)
        shown = ", ".join(f"/{one}" for one in wanted)
        question = self.common.messages.text(
            "whoever opens {addresses} will find nothing; are you sure? (y/n)", addresses=shown
        )
        if not sure and not on_terminal():
            raise _refused(self.common, "add --yes, as nobody can be asked here")
        if not sure and not agreed(question):
            raise _refused(self.common, "the list of addresses is as it was")
        self._write(self.kept.difference(wanted))
        _tell(self.common, "taken from {path}:", path=LEDGER_FILE)
        _list(wanted)

    def _check(self, address: str) -> None:
        if address not in self.kept:
            near = nearest(f"/{address}", [f"/{one}" for one in self.kept])
            if near:
                asked = self.common.messages.text("did you mean {names}?", names=f"“{near[0]}”")
                raise _refused(
                    self.common,
                    "{address} is not in {path}; {asked}",
                    address=f"/{address}",
                    path=LEDGER_FILE,
                    asked=asked,
                )
            raise _refused(
                self.common, "{address} is not in {path}", address=f"/{address}", path=LEDGER_FILE
            )
        if address in self.built.addresses:
            raise _refused(
                self.common, "{address} is still on the site, so it stays", address=f"/{address}"
            )

    def _write(self, addresses: Collection[str]) -> None:
        keep(self.common.site, addresses)
        self.kept = set(addresses)

    def vanished(self) -> bool:
        """Tell which addresses are gone, with the cure, and whether that is an error."""
        gone = tuple(
            one
            for one in self.built.diagnostics
            if one.rule in _GONE and dict(one.values)["address"].removeprefix("/") in self.kept
        )
        if gone:
            show_diagnostics(gone, self.inputs, self.common)
        return any(one.weight is Severity.ERROR for one in gone)


def _list(found: Collection[str]) -> None:
    click.echo("\n".join(f"/{one}" for one in found))


def _tell(common: Common, english: str, **values: str) -> None:
    if common.verbose >= 0:
        click.echo(common.messages.text(english, **values), err=True)


def _refused(common: Common, english: str, **values: str) -> SystemExit:
    click.echo(f"zorgpact: {common.messages.text(english, **values)}", err=True)
    return SystemExit(Exit.USAGE)
