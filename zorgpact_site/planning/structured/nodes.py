"""Nodes of a graph for programs, and the text in which a page carries them."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import msgspec
from markupsafe import Markup

Json: TypeAlias = "str | int | msgspec.Raw | Sequence[Json] | Mapping[str, Json]"
Node: TypeAlias = dict[str, Json]

VOCABULARY = "https://schema.org"
_encode = msgspec.json.Encoder().encode
# Signs that could end the element or begin a comment in it, and two that once ended lines of
# scripts. Source: HTML, "Restrictions for contents of script elements"; RFC 8259, section 7.
_ESCAPED = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


def node(kind: str, identity: str = "", /, **facts: "Json | None") -> Node:
    """A thing of a type of schema.org, without what is not known of it.

    `identity` is the address by which other nodes refer to it, on this page or another.
    """
    known: Node = {"@type": kind}
    if identity:
        known["@id"] = identity
    for name, fact in facts.items():
        if fact or fact == 0:
            known[name] = fact
    return known


def decimal(number: float) -> msgspec.Raw:
    """A number with decimals as Python writes it."""
    return msgspec.Raw(repr(number).encode())


def reference(identity: str) -> Node:
    """A node that is told of elsewhere."""
    return {"@id": identity}


def data_block(graph: Sequence[Node]) -> Markup:
    """The graph as JSON-LD 1.1 that is safe inside a `script` element, whatever texts it holds."""
    text = _encode({"@context": VOCABULARY, "@graph": graph}).decode()
    for sign, escaped in _ESCAPED.items():
        text = text.replace(sign, escaped)
    return Markup(text)  # noqa: S704 - without the signs that HTML would see
