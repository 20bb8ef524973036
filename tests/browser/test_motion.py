"""Readers who asked for less motion get none."""

import pytest

from tests.browser.conftest import Show, Visit
from tests.browser.judging import judge
from tests.page_kinds import PageKind, every_kind


@every_kind
def test_nothing_moves_for_who_asked_for_less(kind: PageKind, visit: Visit) -> None:
    assert judge(visit(kind, reduced_motion="reduce"), "motion") == []


@pytest.mark.parametrize(
    "mistake",
    [
        "<style>a { transition: color 0.2s }</style><a>x</a>",
        "<style>a::after { content: ''; transition: color 200ms }</style><a>x</a>",
        "<style>@keyframes k { to { opacity: 0 } } a { animation: k 1s }</style><a>x</a>",
        "<style>html { scroll-behavior: smooth }</style>",
        "<svg><rect><animate attributeName='x' dur='1s'/></rect></svg>",
    ],
)
def test_the_judge_sees_motion(mistake: str, show: Show) -> None:
    assert judge(show("<p>stil</p>", reduced_motion="reduce"), "motion") == []
    assert judge(show(mistake, reduced_motion="reduce"), "motion")
