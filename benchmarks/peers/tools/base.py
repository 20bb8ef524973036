"""What there is to know of a tool to measure it."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.peers.facts import Facts

PEERS = Path(__file__).parent.parent
# Git ignores it: each kind of peer is installed into an environment of its own in here.
ENVIRONMENTS = PEERS.parent / ".peers"
TEMPLATES = PEERS / "templates"
ADDRESS = "https://proef.example"


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool in one setting.

    `kind` names its environment and its templates, `packages` what is installed there, by pip
    or, when `npm`, by npm. Commands run in the folder of the site, with `{env}` (its
    environment), `{here}`, `{today}` and `{port}` filled. `lists` is the one folder of all lists,
    for a tool that has one.
    """

    name: str
    label: str
    kind: str
    packages: tuple[str, ...]
    lay: Callable[[Mapping[str, str], Facts], Mapping[str, str]]
    version: tuple[str, ...]
    build: tuple[str, ...]
    output: str
    related: str
    serve: tuple[str, ...] = ()
    lists: str = ""
    caches: tuple[str, ...] = ()
    npm: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def home(self) -> Path:
        """The folder of its environment."""
        return ENVIRONMENTS / self.kind

    def list_at(self, address: str) -> str:
        """Where the list stands that others have at this address."""
        _, section, slug, _ = address.split("/")
        return f"/{self.lists}/{slug}/" if self.lists and section != "artikelen" else address

    def filled(self, command: Sequence[str], here: Path, today: str, port: int = 0) -> list[str]:
        """A command as it is run."""
        holes = {"env": str(self.home), "python": sys.executable, "here": here}
        return [part.format(**holes, today=today, port=port) for part in command]


def from_facts(
    kind: str, contents: Callable[[Facts], Mapping[str, str]]
) -> Callable[[Mapping[str, str], Facts], dict[str, str]]:
    """Lay the templates that stand ready for a kind of peer, the contents, and the media."""

    def lay(_source: Mapping[str, str], facts: Facts) -> dict[str, str]:
        return {**templates(kind), **contents(facts)}

    return lay


def templates(kind: str) -> dict[str, str]:
    """The files that stand ready for a kind of peer."""
    folder = TEMPLATES / kind
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def static(facts: Facts, folder: str) -> dict[str, str]:
    """What every peer copies as it is: pictures, documents and the style sheet."""
    files = {f"{folder}{path}": text for path, text in facts.media.items()}
    return files | {f"{folder}site.css": (TEMPLATES / "shared/site.css").read_text()}


def front(values: Mapping[str, object]) -> str:
    """Properties before a text: each value as JSON, which YAML reads too."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join(["---", *lines, "---", "", ""])
