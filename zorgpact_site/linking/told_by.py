"""What readings tell, with the files of the site at hand: a text read alone knows no other.

So what it proposes for a path with spaces, which makes no link, could lead nowhere: often the
file has dashes in their place.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from zorgpact_site.diagnostics import Diagnostic, Replace
from zorgpact_site.diagnostics.literal_rules import LITERAL_LINK
from zorgpact_site.linking.absent_files import KnownFiles, known_files
from zorgpact_site.model.draft import Reading

_MEANT = re.compile(r"\]\(<(?P<path>[^<>]+)>\)$")


def told_by(readings: Iterable[Reading], known: Iterable[str]) -> Iterator[Diagnostic]:
    """The mistakes in all readings; `known` are the paths of pictures and documents."""
    gathered: KnownFiles | None = None
    for reading in readings:
        for one in reading.diagnostics:
            match = _MEANT.search(one.near[0]) if one.rule == LITERAL_LINK and one.near else None
            if match:
                gathered = gathered or known_files(known)
                yield _leading_to_a_file(one, match, gathered)
            else:
                yield one


def _leading_to_a_file(one: Diagnostic, meant: re.Match[str], known: KnownFiles) -> Diagnostic:
    folder = posixpath.dirname(one.where.path)
    wanted = posixpath.normpath(posixpath.join(folder, meant["path"]))
    alike = known.alike(wanted)
    if len(alike) != 1 or alike[0] == wanted:
        return one
    words, path = one.near[0][: meant.start()], posixpath.relpath(alike[0], folder)
    target = f"<{path}>" if " " in path else path
    link = f"{words}]({target})"
    fix = tuple(replace(edit, text=link) for edit in one.fix if isinstance(edit, Replace))
    return replace(one, near=(link,), fix=fix)
