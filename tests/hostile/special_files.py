"""Links, pipes and devices where texts belong: nothing is followed, nothing waits."""

from collections.abc import Iterator

from tests.hostile.case import (
    ARTICLE,
    SETTINGS,
    Case,
    Content,
    Folder,
    HardLink,
    Pipe,
    Socket,
    Symlink,
    article,
)

SYMLINK = "symlink"
TEXT = "---\ntitle: A\n---\nTekst.\n"
SECRET = "geheim van de machine"  # noqa: S105 - to be looked for


def cases() -> Iterator[Case]:
    """Every case of this kind."""
    yield from links()
    yield from what_is_no_file()


def links() -> Iterator[Case]:
    for name, path, target in (
        ("a text that is a link to passwords", ARTICLE, "/etc/passwd"),
        ("a text that is a link without end", ARTICLE, "/dev/zero"),
        ("a text that is a link to a terminal", ARTICLE, "/dev/tty"),
        ("a text that is a link to itself", ARTICLE, "a.md"),
        ("a text that is a link to nothing", ARTICLE, "weg.md"),
        ("a text that is a link to another", ARTICLE, "../themes/leren.md"),
        ("a text that is a link to a process", ARTICLE, "/proc/self/environ"),
        ("a folder that is a link to the machine", "content/articles/x", "/etc"),
        ("a folder that is a link to the one above", "content/articles/x", ".."),
        ("a folder of a kind that is a link", "content/tools", "/etc"),
        ("a picture that is a link to passwords", "content/media/a.svg", "/etc/passwd"),
        ("a folder of pictures that is a link", "content/media/x", "/"),
        ("a template that is a link", "templates/404.html", "/etc/passwd"),
        ("a style that is a link", "templates/assets/styles/x.css", "/etc/passwd"),
        ("a list of addresses that is a link", "content/addresses.txt", "/etc/passwd"),
    ):
        yield Case(name, {path: Symlink(target)}, [f"{path} {SYMLINK}"])
    yield Case(
        "settings that are a link",
        {SETTINGS: Symlink("{site}/geheim.yaml"), "geheim.yaml": f"title: {SECRET}\n"},
        [f"{SETTINGS} missing-settings", f"{SETTINGS} {SYMLINK}"],
    )
    shown = article("", "⟦![Een stip](../media/a.svg)⟧\n")
    yield Case(
        "a picture that is a link, and shown",
        shown | {"content/media/a.svg": Symlink("/etc/passwd")},
        ["unknown-file", f"content/media/a.svg {SYMLINK}"],
    )
    yield Case(
        "a hidden link",
        {"content/articles/.a.md": Symlink("/etc/passwd")},
    )
    yield Case(
        "a text under two names",
        {"content/pages/x.md": TEXT, "content/articles/b.md": HardLink("content/pages/x.md")},
        (),
        {"artikelen/b/index.html": ["<h1>A</h1>"], "x/index.html": ["<h1>A</h1>"]},
    )


def what_is_no_file() -> Iterator[Case]:
    """No pull request can hold these; they are passed over, and never waited for."""
    odd: dict[str, Content]
    for name, path in (
        ("a text", ARTICLE),
        ("a picture", "content/media/a.svg"),
        ("a template", "templates/404.html"),
        ("a style", "templates/assets/styles/x.css"),
        ("the list of addresses", "content/addresses.txt"),
    ):
        for kind, made in (("a pipe", Pipe()), ("a socket", Socket())):
            yield Case(f"{name} that is {kind}", {path: made})
    yield Case(
        "settings that are a pipe",
        {SETTINGS: Pipe()},
        [f"{SETTINGS} missing-settings"],
    )
    yield Case("a folder that is called a text", {ARTICLE: Folder()})
    odd = {f"{ARTICLE}/b.md": TEXT}
    yield Case(
        "a text in a folder that is called a text", odd, (), {"artikelen/b/index.html": ["<h1>A"]}
    )
    yield Case("settings that are a folder", {SETTINGS: Folder()}, [f"{SETTINGS} missing-settings"])
    yield Case(
        "a document that is a pipe",
        article("", "Zie ⟦[het plan van de regio](../media/plan.pdf)⟧.\n")
        | {"content/media/plan.pdf": Pipe()},
        ["unknown-file"],
    )
    yield Case("a folder where texts of one kind belong, empty", {"content/tools": Folder()})
