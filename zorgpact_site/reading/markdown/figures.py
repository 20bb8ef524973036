"""A picture alone in a paragraph is a figure; its title is the caption."""

from markdown_it.rules_core import StateCore
from markdown_it.token import Token


def figures(state: StateCore) -> None:
    """The core rule: paragraph, image, paragraph become figure, image, caption."""
    tokens = state.tokens
    for at in range(1, len(tokens) - 1):
        if "![" not in tokens[at].content or tokens[at - 1].type != "paragraph_open":
            continue
        image = _lone_image(tokens[at])
        if image is None:
            continue
        opening, closing = tokens[at - 1], tokens[at + 1]
        opening.type, opening.tag, opening.hidden = "figure_open", "figure", False
        closing.type, closing.tag, closing.hidden = "figure_close", "figure", False
        image.meta = {**image.meta, "figure": True}


def _lone_image(token: Token) -> Token | None:
    if token.type != "inline" or not token.children:
        return None
    solid = [child for child in token.children if child.content.strip() or child.type != "text"]
    return solid[0] if len(solid) == 1 and solid[0].type == "image" else None
