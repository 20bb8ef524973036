"""What the checks of the site say of new texts, as if those lay in it already."""

from collections.abc import Sequence
from dataclasses import replace

from zorgpact_site.checks import check
from zorgpact_site.diagnostics import Diagnostic
from zorgpact_site.diagnostics.reference_rules import UNKNOWN_FILE
from zorgpact_site.inputs import Inputs
from zorgpact_site.linking import link
from zorgpact_site.planning import plan
from zorgpact_site.reading.read import read_source
from zorgpact_site.reading.settings import read_settings
from zorgpact_site.source import Source
from zorgpact_site.weighing import RULE_NAMES, weigh


def judged(new: Sequence[Source], inputs: Inputs) -> tuple[Diagnostic, ...]:
    """The diagnostics that are about the new texts, or name them.

    Pictures are taken along, so that a draft refers to one is no mistake.
    """
    settings, _problems = read_settings(inputs.settings, inputs.options, RULE_NAMES)
    if settings is None:
        return ()
    settings = replace(settings, drafts=True)
    readings = tuple(read_source(one) for one in (*inputs.sources, *new))
    found = [one for reading in readings for one in reading.diagnostics]
    site, problems = link(readings, settings, inputs.media, inputs.today)
    found += [*problems, *check(site), *plan(site, inputs.assets)[1]]
    paths = {one.path for one in new}
    about = [
        one for one in found if paths & {one.where.path, one.file} and one.rule is not UNKNOWN_FILE
    ]
    return weigh(about, settings.severities, (), drafts=True)
