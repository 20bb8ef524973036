"""What to do when nobody reads what is told: apart, as every command loads it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

UNREAD = 141  # as a shell tells of SIGPIPE


@contextmanager
def ending_unread() -> Iterator[None]:
    """End in silence once nobody reads what is told, as behind `head`; click says 1 of it."""
    try:
        yield
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):  # Python would complain of what is left in them
            os.dup2(nowhere, stream.fileno())
        raise SystemExit(UNREAD) from None
