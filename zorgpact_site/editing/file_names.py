"""Names of files that follow from titles, which may be longer than a name of a file may be."""

from zorgpact_site.reading.read import MAX_SLUG


def shortened(name: str) -> str:
    """A name of at most as many bytes as a name may have, cut between words where it can be."""
    data = name.encode()
    if len(data) <= MAX_SLUG:
        return name
    cut = data[: MAX_SLUG + 1].decode(errors="ignore")
    return cut.rpartition("-")[0] or cut[:-1]
