"""The judges: each is a function in JavaScript, in a file of its own, run inside a page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_FOLDER = Path(__file__).with_name("judges")
_SHARED = (_FOLDER / "shared.js").read_text("utf-8")


def judge(page: Page, name: str) -> Any:
    """Let a judge look at a page as it is now; most give a list of what is wrong."""
    text = (_FOLDER / f"{name}.js").read_text("utf-8")
    return page.evaluate(f"() => {{\n{_SHARED}\nreturn (\n{text}\n)();\n}}")


def watcher(page: Page, name: str) -> Callable[[], Any]:
    """A judge that looks time after time at a page that stays, and is sent to it only once."""
    text = (_FOLDER / f"{name}.js").read_text("utf-8")
    sent = page.evaluate_handle(f"() => {{\n{_SHARED}\nreturn (\n{text}\n);\n}}")
    return lambda: page.evaluate("judge => judge()", sent)
