"""Landmarks, headings, tables, times and link texts: a page without eyes."""

import pytest

from tests.browser.conftest import Show, Visit
from tests.browser.judging import judge
from tests.page_kinds import PageKind, every_kind, kind_named


@every_kind
def test_landmarks_headings_and_tables_guide_the_reader(kind: PageKind, visit: Visit) -> None:
    assert judge(visit(kind), "structure") == []


@every_kind
def test_link_texts_stand_alone(kind: PageKind, visit: Visit) -> None:
    assert judge(visit(kind), "links") == []


@every_kind
def test_days_are_times(kind: PageKind, visit: Visit) -> None:
    assert judge(visit(kind), "times") == []


@pytest.mark.parametrize(
    "name", ["article", "articles", "region", "meetings", "series", "year", "announcement"]
)
def test_articles_and_lists_of_articles_have_times(name: str, visit: Visit) -> None:
    page = visit(kind_named(name))
    assert page.locator("main time[datetime]").count() > 0


PAGE = (
    '<html lang="nl"><title>x</title><header>x</header><nav aria-label="a">x</nav>'
    "<main><h1>x</h1>{}</main><footer>x</footer>"
)
TABLE = "<table>{}<tr><th{}>x</table>"


@pytest.mark.parametrize(
    "mistake",
    [
        "<h1>nog een</h1>",
        "<h3>te diep</h3>",
        "<h2></h2>",
        "<nav>zonder naam</nav>",
        '<nav aria-label="a">als de eerste</nav>',
        TABLE.format("", " scope=col"),
        TABLE.format("<caption>x</caption>", ""),
        "<table><caption>x</caption><tr><td>x</table>",
        '<p lang="x9!">geen taal</p>',
        "</main><main>nog een",
        "</main><footer>nog een</footer><main hidden>",
    ],
)
def test_the_judge_sees_what_does_not_guide(mistake: str, show: Show) -> None:
    fine = TABLE.format("<caption>x</caption>", " scope=col")
    assert judge(show(PAGE.format(fine)), "structure") == []
    assert judge(show(PAGE.format(mistake)), "structure")


@pytest.mark.parametrize(
    "mistake",
    [
        '<a href="#a">Zwolle</a> <a href="#b">zwolle</a>',
        '<ul><li><a href="#a">Zwolle</a><li><a href="#b">Zwolle</a></ul>',
        '<ul><li>in <a href="#a">Zwolle</a> en <a href="#b">Zwolle</a></ul>',
        '<a href="#a">Lees meer</a>',
        '<a href="#a">https://host.example/</a>',
        '<a href="#a"><img alt="" src="x.png"></a>',
    ],
)
def test_the_judge_sees_links_that_do_not_stand_alone(mistake: str, show: Show) -> None:
    fine = (
        '<a href="#a">Zwolle</a> <a href="#a">Zwolle</a> <a href="#b" aria-label="b">Zwolle</a>'
        '<ul><li><a href="#c">Dag</a>, 7 maart<li><a href="#d">Dag</a>, 8 maart</ul>'
    )
    assert judge(show(fine), "links") == []
    assert judge(show(mistake), "links")


@pytest.mark.parametrize(
    "mistake",
    [
        "<dd>dinsdag 27 maart 2018</dd>",
        "<span>27 maart 2018, 13.30–17.00 uur</span>",
        '<time datetime="2018-03-28">27 maart 2018</time>',
        "<time>27 maart</time>",
    ],
)
def test_the_judge_sees_days_that_are_no_times(mistake: str, show: Show) -> None:
    fine = (
        "<p>Op 27 maart 2018 was er veel, en <a href=x>27 maart 2018</a> was een dinsdag."
        '<dd><time datetime="2018-03-27">27 maart 2018</time>, 13.30–17.00 uur</dd>'
    )
    assert judge(show(fine), "times") == []
    assert judge(show(mistake), "times")
