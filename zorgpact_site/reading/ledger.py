"""The form of `content/addresses.txt`, which keeps the addresses that were published."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias
from unicodedata import normalize

from zorgpact_site.diagnostics import Diagnostic, problem
from zorgpact_site.diagnostics.field_rules import INVALID_ADDRESS
from zorgpact_site.fields.addresses import SitePath
from zorgpact_site.fields.types import shown
from zorgpact_site.model.ledger import Ledger, Promise
from zorgpact_site.reading.decode import decode
from zorgpact_site.source import Source

Notes: TypeAlias = Mapping[str, tuple[str, ...]]
_LARGEST = 20 * 1000 * 1000  # bytes: some hundreds of thousands of addresses
_HEADER = """\
# De adressen die ooit op deze site zijn gepubliceerd, een op elke regel.
# Verdwijnt er een, dan meldt zorgpact dat: wie het adres bewaarde, zou nergens meer uitkomen.
# Bijwerken doet u niet met de hand, maar zo: zorgpact addresses --update
"""


def read_ledger(source: Source | None) -> tuple[Ledger, tuple[Diagnostic, ...]]:
    """The addresses in the file, each once; a line that is no address is a diagnostic.

    Without a file there are none. The order does not matter, so that a merge of two branches
    is as good as a list that was written anew.
    """
    if source is None:
        return (), ()
    text, problems = decode(source, _LARGEST)
    if text is None:
        return (), problems
    found = list(problems)
    promises: dict[str, Promise] = {}
    for number, line in enumerate(text.lines, 1):
        typed = normalize("NFC", line.strip())
        if not typed or typed.startswith("#"):
            continue
        where = text.whole_line(number)
        if SitePath().parse(typed) is None:
            found.append(problem(INVALID_ADDRESS, where, value=shown(typed)))
        else:
            promises.setdefault(typed, Promise(typed.removeprefix("/"), where))
    return tuple(promises.values()), tuple(found)


def ledger_text(addresses: Iterable[str], notes: Notes = MappingProxyType({})) -> str:
    """The file for these addresses, such as `artikelen/x/`: sorted, so same addresses same text.

    Each stands below its notes; those of an address that goes, go with it.
    """
    lines = [
        line
        for address in sorted({f"/{one}" for one in addresses})
        for line in (*notes.get(address, ()), address)
    ]
    return "".join((_HEADER, *(f"{line}\n" for line in (*lines, *notes.get("", ())))))


def notes_in(text: str) -> Notes:
    """What editors wrote in the file after #, by the address it stands above; by "" at the end."""
    ours, notes = frozenset(_HEADER.splitlines()), dict[str, tuple[str, ...]]()
    above: list[str] = []
    for line in map(str.strip, text.splitlines()):
        if line.startswith("#"):
            above += [] if line in ours else [line]
        elif line and above:
            notes[normalize("NFC", line)] = tuple(above)
            above = []
    return notes | ({"": tuple(above)} if above else {})
