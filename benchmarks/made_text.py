"""Made-up Dutch running text with the shapes that real reports have."""

from dataclasses import dataclass
from random import Random

import words

_HOLES = {"wie": words.WHO, "wie2": words.WHO, "wat": words.WHAT, "want": words.WHY}


@dataclass(frozen=True, slots=True)
class Links:
    """What a text may refer to: each a finished piece of Markdown, and picture lines."""

    inline: tuple[str, ...]
    picture: str = ""


NO_LINKS = Links(())


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes with the choices of one source of chance."""

    rng: Random

    def report(self, size: int, links: Links, opening: str = "") -> str:
        """A text of about `size` words that uses all of `links`."""
        pending, notes = list(links.inline), list[str]()
        blocks = [f"{opening} {self.paragraph(pending)}".strip()]
        extras = self._extras(links)
        headings = self.rng.sample(words.HEADINGS, len(words.HEADINGS))
        paragraphs = 0
        while _count(blocks) < size or pending:
            if paragraphs % 2 == 0 and headings:
                blocks.append(f"## {headings.pop()}")
            blocks.append(self.paragraph(pending, notes))
            paragraphs += 1
            if extras:
                blocks.append(extras.pop())
        return "\n\n".join([*blocks, *notes]) + "\n"

    def paragraph(self, pending: list[str], notes: list[str] | None = None) -> str:
        """Three to five sentences, one of them with the next of the `pending` links."""
        sentences = [self.sentence() for _ in range(self.rng.randint(3, 5))]
        if pending:
            sentences.insert(1, f"Lees daarover ook {pending.pop(0)}.")
        if self.rng.random() < 0.3:
            sentences.append(self.filled(self.rng.choice(words.BOLD_SENTENCES)))
        if notes is not None and len(notes) < 2 and self.rng.random() < 0.08:
            label = len(notes) + 1
            sentences[-1] += f"[^{label}]"
            notes.append(f"[^{label}]: {self.rng.choice(words.NOTES)}")
        return "\n".join(sentences)

    def sentence(self) -> str:
        """One sentence of running text."""
        return self.filled(self.rng.choice(words.SENTENCES))

    def filled(self, pattern: str) -> str:
        """A pattern with its holes filled, starting with a capital."""
        holes = {name: self.rng.choice(of) for name, of in _HOLES.items()}
        text = pattern.format(**holes, stad=self.rng.choice(words.TOWNS))
        return text[0].upper() + text[1:]

    def _extras(self, links: Links) -> list[str]:
        """Blocks of other shapes; most reports have a list, some a table or a quote."""
        extras = [self._list()]
        chances = ((0.3, self._table), (0.35, self._quote), (0.2, self._note), (0.3, self._steps))
        extras += [make() for chance, make in chances if self.rng.random() < chance]
        if self.rng.random() < 0.3:
            extras.append(f"### {self.rng.choice(words.SUBHEADINGS)}\n\n{self.sentence()}")
        if links.picture:
            extras.append(links.picture)
        self.rng.shuffle(extras)
        return extras

    def _list(self) -> str:
        chosen = self.rng.sample(words.ITEMS, self.rng.randint(3, 5))
        return "\n".join(f"- {self.filled(item)}" for item in chosen)

    def _steps(self) -> str:
        chosen = self.rng.sample(words.ITEMS, 3)
        steps = [f"{number}. {self.filled(item)}" for number, item in enumerate(chosen, 1)]
        steps.insert(1, f"   - {self.sentence()}")
        return "\n".join(steps)

    def _table(self) -> str:
        rows = [
            f"| {town} | {self.rng.randint(5, 90)} | {self.rng.choice(words.WHAT)} |"
            for town in self.rng.sample(words.TOWNS, 4)
        ]
        return "\n".join(["| Plaats | Deelnemers | Onderwerp |", "|:---|---:|---|", *rows])

    def _quote(self) -> str:
        said, speaker = self.rng.choice(words.QUOTES), self.rng.choice(words.SPEAKERS)
        return f"> {said}\n> — {speaker}"

    def _note(self) -> str:
        name = self.rng.choice(("let-op", "tip", "vraag"))
        return f"::: {name}\n{self.sentence()}\n:::"


def _count(blocks: list[str]) -> int:
    return sum(len(block.split()) for block in blocks)
