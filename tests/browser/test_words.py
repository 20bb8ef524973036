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

# The longest word, on how many lines it stands, and how wide it is and may be, both in letters of
# the size of the title: how wide these are depends on the fonts of the machine.
_LONGEST = """() => {
  const title = document.querySelector("h1"), style = getComputedStyle(title)
  const text = title.firstChild, range = document.createRange(), size = parseFloat(style.fontSize)
  const word = text.data.trim().split(/\\s+/).sort((a, b) => b.length - a.length)[0]
  const start = text.data.indexOf(word)
  range.setStart(text, start), range.setEnd(text, start + word.length)
  const lines = [...range.getClientRects()], width = lines.reduce((sum, one) => sum + one.width, 0)
  return [word, new Set(lines.map(one => one.top)).size, width / size, title.clientWidth / size]
}"""


@pytest.mark.parametrize("width", [1280, 768, 320])
def test_a_comma_stands_right_behind_its_name(width: int, visit: Visit) -> None:
    page = visit(ARTICLE, width)
    assert page.locator(".facts a").count() > 12
    assert page.evaluate(_LONELY) == []


def test_a_long_word_in_a_title_fits_the_narrowest_screen(visit: Visit) -> None:
    word, lines, width, room = visit(LONG_WORD, 320).evaluate(_LONGEST)
    assert word == "Kopgroep\u00adontmoeting:"
    assert room > 10.5  # all fonts but the widest fit in that
    assert lines == (1 if width <= room else 2)


def test_the_way_to_search_is_a_whole_button_on_the_narrowest_screen(visit: Visit) -> None:
    button = visit(ARTICLE, 320).locator(".site-head .search-box button")
    radius, edge = button.evaluate(
        "it => [getComputedStyle(it).borderTopLeftRadius, getComputedStyle(it).borderLeftWidth]"
    )
    assert "0px" not in (radius, edge)
    assert radius == button.evaluate("it => getComputedStyle(it).borderTopRightRadius")


# The words in headings, lists and tables that are broken where they have no seam. This browser
# knows no Dutch, so it breaks a word as some phones do.
_TORN = """() => {
  const torn = new Set(), range = document.createRange()
  const named = "h1, h3, tbody th, .timeline a, .cards h2, .things h2"
  for (const one of document.querySelectorAll(named)) {
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT)
    for (let text; (text = walker.nextNode());) {
      for (const word of text.data.matchAll(/[\\p{L}\\p{M}]+/gu)) {
        // Its first letter goes with the hyphen before it, on the line above.
        range.setStart(text, word.index + 1), range.setEnd(text, word.index + word[0].length)
        const parts = [...range.getClientRects()].filter(part => part.width > 1)
        if (new Set(parts.map(part => part.top)).size > 1) torn.add(word[0])
      }
    }
  }
  return [...torn]
}"""


@pytest.mark.parametrize(
    "address",
    [
        "",
        "artikelen/",
        "regios/",
        "kopgroep/",
        "hulpmiddelen/",
        "bijeenkomsten/kopgroepbijeenkomsten/",
        "kopgroep/zorgtrainingscentrum/",
        "regios/stedendriehoek-noord-veluwe/",
    ],
)
def test_long_words_break_at_their_seams(address: str, visit: Visit) -> None:
    for width in (320, 375):
        assert visit(PageKind("page", "", address), width).evaluate(_TORN) == []


# Whether the facts of an article begin at the left, where its text does when it has one.
_FACTS_FIRST = """() => {
  const left = one => document.querySelector(one).getBoundingClientRect().left
  return left(".facts") === left(".reading")
}"""


def test_facts_without_a_text_stand_where_the_text_would(visit: Visit) -> None:
    page = visit(ARTICLE)
    assert not page.evaluate(_FACTS_FIRST)
    page.evaluate('() => document.querySelector(".column").replaceChildren()')
    assert page.evaluate(_FACTS_FIRST)


# Whether the themes of a row stand below what the text tells; beside it where there is room.
_BELOW = """() => {
  const box = part => document.querySelector(`.row ${part}`).getBoundingClientRect()
  const summary = box("p:not(.meta)"), themes = box(".tags")
  return box(".meta").bottom <= summary.top && themes.top >= summary.bottom
    || (themes.left >= summary.right ? "beside" : "elsewhere")
}"""


@pytest.mark.parametrize(("width", "where"), [(1280, "beside"), (768, True), (320, True)])
def test_themes_stand_below_what_a_text_tells_or_beside_it(
    width: int, where: bool | str, visit: Visit
) -> None:
    page = visit(PageKind("articles", "articles.html", "artikelen/"), width)
    assert page.evaluate(_BELOW) == where
