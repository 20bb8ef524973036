"""What a build notes of what it published, so that the next one need not look further."""

from collections.abc import Mapping
from pathlib import Path

from zorgpact_site.kept_files import Lost
from zorgpact_site.remembering.digests import digest
from zorgpact_site.remembering.unchanged import MEMORY, Moment, Published, remember
from zorgpact_site.verdicts.memory import FOLDER, Verdict, Verdicts


def name_of(found: Verdict, texts: Mapping[str, bytes]) -> str:
    """A name that stands for all that is told of these mistakes; empty when there are none."""
    if not found:
        return ""
    about = (texts.get(path, b"") for path in sorted({one.where.path for one in found}))
    return digest(repr(found).encode(), *about).hex()


def note_published(
    site: Path,
    seen: Moment,
    texts: Mapping[str, bytes],
    published: Published,
    found: Verdict,
    *,
    lost: Lost,
) -> None:
    """Note what stands now, made of files as they were `seen`; `texts` are digests of some.

    When that cannot be kept `lost` is told.
    """
    if found:
        Verdicts(site / FOLDER).remember(published.verdict, found)
    remember(site / MEMORY, site, seen, texts, published, lost=lost)
