"""JavaScript may add ways to the content, never content; without it nothing is dead."""

from typing import Any

import pytest

from tests.browser.conftest import Show, Visit
from tests.browser.judging import judge
from tests.page_kinds import PageKind, every_kind


@every_kind
def test_everything_is_there_without_javascript(kind: PageKind, visit: Visit) -> None:
    plain = judge(visit(kind, java_script_enabled=False), "offered")
    lively = judge(visit(kind), "offered")
    assert lost(plain, lively) == []


@pytest.mark.parametrize(
    "mistake",
    [
        "<script>main.innerHTML += '<h2>erbij</h2>'</script>",
        "<script>main.innerHTML += '<a href=x>erbij</a>'</script>",
        "<script>main.innerHTML += '<img src=x alt=erbij width=9 height=9>'</script>",
        "<script>main.textContent = 'weg'</script>",
        "<button>doet niets</button>",
        "<p hidden>komt later</p>",
    ],
)
def test_the_judge_sees_what_needs_javascript(mistake: str, show: Show) -> None:
    def offered(html: str) -> list[str]:
        page = f'<main id="main"><p>Tekst</p></main>{html}'
        return lost(
            judge(show(page, java_script_enabled=False), "offered"), judge(show(page), "offered")
        )

    assert offered('<form action="x"><button>zoek</button></form>') == []
    assert offered(mistake)


def lost(plain: dict[str, Any], lively: dict[str, Any]) -> list[str]:
    """What readers without JavaScript miss, and what it takes from those with it."""
    found = [
        f"only with JavaScript: {one}"
        for part in ("links", "headings", "pictures")
        for one in sorted(set(lively[part]) - set(plain[part]))
    ]
    found += [
        f"gone with JavaScript: {one}"
        for part in ("links", "headings", "pictures")
        for one in sorted(set(plain[part]) - set(lively[part]))
    ]
    words = set(plain["text"].split()) - set(lively["text"].split())
    found += [f"gone with JavaScript: the word {word}" for word in sorted(words)]
    found += [f"dead without JavaScript: {one}" for one in plain["dead"]]
    return found + [f"hidden without JavaScript: {one}" for one in plain["hidden"]]
