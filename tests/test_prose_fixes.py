"""The edits that checks on prose offer: they mend what they name, and nothing else."""

from pathlib import Path

import pytest

from tests.small_site import build_site, write_site
from zorgpact_site.diagnostics import Replace

HEAD = "---\ntitle: A\n---\n"


def mended(root: Path, slug: str, body: str) -> str:
    """A body after all edits that one rule offers for it; later ones first, so places hold."""
    path = "content/articles/a.md"
    built = build_site(write_site(root, {path: HEAD + body}))
    offered = [edit for one in built.diagnostics if one.rule.slug == slug for edit in one.fix]
    edits = [edit for edit in dict.fromkeys(offered) if isinstance(edit, Replace)]
    text = HEAD + body
    for edit in sorted(edits, key=lambda edit: edit.where, reverse=True):
        before = text.split("\n")[: edit.where.line - 1]
        start = sum(len(line) + 1 for line in before) + edit.where.column - 1
        text = text[:start] + edit.text + text[start + edit.where.length :]
    return text.removeprefix(HEAD)


@pytest.mark.parametrize(
    ("slug", "typed", "right"),
    [
        ("doubled-word", "Dit is de de zaal.\n", "Dit is de zaal.\n"),
        ("indented-code", "1)      Een\n2)      Twee\n", "1) Een\n2) Twee\n"),
        ("literal-list", "- Een\no   a\no   b\n- Twee\n", "- Een\n  - a\n  - b\n- Twee\n"),
        ("literal-list", "- Een\no   a\n- Twee\n", "- Een\n  - a\n- Twee\n"),
        ("indented-code", "-\t\tEen\n-      Twee\n", "- Een\n- Twee\n"),
        ("doubled-word", "Aan het eind van\nvan een regel.\n", "Aan het eind van\neen regel.\n"),
        ("doubled-word", "Elk **van** van ons.\n", "Elk **van** ons.\n"),
        ("doubled-word", "Elk van **van ons**.\n", "Elk van **ons**.\n"),
        ("doubled-word", "De zorg zorg groeit.\n", "De zorg zorg groeit.\n"),
        ("stray-nbsp", "In\u00a0de zaal\u00a0 zat\u202fzij.\n", "In de zaal zat zij.\n"),
        ("stray-nbsp", "Op 27\u00a0maart in\u00a0Zwolle.\n", "Op 27\u00a0maart in Zwolle.\n"),
        ("stray-nbsp", "Onzicht\u200bbaar en on\u00adwaar.\n", "Onzichtbaar en onwaar.\n"),
        ("stray-nbsp", "Met&nbsp;opzet, per\u00a0ongeluk.\n", "Met&nbsp;opzet, per ongeluk.\n"),
        ("sign-spacing", "In Zwolle , Urk,Ede,Zwolle.\n", "In Zwolle, Urk, Ede, Zwolle.\n"),
        ("sign-spacing", "Het was ( zoals altijd ) *vol* .\n", "Het was (zoals altijd) *vol*.\n"),
        ("sign-spacing", "Een zin.Nog een\n, en meer.\n", "Een zin.Nog een\n, en meer.\n"),
        ("mixed-quotes", "Een „woord“ en ‘s avonds.\n", "Een „woord” en ’s avonds.\n"),
        ("mixed-quotes", "Een ”woord” en ‘ander‘.\n", "Een “woord” en ‘ander’.\n"),
        ("heading-order", "## A\n\nA\n\n#### B\n\nB\n", "## A\n\nA\n\n### B\n\nB\n"),
        ("heading-order", "#### A\n\nA\n\n###### B\n\nB\n", "## A\n\nA\n\n### B\n\nB\n"),
        # Which of the two would be the child of the other is for the editor to say.
        ("heading-order", "## A\n#### B\nB\n\n### C\nC\n", "## A\n#### B\nB\n\n### C\nC\n"),
        ("heading-order", "### A\nA\n\n## B\nB\n", "### A\nA\n\n## B\nB\n"),
        ("heading-order", "> ### A\n> A\n", "> ### A\n> A\n"),
        ("bold-in-heading", "## **Wat *zij* zei** ##\nA\n", "## **Wat *zij* zei** ##\nA\n"),
        ("bold-in-heading", "- ## **Wat zij zei:** ##\n  A\n", "- ## Wat zij zei: ##\n  A\n"),
        ("literal-heading", "##Wat *zij* zei\nA\n", "## Wat *zij* zei\nA\n"),
        (
            "glued-text",
            "|a|b|\n|-|-|\n|1|2|\nEen.\nTwee.\n",
            "|a|b|\n|-|-|\n|1|2|\n\nEen.\nTwee.\n",
        ),
        ("glued-text", "|a|b|\n|-|-|\nEen.\n|1|2|\n", "|a|b|\n|-|-|\nEen.\n|1|2|\n"),
        ("literal-table", "|a|b|\n|-|-|\n|1|2|\n \n\n|3|4|\n", "|a|b|\n|-|-|\n|1|2|\n|3|4|\n"),
        ("year-as-number", "- a\n- b\n2018. Mooi.\n", "- a\n- b\n\n2018\\. Mooi.\n"),
        (
            "sign-spacing",
            "Op 3mei2018 kost het 5 ,exclusief.\n",
            "Op 3 mei 2018 kost het 5, exclusief.\n",
        ),
        ("cut-word", "Elk samen- werken is samenwerken.\n", "Elk samenwerken is samenwerken.\n"),
        ("cut-word", "Elk samen- werken.\n", "Elk samen- werken.\n"),
        ("mixed-quotes", "Zij zei ,,zo'' en regio´s.\n", "Zij zei “zo” en regio’s.\n"),
        ("mixed-quotes", "Zij zei ,,zo en 'zo'.\n", "Zij zei “zo en 'zo'.\n"),
        ("mixed-quotes", "De foto`s en video`s.\n", "De foto`s en video`s.\n"),
        ("garbled-letters", "De ﬁnanciën, eﬃciënt.\n", "De financiën, efficiënt.\n"),
        ("foreign-order", "H~2~O van 3 m^2^.\n", "H₂O van 3 m².\n"),
        ("year-as-number", "2018) Mooi.\n", "2018\\) Mooi.\n"),
        ("literal-link", "Zie [a] (https://b.nl) nu.\n", "Zie [a](https://b.nl) nu.\n"),
        ("literal-link", "Zie (a)[https://b.nl] nu.\n", "Zie [a](https://b.nl) nu.\n"),
        ("literal-link", "Zie [a](b c.pdf) nu.\n", "Zie [a](<b c.pdf>) nu.\n"),
        # Whether there is a page of that name is another matter.
        ("literal-link", "Zie [Zwolle]] nu.\n", "Zie [Zwolle]] nu.\n"),
    ],
)
def test_an_edit_mends_what_it_names(tmp_path: Path, slug: str, typed: str, right: str) -> None:
    assert mended(tmp_path, slug, typed) == right
    assert mended(tmp_path, slug, right) == right
