"""The command `explain`: why the site is as it is, and what a rule means."""

import sys
from typing import Any

import click

from zorgpact_site.cli.colour import paint, wants_colour
from zorgpact_site.cli.exits import Exit, speaking_of_trouble
from zorgpact_site.cli.options import Common, common, gather
from zorgpact_site.editing.importing import rules as importing
from zorgpact_site.explaining import (
    Absent,
    Choices,
    Explained,
    Survey,
    explain_page,
    find,
    survey_of,
)
from zorgpact_site.explaining.rules import RuleExplained, explain_rule, rule_called
from zorgpact_site.inputs import Inputs
from zorgpact_site.names import nearest
from zorgpact_site.reading.settings import read_settings
from zorgpact_site.reporting.explained_json import as_json
from zorgpact_site.reporting.explanations import Explainer
from zorgpact_site.reporting.messages import Messages
from zorgpact_site.reporting.rule_list import RuleList, rule_groups
from zorgpact_site.reporting.text import plain, texts_of
from zorgpact_site.weighing import RULE_NAMES, RULES


@click.command()
@click.argument("what", metavar="[PAGINA|CONTROLE]", required=False)
@common
@click.option("--drafts", is_flag=True, help="Neem ook concepten mee (draft: true).")
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Vorm van de uitleg.",
)
def explain(what: str | None, **asked: Any) -> None:
    """Leg uit waarom een pagina toont wat ze toont, of wat een controle betekent.

    Noem een pagina bij haar adres (/regios/zwolle/), haar bestand
    (content/regions/zwolle.md) of haar titel; een controle bij haar naam (raw-html).
    Noemt u niets, dan ziet u alle controles.
    """
    common = gather(**asked)
    with speaking_of_trouble(common.messages):
        inputs = common.scan()
        if what is None:
            click.echo(_all_rules(inputs, common))
            return
        built = common.look(inputs)
    rule = rule_called(what, (*RULES, *importing.RULES))
    told = explain_rule(rule, built) if rule else _page(what, survey_of(built), common.messages)
    click.echo(_shown(told, inputs, common))


def _all_rules(inputs: Inputs, common: Common) -> str:
    """A line for each rule, with its weight by the settings of this site, if these can be read."""
    settings = read_settings(inputs.settings, inputs.options, RULE_NAMES)[0]
    groups = rule_groups(common.messages, importing.RULES)
    rules = RuleList(common.messages, groups, settings.severities if settings else {})
    if common.format == "json":
        return rules.json()
    return rules.text(paint if wants_colour(sys.stdout) else plain)


def _page(what: str, survey: Survey | None, messages: Messages) -> Explained | Absent:
    """The explanation of a page; else what was perhaps meant is told, and the command ends."""
    near = nearest(what, (rule.slug for rule in RULES))
    if survey is None:
        raise _unknown(
            messages.text(
                "no site here can be read, so no page can be explained; zorgpact check tells why"
            ),
            near,
            messages,
        )
    found = find(what, survey)
    match found:
        case Absent():
            return found
        case Choices(exact=True):
            told = messages.text("“{name}” is the name of more than one page", name=what)
            raise _unknown(told, found.near, messages)
        case Choices():
            told = messages.text("“{name}” is neither a page nor a rule", name=what)
            raise _unknown(told, (*near, *found.near)[:3], messages)
    return explain_page(found, survey)


def _unknown(told: str, near: tuple[str, ...], messages: Messages) -> SystemExit:
    click.echo(f"zorgpact: {told}", err=True)
    if near:
        click.echo(f"  {messages.did_you_mean(near)}", err=True)
    return SystemExit(Exit.USAGE)


def _shown(told: Explained | Absent | RuleExplained, inputs: Inputs, common: Common) -> str:
    if common.format == "json":
        return as_json(told, common.messages)
    texts = texts_of((inputs.settings, *inputs.sources))
    explainer = Explainer(common.messages, texts, paint if wants_colour(sys.stdout) else plain)
    match told:
        case Explained():
            return explainer.page(told)
        case Absent():
            return explainer.absent(told)
        case RuleExplained():
            return explainer.rule(told)
