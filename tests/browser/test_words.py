"""Words, the commas behind them and buttons stay whole, however narrow the column."""

import pytest

from tests.browser.conftest import Visit
from tests.page_kinds import PageKind

ARTICLE = PageKind("article", "article.html", "artikelen/vijf-themas-een-netwerk/")
LONG_WORD = PageKind("article", "article.html", "artikelen/kopgroepontmoeting-duurzaam-resultaat/")

# The names behind which the comma stands on another line, or not right behind them.
_LONELY = """() => [...document.querySelectorAll(".facts a")].filter(link => {
  const next = link.nextSibling
  if (next?.nodeType !== Node.TEXT_NODE || !next.data.startsWith(",")) return false
  const range = document.createRange()
  range.setStart(next, 0), range.setEnd(next, 1)
  const comma = range.getBoundingClientRect(), last = [...link.getClientRects()].at(-1)
  return Math.abs(comma.left - last.right) > 2 || comma.top > last.bottom - 8
}).map(link => link.textContent)"""

_LINES_OF_LONGEST = """() => {
  const text = document.querySelector("h1").firstChild, range = document.createRange()
  const word = text.data.trim().split(/\\s+/).sort((a, b) => b.length - a.length)[0]
  const start = text.data.indexOf(word)
  range.setStart(text, start), range.setEnd(text, start + word.length)
  return [word, new Set([...range.getClientRects()].map(one => one.top)).size]
}"""


@pytest.mark.parametrize("width", [1280, 768, 320])
def test_a_comma_stands_right_behind_its_name(width: int, visit: Visit) -> None:
    page = visit(ARTICLE, width)
    assert page.locator(".facts a").count() > 12
    assert page.evaluate(_LONELY) == []


def test_a_long_word_in_a_title_fits_the_narrowest_screen(visit: Visit) -> None:
    assert visit(LONG_WORD, 320).evaluate(_LINES_OF_LONGEST) == ["Kopgroepontmoeting:", 1]


def test_the_way_to_search_is_a_whole_button_on_the_narrowest_screen(visit: Visit) -> None:
    button = visit(ARTICLE, 320).locator(".site-head .search-box button")
    radius, edge = button.evaluate(
        "it => [getComputedStyle(it).borderTopLeftRadius, getComputedStyle(it).borderLeftWidth]"
    )
    assert "0px" not in (radius, edge)
    assert radius == button.evaluate("it => getComputedStyle(it).borderTopRightRadius")
