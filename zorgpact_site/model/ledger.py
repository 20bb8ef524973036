"""What the site once promised: addresses that readers and other sites hold."""

from dataclasses import dataclass
from typing import TypeAlias

from zorgpact_site.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Promise:
    """An address that was published, as `artikelen/x/`, and where the ledger says so."""

    address: str
    where: Location


Ledger: TypeAlias = tuple[Promise, ...]
