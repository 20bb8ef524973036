"""The page for editors: readable for everyone, at every width, in both colour schemes."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import violations
from zorgpact_site.build import Built
from zorgpact_site.reporting.messages import messages_in
from zorgpact_site.reporting.stock_page import as_page
from zorgpact_site.stocktaking import take_stock


@pytest.fixture(scope="module")
def page_file(real_build: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert real_build.site
    stock = take_stock(real_build, real_build.site, 1)
    assert stock.count > 10
    path = tmp_path_factory.mktemp("report") / "redactie.html"
    path.write_text(as_page(stock, messages_in("nl")), "utf-8")
    return path


def test_the_page_for_editors_is_accessible_fits_and_asks_nothing(
    browser: Browser, page_file: Path
) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page_file.as_uri())
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert violations(page) == []
    assert page.viewport_size == {"width": 320, "height": 900}
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    context.close()
