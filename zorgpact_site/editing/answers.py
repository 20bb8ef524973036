"""One typed answer becomes the value to write, judged by the rules that hold for its key."""

from collections.abc import Sequence

from zorgpact_site import placed_yaml
from zorgpact_site.diagnostics import Diagnostic, Location, problem
from zorgpact_site.diagnostics.field_rules import EMPTY_VALUE
from zorgpact_site.diagnostics.file_rules import CONTROL_CHARACTER, FILE_NAME_EMPTY
from zorgpact_site.editing.known import Known
from zorgpact_site.editing.questions import NAMED, SEVERAL, flag
from zorgpact_site.editing.yaml_writer import Value
from zorgpact_site.fields import Field, table
from zorgpact_site.fields.types import Named
from zorgpact_site.kinds import Kind
from zorgpact_site.linking.catalogue import Catalogue, split_prefix
from zorgpact_site.linking.resolve import Resolver
from zorgpact_site.model.keys import Key
from zorgpact_site.names import slug
from zorgpact_site.placed_yaml import Node, Scalar
from zorgpact_site.reading.decode import decode
from zorgpact_site.source import Source

Judged = tuple[Value, tuple[Diagnostic, ...]]


def read_answer(
    field: Field[object], typed: Sequence[str], known: Known, *, drafts: bool
) -> Judged:
    """The value of a key from what was typed: names become titles, dates and colours one form.

    `typed` holds one text, or several for a key that takes several. With `drafts` it may name
    drafts too. The value is empty when there are diagnostics.
    """
    where = Location(flag(field.key))
    texts = [" ".join(text.split()) for text in typed]
    found = [one for text in texts for one in _unreadable(text, field, where)]
    if not found:
        value = field.type.read(_node(texts, field, where), field, found)
    if found:
        return "", tuple(found)
    if field.key in NAMED and isinstance(value, tuple):
        return _named(value, NAMED[field.key], known.catalogue(drafts=drafts))
    if field.key in SEVERAL:
        return tuple(texts), ()
    return _one_form(field, texts[0], value, known), ()


def read_slug(typed: str | None) -> tuple[str, tuple[Diagnostic, ...]]:
    """The end of an address from what was typed for it, empty when nothing or nothing usable."""
    made = slug(typed or "")
    unusable = typed is not None and not made
    return made, (problem(FILE_NAME_EMPTY, Location("--slug")),) if unusable else ()


def _unreadable(text: str, field: Field[object], where: Location) -> tuple[Diagnostic, ...]:
    """Say that nothing was typed, or what no file may hold."""
    if not text:
        return (problem(EMPTY_VALUE, where, key=field.key),)
    try:
        # The key goes before, because a byte order mark is only allowed at the very start.
        data = f"{field.key}: {text}".encode()
    except UnicodeEncodeError as error:
        value = f"U+{ord(error.object[error.start]):04X}"
        return (problem(CONTROL_CHARACTER, where, value=value),)
    return decode(Source(where.path, data))[1]


def _node(texts: Sequence[str], field: Field[object], where: Location) -> Node:
    scalars = tuple(Scalar(text, where, plain=False) for text in texts)
    return placed_yaml.Sequence(scalars, where) if field.key in SEVERAL else scalars[0]


def _named(names: tuple[Named, ...], kind: Kind, catalogue: Catalogue) -> Judged:
    resolver = Resolver(catalogue, {})
    keys = resolver.names(names, kind)
    if resolver.found:
        return (), tuple(resolver.found)
    return tuple(written(key, catalogue) for key in keys), ()


def written(key: Key, catalogue: Catalogue) -> str:
    """The title as its file has it, or the file name when it leads elsewhere, as `Thema: x` may."""
    draft = catalogue.drafts.get(key)
    title = (draft and draft.values.get(table.TITLE)) or key.slug
    prefix, bare = split_prefix(title)
    leads = prefix in {None, key.kind} and catalogue.find(bare, (key.kind,))[:1] == (key,)
    return title if leads else key.slug


def _one_form(field: Field[object], text: str, value: object, known: Known) -> str:
    if field is table.SERIES:
        return next((one for one in known.series if slug(one) == slug(text)), text)
    if isinstance(value, float):
        return f"{value:g}"
    return str(value) if field in {table.DATE, table.JOINED, table.COLOR} else text
