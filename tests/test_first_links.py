"""Turning `link_names` on changes nothing in an article but links around names."""

import re
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.small_site import BASE, build_site, pages_of, write_site

PIECES = st.sampled_from(
    ["Sparkcentres", "*Spark*", "`Spark`", "[[Zwolle]]", "Zwolle", "## Zwolle\n\n", "\n\n", "\n> ",
     "Zorgtechnologie & <b>", "“De Zeeuwse Huiskamer”", "[Spark](https://x.nl/)", "en", "&amp;"]
)  # fmt: skip
LINK = re.compile(r"<a [^>]*>|</a>")


@settings(max_examples=25, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=12).map(" ".join))
def test_only_links_are_added(body: str) -> None:
    found = []
    for setting in ("", "link_names: true\n"):
        files = {
            "content/site.yaml": BASE["content/site.yaml"] + setting,
            "content/articles/a.md": f"---\ntitle: A\n---\n{body}\n",
        }
        with tempfile.TemporaryDirectory() as folder:
            page = pages_of(build_site(write_site(Path(folder), files))).get("artikelen/a/", "")
        found.append(page.partition("<main")[2].partition("</article>")[0])
    plain, linked = found
    assert LINK.sub("", plain) == LINK.sub("", linked)
    assert len(LINK.findall(linked)) >= len(LINK.findall(plain))
