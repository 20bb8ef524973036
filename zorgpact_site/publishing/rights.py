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


def usual_modes() -> set[int]:
    """The modes of a new file and folder, but for file systems with rules of their own."""
    kept = ~umask()
    return {stat.S_IFREG | 0o666 & kept, stat.S_IFDIR | 0o777 & kept}
