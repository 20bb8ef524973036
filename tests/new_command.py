"""The command `zorgpact new` as tests run it, in a site with some texts of its own."""

import shlex
from pathlib import Path

from click.testing import CliRunner, Result

from tests.small_site import TODAY, tree_of
from zorgpact_site.cli import main
from zorgpact_site.diagnostics.field_rules import MARKUP_IN_PROPERTY
from zorgpact_site.diagnostics.file_rules import GARBLED
from zorgpact_site.diagnostics.literal_rules import GAP
from zorgpact_site.editing.new import NewFile
from zorgpact_site.model.draft import Draft
from zorgpact_site.reading.read import read_source
from zorgpact_site.source import Source

MEETING = "--event Werkdag --date 2018-03-27 --region zwolle"
OLD = "content/articles/2017-03-07-kopgroepdag.md"
SPARK = "content/koplopers/sparkcentres.md"
TEXT = "---\ntitle: Er al\n---\nTekst.\n"
MORE = {
    "content/koplopers/carriere-switchers.md": "---\ntitle: Carrière Switchers\n---\nTekst.\n",
    "content/koplopers/later.md": "---\ntitle: Later\ndraft: true\n---\nNog niet.\n",
    "content/themes/zilver.md": "---\ntitle: Zilver\norder: 7\n---\nOver zilver.\n",
    OLD: "---\ntitle: Kopgroepdag\nseries: Kopgroepdagen\ndraft: true\n---\nMet [[Spark]].\n",
}


def new(site: Path, line: str, *typed: str) -> Result:
    """Run the command as typed on a command line, with lines of input."""
    common = ["--site", str(site), "--today", TODAY.isoformat(), "--lang", "en"]
    arguments = ["new", *shlex.split(line), *common]
    lines = "".join(f"{one}\n" for one in typed)
    return CliRunner().invoke(main, arguments, input=lines, catch_exceptions=False)


def made_by(site: Path, line: str, *typed: str) -> tuple[str, str]:
    """The path below `content/` and the text of the one file that is made."""
    before = tree_of(site)
    result = new(site, line, *typed)
    assert result.exit_code == 0, result.output
    after = tree_of(site)
    (path,) = set(after) - set(before)
    assert {name: after[name] for name in before} == before
    assert result.stdout.splitlines()[-1] == str(site / path)
    return path.removeprefix("content/"), after[path].decode()


def refused(site: Path, line: str, *typed: str) -> str:
    """What is said when nothing is made."""
    before = tree_of(site)
    result = new(site, line, *typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert tree_of(site) == before
    assert result.stderr.endswith("zorgpact: nothing was made\n")
    return result.stderr


def properties(text: str) -> str:
    return text.split("---\n")[1]


def draft_of(made: NewFile) -> Draft:
    reading = read_source(Source(made.path, made.text.encode())).reading
    # Signs for layout and garbled letters are told of, and stay what was typed; the first words are
    # to be written over.
    assert {one.rule for one in reading.diagnostics} <= {MARKUP_IN_PROPERTY, GARBLED, GAP}
    assert reading.draft is not None
    return reading.draft
