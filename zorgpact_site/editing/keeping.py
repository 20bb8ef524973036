"""The ledger of published addresses is written whole, or stays as it was."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from zorgpact_site.editing.whole import write_new
from zorgpact_site.kinds import LEDGER_FILE
from zorgpact_site.reading.ledger import ledger_text, notes_in


def keep(root: Path, addresses: Iterable[str]) -> bool:
    """Write the ledger of the site in `root`; False when it held just this already.

    Raises OSError when the disk is full or a right is missing; the old file is still there then.
    """
    path = root / LEDGER_FILE
    before = path.read_bytes() if path.is_file() else b""
    data = ledger_text(addresses, notes_in(before.decode(errors="replace"))).encode()
    if before == data:
        return False
    new = path.with_name(f".{path.name}.{os.getpid()}.new")  # hidden, so a scan passes it over
    write_new(new, data)
    try:
        new.replace(path)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    return True
