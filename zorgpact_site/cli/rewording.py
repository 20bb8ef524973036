"""A build of which only the wording of some texts changed: their pages are made, nothing else."""

from dataclasses import replace
from pathlib import Path

import click

from zorgpact_site.cli.options import Common
from zorgpact_site.cli.published import note_published
from zorgpact_site.cli.report import Watch
from zorgpact_site.diagnostics import Diagnostic
from zorgpact_site.kinds import SETTINGS_FILE
from zorgpact_site.making.compressing import ENDINGS, compressed, require_compressor
from zorgpact_site.planning.searching import index_address
from zorgpact_site.publishing import CannotKeep, Changes, publish_into
from zorgpact_site.reading.settings import read_settings
from zorgpact_site.remembering.rewording import Reworded, rewording
from zorgpact_site.remembering.texts import MemoryLost
from zorgpact_site.remembering.unchanged import Recalled
from zorgpact_site.scan import is_text, templates_of
from zorgpact_site.searching import index_of
from zorgpact_site.source import Source
from zorgpact_site.weighing import RULE_NAMES

_FEW = 48  # texts; of more the whole site is made, by several processes


def reword(
    common: Common, folder: Path, last: Recalled, found: tuple[Diagnostic, ...]
) -> Changes | None:
    """Publish the site with its changed texts; None when more may have changed than words.

    `found` are its mistakes, which then are still the same.
    """
    if len(last.changed) > _FEW or not all(map(is_text, last.changed)):
        return None
    watch = Watch()
    watch.begin("read")
    sources = tuple(Source(path, (common.site / path).read_bytes()) for path in last.changed)
    with rewording(common.site, folder) as memory:
        done = memory and memory.of(sources, templates_of(common.site), found)
        if not done:
            return None
        try:
            changes = _publish(done, common, folder, last, watch)
        except (CannotKeep, MemoryLost):
            return None
        done.keep()
    texts = {one.path: one.data for one in sources}
    published = replace(last.published, site=changes.site.hex())
    note_published(common.site, last.seen, texts, published, found)
    if common.verbose > 0:
        click.echo("\n".join(watch.lines({})), err=True)
    return changes


def _publish(done: Reworded, common: Common, folder: Path, last: Recalled, watch: Watch) -> Changes:
    source = Source(SETTINGS_FILE, (common.site / SETTINGS_FILE).read_bytes())
    settings, _ = read_settings(source, common.options, RULE_NAMES)
    if settings is None:
        raise MemoryLost(SETTINGS_FILE)
    compress = settings.publication.compress
    if compress:
        require_compressor()
    watch.begin("search")
    index = index_of(done.searchables, settings, common.search_memory)
    searching = index_address(settings)
    artifacts = (*done.artifacts, *index)
    beside = {f"{one.path}{ending}" for one in artifacts for ending in ENDINGS}
    with compressed(artifacts if compress else (), common.site, folder) as smaller:
        watch.begin("publish")
        return publish_into(
            (*artifacts, *smaller),
            folder,
            bytes.fromhex(last.published.site),
            lambda path: path.startswith(searching) or path in beside,
        )
