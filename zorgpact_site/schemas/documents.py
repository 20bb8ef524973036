"""A whole schema for each kind of file, and for the settings of the site."""

from collections.abc import Callable
from typing import Literal, TypeAlias

from zorgpact_site.fields import table
from zorgpact_site.kinds import Kind
from zorgpact_site.reading.settings import SETTINGS_FIELDS
from zorgpact_site.schemas.known import KnownNames
from zorgpact_site.schemas.values import Describer, Schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SITE: Literal["site"] = "site"
Subject: TypeAlias = Kind | Literal["site"]


def schema_of(subject: Subject, names: KnownNames, text: Callable[[str], str]) -> Schema:
    """The JSON Schema (draft 2020-12) of the front matter of a kind, or of `site.yaml`."""
    describer = Describer(names, text)
    file = "content/site.yaml" if subject == SITE else f"content/{subject}/*.md"
    head: Schema = {"$schema": DIALECT, "title": file}
    if subject == SITE:
        return head | describer.group(SETTINGS_FIELDS)
    made = head | describer.group(table.fields_of(subject))
    if subject is Kind.ARTICLE:
        made["dependentRequired"] = {table.EVENT.key: [table.DATE.key]}
    return made
