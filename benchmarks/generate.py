"""Makes the content of a whole site of any size: the same seed gives the same bytes.

python benchmarks/generate.py --size 1000 FOLDER
zorgpact check --site FOLDER --today 2021-11-01
"""

import argparse
from pathlib import Path
from random import Random

from made_articles import TODAY, article, plan
from world import files_of, make_world


def generate(folder: Path, size: int, seed: int = 1) -> None:
    """Write a site of `size` articles; FileExistsError when the folder holds anything."""
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    for path, text in site(size, seed).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())


def site(size: int, seed: int) -> dict[str, str]:
    """The files of a site by path."""
    rng = Random(seed)
    world = make_world(size)
    planned = plan(size, rng)
    articles = {one.path: article(one, planned, world, rng) for one in planned}
    return files_of(world, rng) | articles


def main() -> None:
    """Read the command line and write the site."""
    parser = argparse.ArgumentParser(description="Make the content of a whole site.")
    parser.add_argument("folder", type=Path, help="empty or not there yet")
    parser.add_argument("--size", type=int, default=1000, help="number of articles (1000)")
    parser.add_argument("--seed", type=int, default=1, help="another number, other texts (1)")
    asked = parser.parse_args()
    generate(asked.folder, asked.size, asked.seed)
    print(f"{asked.size} articles in {asked.folder}; build with --today {TODAY}")


if __name__ == "__main__":
    main()
