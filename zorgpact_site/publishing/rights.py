"""Who may read what is made now."""

import os
import stat


def umask() -> int:
    """The umask of this process, which can only be seen by setting it.

    A file that another thread makes at that moment is its maker's alone, never anybody's.
    """
    found = os.umask(0o077)
    os.umask(found)
    return found


def usual_mode() -> int:
    """The mode that a new file gets, but for file systems and folders with rules of their own."""
    return stat.S_IFREG | 0o666 & ~umask()
