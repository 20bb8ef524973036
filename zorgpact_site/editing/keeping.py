"""The ledger of published addresses is written whole, or stays as it was."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from zorgpact_site.kinds import LEDGER_FILE
from zorgpact_site.publishing.descriptors import opened
from zorgpact_site.reading.ledger import ledger_text

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def keep(root: Path, addresses: Iterable[str]) -> bool:
    """Write the ledger of the site in `root`; False when it held just this already.

    Raises OSError when the disk is full or a right is missing; the old file is still there then.
    """
    path = root / LEDGER_FILE
    data = ledger_text(addresses).encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    new = path.with_name(f".{path.name}.{os.getpid()}.new")  # hidden, so a scan passes it over
    try:
        with opened(new, _CREATE) as descriptor:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            os.fsync(descriptor)
        new.replace(path)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    return True
