"""A build of which only the wording of some texts changed: their pages are made, nothing else."""

from collections.abc import Callable, Set
from dataclasses import replace
from functools import partial
from pathlib import Path

from zorgpact_site.artifact import Artifact
from zorgpact_site.cli.options import Common
from zorgpact_site.cli.published import name_of, note_published
from zorgpact_site.cli.report import Watch
from zorgpact_site.kinds import SETTINGS_FILE, is_text
from zorgpact_site.named_errors import read_file
from zorgpact_site.planning.addresses import index_address
from zorgpact_site.publishing.errors import CannotKeep
from zorgpact_site.publishing.publish import publish_into
from zorgpact_site.publishing.tree import Changes
from zorgpact_site.reading.settings import read_settings
from zorgpact_site.remembering.rewording import Reworded, rewording
from zorgpact_site.remembering.texts import MemoryLost
from zorgpact_site.remembering.unchanged import Published, Recalled, digests
from zorgpact_site.scan import templates_of
from zorgpact_site.searching import search_index
from zorgpact_site.source import Source
from zorgpact_site.verdicts.memory import FOLDER, Verdicts
from zorgpact_site.weighing import RULE_NAMES

_FEW = 48  # texts; of more the whole site is made, by several processes


def reword(
    common: Common, folder: Path, last: Recalled, looked: Callable[[], bool], watch: Watch
) -> tuple[Published, Changes] | None:
    """Publish the site with its changed texts; None when more may have changed than words.

    `looked` is what `looked_ahead` gives of what was published last.
    """
    verdict = last.published.verdict
    found = Verdicts(common.site / FOLDER).recall(verdict) if verdict else ()
    if found is None or len(last.changed) > _FEW or not all(map(is_text, last.changed)):
        return None
    watch.begin("read")
    texts = {path: read_file(common.site / path) for path in last.changed}
    sources = tuple(Source(path, data) for path, data in texts.items())
    with rewording(common.site, folder) as memory:
        stands = bytes.fromhex(last.published.site)
        done = memory and memory.of(sources, templates_of(common.site), found, stands)
        if not done:
            return None
        try:
            put = partial(publish_into, output=folder, site=stands, looked=looked)
            changes = _publish(done, common, folder, put, watch)
        except (CannotKeep, MemoryLost):
            return None
        try:
            done.keep(changes.site)
        except MemoryLost as lost:  # what is published needs no memory
            common.unkept.extend([lost.refusal] if lost.refusal else [])
    told_of = {one.where.path for one in found}
    if not told_of.isdisjoint(texts):  # what is told of mistakes shows the lines they stand in
        verdict = name_of(found, texts | {path: _read(common.site / path) for path in told_of})
    published = replace(last.published, site=changes.site.hex(), verdict=verdict)
    read = digests(texts)
    note_published(common.site, last.seen, read, published, found, lost=common.unkept.append)
    return published, changes


def _read(file: Path) -> bytes:
    return read_file(file) if file.is_file() else b""


def _publish(
    done: Reworded, common: Common, folder: Path, put: Callable[..., Changes], watch: Watch
) -> Changes:
    source = Source(SETTINGS_FILE, read_file(common.site / SETTINGS_FILE))
    settings, _ = read_settings(source, common.options, RULE_NAMES)
    if settings is None:
        raise MemoryLost(SETTINGS_FILE)
    watch.begin("search")
    index = search_index(done.searchables(), settings, common.search_memory)
    artifacts, searching = (*done.artifacts, *index), index_address(settings)

    def publish(smaller: tuple[Artifact, ...] = (), beside: Set[str] = frozenset()) -> Changes:
        watch.begin("publish")
        return put(
            (*artifacts, *smaller),
            gone=lambda path: path.startswith(searching) or path in beside,
        )

    if not settings.publication.compress:
        return publish()
    # Here, as most sites do without, and it takes long to load.
    from zorgpact_site.making.compressing import compressed, smaller_forms  # noqa: PLC0415
    from zorgpact_site.making.compressors import require_compressor  # noqa: PLC0415

    require_compressor()
    with compressed(artifacts, common.site, folder, common.unkept.append) as smaller:
        return publish(smaller, {form for one in artifacts for form in smaller_forms(one.path)})
