"""What was asked of a build."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line may say about a build: the rest is in `site.yaml`."""

    base_url: str = ""
    drafts: bool = False
