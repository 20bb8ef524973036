"""Old addresses that cannot lead on: in use, named twice, or too many for the host."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from zorgpact_site import wording
from zorgpact_site.diagnostics import Diagnostic, problem
from zorgpact_site.diagnostics.reference_rules import (
    REDIRECT_CLASH,
    REDIRECT_LOOP,
    REDIRECT_TAKEN,
    REPEATED_TERM,
    TOO_MANY_REDIRECTS,
)
from zorgpact_site.fields.types import Named
from zorgpact_site.model.entries import Linked
from zorgpact_site.model.settings import Host
from zorgpact_site.model.site import Site
from zorgpact_site.names import fold
from zorgpact_site.planning.addresses import earlier_address
from zorgpact_site.planning.page import DataFile, Form, file_of
from zorgpact_site.planning.views.hosting import RedirectsFile

# Lines of `_redirects`. Sources: documentation of Cloudflare Pages and of GitLab Pages.
_MOST: Mapping[Host, tuple[str, int]] = {
    Host.CLOUDFLARE: ("Cloudflare Pages", 2000),
    Host.GITLAB: ("GitLab Pages", 1000),
}


@dataclass(frozen=True, slots=True)
class _Holder:
    """What has an address: a text, or what the site makes itself, shown by its address."""

    source: str
    address: str

    @property
    def name(self) -> str:
        return self.source or f"/{self.address}"


def redirect_clashes(site: Site, taken: Iterable[tuple[str, str, str]]) -> Iterator[Diagnostic]:
    """Earlier addresses that are in use or are claimed twice, each at its place.

    `taken` are path, address and text (empty when there is none) of all that is published but
    for the redirects themselves.
    """
    claims = _Claims()
    for path, address, source in taken:
        claims.hold(fold(path), _Holder(source, address))
    for entry in site.entries:
        for typed in entry.earlier:
            yield from claims.claim(typed, entry)


@dataclass(slots=True)
class _Claims:
    """Who has which path, in the form in which paths are compared, and what lies in a folder."""

    holders: dict[str, _Holder] = field(default_factory=dict)
    folders: dict[str, _Holder] = field(default_factory=dict)
    old: set[str] = field(default_factory=set)

    def hold(self, path: str, holder: _Holder) -> None:
        """Note that a path is taken."""
        self.holders.setdefault(path, holder)
        for folder in _folders(path):
            self.folders.setdefault(folder, holder)

    def claim(self, typed: Named, entry: Linked) -> Iterator[Diagnostic]:
        """Note that a text had an address before, or tell why it cannot lead on."""
        address = earlier_address(typed.text)
        path = fold(file_of(address))
        holder = self.holders.get(path)
        where, value = typed.where, typed.text
        if holder and path in self.old:
            if holder.source == entry.path:
                yield problem(REPEATED_TERM, where, value=value)
            else:
                other = holder.source
                yield problem(REDIRECT_CLASH, where, file=other, value=value, other=other)
        elif holder and holder.source == entry.path:
            yield problem(REDIRECT_LOOP, where, value=value)
        elif holder := holder or self._in_the_way(path):
            other = holder.name
            yield problem(REDIRECT_TAKEN, where, file=holder.source, value=value, other=other)
        else:
            self.old.add(path)
            self.hold(path, _Holder(entry.path, address))

    def _in_the_way(self, path: str) -> _Holder | None:
        """A folder where this path would be a file, or a file where it needs a folder."""
        files = (self.holders[folder] for folder in _folders(path) if folder in self.holders)
        return self.folders.get(path) or next(files, None)


def _folders(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path


def too_many_redirects(site: Site, files: Iterable[DataFile]) -> Iterator[Diagnostic]:
    """That a host will not read all redirects."""
    publication = site.settings.publication
    if publication.host is None or publication.host not in _MOST:
        return
    host, most = _MOST[publication.host]
    views = (file.view for file in files if file.form is Form.REDIRECTS)
    told = (one for view in views if isinstance(view, RedirectsFile) for one in view.redirects)
    count = sum(1 + one.old.endswith("/") for one in told)
    if count > most:
        limit = wording.number(most)
        shown = wording.number(count)
        yield problem(TOO_MANY_REDIRECTS, publication.where, count=shown, host=host, limit=limit)
