"""A browser for all tests here, and two ways to a page: by its kind, or as a piece of HTML."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.page_kinds import MADE_TODAY, PageKind


class Visit(Protocol):
    """Opens a page of a kind."""

    def __call__(self, kind: PageKind, width: int = 1280, **options: Any) -> Page:
        """Give the page; it stays until the next one. `options` are of playwright's contexts."""


class Show(Protocol):
    """Shows a piece of HTML, such as one with a mistake that a judge must see."""

    def __call__(self, html: str, width: int = 1280, **options: Any) -> Page:
        """Give the page; it stays until the next one. `options` are of playwright's contexts."""


# Not for the whole session: while it runs, no test can start an event loop of its own.
@pytest.fixture(scope="package")
def browser(chromium: Path) -> Iterator[Browser]:
    """Debian's chromium, started once."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(chromium),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield started
        started.close()


_MEDIA = {"color_scheme": "light", "reduced_motion": "no-preference", "forced_colors": "none"}


class _Windows:
    """Windows that are used again, because opening one takes ten times as long as a visit."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._pages: dict[frozenset[tuple[str, Any]], Page] = {}

    def page(self, width: int, options: dict[str, Any]) -> Page:
        """A window of this width, still with the page that was looked at last.

        Going on from there takes a third of the time of going by an empty page.
        """
        lasting = {name: value for name, value in options.items() if name not in _MEDIA}
        key = frozenset(lasting.items())
        if key not in self._pages:
            context = self._browser.new_context(**lasting)
            # The day that the generated site was built on: what was ahead then is ahead here.
            context.clock.set_fixed_time(MADE_TODAY.isoformat())
            self._pages[key] = context.new_page()
        page = self._pages[key]
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(
            media="null", **{name: options.get(name, _MEDIA[name]) for name in _MEDIA}
        )
        return page


@pytest.fixture(scope="package")
def windows(browser: Browser) -> _Windows:
    """Windows for tests that leave nothing behind; the browser closes them."""
    return _Windows(browser)


@pytest.fixture
def visit(windows: _Windows, host: str) -> Visit:
    """Open pages as readers do."""

    def visit(kind: PageKind, width: int = 1280, **options: Any) -> Page:
        page = windows.page(width, options)
        go(page, f"{host}{kind.site}/{kind.address}")
        return page

    return visit


@pytest.fixture
def show(windows: _Windows) -> Show:
    """Show HTML without a site around it."""

    def show(html: str, width: int = 1280, **options: Any) -> Page:
        page = windows.page(width, options)
        page.goto("about:blank")
        page.set_content(html)
        return page

    return show


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    """An empty window of a browser that remembers nothing."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def go(page: Page, url: str) -> None:
    """Open an address; anything but success is a failure of the test."""
    response = page.goto(url)
    assert response is not None
    assert response.ok, url
