"""Write the pages of `docs/` that follow from the tables: the checks, the keys, the recipes.

`make docs` runs this. With `--check` nothing is written; the exit code is 1 when a page is stale.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

import click

from docs.messages import Id, used_texts
from docs.quoting import recipes_page
from zorgpact_site import weighing
from zorgpact_site.diagnostics import Rule
from zorgpact_site.editing.importing import rules as importing
from zorgpact_site.fields import Field, FieldType, table
from zorgpact_site.fields.compound import Choices, Group, ListOf
from zorgpact_site.fields.types import Choice, Number, Text
from zorgpact_site.kinds import Kind
from zorgpact_site.reading.settings import SETTINGS_FIELDS
from zorgpact_site.reporting.messages import Messages, messages_in
from zorgpact_site.reporting.rule_list import rule_groups

FOLDER = Path(__file__).resolve().parent
DUTCH, ENGLISH = messages_in("nl"), messages_in("en")
_MARKUP = re.compile(r"([\\`*_\[\]<>#|])")

KINDS = {
    Kind.ARTICLE: ("Artikelen", "elk artikel"),
    Kind.REGION: ("Regio’s", "elke regio"),
    Kind.THEME: ("Thema’s", "elk thema"),
    Kind.KOPLOPER: ("Koplopers", "elke koploper"),
    Kind.TOOL: ("Hulpmiddelen", "elk hulpmiddel"),
    Kind.PAGE: ("Gewone pagina’s", "elke gewone pagina, zoals het colofon"),
}

RULES_INTRO = """\
# Controles

*Deze pagina wordt gemaakt door `make docs`, uit de controles zelf. Wijzig de pagina niet met de
hand.*

Voordat de site verandert, kijkt zorgpact alle bestanden na. Elke melding noemt het bestand, de
regel, en de naam van de controle. Hier staat per controle wat die betekent en wat u kunt doen.
In de voorbeelden staat … voor uw eigen woorden.

- Een **fout** houdt publicatie tegen: de site blijft zoals die was, tot alle fouten zijn hersteld.
- Een **waarschuwing** houdt niets tegen, behalve met `--strict`.

Een controle die **instelbaar** is, kunt u voor de hele site zwaarder of lichter maken in
`content/site.yaml`, met `error` (fout), `warning` (waarschuwing) of `off` (uit):

```yaml
rules:
  raw-html: error
```

Voor één bestand zet u zo’n controle uit met `ignore`, en met de reden erbij:

```yaml
ignore:
  raw-html: dit artikel gaat over HTML
```

Een controle die **vast** staat, geldt altijd: zonder die controle zou een pagina niet te maken
zijn, of zou er iets ongemerkt verloren gaan.

*In English: `make docs` writes this page from the checks themselves. An error stops publication,
a warning does not. What is settable can be set in `content/site.yaml` under `rules`, or turned off
for one file under `ignore`, with a reason; what is fixed always holds.*
"""

KEYS_INTRO = """\
# Het blok met eigenschappen

*Deze pagina wordt gemaakt door `make docs`, uit de tabel die ook het nakijken stuurt. Wijzig de
pagina niet met de hand.*

Elk bestand in `content/` begint met een blok met eigenschappen, tussen twee regels van drie
streepjes. Daaronder komt de tekst. Bijvoorbeeld:

```yaml
{example}
```

Elke eigenschap is een sleutel, een dubbele punt, een spatie en een waarde.

- Staat er in een waarde een dubbele punt met een spatie erachter, of begint die met een bijzonder
  teken zoals `#`, `[` of `@`, zet de waarde dan tussen aanhalingstekens.
- Een tekst is hoogstens {limit} tekens lang, tenzij er in de tabel iets anders staat.
- Een datum is een dag, een maand of een jaar: `2018-03-27`, `2018-03` of `2018`.
- Een lijst schrijft u tussen rechte haken, `[Permanent leren, Zorg en technologie]`, of onder
  elkaar, met voor elke waarde een streepje en een spatie.
- Een groep sleutels schrijft u onder de sleutel waarbij die hoort, twee spaties ingesprongen, of
  tussen accolades: `{{name: Hanzeborg, place: Lelystad}}`. In de tabellen staan zulke sleutels als
  `location` › `name`.
- Regio’s, thema’s, koplopers en artikelen noemt u met de titel, een andere naam (`aliases`) of de
  bestandsnaam van hun pagina. Hoofdletters en accenten maken niet uit.
- Een sleutel die hier niet staat, is een fout: zo valt een tikfout op. Wilt u iets voor uzelf
  bewaren, begin de sleutel dan met `x-`, zoals `x-notitie`. Wat daar staat, komt nergens terecht.

Wat er gebeurt als een waarde niet klopt, staat in [de lijst met controles](rules.md).
"""


OTHER_TEXTS = "Andere teksten"
OTHER_INTRO = """\
Wat de opdrachten verder zeggen, met … voor wat er ingevuld wordt.
"""
# The texts of rules stand above, those of keys in front-matter.md.
_TOLD_ABOVE = ("rule ", "key ")

SETTINGS_INTRO = """\
Wat voor de hele site geldt, staat in `content/site.yaml`. Daar staan geen regels met streepjes
omheen. Een onderdeel van de site dat u niet noemt, houdt zijn eigen adres en naam.
"""


def rules_page() -> str:
    """Every check with its weight and texts, in Dutch and in English."""
    groups = rule_groups(DUTCH, importing.RULES)
    titles = (*(title for title, _rules in groups), OTHER_TEXTS)
    contents = "".join(f"- [{title}](#{title.lower().replace(' ', '-')})\n" for title in titles)
    parts = [RULES_INTRO, contents]
    for title, rules in groups:
        parts.append(f"## {title}\n")
        parts += [_rule(rule) for rule in rules]
    return "\n".join([*parts, _other_texts()])


def _other_texts() -> str:
    """Every other text that editors can meet, in both languages side by side."""
    ids = dict.fromkeys(used.id for used in used_texts() if not used.place.startswith(_TOLD_ABOVE))
    rows = sorted({(_side(DUTCH, one), _side(ENGLISH, one)) for one in ids})
    table_ = "".join(f"| {dutch} | {english} |\n" for dutch, english in rows)
    return f"## {OTHER_TEXTS}\n\n{OTHER_INTRO}\n| Nederlands | English |\n|---|---|\n{table_}"


def _side(messages: Messages, text: Id) -> str:
    """A text as a cell; that for one thing and that for more stand with a slash between."""
    if isinstance(text, str):
        return _escaped(_shown(messages.text(text)))
    one, more = text
    return _escaped(" / ".join(messages.count(one, more, number) for number in (1, 2)))


def _rule(rule: Rule) -> str:
    free = rule.slug in weighing.RULE_NAMES.settable
    nl = f"**{DUTCH.severity(rule.severity).capitalize()}**, {'instelbaar' if free else 'vast'}."
    en = f"*In English*: {ENGLISH.severity(rule.severity)}, {'settable' if free else 'fixed'}."
    return "\n".join((f"### {rule.slug}\n", _told(rule, nl, DUTCH), _told(rule, en, ENGLISH)))


def _told(rule: Rule, weight: str, messages: Messages) -> str:
    shown = (_shown(messages.text(text)) for text in (rule.message, rule.hint))
    about = _escaped(messages.text(rule.about))
    return "\n".join((f"{weight} {about}\n", "```text", *shown, "```\n"))


def _shown(text: str) -> str:
    """A message as editors see it, with dots where it repeats their own words."""
    holes = {name for _before, name, _form, _how in Formatter().parse(text) if name}
    return text.format(**dict.fromkeys(holes, "…"))


def keys_page() -> str:
    """Every key of every kind of file, and those of the settings."""
    intro = KEYS_INTRO.format(example=example_block(), limit=Text().limit)
    shared = [field for field in table.FIELDS if field.where == frozenset(Kind)]
    parts = [
        intro,
        f"## Elk bestand\n\nDeze sleutels kunnen in elk bestand staan.\n\n{_table(shared)}",
        *(_kind(kind, *words) for kind, words in KINDS.items()),
        f"## De site zelf\n\n{SETTINGS_INTRO}\n{_table(SETTINGS_FIELDS)}",
    ]
    return "\n".join(parts)


def example_block() -> str:
    """A short block of properties, of the examples in the table."""
    fields = (table.TITLE, table.EVENT, table.DATE, table.REGION, table.THEMES)
    lines = (f"{field.key}: {field.example}" for field in fields)
    return "\n".join(("---", *lines, "---", "", "De tekst van het artikel."))


def _kind(kind: Kind, title: str, each: str) -> str:
    head = f"## {title}\n\nIn `content/{kind.value}/`, een bestand voor {each}."
    own = [field for field in table.fields_of(kind) if field.where != frozenset(Kind)]
    if not own:
        return f"{head}\nEr zijn geen andere sleutels dan die voor elk bestand.\n"
    return f"{head}\nDeze sleutels komen bij die voor elk bestand:\n\n{_table(own)}"


def _table(fields: Iterable[Field[object]]) -> str:
    head = "| sleutel | soort waarde | verplicht | betekenis | voorbeeld |\n|---|---|---|---|---|\n"
    return head + "".join(f"{row}\n" for row in _rows(fields, ""))


def _rows(fields: Iterable[Field[object]], before: str) -> Iterator[str]:
    """A row for each field, each followed by those of the keys inside it."""
    for field in fields:
        cells = (
            f"{before}`{field.key}`",
            value_in_words(field.type),
            "ja" if field.required else "",
            _escaped(DUTCH.text(field.meaning)),
            f"`{field.example}`",
        )
        yield f"| {' | '.join(cells)} |"
        yield from _rows_inside(field.type, f"{before}`{field.key}` › ")


def _rows_inside(kind: FieldType[object], before: str) -> Iterator[str]:
    inner = kind.item if isinstance(kind, ListOf) else kind
    if not isinstance(inner, Group):
        return
    groups = [field.type for field in inner.fields if isinstance(field.type, Group)]
    if len(groups) < len(inner.fields):
        yield from _rows(inner.fields, before)
        return
    # Groups alone, such as the sections: their keys are told once, after all of them.
    for field in inner.fields:
        yield next(_rows([field], before))
    keys = dict.fromkeys(field for group in groups for field in group.fields)
    yield from _rows(keys, f"{before}… › ")


def value_in_words(kind: FieldType[object]) -> str:
    """What may be filled in, in Dutch."""
    words = DUTCH.text(kind.expected)
    match kind:
        case ListOf(item=item):
            words = f"{value_in_words(item)}, of een lijst daarvan"
        case Group(alone=alone) if alone:
            words += f", of alleen een tekst voor `{alone}`"
        case Choices(word=word):
            words += f", met bij elke sleutel {value_in_words(word)}"
        case Choice(words=choices):
            words = "een van de woorden " + ", ".join(f"`{choice}`" for choice in choices)
        case Number(lowest=lowest, highest=highest):
            words += f" van {lowest:g} tot en met {highest:g}"
        case Text(limit=limit) if limit != Text().limit:
            words += f" van hoogstens {limit} tekens"
    return words


def _escaped(text: str) -> str:
    """A text in which nothing is taken for Markdown."""
    return _MARKUP.sub(r"\\\1", text)


def pages() -> dict[str, str]:
    """The generated pages by file name."""
    return {
        "rules.md": rules_page(),
        "front-matter.md": keys_page(),
        "publiceren.md": recipes_page(),
    }


@click.command(help=__doc__)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 when a page is stale.")
def main(*, check: bool) -> None:
    """Write the pages, or tell which are stale."""
    stale = False
    for name, text in pages().items():
        path = FOLDER / name
        if path.exists() and path.read_text("utf-8") == text:
            continue
        stale = True
        click.echo(f"{'stale' if check else 'written'}: docs/{name}")
        if not check:
            path.write_text(text, "utf-8", newline="\n")
    raise SystemExit(check and stale)


if __name__ == "__main__":
    main()
