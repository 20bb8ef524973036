"""What `zorgpact new` writes reads back as it was, and comes whole or not at all."""

import errno
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.new_command import (
    MORE,
    draft_of,
    made_by,
    new,
)
from tests.small_site import TODAY, build_site, tree_of, write_site
from zorgpact_site.dates import parse_date
from zorgpact_site.editing import skeletons
from zorgpact_site.editing.laying import lay_down
from zorgpact_site.editing.new import Request, make
from zorgpact_site.fields import table
from zorgpact_site.kinds import Kind
from zorgpact_site.reporting.messages import messages_in
from zorgpact_site.reporting.refusals import why


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", MORE)


TEXTS = (
    st.text(
        st.characters(
            exclude_categories=["Cs", "Cc"], exclude_characters="\u202d\u202e\ufeff\ufffe\uffff"
        )
    )
    | st.text(st.sampled_from("ab1: #-'\"\\[]{}&*!|>%@`,?~.=\xa0é"))
    | st.sampled_from(
        ["~", "null", "yes", "0x1", "---", "...", "- a", "a: b", "a:", "a #b", "<<", "="]
    )
).filter(str.strip)


def plain(text: str) -> str:
    return " ".join(text.split())


@given(st.sampled_from(Kind), TEXTS)
@example(Kind.ARTICLE, "COM1")
def test_any_title_reads_back_as_it_was(kind: Kind, title: str) -> None:
    made = make(Request(kind, {"title": title}), TODAY)
    assert draft_of(made).values.get(table.TITLE) == plain(title)


DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(str)


@given(st.lists(TEXTS, min_size=1).map(tuple), TEXTS, DAYS, st.booleans())
def test_any_value_reads_back_as_it_was(
    names: tuple[str, ...], event: str, day: str, draft: bool
) -> None:
    texts = {"title": "Dag", "event": event, "date": day}
    request = Request(Kind.ARTICLE, {**texts, "region": names, "themes": names}, draft=draft)
    values = draft_of(make(request, TODAY)).values
    assert values.get(table.EVENT) == plain(event)
    assert values.get(table.DATE) == parse_date(day)
    for field in (table.REGION, table.THEMES):
        assert [one.text for one in values.get(field) or ()] == [plain(name) for name in names]
    assert values.get(table.DRAFT) is (draft or None)


def test_only_values_that_need_them_get_quotation_marks() -> None:
    def line(title: str) -> str:
        return make(Request(Kind.PAGE, {"title": title}), TODAY).text.splitlines()[1]

    assert line("12:30 in het lab, 100% 'echt'") == "title: 12:30 in het lab, 100% 'echt'"
    assert line("Samen: leren") == 'title: "Samen: leren"'
    assert line("Een \"lab\": 'echt'") == "title: 'Een \"lab\": ''echt'''"


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("open", errno.EACCES),
        ("write", errno.ENOSPC),
        ("fsync", errno.EIO),
        ("close", errno.EDQUOT),
    ],
)
def test_a_full_disk_leaves_no_half_file(
    name: str, number: int, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, close = tree_of(site), os.close

    def fail(argument: object, *_more: object) -> int:
        if name == "close" and isinstance(argument, int):
            close(argument)  # a descriptor is gone also when closing it fails
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, name, fail)
        result = new(site, "page Colofon")
    assert result.exit_code == 3
    reason = why(OSError(number, ""), messages_in("en"))
    assert f"{reason} ({site}/content/pages/colofon.md)" in result.stderr
    assert tree_of(site) == before
    made_by(site, "page Colofon")


def test_a_file_that_came_in_the_meantime_stays(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"van een ander")
    with pytest.raises(FileExistsError):
        lay_down(tmp_path, {"a.md": b"nieuw"})
    assert (tmp_path / "a.md").read_bytes() == b"van een ander"


def test_a_file_comes_whole_however_little_a_call_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, bytes(data[:2])))
    lay_down(tmp_path, {"content/a.md": b"samen\n"})
    assert (tmp_path / "content/a.md").read_bytes() == b"samen\n"


def test_what_is_announced_says_since_when(site: Path) -> None:
    told = made_by(site, "article Vooruit --event Dag --date 2018-09-01 --region zwolle")[1]
    assert "date: 2018-09-01\n" in told
    assert "published: 2018-06-01\n" in told
    told = made_by(site, "article Terug --event Dag --date 2018-03-01 --region zwolle")[1]
    assert "published:" not in told


@pytest.mark.parametrize("skeleton", [*skeletons.ARTICLES.values(), *skeletons.OTHERS.values()])
def test_what_is_to_be_written_over_is_told_of_when_it_stays(skeleton: str, tmp_path: Path) -> None:
    path = "content/articles/proef.md"
    told = build_site(write_site(tmp_path, {path: f"---\ntitle: Proef\n---\n{skeleton}"}))
    gaps = {one.where.line for one in told.diagnostics if one.rule.slug == "gap-to-fill"}
    lines = enumerate(skeleton.splitlines(), 4)
    assert gaps == {number for number, line in lines if line and not line.startswith("## ")}
