"""However a build by several processes is ended, it ends at once and one site stands whole.

Some of what `make ends` plays.
"""

from random import Random

import pytest

from tests.sudden_ends import ENDS, Game


@pytest.fixture(scope="module")
def game(tmp_path_factory: pytest.TempPathFactory) -> Game:
    """A site that is built in turn in two states."""
    found = Game(tmp_path_factory.mktemp("game"), Random(28))  # noqa: S311 - any moment will do
    found.begin()
    return found


@pytest.mark.parametrize("name", ENDS)
def test_a_build_that_is_ended_at_any_moment_leaves_one_site_whole(name: str, game: Game) -> None:
    assert not game.play(name)
