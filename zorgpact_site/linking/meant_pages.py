"""The page that was perhaps meant by a path or an address, where a name or a file should stand."""

import posixpath
from pathlib import PurePosixPath

from zorgpact_site.kinds import MEDIA_FOLDER, Kind
from zorgpact_site.linking.catalogue import Catalogue
from zorgpact_site.media import PICTURES, extension
from zorgpact_site.model.draft import Draft
from zorgpact_site.reading.read import key_of
from zorgpact_site.web_addresses import is_web_address

_ENDING = ".md"
_FOLDERS = 2  # content/articles
# What a name in double brackets cannot hold, or only with another meaning.
_NO_NAME = frozenset("[]|#:")


def fits_in_brackets(name: str) -> bool:
    """Whether a name between double brackets means only itself."""
    return _NO_NAME.isdisjoint(name)


def page_of_path(typed: str, catalogue: Catalogue) -> Draft | None:
    """The only page of which the file, or the address, ends as the path that was typed does."""
    path = typed.replace("\\", "/").partition("#")[0].strip("/")
    if "/" not in typed and not path.endswith(_ENDING):
        return None
    keys = catalogue.find(posixpath.basename(path).removesuffix(_ENDING), tuple(Kind))
    return catalogue.drafts.get(keys[0]) if len(keys) == 1 else None


def page_of_name(typed: str, catalogue: Catalogue) -> Draft | None:
    """The only page that is called what was typed, where a path should stand."""
    keys = catalogue.find(typed, tuple(Kind)) if "/" not in typed else ()
    return catalogue.drafts.get(keys[0]) if len(keys) == 1 else None


def page_of_file(wanted: str, catalogue: Catalogue) -> Draft | None:
    """The page of a file that is not there, where a file with another date has its address now."""
    parts = PurePosixPath(wanted).parts
    if not wanted.endswith(_ENDING) or len(parts) <= _FOLDERS or parts[1] not in set(Kind):
        return None
    return catalogue.drafts.get(key_of(wanted))


def file_called(name: str, kinds: tuple[Kind, ...], catalogue: Catalogue) -> str:
    """The file of the first page of these kinds that is called so; nothing when there is none."""
    keys = catalogue.find(name, kinds)
    return catalogue.drafts[keys[0]].path if keys and keys[0] in catalogue.drafts else ""


def name_of_page(page: Draft, catalogue: Catalogue) -> str:
    """A name between brackets that leads to this page alone; nothing when it has none."""
    for name in (page.title, page.key.slug):
        if fits_in_brackets(name) and catalogue.find(name, tuple(Kind)) == (page.key,):
            return name
    return ""


def swapped(name: str, label: str, catalogue: Catalogue) -> str:
    """`[[words|name]]` the right way round, when what stands behind the bar leads to one page."""
    keys = catalogue.find(label, tuple(Kind)) if label and fits_in_brackets(label) else ()
    return f"[[{label}|{name}]]" if len(keys) == 1 else ""


def other_form(name: str) -> str:
    """How a link or a picture is written of which the address stands between double brackets."""
    if is_web_address(name):
        return f"[…]({name})"
    file = posixpath.basename(name)
    return f"![…](../{MEDIA_FOLDER}/{file})" if extension(file) in PICTURES else ""
