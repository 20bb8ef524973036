"""A description of a picture that describes nothing."""

import re
from collections.abc import Iterable

from zorgpact_site.checks.alt_repeats import descriptions
from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.fields.types import shown
from zorgpact_site.media import PICTURES
from zorgpact_site.model.site import Site
from zorgpact_site.names import fold, words

RULE = Rule(
    "weak-alt",
    Severity.WARNING,
    "“{value}” does not tell what is to be seen",
    "tell it in one sentence, such as: students practise with a care robot",
    "Who does not see the picture hears this instead of it. The name of a file, or a word such as "
    "foto or afbeelding, tells nothing, and what a word processor makes up (“Automatisch "
    "gegenereerde beschrijving”) seldom what matters. Source: WCAG 2.2, 1.1.1 (failure F30).",
)
_WEAK = words(
    "afbeelding banner beeld figuur foto fotootje grafiek icoon illustratie image img logo "
    "photo picture plaatje poster schermafbeelding screenshot tekening todo untitled video"
)
# As programs for texts describe a picture that they were given.
_MADE_UP = re.compile(
    r"automatisch gegenereerde beschrijving|description automatically generated"
    r"|door ai gegenereerde inhoud|ai-generated content",
    re.IGNORECASE,
)
_LONG = 40  # signs: more than any of these words with a number behind it
_NUMBER = re.compile(r"[\s_-]*\(?\d*\)?[\s.:]*$")
# As cameras and telephones call them: IMG_2018, DSC01234, 20180327_101500.
_OF_A_CAMERA = re.compile(
    r"(?:(?:img|dsc|dscn|pxl|p|photo|image)[_-]?)?\d{4,}+[\d_-]*+", re.IGNORECASE
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Look at the description of each picture."""
    for entry in site.entries:
        for alt, _caption, where in descriptions(entry):
            if _tells_nothing(alt.strip()):
                yield problem(RULE, where, value=shown(alt.strip()))


def _tells_nothing(alt: str) -> bool:
    is_file = alt.lower().endswith(PICTURES) and len(alt.split()) == 1
    if is_file or _OF_A_CAMERA.fullmatch(alt) or _MADE_UP.search(alt):
        return True
    return len(alt) < _LONG and fold(_NUMBER.sub("", alt)).removeprefix("een ") in _WEAK
