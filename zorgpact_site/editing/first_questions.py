"""What is asked about a new site, until each answer is one that its settings can hold."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from zorgpact_site.diagnostics import Diagnostic, Location
from zorgpact_site.editing import telling
from zorgpact_site.editing.starting import HOSTS, Start, wrong_with
from zorgpact_site.names import nearest
from zorgpact_site.reporting.messages import Messages


@dataclass(frozen=True, slots=True)
class FirstQuestions:
    """Answers from options, and for the rest questions to whoever sits at the terminal.

    `ask` puts a question and gives what was typed; without it nothing is ever asked. `say` tells
    what is wrong.
    """

    messages: Messages
    say: Callable[[str], None]
    ask: Callable[[str], str] | None = None

    def start(self, given: Start) -> Start | None:
        """The site to be made; None when that cannot be told, and then why has been said."""
        title = self._answer("title", given.title)
        if title is None:
            return None
        base_url = self._answer("base_url", given.base_url)
        description = self._answer("description", given.description)
        if base_url is None or description is None:
            return None
        host = given.host or (self._host(self.ask) if self.ask else "")
        return Start(title, base_url, description, host, given.example)

    def _answer(self, key: str, given: str) -> str | None:
        """The answer that was given, or the first that fits; None when there is none."""
        value = " ".join(given.split())
        found = _wrong(key, value)
        if not found and (value or self.ask is None):
            return self._required(key, value)
        self._tell(found)
        return self._asked(key, self.ask) if self.ask else None

    def _required(self, key: str, value: str) -> str | None:
        if value or key != "title":
            return value
        self.say(self.messages.text("the title is missing; give it with --title"))
        return None

    def _asked(self, key: str, ask: Callable[[str], str]) -> str:
        while True:
            value = " ".join(ask(self._question(key)).split())
            found = _wrong(key, value)
            if not found and (value or key != "title"):
                return value
            if not value:
                self.say(self.messages.text("this cannot be left out"))
            self._tell(found, place=False)

    def _question(self, key: str) -> str:
        text = self.messages.text
        labels = {
            "title": text("Name of the site"),
            "base_url": text("Address where the site will be, such as https://voorbeeld.nl/"),
            "description": text("What the site is, in a sentence or two"),
        }
        needed = key == "title"
        return telling.question(labels[key], self.messages, needed=needed, default="", more=False)

    def _host(self, ask: Callable[[str], str]) -> str:
        """The host that was chosen; empty when that comes later."""
        label = self.messages.text("Where it will be published: {hosts}", hosts=", ".join(HOSTS))
        asked = telling.question(label, self.messages, needed=False, default="", more=False)
        while True:
            typed = ask(asked).strip().lower()
            if typed in {"", *HOSTS}:
                return typed
            near = nearest(typed, HOSTS)
            self.say(
                self.messages.did_you_mean(near)
                if near
                else self.messages.text("choose one of {hosts}", hosts=", ".join(HOSTS))
            )

    def _tell(self, found: tuple[Diagnostic, ...], *, place: bool = True) -> None:
        for one in found:
            self.say(telling.told(one, self.messages, place=place))


def _wrong(key: str, value: str) -> tuple[Diagnostic, ...]:
    """What a check would say of one answer, at the option that gives it."""
    if not value:
        return ()
    flag = Location(f"--{key.replace('_', '-')}")
    answers = {"title": "Site", "base_url": "", "description": "", key: value}
    start = Start(answers["title"], answers["base_url"], answers["description"])
    return tuple(replace(one, where=flag) for one in wrong_with(start))
