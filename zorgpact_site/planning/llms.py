"""llms.txt: what the site is and where to begin, for programs that answer questions about it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from zorgpact_site.model.entries import Entry
from zorgpact_site.model.site import Site
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.page import DataFile, Form, Page
from zorgpact_site.planning.views import LlmsView, ToldLink

LLMS = "llms.txt"
_ABOUT = "Over deze site"
_NEWEST = "Nieuwste artikelen"
_DATA = "Gegevens"
_MOST = 50  # of each section: the file is to be read as a whole
_NEW = 20
# Sections for programs, where a site has them.
_FOR_PROGRAMS = ("feeds", "data")
_THINGS = ("themes", "regions", "koplopers", "tools")


def llms_file(site: Site, frame: Frame, pages: Sequence[Page]) -> Iterator[DataFile]:
    """Links to what matters most, each section with its overview first.

    There is none where links cannot be absolute, nor of a preview. Source: https://llmstxt.org.
    """
    settings = site.settings
    if not frame.at("").canonical or settings.drafts:
        return
    planned = {page.address for page in pages}
    for_programs = tuple(
        name
        for name in _FOR_PROGRAMS
        if name in settings.sections and frame.addresses.section(name) in planned
    )
    yield DataFile(LLMS, Form.LLMS, partial(_view, site, for_programs, frame))


def _view(site: Site, for_programs: Sequence[str], frame: Frame) -> LlmsView:
    settings = site.settings
    things: Sequence[Sequence[Entry]] = (site.themes, site.regions, site.koplopers, site.tools)
    sections = [(_ABOUT, (*_told(site.pages, frame), _overview("sitemap", frame)))]
    for name, entries in zip(_THINGS, things, strict=True):
        links = (_overview(name, frame), *_told(entries[:_MOST], frame))
        sections.append((settings.sections[name].label, links))
    newest = (_overview("articles", frame), *_told(site.articles[:_NEW], frame))
    sections.append((_NEWEST, newest))
    sections.append((_DATA, tuple(_overview(name, frame) for name in for_programs)))
    told = tuple((title, links) for title, links in sections if links)
    return LlmsView(settings.title, settings.description, told)


def _overview(section: str, frame: Frame) -> ToldLink:
    address = frame.at(frame.addresses.section(section)).canonical
    return ToldLink(frame.settings.sections[section].label, address, "")


def _told(entries: Iterable[Entry], frame: Frame) -> Iterator[ToldLink]:
    for entry in entries:
        address = frame.at(frame.addresses.of(entry.key)).canonical
        yield ToldLink(entry.title, address, entry.summary)
