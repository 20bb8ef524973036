"""Fuzz a target for some minutes with atheris, from its seeds on: `python -m tests.fuzz.run text`.

Texts that lead to new places in our code are kept in `.fuzz/` and used the next time. One that
breaks a law is written there as `crash-…` or `timeout-…`; it belongs in `found/`, with a cure.
"""

import argparse
import os
import sys
import warnings
from pathlib import Path

import atheris

HERE = Path(__file__).parent
WORK = HERE.parent.parent / ".fuzz"
LONGEST = 4000  # bytes: long texts are slow and find no more

with atheris.instrument_imports(
    include=["zorgpact_site", "markdown_it", "mdit_py_plugins", "linkify_it"]
):
    from tests.fuzz.laws import TARGETS


def main() -> None:
    """Run until the minutes are over or a law is broken."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("target", choices=sorted(TARGETS))
    asked.add_argument("--minutes", type=float, default=10)
    told = asked.parse_args()
    kept = WORK / told.target
    kept.mkdir(parents=True, exist_ok=True)
    warnings.simplefilter("ignore")
    options = [
        f"-max_total_time={int(told.minutes * 60)}",
        f"-max_len={LONGEST}",
        "-timeout=60",  # a hang; what is merely slow breaks the law itself
        f"-dict={HERE / 'words.dict'}",
        f"-artifact_prefix={WORK}{os.sep}{told.target}-",
        "-print_final_stats=1",
        "-rss_limit_mb=2000",
    ]
    seeds = HERE / "seeds" / told.target
    atheris.Setup([sys.argv[0], *options, str(kept), str(seeds)], TARGETS[told.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
