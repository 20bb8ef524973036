"""What a build notes of what it published, so that the next one need not look further."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from zorgpact_site.remembering.digests import digest
from zorgpact_site.remembering.unchanged import MEMORY, Moment, Published, remember
from zorgpact_site.verdicts.memory import FOLDER, Verdict, Verdicts


def note_published(
    site: Path, seen: Moment, texts: Mapping[str, bytes], published: Published, found: Verdict
) -> None:
    """Note what stands now, made of files as they were `seen`, of which `texts` were read.

    The mistakes that were `found` are kept under a name of their own.
    """
    if found:
        verdict = digest(*map(os.fsencode, (*published.asked, published.site))).hex()
        Verdicts(site / FOLDER).remember(verdict, found)
        published = replace(published, verdict=verdict)
    remember(site / MEMORY, site, seen, texts, published)
