"""All addresses, by host: a few hosts side by side, each in its own order."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import suppress
from urllib.parse import urlsplit

from zorgpact_site.outside import Answer
from zorgpact_site.visiting.pace import Stopped
from zorgpact_site.visiting.visitor import Visitor

_HOSTS = 4


def visit_all(urls: Iterable[str], visitor: Visitor, told: Callable[[str, Answer], None]) -> None:
    """Visit each address and hand over what it told, from several threads.

    When something breaks in, such as Ctrl-C, no new question is asked, and that is raised
    after the questions that are under way.
    """
    by_host: defaultdict[str, list[str]] = defaultdict(list)
    for url in dict.fromkeys(urls):
        by_host[urlsplit(url).hostname or ""].append(url)

    def visit(ours: list[str]) -> None:
        with suppress(Stopped):
            for url in ours:
                told(url, visitor.visit(url))

    with ThreadPoolExecutor(_HOSTS) as pool:
        try:
            running = [pool.submit(visit, ours) for ours in by_host.values()]
            done, _rest = wait(running, return_when=FIRST_EXCEPTION)
            for one in done:
                one.result()
        except BaseException:
            visitor.pace.stop()
            pool.shutdown(wait=False, cancel_futures=True)
            raise
