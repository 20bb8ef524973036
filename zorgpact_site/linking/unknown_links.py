"""What to say of a link by name that leads nowhere, and what was perhaps meant by it."""

from zorgpact_site.diagnostics import Diagnostic, Edit, Relink, Replace, problem
from zorgpact_site.diagnostics.reference_rules import UNKNOWN_LINK
from zorgpact_site.fields.types import shown
from zorgpact_site.kinds import Kind
from zorgpact_site.linking.catalogue import Catalogue
from zorgpact_site.linking.meant_pages import (
    file_called,
    fits_in_brackets,
    name_of_page,
    other_form,
    page_of_path,
    swapped,
)
from zorgpact_site.model.body import Reference
from zorgpact_site.names import nearest, sure_name


def unknown_link(
    one: Reference, name: str, kinds: tuple[Kind, ...], catalogue: Catalogue, *, guessing: bool
) -> Diagnostic:
    """Tell of `[[name]]`, which no page of these kinds is called.

    Only when `guessing` are all names looked through for one that is nearly it.
    """
    turned = "" if one.anchor else swapped(one.target, one.title, catalogue)
    if turned:
        # Where other signs stand between, such as spaces, there is more than its own words.
        is_whole = one.where.length == len(turned)
        return _told(one, turned, fix=(Replace(one.where, turned),) if is_whole else ())
    if other := other_form(one.target):
        return _told(one, other)
    if page := page_of_path(name, catalogue):
        meant = name_of_page(page, catalogue)
        fix = (Relink(one.where, one.target, meant),) if meant else ()
        return _told(one, meant, file=page.path, fix=fix)
    known = (one for kind in kinds for one in catalogue.shown.get(kind, ()))
    names = tuple(known) if guessing else ()
    near = nearest(name, names)
    sure = sure_name(name, names)
    fits = sure and fits_in_brackets(sure)
    fix = (Relink(one.where, one.target, f"{one.target.removesuffix(name)}{sure}"),) if fits else ()
    file = file_called(near[0], kinds, catalogue) if near else ""
    return _told(one, *near, file=file, fix=fix)


def _told(one: Reference, *near: str, file: str = "", fix: tuple[Edit, ...] = ()) -> Diagnostic:
    near, value = tuple(filter(None, near)), shown(one.target)
    return problem(UNKNOWN_LINK, one.where, near=near, file=file, fix=fix, value=value)
