"""axe looks at a page as it is now, in both colour schemes at both widths."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 320)
SCHEMES = ("light", "dark")


def violations(page: Page) -> list[tuple[str, int, str, str]]:
    """What axe finds in each colour scheme at each width: the rule and the element.

    The page must be open with `bypass_csp`, because axe is a script from elsewhere.
    """
    page.evaluate(f"{AXE};0")
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            result = page.evaluate("options => axe.run(document, options)", options)
            assert result["passes"]
            found += [
                (scheme, width, violation["id"], node["html"][:120])
                for violation in result["violations"]
                for node in violation["nodes"]
            ]
    return found
