"""Visits to other sites: what each kind of answer comes to, and how polite they are."""

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest

from tests.odd_host import PLAIN, OddHost, odd_host
from zorgpact_site.outside import Answer, Cause, Outcome
from zorgpact_site.visiting import Manners, Pace, Visitor, memory, visit_all
from zorgpact_site.visiting.pace import Stopped
from zorgpact_site.visiting.reaching import is_public

FIRST_OF_JUNE = 1527811200.0  # 2018-06-01, midnight in UTC


class Clock:
    """A clock that only goes on when somebody sleeps, and then at once."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 6))
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def host(clock: Clock) -> Iterator[OddHost]:
    with odd_host() as told:
        told.clock = clock
        yield told


@pytest.fixture
def visitor(clock: Clock) -> Visitor:
    manners = Manners("zorgpact/proef (Proef)", seconds=5.0, allow_local=True)
    return Visitor(manners, Pace(1.0, clock, clock.sleep), lambda: FIRST_OF_JUNE)


@pytest.fixture
def hasty(clock: Clock) -> Visitor:
    """A visitor that waits for hundredths of a second, on a clock of its own."""
    manners = Manners("zorgpact/proef", seconds=0.04, tries=2, allow_local=True)
    return Visitor(manners, Pace(1.0, clock, clock.sleep))


@pytest.mark.parametrize(
    ("path", "outcome", "cause"),
    [
        ("/fine", Outcome.FINE, None),
        ("/today", Outcome.FINE, None),
        ("/missing", Outcome.DEAD, Cause.MISSING),
        ("/gone", Outcome.DEAD, Cause.REMOVED),
        ("/to-missing", Outcome.DEAD, Cause.MISSING),
        ("/login", Outcome.REFUSED, None),
        ("/closed", Outcome.REFUSED, None),
        ("/robots-only", Outcome.REFUSED, None),
        ("/fault", Outcome.UNREACHABLE, Cause.FAULT),
        ("/loop", Outcome.UNREACHABLE, Cause.CIRCLE),
        ("/step0", Outcome.UNREACHABLE, Cause.CIRCLE),
        ("/lost", Outcome.UNREACHABLE, Cause.ODD),
        ("/nonsense", Outcome.UNREACHABLE, Cause.ODD),
        ("/to-file", Outcome.UNREACHABLE, Cause.ODD),
        ("/to-name", Outcome.UNREACHABLE, Cause.ODD),
        ("/to-escape", Outcome.UNREACHABLE, Cause.ODD),
    ],
)
def test_each_answer_comes_to_something(
    path: str, outcome: Outcome, cause: Cause | None, host: OddHost, visitor: Visitor
) -> None:
    assert visitor.visit(host.address + path) == Answer(outcome, cause)


@pytest.mark.parametrize(
    ("path", "moved"),
    [
        ("/lasting", "/fine"),
        ("/chain", "/fine?a=b"),
        ("/slash", "/slash/"),
        ("/half", "/today"),  # what the second leads to for today is not for good
        ("/accent", "/café"),
        ("/step3", "/step8"),
    ],
)
def test_a_lasting_move_names_the_new_address(
    path: str, moved: str, host: OddHost, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PLAIN, "/step8", (200, {}))
    answer = visitor.visit(host.address + path)
    assert answer == Answer(Outcome.FINE, moved=host.address + moved)


@pytest.mark.parametrize("path", ["/shy", "/liar", "/unbuilt", "/huge", "/packed"])
def test_whoever_does_not_like_head_is_asked_as_browsers_do(
    path: str, host: OddHost, visitor: Visitor
) -> None:
    assert visitor.visit(host.address + path) == Answer(Outcome.FINE)
    assert host.asked == [("HEAD", path), ("GET", path)]


def test_whoever_hangs_up_on_head_is_asked_otherwise(host: OddHost, visitor: Visitor) -> None:
    assert visitor.visit(f"{host.address}/deaf").outcome is Outcome.FINE
    assert host.asked == [("HEAD", "/deaf"), ("GET", "/deaf")]


@pytest.mark.parametrize(("path", "waited"), [("/busy", 7.0), ("/dated", 30.0), ("/later", 2.0)])
def test_a_site_is_left_alone_as_long_as_it_asks(
    path: str, waited: float, host: OddHost, visitor: Visitor
) -> None:
    assert visitor.visit(host.address + path) == Answer(Outcome.FINE)
    assert host.times == [0.0, waited]


def test_tries_come_after_longer_and_longer_and_then_end(host: OddHost, visitor: Visitor) -> None:
    assert visitor.visit(f"{host.address}/never") == Answer(Outcome.UNREACHABLE, Cause.BUSY)
    assert host.times == [0.0, 2.0, 6.0]
    # The whole site is busy, so its other pages are not asked for in this round.
    assert visitor.visit(f"{host.address}/fine") == Answer(Outcome.UNREACHABLE, Cause.BUSY)
    assert len(host.times) == 3


def test_who_asks_for_an_hour_is_not_waited_for(
    host: OddHost, visitor: Visitor, clock: Clock
) -> None:
    assert visitor.visit(f"{host.address}/far") == Answer(Outcome.UNREACHABLE, Cause.BUSY)
    assert (host.times, clock.slept) == ([0.0], [])


@pytest.mark.parametrize("path", ["/slow", "/drip"])
def test_who_is_slow_is_not_waited_for(path: str, host: OddHost, hasty: Visitor) -> None:
    assert hasty.visit(host.address + path) == Answer(Outcome.UNREACHABLE, Cause.SLOW)


def test_one_host_is_asked_one_thing_at_a_time_and_not_soon_after(
    host: OddHost, visitor: Visitor
) -> None:
    paths = ["/fine", "/shy", "/other", "/lasting", "/missing"]
    # Under both its names, as a redirect can lead from one host to another that is being visited.
    names = [host.address, host.address.replace("127.0.0.1", "localhost")]
    answers: dict[str, Answer] = {}
    urls = [name + path for name in names for path in paths]
    visit_all([*urls, *urls], visitor, answers.__setitem__)
    assert set(answers) == set(urls)
    assert len(host.asked) == 2 * 8
    assert host.busiest <= 2
    visit_all([names[0] + path for path in paths], visitor, answers.__setitem__)
    last = sorted(host.times[-8:])
    assert all(later - before >= 1.0 for before, later in pairwise(last))


def test_who_comes_to_a_host_by_another_way_waits_for_its_turn(
    host: OddHost, visitor: Visitor
) -> None:
    # As a redirect leads to a host that is being visited: `visit_all` does not see that coming.
    with ThreadPoolExecutor(4) as threads:
        answers = list(
            threads.map(visitor.visit, [f"{host.address}/fine", f"{host.address}/other"] * 2)
        )
    assert {one.outcome for one in answers} == {Outcome.FINE}
    assert host.busiest == 1


def test_visits_bring_no_cookies_and_say_who_comes(host: OddHost, visitor: Visitor) -> None:
    visitor.visit(f"{host.address}/chain")
    assert host.cookies == {""}
    assert host.agents == {"zorgpact/proef (Proef)"}


def test_a_private_network_is_not_visited(host: OddHost, visitor: Visitor) -> None:
    strict = Visitor(Manners("zorgpact/proef"), visitor.pace)
    port = host.address.rpartition(":")[2]
    for name in ("127.0.0.1", "localhost"):
        answer = strict.visit(f"http://{name}:{port}/fine")
        assert answer == Answer(Outcome.UNREACHABLE, Cause.PRIVATE)
    assert host.asked == []


def test_a_redirect_into_a_private_network_is_not_followed(
    host: OddHost, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    strict = Visitor(Manners("zorgpact/proef"), visitor.pace)
    monkeypatch.setattr(
        "zorgpact_site.visiting.reaching.is_public", lambda address: address == "127.0.0.1"
    )
    answer = strict.visit(f"{host.address}/to-private")
    assert answer == Answer(Outcome.UNREACHABLE, Cause.PRIVATE)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        *[(one, False) for one in ("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1")],
        *[(one, False) for one in ("169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1")],  # noqa: S104 - refused
        *[(one, False) for one in ("::1", "fe80::1%eth0", "fd00::1", "ff02::1")],
        *[(one, False) for one in ("::ffff:127.0.0.1", "64:ff9b::10.0.0.1", "2002:7f00:1::")],
    ],
)
def test_what_a_private_network_is(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("number", "outcome", "cause"),
    [
        (socket.EAI_NONAME, Outcome.DEAD, Cause.NO_HOST),
        (socket.EAI_AGAIN, Outcome.OFFLINE, Cause.OFFLINE),
    ],
)
def test_a_name_that_is_nowhere_is_dead_but_not_for_lack_of_a_network(
    number: int,
    outcome: Outcome,
    cause: Cause,
    visitor: Visitor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []

    def nobody(*given: object, **_more: object) -> None:
        asked.append(given)
        raise socket.gaierror(number, "")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    for path in ("a", "b"):
        assert visitor.visit(f"https://voorbeeld.nl/{path}") == Answer(outcome, cause)
    assert len(asked) == 1


def test_a_port_where_nobody_is_gives_no_connection(visitor: Visitor, clock: Clock) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        answer = visitor.visit(f"http://127.0.0.1:{taken.getsockname()[1]}/")
    assert answer == Answer(Outcome.UNREACHABLE, Cause.NO_CONNECTION)
    assert clock.slept == [2.0, 4.0]


def test_who_does_not_speak_tls_is_not_safe(host: OddHost, visitor: Visitor) -> None:
    answer = visitor.visit(host.address.replace("http:", "https:"))
    assert answer == Answer(Outcome.UNREACHABLE, Cause.INSECURE)


def test_breaking_off_asks_nothing_more(host: OddHost, visitor: Visitor) -> None:
    def interrupt(_url: str, _answer: Answer) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        visit_all([f"{host.address}/fine", f"{host.address}/other"], visitor, interrupt)
    assert len(host.asked) == 1
    with pytest.raises(Stopped):
        visitor.visit(f"{host.address}/other")


DAY = memory.DAY


@pytest.mark.parametrize(
    ("answer", "fresh", "stale"),
    [
        (Answer(Outcome.FINE, moved="https://voorbeeld.nl/"), 6.9 * DAY, 7.1 * DAY),
        (Answer(Outcome.REFUSED), 6.9 * DAY, 7.1 * DAY),
        (Answer(Outcome.DEAD, Cause.MISSING), 3500, 3700),
        (Answer(Outcome.UNREACHABLE, Cause.SLOW), None, 1),
        (Answer(Outcome.FINE), 1, -1),  # a clock that was put back
    ],
)
def test_an_answer_is_remembered_for_a_while(
    answer: Answer, fresh: float | None, stale: float, tmp_path: Path
) -> None:
    kept = memory.Memory()
    kept.keep("https://a.nl/", answer, 1e9)
    memory.save(kept, tmp_path, now=1e9)
    again = memory.load(tmp_path)
    if fresh is not None:
        assert again.find("https://a.nl/", 7, 1e9 + fresh) == answer
    assert again.find("https://a.nl/", 7, 1e9 + stale) is None
    assert again.find("https://a.nl/", 0, 1e9 + 1) is None
    assert again.find("https://b.nl/", 7, 1e9) is None


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"{}", b"[", b"cut", None])
def test_a_damaged_memory_is_an_empty_one(damage: bytes | None, tmp_path: Path) -> None:
    kept = memory.Memory()
    kept.keep("https://a.nl/", Answer(Outcome.FINE), 1e9)
    memory.save(kept, tmp_path, now=1e9)
    file = tmp_path / memory.FILE
    data = file.read_bytes()
    file.write_bytes(data[:-5] if damage == b"cut" else damage or data.replace(b"fine", b"dead"))
    assert memory.load(tmp_path).answers == {}


def test_old_answers_are_forgotten(tmp_path: Path) -> None:
    kept = memory.Memory()
    kept.keep("https://oud.nl/", Answer(Outcome.FINE), 1e9)
    kept.keep("https://nieuw.nl/", Answer(Outcome.FINE), 1e9 + 61 * DAY)
    memory.save(kept, tmp_path, now=1e9 + 61 * DAY)
    assert set(memory.load(tmp_path).answers) == {"https://nieuw.nl/"}
