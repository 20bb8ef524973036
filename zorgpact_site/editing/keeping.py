"""The ledger of published addresses is written whole, or stays as it was."""

from collections.abc import Iterable
from pathlib import Path

from zorgpact_site.editing.changes import Change
from zorgpact_site.editing.storing import store
from zorgpact_site.kinds import LEDGER_FILE
from zorgpact_site.reading.ledger import ledger_text, notes_in


def keep(root: Path, addresses: Iterable[str]) -> None:
    """Write the ledger of the site in `root`, unless it holds just this already.

    Raises OSError when the disk is full or a right is missing; the old file is still there then.
    """
    path = root / LEDGER_FILE
    before = path.read_bytes() if path.is_file() else None
    data = ledger_text(addresses, notes_in((before or b"").decode(errors="replace"))).encode()
    if data != (before or b""):
        store(root, [Change(LEDGER_FILE, before, data)])
