"""Links and controls are large enough for a thumb (WCAG 2.2, 2.5.8)."""

import pytest

from tests.browser.conftest import Show, Visit
from tests.browser.judging import judge
from tests.page_kinds import PageKind, every_kind


@every_kind
@pytest.mark.parametrize("width", [1280, 320])
def test_targets_are_24_pixels_or_have_that_room(kind: PageKind, width: int, visit: Visit) -> None:
    assert judge(visit(kind, width), "targets") == []


_NAMES = '<a href="#a">een naam over twee regels</a>, <a href="#b">twee</a>, <a href="#c">drie</a>'


@pytest.mark.parametrize(
    "mistake",
    [
        '<ul style="line-height: 1"><li><a href="#a">een</a><li><a href="#b">twee</a></ul>',
        '<button style="height: 10px">a</button><br><button style="height: 10px">b</button>',
        '<a href="#a" style="display: block; height: 30px">a</a><input type="checkbox">',
        f'<div style="width: 8rem; font: 15px/16px monospace">{_NAMES}</div>',
    ],
)
def test_the_judge_sees_small_targets(mistake: str, show: Show) -> None:
    assert judge(show(mistake), "targets")


@pytest.mark.parametrize(
    "fine",
    [
        '<p>Lees <a href="#a">dit</a> en <a href="#b">dat</a> na elkaar.</p>',
        '<button style="height: 10px; margin: 15px; display: block">ver van alles</button>',
        '<label style="display: block; padding: 6px"><input type="checkbox"> kies</label>',
        f'<div style="width: 8rem; font: 15px/25px monospace">{_NAMES}</div>',
    ],
)
def test_the_judge_lets_text_room_and_labels_be(fine: str, show: Show) -> None:
    assert judge(show(fine), "targets") == []
