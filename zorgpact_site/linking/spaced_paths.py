"""Paths with spaces in links that became none, while the file has dashes in their place."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from zorgpact_site.diagnostics import Diagnostic, Replace
from zorgpact_site.diagnostics.literal_rules import LITERAL_LINK
from zorgpact_site.linking.absent_files import dashed

_MEANT = re.compile(r"\]\(<(?P<path>[^<>]+)>\)$")


def with_their_files(found: Iterable[Diagnostic], known: Iterable[str]) -> Iterator[Diagnostic]:
    """The same diagnostics; reading knows no files, so what it proposes can lead nowhere."""
    for one in found:
        match = _MEANT.search(one.near[0]) if one.rule is LITERAL_LINK and one.near else None
        yield _leading_to(one, match, known) if match else one


def _leading_to(one: Diagnostic, meant: re.Match[str], known: Iterable[str]) -> Diagnostic:
    folder = posixpath.dirname(one.where.path)
    wanted = posixpath.normpath(posixpath.join(folder, meant["path"]))
    alike = [path for path in known if dashed(path) == dashed(wanted)]
    if len(alike) != 1 or alike[0] == wanted:
        return one
    words, path = one.near[0][: meant.start()], posixpath.relpath(alike[0], folder)
    target = f"<{path}>" if " " in path else path
    link = f"{words}]({target})"
    fix = tuple(replace(edit, text=link) for edit in one.fix if isinstance(edit, Replace))
    return replace(one, near=(link,), fix=fix)
