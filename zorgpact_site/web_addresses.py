"""What a web address is, for all who read one."""

import re
from urllib.parse import urlsplit

# Typed for the address of a site that is read from disk, without a server.
FROM_DISK = "file:"
_HOST = re.compile(r"(?:[^\s/?#@\\:]+\.[^\s/?#@\\:]+|localhost)(?::\d+)?")


def is_web_address(text: str) -> bool:
    """Whether a text is an http(s) address with a host, without credentials or spaces."""
    if any(sign.isspace() or sign in '\\<>"' for sign in text):
        return False
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(_HOST.fullmatch(parts.netloc))
