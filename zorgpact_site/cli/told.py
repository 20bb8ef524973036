"""What a build told of its mistakes, kept so that one of the same need not word them again."""

import os
import sys
from pathlib import Path

from zorgpact_site.cli.colour import wants_colour
from zorgpact_site.cli.options import Common
from zorgpact_site.remembering.digests import digest, program
from zorgpact_site.remembering.kept_texts import KeptTexts

_FOLDER = Path(".zorgpact") / "memory" / "told"


def recall_told(verdict: str, common: Common) -> str | None:
    """What was told of the mistakes that have this name; None when that is not remembered."""
    return KeptTexts(common.site / _FOLDER).recall(_name(verdict, common))


def remember_told(verdict: str, told: str, common: Common) -> None:
    """Keep what was told of them."""
    KeptTexts(common.site / _FOLDER).remember(_name(verdict, common), told)


def _name(verdict: str, common: Common) -> str:
    colour = str(wants_colour(sys.stderr))
    form = (common.format, common.messages.language, colour, common.prefix)
    return digest(program(), *map(os.fsencode, (verdict, *form))).hex()
