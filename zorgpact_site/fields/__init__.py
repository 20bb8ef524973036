"""The field table: which keys a file may have and what their values mean."""

from zorgpact_site.fields.field import Field, FieldType, Values
from zorgpact_site.fields.read import read_fields

__all__ = ["Field", "FieldType", "Values", "read_fields"]
