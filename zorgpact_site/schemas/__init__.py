"""JSON Schemas of front matter and settings, for the completion and hints of text editors."""

from zorgpact_site.schemas.documents import SITE, schema_of
from zorgpact_site.schemas.known import KnownNames, known_names

__all__ = ["SITE", "KnownNames", "known_names", "schema_of"]
