"""llms.txt: Markdown of the form that llmstxt.org asks for, whatever titles hold."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from tests.small_site import BASE, build_site, write_site
from zorgpact_site.outputs.llms import llms
from zorgpact_site.planning.views import LlmsView, ToldLink

NASTY = st.one_of(
    # Control characters are refused where texts are read.
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40),
    st.text("[]()<>*_`~\\!#&;|{}^=$@:-+.1 \n", max_size=40),
    st.sampled_from(
        [
            "](https://x.nl)",
            "<script>",
            "&#42;",
            "# kop",
            "\u202eom",
            "😀" * 150,
            "- x",
            "1. x",
            "+",
        ]
    ),
)
WORDS = NASTY.filter(str.strip)
URLS = st.sampled_from(
    ["https://x.nl/a/", "https://x.nl/a(b)/", "https://x.nl/%C3%A9/", "https://x.nl/*_"]
)
LINKS = st.builds(ToldLink, WORDS, URLS, WORDS | st.just(""))
VIEWS = st.builds(
    LlmsView,
    WORDS,
    WORDS | st.just(""),
    st.lists(st.tuples(WORDS, st.lists(LINKS, min_size=1, max_size=3).map(tuple)), max_size=2).map(
        tuple
    ),
)


def flat(text: str) -> str:
    return " ".join(text.split())


def words(node: SyntaxTreeNode) -> str:
    """The text of a node; anything but text, such as emphasis, shows as its kind."""
    if node.type == "text":
        return node.content
    return (
        "".join(words(one) for one in node.children)
        if node.type in {"inline", "link"}
        else f"<{node.type}>"
    )


def told(node: SyntaxTreeNode) -> ToldLink:
    """The link of a list item with the note behind it."""
    (paragraph,) = node.children
    link, *rest = paragraph.children[0].children
    address = str(link.attrs["href"]).replace("%28", "(").replace("%29", ")")
    return ToldLink(words(link), address, "".join(map(words, rest)).removeprefix(": "))


def parsed(text: str) -> LlmsView:
    tokens: list[Token] = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    title, *blocks = SyntaxTreeNode(tokens).children
    assert title.tag == "h1"
    summary = ""
    if blocks and blocks[0].type == "blockquote":
        (paragraph,) = blocks.pop(0).children
        summary = words(paragraph.children[0])
    heads, lists = blocks[::2], blocks[1::2]
    assert {head.tag for head in heads} <= {"h2"}
    sections = tuple(
        (words(head.children[0]), tuple(map(told, items.children)))
        for head, items in zip(heads, lists, strict=True)
    )
    return LlmsView(words(title.children[0]), summary, sections)


@settings(max_examples=30)
@given(VIEWS)
def test_words_of_editors_come_through_and_are_nothing_else(view: LlmsView) -> None:
    expected = LlmsView(
        flat(view.title),
        flat(view.summary),
        tuple(
            (
                flat(title),
                tuple(ToldLink(flat(one.title), one.address, flat(one.note)) for one in links),
            )
            for title, links in view.sections
        ),
    )
    assert parsed(llms(view).decode()) == expected


def test_it_tells_what_the_site_is_and_where_to_begin(tmp_path: Path) -> None:
    content = {
        "content/site.yaml": BASE["content/site.yaml"] + "description: Een *proef*.\n",
        "content/pages/over.md": "---\ntitle: Over ons\nsummary: Wie wij zijn.\n---\nTekst.\n",
        **{
            f"content/articles/{number:02}.md": (
                f"---\ntitle: Artikel {number}\ndate: 2018-01-{number:02}\n---\nTekst.\n"
            )
            for number in range(1, 23)
        },
    }
    (file,) = (
        one for one in build_site(write_site(tmp_path, content)).artifacts if one.path == "llms.txt"
    )
    assert isinstance(file.data, bytes)
    view = parsed(file.data.decode())
    assert (view.title, view.summary) == ("Proef", "Een *proef*.")
    sections = {title: [one.title for one in links] for title, links in view.sections}
    assert sections == {
        "Over deze site": ["Over ons", "Alle pagina’s"],
        "Thema’s": ["Thema’s", "Leren in de praktijk", "Zorg en technologie"],
        "Regio’s": ["Regio’s", "Landelijk", "Zwolle"],
        "Kopgroep": ["Kopgroep", "Sparkcentres", "De Zeeuwse Huiskamer"],
        "Hulpmiddelen": ["Hulpmiddelen"],
        "Nieuwste artikelen": ["Artikelen", *(f"Artikel {number}" for number in range(22, 2, -1))],
        "Gegevens": ["Op de hoogte blijven", "Open data"],
    }
    about = dict(view.sections)["Over deze site"][0]
    assert about == ToldLink("Over ons", "https://proef.example/over/", "Wie wij zijn.")
