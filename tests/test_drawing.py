"""Views are drawn when they are asked for: not while planning, and again as often as one asks."""

import pytest

from zorgpact_site.build import Built
from zorgpact_site.outputs.writing import write_file
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.plan import plan


def test_planning_draws_no_page(real_build: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    def draw(*_: object, **_facts: object) -> None:
        raise AssertionError("a page was drawn")

    assert real_build.site is not None
    monkeypatch.setattr(Frame, "chrome", draw)
    planned, _found = plan(real_build.site, {})
    assert [page.address for page in planned.pages] == [page.address for page in real_build.pages]
    with pytest.raises(AssertionError, match="a page was drawn"):
        _ = planned.pages[0].view


def test_what_is_drawn_again_is_the_same(real_build: Built) -> None:
    first = [(page.view, page.data(page.view)) for page in real_build.pages]
    again = [(page.view, page.data(page.view)) for page in reversed(real_build.pages)]
    assert first == again[::-1]
    assert not any(one is other for (one, _), (other, _) in zip(first, again[::-1], strict=True))


def test_files_are_the_same_in_whatever_order_they_are_written(real_build: Built) -> None:
    assert real_build.site is not None
    forwards = plan(real_build.site, {})[0].files
    backwards = plan(real_build.site, {})[0].files[::-1]
    assert [*map(write_file, forwards)] == [*map(write_file, backwards)][::-1]
