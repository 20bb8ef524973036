"""Which pages on screen are loaded anew: those that a browser would show otherwise now."""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher

from zorgpact_site.serving.guarded import Guarded
from zorgpact_site.serving.shown import Shown

_PLACES_FOR_SCRIPT = (
    re.compile(rb"</head\s*>", re.IGNORECASE),
    re.compile(rb"</body\s*>", re.IGNORECASE),
)


class Reloads(Guarded, LiveReloadHandler):  # type: ignore[misc]  # a library without types
    """The socket over which livereload tells a browser to load its page again."""

    watcher = Watcher()  # sees nothing: the library only asks it for a name to log
    live_css = True
    _mark = ""
    _path = ""

    def on_message(self, message: str | bytes) -> None:
        """Speak the protocol, and reload at once a page that a rebuild overtook."""
        try:
            said = json.loads(message)
            super().on_message(message)
            if said["command"] == "hello":
                self._mark = str(said.get("snipver", ""))
            elif said["command"] == "info":
                self._path = urlsplit(said["url"]).path
                if self._mark:
                    self.look_again()
        except (ValueError, TypeError, KeyError, AttributeError):
            self.close(1003)  # not the protocol (RFC 6455, 7.4.1)

    def look_again(self) -> None:
        """Have the page on this screen loaded anew if it would be another one."""
        if self.shown.is_old(self._mark, self._path):
            self.send_message({"command": "reload", "path": "*", "liveCSS": True, "liveImg": True})


def look_at_screens(shown: Shown) -> None:
    """Have the pages loaded anew that are others now."""
    for screen in tuple(Reloads.waiters):
        if screen.shown is shown:
            screen.look_again()


def with_script(html: bytes, shown: Shown) -> bytes:
    """Add the script of livereload to a page, by address: inline would break a strict CSP.

    The script sends the mark of the page back as its `snipver` when it connects. It tries again
    soon after a break, as the preview may be started anew.
    """
    source = f"/livereload.js?port={shown.port}&amp;snipver={shown.mark(html)}&amp;maxdelay=2000"
    script = f'<script src="{source}" defer></script>'.encode()
    for place in _PLACES_FOR_SCRIPT:
        if found := place.search(html):
            return html[: found.start()] + script + html[found.start() :]
    return html + script
