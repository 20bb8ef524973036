"""A tree of elements as the bytes of an XML file, a line for each element."""

from xml.etree.ElementTree import Element, indent, tostring

_DECLARATION = "<?xml version='1.0' encoding='utf-8'?>\n"


def xml(root: Element) -> bytes:
    """The file; as text first, for the library writes bytes piece by piece, each at a price."""
    indent(root, space="")
    text: str = tostring(root, encoding="unicode")
    return f"{_DECLARATION}{text}\n".encode(errors="xmlcharrefreplace")
