"""Runs zorgpact without its search index and social cards, which no peer makes.

python -m benchmarks.peers.aside build --site FOLDER

Nothing is loaded that the command itself does not load: what is set aside is replaced in a
module when that has just been loaded.
"""

import importlib.machinery
import runpy
import sys
from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import Any

_ASIDE: Mapping[str, Mapping[str, Callable[..., object]]] = {
    "zorgpact_site.searching": {
        "search_index": lambda *_given, **_named: (),
        "last_index": lambda *_given, **_named: (),
    },
    "zorgpact_site.planning.social": {"cards_of": lambda *_given, **_named: {}},
}


class _Aside:
    # Not of `importlib.abc`, which takes longer to load than half of what it takes to see that
    # nothing changed.
    def find_spec(
        self, name: str, path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name not in _ASIDE:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        if spec is not None and spec.loader is not None:
            spec.loader.exec_module = _then_replaced(spec.loader.exec_module, _ASIDE[name])
        return spec


def _then_replaced(
    load: Callable[[ModuleType], Any], instead: Mapping[str, Callable[..., object]]
) -> Callable[[ModuleType], None]:
    def loaded(module: ModuleType) -> None:
        load(module)
        for name, function in instead.items():
            if not hasattr(module, name):
                raise AttributeError(f"{module.__name__} has no {name} to set aside")
            setattr(module, name, function)

    return loaded


if __name__ == "__main__":
    sys.meta_path.insert(0, _Aside())
    runpy.run_module("zorgpact_site", run_name="__main__", alter_sys=True)
