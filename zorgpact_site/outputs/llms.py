"""llms.txt as Markdown: a title, a quote, sections of links. Source: https://llmstxt.org."""

import re

from zorgpact_site.planning.views import LlmsView, ToldLink

# What could begin anything in CommonMark or GitHub's additions: shown as it is behind a backslash.
_SIGNS = re.compile(r"[\\`*_\[\]<>|~&$#@{}!^=()]")


def llms(view: LlmsView) -> bytes:
    """The whole file; words of editors show as they are and can be nothing else."""
    blocks = [f"# {_shown(view.title)}"]
    if view.summary:
        blocks.append(f"> {_shown(view.summary)}")
    for title, links in view.sections:
        blocks += [f"## {_shown(title)}", "\n".join(map(_link, links))]
    return ("\n\n".join(blocks) + "\n").encode()


def _link(link: ToldLink) -> str:
    note = f": {_shown(link.note)}" if link.note else ""
    # An address holds no spaces; brackets would end the link.
    address = link.address.replace("(", "%28").replace(")", "%29")
    return f"- [{_shown(link.title)}]({address}){note}"


def _shown(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
