"""What the checks of the site say of new texts, as if those lay in it already."""

from collections.abc import Sequence
from dataclasses import replace

from zorgpact_site.build import examine
from zorgpact_site.diagnostics import Diagnostic
from zorgpact_site.diagnostics.reference_rules import UNKNOWN_FILE
from zorgpact_site.inputs import Inputs
from zorgpact_site.source import Source


def judged(new: Sequence[Source], inputs: Inputs) -> tuple[Diagnostic, ...]:
    """The diagnostics that are about the new texts, or name them.

    Pictures come along later, so that a draft refers to one is no mistake.
    """
    options = replace(inputs.options, drafts=True)
    site = replace(inputs, sources=(*inputs.sources, *new), options=options)
    paths = {one.path for one in new}
    return tuple(
        one
        for one in examine(site).weighed()
        if paths & {one.where.path, one.file} and one.rule != UNKNOWN_FILE
    )
