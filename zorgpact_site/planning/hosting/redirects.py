"""Where addresses lead that pages and files once had."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from zorgpact_site.model.site import Site
from zorgpact_site.planning.addresses import Addresses, earlier_address
from zorgpact_site.planning.page import DataFile
from zorgpact_site.planning.views.hosting import Redirect

INDEX = "index.html"


def redirects(site: Site, files: Iterable[DataFile]) -> tuple[Redirect, ...]:
    """All redirects of a site, sorted, each once.

    What lies beside a page, such as its calendar, moves along with it, but for what still has a
    file at the old address, as feeds do. A redirect leads to a page or
    a file that is there, and no page or file lies at an old address (`clashes.py`), so no
    redirect leads to another, nor to itself.
    """
    beside: defaultdict[str, list[str]] = defaultdict(list)
    standing: set[str] = set()
    for file in files:
        standing.add(file.address)
        folder, _, name = file.address.rpartition("/")
        beside[f"{folder}/"].append(name)
    addresses = Addresses(site.settings.sections)
    found: dict[str, str] = {}
    for entry in site.entries:
        own = addresses.of(entry.key)
        for typed in entry.redirect_from:
            for old, to in _moved(earlier_address(typed), own, beside.get(own, ())):
                if old not in standing:
                    found.setdefault(old, to)
    return tuple(Redirect(old, to) for old, to in sorted(found.items()))


def _moved(typed: str, own: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    old = typed.removesuffix(INDEX) if typed.endswith(f"/{INDEX}") else typed
    yield old, own
    if old.endswith("/"):
        yield from ((f"{old}{name}", f"{own}{name}") for name in names)
