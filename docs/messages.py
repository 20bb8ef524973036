"""Renew the message catalogues: gather every English text, keep the Dutch ones, compile.

There are two: `nl.po` of what we say, and `usage.po` of what is said of a command line, which is
what click says and every command loads.

`make messages` runs this. A new English text enters `nl.po` with an empty translation, one that
nobody uses any more leaves it, and one that was reworded keeps its old Dutch marked `fuzzy`,
to be read again. Fill in what is named, remove the mark, and run it once more.
"""

import ast
import inspect
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path

import click
from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from zorgpact_site import weighing
from zorgpact_site.diagnostics import Severity
from zorgpact_site.editing.importing import rules as importing
from zorgpact_site.editing.original import Doubt
from zorgpact_site.editing.things import Refusal
from zorgpact_site.fields import Field, addresses, compound, moments, table, types
from zorgpact_site.fields.compound import Group, ListOf
from zorgpact_site.kinds import Kind
from zorgpact_site.outside import Cause
from zorgpact_site.reading.settings import SETTINGS_FIELDS
from zorgpact_site.reporting.messages import OUR_WORDS
from zorgpact_site.reporting.refusals import REASONS
from zorgpact_site.searching import Reason

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "zorgpact_site"
_FOLDER = PACKAGE / "messages"
# The floors that speak, their functions that translate, and how many English texts those take.
SPEAKING = ("reporting", "serving", "editing", "schemas", "cli")
TRANSLATING: Mapping[str, int] = {
    "text": 1,
    "count": 2,
    "say": 1,
    "_say": 1,
    "_tell": 1,
    "_refused": 1,
}

_WORDS: tuple[tuple[type[StrEnum], str], ...] = (
    (Reason, "why there is no search index"),
    (Doubt, "why an edit is not made"),
    (Refusal, "why names are not changed"),
    (Cause, "why a link is not well"),
    (Severity, "severity"),
)

# How click translates, and the modules of it that nobody meets who does not write programs.
_OF_CLICK = {"_": 1, "ngettext": 2}
_UNSEEN = frozenset({"_winconsole", "shell_completion"})

Id = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Used:
    """An English text, or the pair for one and for more, and the place that says it."""

    id: Id
    place: str


class DutchCatalog(Catalog):
    """A catalogue whose header holds no dates and no versions: same texts, same bytes."""

    def __init__(self) -> None:
        super().__init__("nl", header_comment="# Dutch texts of zorgpact-site.", fuzzy=False)

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The fields that readers of the file need."""
        return [
            ("Language", "nl"),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=UTF-8"),
            ("Content-Transfer-Encoding", "8bit\n"),
        ]


@dataclass(frozen=True, slots=True)
class Kept:
    """A catalogue as it is kept: what translators read, what the program reads."""

    po: Path
    mo: Path
    used: Callable[[], tuple[Used, ...]]

    def read(self) -> Catalog:
        """The catalogue as it stands; an empty one when there is none yet."""
        if not self.po.exists():
            return DutchCatalog()
        return read_po(io.BytesIO(self.po.read_bytes()), locale="nl", abort_invalid=True)


def used_texts() -> tuple[Used, ...]:
    """Every English text that can be shown, in the order of the tables and the code."""
    groups = (_of_rules(), _of_fields(), _of_value_types(), _of_words(), _of_code())
    return tuple(used for group in groups for used in group)


def _of_rules() -> Iterator[Used]:
    for rule in (*weighing.RULES, *importing.RULES):
        for part in ("message", "hint", "about", "guess"):
            yield Used(getattr(rule, part), f"rule {rule.slug}, {part}")


def _of_fields() -> Iterator[Used]:
    for name, field in (*named_fields(table.FIELDS), *named_fields(SETTINGS_FIELDS, "site.yaml ")):
        yield Used(field.meaning, f"key {name}")


def named_fields(
    fields: Iterable[Field[object]], before: str = ""
) -> Iterator[tuple[str, Field[object]]]:
    """The fields and those inside them, each with its full name such as `image.src`."""
    for field in fields:
        yield before + field.key, field
        inner = field.type.item if isinstance(field.type, ListOf) else field.type
        if isinstance(inner, Group):
            yield from named_fields(inner.fields, f"{before}{field.key}.")


def _of_value_types() -> Iterator[Used]:
    for module in (types, moments, addresses, compound):
        for name, member in vars(module).items():
            expected = getattr(member, "expected", None)
            if inspect.isclass(member) and isinstance(expected, str):
                yield Used(expected, f"value of the type {name}")


def _of_words() -> Iterator[Used]:
    """Words of ours that stand in the holes of messages, and the severities."""
    for kind in Kind:
        yield Used(kind.this_one, "word in a hole of a message")
        yield Used(kind.a_one, "word in a hole of a message")
    for _module, call in _calls(PACKAGE):
        for given in call.keywords if _called(call) == "problem" else ():
            if given.arg in OUR_WORDS:
                yield from (
                    Used(word, "word in a hole of a message") for word in _texts(given.value)
                )
    for refused in REASONS.values():
        yield Used(refused, "why the machine refuses")
    for words, place in _WORDS:
        for word in words:
            yield Used(word.value, place)


def _of_code() -> Iterator[Used]:
    for module, call in chain.from_iterable(_calls(PACKAGE / floor) for floor in SPEAKING):
        given = [texts for texts in map(_texts, call.args) if texts]
        if len(given) == TRANSLATING.get(_called(call)):
            for one, *more in zip(*given, strict=True):
                yield Used((one, *more) if more else one, module)


def usage_texts() -> tuple[Used, ...]:
    """Every English text about a command line: of click, and of ours where an option is read."""
    ours = (
        Used(text, module)
        for module, call in _calls(PACKAGE / "cli")
        if _called(call) == "mistaken"
        for text in _texts(call.args[0])
    )
    return (*_of_click(), *ours)


def _of_click() -> Iterator[Used]:
    for path in sorted(Path(click.__file__).parent.glob("*.py")):
        for call in () if path.stem in _UNSEEN else _calls_in(path):
            given = [text for text in map(_texts, call.args) if text]
            if given and len(given) == _OF_CLICK.get(_called(call)):
                one, *more = chain.from_iterable(given)
                yield Used((one, *more) if more else one, f"click/{path.name}")


def _calls(folder: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call in the modules of a folder, with the path of its module."""
    for path in sorted(folder.rglob("*.py")):
        module = path.relative_to(ROOT).as_posix()
        for call in _calls_in(path):
            yield module, call


def _calls_in(path: Path) -> Iterator[ast.Call]:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return (node for node in nodes if isinstance(node, ast.Call))


def _called(call: ast.Call) -> str:
    """The bare name of the function that is called."""
    return str(getattr(call.func, "id", "") or getattr(call.func, "attr", ""))


def _texts(node: ast.expr) -> tuple[str, ...]:
    """The text that an argument holds, or the two that it chooses from."""
    match node:
        case ast.Constant(value=str(text)):
            return (text,)
        case ast.IfExp(body=body, orelse=other):
            return (*_texts(body), *_texts(other))
    return ()


def renewed(old: Catalog, used: Iterable[Used]) -> Catalog:
    """A catalogue of just the texts in use, with the translations that `old` has for them."""
    places: dict[Id, list[str]] = {}
    for one in used:
        places.setdefault(one.id, []).append(one.place)
    left = {_place(message): message for message in old if message.id and message.id not in places}
    catalog = DutchCatalog()
    for id_, where in places.items():
        known = old.get(id_)
        # A rule or key that is worded anew keeps its old Dutch, until somebody has read it.
        known = known or left.get(tuple(dict.fromkeys(where)))
        if known is None or isinstance(known.id, str) != isinstance(id_, str):
            catalog.add(id_, auto_comments=where)
            continue
        reworded = known.id != id_
        kept = catalog.add(
            id_, known.string, auto_comments=where, user_comments=known.user_comments
        )
        if reworded or known.fuzzy:
            kept.flags.add("fuzzy")
            kept.previous_id = list(forms(known.id)) if reworded else known.previous_id
    return catalog


def _place(message: Message) -> tuple[str, ...]:
    """Where a message is said, when only one message is said there: rules and keys, not code."""
    places = tuple(message.auto_comments)
    return places if all(place.startswith(("rule ", "key ")) for place in places) else ()


def untranslated(catalog: Catalog) -> list[Message]:
    """The messages that have no Dutch text, or one that must be read again."""
    return [message for message in catalog if message.fuzzy or not all(dutch(message))]


def dutch(message: Message) -> tuple[str, ...]:
    """The Dutch of a message: one text, or one for each plural form."""
    return forms(message.string or "")


def forms(text: str | Sequence[str]) -> tuple[str, ...]:
    """A text alone, or the forms of one about a number."""
    return (text,) if isinstance(text, str) else tuple(text)


def as_po(catalog: Catalog) -> bytes:
    """The catalogue as translators read it."""
    file = io.BytesIO()
    write_po(file, catalog, width=0, include_previous=True)  # one line each: easy to find
    return file.getvalue().rstrip() + b"\n"


def as_mo(catalog: Catalog) -> bytes:
    """The catalogue as the program reads it; what must be read again is left out."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


CATALOGUES = (
    Kept(_FOLDER / "nl.po", _FOLDER / "nl.mo", used_texts),
    Kept(_FOLDER / "usage.po", _FOLDER / "nl" / "LC_MESSAGES" / "messages.mo", usage_texts),
)


@click.command(help=__doc__)
def main() -> None:
    """Renew the catalogues and compile them; exit with 1 when a text lacks its Dutch."""
    lacking = sum([_renew(kept) for kept in CATALOGUES])
    raise SystemExit(bool(lacking))


def _renew(kept: Kept) -> int:
    """Renew one catalogue, and tell how many of its texts lack their Dutch."""
    old = kept.read()
    catalog = renewed(old, kept.used())
    kept.po.write_bytes(as_po(catalog))
    kept.mo.parent.mkdir(parents=True, exist_ok=True)
    kept.mo.write_bytes(as_mo(catalog))
    for message in old:
        if message.id and message.id not in catalog:
            click.echo(f"dropped: {message.id}")
    lacking = untranslated(catalog)
    for message in lacking:
        why = "to be read again" if message.fuzzy else "no Dutch text"
        click.echo(f"{why}: {message.id}  ({', '.join(message.auto_comments)})", err=True)
    click.echo(f"{kept.po.name}: {len(catalog)} texts, {len(lacking)} without Dutch")
    return len(lacking)


if __name__ == "__main__":
    main()
