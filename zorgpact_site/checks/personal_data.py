"""A mail address or telephone number of somebody, without a day on which it must go."""

from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from zorgpact_site.contact_details import SIGNS, Detail, contact_details, is_role, same_detail
from zorgpact_site.diagnostics import Diagnostic, Location, Rule, Severity, problem
from zorgpact_site.model.entries import Article, Linked, Region
from zorgpact_site.model.noticed import Notice
from zorgpact_site.model.prose import VALUES, Prose
from zorgpact_site.model.site import Site

RULE = Rule(
    "personal-data",
    Severity.WARNING,
    "{part} stands here for ever, perhaps that of a person",
    "take it away, or write it at contact: with until:, the last day on which it may stand",
    "People change jobs, and their addresses and numbers stay behind on a site for years. So each "
    "needs a day until which it holds: a group at contact: with the same address or number and "
    "until:. The check reads the text, its links (mailto: and tel:), and what the properties show "
    "to readers. It knows mail addresses and Dutch telephone numbers; addresses of a role such as "
    "info@ and redactie@, and numbers of companies (085, 088, 0800, 0900), are nobody’s own. "
    "Numbers behind receptie, secretariaat, centrale, fax and the like are left alone; other "
    "numbers of a house the check cannot tell from those of a person. It does not look "
    "in code or at keys that start with x-, which no reader sees. Source: AVG, article 5.",
)
_SCHEMES = ("mailto:", "tel:")


def _look(prose: Prose) -> Iterator[Diagnostic]:
    """Find contact details that no group at `contact` covers."""
    covered = {
        same_detail(typed)
        for one in prose.entry.contacts
        for typed in (one.mail, one.phone)
        if typed
    }
    seen: Counter[str] = Counter()
    for detail, where, linked in _written(prose):
        seen[detail.same] += linked
        if detail.same not in covered:
            yield _told(detail.is_mail, where)
    for address, where in _linked(prose.entry):
        # The words of a link often are the address: that is one thing to mend.
        if seen[address]:
            seen[address] -= 1
        elif address not in covered:
            yield _told("@" in address, where)


def _told(is_mail: bool, where: Location) -> Diagnostic:
    return problem(RULE, where, part="a mail address" if is_mail else "a telephone number")


def _written(prose: Prose) -> Iterator[tuple[Detail, Location, bool]]:
    """What stands in words, with whether these are the words of a link, as a bare address is."""
    for passage in prose.gathered.holding(*SIGNS):
        for detail in contact_details(passage.text):
            linked = detail.is_mail or passage.is_linked(detail.start, detail.end)
            in_body = passage.role not in VALUES
            where = passage.locate(detail.start, detail.end)
            yield detail, where, linked and in_body
    for text, where in _values(prose):
        for detail in contact_details(text):
            yield detail, where, False


def _linked(entry: Linked) -> Iterator[tuple[str, Location]]:
    """The addresses and numbers that links of the text lead to."""
    for one in entry.text.body.references:
        scheme = next((s for s in _SCHEMES if one.target.lower().startswith(s)), "")
        address = unquote(one.target[len(scheme) :].partition("?")[0])
        if scheme and not is_role(address):
            found = [detail.same for detail in contact_details(address)]
            yield from ((same, one.where) for same in found)


def _values(prose: Prose) -> Iterator[tuple[str, Location]]:
    """Other values of the front matter that readers see."""
    entry = prose.entry
    yield prose.alt, prose.alt_where
    for document in entry.documents:
        yield f"{document.title}\n{document.note}", entry.place_of("documents")
    if isinstance(entry, Article):
        place = f"{entry.place.name}\n{entry.place.town}" if entry.place else ""
        yield place, entry.place_of("location")
        yield entry.event, entry.place_of("event")
        yield entry.series, entry.place_of("series")
        yield entry.attendance, entry.place_of("attendance")
        for organizer in entry.organizers:
            yield organizer, entry.place_of("organizers")
        for author in entry.authors:
            yield author, entry.place_of("authors")
    if isinstance(entry, Region):
        for partner in entry.partners:
            yield partner, entry.place_of("partners")


NOTICE = Notice.alone(RULE, _look)


def check(site: Site) -> Iterable[Diagnostic]:
    """Tell what was noticed in each text."""
    return site.told(NOTICE)
