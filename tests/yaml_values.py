"""Front matter as other programs read it: YAML 1.2 turns plain words into numbers and booleans."""

import re
from typing import Any

from zorgpact_site.placed_yaml import Mapping, Node, Scalar, Sequence

_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
}


def as_typed(node: Node) -> Any:
    """Every value as a text."""
    return _value(node, lambda scalar: scalar.text)


def as_yaml(node: Node) -> Any:
    """Values by the core schema of YAML 1.2 (yaml.org, section 10.3.2), as text editors do."""
    return _value(node, _resolved)


def _value(node: Node, of: Any) -> Any:
    match node:
        case Scalar():
            return of(node)
        case Sequence(items=items):
            return [_value(item, of) for item in items]
        case Mapping(entries=entries):
            return {key.text: _value(value, of) for key, value in entries}


def _resolved(scalar: Scalar) -> Any:
    text = scalar.text
    if not scalar.plain:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
