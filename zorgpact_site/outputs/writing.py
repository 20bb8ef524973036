"""Files for programs are written down: each form has its writer."""

from collections.abc import Callable, Mapping
from typing import Any

from zorgpact_site.artifact import Artifact
from zorgpact_site.outputs.atom import atom
from zorgpact_site.outputs.icalendar import write_calendar
from zorgpact_site.outputs.json_feed import json_feed
from zorgpact_site.outputs.llms import llms
from zorgpact_site.outputs.nginx import nginx_map, nginx_site
from zorgpact_site.outputs.redirect_lines import header_lines, redirect_lines
from zorgpact_site.outputs.sitemap import sitemap, sitemap_index
from zorgpact_site.planning.page import DrawnFile, Form
from zorgpact_site.planning.views import TextFile, WrittenFile


def write_file(file: DrawnFile) -> Artifact:
    """The bytes of a planned file. Pure: the same view gives the same bytes."""
    return Artifact(file.path, _WRITERS[file.form](file.view))


def _text(view: TextFile) -> bytes:
    return view.text.encode()


def _as_it_is(view: WrittenFile) -> bytes:
    return view.data


# What a form is written from is known where its file is planned.
_WRITERS: Mapping[Form, Callable[[Any], bytes]] = {
    Form.TEXT: _text,
    Form.WRITTEN: _as_it_is,
    Form.CALENDAR: write_calendar,
    Form.HEADERS: header_lines,
    Form.REDIRECTS: redirect_lines,
    Form.NGINX_MAP: nginx_map,
    Form.NGINX_SITE: nginx_site,
    Form.ATOM: atom,
    Form.JSON_FEED: json_feed,
    Form.SITEMAP: sitemap,
    Form.SITEMAP_INDEX: sitemap_index,
    Form.LLMS: llms,
}
