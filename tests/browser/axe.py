"""axe looks at a page as it is now, in both colour schemes at both widths."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 320)
SCHEMES = ("light", "dark")
# A scheme changes colours and nothing else, so the second one is asked about those alone.
COLOURS = ["color-contrast", "link-in-text-block"]


def violations(page: Page) -> list[tuple[str, int, str, str]]:
    """What axe finds at each width in light, and of colours in dark: the rule and the element.

    The page must be open with `bypass_csp`, because axe is a script from elsewhere.
    """
    page.evaluate(f"{AXE};0")
    found = []
    for scheme, asked in zip(SCHEMES, (("tag", TAGS), ("rule", COLOURS)), strict=True):
        only = dict(zip(("type", "values"), asked, strict=True))
        options = {"runOnly": only, "resultTypes": ["violations"]}
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            result = page.evaluate("options => axe.run(document, options)", options)
            assert result["passes"] or result["violations"] or result["incomplete"]
            found += [
                (scheme, width, violation["id"], node["html"][:120])
                for violation in result["violations"]
                for node in violation["nodes"]
            ]
    return found
