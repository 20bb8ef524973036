"""llms.txt as Markdown: a title, a quote, sections of links. Source: https://llmstxt.org."""

from zorgpact_site.markdown_words import only_words
from zorgpact_site.planning.views import LlmsView, ToldLink


def llms(view: LlmsView) -> bytes:
    """The whole file; words of editors show as they are and can be nothing else."""
    blocks = [f"# {only_words(view.title)}"]
    if view.summary:
        blocks.append(f"> {only_words(view.summary)}")
    for title, links in view.sections:
        blocks += [f"## {only_words(title)}", "\n".join(map(_link, links))]
    return ("\n\n".join(blocks) + "\n").encode()


def _link(link: ToldLink) -> str:
    note = f": {only_words(link.note)}" if link.note else ""
    # An address holds no spaces; brackets would end the link.
    address = link.address.replace("(", "%28").replace(")", "%29")
    return f"- [{only_words(link.title)}]({address}){note}"
